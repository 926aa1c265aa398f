import { expect } from 'chai';
import { declarerHeures } from '../../dialogs/declarer-heures/dialog.ts';
import { Memoire } from '../../dialogs/kit/conversation.ts';
import { Clausette, compteDe, LE, lisible, OPERATIONS } from '../support/clausette.ts';

const PHRASE = '35 h pour P-0231 école Pasteur la semaine dernière';

describe('saisie d’heures', function () {
  this.timeout(30_000);
  let clausette: Clausette;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  const tourDe = async (texte: string) => {
    const message = {
      id: 'x',
      conversation: 'essai',
      canal: 'essai',
      texte,
      compte: compteDe('facilitateur'),
      le: LE,
    };
    const { services } = clausette;
    const contexte = { aujourdhui: '2026-11-21', compte: message.compte, sujet: null };
    const lecture = await services.comprendre(texte, contexte);
    return { message, aujourdhui: '2026-11-21', lecture, memoire: Memoire.parse({}), services };
  };

  it('reprend une saisie rangée par une version d’avant, dont l’étape a changé de nom', async () => {
    const ancienne = {
      cle: 'vieux',
      lignes: [
        {
          heures: 7,
          periode: { du: '2026-11-20', au: '2026-11-20' },
          beneficiaire: { code: 'P-0231', libelle: 'P-0231' },
          operation: 'E-1',
          entreprise: null,
          publics: [],
          sexe: null,
          modalite: null,
          alertes: [],
        },
      ],
    };
    const ouverte = { conversation: 'declarer-heures' as const, etape: 'etape-d-avant', donnees: ancienne };
    const issue = await declarerHeures.poursuivre?.(await tourDe('non, 6 h'), ouverte);
    expect(lisible(issue?.reponses ?? []))
      .to.contain('6 h')
      .and.to.contain('P-0231');
  });
  it('dit qu’il faut recommencer quand l’état est illisible, sans rien écrire', async () => {
    const ouverte = { conversation: 'declarer-heures' as const, etape: 'saisie', donnees: { inconnu: true } };
    const issue = await declarerHeures.poursuivre?.(await tourDe('oui'), ouverte);
    expect(lisible(issue?.reponses ?? [])).to.contain('Rien n’a été enregistré');
    expect(issue?.effets).to.equal(undefined);
  });
  it('écrit les avertissements avec la ligne, et le rôle de qui écrit', async () => {
    await clausette.store.operations.put(OPERATIONS.map((operation) => ({ ...operation, publics: ['QPV' as const] })));
    expect(lisible(await clausette.dire(`${PHRASE}, senior`))).to.contain('liste du contrat');
    await clausette.dire('oui');
    const [ecriture] = await clausette.store.registre.all();
    if (ecriture?.type !== 'saisie') throw new Error('pas de saisie');
    expect(ecriture.alertes).to.include('public-hors-contrat').and.to.include('eligibilite-non-validee');
    expect(ecriture.origine.role).to.equal('facilitateur');
  });
  it('redemande quand un doublon est arrivé d’ailleurs entre la carte et le oui', async () => {
    await clausette.dire(PHRASE);
    await clausette.dire(PHRASE, { conversation: 'autre' });
    await clausette.dire('oui', { conversation: 'autre' });
    expect(lisible(await clausette.dire('oui'))).to.contain('en plus');
    expect(await clausette.total()).to.equal(35);
    await clausette.dire('oui');
    expect(await clausette.total()).to.equal(70);
  });
  it('ne mélange pas les brouillons de deux conversations', async () => {
    await clausette.dire('35 h pour P-0231');
    await clausette.dire('7 h pour P-0300 collège Camus', { conversation: 'autre' });
    expect(lisible(await clausette.dire('école Pasteur la semaine dernière')))
      .to.contain('P-0231')
      .and.not.to.contain('P-0300');
  });
  it('ne perd pas la saisie quand une correction proposée est laissée pour une autre saisie', async () => {
    await clausette.dire(PHRASE);
    await clausette.dire('oui');
    await clausette.dire('en fait c’était 28');
    expect(lisible(await clausette.dire('7 h hier pour P-0300 collège Camus'))).to.contain('laissée de côté');
    await clausette.dire('oui');
    expect(await clausette.total()).to.equal(42);
  });
  it('garde l’année de naissance et la sortie d’une ligne importée qu’on corrige', async () => {
    await clausette.dire(PHRASE);
    await clausette.dire('oui');
    await clausette.dire('P-0231 est sorti en CDI le 20 novembre');
    await clausette.dire('oui');
    await clausette.dire('corrige la saisie de P-0231 : 28 h');
    await clausette.dire('oui');
    const [active] = await clausette.services.registre.saisies(['essai/m1#0']);
    expect(active?.ligne).to.deep.include({ heures: 28, sortie: 'CDI' });
    expect((await clausette.services.indicateurs.calculer(null)).durableExits).to.equal(1);
  });
  it('reconnaît le code posé à la place d’un nom, sans en faire une autre personne', async () => {
    const code = /P-[A-Z0-9]{6}/.exec(lisible(await clausette.dire('7 h hier pour Farid Zaoui école Pasteur')))?.[0];
    await clausette.dire('oui');
    if (code === undefined) throw new Error('pas de code');
    expect(lisible(await clausette.dire(`total ${code}`))).to.contain('7 h');
    expect(lisible(await clausette.dire('parcours Farid Zaoui')))
      .to.contain(code)
      .and.not.to.contain('Zaoui');
    await clausette.dire(`6 h jeudi pour ${code.toLowerCase()} école Pasteur`);
    await clausette.dire('oui');
    expect((await clausette.services.indicateurs.calculer(null)).beneficiaries).to.equal(1);
  });
});
