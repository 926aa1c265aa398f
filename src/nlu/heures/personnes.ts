import { LU, type Marque } from '../dates/aligner.ts';
import { initiales } from './initiales.ts';
import { MOTS_VIDES, NOMS_COMMUNS, OUVRAGES, PARTICULES, PRENOMS } from './mots.ts';
import { civilite, type PersonneLue } from './personne.ts';
import { trierNoms } from './trier-noms.ts';

interface MotNom {
  readonly texte: string;
  readonly plie: string;
  readonly debut: number;
  readonly fin: number;
}

/** Mots qui peuvent être d'un nom, dans l'ordre du texte. */
const motsDe = (texte: string, plie: string): MotNom[] =>
  [...texte.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*\.?/gu)].flatMap((trouve) => {
    const nu = trouve[0].replace(/\.$/, '');
    // « l'apprenti » : l'article élidé n'est pas du nom ; « N'Golo », « D'Hondt » en sont.
    const elide = /^\p{Lu}['’]\p{Lu}/u.test(nu) ? 0 : (/^(?:l|d|qu|s|n|j|c|m|t)['’]/i.exec(nu)?.[0].length ?? 0);
    const debut = trouve.index + elide;
    const fin = trouve.index + nu.length;
    const mot = { texte: texte.slice(debut, fin), plie: plie.slice(debut, fin), debut, fin };
    if (mot.plie.includes(LU) || mot.texte === '') return [];
    // « Jean d'Almeida » : le « d » se garde comme particule.
    const particule = { texte: 'd', plie: 'd', debut: trouve.index, fin: trouve.index + 1 };
    return /^d['’]\p{Lu}/u.test(nu) ? [particule, mot] : [mot];
  });

const aMajuscule = (mot: MotNom): boolean => /^\p{Lu}/u.test(mot.texte);

interface Reglage {
  /** Texte tout en capitales ou tout en minuscules : la casse n'apprend rien. */
  readonly sansCasse: boolean;
}

/** Noms communs de lieux qui finissent aussi des noms de famille : « de la Tour ». */
const LIEUX_NOMS = new Set([
  'tour',
  'place',
  'pont',
  'parc',
  'rue',
  'gare',
  'port',
  'ville',
  'jardin',
  'maison',
  'marche',
  'salle',
  'hotel',
]);

const nomPossible = (mot: MotNom, { sansCasse }: Reglage): boolean => {
  if (mot.texte.length < 2) return false;
  if (PRENOMS.has(mot.plie) && !OUVRAGES.has(mot.plie)) return true;
  const parties = mot.plie.split(/[-']/);

  if (parties.every((partie) => MOTS_VIDES.has(partie) || OUVRAGES.has(partie))) return false;
  return sansCasse || aMajuscule(mot) || !MOTS_VIDES.has(mot.plie);
};

/** Mots collés (espaces, particules) qui forment ensemble un nom. */
const suites = (mots: readonly MotNom[], plie: string, reglage: Reglage): MotNom[][] => {
  const trouvees: MotNom[][] = [];
  let courante: MotNom[] = [];
  let attente: MotNom[] = [];
  const clore = (): void => {
    if (courante.length > 0) trouvees.push(courante);
    courante = [];
    attente = [];
  };
  for (const mot of mots) {
    const dernier = attente[attente.length - 1] ?? courante[courante.length - 1];
    const voisin = dernier !== undefined && /^[ .]{1,2}$|^['’-]$/.test(plie.slice(dernier.fin, mot.debut));
    if (!voisin) clore();
    const apresPrenom =
      courante.length === 1 &&
      attente.length === 0 &&
      !reglage.sansCasse &&
      aMajuscule(mot) &&
      PRENOMS.has(courante[0]?.plie ?? '') &&
      NOMS_COMMUNS.has(mot.plie);
    // « claire b » : l'initiale du nom, sauf les lettres qui sont aussi des mots (« claire a 7 h »).
    const initiale =
      mot.texte.length === 1 &&
      courante.length === 1 &&
      attente.length === 0 &&
      PRENOMS.has(courante[0]?.plie ?? '') &&
      (aMajuscule(mot) ? !reglage.sansCasse : reglage.sansCasse && /[bdfgkmnprstvwz]/.test(mot.plie));
    const apresParticule = attente.length > 0 && courante.length > 0 && aMajuscule(mot) && LIEUX_NOMS.has(mot.plie);
    // « Noah Petit suivi par… » : après deux mots à majuscule, un mot sans majuscule n'est plus du nom.
    if (
      !reglage.sansCasse &&
      courante.filter(aMajuscule).length >= 2 &&
      !aMajuscule(mot) &&
      !PARTICULES.has(mot.plie)
    ) {
      clore();
      continue;
    }
    const possible = apresPrenom || apresParticule || initiale || nomPossible(mot, reglage);
    if (
      PARTICULES.has(mot.plie) &&
      (courante.length > 0 ||
        (aMajuscule(mot) && !reglage.sansCasse && /^(?:el|al|le|de|van|ben|da|dos|di)$/.test(mot.plie)))
    )
      attente.push(mot);
    else if (
      possible &&
      (attente.length === 0 || aMajuscule(mot) || /^(?:el|al|ben|van|ait|le)$/.test(attente[0]?.plie ?? ''))
    ) {
      courante.push(...attente, mot);
      attente = [];
    } else {
      clore();
      if (possible) courante.push(mot);
    }
  }
  clore();
  return trouvees;
};

const DESTINATAIRE =
  /(?:\b(?:pour|beneficiaire|participante?|salariee?|nom|avec|plutot|c'etait|apprentie?|stagiaire)\s*:?\s*)$/;
/** Indices trop faibles pour un mot seul sans majuscule (« d'accord »). */
const RATTACHE = /(?:\b(?:de|d'|par|a|et|c'est|est)\s*:?\s*)$/;
const LIEU =
  /(?:\b(?:sur|au|aux|a la|a l'|dans|chez|en|sans|vers|par la|chantier(?: de| du)?|operation|site(?: de)?|(?:ecole|college|lycee|rue|avenue|place|stade|halle|creche|salle)(?: de| du| des| de la)?)\s*:?\s*(?:le |la |l'|les )?)$/;

/** « lycée Louis Armand » est un lieu quand la personne a déjà son code. */
const ETABLISSEMENT = /\b(?:ecole|college|lycee|gymnase|stade|creche|piscine|rue|avenue|place|salle|residence) $/;

const confianceDe = (suite: readonly MotNom[], plie: string, reglage: Reglage): number => {
  const premier = suite[0];
  if (!premier) return 0;
  const avant = plie.slice(0, premier.debut);
  const prenom = suite.some((mot) => mot.plie.split('-').some((partie) => PRENOMS.has(partie)));
  if (LIEU.test(avant) && !prenom) return 0;
  let note = prenom ? 0.5 : 0;
  if (!reglage.sansCasse && suite.every((mot) => aMajuscule(mot) || PARTICULES.has(mot.plie))) note += 0.4;
  if (suite.length >= 2 && suite.length <= 4) note += 0.25;
  if (DESTINATAIRE.test(avant) || (note > 0 && RATTACHE.test(avant))) note += 0.25;
  if (civilite(plie, premier.debut)) note += 0.6;
  if (/^[\s,;:.-]*$/.test(avant)) note += 0.1;
  return Math.min(1, note);
};

const estLibre = (marque: Marque<unknown>, prises: readonly Marque<unknown>[]): boolean =>
  prises.every((prise) => marque.fin <= prise.debut || marque.debut >= prise.fin);

/** « M. Dupont (P-0802) » : le nom et son code sont une seule personne ; le code reste, le sexe aussi. */
const reunir = (
  personnes: readonly Marque<PersonneLue>[],
  plie: string,
  codes: readonly Marque<PersonneLue>[],
): Marque<PersonneLue>[] => {
  const reunies: Marque<PersonneLue>[] = [];
  for (const marque of personnes) {
    const avant = reunies[reunies.length - 1];
    const code = [avant, marque].find((une) => une !== undefined && codes.includes(une));
    const nom = code === marque ? avant : marque;
    const colles = avant !== undefined && /^\s*[([]?\s*$/.test(plie.slice(avant.fin, marque.debut));
    if (avant && code && nom && colles && !codes.includes(nom))
      reunies[reunies.length - 1] = {
        debut: avant.debut,
        fin: marque.fin,
        valeur: { ...code.valeur, sexe: nom.valeur.sexe },
      };
    else reunies.push(marque);
  }
  return reunies;
};

/** Les personnes d'un texte dont tout le reste (dates, lieux, durées, publics) est déjà effacé de `plie`. */
export const chercherPersonnes = (
  plie: string,
  texte: string,
  parCode: readonly Marque<PersonneLue>[],
): Marque<PersonneLue>[] => {
  const minuscules = (texte.match(/\p{Ll}/gu) ?? []).length;
  const majuscules = (texte.match(/\p{Lu}/gu) ?? []).length;
  const reglage = { sansCasse: majuscules === 0 || minuscules < majuscules / 3 };
  const parInitiales = initiales(texte, plie).filter((marque) => estLibre(marque, parCode));
  const prises = [...parCode, ...parInitiales];
  const noms = suites(motsDe(texte, plie), plie, reglage).flatMap((suite) => {
    const premier = suite[0];
    const dernier = suite[suite.length - 1];
    if (!premier || !dernier) return [];
    if (parCode.length > 0 && ETABLISSEMENT.test(plie.slice(0, premier.debut))) return [];
    const confiance = confianceDe(suite, plie, reglage);
    const titre = civilite(plie, premier.debut);
    const marque: Marque<PersonneLue> = {
      debut: titre?.debut ?? premier.debut,
      fin: dernier.fin,
      valeur: { nom: texte.slice(premier.debut, dernier.fin), sexe: titre?.sexe ?? null, confiance },
    };
    return estLibre(marque, prises) ? [marque] : [];
  });
  const retenues = [...prises, ...trierNoms(noms, plie, prises.length > 0)].sort((a, b) => a.debut - b.debut);
  return reunir(retenues, plie, parCode);
};
