import type { Facilitateur } from '../domain/territoire.ts';
import { distance, plier } from './normaliser.ts';

const VIDES = new Set(
  'la le les l de du des d un une structure entree fiche annuaire facilitateur facilitatrice que qu et a au aux cette celle celui c est plutot alors bien'.split(
    ' ',
  ),
);

/** Écritures développées des sigles courants, des deux côtés. */
const SIGLES: Readonly<Record<string, string>> = {
  mde: 'maison emploi',
  mie: 'maison emploi',
  mef: 'maison emploi formation',
};

const motsDe = (texte: string): string[] =>
  plier(texte)
    .split(/[^a-z0-9]+/)
    .flatMap((mot) => SIGLES[mot]?.split(' ') ?? [mot])
    .filter((mot) => mot !== '' && !VIDES.has(mot));

const proche = (a: string, b: string): boolean => a === b || (a.length >= 5 && b.length >= 5 && distance(a, b, 1) <= 1);

/** Part des mots tapés que porte un texte, de 0 à 1. */
const ressemblance = (mots: readonly string[], texte: string): number => {
  const noms = motsDe(texte);
  return mots.filter((mot) => noms.some((nom) => proche(mot, nom))).length / mots.length;
};

/** Structures que nomme un texte : celles qui portent tous ses mots, sinon celles qui en portent le plus (les deux tiers au moins). */
export const trouverStructures = (texte: string, annuaire: readonly Facilitateur[]): readonly Facilitateur[] => {
  const mots = motsDe(texte);
  if (mots.length === 0) return [];
  const exactes = annuaire.filter(
    ({ id, nom }) => plier(id) === plier(texte).trim() || plier(nom) === plier(texte).trim(),
  );
  if (exactes.length > 0) return exactes;
  const parNom = lesPlusProches(mots, annuaire, ({ nom, id }) => `${nom} ${id}`);
  // « la maison de l'emploi du Boulonnais » : le genre de la structure peut n'être dit que par son porteur.
  return parNom.note === 1
    ? parNom.structures
    : lesPlusProches(mots, annuaire, ({ nom, id, porteur }) => `${nom} ${id} ${porteur}`).structures;
};

const lesPlusProches = (
  mots: readonly string[],
  annuaire: readonly Facilitateur[],
  texteDe: (structure: Facilitateur) => string,
): { readonly note: number; readonly structures: readonly Facilitateur[] } => {
  const notees = annuaire.map((structure) => ({ structure, note: ressemblance(mots, texteDe(structure)) }));
  const note = Math.max(0, ...notees.map((notee) => notee.note));
  return {
    note,
    structures: note < 2 / 3 ? [] : notees.filter((notee) => notee.note === note).map(({ structure }) => structure),
  };
};
