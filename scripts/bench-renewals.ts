import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decalerJour } from '../src/domain/dates.ts';
import { cleAcheteur, memeBesoin, prevoirRetour } from '../src/domain/marches/retours.ts';
import type { Avis } from '../src/domain/marches.ts';
import { importerNotices } from '../src/import/notices/importer.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Rejoue le passé : combien de renouvellements auraient été annoncés au moins trois mois avant leur notification ?
//   npm run bench:renewals [-- FICHIER… | --store DOSSIER]

const lireFichier = async (fichier: string): Promise<Avis[]> => {
  const lus: Avis[] = [];
  const options = { aujourdhui: '2026-11-21', departements: null, avancer: () => undefined };
  await importerNotices(fichier, { ...options, ecrire: async (avis) => void lus.push(...avis) });
  return lus;
};

const lireStore = async (dossier: string): Promise<readonly Avis[]> => {
  const store = openJsonStore(dossier);
  try {
    return await store.avis.all();
  } finally {
    await store.close();
  }
};

const debut = ({ notifieLe, publieLe }: Avis): string => notifieLe ?? publieLe ?? '';

/** Deux lots du même jour ne se renouvellent pas : il faut au moins six mois entre deux contrats. */
const precede = (avant: Avis, apres: Avis): boolean =>
  debut(avant) !== '' && decalerJour(debut(avant), { months: 6 }) <= debut(apres) && memeBesoin(avant, apres);

const mesurer = (nom: string, tous: readonly Avis[]): void => {
  const contrats = tous.filter((avis) => avis.nature === 'attribution' && debut(avis) !== '');
  const parAcheteur = new Map<string, Avis[]>();
  for (const avis of contrats)
    parAcheteur.set(cleAcheteur(avis), [...(parAcheteur.get(cleAcheteur(avis)) ?? []), avis]);
  let [renouvellements, sansDuree, annonces, annoncesTot] = [0, 0, 0, 0];
  for (const groupe of parAcheteur.values())
    for (const apres of groupe) {
      const avant = groupe.filter((autre) => precede(autre, apres)).sort((a, b) => debut(b).localeCompare(debut(a)))[0];
      if (avant === undefined) continue;
      renouvellements += 1;
      const retour = prevoirRetour(avant, [avant]);
      if (retour === null) {
        sansDuree += 1;
        continue;
      }
      // Annoncé : la fin prévue tombe à moins de six mois du nouveau contrat.
      const juste =
        decalerJour(retour.fin, { months: -6 }) <= debut(apres) &&
        debut(apres) <= decalerJour(retour.fin, { months: 6 });
      if (!juste) continue;
      annonces += 1;
      if (retour.appeler <= decalerJour(debut(apres), { months: -3 })) annoncesTot += 1;
    }
  const part = (nombre: number): string =>
    renouvellements === 0 ? '—' : `${((nombre / renouvellements) * 100).toFixed(1)} %`;
  process.stdout.write(
    `${nom} : ${contrats.length} contrats, ${parAcheteur.size} acheteurs, ${renouvellements} renouvellements ; durée inconnue ${sansDuree} ; fin prévue à ± 6 mois ${annonces} (${part(annonces)}) ; annoncés au moins trois mois avant ${annoncesTot} (${part(annoncesTot)})\n`,
  );
};

const { values, positionals } = parseArgs({ options: { store: { type: 'string' } }, allowPositionals: true });
const usuels = '../shared/data/decp/real';
const fichiers =
  positionals.length > 0 || values.store !== undefined
    ? positionals
    : readdirSync(usuels)
        .map((nom) => join(usuels, nom))
        .filter((fichier) => statSync(fichier).size > 20_000 && readFileSync(fichier).length > 0);
if (values.store !== undefined) mesurer(values.store, await lireStore(values.store));
for (const fichier of fichiers) mesurer(fichier, await lireFichier(fichier));
