import type { LigneLue } from '../../domain/heures.ts';
import { masquer } from '../dates/aligner.ts';
import { joursOuvres } from '../dates/calendrier.ts';
import { sansDoutesDe } from './doutes.ts';
import type { Duree } from './duree.ts';
import type { Tri } from './refus.ts';
import { arrondir, valeurHeures } from './valeurs.ts';

const PLUS =
  /\b(?:ajoute[rz]?|rajoute[rz]?|ajout)\b|\b(?:de|en) plus\b|\bsupplementaires?\b|\b(?:oublie|il (?:en )?manque|manquait|manquent)\b|(?:^|\s)\+\s*\d|^\s*(?:et\s+)?plus\s+[a-z\d]/;
const MOINS =
  /\b(?:retire[rz]?|enleve[rz]?|ote[rz]?|deduis|deduire|soustrais|retranche[rz]?|diminue[rz]?|supprime[rz]?)\b|\b(?:de|en) (?:moins|trop)\b|^\s*(?:-|moins)\s*\d/;
const CUE =
  /\b(?:non|plutot|pardon|en fait|c'est|c'etait|erreur|corrige|pas|trompee?|oups|finalement|remplace[rz]?|au lieu|mets|met|mettre|mettez|note|heures?|voulais dire|passe[rz]?|monte[rz]?|descend[sz]?|ramene[rz]?|baisse[rz]?|augmente[rz]?)\b/;
const DE_A = /\bde (\d+(?:[.,]\d+)?)\s*(?:h|heures?)?\s+a (\d+(?:[.,]\d+)?)\s*(?:h|heures?)?(?![a-z\d])/;

const nue = (heures: number): Duree => ({ heures, par: null, doute: false, horaire: false });

/** Plus rien que de la ponctuation et ce qui est compris. */
const RIEN = /^[\s.,:¤-]*$/;

/** Les heures que le message donne ; un nombre nu n'en est que s'il ne peut rien être d'autre. */
const heuresDites = ({ dits }: Tri, lignes: readonly LigneLue[]): readonly Duree[] => {
  if (dits.durees.length > 0) return dits.durees.map(({ valeur }) => valeur);
  const [seul] = dits.nus;
  // Sans unité, un grand nombre est un code postal ou un montant plutôt que des heures.
  if (!seul || dits.nus.length > 1 || seul.valeur > 2000) return [];
  const manquent = lignes.some(({ heures }) => heures === null);
  const sansNombre = masquer(dits.plie, seul);
  const seulement = RIEN.test(sansNombre);
  // « diop 7 » : la personne et son nouveau nombre d'heures.
  const deQuelquun =
    dits.personnes.length > 0 && RIEN.test(dits.personnes.reduce((plie, nom) => masquer(plie, nom), sansNombre));
  const autre = seulement && lignes.some(({ beneficiaire, periode }) => beneficiaire === null || periode === null);
  return manquent ||
    deQuelquun ||
    CUE.test(dits.plie) ||
    (seulement && !autre) ||
    PLUS.test(dits.plie) ||
    MOINS.test(dits.plie)
    ? [nue(seul.valeur)]
    : [];
};

const poser = (ligne: LigneLue, duree: Duree): LigneLue => {
  const { heures, alertes } = valeurHeures(duree, ligne.periode);
  return { ...ligne, heures, alertes: [...sansDoutesDe('heures', ligne.alertes), ...alertes] };
};

const vider = (ligne: LigneLue): LigneLue => ({
  ...ligne,
  heures: null,
  alertes: sansDoutesDe('heures', ligne.alertes),
});

/** « retire 2 heures », « ajoute 3 h » : la ligne change d'autant. */
const ajuster = (ligne: LigneLue, delta: number): LigneLue =>
  ligne.heures === null
    ? ligne
    : { ...ligne, heures: arrondir(ligne.heures + delta), alertes: sansDoutesDe('heures', ligne.alertes) };

/** Quelle ligne une seule durée corrige-t-elle, quand il y en a plusieurs ? */
const choisirLignes = (lignes: readonly LigneLue[], { dits, refuses }: Tri): readonly boolean[] => {
  const anciennes = [...refuses.durees.map(({ valeur }) => valeur.heures), ...refuses.nus.map(({ valeur }) => valeur)];
  const parValeur = lignes.map(({ heures }) => heures !== null && anciennes.includes(heures));
  if (parValeur.some(Boolean)) return parValeur;
  const vides = lignes.map(({ heures }) => heures === null);
  if (vides.some(Boolean)) return vides;
  const pareilles = lignes.every(({ heures }) => heures === lignes[0]?.heures);
  if (pareilles || /\b(?:chacune?|tous|toutes|chaque|les deux)\b/.test(dits.plie)) return lignes.map(() => true);
  return lignes.map((_, i) => i === lignes.length - 1);
};

const PAR_JOUR = /\b(?:par jour|par journee|chaque jour|tous les jours|les deux jours|a chaque fois)\b/;
const EN_TOUT = /\b(?:en tout|au total|total|ensemble|pour les deux jours)\b/;

/** « par jour » ou « en tout », répondu à « 7 h lundi et mardi ? » ; au-delà de deux jours, on redemande le nombre. */
const leverDoute = (ligne: LigneLue, plie: string): LigneLue => {
  const { heures, periode, alertes } = ligne;
  if (heures === null || periode === null || !alertes.includes('heures-ambigues')) return ligne;
  const certaine = { ...ligne, alertes: sansDoutesDe('heures', alertes) };
  if (EN_TOUT.test(plie)) return certaine;
  return PAR_JOUR.test(plie) && joursOuvres(periode) === 2 ? { ...certaine, heures: arrondir(heures * 2) } : ligne;
};

/** Applique au brouillon les heures dites, ajoutées, retirées ou écartées. */
export const appliquerHeures = (lignes: readonly LigneLue[], tri: Tri): LigneLue[] => {
  const [, de, a] = DE_A.exec(tri.dits.plie)?.map((nombre) => Number(nombre.replace(',', '.'))) ?? [];
  // « de 21 à 24 h » : l'ancien nombre, puis le nouveau, plutôt qu'un horaire.
  if (a !== undefined && lignes.some(({ heures }) => heures === de))
    return lignes.map((ligne) => (ligne.heures === de ? poser(ligne, nue(a)) : ligne));
  const dites = heuresDites(tri, lignes);
  const [premiere] = dites;
  if (!premiere) {
    const refusees = tri.refuses.durees.length + tri.refuses.nus.length > 0;
    return refusees ? lignes.map(vider) : lignes.map((ligne) => leverDoute(ligne, tri.dits.plie));
  }
  if (dites.length === lignes.length && lignes.length > 1)
    return lignes.map((ligne, i) => poser(ligne, dites[i] ?? premiere));
  const choisies = choisirLignes(lignes, tri);
  const { plie } = tri.dits;
  const moins = MOINS.test(plie);
  const calcul = (moins || PLUS.test(plie)) && premiere.heures !== null && premiere.par === null;
  if (calcul) {
    const delta = Math.abs(premiere.heures ?? 0) * (moins ? -1 : 1);
    const connues = lignes.some(({ heures }, i) => choisies[i] && heures !== null);
    if (connues) return lignes.map((ligne, i) => (choisies[i] ? ajuster(ligne, delta) : ligne));
  }
  const duree =
    dites.length > 1 && dites.some(({ heures }) => heures !== premiere.heures)
      ? { ...nue(0), heures: null, doute: true }
      : premiere;
  return lignes.map((ligne, i) => (choisies[i] ? poser(ligne, duree) : ligne));
};
