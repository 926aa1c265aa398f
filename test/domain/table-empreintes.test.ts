import { expect } from 'chai';
import fc from 'fast-check';
import { TableEmpreintes } from '../../src/domain/table-empreintes.ts';

describe('table d’empreintes', () => {
  it('se lit comme une Map, quelles que soient les clés', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (paires) => {
        const table = new TableEmpreintes(4);
        for (const [cle, valeur] of paires) table.poser(cle, valeur);
        const attendue = new Map(paires);
        expect(table.taille).to.equal(attendue.size);
        for (const [cle, valeur] of attendue) expect(table.lire(cle)).to.equal(valeur);
        expect([...table.valeurs()].sort()).to.deep.equal([...attendue.values()].sort());
        expect(table.lire('clé jamais posée')).to.equal(attendue.get('clé jamais posée'));
      }),
    );
  });

  it('ne confond pas trois cent mille identifiants voisins', () => {
    const table = new TableEmpreintes();
    const nommer = (rang: number): string => `decp:21590350100017-2025${String(rang).padStart(10, '0')}`;
    for (let rang = 0; rang < 300_000; rang += 1) table.poser(nommer(rang), rang);
    expect(table.taille).to.equal(300_000);
    for (let rang = 0; rang < 300_000; rang += 997) expect(table.lire(nommer(rang))).to.equal(rang);
  });
});
