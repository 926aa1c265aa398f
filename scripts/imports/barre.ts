import { Presets, SingleBar } from 'cli-progress';

/** Barre de progression, seulement dans un terminal et pour un fichier qui se lit en plus d'un instant. */
export const createBarre = (taille: number): { avancer: (octets: number) => void; finir: () => void } => {
  const assezLong = taille > 2_000_000 && process.stderr.isTTY === true;
  if (!assezLong) return { avancer: () => undefined, finir: () => undefined };
  const barre = new SingleBar(
    { format: 'Lecture {bar} {percentage} % · reste {eta_formatted}' },
    Presets.shades_classic,
  );
  barre.start(taille, 0);
  return { avancer: (octets) => barre.update(octets), finir: () => barre.stop() };
};
