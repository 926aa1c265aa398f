import type { Fraicheur } from '../../src/domain/territoire/fraicheur.ts';
import type { Lieu, RegleRattachement } from '../../src/domain/territoire.ts';
import { accorder, formatJour, formatListe, formatNombre } from '../kit/format.ts';

export const demanderLieu =
  'Pour quelle commune ? Donnez son nom, son code postal ou son code INSEE, ou le nom de l’intercommunalité.';

export const dontVousParliez = (nom: string): string =>
  `Pour ${nom}, dont vous parliez ; donnez un autre nom pour un autre lieu.`;

export const inconnu = (saisie: string): string =>
  `Je ne connais pas « ${saisie} » : ce lieu est introuvable parmi les communes de France. Vérifiez l’orthographe, ou donnez le code postal.`;

export const horsRegion = (nom: string, departement: string, region: string): string =>
  `${nom}${nom === departement ? '' : ` (${departement})`} est en dehors de la région ${region} : je ne connais que les facilitateurs de cette région. L’annuaire national des facilitateurs, accessible depuis le site « Le Marché de l’inclusion », vous donnera votre contact.`;

export const demanderLequel = (saisie: string, choix: readonly string[]): string =>
  `Plusieurs lieux correspondent à « ${saisie} ». Lequel est le bon ?\n\n${choix.map((lieu) => `- ${lieu}`).join('\n')}`;

export const demanderSiBien = (saisie: string, lieu: string): string =>
  `Je ne suis pas sûre de « ${saisie} ». Voulez-vous dire ${lieu} ? Répondez oui, ou donnez le bon nom.`;

export const demanderParmi = (saisie: string, noms: readonly string[]): string =>
  `${noms.length} communes correspondent à « ${saisie} ». Laquelle est la bonne ? ${formatListe(noms, 'ou')}.`;

export const demandeAbandonnee = 'D’accord, j’abandonne cette recherche.';

export const commune = (texte: {
  readonly nom: string;
  readonly code: string;
  readonly epci: string | null;
  readonly departement: string;
}): string =>
  `**${texte.nom}** (${texte.code})${texte.epci ? `, ${texte.epci}` : ''}, département ${texte.departement}.`;

export const ancienne = (ancien: string, actuelle: string): string =>
  `${ancien} fait aujourd’hui partie de ${actuelle}.`;

export const corrigee = (nom: string): string => `J’ai compris « ${nom} ».`;

export const territoire = (nom: string, departements: readonly string[]): string =>
  `**${nom}**${departements.length > 0 ? ` (${formatListe(departements)})` : ''}.`;

type RegleConnue = Exclude<RegleRattachement, 'aucune'>;

const REGLES: Readonly<Record<RegleConnue, string>> = {
  commune: 'Cette structure couvre la commune elle-même.',
  epci: 'Aucune structure n’est propre à la commune ; celle-ci couvre l’intercommunalité à laquelle elle appartient.',
  'chef-de-file':
    'Aucune structure ne suit la commune ni son intercommunalité ; celle-ci coordonne les facilitateurs du secteur.',
  departement: 'C’est le Département qui prend le relais.',
  region: 'Je ne connais pas de facilitateur vérifié au niveau local : voici le relais régional.',
};

const REGLES_PLUSIEURS: Readonly<Record<RegleConnue, (nombre: string) => string>> = {
  commune: (nombre) => `${nombre} structures couvrent la commune elle-même.`,
  epci: (nombre) =>
    `Aucune structure n’est propre à la commune ; ${nombre} structures couvrent l’intercommunalité à laquelle elle appartient.`,
  'chef-de-file': (nombre) => `${nombre} structures coordonnent les facilitateurs du secteur.`,
  departement: (nombre) => `${nombre} structures prennent le relais au niveau départemental.`,
  region: (nombre) => `${nombre} structures prennent le relais au niveau régional.`,
};

const REGLES_EPCI = {
  une: 'Cette structure couvre l’intercommunalité.',
  plusieurs: (nombre: string) => `${nombre} structures couvrent l’intercommunalité.`,
} as const;

const REGLES_DEPARTEMENT = {
  une: 'Cette structure couvre le département.',
  plusieurs: (nombre: string) => `${nombre} structures couvrent le département.`,
} as const;

const NOMBRES = ['', '', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'] as const;

/** Pourquoi cette structure : la règle, dite pour le lieu demandé. */
export const regle = (regleSuivie: RegleRattachement, type: Lieu['type'], nombre: number): string => {
  const enLettres = NOMBRES[nombre] || formatNombre(nombre);
  if (regleSuivie === 'aucune') return personne;
  if (type === 'epci' && regleSuivie === 'epci') return nombre > 1 ? REGLES_EPCI.plusieurs(enLettres) : REGLES_EPCI.une;
  if (type === 'departement' && regleSuivie === 'departement')
    return nombre > 1 ? REGLES_DEPARTEMENT.plusieurs(enLettres) : REGLES_DEPARTEMENT.une;
  if (nombre < 2) return REGLES[regleSuivie];
  return REGLES_PLUSIEURS[regleSuivie](regleSuivie === 'epci' ? enLettres.toLowerCase() : enLettres);
};

export const quiMene = (chefDeFile: string | null): string =>
  chefDeFile === null
    ? 'Aucune n’est désignée chef de file : adressez-vous à l’une d’elles, elles se répartiront le suivi.'
    : `**${chefDeFile}** est chef de file : commencez par elle, elle se coordonne avec les autres.`;

export const zoneBlanche = (lieu: string, epci: string | null): string =>
  `**Zone blanche** : je ne connais aucun facilitateur vérifié sur place pour ${lieu}${epci === null ? '' : ` ni pour l’intercommunalité ${epci}`}.`;

export const voisines = (noms: readonly string[]): string =>
  `Dans la même intercommunalité, ${formatListe(noms)} ${noms.length > 1 ? 'suivent' : 'suit'} d’autres communes : demandez-leur conseil.`;

export const relais = (regleSuivie: RegleConnue): string =>
  ({
    commune: REGLES.commune,
    epci: REGLES.epci,
    'chef-de-file': 'Le chef de file du secteur prend le relais et vous orientera.',
    departement: REGLES.departement,
    region: 'Il reste le relais régional.',
  })[regleSuivie];

export const personne = 'Ni un Département ni la région n’ont de relais vérifié dans mon annuaire.';

export const departementSansPersonne =
  'Je ne connais aucun facilitateur vérifié pour l’ensemble de ce département : c’est une **zone blanche** de mon annuaire à ce niveau.';

export const replis = (departements: readonly string[]): string =>
  [
    'En zone blanche, ne renoncez pas à la clause. Vous pouvez aussi vous adresser :',
    ...(departements.length > 0
      ? [`- au conseil départemental (${formatListe(departements)}), service de l’insertion ;`]
      : []),
    '- à la DDETS du département ou à la DREETS ;',
    '- à la mission locale ou au PLIE du secteur, qui connaissent les publics ;',
    '- à l’annuaire national des facilitateurs, depuis le site « Le Marché de l’inclusion ».',
  ].join('\n');

export const besoinNote =
  '_Je note ce besoin pour la coordination régionale : le territoire, sa nature et la date, rien sur vous._';

export const departementDeLaCommune = (epci: string, departement: string): string =>
  `L’intercommunalité ${epci} est à cheval sur plusieurs départements : c’est celui de la commune, ${departement}, qui compte.`;

export const plusieursDepartements = (noms: readonly string[]): string =>
  `Cette intercommunalité est à cheval sur plusieurs départements (${formatListe(noms)}) : prenez celui de la commune d’exécution, ou donnez-moi cette commune.`;

export const debordeDeLaRegion = (communes: number, total: number): string =>
  `Cette intercommunalité déborde sur une région voisine : je ne parle que de ses ${communes} communes d’ici, sur ${total}.`;

export const couverteEnPartie = (couvertes: number, total: number): string =>
  `Cette intercommunalité est **couverte en partie** : ${accorder(couvertes, 'commune')} sur ${formatNombre(total)} ${couvertes > 1 ? 'ont' : 'a'} un facilitateur local vérifié.`;

export const suit = (communes: readonly string[]): string => `Pour ${formatListe(communes)} :`;

export const pourLeReste = (noms: readonly string[]): string =>
  `Pour les autres communes : ${formatListe(noms)}. Donnez-moi la commune d’exécution pour être sûr.`;

export const resteSansPersonne =
  'Pour les autres communes, c’est une **zone blanche**. Donnez-moi la commune d’exécution pour être sûr.';

export const compteDepartement = (texte: {
  readonly nom: string;
  readonly total: number;
  readonly partie: number;
  readonly blanches: number;
}): string =>
  texte.blanches === 0 && texte.partie === 0
    ? `Les ${texte.total} intercommunalités de ce département ont toutes un facilitateur local.`
    : `Sur ${accorder(texte.total, 'intercommunalité')}, ${formatNombre(texte.blanches)} ${texte.blanches > 1 ? 'sont des zones blanches' : 'est une zone blanche'} et ${formatNombre(texte.partie)} ${texte.partie > 1 ? 'sont couvertes' : 'est couverte'} en partie. Demandez « zones blanches ${texte.nom} » pour la liste, ou donnez-moi une commune.`;

export const structure = (texte: {
  readonly nom: string;
  readonly porteur: string;
  readonly role: string | null;
  readonly services: readonly string[];
  readonly etp: number | null;
  readonly implantations: readonly string[];
  readonly contact: string | null;
  readonly site: string | null;
}): string =>
  [
    `**${texte.nom}** (${texte.porteur})`,
    texte.role,
    texte.services.length > 0 ? `Services : ${formatListe(texte.services)}` : null,
    texte.etp === null ? null : `Moyens : ${formatNombre(texte.etp)} ETP`,
    texte.implantations.length > 0 ? `Reçoit à ${formatListe(texte.implantations)}` : null,
    texte.contact ? `Contact : ${texte.contact}` : null,
    texte.site ? `Site : ${texte.site}` : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

/** D'où vient l'information, de quand elle date, et s'il faut la faire confirmer. */
export const source = (libelle: string, fraicheur: Fraicheur): string => {
  switch (fraicheur.type) {
    case 'confirmee':
      return fraicheur.ancienne
        ? `_Information confirmée le ${formatJour(fraicheur.le)} (${libelle}) : elle a plus de deux ans, à confirmer auprès de la structure._`
        : `_Information vérifiée le ${formatJour(fraicheur.le)} (${libelle})._`;
    case 'publique':
      return fraicheur.ancienne
        ? `_Information publique de ${fraicheur.annee} (${libelle}), à confirmer auprès de la structure._`
        : `_Information publique de ${fraicheur.annee} (${libelle})._`;
    case 'non-datee':
      return `_Information publique non datée (${libelle}), à confirmer auprès de la structure._`;
  }
};

export const repli = (noms: readonly string[]): string => `Si vous n’obtenez pas de réponse : ${formatListe(noms)}.`;
