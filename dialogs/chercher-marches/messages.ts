import type { Elargissement } from '../../src/domain/marches/recherche.ts';
import type { Audience, Avis, FiltreMarches } from '../../src/domain/marches.ts';
import { accorder, formatJour, formatListe, formatMontant, formatNombre } from '../kit/format.ts';
import { couper, preuve } from './messages-preuve.ts';

export const AUDIENCES: Readonly<Record<Audience, string>> = {
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

const ELARGIS: Readonly<Record<Elargissement, string>> = {
  'montant-ou-date': 'Sans tenir compte du montant, de la date ni de l’acheteur :',
  lieu: 'Plus loin :',
  metier: 'Dans un autre métier :',
  'lieu-et-metier': 'Les plus proches, plus loin et dans d’autres métiers :',
};

export const proches = (elargi: Elargissement): string => ELARGIS[elargi];

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

const reserveA = ({ reservation }: Avis): string | null => {
  if (reservation.statut === 'non' || reservation.statut === 'inconnu') return null;
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
  lots.length < 2
    ? null
    : `${lots.length} lots : ${couper(lots.map(({ numero, intitule }) => `${numero}. ${intitule}`).join(' ; '))}`;

/** Un avis en quelques lignes. */
export const avis = (lu: Avis, { jours, numero, agenda }: Vue): string =>
  [
    `${numero}. **${lu.adresse ? `[${lu.objet}](${lu.adresse})` : lu.objet}**`,
    lu.acheteur
      ? `Acheteur : ${lu.acheteur}${lu.departements.length > 0 ? ` (${lu.departements.join(', ')})` : ''}`
      : null,
    echeance(lu, jours),
    reserveA(lu),
    lotsDe(lu),
    lu.clauseSociale.presente
      ? `Clause sociale${lu.clauseSociale.heures ? ` : ${formatNombre(lu.clauseSociale.heures)} h d’insertion` : ''}`
      : null,
    lu.montant ? `Montant : ${formatMontant(lu.montant)}` : null,
    preuve(lu.reservation.preuve),
    agenda && jours !== null && jours >= 0
      ? `[Mettre l’échéance dans mon agenda](/api/notices.ics?id=${encodeURIComponent(lu.id)})`
      : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

/** « Comment répondre au 2 ? ». */
export const commentRepondre = (numero: number): string => `Comment répondre au ${numero} ?`;

/** Un avis en entier : tous ses lots, sa durée, son lieu, ses dates. */
export const avisEntier = (lu: Avis, vue: Vue): string =>
  [
    avis({ ...lu, lots: [] }, vue),
    [
      lu.publieLe === null ? null : `Publié le ${formatJour(lu.publieLe)}`,
      lu.dureeMois === null ? null : `Durée : ${formatNombre(lu.dureeMois)} mois`,
      lu.lieu === null ? null : `Lieu d’exécution : ${lu.lieu}`,
    ]
      .filter((partie) => partie !== null)
      .join(' · '),
    lu.lots.map(({ numero, intitule }) => `- Lot ${numero} : ${intitule}`).join('\n'),
  ]
    .filter((partie) => partie !== '')
    .join('\n\n');

/** Un avis proche, en deux lignes : il n'est pas exactement ce qu'on cherchait. */
export const avisBref = (lu: Avis, { jours, numero }: Vue): string =>
  [
    `${numero}. **${lu.adresse ? `[${lu.objet}](${lu.adresse})` : lu.objet}**${lu.acheteur ? `, ${lu.acheteur}` : ''}${lu.departements.length > 0 ? ` (${lu.departements.join(', ')})` : ''}`,
    [echeance(lu, jours), reserveA(lu)].filter((partie) => partie !== null).join(' · '),
  ].join('  \n');

export const prudence = '_Indiqué réservé par l’acheteur : vérifiez toujours dans le règlement de la consultation._';
