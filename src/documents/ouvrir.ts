import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '../domain/heures.ts';
import type { Demande } from '../domain/indicateurs/demande.ts';
import type { Portee } from '../domain/indicateurs/documents.ts';
import { type Selection, selectionner } from '../domain/indicateurs/selection.ts';
import { type Compte, peutDeclarer } from '../domain/roles.ts';
import { peutVoir } from '../services/indicateurs/repondre.ts';
import type { Vue } from '../services/indicateurs/vue.ts';
import type { ServiceLiens } from '../services/liens.ts';
import type { DocumentOuvert, Forme } from '../web/documents/routes.ts';
import { pageReleve } from '../web/releves/page.ts';
import { ecrireHeures } from './heures.ts';
import { ecrireReleve, releverEntreprise } from './releve.ts';

export interface SourcesDocuments {
  readonly voir: () => Promise<Vue>;
  readonly selection: (demande: Demande) => Selection;
  readonly liens: ServiceLiens;
  readonly trouverCompte: (id: string) => Promise<Compte>;
}

/** Ouvre le document d'un jeton, avec les droits que le compte a aujourd'hui. */
export const createOuvrirDocument =
  ({ voir, selection, liens, trouverCompte }: SourcesDocuments) =>
  async (jeton: string, forme: Forme): Promise<DocumentOuvert> => {
    const lu = liens.lire(jeton);
    if (lu.type !== 'valable') return { type: lu.type };
    const compte = await trouverCompte(lu.compte);
    if (!peutDeclarer(compte)) return { type: 'interdit' };
    const vue = await voir();
    return lu.portee.type === 'releve'
      ? ouvrirReleve(vue, lu.portee, { compte, forme })
      : ouvrirHeures(vue, selection(lu.portee.demande), { compte, forme });
  };

interface Ouverture {
  readonly compte: Compte;
  readonly forme: Forme;
}

const ouvrirReleve = async (
  { table, operations }: Vue,
  { entreprise, mois }: Extract<Portee, { type: 'releve' }>,
  { compte, forme }: Ouverture,
): Promise<DocumentOuvert> => {
  if (forme !== 'releve' && forme !== 'releve.xlsx') return { type: 'faux' };
  const visibles = operations.filter((operation: Operation) => peutVoir(compte, operation));
  const releve = releverEntreprise(table, visibles, { entreprise, mois });
  if (forme === 'releve') return { type: 'page', html: pageReleve(releve) };
  return enFichier(`releve-${mois}.xlsx`, (fichier) => ecrireReleve(fichier, releve));
};

const ouvrirHeures = async (
  { table, parNumero }: Vue,
  choix: Selection,
  { compte, forme }: Ouverture,
): Promise<DocumentOuvert> => {
  if (forme !== 'heures.csv' && forme !== 'heures.xlsx') return { type: 'faux' };
  const visibles = parNumero.map((operation) => peutVoir(compte, operation));
  const rangs = selectionner(table, parNumero, choix).filter(
    (rang) => visibles[table.colonnes.operation[rang] ?? 0] === true,
  );
  return enFichier(forme, (fichier) => ecrireHeures(fichier, { table, rangs, parNumero }));
};

/** Écrit dans un dossier provisoire, que l'envoi retirera. */
const enFichier = async (nom: string, ecrire: (fichier: string) => Promise<void>): Promise<DocumentOuvert> => {
  const dossier = await mkdtemp(join(tmpdir(), 'clausette-document-'));
  const retirer = (): Promise<void> => rm(dossier, { recursive: true, force: true });
  const fichier = join(dossier, nom);
  try {
    await ecrire(fichier);
    return { type: 'fichier', fichier, nom, retirer };
  } catch (cause) {
    await retirer();
    throw cause;
  }
};
