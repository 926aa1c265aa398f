import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { loadTerritoire } from '../src/content/territoire.ts';
import type { Contours } from '../src/domain/territoire/contours.ts';
import { dossierGeo, writeContours } from '../src/import/geo/depot.ts';
import { lireContours } from '../src/import/geo/lire.ts';
import { ADRESSE_API, telechargerContours } from '../src/import/geo/telecharger.ts';
import { rootFolder } from '../src/root.ts';

// Va chercher les contours des intercommunalités, pour la carte de /territoire.
//   npm run refresh:geo                         depuis l'API publique du découpage administratif
//   npm run refresh:geo -- --fichier X          depuis un fichier GeoJSON ou TopoJSON
//   npm run refresh:geo -- --adresse URL        depuis une autre adresse de la même API

const PAUSE = 150;

const { values } = parseArgs({
  options: { fichier: { type: 'string' }, adresse: { type: 'string', default: ADRESSE_API } },
});

const lancer = async (): Promise<number> => {
  const { storeDir, region } = readConfig(rootFolder());
  const territoire = loadTerritoire(region);
  const epciDeLaCommune = (insee: string): string | null => territoire.commune(insee)?.epci ?? null;
  const ranger = (contours: Contours): number => {
    const manquent = territoire.epcis.filter(({ code }) => !contours.has(code));
    const fichier = writeContours(storeDir, region, contours);
    process.stdout.write(`${contours.size} contours sur ${territoire.epcis.length} rangés dans ${fichier}.\n`);
    if (manquent.length > 0) process.stderr.write(`Sans contour : ${manquent.map(({ nom }) => nom).join(', ')}.\n`);
    return manquent.length > 0 ? 1 : 0;
  };

  if (values.fichier !== undefined) {
    if (!existsSync(values.fichier)) {
      process.stderr.write(`Le fichier ${values.fichier} n’existe pas.\n`);
      return 2;
    }
    const lu = lireContours(readFileSync(values.fichier, 'utf8'), {
      estEpci: (code) => territoire.epci(code) !== undefined,
      epciDeLaCommune,
    });
    if (lu.type === 'lus') return ranger(lu.contours);
    process.stderr.write(`${values.fichier} : ${lu.raison}.\n`);
    return 1;
  }

  const dossier = join(dossierGeo(storeDir), `recus-${region}`);
  const { contours, echecs } = await telechargerContours({
    adresse: values.adresse.replace(/\/+$/, ''),
    epcis: territoire.epcis.map(({ code }) => code),
    epciDeLaCommune,
    dossier,
    pause: PAUSE,
    attendre: (millisecondes) => attendre(millisecondes),
    avancer: (faits, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${faits} / ${total}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const { code, raison } of echecs) process.stderr.write(`${territoire.epci(code)?.nom ?? code} : ${raison}.\n`);
  if (contours.size === 0) {
    process.stderr.write(
      'Aucun contour reçu : rien n’est changé. Relancez plus tard, ou importez un fichier (--fichier).\n',
    );
    return 1;
  }
  const code = ranger(contours);
  if (echecs.length === 0) rmSync(dossier, { recursive: true, force: true });
  else process.stderr.write('Relancez la commande : elle ne redemandera que ce qui manque.\n');
  return code;
};

try {
  process.exitCode = await lancer();
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
