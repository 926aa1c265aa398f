import { expect } from 'chai';
import { lireClauseSociale } from '../../../src/domain/marches/clause.ts';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';
import { lireAvisInventes } from './avis-inventes.ts';

describe('avis inventés', () => {
  for (const fichier of ['avis-1.tsv', 'avis-2.tsv', 'avis-3.tsv', 'avis-4.tsv'])
    for (const { texte, textes, statut, audiences, lots, clause } of lireAvisInventes(fichier))
      it(`${fichier} : ${texte.slice(0, 80)}`, () => {
        const lue = lireReservation(textes);
        expect([lue.statut, lue.audiences.join('+'), lue.lots.join(',')]).to.deep.equal([statut, audiences, lots]);
        const { presente, heures } = lireClauseSociale(textes);
        const dite = presente === null ? '-' : presente ? `oui${heures === null ? '' : `:${heures}`}` : 'non';
        expect(dite).to.equal(clause);
      });
});
