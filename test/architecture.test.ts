import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';

/** Qui peut importer qui : zones du projet et paquets ; tout le reste est un écart. */
interface Regle {
  readonly zones: readonly string[];
  readonly paquets: readonly string[];
  /** Modules de Node permis. */
  readonly node: boolean;
}

const REGLES: Readonly<Record<string, Regle>> = {
  'src/domain': { zones: ['src/domain'], paquets: ['zod', 'temporal-polyfill'], node: false },
  'src/nlu': { zones: ['src/nlu', 'src/domain'], paquets: ['natural', 'temporal-polyfill'], node: false },
  'src/content': {
    zones: ['src/content', 'src/domain'],
    paquets: ['zod', 'yaml', '@etalab/decoupage-administratif'],
    node: true,
  },
  'src/import': {
    zones: ['src/import', 'src/domain'],
    paquets: ['zod', 'hyparquet', 'hyparquet-compressors'],
    node: true,
  },
  'src/store': { zones: ['src/store', 'src/domain'], paquets: ['zod', 'lowdb'], node: true },
  'src/channels': {
    zones: ['src/channels', 'src/domain', 'dialogs/kit/reply'],
    paquets: ['botbuilder', 'restify', 'ws', 'zod'],
    node: true,
  },
  'src/web': { zones: ['src/web', 'src/domain'], paquets: ['restify', 'zod'], node: true },
  'src/pipeline': { zones: ['src/pipeline', 'src/domain', 'dialogs/kit', 'src/store/port'], paquets: [], node: false },
  'src/services': {
    zones: [
      'src/services',
      'src/domain',
      'src/nlu',
      'src/content',
      'src/store/port',
      'dialogs/services',
      'dialogs/kit',
    ],
    paquets: [],
    node: true,
  },
  dialogs: { zones: ['dialogs', 'src/domain'], paquets: ['zod'], node: false },
};

const lister = (dossier: string): string[] =>
  readdirSync(dossier).flatMap((nom) => {
    const chemin = join(dossier, nom);
    if (statSync(chemin).isDirectory()) return lister(chemin);
    return /\.ts$/.test(nom) && !nom.endsWith('.d.ts') ? [chemin] : [];
  });

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;

const importsDe = (fichier: string): string[] =>
  [...readFileSync(fichier, 'utf8').matchAll(IMPORT)].map((trouve) => trouve[1] ?? trouve[2] ?? trouve[3] ?? '');

const zoneDe = (fichier: string): string | undefined =>
  Object.keys(REGLES).find((zone) => fichier.startsWith(`${zone}/`));

const estNode = (module_: string): boolean => module_.startsWith('node:') || builtinModules.includes(module_);

const permis = (fichier: string, importe: string, regle: Regle): boolean => {
  if (importe.startsWith('.')) {
    const vise = relative('.', normalize(join(dirname(fichier), importe)));
    return regle.zones.some((zone) => vise.startsWith(`${zone}/`) || vise === `${zone}.ts`);
  }
  if (estNode(importe)) return regle.node;
  return regle.paquets.some((paquet) => importe === paquet || importe.startsWith(`${paquet}/`));
};

const fichiers = [...lister('src'), ...lister('dialogs')];

describe('architecture', () => {
  it('n’a aucun import hors de la table', () => {
    const ecarts = fichiers.flatMap((fichier) => {
      const zone = zoneDe(fichier);
      const regle = zone === undefined ? undefined : REGLES[zone];
      if (!regle) return [];
      return importsDe(fichier)
        .filter((importe) => !permis(fichier, importe, regle))
        .map((importe) => `${fichier} → ${importe}`);
    });
    expect(ecarts).to.deep.equal([]);
  });
  it('voit bien les imports : la table de test refuse un import interdit', () => {
    const domaine = REGLES['src/domain'];
    if (!domaine) throw new Error('zone absente');
    expect(permis('src/domain/dates.ts', 'node:fs', domaine)).to.equal(false);
    expect(permis('src/domain/dates.ts', '../store/port.ts', domaine)).to.equal(false);
    expect(permis('src/domain/dates.ts', './heures.ts', domaine)).to.equal(true);
    expect(importsDe('src/main.ts')).to.include('./service.ts');
  });
  it('ne lit l’environnement que dans config.ts', () => {
    const lecteurs = fichiers.filter((fichier) => /process\.env/.test(readFileSync(fichier, 'utf8')));
    expect(lecteurs).to.deep.equal(['src/config.ts']);
  });
  it('n’ouvre natural que par une porte', () => {
    const portes = fichiers.filter((fichier) => importsDe(fichier).some((importe) => importe.startsWith('natural')));
    expect(portes).to.deep.equal(['src/nlu/racines.ts']);
  });
  it('n’a ni any, ni conversion forcée, ni à-faire', () => {
    const ecarts = fichiers.filter((fichier) =>
      /\bas any\b|: any\b|\bas unknown as\b|\b(?:TODO|FIXME|XXX)\b/.test(readFileSync(fichier, 'utf8')),
    );
    expect(ecarts).to.deep.equal([]);
  });
  it('ne lit pas l’heure ni le hasard dans le métier, la compréhension et les conversations', () => {
    const purs = fichiers.filter((fichier) => /^(?:src\/domain|src\/nlu|dialogs)\//.test(fichier));
    const impurs = purs.filter((fichier) =>
      /\bnew Date\(\)|Date\.now\(|Math\.random\(|Temporal\.Now/.test(readFileSync(fichier, 'utf8')),
    );
    expect(impurs).to.deep.equal([]);
  });
  it('garde les fichiers courts', () => {
    const longs = fichiers.filter((fichier) => readFileSync(fichier, 'utf8').split('\n').length > 250);
    expect(longs).to.deep.equal([]);
  });
});
