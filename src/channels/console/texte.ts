import type { Choix, Reponse } from '../../../dialogs/kit/reply.ts';

/** Enlève les marques Markdown ; un lien garde son adresse entre parenthèses. */
export const enTexteSimple = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_tout, libelle: string, lien: string) =>
      libelle === lien ? lien : `${libelle} (${lien})`,
    )
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(^|[\s(«])[*_](?=\S)([^*_\n]*[^*_\s])[*_](?=[\s).,;:!?»]|$)/gm, '$1$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^(\s*)[*+-]\s+/gm, '$1• ')
    .replace(/^>\s?/gm, '')
    .trim();

const rendreCarte = ({ carte }: Reponse): string[] => {
  if (carte === undefined) return [];
  const largeur = Math.max(0, ...carte.lignes.map(({ libelle }) => libelle.length));
  const lignes = carte.lignes.map(({ libelle, valeur }) => `  ${libelle.padEnd(largeur)}  ${enTexteSimple(valeur)}`);
  return [
    ['', `  — ${carte.titre} —`, ...lignes, ...(carte.note ? [`  ${enTexteSimple(carte.note)}`] : [])].join('\n'),
  ];
};

const rendreSources = ({ citations = [] }: Reponse): string[] =>
  citations.length === 0
    ? []
    : [
        ['', 'Sources :', ...citations.map(({ libelle, lien }, rang) => `  [${rang + 1}] ${libelle} — ${lien}`)].join(
          '\n',
        ),
      ];

/** Un bouton, quel que soit son genre, dans l'ordre où il est montré. */
export type Bouton = Choix & { readonly donnees?: Readonly<Record<string, string>> };

/** Boutons d'une réponse : ceux de la carte, puis les choix. */
export const boutonsDe = ({ carte, choix = [] }: Reponse): readonly Bouton[] => [
  ...(carte?.actions ?? []).map(({ titre, texte, donnees }) => ({ titre, valeur: texte, donnees })),
  ...choix,
];

/** Rend une réponse en texte simple, sans ses boutons. */
export const rendreTexte = (reponse: Reponse): string =>
  [enTexteSimple(reponse.texte), ...rendreCarte(reponse), ...rendreSources(reponse)].join('\n');

/** Liste numérotée des boutons, que la personne peut taper par leur numéro. */
export const rendreBoutons = (boutons: readonly Bouton[]): string =>
  boutons.map(({ titre }, rang) => `  ${rang + 1}. ${titre}`).join('\n');
