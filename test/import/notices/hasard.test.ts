import { expect } from 'chai';
import fc from 'fast-check';
import { lireClauseSociale } from '../../../src/domain/marches/clause.ts';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';
import { FiltreMarches, Reservation } from '../../../src/domain/marches.ts';
import { parseNotices } from '../../../src/import/notices/lire.ts';
import { lireFiltreMarches } from '../../../src/nlu/marches.ts';
import { HAUTS_DE_FRANCE } from '../../support/region.ts';

const MOTS =
  'lot lots marché réservé réservés aux ESAT SIAE heures 12 3 % h L. 2113-13 n’est pas clause ; . : ( ) - à et avant le 31/02 02 60 noël dans jours'.split(
    ' ',
  );
const phrase = fc.array(fc.constantFrom(...MOTS), { maxLength: 40 }).map((mots) => mots.join(' '));
const texte = fc.oneof(phrase, fc.string({ unit: 'grapheme' }));

describe('avis au hasard', () => {
  it('lit une réservation valide, et une preuve sauf si rien n’est connu', () => {
    fc.assert(
      fc.property(texte, (lu) => {
        const reservation = Reservation.parse(lireReservation([{ champ: 'objet', texte: lu }]));
        expect(reservation.preuve === null).to.equal(reservation.statut === 'inconnu');
        if (reservation.statut === 'partiel') expect(reservation.lots).to.not.deep.equal([]);
      }),
    );
  });

  it('ne donne des heures qu’à une clause présente', () => {
    fc.assert(
      fc.property(texte, (lu) => {
        const { presente, heures } = lireClauseSociale([{ champ: 'c', texte: lu }]);
        expect(heures !== null && presente !== true).to.equal(false);
      }),
    );
  });

  it('rend toujours un filtre valide', () => {
    fc.assert(
      fc.property(texte, (lu) => {
        const filtre = lireFiltreMarches(lu, {
          aujourdhui: '2026-11-21',
          secteurs: [],
          lieu: { type: 'aucun' },
          region: HAUTS_DE_FRANCE,
        });
        expect(FiltreMarches.parse(filtre)).to.deep.equal(filtre);
      }),
    );
  });

  it('ne lève jamais, et un fichier illisible est un problème dit', () => {
    const valeur = fc.oneof(
      fc.jsonValue(),
      fc.record({ idweb: fc.jsonValue(), objet: fc.jsonValue(), donnees: fc.json() }),
    );
    const fichier = fc.oneof(
      texte,
      valeur.map((lu) => JSON.stringify(lu)),
      valeur.map((lu) => JSON.stringify({ results: [lu] }).slice(0, -2)),
    );
    fc.assert(
      fc.property(fichier, (lu) => {
        const { avis, problems } = parseNotices(lu, 'f');
        for (const probleme of problems) expect(probleme.line).to.be.at.least(1);
        expect(avis.length + problems.length).to.be.at.least(0);
      }),
    );
  });
});
