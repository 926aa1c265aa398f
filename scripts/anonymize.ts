import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { codesPerimes } from '../src/domain/indicateurs/conservation.ts';
import { rootFolder } from '../src/root.ts';
import { anonymiser } from '../src/services/anonymiser.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Anonymise les personnes dont la dernière heure est plus ancienne que la durée de conservation ; à lancer chaque mois.
//   npm run anonymize -- --mois 60 [--essai]

const AIDE = `Usage : npm run anonymize -- --mois 60 [--essai]
--mois  : durée de conservation, en mois, depuis la dernière heure de la personne
--essai : dit combien de personnes seraient anonymisées, sans rien changer`;

const lancer = async (): Promise<number> => {
  const { values } = parseArgs({ options: { mois: { type: 'string' }, essai: { type: 'boolean', default: false } } });
  const mois = Number(values.mois);
  if (!Number.isInteger(mois) || mois < 1) {
    process.stderr.write(`${AIDE}\n`);
    return 2;
  }
  const store = openJsonStore(readConfig(rootFolder()).storeDir);
  try {
    const le = new Date().toISOString();
    const { lignes } = await store.registre.index();
    const codes = codesPerimes(lignes, mois, le.slice(0, 10));
    const origine = { auteur: 'conservation', canal: 'commande', message: `${mois} mois`, le };
    if (!values.essai) await anonymiser(codes, { store, origine });
    const verbe = values.essai ? 'à anonymiser' : 'anonymisées';
    process.stdout.write(`Personnes ${verbe} : ${codes.length} (aucune heure depuis ${mois} mois).\n`);
    return 0;
  } finally {
    await store.close();
  }
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
