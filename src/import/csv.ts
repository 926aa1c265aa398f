import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { TextDecoderStream } from 'node:stream/web';
import { parse } from 'csv-parse';

/** Une ligne refusée : où, quelle colonne, pourquoi et que faire. */
export interface Refus {
  readonly fichier: string;
  readonly ligne: number;
  readonly colonne: string | null;
  readonly raison: string;
}

export const formatRefus = ({ fichier, ligne, colonne, raison }: Refus): string =>
  `${fichier}:${ligne}${colonne ? `, colonne « ${colonne} »` : ''} — ${raison}`;

/** Une ligne du fichier, par nom de colonne, et son numéro. */
export interface LigneCsv {
  readonly numero: number;
  readonly valeurs: Readonly<Record<string, string>>;
  /** Octets lus jusqu'ici, pour la barre de progression. */
  readonly octets: number;
}

/** UTF-8 si tout le fichier en est ; sinon Windows-1252, comme l'écrit encore Excel. */
export const detecterEncodage = async (fichier: string): Promise<'utf-8' | 'windows-1252'> => {
  const decodeur = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bloc of createReadStream(fichier)) decodeur.decode(bloc, { stream: true });
    decodeur.decode();
    return 'utf-8';
  } catch (cause) {
    if (cause instanceof TypeError) return 'windows-1252';
    throw cause;
  }
};

const SEPARATEURS = [';', ',', '\t'] as const;

/** Le séparateur le plus présent dans la ligne de titres. */
const detecterSeparateur = async (fichier: string): Promise<string> => {
  const poignee = await open(fichier);
  try {
    const { buffer, bytesRead } = await poignee.read(Buffer.alloc(8192), 0, 8192, 0);
    const titres = buffer.toString('latin1', 0, bytesRead).split(/\r?\n/, 1)[0] ?? '';
    const nombre = (separateur: string) => titres.split(separateur).length;
    return SEPARATEURS.reduce((meilleur, autre) => (nombre(autre) > nombre(meilleur) ? autre : meilleur));
  } finally {
    await poignee.close();
  }
};

/**
 * Lit un CSV au fil de l'eau : encodage et séparateur reconnus, titres en minuscules sans espaces autour.
 * @param refuser reçoit les lignes mal formées (guillemets, nombre de colonnes), qui sont sautées
 */
export async function* lireCsv(fichier: string, refuser: (refus: Refus) => void): AsyncGenerator<LigneCsv> {
  const encodage = await detecterEncodage(fichier);
  const analyseur = parse({
    delimiter: await detecterSeparateur(fichier),
    columns: (titres: string[]) => titres.map((titre) => titre.trim().toLowerCase()),
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (erreur) => {
      if (erreur)
        refuser({ fichier, ligne: Number(erreur.lines ?? 0), colonne: null, raison: raisonFrancaise(erreur.code) });
    },
  });
  const texte = Readable.toWeb(createReadStream(fichier)).pipeThrough(new TextDecoderStream(encodage));
  const source = Readable.fromWeb(texte);
  source.once('error', (cause) => analyseur.destroy(cause));
  for await (const lu of source.pipe(analyseur)) {
    const { info, record } = lu;
    yield { numero: info.lines, valeurs: record, octets: info.bytes };
  }
}

const raisonFrancaise = (code: string): string =>
  code.startsWith('CSV_RECORD_INCONSISTENT')
    ? 'le nombre de colonnes n’est pas celui de la ligne de titres : vérifiez les séparateurs de cette ligne'
    : 'guillemets mal fermés : doublez ceux qui sont dans le texte ou retirez-les';
