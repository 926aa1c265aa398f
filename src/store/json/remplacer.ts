import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const TAILLE_BLOC = 1 << 20;
/** Les blocs se chevauchent d'autant : un code coupé par la fin d'un bloc est entier dans le suivant. */
const CHEVAUCHEMENT = 1 << 12;

/**
 * Remplace des codes par d'autres de même longueur, sur place : rien ne bouge dans le fichier, et un autre processus
 * qui le lit ou y ajoute n'en est pas dérangé. C'est la seule écriture qui revienne sur ce qui est déjà écrit.
 * Tout le fichier est vu, lignes illisibles comprises, en un passage quel que soit le nombre de codes.
 * @param cle nom du champ JSON qui porte le code
 * @returns nombre de remplacements
 */
export const remplacerCodes = async (
  fichier: string,
  cle: string,
  codes: ReadonlyMap<string, string>,
): Promise<number> => {
  const ecrits = new Map([...codes].map(([ancien, nouveau]) => [ecrit(ancien), Buffer.from(ecrit(nouveau))]));
  for (const [ancien, nouveau] of ecrits)
    if (Buffer.byteLength(ancien) !== nouveau.length || nouveau.length >= CHEVAUCHEMENT / 2)
      throw new RangeError('les deux codes doivent avoir la même longueur');
  if (!existsSync(fichier) || codes.size === 0) return 0;
  const poignee = await open(fichier, 'r+');
  try {
    const nombre = await balayer(poignee, Buffer.from(`"${cle}":"`), ecrits);
    await poignee.sync();
    return nombre;
  } finally {
    await poignee.close();
  }
};

/** Un code tel qu'il est écrit dans le fichier, sans ses guillemets. */
const ecrit = (code: string): string => JSON.stringify(code).slice(1, -1);

const balayer = async (poignee: FileHandle, cle: Buffer, codes: ReadonlyMap<string, Buffer>): Promise<number> => {
  const bloc = Buffer.alloc(TAILLE_BLOC);
  let nombre = 0;
  let place = 0;
  for (;;) {
    const { bytesRead } = await poignee.read(bloc, 0, bloc.length, place);
    const partie = bloc.subarray(0, bytesRead);
    const dernier = bytesRead < bloc.length;
    const limite = dernier ? bytesRead : bytesRead - CHEVAUCHEMENT;
    for (let ici = partie.indexOf(cle); ici >= 0 && ici < limite; ici = partie.indexOf(cle, ici + 1)) {
      const debut = ici + cle.length;
      const fin = finDuTexte(partie, debut);
      const nouveau = fin < 0 ? undefined : codes.get(partie.toString('utf8', debut, fin));
      if (nouveau === undefined) continue;
      await poignee.write(nouveau, 0, nouveau.length, place + debut);
      nombre += 1;
    }
    if (dernier) return nombre;
    place += limite;
  }
};

const GUILLEMET = 0x22;
const BARRE = 0x5c;

/** Où se ferme le texte JSON ouvert à `debut` ; −1 s'il ne se ferme pas. */
const finDuTexte = (octets: Buffer, debut: number): number => {
  for (let ici = debut; ici < octets.length; ici += 1) {
    if (octets[ici] === BARRE) ici += 1;
    else if (octets[ici] === GUILLEMET) return ici;
  }
  return -1;
};
