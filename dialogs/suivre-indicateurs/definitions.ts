import type { Mesure } from '../../src/domain/indicateurs/demande.ts';

/** Ce que chaque chiffre compte, et ce qu'il ne compte pas ; tout le français des définitions est ici. */
export const DEFINITIONS: Readonly<Record<Mesure, string>> = {
  cles: '**Chiffres clés** : heures, personnes, opérations, entreprises et donneurs d’ordre tirés des lignes d’heures enregistrées, une à une. Les publics se recouvrent : une même heure peut compter pour le RSA et pour les QPV, et ces lignes ne s’additionnent pas.',
  heures:
    '**Heures réalisées** : somme exacte des heures enregistrées, corrections et annulations comprises. Une ligne compte dans la période qui contient son **dernier jour** : les périodes s’additionnent sans reste. La part d’un public est le rapport de ses heures à toutes les heures du même périmètre.',
  beneficiaires:
    '**Bénéficiaires** : personnes différentes, reconnues par leur code, qui ont au moins une ligne d’heures dans la période. Une personne passée par trois opérations compte une fois.',
  femmes:
    '**Part des femmes** : bénéficiaires femmes, rapportées aux bénéficiaires dont le sexe est connu. Le groupe de travail régional a nommé ce déséquilibre parmi les freins (16 % de femmes dans la consolidation de 2016).',
  etp: '**Équivalents temps plein** : heures réalisées, divisées par les heures d’un an à temps plein. Trois conventions ont cours, 1 820 h, 1 607 h et 1 600 h : dites toujours laquelle.',
  'duree-moyenne':
    '**Heures par bénéficiaire** : heures réalisées, divisées par le nombre de personnes différentes de la période. C’est une moyenne : quelques longs parcours suffisent à la relever.',
  operations: '**Opérations** : marchés ou lots différents qui ont au moins une ligne d’heures dans la période.',
  acheteurs: '**Donneurs d’ordre** : acheteurs différents des opérations qui ont des heures dans la période.',
  entreprises:
    '**Entreprises** : entreprises différentes, telles qu’elles sont écrites dans les lignes d’heures. Deux orthographes comptent pour deux.',
  'sorties-durables':
    '**Sorties durables** (insertion professionnelle durable) : personnes sorties en **CDI** ou en **CDD de six mois et plus**, parmi celles dont la situation à la sortie est connue. L’intérim, la formation et la recherche d’emploi n’en sont pas. Une personne dont la situation manque n’est comptée ni en bien ni en mal.',
  secteurs:
    '**Diversification** : nombre de familles d’achat différentes, et part des heures des trois premières. Le secteur est lu dans l’intitulé de chaque opération ; la part des heures classées est dite. Plus les trois premières pèsent, moins les parcours sont variés.',
};
