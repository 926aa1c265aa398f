import { expect } from 'chai';
import fc from 'fast-check';
import { decouperCsv, type Rangee } from '../../src/import/decouper-csv.ts';

/** Donne le texte par morceaux de `taille` signes : une coupure ne doit rien changer. */
async function* morceaux(texte: string, taille: number): AsyncGenerator<string> {
  for (let place = 0; place < texte.length; place += taille) yield texte.slice(place, place + taille);
}

const lire = async (texte: string, taille = 7): Promise<Rangee[]> => {
  const lues: Rangee[] = [];
  for await (const rangee of decouperCsv(morceaux(texte, taille), ';')) lues.push(rangee);
  return lues;
};

const ecrire = (texte: string): string => `"${texte.replaceAll('"', '""')}"`;

describe('découpage CSV', () => {
  it('relit toute case écrite entre guillemets, retours à la ligne et séparateurs compris', async () => {
    const texte = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', ' ', ','), maxLength: 8 });
    const tableau = fc.array(fc.array(texte, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tableau, fc.integer({ min: 1, max: 20 }), async (rangees, taille) => {
        const csv = rangees.map((cases) => cases.map(ecrire).join(';')).join('\r\n');
        const lues = await lire(csv, taille);
        expect(lues.map((rangee) => (rangee.type === 'cases' ? rangee.cases : null))).to.deep.equal(
          rangees.map((cases) => cases.map((une) => une.trim())),
        );
      }),
    );
  });
  it('numérote chaque rangée par sa première ligne, vides comprises', async () => {
    const lues = await lire('a;b\n\n"1\n2";x\n3;4\n');
    expect(lues.map(({ numero }) => numero)).to.deep.equal([1, 3, 5]);
  });
  it('ne refuse que la ligne au guillemet oublié, et lit les suivantes', async () => {
    const suite = Array.from({ length: 80 }, (_, rang) => `${rang};x`).join('\n');
    const lues = await lire(`a;b\n1;"oublié\n${suite}\n`);
    expect(lues.filter(({ type }) => type === 'guillemets').map(({ numero }) => numero)).to.deep.equal([2]);
    expect(lues).to.have.length(82);
    expect(await lire('a;b\n1;2"3"\n4;5')).to.deep.include({ type: 'guillemets', numero: 2 });
  });
  it('lit les fins de ligne de Windows, d’Unix et des anciens Mac', async () => {
    for (const fin of ['\r\n', '\n', '\r'])
      expect(
        (await lire(['a;b', '1;2', '3;4'].join(fin))).map((r) => (r.type === 'cases' ? r.cases.join() : '')),
      ).to.deep.equal(['a,b', '1,2', '3,4']);
  });
});
