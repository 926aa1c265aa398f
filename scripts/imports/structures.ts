import { basename } from 'node:path';
import { accorder, formatListe } from '../../dialogs/kit/format.ts';
import { ecrireHeureLocale } from '../../src/channels/heure-locale.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { type Structure, TypeStructure } from '../../src/domain/marches/structures.ts';
import type { Territoire } from '../../src/domain/territoire-index.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { type ImportStructures, importerStructures } from '../../src/import/structures.ts';
import { conclure, type Importation } from './rapport.ts';

const RIEN_DIT = { type: null, source: null, date: null, remplace: false };

/**
 * Importe une liste de structures. Sans `--source`, le nom du fichier en tient lieu ; avec `--remplace`, celles de la
 * même source qui n'y sont plus sont retirées, si aucune ligne n'est refusée.
 */
export const importStructures: Importation = async (demande) => {
  const { fichier, region, store, avancer, precisions = RIEN_DIT } = demande;
  const type = precisions.type === null ? null : TypeStructure.safeParse(precisions.type.toUpperCase());
  if (type !== null && !type.success)
    return refuser(demande, `--type ${precisions.type} n’est pas un type connu : ${TypeStructure.options.join(', ')}`);
  if (precisions.date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(precisions.date))
    return refuser(demande, `--date ${precisions.date} : écrivez AAAA-MM-JJ`);
  const territoire = loadTerritoire(region);
  const source = {
    libelle: precisions.source ?? basename(fichier),
    le: precisions.date ?? ecrireHeureLocale(new Date()).slice(0, 10),
  };
  const lu = await importerStructures(fichier, {
    territoire,
    type: type?.data ?? null,
    source,
    avancer,
    colonnes: demande.colonnes ?? new Map(),
  });
  const connues = new Map((await store.structures.all()).map((structure) => [structure.id, structure]));
  const structures = lu.structures.map((structure) => garderDate(structure, connues.get(structure.id)));
  const lues = new Set(structures.map(({ id }) => id));
  const parties =
    precisions.remplace && lu.refus.length === 0
      ? [...connues.values()].filter(
          ({ id, source: origine, retire }) => !retire && origine.libelle === source.libelle && !lues.has(id),
        )
      : [];
  const apercu = decrire(lu, { territoire, parties });
  const refus = lu.refus.map(formatRefus);
  const rien = demande.apercu || lu.structures.length === 0;
  if (rien) return { bilan: null, refus, strict: demande.strict, apercu };
  const rapport = await conclure(demande, refus, () =>
    store.structures.put([...structures, ...parties.map((partie) => ({ ...partie, retire: true }))]),
  );
  return { ...rapport, apercu };
};

const refuser = ({ strict }: { readonly strict: boolean }, raison: string): Awaited<ReturnType<Importation>> => ({
  bilan: null,
  refus: [raison],
  strict,
});

/** Le même fichier importé deux fois ne change rien, pas même la date. */
const garderDate = (lue: Structure, connue: Structure | undefined): Structure => {
  if (connue === undefined || connue.retire || connue.source.libelle !== lue.source.libelle) return lue;
  const memeJour = { ...lue, source: connue.source };
  return JSON.stringify(memeJour) === JSON.stringify(connue) ? memeJour : lue;
};

const MONTREES = 3;

interface Contexte {
  readonly territoire: Territoire;
  readonly parties: readonly Structure[];
}

const compter = (cles: readonly string[]): string =>
  [...cles.reduce((nombres, cle) => nombres.set(cle, (nombres.get(cle) ?? 0) + 1), new Map<string, number>())]
    .sort((a, b) => b[1] - a[1])
    .map(([cle, nombre]) => `${cle} ${nombre}`)
    .join(', ');

/** Ce que la lecture a compris du fichier : colonnes, types, départements, premières structures. */
const decrire = (
  { structures, colonnes, laissees, contactsEcartes }: ImportStructures,
  { territoire, parties }: Contexte,
): string[] => [
  `Colonnes : ${[...colonnes].map(([titre, colonne]) => `« ${titre} » → ${colonne}`).join(', ')}.`,
  `${accorder(structures.length, 'structure lue', 'structures lues')}${structures.length === 0 ? '' : ` : ${compter(structures.map(({ type }) => type))} ; ${compter(structures.map(({ communeInsee }) => territoire.commune(communeInsee)?.departement ?? ''))}`}.`,
  ...structures
    .slice(0, MONTREES)
    .map(
      ({ type, nom, communeInsee, activites }) =>
        `  ${type} ${nom}, ${territoire.commune(communeInsee)?.nom ?? communeInsee}${activites.length === 0 ? '' : ` : ${formatListe(activites)}`}`,
    ),
  ...(laissees.dehors > 0
    ? [
        `${accorder(laissees.dehors, 'ligne hors de la région, laissée de côté', 'lignes hors de la région, laissées de côté')}.`,
      ]
    : []),
  ...(laissees.autres > 0
    ? [
        `${accorder(laissees.autres, 'ligne d’un autre type d’établissement, laissée de côté', 'lignes d’un autre type d’établissement, laissées de côté')}.`,
      ]
    : []),
  ...(contactsEcartes > 0
    ? [
        `${accorder(contactsEcartes, 'contact nominatif non gardé', 'contacts nominatifs non gardés')} : seuls les accueils le sont.`,
      ]
    : []),
  ...(parties.length > 0
    ? [
        `${accorder(parties.length, 'structure')} de cette source n’y ${parties.length < 2 ? 'est' : 'sont'} plus : ${parties.length < 2 ? 'retirée' : 'retirées'}.`,
      ]
    : []),
];
