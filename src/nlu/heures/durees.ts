import { aligner, composer, departs, essayer, type Marque, masquer } from '../dates/aligner.ts';
import { lireNombreIci } from '../nombres.ts';
import { type Duree, marquer, simple } from './duree.ts';
import { type DureePlace, lireDureeHeures, lireJournees } from './duree-simple.ts';
import { frequence, type Unite, uniteDe } from './frequence.ts';
import { lireHoraires, lirePause } from './horaires.ts';
import { multipliee } from './multiplier.ts';
import { arranger, deduire, type Journees, totalDetaille } from './totaux.ts';

const FOIS_APRES =
  /\s*(?:x|\*|×|fois)\s*(\d{1,3})(?!\d|\s*h(?:\b|\d|eu))(?:\s*(?:jours?|j|fois|semaines?|sem)(?![a-z]))?/y;
const PENDANT = /[\s,]*(?:pendant|durant|pdt|sur|x|\*|×|pour)?\s*(?:les\s+)?/y;
const NB_UNITE = /\s*(jours?|journees?|j|semaines?|sem|mois)(?![a-z])(?:\s+ouvres)?/y;
const LIBELLE =
  /(?:(?:nb|nbre|nombre)\s*(?:d'|de\s)?\s*(?:h|heures?)|heures?|hrs?|h|duree|total heures|volume(?: horaire)?|quantite)(?:\s+(?:realisees?|effectuees?|travaillees?|d'insertion))*\s*[:=]\s*/y;
const ALTERNATIVE = /\s*(?:-|ou|a|\/)\s*/y;

/** « pendant 3 semaines » : combien de fois la fréquence se répète. */
const repetition = (
  plie: string,
  place: number,
  unite: Unite,
): { readonly fois: number; readonly fin: number } | null => {
  const pendant = essayer(PENDANT, plie, place);
  const depart = place + (pendant?.[0].length ?? 0);
  const nombre = lireNombreIci(plie, depart);
  const mot = nombre && essayer(NB_UNITE, plie, nombre.fin);
  if (!nombre || !mot) return null;
  const dite = uniteDe(mot[1] ?? '');
  const fin = nombre.fin + mot[0].length;
  if (dite === unite) return { fois: nombre.valeur, fin };
  if (unite === 'jour' && dite === 'semaine') return { fois: nombre.valeur * 5, fin };
  return null;
};

/** Ce qui suit une durée : « par jour », « x 5 », « par semaine pendant 3 semaines », « pendant 5 jours ». */
const suite = (plie: string, debut: number, base: DureePlace): Marque<Duree> => {
  const fois = essayer(FOIS_APRES, plie, base.fin);
  if (fois) return marquer(debut, base.fin + fois[0].length, simple(base.heures * Number(fois[1]), base.doute));
  const par = frequence(plie, base.fin);
  if (par) {
    const rythme = repetition(plie, par.fin, par.unite);
    if (rythme) return marquer(debut, rythme.fin, simple(base.heures * rythme.fois, base.doute));
    return marquer(debut, par.fin, { heures: base.heures, par: par.unite, doute: base.doute, horaire: false });
  }
  const pendant = /^[\s,]*(?:pendant|durant|pdt)\b/.test(plie.slice(base.fin));
  const unite: Unite = base.heures <= 12 ? 'jour' : 'semaine';
  const plausible = base.heures > 0 && base.heures <= 48;
  const rythme = pendant && plausible ? repetition(plie, base.fin, unite) : null;
  if (rythme) return marquer(debut, rythme.fin, simple(base.heures * rythme.fois, base.doute));
  return marquer(debut, base.fin, simple(base.heures, base.doute));
};

/** « 30-35 h », « 30 ou 35 h », « entre 30 et 35 h » : on ne choisit pas. */
const alternative = (plie: string, place: number): Marque<Duree> | null => {
  const entre = essayer(/entre\s+/y, plie, place);
  const premier = lireNombreIci(plie, place + (entre?.[0].length ?? 0));
  const fin = premier && (lireDureeHeures(plie, place + (entre?.[0].length ?? 0))?.fin ?? premier.fin);
  if (!premier || fin === null) return null;
  const lien = essayer(entre ? /\s*et\s*/y : ALTERNATIVE, plie, fin);
  const ou = lien !== null && /ou/.test(lien[0]);
  const second = lien && lireDureeHeures(plie, fin + lien[0].length);
  if (!second || second.heures < 0 || (fin > premier.fin && !ou && !entre)) return null;
  return marquer(place, second.fin, simple(null, true));
};

const libellee = (plie: string, place: number): Marque<Duree> | null => {
  const libelle = essayer(LIBELLE, plie, place);
  if (!libelle) return null;
  const depart = place + libelle[0].length;
  const duree = lireDureeHeures(plie, depart);
  if (duree) return suite(plie, place, duree);
  const nombre = lireNombreIci(plie, depart);
  return nombre && marquer(place, nombre.fin, simple(nombre.valeur, nombre.doute));
};

const negative = (plie: string, place: number): boolean => {
  const avant = plie.slice(0, place);
  return /(?:^|[\s,:;(¤])(?:moins\s+)$/.test(avant);
};

const lireIci = (plie: string, place: number): Marque<Duree> | null => {
  const horaires = lireHoraires(plie, place);
  if (horaires)
    return marquer(place, horaires.fin, { heures: horaires.heures, par: null, doute: horaires.doute, horaire: true });
  const multiple = libellee(plie, place) ?? multipliee(plie, place) ?? alternative(plie, place);
  if (multiple) return multiple;
  const base = lireDureeHeures(plie, place);
  if (base) {
    const heures = negative(plie, place) ? -base.heures : base.heures;
    return suite(plie, place, { ...base, heures });
  }
  return null;
};

/** Durées et journées d'un texte, dans l'ordre, sans recouvrement. */
const parcourir = (
  plie: string,
): { readonly durees: readonly Marque<Duree>[]; readonly journees: readonly Journees[] } => {
  const durees: Marque<Duree>[] = [];
  const journees: Journees[] = [];
  let libre = 0;
  for (const place of departs(plie)) {
    if (place < libre) continue;
    const lue = lireIci(plie, place);
    if (lue) {
      durees.push(lue);
      libre = lue.fin;
      continue;
    }
    const jours = lireJournees(plie, place);
    if (!jours) continue;
    journees.push({ ...marquer(place, jours.fin, simple(jours.heures, jours.doute)), jours: jours.jours });
    libre = jours.fin;
  }
  return { durees, journees };
};

/** « dont 7 h de formation » : une partie des heures, pas des heures de plus. */
const DONT =
  /\bdont\s+(?:[\d.,]+|[a-z]+)\s*h[a-z]*\d*(?:\s+(?:de|d'|en)\s*[a-z]+)?(?:(?:\s+¤+)?\s*(?:,|et)\s*[\d.,]+\s*h[a-z]*\d*)*/g;

/** Toutes les durées d'un texte aligné, et le texte où elles sont effacées. */
export const chercherDurees = (
  texte: string,
): {
  readonly durees: readonly Marque<Duree>[];
  /** Journées que des heures résument déjà (« 3 jours, 21 h »). */
  readonly resumees: readonly Marque<Duree>[];
  readonly reste: string;
} => {
  const pause = lirePause(texte);
  const sansPause = pause ? masquer(texte, pause) : texte;
  const detaillees = parcourir(sansPause);
  const total = totalDetaille(detaillees.durees, sansPause);
  let reste = total ? masquer(sansPause, total) : sansPause.replace(DONT, (tout) => '¤'.repeat(tout.length));
  const { durees, journees } = reste === sansPause ? detaillees : parcourir(reste);
  const resumees = durees.length > 0 ? journees.map(({ debut, fin, valeur }) => ({ debut, fin, valeur })) : [];
  const toutes = arranger(durees, journees, reste);
  for (const marque of [...durees, ...journees]) reste = masquer(reste, marque);
  const horairesPresents = toutes.some(({ valeur }) => valeur.horaire);
  const deduites = pause ? toutes.map((marque) => deduire(marque, pause.heures)) : toutes;
  const [seule] = deduites;
  if (pause?.retranchee && !horairesPresents && deduites.length === 1 && seule && seule.valeur.heures !== null)
    return {
      durees: [{ ...seule, valeur: { ...seule.valeur, heures: seule.valeur.heures - pause.heures } }],
      resumees,
      reste,
    };
  return { durees: deduites, resumees, reste };
};

/** Heures que dit un texte seul (réponse à « combien d'heures ? ») ; null s'il n'en dit pas, ou plusieurs. */
export const lireDuree = (texte: string): { readonly heures: number; readonly doute: boolean } | null => {
  const { durees } = chercherDurees(aligner(composer(texte)));
  const [seule] = durees;
  if (durees.length !== 1 || !seule || seule.valeur.heures === null || seule.valeur.par) return null;
  return { heures: seule.valeur.heures, doute: seule.valeur.doute };
};
