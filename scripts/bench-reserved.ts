import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { lireReservation, type Texte } from '../src/domain/marches/reservation.ts';
import type { Reservation } from '../src/domain/marches.ts';
import { parseNotices } from '../src/import/notices/lire.ts';
import { lireTexte } from '../src/import/notices/lire-un.ts';
import { lireAvisInventes } from '../test/domain/marches/avis-inventes.ts';

// Mesure la détection des réservations : npm run bench:reserved [-- --data ../shared/data]
// Chaque jeu de textes est coupé en deux : lignes impaires (réglage) et paires (mesure).

interface Cas {
  readonly textes: readonly Texte[];
  readonly attendu: boolean;
}
interface Confusion {
  vrais: number;
  manques: number;
  alarmes: number;
  justes: number;
}

const Extraits = z.array(z.object({ champ: z.string(), extrait: z.string(), etiquette: z.string() }));
const Titres = z.array(z.object({ objet: z.string() }));

const estReserve = ({ statut }: Reservation): boolean =>
  statut === 'oui' || statut === 'partiel' || statut === 'probable';

const confondre = (cas: readonly Cas[]): Confusion => {
  const table: Confusion = { vrais: 0, manques: 0, alarmes: 0, justes: 0 };
  for (const { textes, attendu } of cas) {
    const lu = estReserve(lireReservation(textes));
    if (lu && attendu) table.vrais += 1;
    else if (attendu) table.manques += 1;
    else if (lu) table.alarmes += 1;
    else table.justes += 1;
  }
  return table;
};

const montrer = (nom: string, cas: readonly Cas[]): void => {
  const { vrais, manques, alarmes, justes } = confondre(cas);
  const part = cas.length === 0 ? 0 : ((vrais + justes) / cas.length) * 100;
  process.stdout.write(
    `${nom.padEnd(44)} ${String(cas.length).padStart(5)} | réservé lu réservé ${String(vrais).padStart(4)} · manqué ${String(manques).padStart(3)} | fausse alerte ${String(alarmes).padStart(3)} · rien, juste ${String(justes).padStart(5)} | ${part.toFixed(1)} %\n`,
  );
};

const moities = (nom: string, cas: readonly Cas[]): void => {
  montrer(
    `${nom}, réglage`,
    cas.filter((_un, rang) => rang % 2 === 0),
  );
  montrer(
    `${nom}, mesure`,
    cas.filter((_un, rang) => rang % 2 === 1),
  );
};

const lire = (fichier: string): unknown => JSON.parse(readFileSync(fichier, 'utf8'));

const phrases = (): Cas[] =>
  readFileSync('test/domain/marches/phrases.tsv', 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
    .map((ligne) => {
      const [statut = '', , , texte = ''] = ligne.split('\t');
      return { textes: [{ champ: 'objet', texte }], attendu: statut === 'probable' || statut === 'partiel' };
    });

/** Avis inventés, entiers : tous leurs champs ensemble. */
const avisInventes = (fichier: string): void =>
  montrer(
    `avis inventés, ${fichier}`,
    lireAvisInventes(fichier).map(({ statut, textes }) => ({
      textes,
      attendu: /^(?:probable|partiel)$/.test(statut),
    })),
  );

/** Formulaires européens : le statut lu, avis par avis. */
const formulaires = (dossier: string): void => {
  for (const nom of readdirSync(dossier).filter((fichier) => fichier.endsWith('.xml'))) {
    const { avis } = lireTexte(readFileSync(join(dossier, nom), 'utf8'), null);
    const { statut, audiences, lots } = avis.reservation;
    process.stdout.write(
      `  ${nom.padEnd(42)} ${statut.padEnd(9)} ${audiences.join('+')} ${lots.length > 0 ? `lots ${lots.join(',')}` : ''}\n`,
    );
  }
};

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const boamp = join(values.data, 'boamp');

moities('phrases inventées', phrases());
for (const fichier of ['avis-1.tsv', 'avis-2.tsv', 'avis-3.tsv', 'avis-4.tsv']) avisInventes(fichier);
if (existsSync(boamp)) {
  const extraits = Extraits.parse(lire(join(boamp, 'boamp_2021T1_textes_insertion.json')));
  moities(
    'extraits du BOAMP',
    extraits.map(({ champ, extrait, etiquette }) => ({
      textes: [{ champ, texte: extrait }],
      attendu: etiquette === 'reserve',
    })),
  );
  const clauses = extraits.filter(({ etiquette }) => etiquette === 'clause_sociale');
  montrer(
    'clauses d’insertion seules',
    clauses.map(({ champ, extrait }) => ({ textes: [{ champ, texte: extrait }], attendu: false })),
  );
  const titres = Titres.parse(lire(join(boamp, 'boamp_titres_2017-2024.json')));
  moities(
    'titres du BOAMP',
    titres.map(({ objet }) => ({ textes: [{ champ: 'objet', texte: objet }], attendu: false })),
  );
  for (const nom of readdirSync(join(boamp, 'fixtures')).filter((fichier) => fichier.startsWith('eforms'))) {
    const [avis] = parseNotices(readFileSync(join(boamp, 'fixtures', nom), 'utf8'), nom).avis;
    process.stdout.write(
      `  ${nom.padEnd(48)} ${avis?.reservation.statut ?? '?'} ${avis?.reservation.audiences.join('+') ?? ''}\n`,
    );
  }
}
for (const dossier of ['eforms/notices', 'eforms/notices/real_fr', 'ted/xml_reserves_fr'].map((nom) =>
  join(values.data, nom),
))
  if (existsSync(dossier)) {
    process.stdout.write(`${dossier}\n`);
    formulaires(dossier);
  }
