import { accorder, formatHeures, formatNombre } from '../kit/format.ts';

const etps = (nombre: number): string => `${formatNombre(nombre)} ETP`;

export const versEtp = (heures: number): string =>
  `${formatHeures(heures)} = **${etps(heures / 1820)}** sur la base de 1 820 h payées par an, **${etps(heures / 1607)}** sur la base de 1 607 h travaillées.`;

export const depuisEtp = (nombre: number): string =>
  `${accorder(nombre, 'équivalent temps plein', 'équivalents temps plein')} = **${formatHeures(nombre * 1607)}** travaillées (1 607 h par an) ou **${formatHeures(nombre * 1820)}** payées (1 820 h par an).`;
