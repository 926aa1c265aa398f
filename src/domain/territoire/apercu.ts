import { indexerAnnuaire, rattacherDans } from '../rattachement.ts';
import type { Commune, Facilitateur, RegleRattachement } from '../territoire.ts';
import type { Territoire } from '../territoire-index.ts';
import type { EntreeChangee } from './annuaire-changements.ts';
import { estLocale } from './couverture.ts';

/** Ce qu'un nouvel annuaire changerait : aux structures, puis aux communes. */
export interface Apercu {
  readonly ajoutees: readonly Facilitateur[];
  readonly changees: readonly EntreeChangee[];
  readonly retirees: readonly Facilitateur[];
  readonly inchangees: number;
  /** Communes qui avaient un facilitateur local et n'en auraient plus. */
  readonly communesPerdues: readonly Commune[];
  /** Communes qui en gagneraient un. */
  readonly communesGagnees: readonly Commune[];
  /** Communes à qui il ne resterait plus personne, pas même un Département. */
  readonly communesSansPersonne: readonly Commune[];
}

const vivantes = (annuaire: readonly Facilitateur[]): Map<string, Facilitateur> =>
  new Map(annuaire.filter(({ retire }) => !retire).map((structure) => [structure.id, structure]));

/** Texte d'une valeur dont l'ordre des champs ne compte pas. */
const enClair = (valeur: unknown): string =>
  JSON.stringify(valeur, (_cle, champ: unknown) =>
    typeof champ === 'object' && champ !== null && !Array.isArray(champ)
      ? Object.fromEntries(Object.entries(champ).sort(([a], [b]) => a.localeCompare(b)))
      : champ,
  );

const regles = (annuaire: readonly Facilitateur[], territoire: Territoire): RegleRattachement[] => {
  const index = indexerAnnuaire(annuaire);
  return territoire.communes.map((commune) => rattacherDans({ type: 'commune', commune }, index, territoire).regle);
};

/** Compare deux annuaires entiers. */
export const comparerAnnuaires = (
  ancien: readonly Facilitateur[],
  nouveau: readonly Facilitateur[],
  territoire: Territoire,
): Apercu => {
  const avant = vivantes(ancien);
  const apres = vivantes(nouveau);
  const communs = [...apres.values()].flatMap((structure) => {
    const ancienne = avant.get(structure.id);
    return ancienne === undefined ? [] : [{ avant: ancienne, apres: structure }];
  });
  const changees = communs.filter((entree) => enClair(entree.avant) !== enClair(entree.apres));
  const reglesAvant = regles(ancien, territoire);
  const reglesApres = regles(nouveau, territoire);
  const quand = (garder: (a: RegleRattachement, b: RegleRattachement) => boolean): Commune[] =>
    territoire.communes
      .filter((_, rang) => garder(reglesAvant[rang] ?? 'aucune', reglesApres[rang] ?? 'aucune'))
      .sort((a, b) => b.population - a.population);
  return {
    ajoutees: [...apres.values()].filter(({ id }) => !avant.has(id)),
    changees,
    retirees: [...avant.values()].filter(({ id }) => !apres.has(id)),
    inchangees: communs.length - changees.length,
    communesPerdues: quand((a, b) => estLocale(a) && !estLocale(b)),
    communesGagnees: quand((a, b) => !estLocale(a) && estLocale(b)),
    communesSansPersonne: quand((a, b) => a !== 'aucune' && b === 'aucune'),
  };
};

/** Les entrées que l'aperçu changerait, prêtes pour l'historique. */
export const entreesDe = ({ ajoutees, changees, retirees }: Apercu): readonly EntreeChangee[] => [
  ...ajoutees.map((apres) => ({ avant: null, apres })),
  ...changees,
  ...retirees.map((avant) => ({ avant, apres: { ...avant, retire: true } })),
];
