import type { Citation } from '../domain/droit.ts';

/** Bornes documentées par Teams pour une citation. */
const MAX = { citations: 20, nom: 80, extrait: 160 } as const;

/** Entité « Message » de schema.org dont Teams fait des renvois cliquables. */
export interface EntiteCitations {
  type: 'https://schema.org/Message';
  '@type': 'Message';
  '@context': 'https://schema.org';
  '@id': '';
  citation: {
    '@type': 'Claim';
    position: number;
    appearance: { '@type': 'DigitalDocument'; name: string; url: string; abstract: string };
  }[];
  /** Web Chat en fait les boutons « utile / pas utile » ; `@id` nomme la fiche jugée. */
  potentialAction?: { '@type': 'LikeAction' | 'DislikeAction'; '@id': string; actionStatus: 'PotentialActionStatus' }[];
}

/** Coupe au dernier mot entier, avec des points de suspension. */
export const couper = (texte: string, max: number): string => {
  if (texte.length <= max) return texte;
  const debut = texte.slice(0, max - 1);
  const espace = debut.lastIndexOf(' ');
  return `${debut.slice(0, espace > max / 2 ? espace : max - 1).trimEnd()}…`;
};

/** Une seule entité par message : Teams refuse d'en lire deux. */
export const entiteCitations = (citations: readonly Citation[]): EntiteCitations => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: citations.slice(0, MAX.citations).map(({ libelle, lien, extrait }, rang) => ({
    '@type': 'Claim',
    position: rang + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: couper(libelle, MAX.nom),
      url: lien,
      abstract: couper(extrait, MAX.extrait),
    },
  })),
});

const finDuLibelle = (texte: string, libelle: string): number => {
  const debut = texte.indexOf(libelle);
  if (debut < 0) return -1;
  const fin = debut + libelle.length;
  // Le renvoi se pose après le lien Markdown entier, jamais dans son libellé.
  const lien = /^\]\([^)\s]*\)/.exec(texte.slice(fin));
  return fin + (lien?.[0].length ?? 0);
};

/** Pose les renvois [1], [2]… que Teams remplace : après chaque article nommé, sinon en fin de texte. */
export const poserRenvois = (texte: string, citations: readonly Citation[]): string => {
  const restes: string[] = [];
  let pose = texte;
  for (const [rang, { libelle, lien }] of citations.slice(0, MAX.citations).entries()) {
    const renvoi = `[${rang + 1}]`;
    if (pose.includes(renvoi)) continue;
    const fin = finDuLibelle(pose, libelle);
    if (fin < 0) restes.push(`[${libelle}](${lien}) ${renvoi}`);
    else pose = `${pose.slice(0, fin)} ${renvoi}${pose.slice(fin)}`;
  }
  return restes.length === 0 ? pose : `${pose}\n\nSources : ${restes.join(' · ')}`;
};
