// Lance une commande compilée ; la compile d'abord si les sources ont changé. « npm start » n'a pas d'autre étape.
//   node scripts/run.mjs start | chat | import | account | understand [arguments]
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, isFresh, learn } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name = 'start', ...args] = process.argv.slice(2);

if (!isFresh(root)) await build(root);
if (name === 'understand' || name === 'chat') await learn(root);
const file = name === 'start' ? join(root, 'dist/src/main.js') : join(root, 'dist/scripts', `${name}.js`);
if (!existsSync(file)) {
  process.stderr.write(`Commande inconnue : ${name}. Voyez les commandes dans package.json.\n`);
  process.exit(2);
}
process.argv = [process.argv[0] ?? 'node', file, ...args];
await import(pathToFileURL(file).href);
