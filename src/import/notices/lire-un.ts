import { z } from 'zod';
import type { Jour } from '../../domain/dates.ts';
import { daterDemonstration, ModeleAvis } from '../../domain/marches/demonstration.ts';
import { Avis } from '../../domain/marches.ts';
import { estBoamp, lireBoamp } from './boamp.ts';
import { estDecp, lireDecp } from './decp.ts';
import { estEforms, lireEformsXml } from './eforms-xml.ts';
import { analyser } from './enregistrements.ts';
import type { AvisDossier } from './liens.ts';
import { estTed, lireTed } from './ted.ts';
import { au, estObjet, type Objet, texte as texteDe } from './valeurs.ts';
import { analyserXml, elementRacine } from './xml.ts';

const estNotre = (valeur: Objet): boolean => 'reservation' in valeur && 'clauseSociale' in valeur;

const lireObjet = (valeur: unknown, aujourdhui: Jour | null): unknown => {
  if (!estObjet(valeur)) throw new Error('un objet JSON est attendu');
  if ('publieDansJours' in valeur) {
    if (aujourdhui === null) throw new Error('modèle de démonstration sans jour de référence');
    return daterDemonstration([ModeleAvis.parse(valeur)], aujourdhui)[0];
  }
  if (estNotre(valeur)) return valeur;
  if (estBoamp(valeur)) return lireBoamp(valeur);
  if (estDecp(valeur)) return lireDecp(valeur);
  throw new Error('format non reconnu (ni BOAMP, ni données essentielles, ni avis de Clausette)');
};

const lireXml = (texte: string): AvisDossier => {
  const racine = elementRacine(analyserXml(texte));
  if (racine === null) throw new Error('document XML vide');
  const { nom, valeur } = racine;
  const dossier = texteDe(valeur['cbc:ContractFolderID']);
  if (estEforms(nom)) return { avis: Avis.parse(lireEformsXml(nom, valeur)), dossier };
  if (estTed(nom)) return { avis: Avis.parse(lireTed(valeur)), dossier: null };
  if (estDecp(valeur)) return { avis: Avis.parse(lireDecp(valeur)), dossier: null };
  throw new Error(`format XML non reconnu (« ${nom} » : ni eForms, ni TED, ni données essentielles)`);
};

/** Lit un enregistrement, JSON ou XML. */
export const lireTexte = (texte: string, aujourdhui: Jour | null): AvisDossier => {
  if (texte.startsWith('<')) return lireXml(texte);
  const brut = analyser(texte);
  return { avis: Avis.parse(lireObjet(brut, aujourdhui)), dossier: texteDe(au(brut, 'contractfolderid')) };
};

/** Lit une ligne de données essentielles à plat (CSV). */
export const lireLigne = (ligne: Objet): AvisDossier => {
  if (!estDecp(ligne)) throw new Error('colonnes non reconnues : on attend celles des données essentielles');
  return { avis: Avis.parse(lireDecp(ligne)), dossier: null };
};

/** Ce qui ne va pas dans un enregistrement, en français. */
export const direErreur = (erreur: unknown): string => {
  if (erreur instanceof z.ZodError)
    return erreur.issues.map(({ path, message }) => `${path.join('.')} : ${message}`).join(' ; ');
  if (erreur instanceof SyntaxError) return `JSON illisible (${erreur.message.slice(0, 200)})`;
  return erreur instanceof Error ? erreur.message : String(erreur);
};
