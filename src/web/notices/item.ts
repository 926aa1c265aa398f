import type { Avis } from '../../domain/marches.ts';

const STATUTS: Readonly<Record<Avis['reservation']['statut'], string>> = {
  oui: 'yes',
  partiel: 'partial',
  probable: 'probable',
  non: 'no',
  inconnu: 'unknown',
};

/** Un avis tel que les données ouvertes le publient ; `ouvert` vient de son suivi. */
export const ecrireItem = (avis: Avis, ouvert: boolean): Readonly<Record<string, unknown>> => ({
  id: avis.id,
  title: avis.objet,
  buyer: avis.acheteur,
  departments: avis.departements,
  published: avis.publieLe,
  deadline: avis.dateLimite,
  deadlineTime: avis.heureLimite,
  url: avis.adresse,
  state: ouvert ? 'open' : 'closed',
  lots: avis.lots.map(({ numero, intitule }) => ({ number: numero, title: intitule })),
  cpv: avis.cpv,
  amount: avis.montant,
  reserved: {
    status: STATUTS[avis.reservation.statut],
    audiences: avis.reservation.audiences,
    lots: avis.reservation.lots,
    evidence: avis.reservation.preuve,
  },
  socialClause: { present: avis.clauseSociale.presente, hours: avis.clauseSociale.heures },
});
