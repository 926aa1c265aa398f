import { compterJours, type Periode } from '../../domain/dates.ts';
import { type Alerte, type LigneLue, type Modalite, Public, type Sexe } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';
import { joursOuvres } from '../dates/calendrier.ts';
import type { LecturePeriode } from '../dates.ts';
import type { Duree } from './duree.ts';
import type { OperationLue } from './operations.ts';
import type { Profil } from './publics.ts';

/** Une ligne dont rien n'est dit. */
export const LIGNE_VIDE: LigneLue = {
  heures: null,
  periode: null,
  beneficiaire: null,
  operation: null,
  entreprise: null,
  publics: [],
  sexe: null,
  modalite: null,
  alertes: [],
};

export const arrondir = (heures: number): number => Math.round(heures * 100) / 100;

/** Période retenue et doutes d'une expression de date. */
export const valeurPeriode = (
  lue: LecturePeriode | null,
): { readonly periode: Periode | null; readonly alertes: readonly Alerte[] } => {
  switch (lue?.type) {
    case 'periode':
      return { periode: lue.periode, alertes: [] };
    case 'ambigue':
      return { periode: lue.preferee, alertes: ['date-ambigue'] };
    case 'inversee':
      return { periode: lue.periode, alertes: ['periode-inversee'] };
    case 'invalide':
      return { periode: null, alertes: ['date-invalide'] };
    case undefined:
      return { periode: null, alertes: [] };
  }
};

/** Au-delà, les heures ne tiennent pas dans une journée de travail. */
const JOURNEE_MAX = 12;

/** « 35 h il y a deux semaines » : la semaine entière ; « 7 h », le jour. */
export const ajusterPeriode = (lue: LecturePeriode | null, heures: number | null): LecturePeriode | null =>
  lue?.type === 'periode' && lue.large && heures !== null && heures > JOURNEE_MAX
    ? { type: 'periode', periode: lue.large, debut: lue.debut, fin: lue.fin }
    : lue;

/** Ce que deviennent plusieurs dates d'une même ligne : la plus précise si elles s'emboîtent, un doute sinon. */
export const uneSeulePeriode = (lues: readonly LecturePeriode[]): LecturePeriode | null => {
  const [premiere, ...autres] = lues;
  if (!premiere) return null;
  return autres.reduce((gardee, autre) => {
    if (gardee.type !== 'periode') return gardee;
    if (autre.type !== 'periode') return autre;
    const [a, b] = [gardee.periode, autre.periode];
    if (a.du <= b.du && b.au <= a.au) return autre;
    if (b.du <= a.du && a.au <= b.au) return gardee;
    return { type: 'ambigue', possibles: [a, b], preferee: null, debut: gardee.debut, fin: autre.fin };
  }, premiere);
};

const fois = (duree: Duree, periode: Periode): { readonly nombre: number; readonly doute: boolean } => {
  // Une période d'un seul jour se compte telle quelle, même un samedi.
  const jours = compterJours(periode) === 1 ? 1 : joursOuvres(periode) || compterJours(periode);
  if (duree.par === 'semaine') {
    const semaines = Math.max(compterJours(periode) / 7, jours / 5);
    return { nombre: semaines, doute: !Number.isInteger(jours / 5) && !Number.isInteger(compterJours(periode) / 7) };
  }
  if (duree.par === 'mois') {
    const mois =
      (Number(periode.au.slice(0, 4)) - Number(periode.du.slice(0, 4))) * 12 +
      Number(periode.au.slice(5, 7)) -
      Number(periode.du.slice(5, 7)) +
      1;
    return { nombre: mois, doute: false };
  }
  return { nombre: jours, doute: false };
};

/** Heures d'une durée sur sa période : « 7 h par jour du 2 au 6 » compte les jours ouvrés. */
export const valeurHeures = (
  duree: Duree | null,
  periode: Periode | null,
): { readonly heures: number | null; readonly alertes: readonly Alerte[] } => {
  if (!duree) return { heures: null, alertes: [] };
  const alertes: readonly Alerte[] = duree.doute ? ['heures-ambigues'] : [];
  if (duree.heures === null) return { heures: null, alertes };
  if (duree.par === null && !duree.horaire) return { heures: arrondir(duree.heures), alertes };
  // « 7 h par jour » sans dire quand : on ne multiplie pas à l'aveugle.
  if (!periode)
    return duree.horaire ? { heures: arrondir(duree.heures), alertes } : { heures: null, alertes: ['heures-ambigues'] };
  const { nombre, doute: inegal } = fois(duree, periode);
  // Un horaire se répète d'un jour à l'autre ; au-delà d'une semaine, on demande.
  const doute = inegal || (duree.horaire && compterJours(periode) > 7);
  return { heures: arrondir(duree.heures * nombre), alertes: doute ? ['heures-ambigues'] : alertes };
};

/** L'opération commune à plusieurs mentions, ou celles entre lesquelles il faut choisir. */
export const valeurOperation = (
  lues: readonly Marque<OperationLue>[],
): Pick<LigneLue, 'operation' | 'operationsPossibles'> => {
  const fermes = lues.filter(({ valeur }) => valeur.ferme);
  const retenues = fermes.length > 0 ? fermes : lues;
  const [premiere, ...autres] = retenues.map(({ valeur }) => valeur.ids);
  if (!premiere) return { operation: null };
  const communes = autres.reduce((ids, lot) => ids.filter((id) => lot.includes(id)), premiere);
  const precisees = communes.filter((id) => lues.every(({ valeur }) => valeur.ids.includes(id)));
  const candidates =
    precisees.length > 0 ? precisees : communes.length > 0 ? communes : retenues.flatMap(({ valeur }) => valeur.ids);
  const ids = [...new Set(candidates)];
  const [seule] = ids;
  return ids.length === 1 && seule !== undefined ? { operation: seule } : { operation: null, operationsPossibles: ids };
};

export interface ProfilLu {
  readonly publics: readonly Public[];
  readonly nies: readonly Public[];
  readonly sexe: Sexe | null;
  readonly modalite: Modalite | null;
}

/** Publics dans l'ordre du domaine, sans doublon ; deux sexes dits : aucun. */
export const valeurProfil = (lus: readonly Marque<Profil>[]): ProfilLu => {
  const dits = new Set<Public>();
  const nies = new Set<Public>();
  const sexes = new Set<Sexe>();
  let modalite: Modalite | null = null;
  for (const { valeur } of lus) {
    if (valeur.type === 'sexe') sexes.add(valeur.sexe);
    else if (valeur.type === 'modalite') {
      modalite ??= valeur.modalite;
      if (valeur.public) dits.add(valeur.public);
    } else (valeur.nie ? nies : dits).add(valeur.public);
  }
  const [sexe] = sexes;
  return {
    publics: Public.options.filter((nom) => dits.has(nom) && !nies.has(nom)),
    nies: [...nies],
    sexe: sexes.size === 1 && sexe ? sexe : null,
    modalite,
  };
};
