import type { Anneau, MultiPolygone, Position } from '../../domain/territoire/contours.ts';

const cleDe = ([x, y]: Position): string => `${x} ${y}`;

/** Côtés qu'un seul territoire porte : les frontières intérieures, portées deux fois, s'annulent. */
const cotesExterieurs = (parties: readonly MultiPolygone[]): Map<string, readonly [Position, Position]> => {
  const cotes = new Map<string, readonly [Position, Position]>();
  for (const anneau of parties.flat(2))
    for (let rang = 1; rang < anneau.length; rang += 1) {
      const [a, b] = [anneau[rang - 1], anneau[rang]];
      if (!a || !b) continue;
      const cle = [cleDe(a), cleDe(b)].sort().join('|');
      if (!cotes.delete(cle)) cotes.set(cle, [a, b]);
    }
  return cotes;
};

/** Range les côtés par sommet, dans les deux sens. */
const voisinsDe = (cotes: Iterable<readonly [Position, Position]>): Map<string, Position[]> => {
  const voisins = new Map<string, Position[]>();
  const lier = (de: Position, vers: Position): void => {
    voisins.set(cleDe(de), [...(voisins.get(cleDe(de)) ?? []), vers]);
  };
  for (const [a, b] of cotes) {
    lier(a, b);
    lier(b, a);
  }
  return voisins;
};

/** Suit les côtés de proche en proche jusqu'à revenir au départ. */
const assembler = (cotes: Map<string, readonly [Position, Position]>): Anneau[] => {
  const voisins = voisinsDe(cotes.values());
  const anneaux: Anneau[] = [];
  const oter = (de: Position, vers: Position): void => {
    const reste = voisins.get(cleDe(de)) ?? [];
    const rang = reste.findIndex((voisin) => cleDe(voisin) === cleDe(vers));
    if (rang >= 0) reste.splice(rang, 1);
  };
  for (const [depart] of cotes.values()) {
    const anneau: Position[] = [depart];
    let ici = depart;
    for (let suivant = voisins.get(cleDe(ici))?.[0]; suivant !== undefined; suivant = voisins.get(cleDe(ici))?.[0]) {
      oter(ici, suivant);
      oter(suivant, ici);
      anneau.push(suivant);
      ici = suivant;
    }
    if (anneau.length >= 4) anneaux.push(anneau);
  }
  return anneaux;
};

const contient = (anneau: Anneau, [x, y]: Position): boolean => {
  let dedans = false;
  for (let rang = 1; rang < anneau.length; rang += 1) {
    const [a, b] = [anneau[rang - 1], anneau[rang]];
    if (!a || !b || a[1] > y === b[1] > y) continue;
    if (x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) dedans = !dedans;
  }
  return dedans;
};

/** Milieu du premier côté : un point du bord qui n'est presque jamais un sommet d'un autre anneau. */
const milieu = (anneau: Anneau): Position => {
  const [a = [0, 0], b = [0, 0]] = anneau;
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};

/** Réunit des territoires voisins en un seul contour, enclaves comprises. */
export const fusionner = (parties: readonly MultiPolygone[]): MultiPolygone => {
  const anneaux = assembler(cotesExterieurs(parties));
  const englobants = (anneau: Anneau): Anneau[] =>
    anneaux.filter((autre) => autre !== anneau && contient(autre, milieu(anneau)));
  const exterieurs = anneaux.filter((anneau) => englobants(anneau).length % 2 === 0);
  return exterieurs.map((exterieur) => [
    exterieur,
    ...anneaux.filter((anneau) => {
      const autour = englobants(anneau);
      return autour.length % 2 === 1 && autour.includes(exterieur);
    }),
  ]);
};
