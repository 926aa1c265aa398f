import type { Anneau, MultiPolygone, Position } from '../../domain/territoire/contours.ts';

/** Pas de la grille, en degrés : une cinquantaine de mètres, invisible sur une carte de région. */
const PAS = 0.0005;

const poser = ([longitude, latitude]: Position): Position => [
  Number((Math.round(longitude / PAS) * PAS).toFixed(4)),
  Number((Math.round(latitude / PAS) * PAS).toFixed(4)),
];

const memes = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const simplifierAnneau = (anneau: Anneau): Anneau => {
  const poses = anneau.map(poser);
  const distincts = poses.filter((position, rang) => rang === 0 || !memes(position, poses[rang - 1]));
  const [premier] = distincts;
  return premier && !memes(premier, distincts.at(-1)) ? [...distincts, premier] : distincts;
};

/** Ramène un contour sur une grille commune : deux voisins gardent exactement la même frontière. */
export const simplifier = (contour: MultiPolygone): MultiPolygone =>
  contour
    .map((polygone) => polygone.map(simplifierAnneau).filter((anneau) => anneau.length >= 4))
    .filter((polygone) => polygone.length > 0);
