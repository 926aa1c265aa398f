import { expect } from 'chai';
import type { z } from 'zod';
import { IndexAvis } from '../../../src/domain/marches/index-avis.ts';
import { listerRetours } from '../../../src/domain/marches/retours.ts';
import { Avis, FiltreMarches } from '../../../src/domain/marches.ts';

const contrat = (id: string, reste: Partial<z.input<typeof Avis>> = {}): Avis =>
  Avis.parse({
    id: `decp:${id}`,
    source: 'decp',
    nature: 'attribution',
    objet: 'Entretien des espaces verts du parc',
    acheteur: 'Ville de Lens',
    departements: ['62'],
    lieu: '62300',
    publieLe: '2024-06-20',
    notifieLe: '2024-06-01',
    dateLimite: null,
    heureLimite: null,
    adresse: null,
    cpv: ['77310000'],
    lots: [],
    reservation: { statut: 'oui', audiences: ['EA_ESAT'], lots: [], preuve: 'Marché réservé' },
    clauseSociale: { presente: null, heures: null },
    montant: 80_000,
    dureeMois: 36,
    titulaires: ['Atelier X'],
    lies: [],
    ...reste,
  });

const retours = (avis: readonly Avis[], filtre: Partial<FiltreMarches> = {}) => {
  const index = new IndexAvis([]);
  index.ajouter(avis);
  return listerRetours(index, FiltreMarches.parse(filtre), '2026-11-21');
};

describe('bientôt de retour', () => {
  it('prévoit la fin, la parution quatre mois avant et l’appel trois mois plus tôt', () => {
    const [retour] = retours([contrat('1')]);
    expect([retour?.fin, retour?.parution, retour?.appeler, retour?.confiance]).to.deep.equal([
      '2027-06-01',
      '2027-02-01',
      '2026-11-01',
      'moyenne',
    ]);
  });

  it('ne montre ni ce qui finit trop tôt ou trop tard, ni ce qui n’est ni réservé ni clausé, ni un simple avis', () => {
    const non = { statut: 'non' as const, audiences: [], lots: [], preuve: null };
    expect(retours([contrat('1', { dureeMois: 31 })])).to.have.length(0);
    expect(retours([contrat('1', { dureeMois: 48 })])).to.have.length(0);
    expect(retours([contrat('1', { dureeMois: null })])).to.have.length(0);
    expect(retours([contrat('1', { reservation: non })])).to.have.length(0);
    expect(
      retours([contrat('1', { reservation: non, clauseSociale: { presente: true, heures: null } })]),
    ).to.have.length(1);
    expect(retours([contrat('1', { nature: 'avis' })])).to.have.length(0);
  });

  it('oublie un contrat déjà remplacé, et croit mieux ce qui s’est déjà renouvelé', () => {
    expect(retours([contrat('1'), contrat('2', { notifieLe: '2026-06-01' })])).to.have.length(0);
    const [retour] = retours([contrat('1'), contrat('0', { notifieLe: '2020-06-01' })]);
    expect([retour?.confiance, retour?.precedents]).to.deep.equal(['bonne', 2]);
  });

  it('filtre par lieu', () => expect(retours([contrat('1')], { departements: ['59'] })).to.have.length(0));
});
