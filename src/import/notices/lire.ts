import { z } from 'zod';
import type { Jour } from '../../domain/dates.ts';
import { daterDemonstration, ModeleAvis } from '../../domain/marches/demonstration.ts';
import { Avis } from '../../domain/marches.ts';
import { estBoamp, lireBoamp } from './boamp.ts';
import { estDecp, lireDecp } from './decp.ts';
import { analyser, decouperEnregistrements } from './enregistrements.ts';
import { type AvisDossier, lierParDossier } from './liens.ts';
import { au, empreinte, estObjet, texte as texteDe } from './valeurs.ts';

/** Un enregistrement refusé : où il commence dans le fichier, et pourquoi. */
export interface ProblemeAvis {
  readonly line: number;
  readonly message: string;
}

/** Fichier d'avis lu : ce qui est bon est gardé, le reste est dit. */
export interface LectureAvis {
  readonly avis: Avis[];
  readonly problems: ProblemeAvis[];
}

const estNotre = (valeur: Readonly<Record<string, unknown>>): boolean =>
  'reservation' in valeur && 'clauseSociale' in valeur;

const lireUn = (valeur: unknown, aujourdhui: Jour | null): unknown => {
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

const dire = (erreur: unknown): string => {
  if (erreur instanceof z.ZodError)
    return erreur.issues.map(({ path, message }) => `${path.join('.')} : ${message}`).join(' ; ');
  if (erreur instanceof SyntaxError) return `JSON illisible (${erreur.message})`;
  return erreur instanceof Error ? erreur.message : String(erreur);
};

/**
 * Des plateformes donnent le même numéro à tous les lots d'une consultation : le suivant reçoit l'empreinte de
 * son objet. Le même contrat publié deux fois garde sa dernière version.
 */
const ranger = (tous: readonly Avis[]): Avis[] => {
  const parId = new Map<string, Avis>();
  for (const avis of tous) {
    const premier = parId.get(avis.id);
    const autre = avis.source === 'decp' && premier !== undefined && premier.objet !== avis.objet;
    const id = autre ? `${avis.id}~${empreinte(avis.objet)}` : avis.id;
    parId.set(id, { ...avis, id });
  }
  return [...parId.values()];
};

/**
 * Lit un fichier d'avis ou de contrats, reconnu à son contenu : BOAMP (OpenDataSoft), DECP (toutes formes JSON),
 * nos propres avis, ou les modèles de démonstration, datés depuis `aujourdhui`. `file` nomme le fichier dans les
 * messages.
 */
export const parseNotices = (text: string, file: string, aujourdhui: Jour | null = null): LectureAvis => {
  const lus: AvisDossier[] = [];
  const problems: ProblemeAvis[] = [];
  const enregistrements = decouperEnregistrements(text);
  if (enregistrements.length === 0 && !/[[{]/.test(text))
    problems.push({ line: 1, message: `${file} : aucun enregistrement JSON` });
  enregistrements.forEach(({ texte, ligne }, rang) => {
    try {
      const brut = analyser(texte);
      lus.push({ avis: Avis.parse(lireUn(brut, aujourdhui)), dossier: texteDe(au(brut, 'contractfolderid')) });
    } catch (erreur) {
      problems.push({ line: ligne, message: `${file}, enregistrement ${rang + 1} : ${dire(erreur)}` });
    }
  });
  return { avis: ranger(lierParDossier(lus)), problems };
};
