import { essayer } from './aligner.ts';
import { lireMois } from './lexique.ts';
import type { PartMois, PointLu } from './point.ts';

const PART =
  /(?:(?:au|en|vers|a)\s+)?(?:(?:la|le|les)\s+)?(debut|mi|milieu|fin|premiere quinzaine|1(?:ere|re) quinzaine|(?:seconde|deuxieme|2(?:nde|eme|e|de)) quinzaine|(premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|derniere|[1-5](?:ere|re|eme|e|nde|de))\s+semaine)[\s-]+(?:(?:de|du)\s+(?:mois\s+(?:de|d')\s*)?|d'|du mois d')?\s*([a-z]{3,10})\b\.?(?:\s+((?:19|20)\d{2}))?/y;

const TYPES_PART: readonly (readonly [RegExp, PartMois])[] = [
  [/^debut/, { type: 'debut' }],
  [/^mi/, { type: 'milieu' }],
  [/^fin/, { type: 'fin' }],
  [/^(premiere|1).*quinzaine/, { type: 'quinzaine1' }],
  [/quinzaine/, { type: 'quinzaine2' }],
];

const RANGS: Readonly<Record<string, number>> = {
  premiere: 1,
  deuxieme: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  derniere: -1,
};

const partDe = (mots: string, rang: string | undefined): PartMois =>
  rang !== undefined
    ? { type: 'semaine', rang: RANGS[rang] ?? Number.parseInt(rang, 10) }
    : (TYPES_PART.find(([forme]) => forme.test(mots))?.[1] ?? { type: 'milieu' });

/** « mi-octobre », « première quinzaine de novembre », « dernière semaine d'août ». */
export const lirePartDeMois = (plie: string, place: number): PointLu | null => {
  const trouve = essayer(PART, plie, place);
  const mois = trouve && lireMois(trouve[3] ?? '');
  if (!trouve || !mois) return null;
  const part = partDe(trouve[1] ?? '', trouve[2]);
  return {
    point: { genre: 'mois', mois, an: trouve[4] ? Number(trouve[4]) : null, part },
    fin: place + trouve[0].length,
  };
};
