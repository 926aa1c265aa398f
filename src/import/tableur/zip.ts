import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib';

const ENTREE = 0x04034b50;
const DESCRIPTEUR = 0x08074b50;
const CENTRAL = 0x02014b50;
const FIN = 0x06054b50;
const VERSION = 20;
/** Tailles données après le contenu, noms en UTF-8. */
const DRAPEAUX = 0x0808;
const DEGONFLE = 8;
/** 1er janvier 1980 : le même contenu donne toujours le même fichier. */
const DATE = 0x0021;

interface Entree {
  readonly nom: string;
  readonly crc: number;
  readonly comprime: number;
  readonly taille: number;
  readonly place: number;
}

const entete = (signature: number, nombres: readonly (readonly [taille: 2 | 4, valeur: number])[]): Buffer => {
  const octets = Buffer.alloc(4 + nombres.reduce((total, [taille]) => total + taille, 0));
  octets.writeUInt32LE(signature, 0);
  let place = 4;
  for (const [taille, valeur] of nombres) {
    if (taille === 2) octets.writeUInt16LE(valeur, place);
    else octets.writeUInt32LE(valeur >>> 0, place);
    place += taille;
  }
  return octets;
};

/** Écrit une archive au fil de l'eau : une entrée à la fois, jamais toute en mémoire. */
export class EcritureZip {
  readonly #sortie: WriteStream;
  readonly #entrees: Entree[] = [];
  #place = 0;

  constructor(fichier: string) {
    this.#sortie = createWriteStream(fichier);
  }

  async #ecrire(octets: Buffer): Promise<void> {
    this.#place += octets.length;
    if (!this.#sortie.write(octets)) await once(this.#sortie, 'drain');
  }

  /** Ajoute une entrée dont le texte arrive par morceaux. */
  async ajouter(nom: string, morceaux: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const place = this.#place;
    const nomOctets = Buffer.from(nom);
    const debut: (readonly [2 | 4, number])[] = [
      [2, VERSION],
      [2, DRAPEAUX],
      [2, DEGONFLE],
      [2, 0],
      [2, DATE],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, nomOctets.length],
      [2, 0],
    ];
    await this.#ecrire(Buffer.concat([entete(ENTREE, debut), nomOctets]));
    const compression = createDeflateRaw({ level: 6 });
    let crc = 0;
    let taille = 0;
    let comprime = 0;
    const verser = async (): Promise<void> => {
      for await (const bloc of compression) {
        comprime += bloc.length;
        await this.#ecrire(bloc);
      }
    };
    const versement = verser();
    for await (const morceau of morceaux) {
      const octets = Buffer.from(morceau);
      crc = crc32(octets, crc);
      taille += octets.length;
      if (!compression.write(octets)) await once(compression, 'drain');
    }
    compression.end();
    await versement;
    await this.#ecrire(
      entete(DESCRIPTEUR, [
        [4, crc],
        [4, comprime],
        [4, taille],
      ]),
    );
    this.#entrees.push({ nom, crc, comprime, taille, place });
  }

  async fermer(): Promise<void> {
    const debut = this.#place;
    for (const { nom, crc, comprime, taille, place } of this.#entrees) {
      const nomOctets = Buffer.from(nom);
      const champs: (readonly [2 | 4, number])[] = [
        [2, VERSION],
        [2, VERSION],
        [2, DRAPEAUX],
        [2, DEGONFLE],
        [2, 0],
        [2, DATE],
        [4, crc],
        [4, comprime],
        [4, taille],
        [2, nomOctets.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, place],
      ];
      await this.#ecrire(Buffer.concat([entete(CENTRAL, champs), nomOctets]));
    }
    const nombre = this.#entrees.length;
    await this.#ecrire(
      entete(FIN, [
        [2, 0],
        [2, 0],
        [2, nombre],
        [2, nombre],
        [4, this.#place - debut],
        [4, debut],
        [2, 0],
      ]),
    );
    this.#sortie.end();
    await once(this.#sortie, 'finish');
  }
}

/** Une entrée d'une archive lue ; `null` de `ouvrir` : absente. */
export interface LectureZip {
  readonly noms: readonly string[];
  readonly ouvrir: (nom: string) => Promise<Readable | null>;
  readonly fermer: () => Promise<void>;
}

/** L'archive n'en est pas une, ou se sert d'une forme que l'on ne lit pas. */
export class ZipIllisible extends Error {}

const FIN_MAXIMUM = 66_000;

/** Ouvre une archive : le sommaire d'abord, chaque entrée ensuite, à la demande. */
export const ouvrirZip = async (fichier: string): Promise<LectureZip> => {
  const poignee = await open(fichier);
  try {
    const entrees = await lireSommaire(poignee);
    return {
      noms: [...entrees.keys()],
      ouvrir: async (nom) => {
        const entree = entrees.get(nom);
        return entree ? lireEntree(fichier, poignee, entree) : null;
      },
      fermer: () => poignee.close(),
    };
  } catch (cause) {
    await poignee.close();
    throw cause;
  }
};

const lireOctets = async (poignee: FileHandle, place: number, taille: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await poignee.read(Buffer.alloc(taille), 0, taille, place);
  return buffer.subarray(0, bytesRead);
};

interface EntreeLue {
  readonly methode: number;
  readonly comprime: number;
  readonly place: number;
}

const lireSommaire = async (poignee: FileHandle): Promise<Map<string, EntreeLue>> => {
  const { size } = await poignee.stat();
  const queue = await lireOctets(poignee, Math.max(0, size - FIN_MAXIMUM), Math.min(size, FIN_MAXIMUM));
  const fin = queue.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (fin < 0) throw new ZipIllisible('ce fichier n’est pas un classeur .xlsx');
  const sommaire = await lireOctets(poignee, queue.readUInt32LE(fin + 16), queue.readUInt32LE(fin + 12));
  const entrees = new Map<string, EntreeLue>();
  for (let place = 0; place + 46 <= sommaire.length && sommaire.readUInt32LE(place) === CENTRAL; ) {
    const longueurNom = sommaire.readUInt16LE(place + 28);
    entrees.set(sommaire.toString('utf8', place + 46, place + 46 + longueurNom), {
      methode: sommaire.readUInt16LE(place + 10),
      comprime: sommaire.readUInt32LE(place + 20),
      place: sommaire.readUInt32LE(place + 42),
    });
    place += 46 + longueurNom + sommaire.readUInt16LE(place + 30) + sommaire.readUInt16LE(place + 32);
  }
  return entrees;
};

const lireEntree = async (fichier: string, poignee: FileHandle, entree: EntreeLue): Promise<Readable> => {
  const locale = await lireOctets(poignee, entree.place, 30);
  const debut = entree.place + 30 + locale.readUInt16LE(26) + locale.readUInt16LE(28);
  if (entree.methode !== 0 && entree.methode !== DEGONFLE)
    throw new ZipIllisible(`${fichier} est compressé d’une façon inconnue`);
  const source = poignee.createReadStream({ start: debut, end: debut + entree.comprime - 1, autoClose: false });
  if (entree.methode === 0) return source;
  const ouvert = createInflateRaw();
  source.once('error', (cause) => ouvert.destroy(cause));
  return source.pipe(ouvert);
};
