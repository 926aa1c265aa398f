import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lireParmi, type Op, op } from './aide.ts';

/** Chantiers d'essai, aux acheteurs, communes et dates de début différents. */
const OPERATIONS: readonly Op[] = [
  op('pasteur', 'École Pasteur', { debut: '2026-02-02', fin: '2027-08-31' }),
  op('camus', 'Collège Camus', {
    donneurOrdre: 'Département du Nord',
    communeInsee: '59606',
    entreprises: ['Ets Caudron'],
    debut: '2026-01-12',
  }),
  op('stade', 'Stade nautique de Denain', {
    donneurOrdre: 'CA de la Porte du Hainaut',
    communeInsee: '59172',
    debut: '2026-09-01',
  }),
  op('rd', 'RD 919', { donneurOrdre: 'Département de la Somme', communeInsee: '80016', debut: '2026-06-15' }),
  op('creche', 'Crèche de Tergnier', { donneurOrdre: 'Ville de Tergnier', communeInsee: '02738', debut: '2026-11-02' }),
  op('halle', 'Halle de Doullens', { donneurOrdre: 'Ville de Doullens', communeInsee: '80253', debut: '2026-10-19' }),
  op('tilleuls', 'Résidence Les Tilleuls - lot 3 peinture', {
    donneurOrdre: 'Vilogia',
    communeInsee: '59512',
    entreprises: ['Ramery Bâtiment', 'Idverde'],
  }),
  op('media', 'Médiathèque de Beauvais', {
    donneurOrdre: 'Ville de Beauvais',
    communeInsee: '60057',
    entreprises: ['Lefèvre et Fils'],
    debut: '2025-09-01',
  }),
];

const DOSSIER = new URL('./messages/', import.meta.url);
const deplier = (texte: string): string => texte.replaceAll('\\n', '\n').replaceAll('\\t', '\t');

/** « premier message >> suite => lignes lues », une saisie par ligne ; « // » sépare les lignes lues. */
const lireFichier = (nom: string): readonly (readonly [messages: string, attendu: string])[] =>
  readFileSync(new URL(nom, DOSSIER), 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
    .map((ligne) => {
      const [messages = '', attendu = ''] = ligne.split(' => ');
      return [messages, attendu];
    });

describe('lire les messages tels que les facilitateurs les tapent', () => {
  for (const nom of readdirSync(DOSSIER).sort())
    it(nom.replace('.txt', ''), () => {
      const cas = lireFichier(nom);
      const lus = cas.map(([messages]) => [
        messages,
        lireParmi(OPERATIONS, messages.split(' >> ').map(deplier)).replaceAll('\n', ' // '),
      ]);
      expect(lus).to.deep.equal(cas);
      expect(cas.length).to.be.greaterThan(10);
    });
});
