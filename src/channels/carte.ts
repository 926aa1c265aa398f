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

/** Les lignes qu'un champ montre déjà ne sont pas redites. */
const dessinerLignes = ({ lignes, champs = [] }: Carte): Record<string, unknown>[] => {
  const montres = new Set(champs.map(({ libelle }) => libelle));
  const facts = lignes
    .filter(({ libelle }) => !montres.has(libelle))
    .map(({ libelle, valeur }) => ({ title: libelle, value: valeur }));
  return facts.length === 0 ? [] : [{ type: 'FactSet', facts }];
};

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
      ...dessinerLignes(carte),
      ...(carte.champs ?? []).map(dessinerChamp),
      ...(carte.note === undefined ? [] : [{ type: 'TextBlock', text: carte.note, wrap: true, isSubtle: true }]),
    ],
    actions: carte.actions.map((action) => dessinerAction(action, bouton)),
  },
});
