import type { Ecriture, LigneHeures, Operation, Origine } from './heures.ts';

/** Une ligne qui compte aujourd'hui : la saisie, corrigée ou non, qui n'est pas annulée. */
export interface LigneActive {
  /** Identifiant de la saisie d'origine. */
  readonly id: string;
  readonly ligne: LigneHeures;
  readonly origine: Origine;
}

/** Applique une écriture à ce qui compte déjà ; une validation ne change aucune ligne. */
export const appliquer = (actives: Map<string, LigneActive>, ecriture: Ecriture): void => {
  switch (ecriture.type) {
    case 'saisie':
      actives.set(ecriture.id, { id: ecriture.id, ligne: ecriture.ligne, origine: ecriture.origine });
      return;
    case 'correction': {
      const visee = actives.get(ecriture.vise);
      if (visee) actives.set(ecriture.vise, { ...visee, ligne: ecriture.ligne });
      return;
    }
    case 'annulation':
      actives.delete(ecriture.vise);
      return;
    case 'anonymisation':
      for (const id of ecriture.saisies) {
        const visee = actives.get(id);
        if (visee) actives.set(id, { ...visee, ligne: { ...visee.ligne, beneficiaire: ecriture.vers } });
      }
      return;
    case 'validation':
      return;
  }
};

/** Rejoue le registre : ce qui reste après corrections et annulations, dans l'ordre des saisies. */
export const rejouer = (ecritures: readonly Ecriture[]): Map<string, LigneActive> => {
  const actives = new Map<string, LigneActive>();
  for (const ecriture of ecritures) appliquer(actives, ecriture);
  return actives;
};

/** Somme exacte d'heures décimales : comptée en dix-millièmes, pour que 0,1 + 0,2 fasse 0,3. */
export const sommer = (heures: Iterable<number>): number => {
  let total = 0;
  for (const nombre of heures) total += Math.round(nombre * 10_000);
  return total / 10_000;
};

/** Dû et fait d'une opération, en heures ; `reste` est négatif quand il y a un surplus. */
export interface Solde {
  readonly operation: string;
  readonly prevues: number | null;
  readonly realisees: number;
  readonly reste: number | null;
  /** De 0 à 1 et au-delà ; null si rien n'est prévu. */
  readonly taux: number | null;
}

export const calculerSolde = (operation: Operation, lignes: Iterable<LigneActive>): Solde => {
  const faites: number[] = [];
  for (const { ligne } of lignes) if (ligne.operation === operation.id) faites.push(ligne.heures);
  const realisees = sommer(faites);
  const prevues = operation.heuresPrevues;
  return {
    operation: operation.id,
    prevues,
    realisees,
    reste: prevues === null ? null : sommer([prevues, -realisees]),
    taux: prevues === null || prevues === 0 ? null : realisees / prevues,
  };
};

/** Les saisies du dernier message d'heures de cet auteur encore actives ; vide s'il n'y en a pas. */
export const dernieresSaisies = (lignes: Iterable<LigneActive>, auteur: string): LigneActive[] => {
  const siennes = [...lignes].filter(({ origine }) => origine.auteur === auteur);
  const derniere = siennes.at(-1);
  return derniere ? siennes.filter(({ origine }) => origine.message === derniere.origine.message) : [];
};
