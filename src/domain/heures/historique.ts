import type { Ecriture, LigneHeures } from '../heures.ts';

/** Un fait du registre, avec ce qu'il a changé. */
export interface FaitRegistre {
  readonly ecriture: Exclude<Ecriture, { type: 'validation' }>;
  /** Ligne avant l'écriture ; null pour une saisie. */
  readonly avant: LigneHeures | null;
  /** Ligne après l'écriture ; null quand elle ne compte plus. */
  readonly apres: LigneHeures | null;
}

/** Ce qu'on veut retrouver : une personne, une opération ou des saisies précises ; un fait doit tout vérifier. */
export interface Recherche {
  readonly beneficiaire?: string;
  readonly operation?: string;
  readonly saisies?: ReadonlySet<string>;
}

/** Retrouve, dans l'ordre, tout ce qui est arrivé aux lignes cherchées, avant ou après leurs corrections. */
export const retracer = (ecritures: Iterable<Ecriture>, recherche: Recherche): FaitRegistre[] => {
  const piles = new Map<string, { id: string; ligne: LigneHeures }[]>();
  const faits: FaitRegistre[] = [];
  for (const ecriture of ecritures) {
    if (ecriture.type === 'validation') continue;
    const saisie = saisieDe(ecriture);
    if (recherche.saisies && !recherche.saisies.has(saisie)) continue;
    if (ecriture.type === 'saisie' && !convient(ecriture.ligne, recherche)) {
      // Une correction peut amener la ligne d'une autre personne : on la garde en vue.
      piles.set(saisie, [{ id: ecriture.id, ligne: ecriture.ligne }]);
      continue;
    }
    const fait = avancer(piles, ecriture, saisie);
    if (fait && [fait.avant, fait.apres].some((ligne) => ligne !== null && convient(ligne, recherche)))
      faits.push(fait);
  }
  return faits;
};

type Piles = Map<string, { id: string; ligne: LigneHeures }[]>;

const saisieDe = (ecriture: FaitRegistre['ecriture']): string => {
  if (ecriture.type === 'saisie') return ecriture.id;
  return ecriture.type === 'annulation' ? (ecriture.saisie ?? ecriture.vise) : ecriture.vise;
};

const convient = ({ beneficiaire, operation }: LigneHeures, recherche: Recherche): boolean =>
  (recherche.beneficiaire === undefined || recherche.beneficiaire === beneficiaire) &&
  (recherche.operation === undefined || recherche.operation === operation);

const avancer = (piles: Piles, ecriture: FaitRegistre['ecriture'], saisie: string): FaitRegistre | null => {
  const pile = piles.get(saisie) ?? [];
  const avant = pile.at(-1)?.ligne ?? null;
  if (ecriture.type === 'annulation') {
    const reste = ecriture.saisie === undefined ? [] : pile.filter(({ id }) => id !== ecriture.vise);
    piles.set(saisie, reste);
    return avant === null ? null : { ecriture, avant, apres: reste.at(-1)?.ligne ?? null };
  }
  if (ecriture.type === 'correction' && avant === null) return null;
  piles.set(saisie, [...pile, { id: ecriture.id, ligne: ecriture.ligne }]);
  return { ecriture, avant, apres: ecriture.ligne };
};
