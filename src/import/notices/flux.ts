import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { lireCsv, type Refus } from '../csv.ts';
import type { Enregistrement } from './enregistrements.ts';
import { DecoupeurJson } from './flux-json.ts';
import { lireParquet } from './flux-parquet.ts';
import { DecoupeurXml } from './flux-xml.ts';
import type { Objet } from './valeurs.ts';

/** Un enregistrement d'un fichier : du texte à analyser, ou une ligne déjà séparée en colonnes. */
export type Brut = { readonly ligne: number; readonly octets: number } & (
  | { readonly genre: 'texte'; readonly texte: string }
  | { readonly genre: 'colonnes'; readonly colonnes: Objet }
);

export type Format = 'json' | 'xml' | 'csv' | 'parquet';

/** Format d'un fichier, à son premier signe. */
export const detecterFormat = async (fichier: string): Promise<Format> => {
  const poignee = await open(fichier);
  try {
    const { buffer, bytesRead } = await poignee.read(Buffer.alloc(4096), 0, 4096, 0);
    if (buffer.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
    const debut = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\ufeff/, '')
      .trimStart();
    return debut.startsWith('<') ? 'xml' : /^[[{"]?[\s]*[[{]|^[[{]/.test(debut) ? 'json' : 'csv';
  } finally {
    await poignee.close();
  }
};

/** Enregistrements d'un fichier, lus au fil de l'eau : la mémoire ne dépend pas de sa taille. */
export async function* lireFlux(
  fichier: string,
  format: Format,
  refuser: (refus: Refus) => void,
): AsyncGenerator<Brut> {
  if (format === 'csv') {
    for await (const { numero, valeurs, octets } of lireCsv(fichier, refuser))
      yield { genre: 'colonnes', ligne: numero, octets, colonnes: valeurs };
    return;
  }
  if (format === 'parquet') {
    yield* lireParquet(fichier, refuser);
    return;
  }
  const decoupeur = format === 'json' ? new DecoupeurJson() : new DecoupeurXml();
  const decodeur = new StringDecoder('utf8');
  let octets = 0;
  const rendre = ({ texte, ligne }: Enregistrement): Brut => ({ genre: 'texte', texte, ligne, octets });
  for await (const bloc of createReadStream(fichier, { highWaterMark: 1 << 18 })) {
    if (!Buffer.isBuffer(bloc)) continue;
    octets += bloc.length;
    for (const lu of decoupeur.lire(decodeur.write(bloc).replace(octets === bloc.length ? /^\ufeff/ : /(?!)/, '')))
      yield rendre(lu);
  }
  const reste = decoupeur.finir();
  if (reste !== null) yield rendre(reste);
}
