import type { CorrectionActive } from '../../dialogs/services/registre.ts';
import {
  convient,
  type EcritureLigne,
  estEcritureLigne,
  type FaitRegistre,
  type Recherche,
  retracer,
  saisieDe,
} from '../domain/heures/historique.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import type { Registre } from '../store/port.ts';

/** Écritures de lignes que `garder` retient, relues du début. */
export const relire = async (
  registre: Registre,
  garder: (ecriture: EcritureLigne) => boolean,
): Promise<EcritureLigne[]> => {
  const gardees: EcritureLigne[] = [];
  await registre.suivre(0, (ecriture) => {
    if (estEcritureLigne(ecriture) && garder(ecriture)) gardees.push(ecriture);
  });
  return gardees;
};

/** Deux lectures : les saisies qui ont un jour été ce qu'on cherche, puis tout ce qui leur est arrivé. */
export const retrouver = async (registre: Registre, recherche: Recherche): Promise<FaitRegistre[]> => {
  const saisies = new Set<string>();
  const anonymes = new Map<string, string>();
  await registre.suivre(0, (ecriture) => {
    if (ecriture.type === 'anonymisation') for (const id of ecriture.saisies) anonymes.set(id, ecriture.vers);
    else if (estEcritureLigne(ecriture) && convient(ecriture, recherche)) saisies.add(saisieDe(ecriture));
  });
  // L'ancien code d'une personne anonymisée ne mène plus à ses lignes, et aucune ne le montre.
  if (recherche.beneficiaire !== undefined) for (const id of anonymes.keys()) saisies.delete(id);
  return retracer((await relire(registre, (ecriture) => saisies.has(saisieDe(ecriture)))).map(voiler(anonymes)));
};

const voiler =
  (anonymes: ReadonlyMap<string, string>) =>
  (ecriture: EcritureLigne): EcritureLigne => {
    const vers = anonymes.get(saisieDe(ecriture));
    if (vers === undefined || ecriture.type === 'annulation') return ecriture;
    return { ...ecriture, ligne: { ...ecriture.ligne, beneficiaire: vers } };
  };

/** Une correction, sa ligne d'avant, si rien n'est venu après elle. */
export const retrouverCorrection = async (
  registre: Registre,
  { id, vise }: Extract<EcritureLigne, { type: 'correction' }>,
  actives: TableLignes,
): Promise<CorrectionActive | null> => {
  const saisie = actives.get(vise);
  const faits = await retrouver(registre, { saisies: [vise] });
  const fait = faits.at(-1);
  // Une écriture plus récente sur la même ligne ferait de la ligne d'avant une mauvaise ligne.
  return saisie && fait?.avant && fait.ecriture.id === id ? { id, saisie, avant: fait.avant } : null;
};
