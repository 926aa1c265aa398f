import { expect } from 'chai';
import { type Passage, planifier } from '../../../src/services/marches/planifier.ts';
import { FausseHorloge } from './horloge.ts';

type Issue = Passage['issue'] | 'occupee' | 'panne';

/** Joue un plan de 05:10 ; `issues` dit ce que donne chaque actualisation, ensuite tout va bien. */
const jouer = (debut: string, dernier: Passage | null, issues: Issue[] = []) => {
  const horloge = new FausseHorloge(debut);
  const passages: string[] = [];
  const evenements: string[] = [];
  let connu = dernier;
  const plan = planifier({
    heure: '05:10',
    dernier: () => connu,
    async actualiser() {
      const le = horloge.maintenant().toISOString();
      passages.push(le.slice(0, 16));
      const issue = issues.shift() ?? 'complete';
      if (issue === 'panne') throw new Error('disque plein');
      if (issue === 'occupee') return null;
      connu = { debut: le, issue };
      return connu;
    },
    horloge,
    hasard: () => 0,
    signaler: (evenement) => evenements.push(evenement),
  });
  return { horloge, plan, passages, evenements };
};
const FAIT: Passage = { debut: '2026-11-22T04:10:30.000Z', issue: 'complete' };

describe('plan des actualisations', () => {
  it('passe une fois par jour, à l’heure de Paris', async () => {
    const { horloge, passages, plan } = jouer('2026-11-22T08:00:00Z', FAIT);
    expect(plan.prochaine()).to.equal('2026-11-23T04:10:00.000Z');
    await horloge.avancerJusqua('2026-11-25T12:00:00Z');
    expect(passages).to.deep.equal(['2026-11-23T04:10', '2026-11-24T04:10', '2026-11-25T04:10']);
  });

  it('rattrape au démarrage une heure manquée, une seule fois', async () => {
    const { horloge, passages } = jouer('2026-11-23T08:00:00Z', FAIT);
    await horloge.avancerJusqua('2026-11-23T23:00:00Z');
    expect(passages).to.deep.equal(['2026-11-23T08:02']);
  });

  it('reprend une actualisation interrompue après une, deux puis quatre heures, puis attend le lendemain', async () => {
    const { horloge, passages } = jouer('2026-11-22T08:00:00Z', FAIT, Array(4).fill('interrompue'));
    await horloge.avancerJusqua('2026-11-24T05:00:00Z');
    expect(passages).to.deep.equal([
      '2026-11-23T04:10',
      '2026-11-23T05:10',
      '2026-11-23T07:10',
      '2026-11-23T11:10',
      '2026-11-24T04:10',
    ]);
  });

  it('survit à une panne, la note, et attend quand une autre actualisation est en cours', async () => {
    const { horloge, passages, evenements } = jouer('2026-11-22T08:00:00Z', FAIT, ['panne', 'occupee']);
    await horloge.avancerJusqua('2026-11-23T06:00:00Z');
    expect(passages).to.deep.equal(['2026-11-23T04:10', '2026-11-23T05:10', '2026-11-23T05:25']);
    expect(evenements).to.deep.equal(['notices-refresh-failed']);
  });

  it('décale l’heure au hasard, de vingt minutes au plus', () => {
    const horloge = new FausseHorloge('2026-11-22T08:00:00Z');
    const plan = planifier({
      heure: '05:10',
      dernier: () => FAIT,
      actualiser: async () => FAIT,
      horloge,
      hasard: () => 0.5,
      signaler: () => undefined,
    });
    expect(plan.prochaine()).to.equal('2026-11-23T04:20:00.000Z');
  });

  it('ne laisse rien derrière lui quand il s’arrête', async () => {
    const { horloge, plan, passages } = jouer('2026-11-22T08:00:00Z', null);
    plan.arreter();
    expect(horloge.enAttente).to.equal(0);
    await horloge.avancerJusqua('2026-11-25T12:00:00Z');
    expect(passages).to.deep.equal([]);
  });
});
