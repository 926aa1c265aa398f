import { setTimeout as attendre } from 'node:timers/promises';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { actionsAvis } from '../../src/channels/avis.ts';
import { demarrer, FACILITATRICE, poster, type Serveur } from './serveur.ts';

const Conversation = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.literal(1800),
  streamUrl: z.string().default(''),
});
const Lot = z.object({
  watermark: z.string(),
  activities: z.array(
    z.looseObject({
      id: z.string(),
      text: z.string(),
      from: z.looseObject({ id: z.string(), role: z.string() }),
      channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional(),
    }),
  ),
});

describe('canal Direct Line', () => {
  let serveur: Serveur;
  const url = (chemin: string) => `${serveur.base}/v3/directline${chemin}`;
  const avec = (token: string, entetes = {}) => ({ authorization: `Bearer ${token}`, ...entetes });
  const generer = async (corps: unknown = {}) =>
    Conversation.parse(await (await poster(url('/tokens/generate'), corps)).json());
  const commencer = async (corps: unknown = {}) => {
    const { token } = await generer(corps);
    return Conversation.parse(await (await poster(url('/conversations'), '', avec(token))).json());
  };
  const dire = (conv: z.infer<typeof Conversation>, activite: Record<string, unknown>) =>
    poster(url(`/conversations/${conv.conversationId}/activities`), { type: 'message', ...activite }, avec(conv.token));
  const lire = async (conv: z.infer<typeof Conversation>, watermark = '') => {
    await attendre(20);
    const adresse = url(`/conversations/${conv.conversationId}/activities?watermark=${watermark}`);
    const reponse = await fetch(adresse, { headers: avec(conv.token) });
    return Lot.parse(await reponse.json());
  };

  beforeEach(async () => {
    serveur = await demarrer();
  });
  afterEach(() => serveur.arreter());

  it('souhaite la bienvenue une fois, répond, et ne rend que la suite du repère', async () => {
    const conv = await commencer();
    const debut = await lire(conv);
    expect(debut.activities.map(({ text }) => text)).to.deep.equal(['Bienvenue']);
    const envoi = await dire(conv, { text: 'bonjour', channelData: { clientActivityID: 'c1' }, from: { id: 'moi' } });
    expect(await envoi.json()).to.deep.equal({ id: `${conv.conversationId}|c1` });
    const { activities, watermark } = await lire(conv, debut.watermark);
    expect(activities.map(({ text }) => text)).to.deep.equal(['bonjour', 'écho visiteur : bonjour']);
    expect(activities[0]).to.deep.include({ channelData: { clientActivityID: 'c1' } });
    expect(activities[0]?.from.role).to.equal('user');
    expect((await lire(conv, watermark)).activities).to.deep.equal([]);
    expect((await lire(conv)).activities).to.have.length(3);
  });

  it('ne publie ni ne traite deux fois le même envoi', async () => {
    const conv = await commencer();
    for (let essai = 0; essai < 2; essai += 1) await dire(conv, { text: 'a', channelData: { clientActivityID: 'c2' } });
    expect((await lire(conv)).activities).to.have.length(3);
    expect(serveur.recus.filter(({ texte }) => texte === 'a')).to.have.length(1);
  });

  it('prend l’identité dans le jeton, jamais dans l’activité', async () => {
    const visiteur = await commencer();
    await dire(visiteur, { text: 'x', from: { id: 'y', aadObjectId: FACILITATRICE, role: 'bot' } });
    expect((await lire(visiteur)).activities.at(-1)?.text).to.equal('écho visiteur : x');
    const facilitatrice = await commencer({ compte: FACILITATRICE });
    await dire(facilitatrice, { text: 'x' });
    expect((await lire(facilitatrice)).activities.at(-1)?.text).to.equal('écho facilitateur : x');
  });

  it('refuse un compte qui n’est pas de la démonstration', async () => {
    expect((await poster(url('/tokens/generate'), { compte: 'inconnu' })).status).to.equal(403);
  });

  it('montre le titre du bouton d’une carte et en transmet les données', async () => {
    const conv = await commencer();
    const msteams = { type: 'messageBack', text: 'valide', displayText: 'Valider' };
    await dire(conv, { value: { action: 'valider', msteams }, channelData: { postBack: true } });
    const { activities } = await lire(conv);
    expect(activities.map(({ text }) => text)).to.deep.equal([
      'Bienvenue',
      'Valider',
      'données {"action":"valider"} valide',
    ]);
    expect(activities[1]?.channelData).to.equal(undefined);
  });

  it('transmet l’avis que Web Chat renvoie, sans rien publier', async () => {
    const conv = await commencer();
    const { watermark } = await lire(conv);
    const [action] = actionsAvis('duree-minimale').slice(1);
    const evenement = { type: 'event', name: 'webchat:activity-status/feedback' };
    await dire(conv, { ...evenement, entities: [action] });
    await dire(conv, { ...evenement, entities: [{ '@type': 'LikeAction', '@id': 'autre' }] });
    expect((await lire(conv, watermark)).activities).to.deep.equal([]);
    const avis = serveur.recus.flatMap(({ donnees }) => (donnees ? [donnees] : []));
    expect(avis).to.deep.equal([{ action: 'avis', reaction: 'dislike', fiche: 'duree-minimale' }]);
  });

  it('refuse les jetons forgés, ceux d’une autre conversation et ceux d’un autre secret', async () => {
    const conv = await commencer();
    const autre = await commencer();
    const [entete = '', charge = '', signature = ''] = conv.token.split('.');
    const contenu = JSON.parse(Buffer.from(charge, 'base64url').toString('utf8'));
    const forge = Buffer.from(JSON.stringify({ ...contenu, compte: FACILITATRICE })).toString('base64url');
    const sansAlgorithme = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const ailleurs = await demarrer({ secret: 'un-autre-secret-assez-long' });
    const etranger = Conversation.parse(
      await (await poster(`${ailleurs.base}/v3/directline/tokens/generate`, {})).json(),
    );
    await ailleurs.arreter();
    const jetons = [
      '',
      'x',
      `${entete}.${forge}.${signature}`,
      `${sansAlgorithme}.${charge}.`,
      autre.token,
      etranger.token,
    ];
    for (const token of jetons) {
      expect((await dire({ ...conv, token }, { text: 'x' })).status, token).to.equal(403);
    }
    expect(serveur.recus.filter(({ texte }) => texte === 'x')).to.have.length(0);
  });

  it('prolonge un jeton sans changer de conversation', async () => {
    const conv = await commencer({ compte: FACILITATRICE });
    const suite = Conversation.parse(await (await poster(url('/tokens/refresh'), '', avec(conv.token))).json());
    expect(suite.conversationId).to.equal(conv.conversationId);
    await dire(suite, { text: 'x' });
    expect((await lire(suite)).activities.at(-1)?.text).to.equal('écho facilitateur : x');
  });

  it('après un redémarrage, reprend la conversation là où le client en était', async () => {
    const conv = await commencer();
    await dire(conv, { text: 'avant' });
    const { watermark } = await lire(conv);
    await serveur.arreter();
    serveur = await demarrer();
    const vide = await lire(conv, watermark);
    expect(vide).to.deep.equal({ activities: [], watermark });
    await dire(conv, { text: 'après' });
    expect((await lire(conv, watermark)).activities.map(({ text }) => text)).to.deep.equal([
      'après',
      'écho visiteur : après',
    ]);
  });

  it('pousse l’historique puis la suite par WebSocket', async () => {
    const conv = await commencer();
    await dire(conv, { text: 'un' });
    await lire(conv);
    const ws = new WebSocket(conv.streamUrl);
    const recus: string[] = [];
    ws.on('message', (data) => {
      recus.push(...Lot.parse(JSON.parse(String(data))).activities.map(({ text }) => text));
    });
    await new Promise((resolve) => ws.once('open', resolve));
    ws.send('');
    await dire(conv, { text: 'deux' });
    await attendre(50);
    ws.close();
    expect(recus).to.deep.equal(['Bienvenue', 'un', 'écho visiteur : un', 'deux', 'écho visiteur : deux']);
  });

  it('souhaite la bienvenue même si le flux a été essayé avant', async () => {
    const { token, conversationId } = await generer();
    const adresse = `${serveur.base.replace('http', 'ws')}/v3/directline/conversations/${conversationId}/stream`;
    const essai = new WebSocket(`${adresse}?watermark=-&t=${token}`);
    await new Promise((resolve) => essai.once('open', resolve));
    essai.close();
    const conv = Conversation.parse(await (await poster(url('/conversations'), '', avec(token))).json());
    expect((await lire(conv)).activities.map(({ text }) => text)).to.deep.equal(['Bienvenue']);
    await poster(url('/conversations'), '', avec(token));
    expect((await lire(conv)).activities).to.have.length(1);
  });

  it('refuse le flux à un jeton faux et à un autre site', async () => {
    const conv = await commencer();
    const essais = [
      new WebSocket(conv.streamUrl.replace(/t=[^&]*/, 't=faux')),
      new WebSocket(conv.streamUrl, { headers: { origin: 'https://exemple.fr' } }),
      new WebSocket(`${serveur.base.replace('http', 'ws')}/ailleurs`),
    ];
    const statuts = await Promise.all(
      essais.map((ws) => {
        ws.on('error', () => undefined);
        return new Promise((resolve) => ws.once('unexpected-response', (_req, res) => resolve(res.statusCode)));
      }),
    );
    expect(statuts).to.deep.equal([403, 403, 404]);
  });

  it('derrière un mandataire, donne une adresse de flux publique et chiffrée', async () => {
    const { token } = await generer();
    const entetes = { 'x-forwarded-host': 'clausette.example.fr', 'x-forwarded-proto': 'https' };
    const publique = { ...entetes, origin: 'https://clausette.example.fr' };
    const reponse = await poster(url('/conversations'), '', avec(token, publique));
    expect(Conversation.parse(await reponse.json()).streamUrl).to.match(
      /^wss:\/\/clausette\.example\.fr\/v3\/directline\//,
    );
  });

  it('refuse un autre site, un texte vide ou trop long, du JSON cassé', async () => {
    const conv = await commencer();
    const activites = url(`/conversations/${conv.conversationId}/activities`);
    const statut = async (corps: unknown, entetes = {}) =>
      (await poster(activites, corps, avec(conv.token, entetes))).status;
    expect(await statut({ type: 'message', text: 'x' }, { origin: 'https://exemple.fr' })).to.equal(403);
    expect(await statut({ type: 'message', text: ' ' })).to.equal(400);
    expect(await statut({ type: 'message', text: 'x'.repeat(4001) })).to.equal(400);
    expect(await statut('{')).to.equal(400);
  });

  it('s’excuse avec une référence quand la conversation tombe', async () => {
    const conv = await commencer();
    await dire(conv, { text: 'panne' });
    expect((await lire(conv)).activities.at(-1)?.text).to.match(/référence \*\*[0-9A-F]{8}\*\*/);
  });

  it('au-delà de la limite, demande d’attendre', async () => {
    const limite = await demarrer({ rateLimit: { parMinute: 3 } });
    const racine = `${limite.base}/v3/directline`;
    const { token, conversationId } = Conversation.parse(await (await poster(`${racine}/tokens/generate`, {})).json());
    const statuts: number[] = [];
    for (let essai = 0; essai < 4; essai += 1) {
      const adresse = `${racine}/conversations/${conversationId}/activities`;
      statuts.push((await poster(adresse, { type: 'message', text: 'x' }, avec(token))).status);
    }
    await limite.arreter();
    expect(statuts).to.deep.equal([200, 200, 200, 429]);
  });
});
