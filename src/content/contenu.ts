import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Calibrage } from '../domain/droit/calcul.ts';
import { Seuils } from '../domain/droit/seuils.ts';
import type { Fiche, Source } from '../domain/droit.ts';
import type { Terme } from '../domain/lexique.ts';
import type { Secteur } from '../domain/marches.ts';
import { loadHorsDomaine, type SujetHorsDomaine } from './hors-domaine.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import type { ContentProblem } from './problems.ts';

/** Ce que Clausette sait, et ce qu'elle sait ne pas être son sujet. */
export interface Contenu {
  readonly knowledge: Knowledge;
  readonly exterieurs: readonly SujetHorsDomaine[];
  /** Identifiant de porte → la phrase qui y mène. */
  readonly portes: ReadonlyMap<string, string>;
}

export interface ContenuLu {
  readonly contenu: Contenu;
  readonly problems: readonly ContentProblem[];
  /** Vrai si la forme compilée a servi. */
  readonly compile: boolean;
}

const liste = <T>() => z.custom<readonly T[]>(Array.isArray);

/** Forme compilée : le même contenu en un seul JSON. Vérifié avant d'être écrit, il ne l'est plus qu'en gros : relire chaque champ coûterait un dixième du démarrage. */
const Compile = z.object({
  sources: liste<Source>(),
  fiches: liste<Fiche>(),
  lexique: liste<Terme>(),
  secteurs: liste<Secteur>(),
  seuils: Seuils,
  calibrage: Calibrage,
  exterieurs: liste<Contenu['exterieurs'][number]>(),
  portes: liste<readonly [string, string]>(),
});

/** Lit les fichiers de `knowledge/`, toutes fautes rendues. */
const lireFichiers = (dossier: string): ContenuLu => {
  const { knowledge, problems } = loadKnowledge(dossier);
  const { sujets, portes, problems: fautes } = loadHorsDomaine(join(dossier, 'hors-domaine.yaml'));
  return { contenu: { knowledge, exterieurs: sujets, portes }, problems: [...problems, ...fautes], compile: false };
};

const plusRecent = (chemin: string): number => {
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => plusRecent(join(chemin, nom))));
};

const parId = <T extends { readonly id: string }>(liste: readonly T[]): ReadonlyMap<string, T> =>
  new Map(liste.map((element) => [element.id, element]));

/**
 * Charge le contenu ; la forme compilée, dix fois plus rapide à lire, sert tant qu'aucun fichier n'est plus récent.
 * @param dossier `knowledge/`
 * @param compile fichier écrit par `ecrireContenu`
 */
export const loadContenu = (dossier: string, compile: string): ContenuLu => {
  if (!existsSync(compile) || statSync(compile).mtimeMs < plusRecent(dossier)) return lireFichiers(dossier);
  const lu = Compile.safeParse(JSON.parse(readFileSync(compile, 'utf8')));
  if (!lu.success) return lireFichiers(dossier);
  const { sources, fiches, portes, exterieurs, ...reste } = lu.data;
  const knowledge: Knowledge = { ...reste, sources: parId(sources), fiches: parId(fiches) };
  return { contenu: { knowledge, exterieurs, portes: new Map(portes) }, problems: [], compile: true };
};

/** Écrit la forme compilée d'un contenu sans faute. */
export const ecrireContenu = ({ knowledge, exterieurs, portes }: Contenu, compile: string): void => {
  const ecrit: z.infer<typeof Compile> = {
    sources: [...knowledge.sources.values()],
    fiches: [...knowledge.fiches.values()],
    lexique: [...knowledge.lexique],
    secteurs: [...knowledge.secteurs],
    seuils: knowledge.seuils,
    calibrage: knowledge.calibrage,
    exterieurs: [...exterieurs],
    portes: [...portes],
  };
  writeFileSync(compile, JSON.stringify(ecrit));
};
