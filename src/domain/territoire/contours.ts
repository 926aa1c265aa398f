/** Longitude et latitude, en degrés (WGS 84). */
export type Position = readonly [number, number];

/** Suite fermée de positions : la dernière est la première. */
export type Anneau = readonly Position[];

/** Polygones d'un territoire ; dans chacun, l'anneau extérieur puis les trous, comme en GeoJSON. */
export type MultiPolygone = readonly (readonly Anneau[])[];

/** Contour de chaque intercommunalité, par SIREN. */
export type Contours = ReadonlyMap<string, MultiPolygone>;
