import type { Audience, Avis, FiltreMarches } from '../../src/domain/marches.ts';
import { accorder, formatJour, formatListe, formatMontant } from '../kit/format.ts';

const AUDIENCES: Readonly<Record<Audience, string>> = {
  SIAE: 'structures d’insertion par l’activité économique (SIAE)',
  EA_ESAT: 'entreprises adaptées et ESAT',
  ESS: 'entreprises de l’économie sociale et solidaire',
  PENITENTIAIRE: 'opérateurs faisant travailler des personnes détenues',
};

const ETATS: Readonly<Record<FiltreMarches['etat'], string>> = {
  ouvert: 'ouverts',
  clos: 'clos',
  tous: 'ouverts ou clos',
};

/** « marchés réservés ouverts — espaces verts — Aisne ». */
export const recherche = (filtre: FiltreMarches, secteur: string | null): string =>
  [
    `${filtre.reserves ? 'Marchés réservés' : 'Marchés'} ${ETATS[filtre.etat]}`,
    secteur,
    filtre.audience ? `pour ${AUDIENCES[filtre.audience]}` : null,
    filtre.lieu,
    filtre.limiteApres ? `réponse après le ${formatJour(filtre.limiteApres)}` : null,
    filtre.limiteAvant ? `réponse avant le ${formatJour(filtre.limiteAvant)}` : null,
  ]
    .filter((partie) => partie !== null)
    .join(' · ');

export const trouves = (titre: string, total: number): string => `**${titre}** : ${accorder(total, 'avis', 'avis')}.`;

export const rien = (titre: string): string => `**${titre}** : je ne trouve aucun avis qui corresponde.`;

export const proches = 'Les plus proches, en élargissant la recherche :';

export const videTotal =
  'Aucun avis n’est encore importé. Une personne qui administre Clausette peut le faire avec la commande `npm run import -- notices FICHIER.json`.';

export const suite = 'La suite';

export const finie = 'Il n’y a pas d’autre avis pour cette recherche.';

const RESERVE: Readonly<Record<Avis['reservation']['statut'], string>> = {
  oui: 'Réservé',
  partiel: 'Réservé pour certains lots',
  probable: 'Probablement réservé',
  non: 'Non réservé',
  inconnu: 'Réservation non précisée',
};

const quiPeutRepondre = ({ reservation }: Avis): string => {
  const qui =
    reservation.audiences.length === 0
      ? 'public à vérifier dans le règlement de la consultation'
      : formatListe(reservation.audiences.map((audience) => AUDIENCES[audience]));
  const lots = reservation.lots.length > 0 ? ` (lot ${formatListe(reservation.lots)})` : '';
  return `${RESERVE[reservation.statut]}${lots} : ${qui}`;
};

const echeance = (avis: Avis, jours: number | null): string => {
  if (avis.nature === 'attribution') return 'Attribué';
  if (avis.dateLimite === null || jours === null) return 'Date limite non publiée';
  const heure = avis.heureLimite ? ` à ${avis.heureLimite.replace(':', ' h ')}` : '';
  const reste = jours < 0 ? 'clos' : jours === 0 ? 'aujourd’hui' : `dans ${accorder(jours, 'jour')}`;
  return `Réponse avant le ${formatJour(avis.dateLimite)}${heure} (${reste})`;
};

/** Un avis en quelques lignes. `jours` : jours restants, négatif si clos. */
export const avis = (lu: Avis, jours: number | null): string =>
  [
    `**${lu.adresse ? `[${lu.objet}](${lu.adresse})` : lu.objet}**`,
    lu.acheteur
      ? `Acheteur : ${lu.acheteur}${lu.departements.length > 0 ? ` (${lu.departements.join(', ')})` : ''}`
      : null,
    echeance(lu, jours),
    lu.reservation.statut === 'non' ? null : quiPeutRepondre(lu),
    lu.clauseSociale.presente
      ? `Clause sociale${lu.clauseSociale.heures ? ` : ${lu.clauseSociale.heures} h` : ''}`
      : null,
    lu.montant ? `Montant : ${formatMontant(lu.montant)}` : null,
    lu.reservation.preuve ? `L’avis dit : « ${couper(lu.reservation.preuve)} »` : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

const couper = (texte: string): string => (texte.length > 180 ? `${texte.slice(0, 179).trimEnd()}…` : texte);

export const prudence = '_Indiqué réservé par l’acheteur : vérifiez toujours dans le règlement de la consultation._';
