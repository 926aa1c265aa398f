import type { TypeStructure } from '../../domain/marches/structures.ts';
import { plierTitre } from '../tableur/colonnes.ts';
import type { Lu } from '../valeurs.ts';

/** Façons d'écrire un type dans les listes publiques, de la plus précise à la plus courte. */
const ECRITURES: readonly (readonly [TypeStructure, RegExp])[] = [
  ['EATT', /\beatt\b|adaptee.*travail temporaire|^248$/],
  ['ETTI', /\betti\b|travail temporaire.*insertion/],
  ['EITI', /\beiti\b|travail independant/],
  ['GEIQ', /\bgeiq\b|groupement d employeurs/],
  ['ESAT', /\besat\b|aide par le travail|accompagnement par le travail|^246$/],
  ['EA', /\bea\b|entreprises? adaptees?|^247$/],
  ['ACI', /\baci(?:phc)?\b|chantiers? d insertion/],
  ['AI', /\bai\b|associations? intermediaires?/],
  ['EI', /\bei\b|entreprises? d insertion/],
];

/** Ce qui figure dans ces listes sans rien produire, ou sans nous concerner. */
const AUTRES =
  /\bopcs\b|porteuse de la clause|\bsep\b|penitentiaire|^\d{3}$|prescripteur|mission locale|\bcap emploi\b/;

/** Type d'une structure, ou null pour une ligne d'une autre nature (EHPAD de FINESS, facilitateur…). */
export const lireType = (texte: string): Lu<TypeStructure | null> => {
  const plie = plierTitre(texte);
  const trouve = ECRITURES.find(([, motif]) => motif.test(plie));
  if (trouve !== undefined) return { valeur: trouve[0] };
  if (AUTRES.test(plie)) return { valeur: null };
  return { raison: `« ${texte} » n’est pas un type connu : écrivez EI, ETTI, AI, ACI, EITI, GEIQ, EA, EATT ou ESAT` };
};
