import { expect } from 'chai';
import type { Avis } from '../../src/domain/marches.ts';
import { creerAvis } from '../support/avis.ts';
import { Clausette, lisible } from '../support/clausette.ts';

const avis = (id: string, reste: Parameters<typeof creerAvis>[1] = {}): Avis => creerAvis(`boamp:${id}`, reste);

describe('alertes de marchés', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  const dire = async (texte: string): Promise<string> => lisible(await clausette.dire(texte));

  beforeEach(async () => {
    clausette = await Clausette.create();
    await clausette.store.avis.put([avis('26-1')]);
  });
  afterEach(() => clausette.close());

  it('annonce un nouvel avis à la visite suivante, une seule fois', async () => {
    expect(await dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne')).to.contain('alerte 1');
    expect(await dire('bonjour')).not.to.contain('Du nouveau');
    await clausette.store.avis.put([avis('26-2'), avis('26-3', { departements: ['59'], lieu: '59000' })]);
    const lu = await dire('bonjour');
    expect(lu).to.contain('Du nouveau').and.contain('26-2').and.not.contain('26-3').and.not.contain('26-1');
    expect(await dire('merci')).not.to.contain('Du nouveau');
    await clausette.redemarrer();
    expect(await dire('mes alertes'))
      .to.contain('espaces verts'.slice(1))
      .and.not.contain('Du nouveau');
  });

  it('dit la correction puis l’annulation d’un avis déjà annoncé', async () => {
    await dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne');
    const lien = { lies: ['boamp:26-1'], publieLe: '2026-11-15' };
    await clausette.store.avis.put([avis('26-8', { ...lien, nature: 'rectificatif', dateLimite: '2026-12-22' })]);
    expect(await dire('bonjour'))
      .to.contain('Corrigé')
      .and.contain('22 décembre 2026');
    expect(await dire('bonjour')).not.to.contain('Corrigé');
    await clausette.store.avis.put([avis('26-9', { ...lien, nature: 'annulation', publieLe: '2026-11-18' })]);
    expect(await dire('bonjour')).to.contain('Annulé');
    expect(await dire('bonjour')).not.to.contain('Annulé');
  });

  it('ne dit plus rien d’une alerte supprimée', async () => {
    await dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne');
    expect(await dire('supprime l’alerte 2')).to.contain('Laquelle');
    expect(await dire('supprime l’alerte 1')).to.contain('supprimée');
    await clausette.store.avis.put([avis('26-4')]);
    expect(await dire('bonjour')).not.to.contain('Du nouveau');
    expect(await dire('mes alertes')).to.contain('aucune alerte');
  });

  it('garde les alertes de chacun pour lui', async () => {
    await dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne');
    const autre = await clausette.dire('mes alertes', {
      conversation: 'autre',
      compte: { id: 'autre', role: 'visiteur', libelle: 'Autre', structure: null },
    });
    expect(lisible(autre)).to.contain('aucune alerte');
  });

  it('voit un avis importé après la première recherche', async () => {
    expect(await dire('marchés réservés espaces verts')).to.contain('1 avis');
    await clausette.store.avis.put([avis('26-5')]);
    expect(await dire('marchés réservés espaces verts')).to.contain('2 avis');
  });
});
