import { expect } from 'chai';
import { Clausette } from '../support/clausette.ts';

/** Ce qui est écrit d'une question sans réponse, par le vrai tour et avec tous les mots connus. */
const noter = async (clausette: Clausette, texte: string): Promise<string | null> => {
  const avant = new Set((await clausette.store.questions.all()).map(({ id }) => id));
  await clausette.dire(texte, { conversation: texte });
  return (await clausette.store.questions.all()).find(({ id }) => !avant.has(id))?.texte ?? null;
};

describe('questions gardées pour les rédacteurs', () => {
  let clausette: Clausette;
  before(async () => {
    clausette = await Clausette.create();
  });
  after(() => clausette.close());

  it('n’écrit jamais le nom, le téléphone, le courriel ni le numéro de sécurité sociale', async () => {
    const texte = await noter(
      clausette,
      'comment nantir une créance pour Mme Zaoui ou Karim Benali, 06 12 34 56 78, k.benali@exemple.fr, 1 85 05 59 178 123 45',
    );
    expect(texte)
      .to.match(/\[nom\]/)
      .and.match(/\[téléphone\]/)
      .and.match(/\[courriel\]/)
      .and.match(/\[numéro\]/);
    expect(texte).to.not.match(/zaoui|benali|06 12|exemple\.fr|1 85/i);
  });

  it('garde les noms de structures', async () => {
    const texte = await noter(clausette, 'comment nantir une créance de France Travail ou d’une Mission Locale');
    expect(texte)
      .to.match(/France Travail/)
      .and.match(/Mission Locale/);
  });

  it('écrit la même question une seule fois si l’activité est redistribuée', async () => {
    const message = { id: 'deux-fois', conversation: 'redite' };
    const avant = (await clausette.store.questions.all()).length;
    await clausette.dire('comment nantir une créance ?', message);
    await clausette.dire('comment nantir une créance ?', message);
    expect((await clausette.store.questions.all()).length).to.equal(avant + 1);
  });
});
