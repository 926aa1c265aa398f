import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { accorder } from '../../dialogs/kit/format.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import type { Ecriture, Origine } from '../../src/domain/heures.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { type ContexteImportHeures, type LigneImportee, lirePaquets } from '../../src/import/heures.ts';
import { createCodage } from '../../src/services/personnes.ts';
import type { Store } from '../../src/store/port.ts';
import { createCommuneConnue } from './communes.ts';
import type { Demande, Importation } from './rapport.ts';

/** Importe paquet par paquet ; en mode strict, une première lecture cherche les refus avant que rien ne soit écrit. */
export const importHeures: Importation = async (demande) => {
  const contexte = await createContexte(demande);
  if (demande.strict || demande.apercu === true) {
    const { refus, lisibles } = await relireSansEcrire(demande, contexte);
    if (demande.apercu === true)
      return {
        bilan: null,
        refus,
        strict: false,
        apercu: [`${accorder(lisibles, 'ligne lisible', 'lignes lisibles')}.`],
      };
    if (refus.length > 0) return { bilan: null, refus, strict: true };
  }
  const { store, fichier, strict } = demande;
  const ecrire = await createEcriture(store, basename(fichier));
  const refus: string[] = [];
  const bilan = { ajoutes: 0, modifies: 0, inchanges: 0 };
  for await (const paquet of lirePaquets(fichier, contexte)) {
    for (const refuse of paquet.refus) refus.push(formatRefus(refuse));
    await store.operations.put(paquet.operations);
    const { ajoutes, modifies } = await ecrire(paquet.lignes);
    bilan.ajoutes += ajoutes;
    bilan.modifies += modifies;
    bilan.inchanges += paquet.lignes.length - ajoutes - modifies;
  }
  return { bilan, refus, strict };
};

const createContexte = async ({ store, region, avancer, colonnes }: Demande): Promise<ContexteImportHeures> => {
  const connues = new Set((await store.operations.all()).map(({ id }) => id));
  const coder = createCodage(store.secret);
  return {
    communeConnue: createCommuneConnue(loadTerritoire(region)),
    operationConnue: (id) => connues.has(id),
    coder: (beneficiaire) => coder(beneficiaire).code,
    avancer,
    ...(colonnes ? { colonnes } : {}),
  };
};

const relireSansEcrire = async ({ fichier }: Demande, contexte: ContexteImportHeures) => {
  const refus: string[] = [];
  let lisibles = 0;
  for await (const paquet of lirePaquets(fichier, contexte)) {
    for (const refuse of paquet.refus) refus.push(formatRefus(refuse));
    lisibles += paquet.lignes.length;
  }
  return { refus, lisibles };
};

type Ecrire = (lignes: readonly LigneImportee[]) => Promise<{ readonly ajoutes: number; readonly modifies: number }>;

/** Une ligne nouvelle est une saisie, une ligne changée une correction, une ligne déjà là n'est pas réécrite. */
const createEcriture = async (store: Store, fichier: string): Promise<Ecrire> => {
  const le = new Date().toISOString();
  const deja = (await store.registre.index()).taille;
  return async (lignes) => {
    const nouvelles: Ecriture[] = [];
    let modifies = 0;
    const { lignes: actives } = await store.registre.index();
    for (const { id, numero, ligne } of lignes) {
      const origine: Origine = { auteur: `import:${fichier}`, canal: 'import', message: `${fichier}:${numero}`, le };
      const rang = actives.rangDe(id);
      if (rang < 0) nouvelles.push({ type: 'saisie', id, ligne, alertes: [], origine });
      if (rang < 0 || actives.annulee(id) || actives.anonyme(id)) continue;
      const active = actives.colonnes.lire(rang);
      const [avant, apres] = [JSON.stringify(active), JSON.stringify(ligne)];
      if (avant === apres || isDeepStrictEqual(active, ligne)) continue;
      const correction = `${id}/${hash('sha256', `${avant}${apres}${deja}`).slice(0, 12)}`;
      nouvelles.push({ type: 'correction', id: correction, vise: id, ligne, origine });
      modifies += 1;
    }
    await store.registre.append(nouvelles);
    return { ajoutes: nouvelles.length - modifies, modifies };
  };
};
