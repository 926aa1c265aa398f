import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const TAILLE_BLOC = 1 << 20;

/**
 * Remplace un code par un autre de même longueur, sur place : rien ne bouge dans le fichier, et un autre processus
 * qui le lit ou y ajoute n'en est pas dérangé. C'est la seule écriture qui revienne sur ce qui est déjà écrit.
 * @param cle nom du champ JSON qui porte le code
 * @returns nombre de remplacements
 */
export const remplacerCode = (
  fichier: string,
  cle: string,
  { ancien, nouveau }: { readonly ancien: string; readonly nouveau: string },
): number => {
  const cherche = Buffer.from(`"${cle}":${JSON.stringify(ancien)}`);
  const remplace = Buffer.from(`"${cle}":${JSON.stringify(nouveau)}`);
  if (cherche.length !== remplace.length) throw new RangeError('les deux codes doivent avoir la même longueur');
  if (!existsSync(fichier)) return 0;
  const fd = openSync(fichier, 'r+');
  try {
    const nombre = balayer(fd, cherche, remplace);
    fsyncSync(fd);
    return nombre;
  } finally {
    closeSync(fd);
  }
};

const balayer = (fd: number, cherche: Buffer, remplace: Buffer): number => {
  const bloc = Buffer.alloc(TAILLE_BLOC);
  let nombre = 0;
  let place = 0;
  for (;;) {
    const lus = readSync(fd, bloc, 0, bloc.length, place);
    if (lus < cherche.length) return nombre;
    const partie = bloc.subarray(0, lus);
    for (let ici = partie.indexOf(cherche); ici >= 0; ici = partie.indexOf(cherche, ici + 1)) {
      writeSync(fd, remplace, 0, remplace.length, place + ici);
      nombre += 1;
    }
    // Les blocs se chevauchent : un code coupé par la fin d'un bloc est entier dans le suivant.
    place += lus - cherche.length + 1;
  }
};
