import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Operation } from '../../domain/heures.ts';
import { AlerteMarches, EnvoiMarches } from '../../domain/marches/alertes.ts';
import { CanalMarches } from '../../domain/marches/canal.ts';
import { Structure } from '../../domain/marches/structures.ts';
import { Avis } from '../../domain/marches.ts';
import { FaitParcours } from '../../domain/parcours/faits.ts';
import { Compte } from '../../domain/roles.ts';
import { ChangementAnnuaire } from '../../domain/territoire/annuaire-changements.ts';
import { BesoinTerritoire } from '../../domain/territoire/besoins.ts';
import { Facilitateur } from '../../domain/territoire.ts';
import { AvisFiche, QuestionNotee } from '../../domain/veille.ts';
import type { Collection, Store } from '../port.ts';
import { JsonCollection, type OptionsCollection } from './collection.ts';
import { JsonConversations } from './conversations.ts';
import { JsonLibelles } from './libelles.ts';
import { JsonRegistre } from './registre.ts';
import { remplacerCodes } from './remplacer.ts';
import { CollectionSurDisque } from './sur-disque.ts';

/** Appelé pour chaque ligne illisible rencontrée : fichier et numéro de ligne. */
export type Signaler = (fichier: string, ligne: number) => void;

export interface OptionsDepot {
  /** Écritures à rejouer à partir desquelles l'index du registre se photographie. */
  readonly seuilCliche?: number;
  /** `sur-disque` : les avis restent sur le disque, pour en importer plus que la mémoire n'en tient. */
  readonly avis?: 'en-memoire' | 'sur-disque';
}

/** Ouvre (ou crée) le dépôt JSON de `dossier`. */
export const openJsonStore = (
  dossier: string,
  signaler: Signaler = () => undefined,
  { seuilCliche, avis = 'en-memoire' }: OptionsDepot = {},
): Store => {
  mkdirSync(dossier, { recursive: true, mode: 0o700 });
  const chemin = (nom: string) => join(dossier, nom);
  const pour = (nom: string) => (ligne: number) => signaler(chemin(nom), ligne);
  const fermables: { readonly vide: boolean; close(): void | Promise<void> }[] = [];
  /** Ce qu'il faut pour ouvrir les documents de `nom.ndjson`, rangés par leur `id`. */
  const decrire = <T extends { readonly id: string }>(
    nom: string,
    schema: z.ZodType<T>,
  ): [string, OptionsCollection<T>] => {
    const fichier = `${nom}.ndjson`;
    return [chemin(fichier), { schema, cle: ({ id }) => id, signaler: pour(fichier) }];
  };
  const fermer = <C extends (typeof fermables)[number]>(collection: C): C => {
    fermables.push(collection);
    return collection;
  };
  const ouvrir = <T extends { readonly id: string }>(nom: string, schema: z.ZodType<T>): JsonCollection<T> =>
    fermer(new JsonCollection(...decrire(nom, schema)));
  /** Des centaines de milliers d'avis : en mémoire, ils se lisent une fois le service prêt. */
  const ouvrirAvis = (): Collection<Avis> => {
    const [fichier, options] = decrire('avis', Avis);
    return avis === 'sur-disque'
      ? fermer(new CollectionSurDisque(fichier, options))
      : fermer(new JsonCollection(fichier, { ...options, lecture: 'a-la-demande' }));
  };
  const registre = new JsonRegistre(chemin('heures.ndjson'), pour('heures.ndjson'), seuilCliche);
  fermables.push(registre);
  const collections = {
    parcours: ouvrir('parcours', FaitParcours),
    operations: ouvrir('operations', Operation),
    avis: ouvrirAvis(),
    alertes: ouvrir('alertes', AlerteMarches),
    envois: ouvrir('envois', EnvoiMarches),
    canaux: ouvrir('canaux', CanalMarches),
    structures: ouvrir('structures', Structure),
    facilitateurs: ouvrir('facilitateurs', Facilitateur),
    annuaire: ouvrir('annuaire', ChangementAnnuaire),
    besoins: ouvrir('besoins', BesoinTerritoire),
    comptes: ouvrir('comptes', Compte),
    questions: ouvrir('questions', QuestionNotee),
    avisFiches: ouvrir('avis-fiches', AvisFiche),
  };

  return {
    ...collections,
    conversations: new JsonConversations(chemin('conversations')),
    registre,
    libelles: new JsonLibelles(chemin('libelles.json')),
    secret: readSecret(chemin('secret')),
    vide: fermables.every(({ vide }) => vide),
    async remplacerCodes(codes) {
      const faits = await remplacerCodes(chemin('parcours.ndjson'), 'personne', codes);
      return faits + (await registre.remplacer(codes));
    },
    async close() {
      for (const fermable of fermables) await fermable.close();
    },
  };
};

/** Secret tiré au sort à la première ouverture, lisible du seul service. */
const readSecret = (fichier: string): string => {
  if (!existsSync(fichier)) {
    try {
      writeFileSync(fichier, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      if (!existsSync(fichier)) throw cause;
    }
  }
  return readFileSync(fichier, 'utf8').trim();
};
