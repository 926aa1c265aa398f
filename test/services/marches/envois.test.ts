import { expect } from 'chai';
import { nouvelles } from '../../../dialogs/alertes/messages.ts';
import type { Remise } from '../../../src/domain/marches/canal.ts';
import type { Avis } from '../../../src/domain/marches.ts';
import { createRetenirCanal } from '../../../src/services/marches/canaux.ts';
import { createEnvois } from '../../../src/services/marches/envois.ts';
import { creerAvis } from '../../support/avis.ts';
import { Clausette, lisible } from '../../support/clausette.ts';

const avis = (id: string, reste: Parameters<typeof creerAvis>[1] = {}): Avis => creerAvis(`boamp:${id}`, reste);
const TEAMS = { canal: 'msteams', conversation: 'a:1' } as const;
const CANAL = {
  id: 'msteams/a:1',
  ...TEAMS,
  reference: {
    serviceUrl: 'https://smba.exemple/',
    conversation: 'a:1',
    type: 'personal',
    organisation: null,
    robot: '28:bot',
    personne: '29:elle',
  },
  statut: 'joignable',
} as const;

describe('envois Teams des alertes', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  let pousses: string[];
  let remises: Remise[];
  let instant: Date;
  let passer: () => Promise<number>;

  const creer = () =>
    createEnvois({
      ...clausette.store,
      index: clausette.indexAvis,
      ecrire: (lues) => ({ texte: nouvelles(lues) }),
      async pousser(_canal, { texte }) {
        pousses.push(texte);
        return remises.shift() ?? 'remis';
      },
      maintenant: () => instant,
      jour: () => '2026-11-21',
      signaler: () => undefined,
    });
  const dire = async (texte: string): Promise<string> => lisible(await clausette.dire(texte, TEAMS));

  beforeEach(async () => {
    clausette = await Clausette.create();
    [pousses, remises, instant] = [[], [], new Date('2026-11-21T09:00:00Z')];
    await clausette.store.avis.put([avis('26-1')]);
    passer = creer();
    await dire('préviens-moi des nouveaux marchés réservés espaces verts dans l’Aisne');
    await createRetenirCanal(clausette.store)(CANAL);
  });
  afterEach(() => clausette.close());

  it('pousse un nouvel avis une fois, et ne le redit pas à la visite', async () => {
    expect(await passer()).to.equal(0);
    await clausette.store.avis.put([avis('26-2'), avis('26-3')]);
    expect(await passer()).to.equal(2);
    expect(pousses).to.have.length(1);
    expect(pousses[0]).to.contain('26-2').and.contain('26-3').and.not.contain('26-1');
    await passer();
    expect(pousses).to.have.length(1);
    expect(await dire('bonjour')).not.to.contain('Du nouveau');
    await clausette.redemarrer();
    await creer()();
    expect(pousses).to.have.length(1);
  });

  it('ne pousse pas ce qu’une visite vient de dire', async () => {
    await clausette.store.avis.put([avis('26-2')]);
    expect(await dire('bonjour')).to.contain('26-2');
    expect(await passer()).to.equal(0);
    expect(pousses).to.deep.equal([]);
  });

  it('pousse la correction puis l’annulation de ce qui a été dit', async () => {
    const lien = { lies: ['boamp:26-1'], publieLe: '2026-11-15' };
    await clausette.store.avis.put([avis('26-8', { ...lien, nature: 'rectificatif', dateLimite: '2026-12-22' })]);
    await passer();
    await clausette.store.avis.put([avis('26-9', { ...lien, nature: 'annulation', publieLe: '2026-11-18' })]);
    await passer();
    expect(pousses.map((texte) => /Corrigé|Annulé|Nouveau/.exec(texte)?.[0])).to.deep.equal(['Corrigé', 'Annulé']);
  });

  it('réessaie un refus passager de plus en plus tard, puis rend la nouvelle à la visite', async () => {
    remises = Array(10).fill('a-refaire');
    await clausette.store.avis.put([avis('26-2')]);
    const essais: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      instant = new Date(Date.parse('2026-11-21T09:00:00Z') + minute * 60_000);
      const avant = pousses.length;
      await passer();
      if (pousses.length > avant) essais.push(minute);
    }
    expect(essais).to.deep.equal([0, 1, 6, 36, 156, 516]);
    const [envoi] = await clausette.store.envois.all();
    expect([envoi?.statut, envoi?.note]).to.deep.equal(['abandonne', 'canal muet après 6 essais']);
    expect(await dire('bonjour')).to.contain('26-2');
    expect(await dire('merci')).not.to.contain('26-2');
  });

  it('oublie un canal perdu, avec une note, et dit la nouvelle quand la personne revient', async () => {
    remises = ['perdu'];
    await clausette.store.avis.put([avis('26-2')]);
    await passer();
    await clausette.store.avis.put([avis('26-3')]);
    await passer();
    expect(pousses).to.have.length(1);
    expect((await clausette.store.envois.all()).map(({ statut, note }) => [statut, note])).to.deep.equal([
      ['abandonne', 'conversation perdue'],
    ]);
    expect(await dire('bonjour'))
      .to.contain('26-2')
      .and.contain('26-3');
    await createRetenirCanal(clausette.store)(CANAL);
    await clausette.store.avis.put([avis('26-4')]);
    await passer();
    expect(pousses.at(-1)).to.contain('26-4').and.not.contain('26-2');
  });

  it('ne renvoie jamais un message dont l’issue est inconnue, arrêt ou liaison coupée', async () => {
    remises = ['incertain'];
    await clausette.store.avis.put([avis('26-2')]);
    await passer();
    await passer();
    expect(pousses).to.have.length(1);
    await clausette.store.avis.put([avis('26-3')]);
    const arrete = createEnvois({
      ...clausette.store,
      index: clausette.indexAvis,
      ecrire: () => ({ texte: '' }),
      pousser: () => new Promise<Remise>(() => undefined),
      maintenant: () => instant,
      jour: () => '2026-11-21',
      signaler: () => undefined,
    });
    void arrete();
    for (let tour = 0; tour < 200; tour += 1) await new Promise((resolve) => setImmediate(resolve));
    expect((await clausette.store.envois.all()).map(({ statut }) => statut)).to.include('en-cours');
    await clausette.redemarrer();
    await creer()();
    expect(pousses).to.have.length(1);
    expect((await clausette.store.envois.all()).map(({ note }) => note)).to.deep.equal([
      'liaison coupée, issue inconnue',
      'arrêt pendant l’envoi, issue inconnue',
    ]);
  });

  it('ne pousse plus rien d’une alerte supprimée, ni d’un avis clos entre-temps', async () => {
    remises = ['a-refaire'];
    await clausette.store.avis.put([avis('26-2')]);
    await passer();
    await dire('supprime l’alerte 1');
    instant = new Date('2026-11-21T10:00:00Z');
    await passer();
    expect(pousses).to.have.length(1);
    expect((await clausette.store.envois.all())[0]?.note).to.contain('sans objet');
  });

  it('ne garde l’adresse que des conversations qui ont une alerte', async () => {
    await createRetenirCanal(clausette.store)({ ...CANAL, id: 'msteams/a:2', conversation: 'a:2' });
    expect((await clausette.store.canaux.all()).map(({ id }) => id)).to.deep.equal(['msteams/a:1']);
  });
});
