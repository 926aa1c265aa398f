// Compile vers dist/ et prépare les fichiers de la page (copiés et compressés). Appelée par run.mjs ou « npm run build ».
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SOURCES = ['src', 'dialogs', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
const MARK = '.built';

const newest = (path) => {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, newest(join(path, name))), state.mtimeMs);
};

/** Vrai si dist/ est plus récent que les sources ; toujours vrai là où le compilateur n'est pas installé. */
export const isFresh = (root) => {
  const mark = join(root, 'dist', MARK);
  if (!existsSync(join(root, 'node_modules/typescript'))) return existsSync(mark);
  return existsSync(mark) && SOURCES.every((name) => newest(join(root, name)) < statSync(mark).mtimeMs);
};

const TEXT = /\.(?:js|css|svg|html)$/;

const compress = async (folder) => {
  const names = (await readdir(folder)).filter((name) => TEXT.test(name) && name !== 'index.html');
  await Promise.all(
    names.map(async (name) => {
      const body = await readFile(join(folder, name));
      // Qualité 5 : presque aussi petit que 11, cent fois plus vite.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
      const [br, gz] = await Promise.all([promisify(brotliCompress)(body, { params }), promisify(gzip)(body)]);
      await writeFile(join(folder, `${name}.br`), br);
      await writeFile(join(folder, `${name}.gz`), gz);
    }),
  );
};

const compile = async (root, out) => {
  const tsc = createRequire(join(root, 'package.json')).resolve('typescript/package.json');
  const bin = join(dirname(tsc), 'bin', 'tsc');
  try {
    // Les types sont vérifiés par « npm run check » ; ici on ne fait que compiler, pour démarrer vite.
    const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', out, '--noCheck'];
    await promisify(execFile)(process.execPath, [bin, ...options]);
  } catch (cause) {
    throw new Error(`La compilation a échoué :\n${cause.stdout ?? cause.message}`);
  }
};

/** Compile dans un dossier à part, puis le met en place d'un coup : un service en route n'en voit pas la moitié. */
export const build = async (root) => {
  if (!existsSync(join(root, 'node_modules/typescript')))
    throw new Error(
      'Rien n’est compilé et le compilateur n’est pas installé : lancez « npm ci » puis « npm run build ».',
    );
  const out = join(root, `dist.tmp-${process.pid}`);
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'web'), { recursive: true });
  const web = async () => {
    await cp(join(root, 'src/web/page'), join(out, 'web'), { recursive: true });
    for (const name of ['webchat.js', 'webchat.js.LICENSE.txt'])
      await cp(join(root, 'node_modules/botframework-webchat/dist', name), join(out, 'web', name));
    await compress(join(out, 'web'));
  };
  await Promise.all([compile(root, out), web()]);
  await writeFile(join(out, MARK), '');
  const old = join(root, `dist.tmp-${process.pid}-old`);
  if (existsSync(join(root, 'dist'))) await rename(join(root, 'dist'), old);
  await rename(out, join(root, 'dist'));
  await rm(old, { recursive: true, force: true });
};

/** Apprend et range la reconnaissance des questions ; le service le fait lui-même à son premier démarrage. */
export const learn = async (root) => {
  const { loadCompile } = await import(pathToFileURL(join(root, 'dist/src/compile.js')).href);
  const { problems, ranger } = loadCompile(root);
  if (problems.length === 0) ranger();
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  await build(root);
  await learn(root);
}
