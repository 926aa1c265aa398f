import type { ContexteHeures, LigneLue } from '../../domain/heures.ts';
import { plier } from '../normaliser.ts';
import { colonneDe } from './colonnes.ts';
import { extraire } from './faits.ts';
import { lireFiche } from './fiche-recopiee.ts';
import { OUVRAGES } from './mots.ts';
import { enSexe, lireRangee } from './rangee.ts';
import { repartir } from './repartir.ts';

/** La virgule ne sépare des cellules que sous un en-tête : ailleurs, elle ponctue ou marque les décimales. */
const separateurs = ([entete = '']: readonly string[]): readonly string[] =>
  entete.split(',').filter((cellule) => colonneDe(cellule) !== 'autre').length >= 3
    ? ['\t', ';', '|', ',']
    : ['\t', ';', '|'];

const enCellules = (lignes: readonly string[]): string[][] | null => {
  for (const separateur of separateurs(lignes)) {
    const rangs = lignes
      .filter((ligne) => !/^[\s|:;-]+$/.test(ligne))
      .map((ligne) =>
        ligne
          .replace(/^\s*\|/, '')
          .replace(/\|\s*$/, '')
          .split(separateur)
          .map((cellule) => cellule.trim()),
      );
    const nombreux = rangs.filter((cellules) => cellules.length >= 2).length;
    if (rangs.length > 0 && nombreux === rangs.length && (rangs[0]?.length ?? 0) >= 3) return rangs;
    if (rangs.length > 1 && nombreux === rangs.length) return rangs;
  }
  return null;
};

const DATE = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;

/** Nom et prénom en deux cellules, début et fin en deux cellules : une seule chose à lire. */
const recoller = (cellules: readonly string[]): string[] => {
  const [nom = '', prenom = '', ...suite] = cellules;
  const seuls = [nom, prenom].every((mot) => /^\p{L}[\p{L}'’-]+$/u.test(mot) && !OUVRAGES.has(plier(mot)));
  const noms = seuls ? [`${nom} ${prenom}`, ...suite] : [...cellules];
  const dates = noms.filter((cellule) => DATE.test(cellule));
  if (dates.length !== 2) return noms;
  return [...noms.filter((cellule) => !DATE.test(cellule)), `du ${dates[0]} au ${dates[1]}`];
};

/** Sans en-tête : un nombre seul dans sa cellule est un nombre d'heures, « F » ou « H » un sexe. */
const lireSansEntete = (rangee: readonly string[], contexte: ContexteHeures): LigneLue[] => {
  const cellules = recoller(rangee);
  const avecUnite = cellules.some((cellule) => /\d\s*h/i.test(cellule));
  const nombres = cellules.filter((cellule) => /^-?\d[\d ]*(?:[.,]\d+)?$/.test(cellule));
  const phrase = cellules.map((cellule) =>
    !avecUnite && nombres.length === 1 && cellule === nombres[0] ? `${cellule} h` : enSexe(cellule) || cellule,
  );
  return repartir(extraire(phrase.join(' , '), contexte));
};

const lireRangees = (rangs: readonly (readonly string[])[], contexte: ContexteHeures): LigneLue[] => {
  const [tete = [], ...corps] = rangs;
  const colonnes = tete.map(colonneDe);
  const entete =
    tete.every((cellule) => !/\d/.test(cellule)) && colonnes.filter((colonne) => colonne !== 'autre').length >= 2;
  return entete
    ? corps.flatMap((cellules) => lireRangee(cellules, colonnes, contexte))
    : rangs.flatMap((cellules) => lireSansEntete(cellules, contexte));
};

/** Complète une ligne par ce que le titre ou le pied du message dit pour toutes. */
const partager = (ligne: LigneLue, commune: LigneLue): LigneLue => {
  const situee = ligne.operation !== null || ligne.operationsPossibles !== undefined;
  const lieu = situee ? ligne : commune;
  return {
    ...ligne,
    heures: ligne.heures ?? commune.heures,
    periode: ligne.periode ?? commune.periode,
    operation: lieu.operation,
    ...(lieu.operationsPossibles ? { operationsPossibles: lieu.operationsPossibles } : {}),
    entreprise: ligne.entreprise ?? commune.entreprise,
    publics: ligne.publics.length > 0 ? ligne.publics : commune.publics,
    modalite: ligne.modalite ?? commune.modalite,
    alertes: [...ligne.alertes, ...(ligne.periode ? [] : commune.alertes)],
  };
};

const estLigne = ({ beneficiaire, heures }: LigneLue): boolean => beneficiaire !== null && heures !== null;

/** Une ligne par ligne de texte ; un titre vaut pour celles qui le suivent, un pied pour toutes. */
const lireListe = (textes: readonly string[], contexte: ContexteHeures): LigneLue[] | null => {
  const lues = textes.map((texte) => repartir(extraire(texte, contexte)));
  const plates = lues.flat();
  const nommees = plates.filter(({ beneficiaire }) => beneficiaire !== null).length;
  if (!plates.some(estLigne) && !(nommees >= 2 && plates.filter(({ heures }) => heures !== null).length <= 1)) {
    const heures = plates.filter((ligne) => ligne.heures !== null && ligne.periode !== null).length;
    // Une personne, un jour par ligne : « lundi : 7 h ».
    if (heures < 2 || nommees > 1) return null;
    return lireParJour(plates);
  }
  const resultat: LigneLue[] = [];
  let titre: LigneLue | null = null;
  for (const lignes of lues) {
    const [seule] = lignes;
    if (
      lignes.length === 1 &&
      seule &&
      seule.beneficiaire === null &&
      !(seule.heures !== null && seule.periode !== null && resultat.length > 0)
    ) {
      titre = titre ? partager(seule, titre) : seule;
      if (resultat.length > 0) for (const [i, ligne] of resultat.entries()) resultat[i] = partager(ligne, seule);
      continue;
    }
    resultat.push(...lignes.map((ligne) => (titre ? partager(ligne, titre) : ligne)));
  }
  return resultat.length > 0 ? resultat : null;
};

const lireParJour = (plates: readonly LigneLue[]): LigneLue[] => {
  const communes = plates.filter(({ heures }) => heures === null);
  const nom = plates.find(({ beneficiaire }) => beneficiaire !== null);
  return plates
    .filter(({ heures }) => heures !== null)
    .map((ligne) => {
      const complete = communes.reduce((courante, commune) => partager(courante, commune), ligne);
      return {
        ...complete,
        beneficiaire: ligne.beneficiaire ?? nom?.beneficiaire ?? null,
        sexe: ligne.sexe ?? nom?.sexe ?? null,
      };
    });
};

/** Lignes collées d'un tableur ou d'une liste ; null si le message n'en est pas une. */
export const lireTableau = (texte: string, contexte: ContexteHeures): LigneLue[] | null => {
  const textes = texte
    .split(/\n+/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => /[\p{L}\d]/u.test(ligne));
  const rangs = enCellules(textes);
  if (rangs) {
    const lues = lireRangees(rangs, contexte);
    if (lues.length > 0 && (rangs.length > 1 || lues.some(estLigne))) return lues;
  }
  return textes.length > 1 ? (lireFiche(textes, contexte) ?? lireListe(textes, contexte)) : null;
};
