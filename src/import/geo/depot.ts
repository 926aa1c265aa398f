import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contours } from '../../domain/territoire/contours.ts';
import { lireContours } from './lire.ts';

/** Dossier des contours dans le dépôt. */
export const dossierGeo = (storeDir: string): string => join(storeDir, 'geo');

const fichierDe = (storeDir: string, region: string): string => join(dossierGeo(storeDir), `epci-${region}.geojson`);

/** Range les contours d'une région, d'un bloc : un arrêt au milieu laisse les anciens. */
export const writeContours = (storeDir: string, region: string, contours: Contours): string => {
  const fichier = fichierDe(storeDir, region);
  mkdirSync(dossierGeo(storeDir), { recursive: true, mode: 0o700 });
  const features = [...contours].map(([code, coordinates]) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'MultiPolygon', coordinates },
  }));
  writeFileSync(`${fichier}.partiel`, JSON.stringify({ type: 'FeatureCollection', features }));
  renameSync(`${fichier}.partiel`, fichier);
  return fichier;
};

/** Relit les contours rangés, seulement quand le fichier change ; null s'il n'y en a pas. */
export const createLecteurContours = (storeDir: string, region: string): (() => Contours | null) => {
  const fichier = fichierDe(storeDir, region);
  let garde: { readonly date: number; readonly contours: Contours | null } | null = null;
  return () => {
    if (!existsSync(fichier)) return null;
    const date = statSync(fichier).mtimeMs;
    if (garde?.date !== date) {
      const lu = lireContours(readFileSync(fichier, 'utf8'), { estEpci: () => true, epciDeLaCommune: () => null });
      garde = { date, contours: lu.type === 'lus' ? lu.contours : null };
    }
    return garde.contours;
  };
};
