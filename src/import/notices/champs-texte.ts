import type { Texte } from '../../domain/marches/reservation.ts';
import { au, estObjet, liste, parcourir, texte } from './valeurs.ts';

/** Ce qui n'est pas du texte d'acheteur : identités, adresses, codes. */
const MUETS =
  /^@|^(?:\w+:)?(?:ur[li]\w*|mel|mail|tel|fax|code\w*|\w*code|id|organi[sz]ations?|organisme|identite|adr|adress\w*|coord\w*|correspondant\w*)$/i;
const LONGUEUR_UTILE = 5;

const numeroLot = (noeud: unknown): string | null => {
  if (!estObjet(noeud)) return null;
  const eforms = texte(au(noeud, 'cbc:ID'));
  if (eforms !== null) return eforms.startsWith('LOT-') ? eforms.replace(/^LOT-0*(?=\d)/, '') : null;
  const numero = Object.entries(noeud).find(([cle]) => /^num(?:ero)?(?:_?lot)?$/i.test(cle));
  return numero === undefined
    ? null
    : (texte(numero[1])
        ?.replace(/^lot\s*n?°?\s*/i, '')
        .replace(/^0+(?=\d)/, '') ?? null);
};

const estLot = (cle: string): boolean => /^lot$|^lotsMarche$|ProcurementProjectLot$/i.test(cle);

/**
 * Textes libres d'un avis, avec leur chemin ; ceux d'un lot portent `lot:3`. Le lot n'est nommé que s'il y en a
 * plusieurs : réserver le seul lot, c'est réserver le marché.
 */
export const textesLibres = (objet: string | null, donnees: unknown): Texte[] => {
  const lus: Texte[] = objet === null ? [] : [{ champ: 'objet', texte: objet }];
  const visiter = (noeud: unknown, chemin: string, lot: string | null): void => {
    if (!estObjet(noeud)) {
      const ecrit = texte(noeud);
      if (ecrit !== null && ecrit.length >= LONGUEUR_UTILE && /\s/.test(ecrit))
        lus.push({ champ: lot === null ? chemin : `lot:${lot}`, texte: ecrit });
      return;
    }
    for (const [cle, valeur] of Object.entries(noeud)) {
      if (MUETS.test(cle)) continue;
      const elements = liste(valeur);
      elements.forEach((element, rang) => {
        const numero = estLot(cle) && elements.length > 1 ? (numeroLot(element) ?? String(rang + 1)) : lot;
        visiter(element, `${chemin}.${cle}`, numero);
      });
    }
  };
  for (const element of liste(donnees)) visiter(element, 'donnees', null);
  return lus;
};

/** Clés rencontrées dans un arbre : sert à reconnaître un genre d'avis. */
export const contientCle = (donnees: unknown, motif: RegExp): boolean => {
  let trouve = false;
  parcourir(donnees, [], (chemin) => {
    trouve ||= motif.test(chemin.at(-1) ?? '');
  });
  return trouve;
};
