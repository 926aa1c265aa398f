import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { debutDe } from '../src/domain/marches/fin-contrat.ts';
import { type Rejeu, rejouer } from '../src/domain/marches/rejouer.ts';
import { CONFIANCES } from '../src/domain/marches/retours.ts';
import type { Avis } from '../src/domain/marches.ts';
import { importerNotices } from '../src/import/notices/importer.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import { RENOUVELLEMENTS_RELUS } from './bench/renouvellements-relus.ts';

// Rejoue le passé : combien de renouvellements auraient été annoncés au moins trois mois avant leur notification, et
// combien d'annonces se sont vérifiées ?
//   npm run bench:renewals [-- FICHIER… | --store DOSSIER]

const USUELS = '../shared/data/decp/real';
/** En dessous, aucun contrat n'a le temps d'être renouvelé. */
const MOIS_UTILES = 18;

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

const part = (nombre: number, total: number): string =>
  `${nombre} sur ${total}${total === 0 ? '' : ` (${((nombre / total) * 100).toFixed(0)} %)`}`;

const direRappel = (nom: string, { renouvellements, sansPrevision, justes, annonces }: Rejeu['rappel']): string =>
  `  ${nom} : ${renouvellements} ; sans prévision possible ${sansPrevision} ; fin prévue à ± 6 mois ${part(justes, renouvellements)} ; annoncés au moins trois mois avant ${part(annonces, renouvellements)}`;

const etendue = (avis: readonly Avis[]): { readonly du: string; readonly au: string; readonly mois: number } => {
  const debuts = avis.flatMap((lu) => (lu.nature === 'attribution' ? (debutDe(lu) ?? []) : [])).sort();
  const [du = '', au = ''] = [debuts[0], debuts.at(-1)];
  const mois = (Number(au.slice(0, 4)) - Number(du.slice(0, 4))) * 12 + Number(au.slice(5, 7)) - Number(du.slice(5, 7));
  return { du, au, mois };
};

const mesurer = (nom: string, avis: readonly Avis[]): void => {
  const { du, au, mois } = etendue(avis);
  const rejeu = rejouer(avis);
  const lignes = [`${nom} : ${rejeu.contrats} contrats de ${rejeu.acheteurs} acheteurs, du ${du} au ${au}`];
  if (mois < MOIS_UTILES) lignes.push(`  ${mois} mois de contrats : trop court pour voir un renouvellement.`);
  else {
    const relus = avis.filter(({ id }) => RENOUVELLEMENTS_RELUS.has(id));
    if (relus.length > 0)
      lignes.push(direRappel('renouvellements relus à la main', rejouer(avis, RENOUVELLEMENTS_RELUS).rappel));
    lignes.push(direRappel('renouvellements reconnus', rejeu.rappel));
    for (const confiance of CONFIANCES) {
      const { annonces, revenues } = rejeu.precision[confiance];
      lignes.push(
        `  annonces de confiance ${confiance}, vérifiables : ${annonces} ; revenues à ± 6 mois ${part(revenues, annonces)}`,
      );
    }
  }
  process.stdout.write(`${lignes.join('\n')}\n`);
};

const { values, positionals } = parseArgs({ options: { store: { type: 'string' } }, allowPositionals: true });
const fichiers =
  positionals.length > 0 || values.store !== undefined
    ? positionals
    : readdirSync(USUELS)
        .map((nom) => join(USUELS, nom))
        .filter((fichier) => statSync(fichier).size > 20_000);
if (values.store !== undefined) mesurer(values.store, await lireStore(values.store));
for (const fichier of fichiers) mesurer(fichier, await lireFichier(fichier));
process.stdout.write(
  'Limites : un seul acheteur dans les fichiers d’essai, qui a aussi servi à régler la reconnaissance ; les reconductions ne sont pas publiées ; une fin n’est vérifiable que six mois avant la fin des données ; un ouvrage (travaux, maîtrise d’œuvre) n’est pas censé revenir. Sur vos contrats : npm run bench:renewals -- --store DOSSIER.\n',
);
