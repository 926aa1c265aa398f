import { decalerJour, type Jour } from '../dates.ts';
import { type Eligibilite, MOIS_ELIGIBILITE } from '../heures/regles-clause.ts';
import type { LigneHeures, Modalite, Public, Sortie } from '../heures.ts';
import { sommer } from '../registre.ts';
import type { Etape, FaitParcours } from './faits.ts';

/** Travail d'une personne sur une opération, pour une entreprise et une modalité. */
export interface Contrat {
  readonly operation: string;
  readonly entreprise: string | null;
  readonly modalite: Modalite | null;
  readonly debut: Jour;
  readonly fin: Jour;
  readonly heures: number;
}

export interface Suivi {
  readonly mois: Etape;
  readonly situation: Sortie | null;
}

/** Le chemin d'une personne, sans son nom. */
export interface Parcours {
  readonly personne: string;
  readonly publics: readonly Public[];
  readonly eligibilite: Eligibilite;
  /** Fin d'éligibilité déduite de la première heure connue, quand personne ne l'a dite. */
  readonly finEstimee: Jour | null;
  readonly contrats: readonly Contrat[];
  readonly heures: number;
  readonly sortie: { readonly le: Jour; readonly situation: Sortie } | null;
  readonly suivis: readonly Suivi[];
}

/** Éligibilité dite en dernier ; sa fin est 24 mois après son début si elle n'est pas donnée. */
export const lireEligibilite = (faits: readonly FaitParcours[]): Eligibilite => {
  const dernier = faits.filter((fait) => fait.type === 'eligibilite').at(-1);
  if (dernier === undefined) return { statut: 'inconnue', debut: null, fin: null };
  const { statut, debut } = dernier;
  const fin = dernier.fin ?? (debut === null || statut === 'refusee' ? null : finDe(debut));
  return { statut, debut, fin };
};

/** Dernier jour des 24 mois qui commencent ce jour-là. */
const finDe = (debut: Jour): Jour => decalerJour(decalerJour(debut, { months: MOIS_ELIGIBILITE }), { days: -1 });

const regrouper = (lignes: readonly LigneHeures[]): Contrat[] => {
  const groupes = new Map<string, LigneHeures[]>();
  for (const ligne of lignes) {
    const cle = JSON.stringify([ligne.operation, ligne.entreprise, ligne.modalite]);
    groupes.set(cle, [...(groupes.get(cle) ?? []), ligne]);
  }
  return [...groupes.values()]
    .flatMap((siennes) => {
      const [premiere] = siennes;
      if (premiere === undefined) return [];
      const { operation, entreprise, modalite } = premiere;
      const debut = siennes.map((ligne) => ligne.debut).sort()[0] ?? premiere.debut;
      const fin =
        siennes
          .map((ligne) => ligne.fin)
          .sort()
          .at(-1) ?? premiere.fin;
      return [{ operation, entreprise, modalite, debut, fin, heures: sommer(siennes.map(({ heures }) => heures)) }];
    })
    .sort((a, b) => a.debut.localeCompare(b.debut));
};

/** Construit le parcours d'une personne à partir de ses faits (dans l'ordre) et de ses lignes actives. */
export const construireParcours = (
  personne: string,
  faits: readonly FaitParcours[],
  lignes: readonly LigneHeures[],
): Parcours => {
  const eligibilite = lireEligibilite(faits);
  const sortie = faits.filter((fait) => fait.type === 'sortie').at(-1);
  const suivis = new Map<Etape, Suivi>();
  for (const fait of faits) {
    if (fait.type === 'sortie') suivis.clear();
    if (fait.type === 'suivi') suivis.set(fait.mois, { mois: fait.mois, situation: fait.situation });
  }
  const contrats = regrouper(lignes);
  const premier = contrats[0]?.debut;
  return {
    personne,
    publics: [...new Set(lignes.flatMap(({ publics }) => publics))],
    eligibilite,
    finEstimee: eligibilite.statut === 'inconnue' && premier !== undefined ? finDe(premier) : null,
    contrats,
    heures: sommer(lignes.map(({ heures }) => heures)),
    sortie: sortie === undefined ? null : { le: sortie.le, situation: sortie.situation },
    suivis: [...suivis.values()].sort((a, b) => a.mois - b.mois),
  };
};

/** Dernière situation connue : celle du suivi le plus tardif qui a eu une réponse, sinon celle de la sortie. */
export const derniereSituation = ({ sortie, suivis }: Parcours): Sortie | null =>
  suivis.filter(({ situation }) => situation !== null).at(-1)?.situation ?? sortie?.situation ?? null;
