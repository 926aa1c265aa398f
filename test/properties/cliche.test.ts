import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Ecriture, LigneHeures } from '../../src/domain/heures.ts';
import type { IndexRegistre } from '../../src/domain/indicateurs/index-registre.ts';
import { rejouer } from '../../src/domain/registre.ts';
import { anonymiser } from '../../src/services/anonymiser.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

const origine = { auteur: 'f', canal: 'essai', message: 'm/1', le: '2026-11-21T10:00:00+01:00' };
const CODES = ['P-0001', 'P-0002', 'P-0003'] as const;

const ligne = (beneficiaire: string, heures: number): LigneHeures => ({
  operation: `OP-${heures % 3}`,
  beneficiaire,
  debut: '2026-10-01',
  fin: '2026-10-02',
  heures,
  entreprise: heures % 2 === 0 ? 'Batinord' : null,
  publics: heures % 2 === 0 ? ['RSA', 'QPV'] : [],
  sexe: 'F',
  anneeNaissance: 1990,
  modalite: 'ETTI',
  sortie: null,
});

/** Ce qui peut arriver au registre, au cliché, ou au service. */
type Geste =
  | { readonly type: 'saisie' | 'correction'; readonly cible: number; readonly code: number; readonly heures: number }
  | { readonly type: 'annulation' | 'validation' | 'redonne'; readonly cible: number }
  | { readonly type: 'arret' | 'cliche-coupe' | 'cliche-abime' | 'cliche-ancien' | 'cliche-perdu' | 'provisoire' }
  | { readonly type: 'registre-coupe'; readonly octets: number };

const cible = fc.nat(6);
const geste: fc.Arbitrary<Geste> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('saisie' as const, 'correction' as const),
      cible,
      code: fc.nat(2),
      heures: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('annulation', 'validation', 'redonne'), cible }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom('arret', 'cliche-coupe', 'cliche-abime', 'cliche-ancien', 'cliche-perdu', 'provisoire'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('registre-coupe' as const), octets: fc.integer({ min: 1, max: 400 }) }),
  },
);

const ecritureDe = (fait: Geste, rang: number): Ecriture | null => {
  switch (fait.type) {
    case 'saisie':
      return {
        type: 'saisie',
        id: `s${rang}`,
        ligne: ligne(CODES[fait.code] ?? 'P', fait.heures),
        alertes: [],
        origine,
      };
    case 'correction':
      return {
        type: 'correction',
        id: `c${rang}`,
        vise: `s${fait.cible}`,
        ligne: ligne(CODES[fait.code] ?? 'P', fait.heures),
        origine,
      };
    case 'annulation':
      return { type: 'annulation', id: `a${rang}`, vise: `s${fait.cible}`, origine };
    case 'validation':
      return { type: 'validation', id: `v${rang}`, mois: `2026-0${fait.cible + 1}`, origine };
    default:
      return null;
  }
};

/** Tout ce qu'un index sait dire, pour comparer deux façons de l'obtenir. */
const dire = (index: IndexRegistre) => ({
  lignes: [...index.lignes.entries()],
  taille: index.taille,
  validations: [...index.validations],
  histoires: CODES.map((beneficiaire) => index.retrouver({ beneficiaire })),
  operations: index.retrouver({ operation: 'OP-1' }),
  colonnes: [...index.lignes.colonnes.marques.subarray(0, index.lignes.colonnes.taille)],
  correction: index.derniereCorrection('f'),
});

/** Un dépôt qui photographie son index à chaque écriture, et ce qu'on peut lui faire. */
class Banc {
  readonly dossier = mkdtempSync(join(tmpdir(), 'clausette-cliche-'));
  store: Store = this.#ouvrir();
  #ancien: Buffer | null = null;

  #ouvrir(): Store {
    return openJsonStore(this.dossier, undefined, { seuilCliche: 1 });
  }

  get cliche(): string {
    return join(this.dossier, 'heures.cliche');
  }

  /** Arrête comme une panne le ferait (`brutal` : rien n'est photographié), abîme, et relance. */
  async relancer(abimer: () => void, brutal = false): Promise<void> {
    const avant = existsSync(this.cliche) ? readFileSync(this.cliche) : null;
    await this.store.registre.index();
    await this.store.close();
    if (brutal && avant) writeFileSync(this.cliche, avant);
    if (brutal && !avant) rmSync(this.cliche, { force: true });
    abimer();
    this.store = this.#ouvrir();
    this.#ancien ??= avant;
  }

  async rouvrir(): Promise<void> {
    this.store = this.#ouvrir();
  }

  async subir(fait: Geste, rang: number): Promise<void> {
    const cliche = this.cliche;
    const present = () => existsSync(cliche);
    if (fait.type === 'arret') return this.relancer(() => undefined, rang % 2 === 0);
    if (fait.type === 'cliche-perdu') return this.relancer(() => rmSync(cliche, { force: true }));
    if (fait.type === 'provisoire') return this.relancer(() => writeFileSync(`${cliche}.999.tmp`, 'coupé'));
    if (fait.type === 'cliche-coupe')
      return this.relancer(() => present() && truncateSync(cliche, Math.floor(readFileSync(cliche).length * 0.7)));
    if (fait.type === 'cliche-ancien')
      return this.relancer(() => this.#ancien !== null && writeFileSync(cliche, this.#ancien));
    if (fait.type === 'cliche-abime')
      return this.relancer(() => {
        if (!present()) return;
        const octets = readFileSync(cliche);
        const place = octets.length - 1 - (rang % 40);
        octets[place] = (octets[place] ?? 0) ^ 0xff;
        writeFileSync(cliche, octets);
      });
    if (fait.type === 'registre-coupe')
      return this.relancer(() => {
        // Une sauvegarde plus ancienne est remise en place : le cliché en sait plus que le registre.
        const registre = join(this.dossier, 'heures.ndjson');
        truncateSync(registre, Math.max(0, readFileSync(registre).length - fait.octets));
      });
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.dossier, { recursive: true, force: true });
  }
}

/** Le même registre, lu sans aucun cliché. */
const lireSansCliche = async (dossier: string): Promise<ReturnType<typeof dire>> => {
  const copie = mkdtempSync(join(tmpdir(), 'clausette-cliche-'));
  cpSync(join(dossier, 'heures.ndjson'), join(copie, 'heures.ndjson'));
  const store = openJsonStore(copie);
  try {
    return dire(await store.registre.index());
  } finally {
    await store.close();
    rmSync(copie, { recursive: true, force: true });
  }
};

describe('propriétés du cliché de l’index', function () {
  this.timeout(120_000);

  it('quoi qu’il arrive au cliché, l’index est celui que le registre donne', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geste, { minLength: 1, maxLength: 14 }), async (suite) => {
        const banc = new Banc();
        try {
          const ecrites: Ecriture[] = [];
          for (const [rang, fait] of suite.entries()) {
            const ecriture = fait.type === 'redonne' ? (ecrites[fait.cible] ?? null) : ecritureDe(fait, rang);
            if (ecriture === null) await banc.subir(fait, rang);
            else await banc.store.registre.append([ecriture]);
            if (ecriture !== null) ecrites.push(ecriture);
          }
          const vu = dire(await banc.store.registre.index());
          expect(vu).to.deep.equal(await lireSansCliche(banc.dossier));
          expect(vu.lignes).to.deep.equal([...rejouer(await banc.store.registre.all()).entries()]);
        } finally {
          await banc.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('une personne effacée quitte le registre, le cliché et ses restes, pour tous les processus', async () => {
    const personne = fc.constantFrom(...CODES);
    await fc.assert(
      fc.asyncProperty(fc.array(geste, { minLength: 3, maxLength: 10 }), personne, async (suite, code) => {
        const banc = new Banc();
        const autre = openJsonStore(banc.dossier, undefined, { seuilCliche: 1 });
        try {
          for (const [rang, fait] of suite.entries()) {
            const ecriture = ecritureDe(fait, rang);
            if (ecriture) await banc.store.registre.append([ecriture]);
          }
          await autre.registre.index();
          writeFileSync(`${banc.cliche}.999.tmp`, `reste d’une panne : ${code}`);
          const avant = dire(await banc.store.registre.index()).lignes.map(([id, { ligne: lue }]) => [id, lue.heures]);
          await anonymiser([code], { store: banc.store, origine });
          await banc.store.close();
          // L'autre processus, qui avait lu l'ancien code, écrit le dernier et photographie ce qu'il sait.
          await autre.registre.append([{ type: 'validation', id: 'v-autre', mois: '2026-12', origine }]);
          await autre.close();
          for (const nom of readdirSync(banc.dossier).filter((nom) => /heures|parcours/.test(nom)))
            expect(readFileSync(join(banc.dossier, nom), 'latin1'), nom).to.not.contain(code);
          await banc.rouvrir();
          const apres = dire(await banc.store.registre.index());
          expect(apres.lignes.map(([id, { ligne: lue }]) => [id, lue.heures])).to.deep.equal(avant);
          expect(apres).to.deep.equal(await lireSansCliche(banc.dossier));
        } finally {
          await banc.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('un cliché d’avant un effacement, remis en place, ne rend pas l’ancien code', async () => {
    const banc = new Banc();
    try {
      // Assez de lignes pour que ni le début ni la fin du registre, que l'empreinte regarde, ne changent.
      const ecritures = Array.from({ length: 900 }, (_, rang): Ecriture => {
        const code = rang === 450 ? 'P-0009' : 'P-0001';
        return { type: 'saisie', id: `s${rang}`, ligne: ligne(code, 1 + (rang % 9)), alertes: [], origine };
      });
      await banc.store.registre.append(ecritures);
      await banc.relancer(() => undefined);
      const ancien = readFileSync(banc.cliche);
      await banc.store.remplacerCodes(new Map([['P-0009', 'X-ABCD']]));
      await banc.relancer(() => writeFileSync(banc.cliche, ancien));
      const index = await banc.store.registre.index();
      expect(index.lignes.deBeneficiaire('P-0009')).to.have.length(0);
      expect(index.lignes.deBeneficiaire('X-ABCD')).to.have.length(1);
      expect(readFileSync(banc.cliche, 'latin1')).to.not.contain('P-0009');
    } finally {
      await banc.close();
    }
  });
});
