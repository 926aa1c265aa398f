import { expect } from 'chai';
import type { Sexe } from '../../src/domain/heures.ts';
import { LIGNE_VIDE } from '../../src/nlu/heures/valeurs.ts';
import { preciserNom } from '../../src/services/civilites.ts';
import { createCodage } from '../../src/services/personnes.ts';

const coder = createCodage('secret d’essai');
const code = (nom: string): string => coder(nom).code;

describe('services/civilites', () => {
  it('distingue deux noms de famille seuls par leur civilité', () => {
    expect(code('Mme Martin')).not.to.equal(code('M. Martin'));
    expect(code('Madame Le Goff')).not.to.equal(code('monsieur Le Goff'));
    expect(code('Mlle Martin')).to.equal(code('madame martin'));
  });
  it('ne change pas le code d’un nom complet', () => {
    expect(code('M. Luc Verdier')).to.equal(code('luc verdier'));
    expect(code('Mme P-0231')).to.equal(code('P-0231'));
  });

  const CAS: readonly (readonly [sexe: Sexe | null, connus: Record<string, Sexe | null>, attendu: string | null])[] = [
    [null, {}, 'Martin'],
    ['F', {}, 'Mme Martin'],
    [null, { 'Mme Martin': 'F' }, 'Mme Martin'],
    [null, { 'Mme Martin': 'F', 'M. Martin': 'M' }, null],
    ['M', { Martin: 'F' }, 'M. Martin'],
    ['M', { Martin: null }, 'Martin'],
    ['M', { Martin: null, 'M. Martin': 'M' }, 'M. Martin'],
  ];
  for (const [sexe, connus, attendu] of CAS)
    it(`${sexe ?? 'sans civilité'}, connus : ${JSON.stringify(connus)} → ${attendu ?? 'à redemander'}`, () => {
      const ligne = { ...LIGNE_VIDE, beneficiaire: 'Martin', sexe };
      expect(preciserNom(ligne, (nom) => connus[nom])).to.equal(attendu);
    });
});
