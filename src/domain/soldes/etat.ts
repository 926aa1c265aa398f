import { compterJours, decalerJour, type Jour } from '../dates.ts';
import type { Operation } from '../heures.ts';
import { sommer } from '../registre.ts';

/** Heures dues d'une opération, selon sa règle ; null si rien ne permet de les calculer. Arrondies à l'heure due entière. */
export const heuresDues = ({ regle, montant, heuresPrevues }: Operation): number | null => {
  if (regle === undefined) return heuresPrevues;
  switch (regle.type) {
    case 'heures':
      return regle.heures;
    case 'euros-par-heure':
      return montant === undefined ? heuresPrevues : Math.round(montant / regle.euros);
    case 'part':
      return Math.round(regle.part * regle.heuresTotales);
  }
};

/** Où en est une opération : dû, fait, temps passé, et ce que donne le rythme. */
export interface EtatOperation {
  readonly operation: Operation;
  readonly dues: number | null;
  readonly faites: number;
  readonly reste: number | null;
  /** Fait sur dû, de 0 à 1 et au-delà. */
  readonly taux: number | null;
  /** Part du temps écoulée, de 0 à 1 ; null sans dates. */
  readonly ecoule: number | null;
  /** Vrai quand le fait est à plus de dix points sous ce que le temps écoulé demande. */
  readonly enRetard: boolean;
  /** Heures à la fin si le rythme se maintient ; null avant le début ou sans dates. */
  readonly aLaFin: number | null;
  /** Jour où le dû serait atteint à ce rythme ; null s'il l'est déjà ou si rien n'avance. */
  readonly atteintLe: Jour | null;
}

const MARGE = 0.1;

const partEcoulee = ({ debut, fin }: Operation, aujourdhui: Jour): number | null => {
  if (debut === null || fin === null || fin < debut) return null;
  if (aujourdhui < debut) return 0;
  if (aujourdhui >= fin) return 1;
  return compterJours({ du: debut, au: aujourdhui }) / compterJours({ du: debut, au: fin });
};

/** @param faites heures enregistrées sur l'opération */
export const calculerEtat = (operation: Operation, faites: number, aujourdhui: Jour): EtatOperation => {
  const dues = heuresDues(operation);
  const taux = dues === null || dues === 0 ? null : faites / dues;
  const ecoule = partEcoulee(operation, aujourdhui);
  const avance = ecoule !== null && ecoule > 0;
  return {
    operation,
    dues,
    faites,
    reste: dues === null ? null : sommer([dues, -faites]),
    taux,
    ecoule,
    enRetard: taux !== null && avance && taux < ecoule - MARGE,
    aLaFin: avance ? Math.round(faites / ecoule) : null,
    atteintLe: avance && dues !== null ? dateAtteinte(operation, { dues, faites, aujourdhui }) : null,
  };
};

const HORIZON_JOURS = 3650;

const dateAtteinte = (
  { debut }: Operation,
  { dues, faites, aujourdhui }: { readonly dues: number; readonly faites: number; readonly aujourdhui: Jour },
): Jour | null => {
  if (debut === null || faites <= 0 || faites >= dues || aujourdhui < debut) return null;
  const jours = compterJours({ du: debut, au: aujourdhui });
  const encore = Math.ceil((dues - faites) / (faites / jours));
  return encore > HORIZON_JOURS ? null : decalerJour(aujourdhui, { days: encore });
};
