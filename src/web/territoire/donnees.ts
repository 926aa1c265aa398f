import type { Contours } from '../../domain/territoire/contours.ts';
import type { LigneTerritoire, TableauTerritoire } from '../../domain/territoire/tableau.ts';
import { ETATS } from './textes.ts';

const COLONNES = [
  'siren',
  'intercommunalite',
  'departements',
  'couverture',
  'communes',
  'communes_couvertes',
  'habitants',
  'structures',
  'relais',
  'besoins_non_satisfaits',
  'heures',
] as const;

const cellules = (ligne: LigneTerritoire): readonly string[] => [
  ligne.code,
  ligne.nom,
  ligne.departements.join('|'),
  ETATS[ligne.couverture],
  String(ligne.communes),
  String(ligne.communesCouvertes),
  String(ligne.habitants),
  ligne.structures.join('|'),
  ligne.relais.join('|'),
  String(ligne.besoins),
  ligne.heures.type === 'connues' ? String(ligne.heures.heures).replace('.', ',') : '',
];

/** Un tableur prendrait « = », « + », « - » ou « @ » en tête pour une formule. */
const enCellule = (texte: string): string => {
  const sur = /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
  return /[";\n\r]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur;
};

/** Le tableau en CSV : points-virgules et marque d'encodage, qu'Excel ouvre sans réglage. */
export const ecrireCsv = ({ lignes }: TableauTerritoire): string =>
  `\uFEFF${[COLONNES, ...lignes.map(cellules)].map((ligne) => ligne.map(enCellule).join(';')).join('\r\n')}\r\n`;

/** Le tableau en GeoJSON ; la géométrie est nulle tant que les contours n'ont pas été demandés. */
export const ecrireGeoJson = ({ lignes }: TableauTerritoire, contours: Contours | null): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: lignes.map(({ heures, ...ligne }) => {
      const coordinates = contours?.get(ligne.code);
      return {
        type: 'Feature',
        id: ligne.code,
        properties: { ...ligne, heures: heures.type === 'connues' ? heures.heures : null },
        geometry: coordinates === undefined ? null : { type: 'MultiPolygon', coordinates },
      };
    }),
  });
