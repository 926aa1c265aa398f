import type { AlerteMarches, Nouvelle } from '../../src/domain/marches/alertes.ts';
import { accorder, formatJour, formatListe } from '../kit/format.ts';

export const aucune =
  'Vous n’avez aucune alerte. Dites par exemple : « préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne ».';

export const creee = ({
  libelle,
  rang,
  total,
  teams,
  courriel,
}: {
  readonly libelle: string;
  readonly rang: number;
  readonly total: number;
  /** Vrai si l'on peut écrire à cette personne sans qu'elle ait parlé. */
  readonly teams: boolean;
  /** Vrai si elle demandait un courriel ou un SMS. */
  readonly courriel: boolean;
}): string =>
  `C’est noté, alerte ${rang} : **${libelle}**. ${total === 0 ? 'Aucun avis n’y répond aujourd’hui.' : `${accorder(total, 'avis y répond', 'avis y répondent')} déjà.`} Je vous dirai ${teams ? 'ici' : 'à votre prochaine visite'} les nouveaux, et les corrections ou annulations de ceux-là.${courriel ? ' Je n’envoie ni courriel ni SMS.' : ''} « Mes alertes » les liste ; « supprime l’alerte ${rang} » l’arrête.`;

export const dejaLa = (libelle: string): string => `Cette alerte existe déjà : **${libelle}**.`;

export const trop = (maximum: number): string =>
  `Vous avez déjà ${maximum} alertes : supprimez-en une avant d’en créer une autre.`;

export const sansAlerte = 'D’accord, pas d’alerte.';

export const liste = (alertes: readonly AlerteMarches[]): string =>
  [
    `Vous suivez ${accorder(alertes.length, 'recherche')} :`,
    alertes
      .map(({ libelle, creeLe }, rang) => `${rang + 1}. **${libelle}**, depuis le ${formatJour(creeLe)}`)
      .join('\n'),
  ].join('\n\n');

export const laquelle = 'Laquelle ? Donnez son numéro : « supprime l’alerte 1 ».';

export const laquelleRenommer = 'Laquelle ? Donnez son numéro : « renomme l’alerte 1 en … ».';

export const renommee = (avant: string, apres: string): string => `Alerte renommée : **${apres}** (avant : ${avant}).`;

export const supprimees = (libelles: readonly string[]): string =>
  `${libelles.length < 2 ? 'Alerte supprimée' : 'Alertes supprimées'} : ${formatListe(libelles)}.`;

const GENRES: Readonly<Record<Nouvelle['genre'], string>> = {
  nouveau: 'Nouveau',
  corrige: 'Corrigé',
  annule: 'Annulé',
  attribue: 'Attribué',
};
const MONTREES = 5;

const nouvelle = ({ genre, avis }: Nouvelle): string =>
  `- ${GENRES[genre]} : **${avis.adresse ? `[${avis.objet}](${avis.adresse})` : avis.objet}**${avis.acheteur ? `, ${avis.acheteur}` : ''}${avis.dateLimite === null || genre === 'annule' || genre === 'attribue' ? '' : `, réponse avant le ${formatJour(avis.dateLimite)}`}`;

/** Ce que les alertes ont de neuf, cinq lignes au plus par alerte. */
export const nouvelles = (
  lues: readonly { readonly alerte: AlerteMarches; readonly nouvelles: readonly Nouvelle[] }[],
): string =>
  [
    '**Du nouveau dans vos alertes**',
    ...lues.map(({ alerte, nouvelles: siennes }) =>
      [
        `${alerte.libelle} :`,
        ...siennes.slice(0, MONTREES).map(nouvelle),
        ...(siennes.length > MONTREES
          ? [`- et ${siennes.length - MONTREES} autres : lancez la recherche pour les voir.`]
          : []),
      ].join('\n'),
    ),
  ].join('\n\n');
