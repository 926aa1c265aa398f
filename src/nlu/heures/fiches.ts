import type { ContexteHeures } from '../../domain/heures.ts';
import { aligner, composer } from '../dates/aligner.ts';
import { auSon, fragmenter, motsUtiles, ressembler } from './reperer.ts';

/** Ce qui peut désigner une opération, déjà plié. */
export interface Fiche {
  readonly id: string;
  /** Intitulé et identifiant écrits en entier, accolés ou non. */
  readonly entiers: readonly RegExp[];
  /** Intitulé sans espaces, pour « ecolepasteur ». */
  readonly colle: string;
  readonly intitule: readonly string[];
  readonly commune: readonly string[];
  readonly acheteur: readonly string[];
}

export interface Fichier {
  readonly fiches: readonly Fiche[];
  /** Mots connus, par premier son : on ne compare un mot qu'à ceux qui lui ressemblent. */
  readonly vocabulaire: ReadonlyMap<string, readonly string[]>;
}

/** Opérations connues, et de quoi nommer leur commune. */
export type Sources = Pick<ContexteHeures, 'operations' | 'nomCommune'>;

const memoire = new WeakMap<Sources['operations'], Fichier>();

const plat = (texte: string): string =>
  aligner(composer(texte))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const enEntier = (forme: string): RegExp =>
  new RegExp(`(?<![a-z\\d])${forme.split(' ').join("[\\s'’.,°-]*")}(?![a-z\\d])(?!\\s*h\\b)`, 'g');

const enFiche = (operation: Sources['operations'][number], nomCommune: Sources['nomCommune']): Fiche => {
  const intitule = plat(operation.intitule);
  return {
    id: operation.id,
    entiers: [intitule, plat(operation.id)].filter((forme) => forme.length > 2).map(enEntier),
    colle: intitule.replace(/ /g, ''),
    intitule: motsUtiles(intitule),
    commune: motsUtiles(plat(nomCommune(operation.communeInsee) ?? '')),
    acheteur: motsUtiles(plat(operation.donneurOrdre)),
  };
};

/** Les fiches des opérations, faites une fois pour toutes. */
export const ficher = ({ operations, nomCommune }: Sources): Fichier => {
  const connu = memoire.get(operations);
  if (connu) return connu;
  const fiches = operations.map((operation) => enFiche(operation, nomCommune));
  const mots = new Set(
    fiches.flatMap(({ colle, intitule, commune, acheteur }) => [colle, ...intitule, ...commune, ...acheteur]),
  );
  const vocabulaire = new Map<string, string[]>();
  for (const mot of mots) {
    const initiale = auSon(mot).charAt(0);
    vocabulaire.set(initiale, [...(vocabulaire.get(initiale) ?? []), mot]);
  }
  const fichier = { fiches, vocabulaire };
  memoire.set(operations, fichier);
  return fichier;
};

/** Mots connus que ce fragment peut vouloir dire, et à quel point. */
export const reconnaitre = (lu: string, { vocabulaire }: Fichier): ReadonlyMap<string, number> =>
  new Map(
    (vocabulaire.get(auSon(lu).charAt(0)) ?? []).flatMap((mot) => {
      const note = ressembler(lu, mot);
      return note > 0 ? [[mot, note] as const] : [];
    }),
  );

/** Fragments d'un texte qui disent un mot connu. */
export const fragmentsConnus = (plie: string, fichier: Fichier): FragmentConnu[] =>
  fragmenter(plie).flatMap((fragment) => {
    const connus = reconnaitre(fragment.texte, fichier);
    return connus.size > 0 ? [{ ...fragment, connus }] : [];
  });

/** Un mot du message et les mots d'opérations qu'il peut dire. */
export interface FragmentConnu {
  readonly texte: string;
  readonly debut: number;
  readonly fin: number;
  readonly connus: ReadonlyMap<string, number>;
}
