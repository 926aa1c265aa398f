import { LU } from '../dates/aligner.ts';
import { lireJourSemaine, lireMois } from '../dates/lexique.ts';
import { distance } from '../normaliser.ts';

/** Confiance d'un mot inconnu tapé sans majuscule que rien n'entoure : « zaoui 7h hier pasteur ». */
export const MOT_SEUL = 0.35;

/** Ce qui finit un nom de chose ou un verbe bien plus souvent qu'un nom de famille. */
const FIN_COURANTE = /(?:tions?|sions?|ages?|ments?|erie|ance|ence|ite|ables?|ibles?|iques?|aient|isme|istes?|tude)$/;

/** Mots de temps qu'une faute rend méconnaissables : « jeuid », « smeaine ». */
const MOTS_DE_TEMPS = ['semaine', 'derniere', 'dernier', 'heures', 'novembre', 'octobre', 'journee'];

const estTemps = (mot: string): boolean =>
  lireJourSemaine(mot) !== null ||
  lireMois(mot) !== null ||
  (mot.length >= 5 && MOTS_DE_TEMPS.some((temps) => distance(mot, temps, 2) <= (temps.length >= 7 ? 2 : 1)));

const AVANT = new RegExp(`(?:^|[${LU},;:.()/\\n-]|\\b(?:pour|et|a|avec|de|d|c'est|puis))\\s*$`);
const APRES = new RegExp(
  `^\\s*(?:$|[${LU},;:.()/\\n-]|(?:a|au|aux|sur|chez|le|la|les|du|en|et|idem|pareil|pour|dans|fait|c'etait)(?![a-z]))`,
);

/** Un mot inconnu que tout le reste, déjà compris, isole : le plus souvent, c'est le nom qui manquait. */
export const estMotSeul = (plie: string, { debut, fin }: { readonly debut: number; readonly fin: number }): boolean => {
  const mot = plie.slice(debut, fin);
  return (
    mot.length >= 3 &&
    /^[a-z]+(?:[-'][a-z]+)*$/.test(mot) &&
    AVANT.test(plie.slice(0, debut)) &&
    APRES.test(plie.slice(fin)) &&
    !FIN_COURANTE.test(mot) &&
    !estTemps(mot)
  );
};
