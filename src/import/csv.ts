import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decouperCsv } from './decouper-csv.ts';

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
  const octets = createReadStream(fichier);
  let titres: readonly string[] | null = null;
  for await (const rangee of decouperCsv(decoder(octets, encodage), await detecterSeparateur(fichier))) {
    const { numero } = rangee;
    if (rangee.type === 'guillemets') {
      refuser({ fichier, ligne: numero, colonne: null, raison: GUILLEMETS });
      continue;
    }
    const { cases } = rangee;
    if (titres === null) {
      titres = cases.map((titre) => titre.toLowerCase());
      continue;
    }
    if (cases.length !== titres.length) {
      refuser({ fichier, ligne: numero, colonne: null, raison: COLONNES });
      continue;
    }
    const valeurs: Record<string, string> = {};
    for (let rang = 0; rang < titres.length; rang += 1) valeurs[titres[rang] ?? ''] = cases[rang] ?? '';
    yield { numero, valeurs, octets: octets.bytesRead };
  }
}

/** Texte d'un flux d'octets ; la marque UTF-8 du début est retirée par le décodeur. */
async function* decoder(octets: AsyncIterable<Uint8Array>, encodage: string): AsyncGenerator<string> {
  const decodeur = new TextDecoder(encodage);
  for await (const bloc of octets) yield decodeur.decode(bloc, { stream: true });
  yield decodeur.decode();
}

const COLONNES =
  'le nombre de colonnes n’est pas celui de la ligne de titres : vérifiez les séparateurs de cette ligne';
const GUILLEMETS = 'guillemets mal fermés : doublez ceux qui sont dans le texte ou retirez-les';
