import type { Sortie } from '../../src/domain/heures.ts';
import { type Echeance, JOURS_AVANT_FIN } from '../../src/domain/parcours/echeances.ts';
import type { Candidat } from '../../src/domain/parcours/globalisation.ts';
import type { Parcours, Suivi } from '../../src/domain/parcours/parcours.ts';
import { accorder, formatHeures, formatJour, formatListe } from '../kit/format.ts';
import type { Choix } from '../kit/reply.ts';
import type { ANoter, Situee } from './etapes.ts';

export const OUI_NON: readonly Choix[] = [
  { titre: 'Oui', valeur: 'oui' },
  { titre: 'Non', valeur: 'non' },
];

const SITUATIONS: Readonly<Record<Sortie, string>> = {
  CDI: 'en CDI',
  CDD_6_MOIS: 'en CDD de six mois et plus',
  CDD_COURT: 'en CDD de moins de six mois',
  INTERIM: 'en intérim',
  FORMATION: 'en formation',
  RECHERCHE: 'en recherche d’emploi',
};

const CHOIX: readonly Choix[] = [
  { titre: 'CDI', valeur: 'CDI' },
  { titre: 'CDD de six mois et plus', valeur: 'CDD de 6 mois et plus' },
  { titre: 'CDD plus court', valeur: 'CDD de moins de 6 mois' },
  { titre: 'Intérim', valeur: 'intérim' },
  { titre: 'Formation', valeur: 'formation' },
  { titre: 'Recherche d’emploi', valeur: 'recherche d’emploi' },
];

export const choixSituation = (suivi: boolean): readonly Choix[] =>
  suivi ? [...CHOIX, { titre: 'Injoignable', valeur: 'injoignable' }] : CHOIX;

export const CHOIX_CDD: readonly Choix[] = CHOIX.slice(1, 3);

export const CHOIX_ECHEANCES: readonly Choix[] = [{ titre: 'Mes échéances', valeur: 'mes échéances' }];

export const acces = 'Les parcours sont réservés aux facilitateurs et à la coordination.';

export const quellePersonne = 'De quelle personne s’agit-il ? Donnez son code (« parcours P-0231 »).';

export const inconnu = (code: string): string =>
  `Je ne connais rien de ${code} dans vos opérations : aucune heure, aucune éligibilité. Pour commencer : « ${code} éligible depuis le 2 novembre ».`;

export const titre = (code: string, libelle: string | null): string =>
  libelle === null
    ? `**Parcours de ${code}**`
    : `**Parcours de ${code}** — « ${libelle} » (libellé vu de votre structure seule)`;

export const publics = (liste: string): string => `Publics : ${liste}.`;

export const eligibilite = ({ eligibilite: { statut, debut, fin }, finEstimee }: Parcours): string => {
  if (statut === 'refusee') return 'Éligibilité : **non éligible**.';
  if (statut === 'inconnue')
    return finEstimee === null
      ? 'Éligibilité : pas encore notée.'
      : `Éligibilité : pas encore notée ; fin estimée au ${formatJour(finEstimee)}, 24 mois après la première heure connue (hypothèse : usage des facilitateurs).`;
  const bornes = [debut && `du ${formatJour(debut)}`, fin && `au ${formatJour(fin)}`].filter(Boolean).join(' ');
  return `Éligibilité : validée ${bornes} (24 mois en pratique, à confirmer localement).`;
};

export const sansContrat = 'Aucune heure enregistrée dans vos opérations.';

export const contrats = (nombre: string, total: string, lignes: readonly string[]): string =>
  `${nombre}, **${total}** en tout :\n${lignes.map((ligne) => `  - ${ligne}`).join('\n')}`;

export const sortie = ({ le, situation }: { readonly le: string; readonly situation: Sortie }): string =>
  `Sortie le ${formatJour(le)} ${SITUATIONS[situation]}.`;

export const suivi = ({ mois, situation }: Suivi): string =>
  `À ${mois} mois : ${situation === null ? 'situation inconnue' : SITUATIONS[situation]}.`;

export const pourSuivre = (code: string): string =>
  `À la fin du parcours, dites par exemple « ${code} est sorti en CDI le 15 octobre ».`;

export const definition =
  '_Insertion professionnelle durable : la dernière situation connue (à la sortie, puis à 3, 6 et 12 mois) est un CDI ou un CDD de six mois et plus._';

export const ligneEcheance = (echeance: Echeance): string =>
  echeance.type === 'suivi'
    ? `**${echeance.personne}** : situation à ${echeance.mois} mois à demander (sortie le ${formatJour(echeance.sortie)}).`
    : `**${echeance.personne}** : fin d’éligibilité le ${formatJour(echeance.le)}${echeance.estimee ? ' (estimée : 24 mois après la première heure connue)' : ''}.`;

export const aucuneEcheance = `Aucune échéance : ni fin d’éligibilité dans les ${JOURS_AVANT_FIN} jours, ni suivi de sortie à faire.`;

export const echeances = (lignes: readonly string[], nombre: number): string =>
  `**Vos échéances** (${nombre}) :\n\n${lignes.map((ligne) => `- ${ligne}`).join('\n')}`;

export const rappelVisite = (liste: readonly Echeance[]): string => {
  const suivis = liste.filter(({ type }) => type === 'suivi').length;
  const fins = liste.length - suivis;
  const parts = [
    ...(fins > 0 ? [accorder(fins, 'fin d’éligibilité proche', 'fins d’éligibilité proches')] : []),
    ...(suivis > 0 ? [accorder(suivis, 'situation à redemander', 'situations à redemander')] : []),
  ];
  return `À ne pas oublier : ${formatListe(parts)}. Dites « mes échéances ».`;
};

export const ouEnEst = ({ personne, mois, le }: Situee): string =>
  mois === null
    ? `Dans quelle situation ${personne} sort du parcours ?`
    : `Où en est **${personne}**, sortie du parcours le ${formatJour(le)}, ${mois} mois après ?`;

export const quelCdd = 'Ce CDD est-il de six mois et plus ? C’est ce qui en fait une insertion durable.';

export const confirmer = (fait: ANoter): string => {
  const { personne } = fait;
  const question = 'Je le note ? Répondez **oui** ou **non**.';
  if (fait.type === 'sortie')
    return `**${personne}** : sortie le ${formatJour(fait.le)} ${SITUATIONS[fait.situation]}.\n\n${question}`;
  if (fait.type === 'suivi')
    return `**${personne}** à ${fait.mois} mois : ${fait.situation === null ? 'situation inconnue' : SITUATIONS[fait.situation]}.\n\n${question}`;
  if (fait.statut === 'refusee') return `**${personne}** : non éligible.\n\n${question}`;
  const fin = fait.fin === null ? 'pour 24 mois (usage des facilitateurs)' : `jusqu’au ${formatJour(fait.fin)}`;
  return `**${personne}** : éligibilité validée${fait.debut === null ? '' : ` depuis le ${formatJour(fait.debut)}`}, ${fin}.\n\n${question}`;
};

const DURABLES = new Set<Sortie | null>(['CDI', 'CDD_6_MOIS']);

export const note = (fait: ANoter): string => {
  if (fait.type === 'eligibilite') return `C’est noté pour ${fait.personne}.`;
  if (fait.situation === null) return `C’est noté : ${fait.personne}, situation inconnue à ce jour.`;
  const compte = DURABLES.has(fait.situation)
    ? 'Compte parmi les insertions durables.'
    : 'Ne compte pas parmi les insertions durables.';
  return `C’est noté : ${fait.personne} ${SITUATIONS[fait.situation]}. ${compte}\n\n${definition}`;
};

export const rienNote = 'D’accord, rien n’est noté.';

export const heuresApresSortie = (fin: string): string =>
  `⚠ Des heures sont enregistrées jusqu’au ${formatJour(fin)}, après cette sortie : est-ce la bonne date ?`;

export const sortieFuture = 'Cette sortie est dans le futur : redites-la une fois qu’elle a eu lieu.';

export const datesInversees = 'La fin d’éligibilité précède son début : quelles sont les bonnes dates ?';

export const libelle = (personne: string, dit: string | null): string =>
  dit === null
    ? `Le libellé de ${personne} est effacé, sans trace.`
    : `C’est noté : ${personne} porte ce libellé, que votre structure est seule à voir. Pour l’effacer : « efface le libellé de ${personne} ».`;

export const globalisation = (seuil: string): string =>
  `**Qui pourrait globaliser ?** Dans ces bassins, plusieurs contrats ont ensemble de quoi faire un parcours de ${seuil} :`;

export const aucunBassin = (seuil: string): string =>
  `Aucun bassin (intercommunalité) ne réunit aujourd’hui ${seuil} à faire sur au moins deux de vos opérations ouvertes.`;

export const resteSur = (operation: string, reste: string): string => `${operation} (reste ${reste})`;

export interface BassinDit {
  readonly nom: string;
  readonly total: string;
  readonly operations: readonly string[];
  readonly titulaires: readonly string[];
  readonly candidats: readonly Candidat[];
}

export const bassin = ({ nom, total, operations, titulaires, candidats }: BassinDit): string =>
  [
    `**${nom}** : ${total} à faire — ${operations.join(', ')}.`,
    titulaires.length > 0
      ? `- Titulaire de plusieurs de ces contrats : ${formatListe(titulaires)}.`
      : '- Aucune entreprise n’y tient deux contrats : il faudrait une structure qui emploie pour plusieurs (GEIQ, ETTI).',
    candidats.length > 0
      ? `- Personnes déjà en parcours ici, avec assez de temps d’éligibilité : ${formatListe(candidats.map(({ personne, possibles }) => `${personne} (jusqu’à ${formatHeures(possibles)})`))}.`
      : '- Personne en parcours ici n’a assez de temps d’éligibilité restant.',
  ].join('\n');

export const hypothese = (seuil: string): string =>
  `_Hypothèses : contrat visé de ${seuil} à temps plein (151,67 h par mois), éligibilité de 24 mois, heures restantes des opérations ouvertes d’une même intercommunalité. Il faut l’accord écrit des acheteurs et du facilitateur ; chaque marché garde son objectif. Autre volume : « qui pourrait globaliser 800 h ? »._`;

export const voirFiche = (fiche: string): string => `Pour en savoir plus : « ${fiche} ».`;
