import type { Carte } from '../../dialogs/kit/reply.ts';

/** Pièce jointe Adaptive Card, telle que Teams et Web Chat la dessinent. */
export interface PieceCarte {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: Record<string, unknown>;
}

const STYLES = { positif: 'positive', destructif: 'destructive' } as const;

const dessinerAction = ({ titre, donnees, texte, style }: Carte['actions'][number]): Record<string, unknown> => ({
  type: 'Action.Submit',
  title: titre,
  ...(style === undefined ? {} : { style: STYLES[style] }),
  data: { ...donnees, msteams: { type: 'messageBack', text: texte, displayText: titre } },
});

/** Dessine une carte en Adaptive Card 1.5 ; `repli` est lu par un client qui n'en connaît pas. */
export const dessinerCarte = (carte: Carte, repli: string): PieceCarte => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'fr',
    fallbackText: repli,
    body: [
      { type: 'TextBlock', text: carte.titre, weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
      ...(carte.lignes.length === 0
        ? []
        : [{ type: 'FactSet', facts: carte.lignes.map(({ libelle, valeur }) => ({ title: libelle, value: valeur })) }]),
      ...(carte.note === undefined ? [] : [{ type: 'TextBlock', text: carte.note, wrap: true, isSubtle: true }]),
    ],
    actions: carte.actions.map(dessinerAction),
  },
});
