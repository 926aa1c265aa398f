import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const Regions = z.array(z.object({ code: z.string(), nom: z.string() }));

/** Nom officiel d'une région par son code INSEE : « 32 » → « Hauts-de-France ». */
export const nomRegion = (code: string): string => {
  const fichier = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/regions.json');
  const regions = Regions.parse(JSON.parse(readFileSync(fichier, 'utf8')));
  return regions.find((region) => region.code === code)?.nom ?? `région ${code}`;
};
