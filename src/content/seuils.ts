import { readFileSync } from 'node:fs';
import { Seuils } from '../domain/droit/seuils.ts';
import { type Valide, validerYaml } from './yaml.ts';

/** Les périodes se suivent sans trou ni recouvrement possible : la première du jour est la seule. */
const Ordonnes = Seuils.superRefine(({ periodes }, contexte) => {
  periodes.forEach(({ du, au }, rang) => {
    if (du > au || du <= (periodes[rang - 1]?.au ?? ''))
      contexte.addIssue({ code: 'custom', path: ['periodes', rang, 'du'], message: 'les périodes se suivent' });
  });
});

/** Lit `knowledge/seuils.yaml`. */
export const loadSeuils = (file: string): Valide<Seuils> =>
  validerYaml({ texte: readFileSync(file, 'utf8'), file, schema: Ordonnes });
