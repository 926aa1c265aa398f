import { expect } from 'chai';
import type { Ecriture, LigneHeures } from '../../src/domain/heures.ts';
import { calculerSolde, dernieresSaisies, rejouer, sommer } from '../../src/domain/registre.ts';
import { ligne as creerLigne, operation as creerOperation } from './heures/lignes.ts';

const ligne = (heures: number): LigneHeures => creerLigne({ heures });
const origine = (message: string, auteur = 'f') => ({
  auteur,
  canal: 'essai',
  message,
  le: '2026-11-21T10:00:00+01:00',
});
const saisie = (id: string, heures: number, message = id, auteur = 'f'): Ecriture => ({
  type: 'saisie',
  id,
  ligne: ligne(heures),
  alertes: [],
  origine: origine(message, auteur),
});
const operation = creerOperation();

describe('registre', () => {
  it('rejoue saisies, corrections et annulations', () => {
    const actives = rejouer([
      saisie('a', 35),
      saisie('b', 7),
      { type: 'correction', id: 'c', vise: 'a', ligne: ligne(28), origine: origine('c') },
      { type: 'annulation', id: 'd', vise: 'b', origine: origine('d') },
    ]);
    expect([...actives.values()].map((active) => [active.id, active.ligne.heures])).to.deep.equal([['a', 28]]);
  });
  it('ignore la correction d’une saisie annulée', () => {
    const actives = rejouer([
      saisie('a', 35),
      { type: 'annulation', id: 'd', vise: 'a', origine: origine('d') },
      { type: 'correction', id: 'c', vise: 'a', ligne: ligne(28), origine: origine('c') },
    ]);
    expect(actives.size).to.equal(0);
  });
  it('somme sans erreur de virgule flottante', () => {
    expect(sommer([0.1, 0.2, 163_156.1, 0.1])).to.equal(163_156.5);
  });
  it('calcule le solde dû et fait, surplus compris', () => {
    const solde = calculerSolde(operation, rejouer([saisie('a', 70), saisie('b', 40.5)]).values());
    expect(solde).to.deep.equal({ operation: 'OP-1', prevues: 100, realisees: 110.5, reste: -10.5, taux: 1.105 });
  });
  it('retrouve toutes les lignes du dernier message de l’auteur, et d’aucun autre', () => {
    const actives = rejouer([
      saisie('a', 1, 'm1'),
      saisie('b', 2, 'm2'),
      saisie('c', 3, 'm2'),
      saisie('d', 4, 'm3', 'g'),
    ]);
    expect(dernieresSaisies(actives.values(), 'f').map(({ id }) => id)).to.deep.equal(['b', 'c']);
  });
});
