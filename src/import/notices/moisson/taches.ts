import { decalerJour, type Jour, moisDe } from '../../../domain/dates.ts';

/** Une requête à un jeu OpenDataSoft, parcourue page après page. */
export interface Tache {
  /** Clé de ce qui est retenu d'une fois sur l'autre. */
  readonly nom: string;
  readonly base: string;
  readonly jeu: string;
  readonly ou: string;
  readonly tri: string;
  /** Vrai si, terminée une fois, elle n'a plus à être refaite. */
  readonly definitive: boolean;
}

/** Où moissonner ; les adresses sont des réglages, pour les miroirs et les essais. */
export interface Sources {
  readonly boamp: string;
  readonly decp: string;
}

export interface Moissonnage {
  readonly sources: Sources;
  readonly departements: readonly string[];
  readonly aujourdhui: Jour;
  /** Mois de contrats à relire en arrière. */
  readonly mois: number;
}

/** Un avis corrigé ou attribué paraît souvent un mois après le premier. */
const JOURS_DE_SUITES = 45;
/** Les acheteurs publient leurs contrats avec quelques mois de retard : un mois récent est relu. */
const MOIS_INSTABLES = 4;

const citer = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(',');

const contratsDuMois = ({ sources, departements, aujourdhui }: Moissonnage, recul: number): Tache => {
  const { du, au } = moisDe(decalerJour(aujourdhui, { months: -recul }));
  const lieux = departements.map((code) => `startswith(lieuexecution_code,"${code}")`).join(' or ');
  return {
    nom: `decp-${du.slice(0, 7)}`,
    base: sources.decp,
    jeu: 'decp-2022-marches-valides',
    ou: `datenotification>=date'${du}' and datenotification<=date'${au}' and (${lieux})`,
    tri: 'datenotification',
    definitive: recul >= MOIS_INSTABLES,
  };
};

/** Avis ouverts, puis suites récentes (rectificatifs, annulations, attributions), puis contrats mois par mois. */
export const listerTaches = (moissonnage: Moissonnage): Tache[] => {
  const { sources, departements, aujourdhui, mois } = moissonnage;
  const region = `code_departement in (${citer(departements)})`;
  const boamp = { base: sources.boamp, jeu: 'boamp', tri: 'dateparution desc', definitive: false };
  return [
    {
      ...boamp,
      nom: 'boamp-ouverts',
      ou: `nature_categorise='appeloffre/standard' and titulaire is null and (datelimitereponse is null or datelimitereponse>=date'${aujourdhui}') and ${region}`,
    },
    {
      ...boamp,
      nom: 'boamp-suites',
      ou: `nature_categorise!='appeloffre/standard' and dateparution>=date'${decalerJour(aujourdhui, { days: -JOURS_DE_SUITES })}' and ${region}`,
    },
    ...Array.from({ length: mois }, (_, recul) => contratsDuMois(moissonnage, recul)),
  ];
};
