import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import type { MessageRecu } from '../../dialogs/kit/reply.ts';
import { runConsole } from '../../src/channels/console/run-console.ts';
import { enTexteSimple } from '../../src/channels/console/texte.ts';
import { compteDe, FACILITATRICE, repondreEnEcho } from './serveur.ts';

const converser = async (...lignes: string[]) => {
  const recus: MessageRecu[] = [];
  const output = new PassThrough();
  await runConsole({
    traiter: async (message) => {
      recus.push(message);
      return repondreEnEcho(message);
    },
    compte: compteDe(FACILITATRICE),
    input: Readable.from(lignes.map((ligne) => `${ligne}\n`)),
    output,
  });
  output.end();
  return { recus, sortie: await text(output) };
};

describe('console', () => {
  it('souhaite la bienvenue, répond à chaque ligne et finit sur « quitter »', async () => {
    const { recus, sortie } = await converser('bonjour', '', 'quitter', 'jamais lu');
    expect(recus.map(({ texte, arrivee }) => arrivee ?? texte)).to.deep.equal([true, 'bonjour']);
    expect(sortie).to.contain('Bienvenue').and.contain('écho facilitateur : bonjour');
  });

  it('numérote les choix et comprend leur numéro', async () => {
    const { recus, sortie } = await converser('1');
    expect(sortie).to.contain('  1. Aide');
    expect(recus.at(-1)?.texte).to.equal('aide');
  });

  it('aligne la carte et transmet les données de son bouton', async () => {
    const { recus, sortie } = await converser('carte', '1', '1');
    expect(sortie).to.contain('  Heures  35');
    expect(recus.at(-2)?.donnees).to.deep.equal({ action: 'valider', saisie: 's1' });
    expect(recus.at(-1)).to.include({ texte: '1' }).and.not.have.property('donnees');
  });

  for (const [markdown, simple] of [
    ['**gras** et _italique_', 'gras et italique'],
    ['voir [Art. 1](https://exemple.fr/a_b_c)', 'voir Art. 1 (https://exemple.fr/a_b_c)'],
    ['- un\n- deux', '• un\n• deux'],
    ['code_avec_tirets et 3 * 4 * 5', 'code_avec_tirets et 3 * 4 * 5'],
    ['## Titre', 'Titre'],
  ] as const) {
    it(`écrit « ${markdown.replace('\n', ' / ')} » sans Markdown`, () => {
      expect(enTexteSimple(markdown)).to.equal(simple);
    });
  }
});
