import { expect } from 'chai';
import { loadContenu } from '../../src/content/contenu.ts';
import { construireIndex } from '../../src/nlu/classement.ts';
import { rangerIndex, rouvrirIndex } from '../../src/nlu/questions/rangement.ts';
import { chercherQuestion } from '../../src/nlu/questions.ts';
import { construireLexique } from '../../src/nlu/termes.ts';

describe('rangement de la reconnaissance', () => {
  it('rend, une fois rouverte, exactement les mêmes décisions', () => {
    const { knowledge, exterieurs } = loadContenu('knowledge', 'absent.json').contenu;
    const lexique = construireLexique(knowledge.lexique);
    const appris = construireIndex(knowledge.fiches, exterieurs, lexique);
    const { range, poids } = rangerIndex(appris);
    const rouvert = rouvrirIndex({ range: JSON.parse(JSON.stringify(range)), poids }, knowledge.fiches, lexique);
    for (const texte of [
      'puis-je réserver un lot à un ESAT ?',
      'kel seuil pr la clause social',
      'il fait beau',
      'délai de paiement d’une facture',
    ])
      expect(chercherQuestion(texte, null, rouvert)).to.deep.equal(chercherQuestion(texte, null, appris));
  });
});
