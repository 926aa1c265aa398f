import { expect } from 'chai';
import { Fiche } from '../../src/domain/droit.ts';
import { Terme } from '../../src/domain/lexique.ts';
import { classer, construireIndex } from '../../src/nlu/classement.ts';
import { decouperQuestions, peserPhrases } from '../../src/nlu/questions/phrases.ts';
import { chercherQuestion } from '../../src/nlu/questions.ts';
import { construireLexique, extraireTraits } from '../../src/nlu/termes.ts';

const lexique = construireLexique([
  Terme.parse({ terme: 'ESAT', definition: 'Établissement du handicap', synonymes: ['atelier protégé'] }),
  Terme.parse({ terme: 'SIAE', definition: "Structure de l'insertion", synonymes: ["structure d'insertion"] }),
  Terme.parse({ terme: 'AI', definition: 'Association intermédiaire' }),
]);

const fiche = (id: string, titre: string, phrases: string[]): [string, Fiche] => [
  id,
  Fiche.parse({
    id,
    titre,
    phrases,
    theme: 'marches-reserves',
    confiance: 'verifie',
    luLe: '2026-11-21',
    sources: ['ccp-l2113-12'],
    reponse: 'Oui, sous les conditions que fixe le code de la commande publique.',
    detail: '',
  }),
];

const index = construireIndex(
  new Map([
    fiche('reserver-handicap', 'Peut-on réserver un marché à un ESAT ?', [
      'réserver un lot à un ESAT',
      'marché réservé handicap',
      'réservation ESAT article',
      'L2113-12',
    ]),
    fiche('reserver-insertion', 'Peut-on réserver un marché à une SIAE ?', [
      'réserver un lot à une SIAE',
      'marché réservé insertion',
      'réservation SIAE article',
      'L2113-13',
    ]),
    fiche('clause-penalite', "Quelles pénalités pour des heures d'insertion non faites ?", [
      'pénalités heures manquantes',
      'sanction si les heures ne sont pas faites',
      'montant de la pénalité par heure',
      'amende heures insertion',
    ]),
  ]),
  [{ id: 'meteo', phrases: ['il pleut demain ?', 'quel temps fait-il', 'météo à Lille', 'va-t-il neiger'] }],
  lexique,
);

const ficheDe = (texte: string, sujet: string | null = null): string => {
  const lue = chercherQuestion(texte, sujet, index);
  return lue.certitude === 'sure' ? lue.fiche : lue.certitude;
};

describe('classement des questions', () => {
  const cas: readonly (readonly [texte: string, attendue: string])[] = [
    ["j'aimerais réserver ce marché à un atelier protégé", 'reserver-handicap'],
    ['resérvation pour une siae', 'reserver-insertion'],
    ['article L. 2113-13', 'reserver-insertion'],
    ['art 2113-12 al. 1', 'reserver-handicap'],
    ['penalitées pour heures manquante', 'clause-penalite'],
    ['Peut-on réserver un marché à une SIAE ?', 'reserver-insertion'],
  ];
  for (const [texte, attendue] of cas)
    it(`« ${texte} » → ${attendue}`, () => {
      expect(ficheDe(texte)).to.equal(attendue);
    });

  for (const texte of ['il va pleuvoir à Calais ?', 'gloubi gloubi 777', 'where is the station', '42 42 42', '', '...'])
    it(`se tait sur « ${texte} »`, () => {
      expect(ficheDe(texte)).to.equal('aucune');
    });

  it("ne confond pas un article avec celui qu'il prolonge", () => {
    const traits = extraireTraits('L2113-13-1', lexique);
    expect([...traits.keys()])
      .to.include('artl2113-13-1')
      .and.not.include('artl2113-13');
  });

  it('apprend toujours la même chose', () => {
    const lire = () => classer('réserver un lot', index).classes.map(({ id, score }) => `${id} ${score}`);
    expect(lire()).to.deep.equal(lire());
  });

  it('reconnaît un sigle ambigu en majuscules seulement', () => {
    expect(extraireTraits("j'ai un marché", lexique).has('@ai')).to.equal(false);
    expect(extraireTraits('une AI candidate', lexique).has('@ai')).to.equal(true);
  });

  it("comprend une suite par le sujet d'avant, et change de public", () => {
    expect(ficheDe('et pour une SIAE ?', 'reserver-handicap')).to.equal('reserver-insertion');
  });

  it("oublie le sujet d'avant pour une question entière", () => {
    expect(ficheDe("Quelles pénalités si les heures d'insertion ne sont pas faites ?", 'reserver-handicap')).to.equal(
      'clause-penalite',
    );
  });
});

describe('phrases d’un message', () => {
  const poidsDe = (texte: string) => peserPhrases(texte).map(({ poids }) => poids);

  it("donne moins de poids à ce qui entoure la question d'un courriel", () => {
    expect(
      poidsDe(
        "Bonjour, nous refaisons la toiture de l'école cet été. Peut-on réserver certains travaux de peinture à une entreprise adaptée de notre secteur ? Merci d'avance.",
      ),
    ).to.deep.equal([0.35, 1]);
  });

  it('cherche le sujet autour d’une question qui ne dit presque rien', () => {
    expect(
      poidsDe("Bonjour, nous voudrions que le lot peinture revienne à un ESAT. Est-ce possible ? Merci d'avance."),
    ).to.deep.equal([0.8, 1]);
  });

  it('sépare deux questions, et rattache celle qui ne tient pas seule', () => {
    expect(
      decouperQuestions('Peut-on réserver un lot à un ESAT ? Combien coûte le facilitateur de la région ?'),
    ).to.have.length(2);
    expect(decouperQuestions('Peut-on réserver un lot à un ESAT ? Et sous quelles conditions ?')).to.have.length(1);
    expect(decouperQuestions('bonjour, merci')).to.deep.equal(['bonjour, merci']);
  });
});
