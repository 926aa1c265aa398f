import { formatListe } from '../kit/format.ts';

export const demanderLieu =
  'Pour quelle commune ? Donnez son nom, son code postal ou son code INSEE, ou le nom de l’intercommunalité.';

export const inconnu = (saisie: string): string =>
  `Je ne connais pas « ${saisie} » : ce lieu est introuvable parmi les communes de France. Vérifiez l’orthographe, ou donnez le code postal.`;

export const horsRegion = (nom: string, departement: string, region: string): string =>
  `${nom} (${departement}) est en dehors de la région ${region} : je ne connais que les facilitateurs de cette région. L’annuaire national des facilitateurs, accessible depuis le site « Le Marché de l’inclusion », vous donnera votre contact.`;

export const demanderLequel = (saisie: string, choix: readonly string[]): string =>
  `Plusieurs lieux correspondent à « ${saisie} ». Lequel est le bon ?\n\n${choix.map((lieu) => `- ${lieu}`).join('\n')}`;

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

export const REGLES = {
  commune: 'Cette structure couvre la commune elle-même.',
  epci: 'Aucune structure n’est propre à la commune ; celle-ci couvre l’intercommunalité à laquelle elle appartient.',
  departement:
    'Je ne connais pas de facilitateur vérifié pour la commune ni pour son intercommunalité : c’est le département qui prend le relais.',
  region: 'Je ne connais pas de facilitateur vérifié au niveau local : voici le relais régional.',
} as const;

export const REGLES_EPCI = {
  commune: 'Cette structure couvre une partie de l’intercommunalité, commune par commune.',
  epci: 'Cette structure couvre l’intercommunalité.',
  departement:
    'Je ne connais pas de facilitateur vérifié pour cette intercommunalité : c’est le département qui prend le relais.',
  region: REGLES.region,
} as const;

export const REGLE_DEPARTEMENT = 'Cette structure couvre le département.';

export const zoneBlanche =
  'Je ne connais aucun facilitateur vérifié pour ce territoire : c’est une **zone blanche** de mon annuaire. Adressez-vous au Département (service insertion), à la DDETS ou à la DREETS, ou consultez l’annuaire national des facilitateurs depuis le site « Le Marché de l’inclusion ». Ne renoncez pas à la clause.';

export const structure = (texte: {
  readonly nom: string;
  readonly porteur: string;
  readonly role: string | null;
  readonly contact: string | null;
  readonly site: string | null;
}): string =>
  [
    `**${texte.nom}** (${texte.porteur})`,
    texte.role,
    texte.contact ? `Contact : ${texte.contact}` : null,
    texte.site ? `Site : ${texte.site}` : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

export const source = (libelle: string, annee: string): string =>
  `_Information publique de ${annee} (${libelle}), à confirmer auprès de la structure._`;

export const repli = (noms: readonly string[]): string => `Si vous n’obtenez pas de réponse : ${formatListe(noms)}.`;
