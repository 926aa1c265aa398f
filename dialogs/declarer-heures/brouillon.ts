import { z } from 'zod';
import { Periode } from '../../src/domain/dates.ts';
import {
  type Alerte,
  type ChampHeures,
  type LigneHeures,
  type LigneLue,
  Modalite,
  Public,
  Sexe,
} from '../../src/domain/heures.ts';
import type { Beneficiaire } from '../services.ts';

/** Une ligne du brouillon : la personne y est déjà un code. */
export const LigneBrouillon = z.strictObject({
  heures: z.number().nullable(),
  periode: Periode.nullable(),
  beneficiaire: z
    .strictObject({ code: z.string(), libelle: z.string(), mots: z.array(z.string()).default([]) })
    .nullable(),
  operation: z.string().nullable(),
  operationsPossibles: z.array(z.string()).default([]),
  entreprise: z.string().nullable(),
  publics: z.array(Public),
  sexe: Sexe.nullable(),
  modalite: Modalite.nullable(),
  alertes: z.array(z.string()),
  /** Règles de la clause heurtées ; elles avertissent et s'écrivent avec la ligne. */
  regles: z.array(z.string()).default([]),
  /** Celles qui sont dites : une éligibilité inconnue ne l'est qu'à la première saisie d'une personne. */
  dites: z.array(z.string()).default([]),
  /** Jour où la même ligne a déjà été enregistrée. */
  doublonDu: z.string().nullable().default(null),
});
export type LigneBrouillon = z.infer<typeof LigneBrouillon>;

/** Personne d'une ligne : son code, ce qu'on peut montrer, et de quoi reconnaître son nom redit en partie. */
export type Personne = NonNullable<LigneBrouillon['beneficiaire']>;

export const versPersonne = ({ code, libelle, mots = [] }: Beneficiaire): Personne => ({
  code,
  libelle,
  mots: [...mots],
});

/** Saisie en cours ; ce qu'il faut demander s'en déduit, sans étape à retenir. */
export const Brouillon = z.strictObject({
  /** Identifie la saisie : ses écritures en portent la marque, donc deux validations n'en font qu'une. */
  cle: z.string(),
  lignes: z.array(LigneBrouillon).min(1),
  /** Nombre de fois que la saisie a changé : une carte d'avant le dernier changement est ancienne. */
  version: z.number().int().default(0),
  /** Lectures probables proposées en boutons, gardées pour les rappels. */
  propositions: z.array(z.strictObject({ titre: z.string(), valeur: z.string() })).default([]),
});
export type Brouillon = z.infer<typeof Brouillon>;

export const versLue = (ligne: LigneBrouillon): LigneLue => ({
  heures: ligne.heures,
  periode: ligne.periode,
  beneficiaire: ligne.beneficiaire?.code ?? null,
  operation: ligne.operation,
  operationsPossibles: ligne.operationsPossibles,
  entreprise: ligne.entreprise,
  publics: ligne.publics,
  sexe: ligne.sexe,
  modalite: ligne.modalite,
  alertes: ligne.alertes.filter(estAlerte),
});

/** Ce qui manque à la ligne, dans l'ordre où on le demande. */
export const champsManquants = (ligne: LigneBrouillon): ChampHeures[] => {
  const manque: [ChampHeures, boolean][] = [
    ['heures', ligne.heures === null],
    ['beneficiaire', ligne.beneficiaire === null],
    ['operation', ligne.operation === null],
    ['periode', ligne.periode === null],
  ];
  return manque.filter(([, absent]) => absent).map(([champ]) => champ);
};

/** Chaque doute de lecture : `bloque` interdit d'enregistrer tant qu'il n'est pas levé, `avertit` se dit seulement. */
const DOUTES: Readonly<Record<Alerte, 'bloque' | 'avertit'>> = {
  'plus-de-24-h-en-un-jour': 'bloque',
  'trop-d-heures-pour-la-periode': 'avertit',
  'heures-nulles': 'bloque',
  'heures-negatives': 'bloque',
  'date-future': 'bloque',
  'avant-operation': 'avertit',
  'apres-operation': 'avertit',
  'date-invalide': 'bloque',
  'periode-inversee': 'bloque',
  'date-ambigue': 'bloque',
  'heures-ambigues': 'bloque',
  'noms-attendus': 'bloque',
};

export const estAlerte = (alerte: string): alerte is Alerte => alerte in DOUTES;

export const alertesBloquantes = ({ alertes }: Pick<LigneBrouillon, 'alertes'>): Alerte[] =>
  alertes.filter(estAlerte).filter((alerte) => DOUTES[alerte] === 'bloque');

/** La ligne prête à être écrite ; null s'il manque quelque chose ou si un doute bloque. */
export const versLigneHeures = (ligne: LigneBrouillon): LigneHeures | null => {
  const { heures, periode, beneficiaire, operation } = ligne;
  if (heures === null || periode === null || beneficiaire === null || operation === null) return null;
  if (heures <= 0 || alertesBloquantes(ligne).length > 0) return null;
  return {
    operation,
    beneficiaire: beneficiaire.code,
    debut: periode.du,
    fin: periode.au,
    heures,
    entreprise: ligne.entreprise,
    publics: [...ligne.publics],
    sexe: ligne.sexe,
    anneeNaissance: null,
    modalite: ligne.modalite,
    sortie: null,
  };
};

/** Une ligne enregistrée, remise en brouillon pour la corriger. */
export const depuisLigneHeures = (ligne: LigneHeures): LigneBrouillon => ({
  heures: ligne.heures,
  periode: { du: ligne.debut, au: ligne.fin },
  beneficiaire: { code: ligne.beneficiaire, libelle: ligne.beneficiaire, mots: [] },
  operation: ligne.operation,
  operationsPossibles: [],
  entreprise: ligne.entreprise,
  publics: [...ligne.publics],
  sexe: ligne.sexe,
  modalite: ligne.modalite,
  alertes: [],
  regles: [],
  dites: [],
  doublonDu: null,
});

/** Les lignes prêtes, ou null si l'une ne l'est pas. */
export const versLignesHeures = (lignes: readonly LigneBrouillon[]): LigneHeures[] | null => {
  const pretes = lignes.map(versLigneHeures).filter((ligne) => ligne !== null);
  return pretes.length === lignes.length ? pretes : null;
};
