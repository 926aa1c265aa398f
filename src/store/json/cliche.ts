import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as laisserPasser } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Cliche, Colonne } from '../../domain/indicateurs/cliche.ts';

/** Ce qui dit de quel registre, et de quel moment, le cliché est l'image. */
export const Repere = z.strictObject({
  /** Octets du registre déjà appliqués. */
  position: z.number().int().nonnegative(),
  /** Lignes lues jusque-là. */
  lignes: z.number().int().nonnegative(),
  /** Numéros des lignes illisibles, à signaler à chaque démarrage. */
  illisibles: z.array(z.number().int()),
  /** Empreinte du début et de la fin de ces octets. */
  empreinte: z.string(),
  /** Effacements faits dans le registre quand il a été lu. */
  effacements: z.number().int().nonnegative(),
});
export type Repere = z.infer<typeof Repere>;

const GENRES = ['Float64Array', 'Int32Array', 'Uint32Array', 'Uint16Array', 'Uint8Array'] as const;

const Entete = z.strictObject({
  repere: Repere,
  colonnes: z.array(
    z.strictObject({
      nom: z.string(),
      genre: z.enum(GENRES),
      longueur: z.number().int().nonnegative(),
      controle: z.number().int(),
    }),
  ),
  textes: z.record(z.string(), z.array(z.string())),
  reste: z.record(z.string(), z.unknown()),
});

/** Marque et version du format : un cliché d'une autre version est laissé de côté. */
const MARQUE = 'clausette-cliche-3\n';
const PREFIXE = MARQUE.length + 8;
const CHANGEMENT = 1 << 24;

const octetsDe = (colonne: Colonne): Uint8Array =>
  new Uint8Array(colonne.buffer, colonne.byteOffset, colonne.byteLength);

const creer = (genre: (typeof GENRES)[number], longueur: number): Colonne => {
  switch (genre) {
    case 'Float64Array':
      return new Float64Array(longueur);
    case 'Int32Array':
      return new Int32Array(longueur);
    case 'Uint32Array':
      return new Uint32Array(longueur);
    case 'Uint16Array':
      return new Uint16Array(longueur);
    case 'Uint8Array':
      return new Uint8Array(longueur);
  }
};

const genreDe = (colonne: Colonne): (typeof GENRES)[number] =>
  GENRES.find((genre) => genre === colonne.constructor.name) ?? 'Uint8Array';

/** Écrit un cliché d'un bloc : à côté, mis en sûreté, puis renommé. Un arrêt laisse l'ancien ou le nouveau. */
export const ecrireCliche = (fichier: string, cliche: Cliche, repere: Repere): void => {
  effacerProvisoires(fichier);
  const provisoire = `${fichier}.${process.pid}.tmp`;
  const colonnes = Object.entries(cliche.colonnes);
  const entete = Buffer.from(
    JSON.stringify({
      repere,
      colonnes: colonnes.map(([nom, colonne]) => ({
        nom,
        genre: genreDe(colonne),
        longueur: colonne.length,
        controle: crc32(octetsDe(colonne)),
      })),
      textes: cliche.textes,
      reste: cliche.reste,
    }),
  );
  const prefixe = Buffer.alloc(PREFIXE);
  prefixe.write(MARQUE, 'latin1');
  prefixe.writeUInt32LE(entete.length, MARQUE.length);
  prefixe.writeUInt32LE(crc32(entete), MARQUE.length + 4);
  const fd = openSync(provisoire, 'w', 0o600);
  try {
    for (const octets of [prefixe, entete, ...colonnes.map(([, colonne]) => octetsDe(colonne))]) verser(fd, octets);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(provisoire, fichier);
};

const verser = (fd: number, octets: Uint8Array): void => {
  for (let place = 0; place < octets.length; )
    place += writeSync(fd, octets, place, Math.min(CHANGEMENT, octets.length - place));
};

/** Un cliché relu, et le moment du registre dont il est l'image. */
interface ClicheLu {
  readonly cliche: Cliche;
  readonly repere: Repere;
}

/**
 * Relit un cliché ; null s'il manque, s'il est coupé, abîmé ou d'une autre version.
 * Le service répond entre deux colonnes.
 */
export const lireCliche = async (fichier: string): Promise<ClicheLu | null> => {
  let fd: number;
  try {
    fd = openSync(fichier, 'r');
  } catch {
    return null;
  }
  try {
    return await lireOuvert(fd);
  } finally {
    closeSync(fd);
  }
};

const lireOuvert = async (fd: number): Promise<ClicheLu | null> => {
  const prefixe = Buffer.alloc(PREFIXE);
  if (!remplir(fd, prefixe, 0) || prefixe.toString('latin1', 0, MARQUE.length) !== MARQUE) return null;
  const longueur = prefixe.readUInt32LE(MARQUE.length);
  if (PREFIXE + longueur > fstatSync(fd).size) return null;
  const texte = Buffer.alloc(longueur);
  if (!remplir(fd, texte, PREFIXE) || crc32(texte) !== prefixe.readUInt32LE(MARQUE.length + 4)) return null;
  const entete = Entete.safeParse(JSON.parse(texte.toString('utf8')));
  if (!entete.success) return null;
  const colonnes: Record<string, Colonne> = {};
  let place = PREFIXE + longueur;
  for (const { nom, genre, longueur: nombre, controle } of entete.data.colonnes) {
    const colonne = creer(genre, nombre);
    const octets = octetsDe(colonne);
    if (!remplir(fd, octets, place) || crc32(octets) !== controle) return null;
    colonnes[nom] = colonne;
    await laisserPasser();
    place += octets.length;
  }
  const { repere, textes, reste } = entete.data;
  return { cliche: { colonnes, textes, reste }, repere };
};

const remplir = (fd: number, octets: Uint8Array, depuis: number): boolean => {
  for (let place = 0; place < octets.length; ) {
    const lus = readSync(fd, octets, place, Math.min(CHANGEMENT, octets.length - place), depuis + place);
    if (lus === 0) return false;
    place += lus;
  }
  return true;
};

/** Retire le cliché et ce qu'une écriture interrompue a pu laisser : rien de ce qu'on efface n'y demeure. */
export const effacerCliche = (fichier: string): void => {
  rmSync(fichier, { force: true });
  effacerProvisoires(fichier);
};

const effacerProvisoires = (fichier: string): void => {
  const dossier = dirname(fichier);
  const debut = `${basename(fichier)}.`;
  for (const nom of readdirSync(dossier))
    if (nom.startsWith(debut) && nom.endsWith('.tmp')) rmSync(join(dossier, nom), { force: true });
};
