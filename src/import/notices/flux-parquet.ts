import { asyncBufferFromFile, type DecodedArray, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { parquetReadColumn } from 'hyparquet/src/read.js';
import { compressors } from 'hyparquet-compressors';
import type { Refus } from '../csv.ts';
import type { Brut } from './flux.ts';
import { estObjet, type Objet } from './valeurs.ts';

/** Ce que `lireDecp` regarde ; les autres colonnes ne sont ni décompressées ni gardées en mémoire. */
const UTILES =
  /^(?:uid|id|type|objet|montant|valeurglobale|codecpv|dureemois|date(?:notification|publicationdonnees)|considerationssociales|idaccordcadre|(?:acheteur|autoriteconcedante)(?:[._](?:id|nom|departement_code))?|lieuexecution(?:[._](?:code|typecode))?|titulaires?(?:_(?:id|nom|denominationsociale)(?:_\d)?)?|concessionnaires)$/i;

/** Une valeur telle que le JSON l'aurait donnée : entier long en chiffres, instant en ISO, octets en texte. */
const simplifier = (valeur: unknown): unknown => {
  if (typeof valeur === 'bigint') return String(valeur);
  if (valeur instanceof Date) return Number.isNaN(valeur.getTime()) ? null : valeur.toISOString();
  if (valeur instanceof Uint8Array) return Buffer.from(valeur).toString('utf8');
  if (Array.isArray(valeur)) return valeur.map(simplifier);
  if (!estObjet(valeur)) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, un]) => [cle, simplifier(un)]));
};

type Fichier = Awaited<ReturnType<typeof asyncBufferFromFile>>;
type Metadonnees = Awaited<ReturnType<typeof parquetMetadataAsync>>;

interface Groupe {
  readonly debut: number;
  readonly fin: number;
}

const lireGroupe = async (
  source: { readonly file: Fichier; readonly metadata: Metadonnees; readonly colonnes: readonly string[] },
  { debut, fin }: Groupe,
): Promise<[string, DecodedArray][]> => {
  const { file, metadata, colonnes } = source;
  const lues: [string, DecodedArray][] = [];
  // Une colonne à la fois : la suivante ne se décompresse pas avant que la place de la première soit rendue.
  for (const nom of colonnes)
    lues.push([
      nom,
      await parquetReadColumn({ file, metadata, compressors, columns: [nom], rowStart: debut, rowEnd: fin }),
    ]);
  return lues;
};

const ouvrir = async (fichier: string) => {
  const file = await asyncBufferFromFile(fichier);
  const metadata = await parquetMetadataAsync(file);
  const colonnes = parquetSchema(metadata)
    .children.map(({ element }) => element.name)
    .filter((nom) => UTILES.test(nom));
  return { file, metadata, colonnes };
};

/** Raison d'un échec de lecture : celle de la bibliothèque est en anglais, elle est citée. */
const direEchec = (cause: unknown): string =>
  `Parquet illisible (${cause instanceof Error ? cause.message.slice(0, 200) : String(cause)})`;

/** Lignes d'un fichier Parquet de données essentielles, groupe par groupe ; un groupe abîmé n'empêche pas les autres. */
export async function* lireParquet(fichier: string, refuser: (refus: Refus) => void): AsyncGenerator<Brut> {
  const echouer = (ligne: number, cause: unknown): void =>
    refuser({ fichier, ligne, colonne: null, raison: direEchec(cause) });
  const source = await ouvrir(fichier).catch((cause: unknown) => echouer(1, cause));
  if (source === undefined) return;
  let [debut, octets] = [0, 0];
  for (const { num_rows, total_compressed_size, total_byte_size } of source.metadata.row_groups) {
    const groupe = { debut, fin: debut + Number(num_rows) };
    octets += Number(total_compressed_size ?? total_byte_size);
    const colonnes = await lireGroupe(source, groupe).catch((cause: unknown) => echouer(debut + 1, cause));
    for (let rang = 0; colonnes !== undefined && rang < groupe.fin - groupe.debut; rang += 1) {
      const ligne: Objet = Object.fromEntries(colonnes.map(([nom, valeurs]) => [nom, simplifier(valeurs[rang])]));
      yield { genre: 'colonnes', ligne: debut + rang + 1, octets, colonnes: ligne };
    }
    debut = groupe.fin;
  }
}
