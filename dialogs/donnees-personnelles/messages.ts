import type { Public, Sexe, Sortie } from '../../src/domain/heures.ts';
import { accorder, formatHeures, formatJour, formatListe } from '../kit/format.ts';
import type { DonneesPersonne } from '../services/personnes.ts';

export const explication = [
  '**Ce que Clausette garde**',
  '- **Vous qui parlez** : votre identifiant de compte, votre rôle, un libellé de structure, et la saisie en cours. Le texte de vos messages n’est pas gardé.',
  '- **Les personnes dont vous déclarez les heures** : un **code**, jamais un nom ; leurs publics, leur sexe, leur année de naissance si vous la donnez, leurs heures, l’opération, l’entreprise et la situation à la sortie.',
  '- **Les questions restées sans réponse** : leur texte, noms et numéros masqués, pour que les fiches s’améliorent.',
  'Pour une personne précise, donnez son code : « quelles données sur P-0231 ». Le registre des traitements est à l’adresse `/registre-traitements` de ce service.',
].join('\n');

const PUBLICS: Readonly<Record<Public, string>> = {
  RSA: 'RSA',
  QPV: 'QPV',
  DELD: 'demande d’emploi de longue durée',
  JEUNE: 'moins de 26 ans',
  TH: 'travailleur handicapé',
  SENIOR: 'senior',
  IAE: 'insertion par l’activité économique',
  ALTERNANCE: 'alternance',
};
const SEXES: Readonly<Record<Sexe, string>> = { F: 'femme', M: 'homme' };
const SORTIES: Readonly<Record<Sortie, string>> = {
  CDI: 'CDI',
  CDD_6_MOIS: 'CDD de six mois et plus',
  CDD_COURT: 'CDD de moins de six mois',
  INTERIM: 'intérim',
  FORMATION: 'formation',
  RECHERCHE: 'recherche d’emploi',
};

const ouRien = (valeurs: readonly string[]): string => (valeurs.length === 0 ? 'rien' : formatListe(valeurs));

export const donnees = (lues: DonneesPersonne): string =>
  [
    `**Ce qui est gardé sous le code ${lues.code}**`,
    `- Heures : ${accorder(lues.lignes, 'ligne')}, ${formatHeures(lues.heures)}${lues.premier === null || lues.dernier === null ? '' : `, du ${formatJour(lues.premier)} au ${formatJour(lues.dernier)}`}`,
    `- Opérations : ${ouRien(lues.operations)}`,
    `- Publics : ${ouRien(lues.publics.map((public_) => PUBLICS[public_]))}`,
    `- Sexe : ${lues.sexe === null ? 'rien' : SEXES[lues.sexe]} ; année de naissance : ${lues.anneeNaissance ?? 'rien'}`,
    `- Situation à la sortie : ${ouRien(lues.sorties.map((sortie) => SORTIES[sortie]))}`,
    `- Parcours : ${accorder(lues.faitsDeParcours, 'fait')} (éligibilité, sortie, suivis)`,
    `Aucun nom n’est gardé. Pour couper le lien avec ce code : « efface les données de ${lues.code} ».`,
  ].join('\n');

export const rienPour = (code: string): string =>
  `Aucune donnée n’est gardée sous le code **${code}**, ou elle est hors de votre périmètre.`;

export const quelCode =
  'De quelle personne faut-il effacer les données ? Donnez son code, par exemple « efface les données de P-0231 ».';

export const confirmer = ({ code, lignes, heures }: DonneesPersonne): string =>
  `Effacer ce qui désigne **${code}** ? Son libellé sera effacé, son code remplacé par un code tiré au sort dans ${accorder(lignes, 'ligne')}. Ses ${formatHeures(heures)} restent dans les totaux. **C’est définitif** : on ne retrouvera plus son parcours.`;

export const effacees = (code: string, saisies: number): string =>
  `C’est fait : plus rien ne désigne **${code}**. ${accorder(saisies, 'ligne')} gardent leurs heures sous un code anonyme, les indicateurs n’ont pas bougé.`;

export const gardees = 'Rien n’est effacé.';

export const reserve =
  'L’effacement est réservé au facilitateur qui suit la personne, aux coordinateurs et aux administrateurs. Adressez votre demande au facilitateur ou à la personne déléguée à la protection des données.';
