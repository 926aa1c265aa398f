import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Ecriture } from '../../src/domain/heures.ts';
import type { FaitParcours } from '../../src/domain/parcours/faits.ts';
import { appliquerConservation, programmerConservation } from '../../src/services/conservation.ts';
import { openJsonStore } from '../../src/store/json/open.ts';
import type { Store } from '../../src/store/port.ts';

const origine = (le: string) => ({ auteur: 'f', canal: 'essai', message: 'm', le: `${le}T10:00:00+01:00` });
const saisie = (id: string, beneficiaire: string, jour: string): Ecriture => ({
  type: 'saisie',
  id,
  alertes: [],
  ligne: {
    operation: 'OP-1',
    beneficiaire,
    debut: jour,
    fin: jour,
    heures: 7,
    entreprise: null,
    publics: [],
    sexe: null,
    anneeNaissance: null,
    modalite: null,
    sortie: null,
  },
  origine: origine(jour),
});
const suivi = (personne: string, le: string): FaitParcours => ({
  type: 'suivi',
  id: `suivi-${le}`,
  personne,
  mois: 12,
  situation: 'CDI',
  origine: origine(le),
});

/** Horloge qu'on avance à la main ; rien ne se passe tout seul. */
class FausseHorloge {
  #instant: number;
  #attendu: { readonly a: number; readonly action: () => void } | null = null;

  constructor(le: string) {
    this.#instant = Date.parse(le);
  }

  readonly maintenant = (): Date => new Date(this.#instant);
  readonly programmer = (attente: number, action: () => void): (() => void) => {
    this.#attendu = { a: this.#instant + attente, action };
    return () => {
      this.#attendu = null;
    };
  };

  get prochain(): string | null {
    return this.#attendu === null ? null : new Date(this.#attendu.a).toISOString();
  }

  sonner(): void {
    const attendu = this.#attendu;
    if (attendu === null) throw new Error('rien n’est programmé');
    this.#attendu = null;
    this.#instant = attendu.a;
    attendu.action();
  }
}

describe('durée de conservation', () => {
  let dossier: string;
  let store: Store;
  const LE = { le: new Date('2026-11-22T03:00:00Z'), canal: 'service' };
  const codes = async (): Promise<string[]> =>
    [...(await store.registre.index()).lignes.values()].map(({ ligne }) => ligne.beneficiaire);

  beforeEach(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'clausette-conservation-'));
    store = openJsonStore(dossier);
    await store.registre.append([
      saisie('s1', 'P-ANCIEN', '2020-01-15'),
      saisie('s2', 'P-ANCIEN', '2021-02-15'),
      saisie('s3', 'P-RECENT', '2026-01-15'),
      saisie('s4', 'P-SUIVI', '2020-01-15'),
    ]);
    await store.parcours.put([suivi('P-SUIVI', '2024-03-01'), suivi('P-SANS-HEURES', '2019-03-01')]);
  });
  afterEach(async () => {
    await store.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('anonymise qui n’a ni heure ni fait de parcours depuis la durée, et recommencer ne change rien', async () => {
    expect(await appliquerConservation({ store, mois: 60 }, { ...LE, essai: true })).to.equal(2);
    expect(await codes()).to.include('P-ANCIEN');
    expect(await appliquerConservation({ store, mois: 60 }, LE)).to.equal(2);
    const [un, deux, trois, quatre] = await codes();
    expect(un).to.match(/^X-/).and.equal(deux);
    expect([trois, quatre]).to.deep.equal(['P-RECENT', 'P-SUIVI']);
    const ecrites = (await store.registre.all()).length;
    expect(await appliquerConservation({ store, mois: 60 }, LE)).to.equal(0);
    expect((await store.registre.all()).length).to.equal(ecrites);
  });
  it('en garde la trace au registre, sans rien qui désigne la personne', async () => {
    await appliquerConservation({ store, mois: 60 }, LE);
    const notes = (await store.registre.all()).filter(({ type }) => type === 'anonymisation');
    expect(notes).to.have.length(2);
    expect(notes[0]?.origine).to.deep.equal({
      auteur: 'conservation',
      canal: 'service',
      message: '60 mois',
      le: LE.le.toISOString(),
    });
    for (const nom of readdirSync(dossier).filter((nom) => nom.endsWith('son')))
      expect(readFileSync(join(dossier, nom), 'utf8'), nom).to.not.match(/P-ANCIEN|P-SANS-HEURES/);
  });
  it('note après coup une anonymisation qu’un arrêt a coupée, pour qu’un import ne renomme pas la personne', async () => {
    await store.remplacerCodes(new Map([['P-RECENT', 'X-ABCDEF']]));
    expect((await store.registre.index()).lignes.anonyme('s3')).to.equal(false);
    await appliquerConservation({ store, mois: 600 }, LE);
    expect((await store.registre.index()).lignes.anonyme('s3')).to.equal(true);
    await appliquerConservation({ store, mois: 600 }, LE);
    expect((await store.registre.all()).filter(({ type }) => type === 'anonymisation')).to.have.length(1);
  });
  it('passe chaque nuit à 3 h 40, heure de Paris, et se laisse arrêter', async () => {
    const horloge = new FausseHorloge('2026-11-21T10:00:00+01:00');
    const evenements: string[] = [];
    let fini = (): void => undefined;
    const signaler = (evenement: string, details: Readonly<Record<string, string>>) => {
      evenements.push(`${evenement} ${details.persons}`);
      fini();
    };
    const arreter = programmerConservation({ store, mois: 60, horloge, signaler });
    expect(horloge.prochain).to.equal('2026-11-22T02:40:00.000Z');
    for (const attendu of ['retention-applied 2', 'retention-applied 0']) {
      const passe = new Promise<void>((resolve) => {
        fini = resolve;
      });
      horloge.sonner();
      await passe;
      await new Promise((resolve) => setImmediate(resolve));
      expect(evenements.at(-1)).to.equal(attendu);
    }
    expect(horloge.prochain).to.equal('2026-11-24T02:40:00.000Z');
    arreter();
    expect(horloge.prochain).to.equal(null);
  });
});
