import type { Fiche } from '../../src/domain/droit.ts';
import type { Audience, Avis } from '../../src/domain/marches.ts';
import { accorder, formatJour, formatListe } from '../kit/format.ts';

export const lequel = (montres: number): string =>
  montres === 0
    ? 'À quel avis ? Cherchez d’abord (« marchés réservés nettoyage dans le Nord »), ou donnez le numéro de l’avis au BOAMP, par exemple 26-12345.'
    : 'À quel avis de la liste ? Dites par exemple « comment répondre au premier ».';

export const titre = ({ objet, acheteur, adresse }: Avis): string =>
  `**Pour répondre à « ${adresse ? `[${objet}](${adresse})` : objet} »**${acheteur ? ` (${acheteur})` : ''}`;

export const titreContact = ({ objet }: Avis): string => `**${objet}**`;

export const titreGeneral = '**Pour répondre à un marché réservé**';

export const delaiGeneral =
  '☐ **Délai** : date et heure limites de l’avis, offre complète déposée sur la plateforme de l’acheteur. Le règlement de la consultation fait foi.';

/** À qui l'avis est réservé : la première chose à vérifier. */
export const aQui = ({ reservation }: Avis): string[] =>
  reservation.audiences.length === 1 && reservation.statut !== 'non'
    ? [
        `☐ **Pour qui** : ${AUDIENCES[reservation.audiences[0] ?? 'SIAE']}${reservation.lots.length > 0 ? `, lot ${formatListe(reservation.lots)} seulement` : ''}.`,
      ]
    : [
        '☐ **Pour qui** : vérifiez dans le règlement que votre structure est bien de celles à qui le marché est réservé.',
      ];

const AUDIENCES: Readonly<Record<Audience, string>> = {
  SIAE: 'structures d’insertion (EI, ETTI, AI, ACI)',
  EA_ESAT: 'entreprises adaptées et ESAT',
  ESS: 'entreprises de l’économie sociale et solidaire',
  PENITENTIAIRE: 'opérateurs qui font travailler des personnes détenues',
};

const restants = (jours: number | null): string =>
  jours === null ? '' : jours < 0 ? ' (c’est passé)' : jours === 0 ? ' (aujourd’hui)' : ` (${accorder(jours, 'jour')})`;

export const delai = ({ nature, dateLimite, heureLimite }: Avis, jours: number | null): string => {
  if (nature === 'attribution')
    return '☐ **Délai** : ce contrat est en cours, rien n’est à remettre aujourd’hui. Appelez l’acheteur avant sa prochaine consultation, et préparez la suite.';
  return dateLimite === null
    ? '☐ **Délai** : la date limite n’est pas publiée, demandez-la à l’acheteur sur sa plateforme.'
    : `☐ **Délai** : offre complète déposée avant le ${formatJour(dateLimite)}${heureLimite ? ` à ${heureLimite.replace(':', ' h ')}` : ''}${restants(jours)}, sur la plateforme de l’acheteur. Retirez le règlement de la consultation : lui seul fait foi.`;
};

const ETAPES: Readonly<Record<string, string>> = {
  eligibilite: 'Preuve d’éligibilité',
  declaration: 'Candidature (DC1, DC2 ou DUME) : déclaration sur l’honneur',
  groupement: 'Groupement',
  'sous-traitance': 'Sous-traitance',
  variantes: 'Variantes',
  avance: 'Avance',
};

/** Ce qu'une étape montre de sa fiche ; le reste s'ouvre en posant sa question. */
const LONGUEUR = 320;
/** Fin de phrase, sans se laisser prendre par « art. R2113-7 ». */
const PHRASES = /(?<=[.!?])(?<!\bart\.) (?=\p{Lu})/u;

const debutDe = (reponse: string): string =>
  reponse
    .split(PHRASES)
    .reduce(
      (dit, phrase) => (dit === '' || dit.length + phrase.length < LONGUEUR ? `${dit} ${phrase}`.trim() : dit),
      '',
    );

const RESERVES: Readonly<Partial<Record<Fiche['confiance'], string>>> = {
  lecture: ' _(lecture prudente)_',
  pratique: ' _(usage)_',
};

/** Une étape : la question de la fiche et sa réponse, en bref ; les preuves, elles, se lisent toutes. */
export const etape = (
  nom: string,
  { titre: question, reponse, confiance }: Pick<Fiche, 'titre' | 'reponse' | 'confiance'>,
): string =>
  `☐ **${ETAPES[nom] ?? nom}**. _${question}_ ${nom === 'eligibilite' ? reponse : debutDe(reponse)}${RESERVES[confiance] ?? ''}`;

export const inconnu = (numero: string): string =>
  `Je ne connais pas l’avis ${numero} : il n’est pas parmi les avis importés. Cherchez-le sur le BOAMP, ou donnez-moi son métier et son lieu.`;

export const appeler = (structures: readonly { readonly nom: string; readonly contact: string | null }[]): string =>
  `☐ **Qui appeler** : le facilitateur du lieu d’exécution, ${structures.map(({ nom, contact }) => (contact ? `${nom} (${contact})` : nom)).join(' ; ')}.`;

export const appelerGeneral =
  '☐ **Qui appeler** : le facilitateur du lieu d’exécution (« facilitateur Lens »), et l’acheteur par sa plateforme pour toute question.';

export const sansLieu =
  '☐ **Qui appeler** : l’avis ne dit pas où le marché s’exécute ; donnez la commune (« facilitateur Lens ») pour trouver le facilitateur.';
