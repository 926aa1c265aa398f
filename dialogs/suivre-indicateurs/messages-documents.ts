import type { Liens } from '../../src/domain/indicateurs/documents.ts';
import type { LignesDuChiffre } from '../../src/domain/indicateurs/reponse.ts';
import { accorder, formatHeures, formatMois } from '../kit/format.ts';

const duree = (minutes: number): string =>
  `_Liens personnels, valables ${minutes} minutes : ne les transférez pas, redemandez-les._`;

export const relevesReserves = 'Les relevés d’heures sont réservés aux facilitateurs et aux coordinateurs.';

export const unMoisALaFois =
  'Un relevé porte sur un mois : lequel ? Dites par exemple « relevé de Batinord pour octobre ».';

export const quelleEntreprise = (mois: string): string => `Le relevé de quelle entreprise, pour ${formatMois(mois)} ?`;

/** Ce qu'envoie le bouton d'une entreprise. */
export const demanderReleve = (entreprise: string, mois: string): string =>
  `relevé de ${entreprise} pour ${formatMois(mois)}`;

export const aucuneEntreprise = (mois: string): string =>
  `Aucune entreprise n’a d’heures enregistrées en ${formatMois(mois)} dans votre périmètre.`;

export const releveVide = (entreprise: string, mois: string): string =>
  `**${entreprise}** n’a aucune heure enregistrée en ${formatMois(mois)} dans votre périmètre : il n’y a pas de relevé à donner.`;

export const releve = (
  entreprise: string,
  mois: string,
  { liens, heures }: { readonly liens: Liens; readonly heures: number },
): string =>
  [
    `**Relevé de ${entreprise}, ${formatMois(mois)}** : ${formatHeures(heures)}.`,
    `[La page à imprimer](${liens.page ?? liens.classeur}) · [le classeur .xlsx](${liens.classeur})`,
    duree(liens.minutes),
  ].join('\n\n');

export const exportReserve = 'Les lignes sont réservées aux facilitateurs et aux coordinateurs.';

export const exportVide = 'Aucune ligne de ce périmètre n’est à exporter.';

export const telecharger = ({ classeur, csv, minutes }: Liens): string =>
  `[Toutes les lignes en classeur .xlsx](${classeur})${csv === null ? '' : ` · [en CSV](${csv})`}\n\n${duree(minutes)}`;

export const exporter = ({ total, heures, ailleurs }: LignesDuChiffre, liens: Liens): string =>
  [
    `**${accorder(total, 'ligne')}**, ${formatHeures(heures)}${ailleurs > 0 ? ` ; ${accorder(ailleurs, 'ligne')} de plus hors de votre périmètre, qui n’y sont pas` : ''}.`,
    telecharger(liens),
  ].join('\n\n');
