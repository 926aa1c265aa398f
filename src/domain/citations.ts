import type { Jour } from './dates.ts';
import type { Citation, CodeSource, Source } from './droit.ts';

/** Une rédaction datée d'un texte. */
export type VersionSource = Source['versions'][number];

/** « Art. {article} … » : les recueils dont l'article porte un simple numéro. */
const FIN_LIBELLE: Partial<Record<CodeSource, string>> = {
  ccp: 'du code de la commande publique',
  'code-travail': 'du code du travail',
  casf: 'du code de l’action sociale et des familles',
  'code-penitentiaire': 'du code pénitentiaire',
  cmp: 'du code des marchés publics de 2006',
};

/** Rédaction en vigueur le jour dit ; nulle si le texte n'existait pas encore ou n'est pas daté. */
export const versionEnVigueur = (source: Source, jour: Jour): VersionSource | null =>
  source.versions.findLast(({ du }) => du <= jour) ?? null;

/** Libellé, lien et extrait d'une source, tels qu'ils valent `aujourdhui`. */
export const citer = (source: Source, aujourdhui: Jour): Citation => {
  const version = versionEnVigueur(source, aujourdhui);
  return {
    id: source.id,
    libelle: libeller(source),
    lien: lier(source),
    extrait: version?.resume ?? source.titre,
    enVigueurDu: version?.du ?? null,
    luLe: source.luLe,
  };
};

/** « Art. L2113-12 du code de la commande publique », « CE, 25 mars 2013, n° 364950… », ou le titre. */
export const libeller = ({ code, article, titre }: Source): string => {
  const fin = FIN_LIBELLE[code];
  if (article === null) return titre;
  return fin === undefined ? article : `Art. ${article} ${fin}`;
};

const LEGIFRANCE = 'https://www.legifrance.gouv.fr';

/** Adresse du texte : la sienne, l'article daté, ou une recherche sur Légifrance. */
const lier = (source: Source): string => {
  if (source.adresse !== null) return source.adresse;
  if (source.legiarti !== null) return `${LEGIFRANCE}/codes/article_lc/${source.legiarti}`;
  if (source.article !== null && source.code !== 'cmp' && FIN_LIBELLE[source.code] !== undefined)
    return `${LEGIFRANCE}/search/code?${parametres({
      tab_selection: 'code',
      searchField: 'NUM_ARTICLE',
      query: source.article,
      searchType: 'ALL',
    })}`;
  const arret = source.code === 'jurisprudence' ? /\b\d{6}\b/.exec(source.article ?? '') : null;
  if (arret) return `${LEGIFRANCE}/search/cetat?${parametres({ query: arret[0] })}`;
  return `${LEGIFRANCE}/search/all?${parametres({
    tab_selection: 'all',
    searchField: 'ALL',
    query: libeller(source)
      .replace(/[\u00a0\u202f]/g, ' ')
      .replaceAll('’', "'"),
    searchType: 'ALL',
  })}`;
};

const parametres = (valeurs: Readonly<Record<string, string>>): string => new URLSearchParams(valeurs).toString();
