import type { ContexteHeures } from '../../domain/heures.ts';
import { plier } from '../normaliser.ts';
import { extraire } from './faits.ts';
import { ficher, reconnaitre } from './fiches.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';
import { nettoyer } from './nettoyer.ts';

/** Des mots voisins qui peuvent être d'un nom, et leur place dans le message nettoyé. */
export interface NomDit {
  readonly nom: string;
  readonly debut: number;
  readonly fin: number;
}

/** Tout ce qui, dans un message, pourrait être un nom : ni mot courant, ni mot d'une opération. */
export const lireNomsDits = (
  texte: string,
  contexte: ContexteHeures,
): { readonly corps: string; readonly noms: readonly NomDit[] } => {
  const corps = nettoyer(texte);
  const fichier = ficher(contexte);
  const noms: NomDit[] = [];
  const surs = extraire(corps, contexte).personnes.map(({ valeur: { nom }, debut, fin }): NomDit => {
    const place = Math.max(debut, corps.lastIndexOf(nom, fin - nom.length));
    return { nom, debut: place, fin: place + nom.length };
  });
  for (const trouve of corps.matchAll(/[\p{L}\p{M}]{2,}/gu)) {
    const mot = plier(trouve[0]);
    if (MOTS_VIDES.has(mot) || OUVRAGES.has(mot) || reconnaitre(mot, fichier).size > 0) continue;
    const avant = noms[noms.length - 1];
    const fin = trouve.index + trouve[0].length;
    if (surs.some((sur) => trouve.index < sur.fin && sur.debut < fin)) continue;
    if (avant && /^[ -]$/.test(corps.slice(avant.fin, trouve.index)))
      noms[noms.length - 1] = { nom: corps.slice(avant.debut, fin), debut: avant.debut, fin };
    else noms.push({ nom: trouve[0], debut: trouve.index, fin });
  }
  return { corps, noms: [...surs, ...noms].sort((a, b) => a.debut - b.debut) };
};
