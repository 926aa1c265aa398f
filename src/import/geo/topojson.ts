import { z } from 'zod';
import type { Position } from '../../domain/territoire/contours.ts';

const Arcs = z.array(z.number().int());
const Geometrie = z.object({
  type: z.string(),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  arcs: z.unknown().optional(),
});
const Topologie = z.object({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.object({ geometries: z.array(Geometrie).default([]) })),
  arcs: z.array(z.array(z.array(z.number()).min(2))),
  transform: z
    .object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) })
    .optional(),
});
type Topologie = z.infer<typeof Topologie>;

/** Positions de chaque arc : cumulées puis mises à l'échelle quand le fichier est quantifié. */
const decoderArcs = ({ arcs, transform }: Topologie): Position[][] =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([a = 0, b = 0]): Position => {
      if (!transform) return [a, b];
      x += a;
      y += b;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });

/** Un anneau est une suite d'arcs ; un rang négatif se lit à l'envers, et le point commun ne compte qu'une fois. */
const anneauDe = (rangs: readonly number[], arcs: readonly (readonly Position[])[]): Position[] =>
  rangs.flatMap((rang, place) => {
    const arc = rang < 0 ? (arcs[~rang] ?? []).toReversed() : (arcs[rang] ?? []);
    return place === 0 ? arc : arc.slice(1);
  });

const Polygone = z.array(Arcs);
const MultiPolygone = z.array(Polygone);

const polygonesDe = ({ type, arcs }: z.infer<typeof Geometrie>): number[][][] => {
  if (type === 'Polygon') {
    const lu = Polygone.safeParse(arcs);
    return lu.success ? [lu.data] : [];
  }
  const lu = type === 'MultiPolygon' ? MultiPolygone.safeParse(arcs) : null;
  return lu?.success ? lu.data : [];
};

/** Objets d'une topologie, comme des objets GeoJSON ; null si ce n'en est pas une. */
export const decoderTopoJson = (brut: unknown): unknown[] | null => {
  const lu = Topologie.safeParse(brut);
  if (!lu.success) return null;
  const arcs = decoderArcs(lu.data);
  return Object.values(lu.data.objects).flatMap(({ geometries }) =>
    geometries.map((geometrie) => ({
      id: geometrie.id,
      properties: geometrie.properties,
      geometry: {
        type: 'MultiPolygon',
        coordinates: polygonesDe(geometrie).map((polygone) => polygone.map((rangs) => anneauDe(rangs, arcs))),
      },
    })),
  );
};
