import type { LigneLue } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';
import type { LecturePeriode } from '../dates.ts';
import { plier } from '../normaliser.ts';
import { doutesHeures, PARTAGE } from './doutes-heures.ts';
import type { Duree } from './duree.ts';
import type { Faits } from './faits.ts';
import type { PersonneLue } from './personne.ts';
import type { Profil } from './publics.ts';
import {
  ajusterPeriode,
  LIGNE_VIDE,
  uneSeulePeriode,
  valeurHeures,
  valeurOperation,
  valeurPeriode,
  valeurProfil,
} from './valeurs.ts';

interface Ancre {
  readonly debut: number;
  readonly personne: Marque<PersonneLue> | null;
  readonly duree: Marque<Duree> | null;
}

type Place = { readonly debut: number; readonly fin: number };

const nue = (marque: Marque<number>): Marque<Duree> => ({
  ...marque,
  valeur: { heures: marque.valeur, par: null, doute: false, horaire: false },
});

/** Les heures : celles qui ont une unité ; sinon les nombres nus, s'il y en a autant que de lignes. */
const dureesDe = ({ durees, nus, personnes }: Faits): readonly Marque<Duree>[] => {
  const possibles = nus.filter(({ valeur }) => valeur > -200 && valeur <= 5000);
  const lignes = Math.max(1, personnes.length);
  if (durees.length === 0 && (possibles.length === 1 || possibles.length === lignes)) return possibles.map(nue);
  if (durees.length > 0 && durees.length < lignes && durees.length + possibles.length === lignes)
    return [...durees, ...possibles.map(nue)].sort((a, b) => a.debut - b.debut);
  return durees;
};

const dedoublonner = (personnes: readonly Marque<PersonneLue>[]): readonly Marque<PersonneLue>[] =>
  personnes.filter((une, i) => personnes.findIndex((autre) => plier(autre.valeur.nom) === plier(une.valeur.nom)) === i);

const ancre = (personne: Marque<PersonneLue> | null, duree: Marque<Duree> | null): Ancre => ({
  debut: Math.min(personne?.debut ?? Number.POSITIVE_INFINITY, duree?.debut ?? Number.POSITIVE_INFINITY),
  personne,
  duree,
});

/** La marque qui précède une place, ou la première qui suit ; l'inverse si les heures sont dites avant les noms. */
const voisine = <T extends Place>(marques: readonly T[], place: number, devant: boolean): T | null => {
  const avant = marques.filter(({ debut }) => debut < place);
  const apres = marques.filter(({ debut }) => debut >= place);
  return devant ? (avant[avant.length - 1] ?? apres[0] ?? null) : (apres[0] ?? avant[avant.length - 1] ?? null);
};

/** « Gaspard idem » : la durée de la personne d'avant. */
const IDEM = /^\s*:?\s*(?:idem|pareil|(?:la )?meme chose|aussi|egalement)\b/;

const PAREIL = /\b(?:idem|pareil|(?:la )?meme chose)\b/;

/** Une ancre par ligne : une personne, une durée ou les deux. */
const ancrer = (personnes: readonly Marque<PersonneLue>[], durees: readonly Marque<Duree>[], faits: Faits): Ancre[] => {
  const heuresDevant = (durees[0]?.debut ?? 0) < (personnes[0]?.debut ?? 0);
  if (personnes.length >= 2) {
    if (durees.length > personnes.length)
      return durees.map((duree) => ancre(voisine(personnes, duree.debut, !heuresDevant), duree));
    const uniques = durees.length <= 1 ? dedoublonner(personnes) : personnes;
    if (durees.length === uniques.length) return uniques.map((personne, i) => ancre(personne, durees[i] ?? null));
    return uniques.map((personne) => {
      const idem = IDEM.test(faits.plie.slice(personne.fin));
      return ancre(personne, voisine(durees, personne.debut, heuresDevant || idem));
    });
  }
  const personne = personnes[0] ?? null;
  const distinctes = new Set(faits.operations.map(({ valeur }) => valeur.ids.join()));
  const [seule] = durees;
  // « 35 h S45, idem S46 » : la même durée à chaque période.
  if (durees.length === 1 && seule && faits.periodes.length >= 2 && PAREIL.test(faits.plie))
    return faits.periodes.map(({ debut }) => ({ debut, personne, duree: seule }));
  const parLigne = durees.length >= 2 && (faits.periodes.length === durees.length || distinctes.size === durees.length);
  if (parLigne) return durees.map((duree) => ancre(personne, duree));
  return [ancre(personne, durees.length > 1 ? hesiter(durees) : (durees[0] ?? null))];
};

/** Plusieurs durées pour une seule ligne : la même redite ne compte qu'une fois, sinon on ne choisit pas. */
const hesiter = (durees: readonly Marque<Duree>[]): Marque<Duree> | null => {
  const [premiere] = durees;
  if (!premiere) return null;
  if (durees.every(({ valeur }) => valeur.heures === premiere.valeur.heures)) return premiere;
  return { ...premiere, valeur: { heures: null, par: null, doute: true, horaire: false } };
};

/** « lundi : Paul 7 h, Léa 6 h ; mardi : Paul 4 h » : la date ou le lieu ouvre son groupe de lignes. */
const estEnTete = ({ debut, fin }: Place, plie: string): boolean =>
  /(?:^|[;\n]|\.\s)\s*(?:[a-z']+\s+){0,2}$/.test(plie.slice(0, debut)) || /^\s*:/.test(plie.slice(fin));

/** À chaque ligne ses marques : la seule vaut pour toutes, autant que de lignes se suivent, sinon la plus proche. */
const attribuer = <T extends Place>(
  marques: readonly T[],
  ancres: readonly Ancre[],
  plie: string,
): readonly (readonly T[])[] => {
  if (ancres.length === 1) return [marques];
  if (marques.length <= 1) return ancres.map(() => marques);
  if (marques.length === ancres.length) return marques.map((marque) => [marque]);
  if (marques.every((marque) => estEnTete(marque, plie)))
    return ancres.map(({ debut }) => {
      const tete = voisine(marques, debut, true);
      return tete ? [tete] : [];
    });
  return ancres.map(({ debut }, i) => {
    const limite = ancres[i + 1]?.debut ?? Number.POSITIVE_INFINITY;
    const dedans = marques.filter((marque) => marque.debut >= debut && marque.debut < limite);
    if (dedans.length > 0) return dedans;
    const proche = voisine(marques, debut, true);
    return proche ? [proche] : [];
  });
};

const TOUS_AVANT = /\b(?:tous|toutes)(?:\s+(?:les\s+)?(?:deux|trois|quatre|cinq))?\s*(?:sont\s+|en\s+|au\s+)?$/;
const TOUS_APRES = /^\s*(?:pour\s+)?(?:tous|toutes|les (?:deux|trois|quatre)|chacune?)\b/;

/** « tous deux RSA », « bénéficiaires du RSA » : le public vaut pour toutes les personnes. */
const estCollectif = ({ debut, fin }: Place, plie: string): boolean =>
  TOUS_AVANT.test(plie.slice(0, debut)) ||
  TOUS_APRES.test(plie.slice(fin)) ||
  /^(?:beneficiaires|allocataires|benefs|apprentis|apprenties|jeunes|seniors)\b/.test(plie.slice(debut, fin));

/** Les publics suivent la personne qui les précède, sauf s'ils sont dits pour toutes. */
const profilsDe = (faits: Faits, ancres: readonly Ancre[], rang: number): readonly Marque<Profil>[] => {
  const places = ancres.map(({ personne, debut }) => personne ?? { debut, fin: debut });
  if (new Set(places.map(({ debut }) => debut)).size <= 1) return faits.profils;
  return faits.profils.filter((profil) => {
    if (estCollectif(profil, faits.plie)) return true;
    const suivante = places.findIndex(({ debut }) => debut >= profil.fin);
    const colle = suivante >= 0 && /^\s*:?\s*$/.test(faits.plie.slice(profil.fin, places[suivante]?.debut ?? 0));
    const proprietaire = colle ? suivante : suivante === -1 ? places.length - 1 : Math.max(0, suivante - 1);
    return proprietaire === rang;
  });
};

/** Fait des lignes avec ce qu'un texte dit. */
export const repartir = (faits: Faits): LigneLue[] => {
  const durees = dureesDe(faits);
  const ancres = ancrer(faits.personnes, durees, faits);
  const periodes = attribuer<LecturePeriode>(faits.periodes, ancres, faits.plie);
  const operations = attribuer(faits.operations, ancres, faits.plie);
  const entreprises = attribuer(faits.entreprises, ancres, faits.plie);
  const partage = ancres.length > 1 && durees.length === 1 && PARTAGE.test(faits.plie);
  const sansNoms = faits.effectif !== null && faits.effectif > faits.personnes.length;
  return ancres.map(({ personne, duree }, i) => {
    const date = valeurPeriode(ajusterPeriode(uneSeulePeriode(periodes[i] ?? []), duree?.valeur.heures ?? null));
    const heures = valeurHeures(duree?.valeur ?? null, date.periode);
    const profil = valeurProfil(profilsDe(faits, ancres, i));
    return {
      ...LIGNE_VIDE,
      // « 70 h à eux deux » : la part de chacun n'est pas dite.
      heures: partage ? null : heures.heures,
      periode: date.periode,
      beneficiaire: personne?.valeur.nom ?? null,
      ...valeurOperation(operations[i] ?? []),
      entreprise: entreprises[i]?.at(-1)?.valeur ?? null,
      publics: profil.publics,
      sexe: personne?.valeur.sexe ?? profil.sexe,
      modalite: profil.modalite,
      alertes: [
        ...date.alertes,
        ...heures.alertes,
        ...doutesHeures(faits, { duree, periode: date.periode, partage }),
        ...(sansNoms ? (['noms-attendus'] as const) : []),
      ],
    };
  });
};
