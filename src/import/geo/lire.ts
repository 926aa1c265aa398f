import { z } from 'zod';
import type { Contours, MultiPolygone, Position } from '../../domain/territoire/contours.ts';
import { fusionner } from './fusionner.ts';
import { simplifier } from './simplifier.ts';
import { decoderTopoJson } from './topojson.ts';

const Coordonnees = z
  .array(z.number())
  .min(2)
  .transform(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);
const Polygone = z.array(z.array(Coordonnees).min(4));
const Geometrie = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: Polygone }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygone) }),
]);
const Objet = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: Geometrie,
});
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** Un territoire du fichier : son code tel quel et son contour. */
interface Forme {
  readonly code: string;
  readonly contour: MultiPolygone;
}

/** Ce qu'il faut savoir de la géographie pour reconnaître les codes du fichier. */
export interface Reconnaissance {
  readonly estEpci: (code: string) => boolean;
  /** SIREN de l'intercommunalité d'une commune ; null si elle est inconnue. */
  readonly epciDeLaCommune: (insee: string) => string | null;
}

/** Contours lus, ou la phrase qui dit pourquoi il n'y en a pas. */
export type LectureContours =
  | { readonly type: 'lus'; readonly contours: Contours }
  | { readonly type: 'refus'; readonly raison: string };

const CODES = ['code', 'siren', 'codeEpci', 'code_epci', 'code_siren', 'codgeo', 'insee_com', 'code_insee'];

const codeDe = ({ id, properties }: z.infer<typeof Objet>): string | null => {
  const champs = new Map(Object.entries(properties ?? {}).map(([nom, valeur]) => [nom.toLowerCase(), valeur]));
  const valeur = CODES.map((nom) => champs.get(nom.toLowerCase())).find((lue) => lue !== undefined) ?? id;
  return typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur) : null;
};

const formesDe = (brut: unknown): Forme[] | null => {
  const objets: unknown[] | null = decoderTopoJson(brut) ?? collection(brut);
  return (
    objets?.flatMap((objet): Forme[] => {
      const lu = Objet.safeParse(objet);
      const code = lu.success ? codeDe(lu.data) : null;
      if (!lu.success || code === null) return [];
      const { geometry } = lu.data;
      return [{ code, contour: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates }];
    }) ?? null
  );
};

const collection = (brut: unknown): unknown[] | null => {
  const lue = Collection.safeParse(brut);
  return lue.success ? lue.data.features : null;
};

const parseJson = (texte: string): unknown => {
  try {
    return JSON.parse(texte.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

/**
 * Contours des intercommunalités d'un fichier GeoJSON ou TopoJSON, d'intercommunalités ou de communes :
 * les communes sont réunies par intercommunalité. Ce que la région ne connaît pas est laissé de côté.
 */
export const lireContours = (texte: string, { estEpci, epciDeLaCommune }: Reconnaissance): LectureContours => {
  const brut = parseJson(texte);
  if (brut === undefined) return { type: 'refus', raison: 'le fichier n’est pas du JSON lisible' };
  const formes = formesDe(brut);
  if (formes === null)
    return { type: 'refus', raison: 'ni GeoJSON (FeatureCollection) ni TopoJSON (Topology) reconnu' };
  const entieres = formes.filter(({ code }) => estEpci(code));
  const parEpci = new Map<string, MultiPolygone[]>();
  for (const { code, contour } of entieres.length > 0 ? entieres : formes) {
    const epci = entieres.length > 0 ? code : epciDeLaCommune(code);
    if (epci !== null) parEpci.set(epci, [...(parEpci.get(epci) ?? []), simplifier(contour)]);
  }
  if (parEpci.size === 0)
    return { type: 'refus', raison: 'aucune intercommunalité ni commune de la région n’y est reconnue par son code' };
  const reunir = (parties: readonly MultiPolygone[]): MultiPolygone =>
    parties.length === 1 ? (parties[0] ?? []) : fusionner(parties);
  return { type: 'lus', contours: new Map([...parEpci].map(([code, parties]) => [code, reunir(parties)])) };
};
