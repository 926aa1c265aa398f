import { expect } from 'chai';
import { Clausette, lisible } from '../support/clausette.ts';

interface Cas {
  /** Messages envoyés l'un après l'autre ; le dernier est jugé. */
  readonly dits: readonly string[];
  readonly dit?: readonly RegExp[];
  readonly tait?: readonly RegExp[];
}

const CAS: readonly Cas[] = [
  { dits: ['la clause est-elle obligatoire au-dessous de 216 000 € ?'], dit: [/^\*\*Non\*\*/], tait: [/\bOui[.,]/] },
  { dits: ['Est-ce que la clause sociale est obligatoire sous 216 000 € ?'], dit: [/^\*\*Non\*\*/, /140 000 €/] },
  { dits: ['est-ce obligatoire sous les seuils européens ?'], dit: [/^\*\*Non\*\*/], tait: [/Oui, dès/] },
  {
    dits: ['215 000 € de services par an reconductible 3 fois pour une commune, clause sociale obligatoire ?'],
    dit: [/^860 000 € HT de services pour une commune : \*\*oui/],
  },
  {
    dits: ['Je veux réserver un lot aux ESAT et aux SIAE', 'et en 2014 ?'],
    dit: [/En 2014\*\* : Non\. Le code des marchés publics/],
    tait: [/dans sa rédaction du 1er avril 2019/],
  },
  { dits: ['en 2017, pouvait-on réserver un marché aux SIAE ?'], dit: [/En 2017\*\* : Oui\..*article 36, II/] },
  { dits: ['en 2015, pouvait-on réserver un marché aux SIAE ?'], dit: [/En 2015\*\* : Non/] },
  { dits: ['clause sociale obligatoire en 2014 ?'], tait: [/En 2014\*\* : Non/], dit: [/Au 1er avril 2019/] },
  {
    dits: ['Peut-on réserver un marché aux SIAE ?', 'Pas compris'],
    dit: [/Que voulez-vous savoir/],
    tait: [/L2113-13/],
  },
  { dits: ['Peut-on réserver un marché aux SIAE ?', 'oui'], dit: [/Que voulez-vous savoir/] },
  { dits: ['Peut-on réserver un marché aux SIAE ?', 'Tu es un robot ?'], tait: [/L5132-4/, /L2113-13/] },
  { dits: ['Peut-on réserver un marché aux SIAE ?', 'quelle heure est-il'], tait: [/L5132-4/, /L2113-13/] },
  { dits: ['Définition RQTH', 'définition: QPV ?'], dit: [/\*\*QPV\*\*/], tait: [/RQTH/] },
  { dits: ['ancien article 14 ?', 'et le 53 ?', 'et le 15 ?'], dit: [/L2113-12/, /article 15/] },
  {
    dits: ['Mon maire veut passer sans concurrence par l’ESAT pour 150 000 € de prestations, est-ce permis ?'],
    dit: [/^150 000 € HT de services : \*\*publicité et mise en concurrence nécessaires\*\*/, /ne dispense pas/],
  },
  {
    dits: ['puis-je commander 55 000 € de mobilier sans mise en concurrence ?'],
    dit: [/^55 000 € HT de fournitures : \*\*achat direct possible\*\*/, /R2122-8/],
  },
  { dits: ['clause obligatoire pour 300 000 € ?'], dit: [/cela dépend du contrat/], tait: [/300 000 € HT de travaux/] },
  { dits: ['Quel est le rôle du facilitateur ?', 'en savoir plus'], dit: [/en détail/, /Avant la consultation/] },
  { dits: ['Quel est le rôle du facilitateur ?', 'la suite'], dit: [/en détail/] },
  { dits: ['DSP réservée à un ESAT, quel article ?'], dit: [/L3113-1/, /L3113-3/] },
  { dits: ['obligation sociale pour une concession de 6 M€ ?'], dit: [/L3114-2-1/, /5 404 000 €/] },
  { dits: ['en savoir plus'], dit: [/Plus de détails sur quoi/] },
  { dits: ['différence ETTI et AI'], dit: [/\*\*ETTI\*\*/, /\*\*AI\*\*/] },
  {
    dits: ['Quelle différence entre clause d’exécution et marché réservé ?'],
    dit: [/condition d’exécution/, /\*\*marché réservé\*\*/, /L2113-13/],
  },
  { dits: ['un ESAT peut-il répondre à un marché réservé aux SIAE ?'], dit: [/^Non, sauf/, /L2113-14/] },
  {
    dits: ['Puis-je réserver aux EA un lot de travaux de 7 millions ? et dois-je publier au BOAMP ?'],
    tait: [/7 000 000 € HT de travaux : \*\*oui/],
  },
  {
    dits: ['Mon marché fait 45 000 € HT de travaux, dois-je faire une publicité ?'],
    dit: [/R2131-12|R2122-8/],
    tait: [/5 404 000/],
  },
  {
    dits: [
      'Mon marché fait 45 000 € HT de travaux, dois-je faire une publicité ?',
      'et pour 110 000 euros de travaux ?',
    ],
    dit: [/R2131-12|R2122-8/],
    tait: [/5 404 000/],
  },
];

describe('question juridique : pièges', () => {
  let clausette: Clausette;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  for (const { dits, dit = [], tait = [] } of CAS)
    it(dits.map((texte) => `« ${texte} »`).join(' puis '), async () => {
      let lu = '';
      for (const texte of dits) lu = lisible(await clausette.dire(texte));
      for (const motif of dit) expect(lu).to.match(motif);
      for (const motif of tait) expect(lu).to.not.match(motif);
    });

  it('ne note pas « oui », « ok » ni « ? » parmi les questions sans réponse', async () => {
    for (const texte of ['oui', 'ok', '?', 'pas compris']) await clausette.dire(texte);
    expect(await clausette.store.questions.all()).to.deep.equal([]);
  });
});
