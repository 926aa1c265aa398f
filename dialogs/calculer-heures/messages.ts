import type { Calibrage, DemandeCalcul, Estimation } from '../../src/domain/droit/calcul.ts';
import { accorder, formatHeures, formatMontant, formatNombre } from '../kit/format.ts';

const etps = (nombre: number): string => `${formatNombre(nombre)} ETP`;

export const versEtp = (heures: number): string =>
  `${formatHeures(heures)} = **${etps(heures / 1820)}** sur la base de 1 820 h payées par an, **${etps(heures / 1607)}** sur la base de 1 607 h travaillées.`;

export const depuisEtp = (nombre: number): string =>
  `${accorder(nombre, 'équivalent temps plein', 'équivalents temps plein')} = **${formatHeures(nombre * 1607)}** travaillées (1 607 h par an) ou **${formatHeures(nombre * 1820)}** payées (1 820 h par an).`;

// Estimer un volume d'heures

const pourcent = (part: number): string => `${formatNombre(part * 100, 1)} %`;

export const resultat = ({ montant }: DemandeCalcul, { heures, basse, haute }: Estimation, metier: string | null) =>
  [
    `Environ **${formatHeures(heures)} d’insertion** pour ${formatMontant(montant)} HT`,
    ...(metier === null ? [] : [`, métier retenu : ${metier.toLowerCase()}`]),
    ...(basse === haute ? ['.'] : [` ; fourchette d’usage : ${formatHeures(basse)} à ${formatHeures(haute)}.`]),
  ].join('');

export const calcul = ({ montant, annees }: DemandeCalcul, { heures, part, taux, cout }: Estimation): string => {
  const formule = `Formule : montant × part de main-d’œuvre × taux d’insertion ÷ coût horaire = ${formatMontant(montant)} × ${pourcent(part)} × ${pourcent(taux)} ÷ ${formatMontant(cout)} de l’heure = **${formatHeures(heures)}**`;
  const temps = annees === null ? null : heures / annees / 1607;
  return temps === null || annees === null
    ? `${formule}.`
    : `${formule}, soit environ ${formatHeures(Math.round(heures / annees))} par an sur ${accorder(annees, 'an')} (${formatNombre(temps)} équivalent temps plein).`;
};

export const hypotheses = ({ parts }: Estimation, { taux, cout }: Calibrage, metierConnu: boolean): string => {
  const main =
    parts === null
      ? 'part de main-d’œuvre donnée par vous'
      : metierConnu
        ? `part de main-d’œuvre de ${pourcent(parts.min)} à ${pourcent(parts.max)} dans ce métier`
        : `part de main-d’œuvre de ${pourcent(parts.min)} à ${pourcent(parts.max)} (dites-moi le métier pour l’affiner)`;
  return `Hypothèses d’usage, pas une règle de droit (aucun texte n’impose de volume) : ${main}, taux d’insertion de ${pourcent(taux.min)} à ${pourcent(taux.max)}, coût horaire chargé de ${formatMontant(cout.min)} à ${formatMontant(cout.max)}.`;
};

export const tropPeu =
  'C’est peu : sous 70 à 100 heures, une clause crée peu d’emploi. Mieux vaut regrouper les heures sur un autre lot, permettre la globalisation, réserver un petit lot ou acheter en direct à une structure.';

const REPRISE = ', la part du personnel repris (elle réduit les heures à pourvoir)';

export const aVerifier = ({ reprise }: Estimation): string =>
  `À vérifier avec le facilitateur : le coût horaire local, la durée, les candidats disponibles${reprise ? REPRISE : ''}. Je peux recalculer : « et avec 8 % à 40 € de l’heure ? ».`;
