import { essayer, type Marque } from '../dates/aligner.ts';
import { lireNombreIci } from '../nombres.ts';
import { type Duree, marquer, simple } from './duree.ts';
import { type DureePlace, lireDureeHeures } from './duree-simple.ts';
import { frequence } from './frequence.ts';

const SEMAINES_DE = /\s*(?:semaines?|sem)(?![a-z])\s*(?:a|de|x|\*|×|d')\s*/y;
const DE = /\s*(?:jours?|journees?|j)(?![a-z])(\s+et\s+demie?)?\s*(?:a|de|x|\*|×|d'|,|:|\()\s*/y;
const FOIS = /\s*(?:x|\*|×|fois)\s*/y;
/** « 4 x 7 » : des heures, si le second nombre est celui d'une journée. */
const sansUnite = (plie: string, lien: RegExp, place: number): DureePlace | null => {
  const nombre = lien === FOIS ? lireNombreIci(plie, place) : null;
  return nombre &&
    nombre.valeur > 0 &&
    nombre.valeur <= 12 &&
    !/^\s*(?:[cmk]?m\b|m2|kg|\/)/.test(plie.slice(nombre.fin))
    ? { heures: nombre.valeur, fin: nombre.fin, doute: nombre.doute }
    : null;
};

/** « 3 x 7h30 », « trois jours à 7 h », « une semaine de 35 h ». */
export const multipliee = (plie: string, place: number): Marque<Duree> | null => {
  const nombre = lireNombreIci(plie, place);
  if (!nombre) return null;
  for (const lien of [FOIS, DE, SEMAINES_DE]) {
    const trouve = essayer(lien, plie, nombre.fin);
    const base =
      trouve &&
      (lireDureeHeures(plie, nombre.fin + trouve[0].length) ?? sansUnite(plie, lien, nombre.fin + trouve[0].length));
    // « 3 jours (21h) » : 21 h ne tiennent pas dans une journée, c'est le total.
    if (!base || nombre.valeur > 31 || (lien === DE && base.heures > 12)) continue;
    const fin = frequence(plie, base.fin)?.fin ?? base.fin;
    const jours = nombre.valeur + (lien === DE && trouve?.[1] ? 0.5 : 0);
    return marquer(place, fin, simple(jours * base.heures, base.doute || nombre.doute));
  }
  return null;
};
