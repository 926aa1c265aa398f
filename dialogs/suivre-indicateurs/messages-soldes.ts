import type { EtatOperation } from '../../src/domain/soldes/etat.ts';
import { accorder, formatHeures, formatJour, formatMontant, formatPart } from '../kit/format.ts';
import type { EtatDetaille } from '../services/indicateurs.ts';

const nommer = ({ operation }: EtatOperation): string =>
  operation.lot === undefined ? `**${operation.intitule}**` : `**${operation.intitule}** (lot ${operation.lot})`;

const direRegle = ({ operation: { regle, montant } }: EtatOperation): string => {
  if (regle?.type === 'part') return ` (${formatPart(regle.part)} de ${formatHeures(regle.heuresTotales)})`;
  if (regle?.type === 'euros-par-heure' && montant !== undefined)
    return ` (1 h pour ${formatMontant(regle.euros)}, sur ${formatMontant(montant)})`;
  return '';
};

/** Dû, fait, reste. */
export const solde = (etat: EtatOperation): string => {
  const faites = `${formatHeures(etat.faites)} faites`;
  if (etat.dues === null || etat.reste === null) return `${nommer(etat)} : ${faites} (aucun volume prévu n’est connu).`;
  const suite =
    etat.reste >= 0 ? `il reste ${formatHeures(etat.reste)}` : `${formatHeures(-etat.reste)} de plus que prévu`;
  return `${nommer(etat)} : ${faites} sur ${formatHeures(etat.dues)} dues${direRegle(etat)}${etat.taux === null ? '' : ` (${formatPart(etat.taux)})`}, ${suite}.`;
};

/** Ce que donne le rythme, et le retard s'il y en a un. */
export const prevision = (etat: EtatOperation): string | null => {
  const { ecoule, aLaFin, dues, atteintLe, operation, enRetard } = etat;
  if (ecoule === null || aLaFin === null || dues === null || operation.fin === null) return null;
  if (ecoule >= 1) return `L’opération est terminée depuis le ${formatJour(operation.fin)}.`;
  const retard = enRetard ? '**En retard** : ' : '';
  const quand = atteintLe === null ? '' : ` ; le volume dû serait atteint le ${formatJour(atteintLe)}`;
  return `${retard}${formatPart(ecoule)} du temps est passé. À ce rythme, ${formatHeures(aLaFin)} à la fin (${formatJour(operation.fin)})${quand}.`;
};

export const parEntreprise = ({ parEntreprise: liste }: EtatDetaille): string | null =>
  liste.length < 2
    ? null
    : `Par entreprise : ${liste.map(({ entreprise, heures }) => `${entreprise} ${formatHeures(heures)}`).join(' ; ')}.`;

export const etat = (detail: EtatDetaille): string =>
  [solde(detail.etat), parEntreprise(detail), prevision(detail.etat)].filter((texte) => texte !== null).join('\n\n');

const MONTREES = 10;

export const retards = (liste: readonly EtatOperation[]): string => {
  if (liste.length === 0)
    return 'Aucune opération n’est en retard : toutes ont fait au moins leur part du temps écoulé, à dix points près.';
  const lignes = liste.slice(0, MONTREES).map((une) => {
    const { taux, ecoule } = une;
    return `- ${solde(une)} Temps passé : ${formatPart(ecoule ?? 0)}, fait : ${formatPart(taux ?? 0)}.`;
  });
  const reste = liste.length - MONTREES;
  return [
    `**${accorder(liste.length, 'opération')} en retard** (fait inférieur de plus de dix points au temps écoulé) :`,
    lignes.join('\n'),
    ...(reste > 0 ? [`et ${accorder(reste, 'autre')}.`] : []),
  ].join('\n\n');
};

/** @param total nombre d'opérations suivies, montrées ou non */
export const liste = (etats: readonly EtatOperation[], total: number): string => {
  if (total === 0) return 'Vous ne suivez aucune opération pour l’instant.';
  const reste = total - etats.length;
  return [
    `**${accorder(total, 'opération')}** dans votre périmètre :`,
    etats.map((une) => `- ${solde(une)}`).join('\n'),
    ...(reste > 0 ? [`et ${accorder(reste, 'autre')} : dites « solde » et le nom de l’opération.`] : []),
  ].join('\n\n');
};

export const listeReservee = 'Les opérations suivies sont montrées aux facilitateurs et aux coordinateurs.';

export const retardsReserves = 'Les opérations en retard sont montrées aux facilitateurs et aux coordinateurs.';

export const entreprise = (nom: string, etats: readonly EtatDetaille[]): string => {
  const siennes = etats.map((detail) => ({
    intitule: detail.etat.operation.intitule,
    heures: detail.parEntreprise.find((une) => une.entreprise === nom)?.heures ?? 0,
    dues: detail.etat.dues,
    faites: detail.etat.faites,
  }));
  const lignes = siennes.map(
    ({ intitule, heures, dues, faites }) =>
      `- ${intitule} : **${formatHeures(heures)}** par l’entreprise, ${formatHeures(faites)} en tout${dues === null ? '' : ` sur ${formatHeures(dues)} dues`}`,
  );
  return [
    `**${nom}** : ${accorder(siennes.length, 'opération')}.`,
    lignes.join('\n'),
    `Pour son relevé du mois : « relevé de ${nom} pour octobre ».`,
  ].join('\n\n');
};

export const previsionSansOperation = 'Pour quelle opération ? Dites par exemple « à ce rythme, école Pasteur ».';
