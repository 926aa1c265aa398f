import { PLUS } from '../../src/domain/droit/demande.ts';
import type { Relance } from '../../src/domain/droit/relance.ts';
import type { Confiance } from '../../src/domain/droit.ts';
import { formatJour } from '../kit/format.ts';

/** Quelle question a été comprise, et quand sa réponse a été relue. */
export const verifie = (titre: string, jour: string): string => `_Réponse à « ${titre} », vérifiée le ${jour}._`;

export const aRelire = (titre: string, jour: string): string =>
  `_Réponse à « ${titre} », vérifiée le ${jour} ; elle attend une relecture : contrôlez le texte du jour avant de vous y appuyer._`;

/** Ce que vaut la réponse, dit quand ce n'est pas un texte lu. */
export const RESERVES: Readonly<Record<Confiance, string | null>> = {
  verifie: null,
  secondaire:
    'Fiabilité : lu dans une source secondaire, pas dans le texte officiel ; vérifiez avant de vous y appuyer.',
  pratique: 'Fiabilité : usage de terrain, pas une règle de droit ; à confirmer avec votre facilitateur.',
  lecture: 'Fiabilité : lecture prudente d’un texte, que votre service juridique peut confirmer.',
};

export const sources = (lignes: readonly string[]): string =>
  `**${lignes.length > 1 ? 'Sources' : 'Source'}** : ${lignes.join(' · ')}`;

export const lien = (libelle: string, adresse: string): string => `[${libelle}](${adresse})`;

export const source = (rang: number, libelle: string, { date }: { readonly date: string | null }): string =>
  `${libelle}${date === null ? '' : `, rédaction du ${date}`} [${rang}]`;

export const plus = PLUS;

export const plusSur = (titre: string): string => `${PLUS} : ${titre}`;

export const titreDetail = (titre: string): string => `**${titre}** — en détail`;

export const riendePlus = 'Je n’ai rien de plus sur ce point que la réponse courte :';

/** « Quel article ? », « depuis quand ? » : les textes de la réponse qu'on vient de lire. */
export const relance = (
  demande: Relance,
  textes: readonly { readonly libelle: string; readonly depuis: string | null }[],
): string => {
  const intro = demande === 'date' ? 'Ce qui vaut aujourd’hui, et depuis quand' : 'Cette réponse s’appuie sur';
  const lignes = textes.map(
    ({ libelle, depuis }) => `- **${libelle}**${depuis === null ? '' : `, rédaction en vigueur depuis le ${depuis}`}`,
  );
  return `${intro} :\n\n${lignes.join('\n')}`;
};

/** « Plus de détails », sans rien avant. */
export const plusDeQuoi = 'Plus de détails sur quoi ? Posez d’abord votre question en une phrase ; par exemple :';

export const hesitation =
  'Je veux être sûre de bien vous répondre. Votre question porte-t-elle sur l’un de ces points ?';

/** Sujet extérieur reconnu : la bonne porte. */
export const horsDomaine = (porte: string): string =>
  `C’est hors de mon domaine : je réponds sur les clauses sociales d’insertion, les marchés réservés, les facilitateurs et les heures d’insertion.\n\n${porte}`;

export const aucune =
  'Je n’ai pas la réponse à cette question : je réponds sur les clauses sociales d’insertion, les marchés réservés, les facilitateurs et les heures d’insertion, et je préfère me taire plutôt que de me tromper.\n\nPour le reste, votre service juridique (ou la direction des affaires juridiques de Bercy pour la commande publique) est la bonne porte. Votre question est gardée, sans donnée personnelle, pour les rédacteurs.';

/** « oui », « ok », « pas compris » : rien à chercher, rien à noter. */
export const queVoulezVous =
  'Je n’ai pas compris votre demande. Que voulez-vous savoir ? Posez votre question en une phrase, avec le mot qui compte (clause, marché réservé, seuil, heures, facilitateur) ; par exemple :';

// Plusieurs questions

export const section = (rang: number, question: string, reponse: string): string =>
  `**${rang}. ${question}**\n\n${reponse}`;

export const sectionAucune =
  'Je n’ai pas la réponse à ce point : votre service juridique est la bonne porte. La question est gardée pour les rédacteurs.';

export const sectionHesitante = 'Je ne suis pas sûre de ce point : choisissez l’une des questions proposées plus bas.';

// Articles

export const article = (libelle: string, titre: string): string =>
  libelle === titre ? `**${libelle}**` : `**${libelle}** — ${titre}`;

export const enVigueur = (depuis: string, unique: boolean): string =>
  unique
    ? `_En vigueur depuis le ${depuis}, seule rédaction que nous suivons._`
    : `_Rédaction en vigueur depuis le ${depuis}._`;

export const nonDate = '_Texte dont nous ne suivons pas les rédactions : vérifiez la version du jour._';

export const alinea = (numero: number, passage: string): string =>
  `**Alinéa ${numero}** : ${passage.replace(/^Al\. [^:]*: ?/, '')}`;

export const alineaAbsent = (numero: number): string =>
  `Mon résumé ne détaille pas l’alinéa ${numero} de cet article ; voici l’ensemble, et le lien pour le lire.`;

export const REDACTIONS = '**Rédactions antérieures**';

export const redaction = (du: string, au: string, resume: string): string => `- Du ${du} au ${au} : ${resume}`;

export const alors = (epoque: string, redactionDu: string, resume: string): string =>
  `**${epoque}** (rédaction du ${redactionDu}) : ${resume}`;

export const pasEncore = (epoque: string, premiere: string): string =>
  `**${epoque}** : cet article n’était pas en vigueur sous cette forme ; la première rédaction que nous suivons est du ${premiere}.`;

export const codePasEncore = (epoque: string): string =>
  `**${epoque}** : le code de la commande publique n’existait pas encore, il date du 1er avril 2019 ; l’ordonnance 2015-899 et le décret 2016-360 s’appliquaient depuis le 1er avril 2016, le code des marchés publics avant.`;

export const aujourdhui = (resume: string): string => `**Aujourd’hui** : ${resume}`;

export const enPratique = (titre: string, reponse: string): string => `**${titre}**\n\n${reponse}`;

export const fichesLiees = (titres: readonly string[]): string =>
  `Pour aller plus loin : ${titres.map((titre) => `« ${titre} »`).join(' · ')}`;

export const articleInconnu = (ecrit: string, voisins: readonly string[]): string =>
  [
    `Je n’ai pas la réponse : « ${ecrit} » n’est pas un article des textes que je connais (clauses sociales, marchés réservés, insertion). Le numéro est peut-être inexact ou périmé ; vérifiez-le sur Légifrance.`,
    ...(voisins.length > 0 ? [`Les articles les plus proches : ${voisins.join(', ')}.`] : []),
  ].join('\n\n');

export const attentionInconnu = (ecrits: readonly string[]): string =>
  `Attention : je ne connais pas d’article « ${ecrits.join(' », « ')} » ; vérifiez le numéro. Voici ce que je sais de votre question.`;

export const articleCmp = (numero: string): string => `article ${numero} du code des marchés publics`;

export const articleOrdonnance = (numero: string): string => `article ${numero} de l’ordonnance 2015-899`;

export const lireArticle = (article: string): string => `Article ${article}`;

// Droit à une date

export const avantLeCode =
  'Le code de la commande publique date du 1er avril 2019 ; avant lui s’appliquaient l’ordonnance 2015-899 et le décret 2016-360 (depuis le 1er avril 2016), et plus tôt encore le code des marchés publics de 2006.';

export const debutDuCode = (epoque: string, reponse: string): string =>
  `**${epoque}** : je n’ai pas la réponse des textes d’alors. **Au 1er avril 2019**, premier jour du code : ${reponse}`;

export const reponseAlors = (epoque: string, reponse: string): string => `**${epoque}** : ${reponse}`;

export const reponseJusquau = (jour: string, reponse: string): string => `**Jusqu’au ${jour}** : ${reponse}`;

export const reponseDepuis = (jour: string, reponse: string): string => `**Depuis le ${jour}** : ${reponse}`;

export const reponseInchangee = (epoque: string, depuis: string): string =>
  `**${epoque}** : la règle était déjà celle d’aujourd’hui, elle vaut depuis le ${depuis}.`;

export const textesInchanges = (epoque: string, depuis: string): string =>
  `**${epoque}** : les textes cités avaient déjà leur rédaction actuelle (la dernière est du ${depuis}).`;

export const textesChanges = (epoque: string, lignes: readonly string[]): string =>
  [`**${epoque}**, les textes disaient autre chose :`, ...lignes].join('\n');

export const texteAlors = (libelle: string, du: string, resume: string): string =>
  `- ${libelle} (rédaction du ${du}) : ${resume}`;

export const texteAbsent = (libelle: string, du: string): string =>
  `- ${libelle} : la plus ancienne rédaction que nous suivons est du ${du}.`;

// Définitions

export const definition = (terme: string, developpe: string | null, texte: string): string =>
  developpe === null ? `**${terme}** : ${texte}` : `**${terme}** (${developpe}) : ${texte}`;

export const autreSigle = (ecrit: string, terme: string): string => `« ${ecrit} » se range sous **${terme}**.`;

export const perime = (par: string): string => `Ce terme n’est plus en usage : ${par}.`;

export const offreDefinition =
  'C’est le sens du mot, sans texte à citer ; au-delà, je n’ai pas la réponse, et votre service juridique est la bonne porte. Voici des questions auxquelles je réponds, avec leurs textes :';

// Rédactions : dates dites

const moisEtAn = (jour: string): string => formatJour(jour).replace(/^\S+ /, '');

/** « En 2020 », « En juin 2020 », « Le 1er mars 2024 », « Avant le 1er janvier 2019 ». */
export const epoque = ({ du, au }: { readonly du: string; readonly au: string }): string => {
  if (du === au) return `Le ${formatJour(du)}`;
  const [an = '', mois = ''] = du.split('-');
  if (du.endsWith('-01-01') && au === `${an}-12-31`) return `En ${an}`;
  if (du.endsWith('-01') && au.startsWith(`${an}-${mois}`)) return `En ${moisEtAn(du)}`;
  return `Du ${formatJour(du)} au ${formatJour(au)}`;
};

export const epoqueAvant = (jour: string): string => `Avant le ${jour}`;
