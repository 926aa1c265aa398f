import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Operation } from '../../domain/heures.ts';
import { AlerteMarches, EnvoiMarches } from '../../domain/marches/alertes.ts';
import { Avis } from '../../domain/marches.ts';
import { FaitParcours } from '../../domain/parcours/faits.ts';
import { Compte } from '../../domain/roles.ts';
import { ChangementAnnuaire } from '../../domain/territoire/annuaire-changements.ts';
import { BesoinTerritoire } from '../../domain/territoire/besoins.ts';
import { Facilitateur } from '../../domain/territoire.ts';
import { AvisFiche, QuestionNotee } from '../../domain/veille.ts';
import type { Store } from '../port.ts';
import { JsonCollection } from './collection.ts';
import { JsonConversations } from './conversations.ts';
import { JsonLibelles } from './libelles.ts';
import { JsonRegistre } from './registre.ts';
import { remplacerCode } from './remplacer.ts';

/** Appelé pour chaque ligne illisible rencontrée : fichier et numéro de ligne. */
export type Signaler = (fichier: string, ligne: number) => void;

/** Ouvre (ou crée) le dépôt JSON de `dossier`. */
export const openJsonStore = (dossier: string, signaler: Signaler = () => undefined): Store => {
  mkdirSync(dossier, { recursive: true, mode: 0o700 });
  const chemin = (nom: string) => join(dossier, nom);
  const pour = (nom: string) => (ligne: number) => signaler(chemin(nom), ligne);
  const parId = ({ id }: { readonly id: string }) => id;

  const registre = new JsonRegistre(chemin('heures.ndjson'), pour('heures.ndjson'));
  const parcours = new JsonCollection(chemin('parcours.ndjson'), {
    schema: FaitParcours,
    cle: parId,
    signaler: pour('parcours.ndjson'),
  });
  const operations = new JsonCollection(chemin('operations.ndjson'), {
    schema: Operation,
    cle: parId,
    signaler: pour('operations.ndjson'),
  });
  const avis = new JsonCollection(chemin('avis.ndjson'), { schema: Avis, cle: parId, signaler: pour('avis.ndjson') });
  const alertes = new JsonCollection(chemin('alertes.ndjson'), {
    schema: AlerteMarches,
    cle: parId,
    signaler: pour('alertes.ndjson'),
  });
  const envois = new JsonCollection(chemin('envois.ndjson'), {
    schema: EnvoiMarches,
    cle: parId,
    signaler: pour('envois.ndjson'),
  });
  const facilitateurs = new JsonCollection(chemin('facilitateurs.ndjson'), {
    schema: Facilitateur,
    cle: parId,
    signaler: pour('facilitateurs.ndjson'),
  });
  const annuaire = new JsonCollection(chemin('annuaire.ndjson'), {
    schema: ChangementAnnuaire,
    cle: parId,
    signaler: pour('annuaire.ndjson'),
  });
  const besoins = new JsonCollection(chemin('besoins.ndjson'), {
    schema: BesoinTerritoire,
    cle: parId,
    signaler: pour('besoins.ndjson'),
  });
  const comptes = new JsonCollection(chemin('comptes.ndjson'), {
    schema: Compte,
    cle: parId,
    signaler: pour('comptes.ndjson'),
  });
  const questions = new JsonCollection(chemin('questions.ndjson'), {
    schema: QuestionNotee,
    cle: parId,
    signaler: pour('questions.ndjson'),
  });
  const avisFiches = new JsonCollection(chemin('avis-fiches.ndjson'), {
    schema: AvisFiche,
    cle: parId,
    signaler: pour('avis-fiches.ndjson'),
  });
  const fermables = [
    registre,
    parcours,
    operations,
    avis,
    alertes,
    envois,
    facilitateurs,
    annuaire,
    besoins,
    comptes,
    questions,
    avisFiches,
  ];

  return {
    conversations: new JsonConversations(chemin('conversations')),
    registre,
    parcours,
    libelles: new JsonLibelles(chemin('libelles.json')),
    operations,
    avis,
    alertes,
    envois,
    facilitateurs,
    annuaire,
    besoins,
    comptes,
    questions,
    avisFiches,
    secret: readSecret(chemin('secret')),
    vide: fermables.every((fermable) => fermable.vide),
    async remplacerCode(ancien, nouveau) {
      const codes = { ancien, nouveau };
      return (
        remplacerCode(chemin('heures.ndjson'), 'beneficiaire', codes) +
        remplacerCode(chemin('parcours.ndjson'), 'personne', codes)
      );
    },
    async close() {
      for (const fermable of fermables) fermable.close();
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
