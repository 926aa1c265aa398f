import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lireLieu, lireLieux } from '../../../src/nlu/lieux/lire.ts';
import { index } from './index-de-test.ts';
import { resumer } from './resumer.ts';

// Une ligne par message : le texte, une tabulation, la lecture attendue (voir `resumer`).
const cas = readFileSync(new URL('./cas.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((ligne) => ligne.split('\t'));

describe('lire un lieu', () => {
  for (const [texte = '', attendu = ''] of cas)
    it(`« ${texte} » : ${attendu}`, () => expect(resumer(lireLieu(texte, index))).to.equal(attendu));

  it('rend la saisie telle que tapée quand il hésite ou ne connaît pas', () => {
    expect(lireLieu('facilitateur à BOULOGNE svp', index)).to.include({ type: 'ambigu', saisie: 'BOULOGNE' });
    expect(lireLieu('qui pour Bidule-sur-Machin ?', index)).to.deep.equal({
      type: 'inconnu',
      saisie: 'Bidule-sur-Machin',
    });
  });

  it('propose le lieu le plus peuplé d’abord', () => {
    const lecture = lireLieu('villeneuve', index);
    const populations =
      lecture.type === 'ambigu'
        ? lecture.choix.flatMap((lieu) => (lieu.type === 'commune' ? [lieu.commune.population] : []))
        : [];
    expect(populations).to.have.length.greaterThan(3);
    expect(populations).to.deep.equal(populations.toSorted((a, b) => b - a));
  });

  it('lit plusieurs lieux dans l’ordre', () => {
    expect(lireLieux('Lille, Roubaix et Wattrelos', index).map(resumer)).to.deep.equal(['59350', '59512', '59650']);
    expect(lireLieux('bonjour', index)).to.deep.equal([]);
  });
});
