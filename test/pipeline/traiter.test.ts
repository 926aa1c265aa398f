import { expect } from 'chai';
import type { Etat } from '../../dialogs/kit/conversation.ts';
import type { MessageRecu } from '../../dialogs/kit/reply.ts';
import { VISITEUR } from '../../src/domain/roles.ts';
import { createTraiter, type Jouer } from '../../src/pipeline/traiter.ts';
import type { Conversations, EtatRange } from '../../src/store/port.ts';

const message = (id: string, conversation = 'c'): MessageRecu => ({
  id,
  conversation,
  canal: 'essai',
  texte: id,
  compte: VISITEUR,
  le: '2026-11-21T10:00:00+01:00',
});

class EnMemoire implements Conversations {
  readonly etats = new Map<string, EtatRange>();
  /** Nombre d'écritures à refuser, comme si un autre processus venait d'écrire. */
  refus = 0;
  async find(id: string): Promise<EtatRange | null> {
    return this.etats.get(id) ?? null;
  }
  async write(id: string, range: EtatRange): Promise<boolean> {
    if (this.refus > 0) {
      this.refus -= 1;
      return false;
    }
    this.etats.set(id, range);
    return true;
  }
}

const attendre = (ms: number) => new Promise((suite) => setTimeout(suite, ms));

describe('pipeline', () => {
  const preparer = (jouer: Jouer, conversations = new EnMemoire()) => {
    const pannes: unknown[] = [];
    const signaler = (cause: unknown) => {
      pannes.push(cause);
      return 'REF';
    };
    return { traiter: createTraiter({ conversations, jouer, signaler }), conversations, pannes };
  };

  it('ne joue qu’une fois un message livré deux fois ensemble, et redit la même réponse', async () => {
    let joues = 0;
    const { traiter } = preparer(async (etat) => {
      joues += 1;
      await attendre(5);
      return { etat, reponses: [{ texte: 'ok' }] };
    });
    const [a, b] = await Promise.all([traiter(message('1')), traiter(message('1'))]);
    expect(joues).to.equal(1);
    expect(a).to.deep.equal(b);
  });
  it('se souvient d’un message déjà traité après un redémarrage', async () => {
    let joues = 0;
    const jouer: Jouer = async (etat) => {
      joues += 1;
      return { etat, reponses: [{ texte: 'ok' }] };
    };
    const { traiter, conversations } = preparer(jouer);
    await traiter(message('1'));
    const relance = preparer(jouer, conversations);
    expect(await relance.traiter(message('1'))).to.deep.equal([]);
    expect(joues).to.equal(1);
  });
  it('joue un par un, dans l’ordre, les messages d’une conversation, sans en perdre', async () => {
    const ordre: string[] = [];
    let ensemble = 0;
    const { traiter, conversations } = preparer(async (etat, { id }) => {
      ensemble += 1;
      expect(ensemble).to.equal(1);
      await attendre(Number(id) % 2 === 0 ? 1 : 6);
      ordre.push(id);
      ensemble -= 1;
      return { etat: { ...etat, memoire: { ...etat.memoire, rang: etat.memoire.rang + 1 } }, reponses: [] };
    });
    await Promise.all(['1', '2', '3', '4', '5', '6'].map((id) => traiter(message(id))));
    expect(ordre).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    const range: Partial<Etat> = Object(conversations.etats.get('essai/c')?.etat);
    expect(range.memoire?.rang).to.equal(6);
  });
  it('joue ensemble des conversations différentes', async () => {
    let ensemble = 0;
    let maximum = 0;
    const { traiter } = preparer(async (etat) => {
      ensemble += 1;
      maximum = Math.max(maximum, ensemble);
      await attendre(5);
      ensemble -= 1;
      return { etat, reponses: [] };
    });
    await Promise.all(['a', 'b', 'c'].map((conversation) => traiter(message('1', conversation))));
    expect(maximum).to.equal(3);
  });
  it('s’excuse avec une référence quand un tour échoue, garde l’état et laisse passer le suivant', async () => {
    const { traiter, conversations, pannes } = preparer(async (etat, { id }) => {
      if (id === '1') throw new Error('secret');
      return { etat, reponses: [{ texte: 'ok' }] };
    });
    const [excuse] = await traiter(message('1'));
    expect(excuse?.texte).to.contain('REF').and.not.to.contain('secret');
    expect(pannes).to.have.length(1);
    expect(conversations.etats.size).to.equal(0);
    expect(await traiter(message('2'))).to.deep.equal([{ texte: 'ok' }]);
  });
  it('rejoue quand l’état vient d’être écrit ailleurs', async () => {
    const conversations = new EnMemoire();
    conversations.refus = 1;
    let joues = 0;
    const { traiter } = preparer(async (etat) => {
      joues += 1;
      return { etat, reponses: [{ texte: 'ok' }] };
    }, conversations);
    expect(await traiter(message('1'))).to.deep.equal([{ texte: 'ok' }]);
    expect(joues).to.equal(2);
  });
  it('repart à neuf si l’état rangé est d’une version inconnue', async () => {
    const conversations = new EnMemoire();
    conversations.etats.set('essai/c', { revision: 3, etat: { version: 99 } });
    const { traiter } = preparer(
      async (etat) => ({ etat, reponses: [{ texte: String(etat.version) }] }),
      conversations,
    );
    expect(await traiter(message('1'))).to.deep.equal([{ texte: '1' }]);
    expect(conversations.etats.get('essai/c')?.revision).to.equal(4);
  });
});
