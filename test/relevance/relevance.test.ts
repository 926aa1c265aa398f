import { expect } from 'chai';
import { chercherQuestion } from '../../src/nlu/questions.ts';
import { chargerMatiere, type Lecteur, lireMessages, mesurer, mesurerSuites, nu } from './mesure.ts';

/**
 * Planchers, deux points sous ce que l'on atteint : une formulation de plus déplace chaque score d'un point.
 * Le lot de contrôle n'a jamais servi au réglage.
 */
const PLANCHERS = {
  reglage: { premiere: 0.945, troisPremieres: 0.97, silence: 0.965, suites: 0.89 },
  controle: { premiere: 0.875, troisPremieres: 0.94, silence: 0.955, suites: 0.81 },
} as const;

describe('pertinence des réponses de droit', function () {
  this.timeout(60_000);
  const matiere = chargerMatiere();
  const messages = lireMessages(matiere.exterieurs);
  const index = matiere.construire();
  const lecteur: Lecteur = (texte, sujet) => chercherQuestion(texte, sujet, index);

  for (const lot of ['reglage', 'controle'] as const)
    it(`tient les planchers du lot « ${lot} »`, () => {
      const mesure = { ...mesurer(lecteur, messages, lot), suites: mesurerSuites(lecteur, messages, lot) };
      for (const cle of ['premiere', 'troisPremieres', 'silence', 'suites'] as const)
        expect(mesure[cle], cle).to.be.at.least(PLANCHERS[lot][cle]);
    });

  it('mesure au moins trois cents questions en six styles, et un tiers de messages hors du domaine', () => {
    const { questions, dehors } = messages;
    expect(questions.length).to.be.at.least(300);
    expect(new Set(questions.map(({ style }) => style)).size).to.be.at.least(6);
    expect(dehors.length / (questions.length + dehors.length)).to.be.at.least(0.3);
    expect(questions.filter(({ lot }) => lot === 'controle').length / questions.length).to.be.within(0.45, 0.55);
  });

  it("n'a aucun message de mesure parmi les formulations des fiches", () => {
    const formulations = new Set(
      [...matiere.fiches.values()].flatMap(({ titre, phrases }) => [titre, ...phrases]).map(nu),
    );
    const { questions, dehors, suites } = messages;
    const textes = [
      ...[...questions, ...dehors].map(({ texte }) => texte),
      ...suites.map(({ tours }) => tours[0] ?? ''),
    ];
    expect(textes.filter((texte) => formulations.has(nu(texte)))).to.deep.equal([]);
  });

  it('ne nomme, comme réponses attendues, que des fiches publiées', () => {
    const attendues = new Set([...messages.questions, ...messages.suites].flatMap(({ fiches }) => fiches));
    expect([...attendues].filter((id) => matiere.fiches.get(id)?.statut !== 'publiee')).to.deep.equal([]);
  });
});
