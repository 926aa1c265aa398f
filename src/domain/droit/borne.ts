import { z } from 'zod';

/** Limite dont on parle ; `euros` nul : « sous les seuils », sans les chiffrer. */
export const Borne = z.strictObject({ sens: z.enum(['dessous', 'dessus']), euros: z.number().nullable() });
export type Borne = z.infer<typeof Borne>;

const DESSOUS = "(?<!la )(?:sous|(?:au|en|de)[ -]?des+ous|infra|inferieure?s? (?=a)|moins(?= d)|jusqu'(?=a))";
const DESSUS = String.raw`(?:au[ -]?des+us|a partir|superieure?s? (?=a)|plus(?= d)|des(?= (?:les? |\d))|depass(?:e|ent|ant))`;
const LIEN = "[ ]*(?:de|du|des|d'|a|au|aux)?[ ]*(?:les?[ ]+|un[ ]+)?";
const SEUIL = '(?:seuils?(?: europeens?| communautaires?| social)?)';
const DEVANT = new RegExp(`\\b(?:(${DESSOUS})|${DESSUS})${LIEN}(?:${SEUIL} (?:de |des )?)?$`);
const SANS_CHIFFRE = new RegExp(`\\b(?:(${DESSOUS})|${DESSUS})${LIEN}${SEUIL}\\b`);

/** Vrai si le montant qui suit est une limite (« moins de », « à partir de »). */
export const devantBorne = (devant: string): boolean => DEVANT.test(devant);

/** Limite dite dans un texte aplati ; `euros` est le montant qui la suit. */
export const lireBorne = (plat: string, euros: number | null): Borne | null => {
  const dite = euros === null ? SANS_CHIFFRE.exec(plat) : premiereBorne(plat);
  return dite === null ? null : { sens: dite[1] === undefined ? 'dessus' : 'dessous', euros };
};

const premiereBorne = (plat: string): RegExpExecArray | null => {
  for (const { index } of plat.matchAll(/\d/g)) {
    const dite = DEVANT.exec(plat.slice(0, index));
    if (dite !== null) return dite;
  }
  return null;
};
