import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contours, MultiPolygone } from '../../domain/territoire/contours.ts';
import { lireContours } from './lire.ts';

/** API publique du découpage administratif (Licence Ouverte), par défaut. */
export const ADRESSE_API = 'https://geo.api.gouv.fr';

export interface Telechargement {
  /** Adresse de l'API, sans barre finale. */
  readonly adresse: string;
  /** SIREN des intercommunalités à demander. */
  readonly epcis: readonly string[];
  readonly epciDeLaCommune: (insee: string) => string | null;
  /** Où garder ce qui est déjà reçu, pour reprendre après une coupure. */
  readonly dossier: string;
  /** Pause entre deux demandes, en millisecondes. */
  readonly pause: number;
  readonly attendre: (millisecondes: number) => Promise<void>;
  readonly avancer: (faits: number, total: number) => void;
}

export interface BilanTelechargement {
  readonly contours: Contours;
  /** SIREN sans contour, et pourquoi. */
  readonly echecs: readonly { readonly code: string; readonly raison: string }[];
}

const ESSAIS = 4;
const DELAI = 30_000;
const ATTENTE_MAXIMUM = 60_000;

type Recu = { readonly texte: string } | { readonly raison: string };

/** Demande une adresse, en réessayant de plus en plus tard ; l'attente que le serveur demande est respectée. */
const demander = async (url: string, { attendre }: Telechargement): Promise<Recu> => {
  let raison = '';
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    let attente = 500 * 2 ** essai;
    try {
      const reponse = await fetch(url, {
        headers: { accept: 'application/geo+json, application/json', 'user-agent': 'clausette (refresh:geo)' },
        signal: AbortSignal.timeout(DELAI),
      });
      if (reponse.ok) return { texte: await reponse.text() };
      raison = `réponse ${reponse.status}`;
      // Une adresse inconnue le restera : seuls l'encombrement et les pannes méritent d'attendre.
      if (reponse.status < 500 && reponse.status !== 429) return { raison };
      const demandee = Number(reponse.headers.get('retry-after')) * 1000;
      if (demandee > 0) attente = Math.min(demandee, ATTENTE_MAXIMUM);
    } catch (cause) {
      raison =
        cause instanceof Error ? (cause.name === 'TimeoutError' ? 'pas de réponse à temps' : cause.message) : 'panne';
    }
    if (essai < ESSAIS - 1) await attendre(attente);
  }
  return { raison };
};

/** L'API rend un seul objet par intercommunalité ; la lecture attend une collection. */
const enCollection = (texte: string): string =>
  /^\s*\{\s*"type"\s*:\s*"Feature"\s*[,}]/.test(texte) ? `{"type":"FeatureCollection","features":[${texte}]}` : texte;

/** Contour d'une intercommunalité ; à défaut, celui de ses communes réunies. */
const recevoir = async (code: string, demande: Telechargement): Promise<Recu> => {
  const geometrie = 'format=geojson&geometry=contour';
  const base = `${demande.adresse}/epcis/${code}`;
  const lisible = (recu: Recu): Recu => {
    if ('raison' in recu) return recu;
    const lu = lireContours(enCollection(recu.texte), { ...demande, estEpci: (lue) => lue === code });
    return lu.type === 'lus' && lu.contours.has(code) ? recu : { raison: 'réponse sans contour' };
  };
  const direct = lisible(await demander(`${base}?fields=code,nom&${geometrie}`, demande));
  if ('texte' in direct) return direct;
  return lisible(await demander(`${base}/communes?fields=code,nom&${geometrie}`, demande));
};

/** Télécharge les contours un par un, sans redemander ce qui a déjà été reçu. */
export const telechargerContours = async (demande: Telechargement): Promise<BilanTelechargement> => {
  mkdirSync(demande.dossier, { recursive: true, mode: 0o700 });
  const contours = new Map<string, MultiPolygone>();
  const echecs: { code: string; raison: string }[] = [];
  for (const [rang, code] of demande.epcis.entries()) {
    const fichier = join(demande.dossier, `${code}.json`);
    if (!existsSync(fichier)) {
      const recu = await recevoir(code, demande);
      if ('raison' in recu) {
        echecs.push({ code, raison: recu.raison });
        continue;
      }
      writeFileSync(`${fichier}.partiel`, recu.texte);
      renameSync(`${fichier}.partiel`, fichier);
      await demande.attendre(demande.pause);
    }
    const lu = lireContours(enCollection(readFileSync(fichier, 'utf8')), {
      ...demande,
      estEpci: (lue) => lue === code,
    });
    const contour = lu.type === 'lus' ? lu.contours.get(code) : undefined;
    if (contour) contours.set(code, contour);
    else rmSync(fichier, { force: true });
    demande.avancer(rang + 1, demande.epcis.length);
  }
  return { contours, echecs };
};
