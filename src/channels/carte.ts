import type { Carte, ChampCarte } from '../../dialogs/kit/reply.ts';

/** Pièce jointe Adaptive Card, telle que Teams et Web Chat la dessinent. */
export interface PieceCarte {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: Record<string, unknown>;
}

const STYLES = { positif: 'positive', destructif: 'destructive' } as const;

/**
 * Comment le bouton dit ce que la personne aurait tapé :
 * `messageBack` le montre dans le fil (Teams, Web Chat) ; `discret` le joint aux données,
 * car le client d'essai de Microsoft (Agents Playground 0.2.28) plante sur un `messageBack`.
 */
export type Bouton = 'messageBack' | 'discret';

const direTexte = ({ titre, texte }: Carte['actions'][number], bouton: Bouton): Record<string, unknown> =>
  bouton === 'messageBack' ? { msteams: { type: 'messageBack', text: texte, displayText: titre } } : { texte };

const dessinerAction = (action: Carte['actions'][number], bouton: Bouton): Record<string, unknown> => ({
  type: 'Action.Submit',
  title: action.titre,
  ...(action.style === undefined ? {} : { style: STYLES[action.style] }),
  data: { ...action.donnees, ...direTexte(action, bouton) },
});

const GENRES = { texte: 'Input.Text', nombre: 'Input.Number', date: 'Input.Date' } as const;

const dessinerChamp = (champ: ChampCarte): Record<string, unknown> => {
  const commun = { id: champ.id, label: champ.libelle };
  if (champ.type === 'choix' || champ.type === 'choix-multiples')
    return {
      ...commun,
      type: 'Input.ChoiceSet',
      style: 'compact',
      ...(champ.type === 'choix-multiples' ? { isMultiSelect: true } : {}),
      choices: champ.options.map(({ titre, valeur }) => ({ title: titre, value: valeur })),
      value: champ.valeur,
    };
  const valeur = champ.type === 'nombre' ? Number(champ.valeur) : champ.valeur;
  return { ...commun, type: GENRES[champ.type], ...(champ.valeur === '' ? {} : { value: valeur }) };
};

const ID_CHAMPS = 'champs';

/** Les champs, repliés s'il y a un bouton pour les montrer : la carte reste courte, et les envoie quand même. */
const dessinerChamps = ({ champs = [], titreChamps }: Carte): Record<string, unknown>[] =>
  champs.length === 0
    ? []
    : [
        {
          type: 'Container',
          id: ID_CHAMPS,
          ...(titreChamps === undefined ? {} : { isVisible: false }),
          items: champs.map(dessinerChamp),
        },
      ];

const dessinerDepliage = ({ champs = [], titreChamps }: Carte): Record<string, unknown>[] =>
  champs.length === 0 || titreChamps === undefined
    ? []
    : [{ type: 'Action.ToggleVisibility', title: titreChamps, targetElements: [ID_CHAMPS] }];

/** Dessine une carte en Adaptive Card 1.5 ; `repli` est lu par un client qui n'en connaît pas. */
export const dessinerCarte = (carte: Carte, repli: string, bouton: Bouton): PieceCarte => ({
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
      ...dessinerChamps(carte),
      ...(carte.note === undefined ? [] : [{ type: 'TextBlock', text: carte.note, wrap: true, isSubtle: true }]),
    ],
    actions: [...carte.actions.map((action) => dessinerAction(action, bouton)), ...dessinerDepliage(carte)],
  },
});
