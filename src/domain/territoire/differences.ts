import { couverturesDe } from '../rattachement.ts';
import type { Facilitateur, NiveauCouverture } from '../territoire.ts';
import type { EntreeChangee } from './annuaire-changements.ts';

/** Un territoire qu'une structure gagne ou perd. */
export interface Portion {
  readonly niveau: NiveauCouverture;
  readonly code: string;
}

/** Ce qui change d'une entrée à l'autre. */
export interface Differences {
  readonly type: 'creee' | 'retiree' | 'changee';
  readonly gagne: readonly Portion[];
  readonly perd: readonly Portion[];
  /** Champs changés autres que la couverture. */
  readonly champs: readonly (keyof Facilitateur)[];
}

const portions = (structure: Facilitateur): Portion[] =>
  couverturesDe(structure).flatMap(({ niveau, codes }) => codes.map((code) => ({ niveau, code })));

const sauf = (une: readonly Portion[], autre: readonly Portion[]): Portion[] =>
  une.filter(({ niveau, code }) => !autre.some((portion) => portion.niveau === niveau && portion.code === code));

const CHAMPS = [
  'nom',
  'porteur',
  'nature',
  'role',
  'services',
  'etp',
  'personnes',
  'implantations',
  'site',
  'contact',
  'verifie',
  'verifieLe',
  'source',
  'chefDeFile',
  'coordonne',
] as const satisfies readonly (keyof Facilitateur)[];

/** Compare une entrée avant et après. */
export const comparerEntrees = ({ avant, apres }: EntreeChangee): Differences => {
  const vivante = avant !== null && !avant.retire;
  const type = apres.retire ? 'retiree' : vivante ? 'changee' : 'creee';
  const anciennes = vivante ? portions(avant) : [];
  const nouvelles = apres.retire ? [] : portions(apres);
  return {
    type,
    gagne: sauf(nouvelles, anciennes),
    perd: sauf(anciennes, nouvelles),
    champs:
      avant === null ? [] : CHAMPS.filter((champ) => JSON.stringify(avant[champ]) !== JSON.stringify(apres[champ])),
  };
};
