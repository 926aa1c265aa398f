import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const paquet = createRequire(import.meta.url);

/**
 * Lignes d'un fichier du paquet @etalab/decoupage-administratif (un objet JSON par ligne) qui contiennent `marque`.
 * Cherchées dans le texte latin1, sans découper ses 37 000 lignes ; `texteDe` rend leurs accents aux morceaux utiles.
 */
export const readLignes = (nom: 'communes' | 'epci' | 'departements', marque: string): string[] => {
  const texte = readFileSync(paquet.resolve(`@etalab/decoupage-administratif/data/${nom}.json`), 'latin1');
  const lignes: string[] = [];
  for (let ici = texte.indexOf(marque); ici >= 0; ) {
    const fin = texte.indexOf('\n', ici);
    const borne = fin < 0 ? texte.length : fin;
    lignes.push(texte.slice(texte.lastIndexOf('\n', ici) + 1, borne));
    ici = texte.indexOf(marque, borne);
  }
  return lignes;
};

const horsAscii = /[\u0080-\u00ff]/;

/** Le texte UTF-8 d'un morceau lu en latin1. */
export const texteDe = (brut: string): string =>
  horsAscii.test(brut) ? Buffer.from(brut, 'latin1').toString('utf8') : brut;

/** Valeur d'un champ simple, sans analyser toute la ligne ; chaîne vide si le champ manque. */
export const champ = (ligne: string, nom: string): string => {
  const marque = `"${nom}":`;
  const debut = ligne.indexOf(marque);
  if (debut < 0) return '';
  const depart = debut + marque.length;
  if (ligne[depart] === '"') return texteDe(ligne.slice(depart + 1, ligne.indexOf('"', depart + 1)));
  const virgule = ligne.indexOf(',', depart);
  return ligne.slice(depart, virgule < 0 ? ligne.indexOf('}', depart) : virgule);
};

/** Liste de chaînes d'un champ (« codesPostaux »). */
export const champListe = (ligne: string, nom: string): string[] => {
  const marque = `"${nom}":[`;
  const debut = ligne.indexOf(marque);
  if (debut < 0) return [];
  const contenu = ligne.slice(debut + marque.length + 1, ligne.indexOf(']', debut) - 1);
  return contenu === '' ? [] : contenu.split('","');
};
