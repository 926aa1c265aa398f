import type { Jour } from '../../src/domain/dates.ts';
import type { AchatsDe } from '../../src/domain/marches/acheteurs-du-marche.ts';
import type { Retour } from '../../src/domain/marches/retours.ts';
import type { FiltreMarches } from '../../src/domain/marches.ts';
import { accorder, formatJour, formatListe, formatMois, formatMontant } from '../kit/format.ts';
import { AUDIENCES } from './messages.ts';

/** Une recherche d'acheteurs, telle qu'on la redit. */
export interface TitreAcheteurs {
  readonly titre: string;
  readonly nombre: number;
  /** Vrai passé la première page. */
  readonly suite: boolean;
}

export const pageAcheteurs = ({ titre, nombre, suite }: TitreAcheteurs, page: readonly AchatsDe[]): string =>
  [
    suite ? `**${titre}** : suite.` : `**${titre}** : ${accorder(nombre, 'acheteur')}.`,
    page.map(acheteur).join('\n'),
    sourcer,
  ].join('\n\n');

export const sansAcheteur = ({ titre, nombre }: TitreAcheteurs): string =>
  nombre > 0
    ? 'Il n’y a pas d’autre acheteur pour cette recherche.'
    : `**${titre}** : je ne connais aucun acheteur qui corresponde parmi les avis et contrats importés.`;

const acheteur = ({ acheteur: nom, total, ouverts, dernier, montant }: AchatsDe): string =>
  `- **${nom}** : ${[
    accorder(total, 'avis ou contrat', 'avis ou contrats'),
    ouverts > 0 ? `${accorder(ouverts, 'ouvert')} en ce moment` : null,
    dernier === null ? null : `dernier le ${formatJour(dernier)}`,
    montant === null ? null : `${formatMontant(montant)} publiés`,
  ]
    .filter((partie) => partie !== null)
    .join(', ')}`;

/** « février 2027 » : une prévision ne se donne pas au jour près. */
const moisDe = (jour: Jour): string => formatMois(jour.slice(0, 7));

const sourcer = '_Un acheteur qui réserve déjà est le premier à appeler avant sa prochaine consultation (sourcing)._';

export const titreRetours = ({ lieu, audience }: FiltreMarches, secteur: string | null): string =>
  ['Bientôt de retour', secteur, audience === null ? null : `pour ${AUDIENCES[audience]}`, lieu]
    .filter((partie) => partie !== null)
    .join(' · ');

export const retours = (titre: string, nombre: number): string =>
  `**${titre}** : ${accorder(nombre, 'contrat réservé ou clausé', 'contrats réservés ou clausés')} se ${nombre < 2 ? 'termine' : 'terminent'} dans trois à douze mois.`;

export const finRetours = 'Il n’y a pas d’autre contrat pour cette recherche.';

export const aucunRetour = (titre: string): string =>
  `**${titre}** : parmi les contrats importés, aucun contrat réservé ou porteur d’une clause ne se termine dans trois à douze mois. Il faut des attributions avec leur durée (données essentielles) pour le prévoir.`;

const CONFIANCES: Readonly<Record<Retour['confiance'], string>> = {
  bonne: 'bonne : cet acheteur a déjà renouvelé ce besoin',
  moyenne: 'moyenne : durée publiée, un seul contrat connu',
  faible: 'faible : contrat court, sans doute reconductible',
};

/** Un contrat de douze mois est souvent la première période d'un accord de quatre ans. */
const pourquoi = ({ confiance, fondement, precedents }: Retour): string => {
  if (fondement === 'avis') return 'faible : attribution non publiée, départ estimé d’après l’avis';
  if (fondement === 'rythme') return `${confiance} : au rythme de ses ${precedents} derniers contrats semblables`;
  return CONFIANCES[confiance];
};

export const retour = (
  prevu: Retour,
  { numero, aujourdhui }: { readonly numero: number; readonly aujourdhui: Jour },
): string => {
  const { avis, fin, parution, appeler } = prevu;
  return [
    `${numero}. **${avis.adresse ? `[${avis.objet}](${avis.adresse})` : avis.objet}**`,
    avis.acheteur === null ? null : `Acheteur : ${avis.acheteur}`,
    avis.titulaires.length === 0 ? null : `Titulaire : ${formatListe(avis.titulaires)}`,
    avis.montant === null ? null : `Montant du contrat : ${formatMontant(avis.montant)}`,
    `Fin prévue vers ${moisDe(fin)}, nouvelle consultation vers ${moisDe(parution)}`,
    appeler <= aujourdhui ? 'Appelez l’acheteur maintenant.' : `Appelez l’acheteur à partir de ${moisDe(appeler)}.`,
    `Confiance ${pourquoi(prevu)}.`,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');
};

export const commentPrevu =
  '_Prévu d’après la date et la durée publiées, ou le rythme des contrats passés, avec une consultation quatre mois avant la fin. Les reconductions ne sont pas publiées, et les travaux d’un seul ouvrage sont laissés de côté : à vérifier auprès de l’acheteur._';
