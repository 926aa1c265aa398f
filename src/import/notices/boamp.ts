import { lireClauseSociale } from '../../domain/marches/clause.ts';
import { conclureReservation } from '../../domain/marches/structuree.ts';
import { nettoyer } from '../../domain/marches/texte.ts';
import type { Avis } from '../../domain/marches.ts';
import { lireAncien } from './ancien.ts';
import { contientCle, textesLibres } from './champs-texte.ts';
import { departement, departementDeCode } from './departements.ts';
import { type LectureEforms, lireEforms } from './eforms.ts';
import { au, estObjet, heure, jour, liste, type Objet, parcourir, texte, textes, unique } from './valeurs.ts';

/** Un enregistrement du jeu « boamp » d'OpenDataSoft ; `donnees` et `gestion` y sont des chaînes JSON. */
export const estBoamp = (valeur: Objet): boolean => 'idweb' in valeur || ('donnees' in valeur && 'gestion' in valeur);

const dejaLu = (valeur: unknown, champ: string): unknown => {
  if (typeof valeur !== 'string') return valeur;
  try {
    return JSON.parse(valeur);
  } catch {
    throw new Error(`le champ « ${champ} » n’est pas un JSON lisible`);
  }
};

const natureDe = (avis: Objet, donnees: unknown, eforms: LectureEforms | null): Avis['nature'] => {
  const dite = [avis.nature_categorise, avis.nature, avis.nature_libelle, avis.etat]
    .map((champ) => texte(champ) ?? '')
    .join(' ');
  if (/annul/i.test(dite)) return 'annulation';
  if (/rectif/i.test(dite)) return 'rectificatif';
  if (/attribution|resultat|award/i.test(dite)) return 'attribution';
  if (/preinfo|pre-info|pré-info|perio/i.test(dite)) return 'preinformation';
  if (eforms !== null) return eforms.nature;
  if (contientCle(donnees, /^annulation$/i)) return 'annulation';
  if (contientCle(donnees, /^(?:rectificatif|rectif)$/i)) return 'rectificatif';
  return contientCle(donnees, /^attribution$/i) && !contientCle(donnees, /^initial$/i) ? 'attribution' : 'avis';
};

/** Avis antérieurs, où que la source les nomme : numéros « 24-76932 ». */
const liensDe = (avis: Objet, idweb: string, donnees: unknown): string[] => {
  const nommes: unknown[] = [avis.annonce_lie, avis.annonces_anterieures];
  parcourir([donnees, dejaLu(avis.gestion, 'gestion')], [], (chemin, valeur) => {
    if (chemin.some((cle) => /^annonce_?anterieure?s?$/i.test(cle))) nommes.push(valeur);
  });
  const numeros = unique([...JSON.stringify(nommes).matchAll(/\b(\d{2}-\d{1,6})\b/g)].map((lu) => lu[1] ?? null));
  return numeros.filter((numero) => numero !== idweb).map((numero) => `boamp:${numero}`);
};

const eformsDe = (donnees: unknown): LectureEforms | null => {
  const racines = au(donnees, 'EFORMS');
  if (!estObjet(racines)) return null;
  const [premiere] = Object.entries(racines);
  return premiere !== undefined && estObjet(premiere[1]) ? lireEforms(premiere[0], premiere[1]) : null;
};

const adresseDe = (avis: Objet, idweb: string): string | null => {
  const dite = texte(avis.url_avis);
  if (dite !== null && /^https:\/\/\S+$/.test(dite)) return dite;
  return /^\d{2}-\d+$/.test(idweb) ? `https://www.boamp.fr/pages/avis/?q=idweb:${idweb}` : null;
};

/** Lit un enregistrement BOAMP ; lève une erreur dite en français s'il n'a ni numéro ni objet. */
export const lireBoamp = (avis: Objet): unknown => {
  const idweb = texte(avis.idweb) ?? texte(avis.id);
  if (idweb === null) throw new Error('numéro d’avis (idweb) absent');
  const donnees = dejaLu(avis.donnees, 'donnees');
  const eforms = eformsDe(donnees);
  const ancien = eforms === null ? lireAncien(donnees) : null;
  const objet = texte(avis.objet) ?? eforms?.titre ?? null;
  if (objet === null) throw new Error(`objet absent (avis ${idweb})`);
  const lots = eforms?.lots ?? ancien?.lots ?? [];
  const libres = textesLibres(objet, donnees);
  const numeros = lots.map(({ numero }) => numero);
  const champs = eforms?.champs ?? ancien?.champs ?? [];
  const clause = lireClauseSociale(libres);
  const codes = unique([...liste(avis.code_departement_prestation), ...liste(avis.code_departement)].map(departement));
  const acheteurCp = departementDeCode(ancien?.codePostalAcheteur);
  const repli = eforms?.departements ?? unique([departementDeCode(ancien?.lieu), acheteurCp]).slice(0, 1);
  const limiteDite = jour(avis.datelimitereponse);
  return {
    id: `boamp:${idweb}`,
    source: 'boamp',
    nature: natureDe(avis, donnees, eforms),
    objet: nettoyer(objet),
    acheteur: texte(avis.nomacheteur) ?? eforms?.acheteur ?? ancien?.acheteur ?? null,
    departements: codes.length > 0 ? codes : repli,
    lieu: eforms?.lieu ?? ancien?.lieu ?? null,
    publieLe: jour(avis.dateparution) ?? eforms?.publieLe ?? null,
    dateLimite: limiteDite ?? eforms?.dateLimite ?? ancien?.dateLimite ?? null,
    heureLimite: limiteDite === null ? ((eforms ?? ancien)?.heureLimite ?? null) : heure(avis.datelimitereponse),
    adresse: adresseDe(avis, idweb),
    cpv: eforms?.cpv ?? ancien?.cpv ?? [],
    lots: lots.length > 1 ? lots : [],
    reservation: conclureReservation(champs, libres, numeros),
    clauseSociale: { ...clause, presente: clause.presente ?? (eforms?.objectifEmploi === true ? true : null) },
    montant: eforms?.montant ?? ancien?.montant ?? null,
    dureeMois: eforms?.dureeMois ?? ancien?.dureeMois ?? null,
    titulaires: textes(avis.titulaire),
    lies: liensDe(avis, idweb, donnees),
  };
};
