import type { EtatCouverture } from '../../domain/territoire/couverture.ts';
import type { HeuresTerritoire } from '../../domain/territoire/tableau.ts';

/** Ce que la carte peut montrer. */
export const FONDS = ['couverture', 'besoins', 'heures'] as const;
export type Fond = (typeof FONDS)[number];

export const NOMS_FONDS: Readonly<Record<Fond, string>> = {
  couverture: 'Couverture',
  besoins: 'Besoins non satisfaits',
  heures: 'Heures d’insertion',
};

export const ETATS: Readonly<Record<EtatCouverture, string>> = {
  couvert: 'Couvert',
  partie: 'Couvert en partie',
  departement: 'Par le Département seulement',
  aucune: 'Pas couvert du tout',
};

/** Les mêmes, pour plusieurs intercommunalités et au milieu d'une phrase. */
export const ETATS_PLURIEL: Readonly<Record<EtatCouverture, string>> = {
  couvert: 'couvertes',
  partie: 'couvertes en partie',
  departement: 'par le Département seulement',
  aucune: 'pas couvertes du tout',
};

export const ETATS_PHRASE: Readonly<Record<EtatCouverture, string>> = {
  couvert: 'couverte',
  partie: 'couverte en partie',
  departement: 'couverte par le Département seulement',
  aucune: 'pas couverte du tout',
};

/** Texte sûr dans une page, contenu ou attribut. */
export const echapper = (texte: string): string =>
  texte
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const NOMBRE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

export const ecrireNombre = (nombre: number): string => NOMBRE.format(nombre);

export const ecrireHeures = (heures: HeuresTerritoire): string =>
  heures.type === 'connues' ? `${ecrireNombre(heures.heures)} h` : 'non publiées';

export const ecrireBesoins = (besoins: number): string =>
  besoins === 0
    ? 'aucun besoin noté'
    : `${ecrireNombre(besoins)} besoin${besoins > 1 ? 's' : ''} non satisfait${besoins > 1 ? 's' : ''}`;
