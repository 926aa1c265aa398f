import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ecrireHeureLocale } from '../src/channels/heure-locale.ts';
import { readConfig } from '../src/config.ts';
import { loadKnowledge } from '../src/content/knowledge.ts';
import { type GroupeQuestions, grouperQuestions, trouverMalNotees, trouverRelectures } from '../src/domain/veille.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';
import { essayerLiens } from './veille/liens.ts';

// Dit aux rédacteurs ce qui demande leur attention.
//   npm run veille                 questions sans réponse, fiches mal notées, relectures
//   npm run veille -- --liens      essaie aussi les adresses citées (demande le réseau)
//   npm run veille -- --at 2026-12-01

const { values } = parseArgs({ options: { at: { type: 'string' }, liens: { type: 'boolean', default: false } } });
const aujourdhui = (values.at ?? ecrireHeureLocale(new Date())).slice(0, 10);
const racine = rootFolder();
const { knowledge } = loadKnowledge(join(racine, 'knowledge'));
const { fiches, sources } = knowledge;
const store = openJsonStore(readConfig(racine).storeDir);

const titre = (id: string): string => fiches.get(id)?.titre ?? sources.get(id)?.titre ?? 'inconnue';
const section = (nom: string, lignes: readonly string[]): string =>
  [`${nom} (${lignes.length})`, ...(lignes.length > 0 ? lignes.map((ligne) => `  - ${ligne}`) : ['  rien'])].join('\n');

const decrireGroupe = ({ exemple, questions, fiches: proposees, derniere }: GroupeQuestions): string => {
  const [proche] = proposees;
  const sansReponse = questions.some(({ certitude }) => certitude === 'aucune');
  return [
    `${questions.length} × « ${exemple} »`,
    `${sansReponse ? 'sans réponse' : 'réponse hésitante'}, la dernière le ${derniere}`,
    ...(proche === undefined ? [] : [`fiche proche : ${proche}`]),
    ...questions
      .filter(({ texte }) => texte !== exemple)
      .slice(0, 5)
      .map(({ texte }) => `\n      « ${texte} »`),
  ].join(' ; ');
};

const questions = grouperQuestions(await store.questions.all());
const malNotees = trouverMalNotees(await store.avisFiches.all(), fiches);
const { depassees, prochaines } = trouverRelectures({ fiches: fiches.values(), sources: sources.values() }, aujourdhui);
await store.close();

const parties = [
  `Veille du ${aujourdhui} : ${fiches.size} fiches, ${sources.size} sources.`,
  section('Questions sans réponse sûre, par ressemblance', questions.map(decrireGroupe)),
  section(
    'Fiches mal notées depuis leur relecture',
    malNotees.map(({ fiche, utiles, pasUtiles }) => `${fiche} : ${pasUtiles} « pas utile », ${utiles} « utile »`),
  ),
  section(
    'Relectures dépassées',
    depassees.map(({ id, limite }) => `${id} (${titre(id)}), à relire avant le ${limite}`),
  ),
  section(
    'À relire dans les soixante jours',
    prochaines.map(({ id, limite }) => `${id} (${titre(id)}), avant le ${limite}`),
  ),
];
process.stdout.write(`${parties.join('\n\n')}\n`);

if (values.liens) {
  const morts = await essayerLiens(
    [...sources.values()].flatMap(({ id, adresse }) => (adresse ? [{ id, adresse }] : [])),
  );
  process.stdout.write(`\n${section('Liens qui ne répondent pas', morts)}\n`);
}
