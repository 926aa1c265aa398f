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

/** Une ligne du brouillon : la personne y est déjà un code. */
export const LigneBrouillon = z.strictObject({
  heures: z.number().nullable(),
  periode: Periode.nullable(),
  beneficiaire: z.strictObject({ code: z.string(), libelle: z.string() }).nullable(),
  operation: z.string().nullable(),
  operationsPossibles: z.array(z.string()).default([]),
  entreprise: z.string().nullable(),
  publics: z.array(Public),
  sexe: Sexe.nullable(),
  modalite: Modalite.nullable(),
  alertes: z.array(z.string()),
});
export type LigneBrouillon = z.infer<typeof LigneBrouillon>;

/** Saisie en cours ; ce qu'il faut demander s'en déduit, sans étape à retenir. */
export const Brouillon = z.strictObject({
  /** Identifie la saisie : ses écritures en portent la marque, donc deux validations n'en font qu'une. */
  cle: z.string(),
  lignes: z.array(LigneBrouillon).min(1),
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
  alertes: [],
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

/** Doutes qui interdisent d'enregistrer tant qu'ils ne sont pas levés ; les autres avertissent. */
const BLOQUANTES = new Set<string>([
  'plus-de-24-h-en-un-jour',
  'heures-nulles',
  'heures-negatives',
  'date-invalide',
  'periode-inversee',
  'date-ambigue',
  'heures-ambigues',
  'noms-attendus',
] satisfies Alerte[]);

export const alertesBloquantes = ({ alertes }: LigneBrouillon): string[] =>
  alertes.filter((alerte) => BLOQUANTES.has(alerte));

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

/** Les lignes prêtes, ou null si l'une ne l'est pas. */
export const versLignesHeures = ({ lignes }: Brouillon): LigneHeures[] | null => {
  const pretes = lignes.map(versLigneHeures).filter((ligne) => ligne !== null);
  return pretes.length === lignes.length ? pretes : null;
};
