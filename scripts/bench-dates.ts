import { existsSync, readFileSync } from 'node:fs';
import { Culture, recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import { fr } from 'chrono-node';
import { z } from 'zod';
import type { Jour } from '../src/domain/dates.ts';
import { plusJours } from '../src/nlu/dates/calendrier.ts';
import { lirePeriode } from '../src/nlu/dates.ts';
import { AUJOURDHUI, DEMANDER, EXPRESSIONS, type Expression } from './bench/dates.ts';

// Les mêmes expressions de date, lues par Clausette et par deux bibliothèques réputées :
//   npm run bench:dates            un tableau par catégorie
//   npm run bench:dates -- -v      avec les expressions que chacune manque

/** Ce qu'un lecteur rend : « jour », « du..au », « demander », ou null s'il n'a rien vu. */
type Lecteur = (texte: string) => string | null;

const dire = (du: Jour, au: Jour): string => (du === au ? du : `${du}..${au}`);
const REFERENCE = new Date(`${AUJOURDHUI}T10:00:00`);

const clausette: Lecteur = (texte) => {
  const lue = lirePeriode(texte, AUJOURDHUI);
  if (lue === null) return null;
  return lue.type === 'periode' ? dire(lue.periode.du, lue.periode.au) : DEMANDER;
};

const jourDe = (date: Date): Jour =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

const chrono: Lecteur = (texte) => {
  const [lue] = fr.parse(texte, REFERENCE);
  if (!lue) return null;
  const debut = jourDe(lue.start.date());
  return dire(debut, lue.end ? jourDe(lue.end.date()) : debut);
};

const Valeurs = z.object({
  values: z.array(
    z.object({ value: z.string().optional(), start: z.string().optional(), end: z.string().optional() }).loose(),
  ),
});

const estJour = (texte: string | undefined): texte is string => /^\d{4}-\d{2}-\d{2}/.test(texte ?? '');

/** Plusieurs lectures : la dernière qui n'est pas à venir, au plus favorable pour elle. */
const recognizers: Lecteur = (texte) => {
  const [lue] = recognizeDateTime(texte, Culture.French, undefined, REFERENCE);
  const resolution = Valeurs.safeParse(lue?.resolution);
  if (!resolution.success) return null;
  const lues = resolution.data.values.flatMap(({ value, start, end }) => {
    if (estJour(value)) return [dire(value.slice(0, 10), value.slice(0, 10))];
    // Elle exclut la fin d'une période de jours, pas celle d'une période d'heures.
    if (estJour(start) && estJour(end))
      return [dire(start.slice(0, 10), end.length > 10 ? end.slice(0, 10) : plusJours(end, -1))];
    if (estJour(start)) return [dire(start.slice(0, 10), AUJOURDHUI)];
    return [];
  });
  return lues.filter((valeur) => valeur <= `${AUJOURDHUI}~`).at(-1) ?? lues[0] ?? null;
};

const LECTEURS: Readonly<Record<string, Lecteur>> = { Clausette: clausette, 'chrono-node': chrono, recognizers };

type Verdict = 'juste' | 'faux' | 'rien';

/** Une plage dont la bibliothèque compte la fin comprise est juste aussi. */
const juger = (lu: string | null, attendu: string): Verdict => {
  if (attendu === DEMANDER) return lu === null || lu === DEMANDER ? 'juste' : 'faux';
  if (lu === null) return 'rien';
  const [du, au] = lu.split('..');
  const finComprise = du !== undefined && au !== undefined ? dire(du, plusJours(au, 1)) : lu;
  return lu === attendu || finComprise === attendu ? 'juste' : lu === DEMANDER ? 'rien' : 'faux';
};

const essayer = (lecteur: Lecteur, texte: string): string | null => {
  try {
    return lecteur(texte);
  } catch {
    return 'plantage';
  }
};

const Rangee = z.object({ champ: z.string(), aujourdhui: z.string(), saisie: z.string(), attendu: z.unknown() });

/** Les dates du fichier d'entrées éprouvées, s'il est là. */
const eprouvees = (): readonly Expression[] => {
  const fichier = new URL('../../shared/eval/french-inputs.jsonl', import.meta.url);
  if (!existsSync(fichier)) return [];
  return readFileSync(fichier, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((ligne) => Rangee.parse(JSON.parse(ligne)))
    .filter(({ champ, aujourdhui }) => champ === 'date' && aujourdhui === AUJOURDHUI)
    .map(({ saisie, attendu }) => [saisie, String(attendu).split(' ')[0] ?? '']);
};

const passage = (lecteur: Lecteur, textes: readonly string[]): number => {
  const debut = process.hrtime.bigint();
  for (const texte of textes) essayer(lecteur, texte);
  return Number(process.hrtime.bigint() - debut) / 1000 / textes.length;
};

const MISE_EN_ROUTE_US = 1_000_000;

/** Microsecondes par expression, médiane de neuf passages après une seconde de mise en route. */
const chronometrer = (lecteur: Lecteur, textes: readonly string[]): number => {
  for (let total = 0; total < MISE_EN_ROUTE_US; ) total += passage(lecteur, textes) * textes.length;
  const passages = Array.from({ length: 9 }, () => passage(lecteur, textes));
  return passages.sort((a, b) => a - b)[4] ?? 0;
};

const bavard = process.argv.includes('-v');
const categories: readonly (readonly [string, readonly Expression[]])[] = [
  ...Object.entries(EXPRESSIONS),
  ['entrées éprouvées', eprouvees()],
];
const noms = Object.keys(LECTEURS);
const ecrire = (ligne: string): boolean => process.stdout.write(`${ligne}\n`);
const colonnes = (titre: string, cellules: readonly string[]): string =>
  titre.padEnd(24) + cellules.map((cellule) => cellule.padStart(22)).join('');

const totaux = new Map(noms.map((nom) => [nom, { juste: 0, faux: 0, rien: 0 }]));
const retards: string[] = [];
ecrire(colonnes('justes / faux / rien', noms));
for (const [categorie, expressions] of categories) {
  if (expressions.length === 0) continue;
  const comptes = noms.map((nom) => {
    const compte = { juste: 0, faux: 0, rien: 0 };
    for (const [texte, attendu] of expressions) {
      const lu = essayer(LECTEURS[nom] ?? (() => null), texte);
      const verdict = juger(lu, attendu);
      compte[verdict] += 1;
      const total = totaux.get(nom);
      if (total) total[verdict] += 1;
      if (bavard && verdict !== 'juste') ecrire(`  ${nom} : « ${texte} » → ${lu ?? 'rien'}, attendu ${attendu}`);
    }
    return compte;
  });
  ecrire(
    colonnes(
      categorie,
      comptes.map(({ juste, faux, rien }) => `${juste} / ${faux} / ${rien}`),
    ),
  );
  const [notre, ...autres] = comptes.map(({ juste }) => juste);
  if (notre === undefined || autres.some((autre) => autre >= notre)) retards.push(categorie);
}
ecrire(
  colonnes(
    'total',
    noms.map((nom) => {
      const total = totaux.get(nom);
      return total ? `${total.juste} / ${total.faux} / ${total.rien}` : '';
    }),
  ),
);
const textes = categories.flatMap(([, expressions]) => expressions.map(([texte]) => texte));
ecrire(
  colonnes(
    'µs par expression',
    noms.map((nom) => chronometrer(LECTEURS[nom] ?? (() => null), textes).toFixed(1)),
  ),
);
ecrire(
  retards.length === 0
    ? 'Clausette est devant dans toutes les catégories.'
    : `Clausette n'est pas devant : ${retards.join(', ')}.`,
);
