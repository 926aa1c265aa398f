import type { Audience, Avis, FiltreMarches } from '../../src/domain/marches.ts';
import { accorder, formatJour, formatListe, formatMontant, formatNombre } from '../kit/format.ts';

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
    `${filtre.reserves ? 'Marchés réservés' : filtre.clause ? 'Marchés avec clause sociale' : 'Marchés'} ${ETATS[filtre.etat]}`,
    secteur,
    filtre.audience ? `pour ${AUDIENCES[filtre.audience]}` : null,
    filtre.lieu,
    filtre.acheteur ? `acheteur : ${filtre.acheteur}` : null,
    filtre.montantMin !== null ? `au moins ${formatMontant(filtre.montantMin)}` : null,
    filtre.montantMax !== null ? `au plus ${formatMontant(filtre.montantMax)}` : null,
    filtre.limiteApres ? `réponse après le ${formatJour(filtre.limiteApres)}` : null,
    filtre.limiteAvant ? `réponse avant le ${formatJour(filtre.limiteAvant)}` : null,
  ]
    .filter((partie) => partie !== null)
    .join(' · ');

export const trouves = (titre: string, total: number): string => `**${titre}** : ${accorder(total, 'avis', 'avis')}.`;

export const suiteDe = (titre: string, rang: number, total: number): string =>
  `**${titre}** : suite, à partir du ${rang + 1}e sur ${total}.`;

export const alerter = 'Préviens-moi des nouveaux';

export const proposerAlerte = 'Voulez-vous que je vous prévienne quand un avis correspondra ? Répondez oui.';

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

/** Façon de montrer un avis. */
export interface Vue {
  /** Jours restants, négatif si clos, null sans date limite. */
  readonly jours: number | null;
  /** Rang dans la liste, pour « répondre au 2 ». */
  readonly numero: number;
  /** Vrai si le canal sait suivre un lien de cette page. */
  readonly agenda: boolean;
}

const lotsDe = ({ lots }: Avis): string | null =>
  lots.length === 0
    ? null
    : `${lots.length} lots : ${couper(lots.map(({ numero, intitule }) => `${numero}. ${intitule}`).join(' ; '))}`;

/** « « Lot réservé » » publié entre guillemets n'en reçoit pas d'autres. */
const preuveDe = ({ reservation }: Avis): string | null => {
  const preuve = reservation.preuve?.trim().replace(/^«\s*([^«»]*?)\s*»$/, '$1') ?? '';
  return preuve === '' ? null : `L’avis dit : « ${couper(preuve.replace(/\s+/g, ' '))} »`;
};

/** Un avis en quelques lignes. */
export const avis = (lu: Avis, { jours, numero, agenda }: Vue): string =>
  [
    `${numero}. **${lu.adresse ? `[${lu.objet}](${lu.adresse})` : lu.objet}**`,
    lu.acheteur
      ? `Acheteur : ${lu.acheteur}${lu.departements.length > 0 ? ` (${lu.departements.join(', ')})` : ''}`
      : null,
    echeance(lu, jours),
    lu.reservation.statut === 'non' || lu.reservation.statut === 'inconnu' ? null : quiPeutRepondre(lu),
    lotsDe(lu),
    lu.clauseSociale.presente
      ? `Clause sociale${lu.clauseSociale.heures ? ` : ${formatNombre(lu.clauseSociale.heures)} h d’insertion` : ''}`
      : null,
    lu.montant ? `Montant : ${formatMontant(lu.montant)}` : null,
    preuveDe(lu),
    agenda && jours !== null && jours >= 0
      ? `[Mettre l’échéance dans mon agenda](/api/notices.ics?id=${encodeURIComponent(lu.id)})`
      : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

const couper = (texte: string): string => (texte.length > 180 ? `${texte.slice(0, 179).trimEnd()}…` : texte);

export const prudence = '_Indiqué réservé par l’acheteur : vérifiez toujours dans le règlement de la consultation._';
