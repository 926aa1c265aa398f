import type { Mesure } from '../../src/domain/indicateurs/demande.ts';
import type { IndicateursPublics } from '../../src/domain/indicateurs/secret.ts';
import { accorder, formatHeures, formatNombre, formatPart } from '../kit/format.ts';
import { partFemmes } from './libelles.ts';

/** Un territoire et ses chiffres ; null s'ils n'ont pas pu être lus. */
export interface Colonne {
  readonly nom: string;
  readonly chiffres: IndicateursPublics | null;
}

const CACHE = 'non montré (moins de 5 personnes)';

const ligne = ({ nom, chiffres }: Colonne, direPart: boolean): string => {
  if (chiffres === null || chiffres.hours === null || chiffres.beneficiaries === null) return `- ${nom} : ${CACHE}`;
  if (chiffres.hours === 0) return `- ${nom} : aucune heure`;
  const part = partFemmes(chiffres);
  const femmes = part === null ? 'part des femmes inconnue ou non montrée' : `${formatPart(part)} de femmes`;
  return `- ${nom} : **${formatHeures(chiffres.hours)}**, ${accorder(chiffres.beneficiaries, 'bénéficiaire')}${direPart ? `, ${femmes}` : ''}`;
};

/** @param direPart faux quand la question ne porte que sur un sexe */
export const tableau = (colonnes: readonly Colonne[], direPart: boolean): string =>
  colonnes.map((colonne) => ligne(colonne, direPart)).join('\n');

/** Ce qu'on classe, et comment le dire. */
interface Classement {
  readonly lire: (chiffres: IndicateursPublics) => number | null;
  readonly dire: (nom: string) => string;
  readonly ecrire: (valeur: number) => string;
}

const HEURES: Classement = {
  lire: ({ hours }) => hours,
  dire: (nom) => `**${nom}** fait le plus d’heures`,
  ecrire: formatHeures,
};

const CLASSEMENTS: Partial<Readonly<Record<Mesure, Classement>>> = {
  beneficiaires: {
    lire: ({ beneficiaries }) => beneficiaries,
    dire: (nom) => `**${nom}** compte le plus de bénéficiaires`,
    ecrire: formatNombre,
  },
  femmes: { lire: partFemmes, dire: (nom) => `**${nom}** a la plus forte part de femmes`, ecrire: formatPart },
  operations: {
    lire: ({ operations }) => operations,
    dire: (nom) => `**${nom}** compte le plus d’opérations`,
    ecrire: formatNombre,
  },
};

/** Le premier, et de combien ; null si une valeur n'est pas montrée, car son rang la trahirait. */
export const enTete = (mesure: Mesure, colonnes: readonly Colonne[]): string | null => {
  const { lire, dire, ecrire } = CLASSEMENTS[mesure] ?? HEURES;
  const lues = colonnes.map(({ nom, chiffres }) => ({ nom, valeur: chiffres === null ? null : lire(chiffres) }));
  const valeurs = lues.flatMap(({ nom, valeur }) => (valeur === null ? [] : [{ nom, valeur }]));
  if (valeurs.length < lues.length) return null;
  const [premier, second] = valeurs.sort((a, b) => b.valeur - a.valeur);
  if (premier === undefined || second === undefined || premier.valeur === 0) return null;
  if (premier.valeur === second.valeur)
    return `${premier.nom} et ${second.nom} sont à égalité (${ecrire(premier.valeur)}).`;
  return `${dire(premier.nom)} : ${ecrire(premier.valeur)}, contre ${ecrire(second.valeur)} (${second.nom}).`;
};

export const precaution =
  '_Les heures sont rattachées à la commune de l’opération, pas à celle des personnes. Elles ne sont rapportées ni à la population ni au nombre de marchés._';
