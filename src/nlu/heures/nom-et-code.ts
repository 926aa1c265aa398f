import type { Marque } from '../dates/aligner.ts';
import type { PersonneLue } from './personne.ts';

type Personne = Marque<PersonneLue>;

/** Entre un nom et son code : une parenthèse, un signe, ou « code ». */
const COLLE = /^\s*[,;:/([-]?\s*(?:(?:le |son )?(?:code|matricule|n°|numero|id|identifiant)\s*:?\s*)?$/;
/** Sans parenthèse, une virgule peut aussi séparer deux personnes. */
const SUR = /^\s*(?:[([].*|)$/;

const estPaire = (avant: Personne, marque: Personne, codes: readonly Personne[]): boolean =>
  codes.includes(avant) !== codes.includes(marque);

/** Chaque nom suit ou précède un code, un par un : « M. Dupont, P-0802 ; Mme Roy, P-0803 ». */
const alternent = (personnes: readonly Personne[], codes: readonly Personne[]): boolean =>
  personnes.length === 2 * codes.length &&
  personnes.every((une, i) => i % 2 === 0 || estPaire(personnes[i - 1] ?? une, une, codes));

/** « M. Dupont (P-0802) » : le nom et son code sont une seule personne ; le code reste, le sexe aussi. */
export const reunir = (personnes: readonly Personne[], plie: string, codes: readonly Personne[]): Personne[] => {
  const reunies: Personne[] = [];
  const paires = alternent(personnes, codes);
  for (const marque of personnes) {
    const avant = reunies[reunies.length - 1];
    const entre = avant ? plie.slice(avant.fin, marque.debut) : '';
    const colles = avant !== undefined && estPaire(avant, marque, codes) && COLLE.test(entre);
    if (avant && colles && (paires || SUR.test(entre))) {
      const [code, nom] = codes.includes(avant) ? [avant, marque] : [marque, avant];
      reunies[reunies.length - 1] = {
        debut: avant.debut,
        fin: marque.fin,
        valeur: { ...code.valeur, sexe: nom.valeur.sexe },
      };
    } else reunies.push(marque);
  }
  return reunies;
};
