import { LU } from '../dates/aligner.ts';
import { MOTS_VIDES, NOMS_COMMUNS, OUVRAGES, PARTICULES } from './mots.ts';
import { PRENOMS } from './prenoms.ts';

/** Un mot qui peut être d'un nom. */
export interface MotNom {
  readonly texte: string;
  readonly plie: string;
  readonly debut: number;
  readonly fin: number;
}

/** Mots qui peuvent être d'un nom, dans l'ordre du texte. */
export const motsDe = (texte: string, plie: string): MotNom[] =>
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

export const aMajuscule = (mot: MotNom): boolean => /^\p{Lu}/u.test(mot.texte);

export interface Reglage {
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
export const suites = (mots: readonly MotNom[], plie: string, reglage: Reglage): MotNom[][] => {
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
      // « la fiche de Tiago Ferreira » : sans majuscule ni prénom, ce qui précède n'est pas du nom.
      const chose =
        !reglage.sansCasse && aMajuscule(mot) && courante.every((un) => !aMajuscule(un) && !PRENOMS.has(un.plie));
      if (chose && courante.length > 0 && (attente.length > 0 || !PRENOMS.has(mot.plie))) clore();
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
