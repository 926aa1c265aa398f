import { expect } from 'chai';
import { z } from 'zod';
import { createBotFramework } from '../../src/channels/botframework/bot-framework.ts';
import { compteDe, demarrer, FACILITATRICE, poster, type Serveur } from './serveur.ts';

const Reponses = z.object({ activities: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })) });

let sequence = 0;
const activite = (reste: Record<string, unknown> = {}) => ({
  type: 'message',
  id: `a-${++sequence}`,
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  localTimestamp: '2026-11-21T10:00:00+01:00',
  from: { id: '29:essai', aadObjectId: FACILITATRICE },
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: 'conv-1', conversationType: 'personal', tenantId: 'essai' },
  deliveryMode: 'expectReplies',
  ...reste,
});

describe('canal Bot Framework', () => {
  let serveur: Serveur;
  const envoyer = (corps: unknown, entetes = {}) => poster(`${serveur.base}/api/messages`, corps, entetes);
  const textes = async (reste: Record<string, unknown>) => {
    const reponse = await envoyer(activite(reste));
    expect(reponse.status).to.equal(200);
    return Reponses.parse(await reponse.json()).activities.map(({ text }) => text);
  };

  before(async () => {
    serveur = await demarrer();
  });
  after(() => serveur.arreter());

  it('répond dans la réponse HTTP quand on le lui demande (expectReplies)', async () => {
    expect(await textes({ text: 'bonjour' })).to.deep.equal(['écho facilitateur : bonjour']);
    expect(serveur.recus.at(-1)).to.include({
      conversation: 'conv-1',
      canal: 'msteams',
      le: '2026-11-21T10:00:00+01:00',
    });
  });

  it('transmet les données d’une carte, nombres écrits en chaînes, et la phrase équivalente', async () => {
    const value = { action: 'valider', nombre: 3, autre: [1], msteams: { type: 'messageBack', text: 'valide' } };
    expect(await textes({ value })).to.deep.equal(['données {"action":"valider","nombre":"3"} valide']);
  });

  it('souhaite la bienvenue à l’arrivée, avec le même identifiant à chaque fois', async () => {
    const arrivee = { type: 'conversationUpdate', membersAdded: [{ id: '29:essai' }] };
    expect(await textes(arrivee)).to.deep.equal(['Bienvenue']);
    const premier = serveur.recus.at(-1)?.id;
    await textes(arrivee);
    expect(serveur.recus.at(-1)?.id).to.equal(premier);
  });

  it('dans un groupe, retire la mention du robot et suit chaque personne à part', async () => {
    const mention = { type: 'mention', text: '<at>Clausette</at>', mentioned: { id: '28:bot' } };
    const groupe = { id: 'g-1', conversationType: 'channel', isGroup: true };
    await textes({ text: '<at>Clausette</at> bonjour', entities: [mention], conversation: groupe });
    expect(serveur.recus.at(-1)).to.include({ texte: 'bonjour', conversation: 'g-1|29:essai' });
  });

  it('ne transmet ni la frappe en cours, ni les réactions', async () => {
    const avant = serveur.recus.length;
    await textes({ type: 'typing' });
    await textes({ type: 'messageReaction' });
    expect(serveur.recus).to.have.length(avant);
  });

  it('transmet un message sans texte, pour que la conversation dise ce qu’elle attend', async () => {
    await textes({ attachments: [{ contentType: 'image/png' }] });
    expect(serveur.recus.at(-1)?.texte).to.equal('');
  });

  it('transmet l’avis donné dans Teams et l’acquitte', async () => {
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{}' } };
    const { deliveryMode: _, ...invoke } = activite({ type: 'invoke', name: 'message/submitAction', value });
    const reponse = await envoyer(invoke);
    expect(reponse.status).to.equal(200);
    expect(serveur.recus.at(-1)?.donnees).to.deep.equal({ action: 'avis', reaction: 'dislike' });
  });

  it('s’excuse avec une référence quand la conversation tombe, sans rien en montrer', async () => {
    const [texte = ''] = await textes({ text: 'panne' });
    expect(texte)
      .to.match(/référence \*\*[0-9A-F]{8}\*\*/)
      .and.not.contain('secret');
    expect(serveur.evenements).to.include('turn-failed');
  });

  for (const [nom, corps, statut] of [
    ['du JSON cassé', '{"type":', 400],
    ['un tableau', '[]', 400],
    ['un corps vide', '', 400],
    ['une activité sans conversation', JSON.stringify({ ...activite(), conversation: undefined }), 400],
    ['un corps trop long', JSON.stringify(activite({ text: 'x'.repeat(300_000) })), 413],
  ] as const) {
    it(`refuse ${nom} par ${statut}, en français`, async () => {
      const reponse = await envoyer(corps);
      expect(reponse.status).to.equal(statut);
      expect(await reponse.text()).to.match(/Corps trop long|corps|Activité illisible/);
    });
  }

  it('refuse, sans identifiants, un autre site et un autre nom de machine', async () => {
    expect((await envoyer(activite(), { origin: 'https://exemple.fr' })).status).to.equal(403);
    expect((await envoyer(JSON.stringify(activite()), { 'content-type': 'text/plain' })).status).to.equal(415);
  });

  it('refuse de démarrer sans identifiants hors de la boucle locale', () => {
    const options = { traiter: async () => [], trouverCompte: compteDe, credentials: null, loopback: false };
    expect(() => createBotFramework(options)).to.throw(/HOST=127\.0\.0\.1/);
  });

  it('avec des identifiants, exige un jeton valide', async () => {
    const protege = await demarrer({
      credentials: {
        MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
        MicrosoftAppPassword: 'x',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
      },
    });
    try {
      for (const authorization of ['', 'Bearer faux', 'Bearer e30.e30.e30']) {
        const reponse = await poster(`${protege.base}/api/messages`, activite({ text: 'x' }), { authorization });
        expect(reponse.status, authorization).to.equal(401);
        expect(await reponse.text())
          .to.contain('jeton')
          .and.not.contain('at ');
      }
      expect(protege.recus).to.have.length(0);
    } finally {
      await protege.arreter();
    }
  });
});
