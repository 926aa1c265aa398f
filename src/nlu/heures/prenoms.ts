import { PRENOMS as SURS } from '../../domain/prenoms.ts';

/** Prénoms qui sont aussi des mots : dans des heures, « Max » et « Sam » sont des personnes. */
const AMBIGUS = 'france hind mame max nene pape rim sam';

/** Prénoms courants : un indice pour reconnaître un nom tapé sans majuscules, jamais pour en déduire un sexe. */
export const PRENOMS: ReadonlySet<string> = new Set([...SURS, ...AMBIGUS.split(' ')]);
