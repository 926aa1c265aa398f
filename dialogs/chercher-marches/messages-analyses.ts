import type { Jour } from '../../src/domain/dates.ts';
import type { AchatsDe } from '../../src/domain/marches/acheteurs-du-marche.ts';
import type { Segment } from '../../src/domain/marches/potentiel.ts';
import type { Retour } from '../../src/domain/marches/retours.ts';
import type { FiltreMarches } from '../../src/domain/marches.ts';
import { accorder, formatHeures, formatJour, formatListe, formatMontant, formatPart } from '../kit/format.ts';

export const acheteurs = (titre: string, nombre: number): string => `**${titre}** : ${accorder(nombre, 'acheteur')}.`;

export const aucunAcheteur = (titre: string): string =>
  `**${titre}** : je ne connais aucun acheteur qui corresponde parmi les avis et contrats importés.`;

export const acheteur = ({ acheteur: nom, total, ouverts, dernier, montant }: AchatsDe): string =>
  `- **${nom}** : ${[
    accorder(total, 'avis ou contrat', 'avis ou contrats'),
    ouverts > 0 ? `${accorder(ouverts, 'ouvert')} en ce moment` : null,
    dernier === null ? null : `dernier le ${formatJour(dernier)}`,
    montant === null ? null : `${formatMontant(montant)} publiés`,
  ]
    .filter((partie) => partie !== null)
    .join(', ')}`;

export const sourcer =
  '_Un acheteur qui réserve déjà est le premier à appeler avant sa prochaine consultation (sourcing)._';

export const titreRetours = ({ lieu }: FiltreMarches, secteur: string | null): string =>
  ['Bientôt de retour', secteur, lieu].filter((partie) => partie !== null).join(' · ');

export const retours = (titre: string, nombre: number): string =>
  `**${titre}** : ${accorder(nombre, 'contrat réservé ou clausé', 'contrats réservés ou clausés')} se ${nombre < 2 ? 'termine' : 'terminent'} dans trois à douze mois.`;

export const aucunRetour = (titre: string): string =>
  `**${titre}** : parmi les contrats importés, aucun contrat réservé ou porteur d’une clause ne se termine dans trois à douze mois. Il faut des attributions avec leur durée (données essentielles) pour le prévoir.`;

const CONFIANCES: Readonly<Record<Retour['confiance'], string>> = {
  bonne: 'bonne : cet acheteur a déjà renouvelé ce besoin',
  moyenne: 'moyenne : durée publiée, un seul contrat connu',
  faible: 'faible : contrat court, reconductible ou travaux d’un seul ouvrage',
};

export const retour = (
  { avis, fin, parution, appeler, confiance }: Retour,
  { numero, aujourdhui }: { readonly numero: number; readonly aujourdhui: Jour },
): string =>
  [
    `${numero}. **${avis.objet}**`,
    avis.acheteur === null ? null : `Acheteur : ${avis.acheteur}`,
    avis.titulaires.length === 0 ? null : `Titulaire : ${formatListe(avis.titulaires)}`,
    avis.montant === null ? null : `Montant du contrat : ${formatMontant(avis.montant)}`,
    `Fin prévue le ${formatJour(fin)}, nouvelle consultation vers le ${formatJour(parution)}`,
    appeler <= aujourdhui ? 'Appelez l’acheteur maintenant.' : `Appelez l’acheteur à partir du ${formatJour(appeler)}.`,
    `Confiance ${CONFIANCES[confiance]}.`,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');

export const commentPrevu =
  '_Prévu à partir de la date et de la durée publiées, avec une consultation quatre mois avant la fin. Les reconductions ne sont pas publiées : à vérifier auprès de l’acheteur._';

export const titrePotentiel = (lieu: string | null): string =>
  `**Ce qui s’achète et ce qui est réservé${lieu === null ? '' : ` · ${lieu}`}**, parmi les avis et contrats importés :`;

export const segment = ({ achats, reserves, clauses, montant }: Segment, nom: string): string =>
  `- **${nom}** : ${accorder(achats, 'achat')}, ${accorder(reserves, 'réservé')} (${formatPart(reserves / achats)}), ${accorder(clauses, 'avec clause', 'avec clause')}${montant > 0 ? `, ${formatMontant(Math.round(montant))} publiés` : ''}`;

export const aucunSegment =
  'Aucun avis ni contrat importé ne correspond : je ne peux pas encore dire où est le potentiel.';

export const forts = (noms: readonly string[]): string =>
  `À fort potentiel (beaucoup d’achats, moins de 10 % réservés, une part de main-d’œuvre d’au moins 35 %) : **${formatListe(noms)}**.`;

export const aucunFort =
  'Aucune famille ne réunit encore beaucoup d’achats, peu de réservations et une part de main-d’œuvre connue.';

export const reperesRegion =
  '_Repère régional de 2016 : 16 % de femmes parmi les bénéficiaires des clauses, et très peu de marchés d’informatique, de communication ou de prestations intellectuelles. Diversifier les métiers ouvre aussi aux femmes._';

export const siSansMetier = 'Pour quel métier ? Par exemple : « si 20 % des heures passaient au nettoyage ? ».';

export const siLaPart = ({
  part,
  nom,
  heures,
}: {
  readonly part: number;
  readonly nom: string;
  readonly heures: number;
}): string =>
  heures === 0
    ? 'Aucune heure n’est encore enregistrée : il n’y a rien à répartir.'
    : `Si ${formatPart(part)} des ${formatHeures(heures)} enregistrées passaient à « ${nom} », cela ferait **${formatHeures(Math.round(heures * part))}**, soit environ ${accorder(Math.round((heures * part) / 1607), 'équivalent temps plein', 'équivalents temps plein')}.\n\n_Hypothèse : total des heures inchangé, 1 607 h par an pour un temps plein._`;
