import type { Reponse } from '../../dialogs/kit/reply.ts';
import { actionsAvis } from './avis.ts';
import { type Bouton, dessinerCarte, type PieceCarte } from './carte.ts';
import { type EntiteCitations, entiteCitations, poserRenvois } from './citations.ts';

/** Activité « message » du Bot Framework, prête à être envoyée par un canal. */
export interface ActiviteSortante {
  type: 'message';
  text: string;
  textFormat: 'markdown';
  locale: 'fr-FR';
  inputHint: 'acceptingInput';
  attachments?: PieceCarte[];
  suggestedActions?: { to: string[]; actions: { type: 'imBack'; title: string; value: string }[] };
  entities?: EntiteCitations[];
  channelData?: Record<string, unknown>;
}

/** Pour qui l'activité est écrite. */
export interface Destination {
  /** `channelId` : « msteams », « directline »… */
  readonly canal: string;
  readonly bouton?: Bouton;
}

/** Teams seul dessine « utile / pas utile » sous un message. */
const channelDataDe = ({ avis }: Reponse, canal: string): Pick<ActiviteSortante, 'channelData'> =>
  avis === undefined || canal !== 'msteams' ? {} : { channelData: { feedbackLoopEnabled: true } };

/** Web Chat lit les boutons d'avis dans l'entité des citations. */
const entitesDe = ({ citations = [], avis }: Reponse, canal: string): Pick<ActiviteSortante, 'entities'> => {
  if (citations.length === 0) return {};
  const entite = entiteCitations(citations);
  if (avis === undefined || canal !== 'directline') return { entities: [entite] };
  return { entities: [{ ...entite, potentialAction: actionsAvis(avis.fiche) }] };
};

const boutonsDe = ({ choix = [] }: Reponse): Pick<ActiviteSortante, 'suggestedActions'> =>
  choix.length === 0
    ? {}
    : {
        suggestedActions: {
          to: [],
          actions: choix.map(({ titre, valeur }) => ({ type: 'imBack', title: titre, value: valeur })),
        },
      };

/** Canaux où les cartes se voient à coup sûr ; ailleurs, le texte dit tout. */
const AVEC_CARTES: ReadonlySet<string> = new Set(['msteams', 'directline', 'webchat', 'emulator']);

const texteDe = ({ texte, carte }: Reponse, canal: string): string =>
  (AVEC_CARTES.has(canal) ? carte?.abrege : undefined) ?? texte;

/** Traduit une réponse en activités du Bot Framework. */
export const versActivites = (reponse: Reponse, { canal, bouton = 'messageBack' }: Destination): ActiviteSortante[] => {
  const { texte, carte, citations = [] } = reponse;
  return [
    {
      type: 'message',
      text: poserRenvois(texteDe(reponse, canal), citations),
      textFormat: 'markdown',
      locale: 'fr-FR',
      inputHint: 'acceptingInput',
      ...(carte === undefined ? {} : { attachments: [dessinerCarte(carte, texte, bouton)] }),
      ...boutonsDe(reponse),
      ...entitesDe(reponse, canal),
      ...channelDataDe(reponse, canal),
    },
  ];
};
