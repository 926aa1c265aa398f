import type { Alerte, ChampHeures, Modalite, Operation, Public } from '../../src/domain/heures.ts';
import { accorder, formatHeures, formatJour, formatListe } from '../kit/format.ts';

export const PUBLICS: Readonly<Record<Public, string>> = {
  RSA: 'RSA',
  QPV: 'QPV',
  DELD: 'demandeur d’emploi de longue durée',
  JEUNE: 'moins de 26 ans',
  TH: 'travailleur handicapé',
  SENIOR: 'senior',
  IAE: 'IAE',
  ALTERNANCE: 'alternance',
};

export const MODALITES: Readonly<Record<Modalite, string>> = {
  EMBAUCHE_DIRECTE: 'embauche directe',
  ETTI: 'ETTI',
  AI: 'association intermédiaire',
  EI: 'entreprise d’insertion',
  ACI: 'atelier et chantier d’insertion',
  GEIQ: 'GEIQ',
  EA: 'entreprise adaptée',
  EATT: 'entreprise adaptée de travail temporaire',
  ESAT: 'ESAT',
  ALTERNANCE: 'alternance',
};

const QUESTIONS: Readonly<Record<ChampHeures, string>> = {
  heures: 'Combien d’heures ?',
  periode: 'Quel jour ou quelle période (« hier », « la semaine dernière », « du 2 au 6 novembre ») ?',
  beneficiaire: 'Pour quelle personne ? Un code suffit (« P-0231 ») ; un nom sera remplacé par un code.',
  operation: 'Sur quelle opération ?',
};

const NOMS: Readonly<Record<ChampHeures, string>> = {
  heures: 'le nombre d’heures',
  periode: 'la période',
  beneficiaire: 'la personne',
  operation: 'l’opération',
};

export const commencer =
  'D’accord, déclarons des heures. Dites-le en une phrase : combien d’heures, pour qui (un code), sur quelle opération, quand ?';

export const demander = (manque: readonly ChampHeures[]): string => {
  const [premier, ...autres] = manque;
  if (premier === undefined) return '';
  const suite = autres.length > 0 ? ` (puis ${formatListe(autres.map((champ) => NOMS[champ]))})` : '';
  return `${QUESTIONS[premier]}${suite}`;
};

/** « P-0231 », ou « F. Z. (P-7K2M9) » quand un nom a été remplacé. */
export const nommerPersonne = ({ code, libelle }: { readonly code: string; readonly libelle: string }): string =>
  code === libelle ? code : `${libelle} (${code})`;

export const dejaEnCours = 'Cette saisie est déjà commencée (« annule » l’abandonne) :';

export const deQuelleLigne =
  'De quelle ligne parlez-vous ? Dites-le avec son rang ou son code : « la 2 est au RSA », « P-0231 est en QPV ».';

export const homonymes = 'Plusieurs personnes sont connues sous ce nom : laquelle ?';

export const nomEnEntier =
  'Je ne garde pas les noms, seulement un code : redites le prénom et le nom ensemble, écrits comme il faut.';

export const operationInconnue = (nom: string): string => `Je ne connais pas d’opération « ${nom} ».`;

export const operationsPossibles = (operations: readonly Operation[]): string =>
  operations.length === 0
    ? 'Aucune opération ne vous est attribuée : demandez à votre coordinateur d’importer la vôtre.'
    : `Vos opérations : ${operations.map(({ intitule }) => intitule).join(' ; ')}.`;

export const ALERTES: Readonly<Record<Alerte, string>> = {
  'plus-de-24-h-en-un-jour':
    'C’est plus de 24 h dans une journée, ce qui est impossible : vérifiez le nombre d’heures ou la période.',
  'trop-d-heures-pour-la-periode':
    'C’est plus de 48 h par semaine sur cette période, au-delà du maximum légal : est-ce le bon nombre, ou la bonne période ?',
  'heures-nulles': 'Zéro heure ne change aucun total et ne s’enregistre pas : combien d’heures ?',
  'heures-negatives':
    'Un nombre d’heures négatif ne s’enregistre pas. Pour retirer des heures, annulez ou corrigez la saisie : combien d’heures ?',
  'date-future':
    'Cette date est dans le futur, alors que seules des heures faites s’enregistrent : est-ce la bonne date ?',
  'avant-operation': 'Cette date précède le début de l’opération : est-ce la bonne date ?',
  'apres-operation': 'Cette date suit la fin de l’opération : est-ce la bonne date ?',
  'date-invalide': 'Cette date n’existe pas : quel jour ou quelle période ?',
  'periode-inversee': 'La fin de la période précède son début : quelle est la bonne période ?',
  'date-ambigue':
    'Cette date peut se comprendre de plusieurs façons, je n’en suis pas sûre : quel jour ou quelle période, précisément ?',
  'heures-ambigues':
    'Ce nombre d’heures peut se lire de plusieurs façons, je n’en suis pas sûre : combien, précisément ?',
  'noms-attendus':
    'Pour plusieurs personnes, j’ai besoin du code de chacune (« 35 h chacun pour P-0231, P-0232 et P-0233 »).',
};

export const recapitulatif = (lignes: readonly string[]): string =>
  lignes.length === 1
    ? `Voici ce que j’ai compris :\n\n${lignes[0]}`
    : `Voici les ${lignes.length} lignes que j’ai comprises :\n\n${lignes.map((ligne, rang) => `${rang + 1}. ${ligne}`).join('\n')}`;

export const confirmer = (lignes: number): string =>
  `Je ${lignes === 1 ? 'l’' : 'les '}enregistre ? Répondez **oui**, **annule**, ou corrigez en une phrase (« non, 28 et pas 35 »).`;

export const LIBELLES = {
  heures: 'Heures',
  periode: 'Période',
  beneficiaire: 'Personne',
  operation: 'Opération',
  entreprise: 'Entreprise',
  publics: 'Publics',
  sexe: 'Sexe',
  modalite: 'Modalité',
} as const;

export const SEXES = { F: 'femme', M: 'homme' } as const;

export const enregistre = (nombre: number, heures: number): string =>
  nombre === 1
    ? `C’est enregistré : ${formatHeures(heures)}.`
    : `C’est enregistré : ${accorder(nombre, 'ligne')}, ${formatHeures(heures)} en tout.`;

export const totalPersonne = (libelle: string, heures: number): string =>
  `Total de ${libelle} : ${formatHeures(heures)}.`;

export const peutDefaire = 'Une erreur ? Dites « en fait c’était 28 h » ou « annule la dernière saisie ».';

export const abandonnee = 'La saisie en cours est annulée, rien n’a été enregistré.';

export const rienEnCours =
  'Il n’y a pas de saisie en cours. Pour défaire un enregistrement, dites « annule la dernière saisie ».';

export const dejaEnregistre =
  'C’est **déjà enregistré**, une seule fois. Pour corriger : « en fait c’était 28 h » ; pour retirer : « annule la dernière saisie ».';

export const nouvelleAuDessus =
  'C’est une nouvelle saisie : je m’en occupe d’abord, et la précédente reviendra ensuite (« annule » l’abandonne).';

export const resteUneSaisie = 'Il reste une saisie commencée :';

/** « 14 h (7 h par jour) » : ce que veut dire chaque lecture de « 7 h lundi et mardi ». */
export const enToutOuParJour = (dit: string, heures: number, dites: number): string => {
  if (heures === dites) return `${dit} en tout`;
  return Number.isInteger(heures / dites) ? `${dit} (${formatHeures(dites)} par jour)` : dit;
};

export const CHOIX_DOUBLON = [
  { titre: 'Oui, c’est en plus', valeur: 'oui' },
  { titre: 'Non, abandonner', valeur: 'annule' },
] as const;

export const queCorriger = 'Que faut-il corriger ? Par exemple « 28 h », « c’était hier », « sur le collège Camus ».';

export const encore = 'Il me manque encore quelque chose avant d’enregistrer.';

export const reprise = 'Nous étions en train de déclarer des heures :';

export const repriseAZero =
  'J’ai été mise à jour pendant votre saisie et je dois vous redemander les éléments. Rien n’a été enregistré.';

export const nomRemplace = (libelle: string, code: string): string =>
  `Le nom n’est pas conservé : ${libelle} porte désormais le code **${code}**.`;

export const aucuneADefaire =
  'Je ne trouve aucune saisie à annuler : vous n’avez rien enregistré, ou tout est déjà annulé.';

export const defaire = (lignes: readonly string[]): string =>
  `Annuler cette saisie ?\n\n${lignes.map((ligne) => `- ${ligne}`).join('\n')}\n\nRépondez **oui** ou **non**.`;

export const defaite = (lignes: readonly string[]): string =>
  `C’est annulé : ${lignes.join(' ; ')}. L’annulation est gardée dans l’historique.`;

export const gardee = 'D’accord, la saisie est conservée.';

export const ligneCourte = (ligne: {
  readonly heures: number;
  readonly beneficiaire: string;
  readonly operation: string;
  readonly debut: string;
  readonly fin: string;
}): string =>
  `${formatHeures(ligne.heures)} pour ${ligne.beneficiaire}, ${ligne.operation}, ${ligne.debut === ligne.fin ? `le ${formatJour(ligne.debut)}` : `du ${formatJour(ligne.debut)} au ${formatJour(ligne.fin)}`}`;
