import { expect } from 'chai';
import type { Reponse } from '../../dialogs/kit/reply.ts';
import { Clausette, compteDe, lisible } from '../support/clausette.ts';

/** Ce qu'on attend d'une réponse : motifs présents, motifs absents, citations, premier mot. */
interface Attendu {
  readonly dit?: readonly RegExp[];
  readonly tait?: readonly RegExp[];
  /** Identifiants cités, parmi d'autres ; tableau vide : aucune citation. */
  readonly cite?: readonly string[];
}

const verifier = (reponses: readonly Reponse[], { dit = [], tait = [], cite }: Attendu): void => {
  const texte = reponses.map(({ texte: lu }) => lu).join('\n');
  const lu = texte.replace(/[\u00a0\u202f]/g, ' ');
  for (const motif of dit) expect(lu).to.match(motif);
  for (const motif of tait) expect(lu).to.not.match(motif);
  const cites = reponses.flatMap(({ citations = [] }) => citations.map(({ id }) => id));
  if (cite?.length === 0) expect(cites).to.deep.equal([]);
  else if (cite) expect(cites).to.include.members([...cite]);
};

const ARTICLES: readonly (readonly [string, Attendu])[] = [
  [
    'L2113-13',
    { dit: [/insertion par l’activité économique/, /depuis le 1er avril 2019/, /legifrance/], cite: ['ccp-l2113-13'] },
  ],
  ['article 2112-2-1', { dit: [/L2112-2-1/, /22 août 2026/], cite: ['ccp-l2112-2-1'] }],
  ['art. R. 2113-7 al. 2', { dit: [/Alinéa 2/, /décision de réserver/, /30 décembre 2022/], cite: ['ccp-r2113-7'] }],
  [
    'que dit l’article L2152-7 ?',
    {
      dit: [/environnement/, /Du 25 octobre 2023 au 21 août 2026/, /Du 1er avril 2019 au 24 octobre 2023/],
      cite: ['ccp-l2152-7'],
    },
  ],
  ['c’est quoi le L2113-12', { dit: [/entreprises adaptées/, /20 décembre 2023/], cite: ['ccp-l2113-12'] }],
  ['Bonjour, pouvez-vous me donner le texte de l’article R2152-7 svp ?', { dit: [/R2152-7/], cite: ['ccp-r2152-7'] }],
  ['L. 5213-13 du code du travail', { dit: [/entreprises adaptées/i], cite: ['ct-l5213-13'] }],
  ['L2113-15 et 16', { dit: [/L2113-15/, /L2113-16/], cite: ['ccp-l2113-15', 'ccp-l2113-16'] }],
  ['l2113 14', { dit: [/9 décembre 2020/], cite: ['ccp-l2113-14'] }],
  ['L2113-99', { dit: [/n’ai pas la réponse/, /L2113-16/], cite: [] }],
  ['que dit l’article L2112-2-2 ?', { dit: [/n’ai pas la réponse/, /L2112-2-1/], cite: [] }],
  ['L2113-7', { dit: [/n’ai pas la réponse/, /R2113-7/], cite: [] }],
  ['article 9999-9', { dit: [/n’ai pas la réponse/], cite: [] }],
  ['art. 14 CMP', { dit: [/L2112-2/], cite: ['ccp-l2112-2'] }],
  ['art 38+52', { dit: [/L2112-2/, /L2152-7/], cite: ['ccp-l2112-2', 'ccp-l2152-7'] }],
  ['article 36 de l’ordonnance 2015-899', { dit: [/L2113-12/, /L2113-13/], cite: ['ccp-l2113-12'] }],
  [
    'un marché réservé L2113-13 peut-il être ouvert aux ESAT ?',
    { dit: [/^Oui|L2113-14/], tait: [/Rédactions antérieures/] },
  ],
  [
    'L’article L2113-99 permet-il de réserver un marché à un ESAT ?',
    { dit: [/ne connais pas d’article « L2113-99 »/] },
  ],
];

const EPOQUES: readonly (readonly [string, Attendu])[] = [
  [
    'Pouvais-je réserver un lot à la fois aux EA et aux SIAE en juin 2020 ?',
    { dit: [/En juin 2020\*\* : Non/, /Aujourd’hui\*\* : Oui/, /9 décembre 2020/], cite: ['ccp-l2113-14'] },
  ],
  ['réserver un lot à la fois aux EA et aux SIAE au 8 décembre 2020', { dit: [/8 décembre 2020\*\* : Non/] }],
  [
    'réserver un lot à la fois aux EA et aux SIAE au 9 décembre 2020',
    { dit: [/déjà celle d’aujourd’hui/], tait: [/\*\* : Non/] },
  ],
  [
    'Peut-on réserver un lot aux EA et aux SIAE ensemble en 2020 ?',
    { dit: [/Jusqu’au 8 décembre 2020\*\* : Non/, /Depuis le 9 décembre 2020/] },
  ],
  [
    'L2113-14 en 2019',
    { dit: [/En 2019\*\* \(rédaction du 1er avril 2019\)/, /interdit/, /Aujourd’hui/], cite: ['ccp-l2113-14'] },
  ],
  ['L2113-12 en 2018', { dit: [/n’existait pas encore/], cite: ['ccp-l2113-12'] }],
  ['L2112-2 avant août 2026', { dit: [/rédaction du 1er avril 2019/, /Aujourd’hui/] }],
  ['quel seuil SPASER en 2021 ?', { dit: [/En 2021\*\* : Plus de 100 M€/, /50 M€/], cite: ['ccp-d2111-3'] }],
  [
    'la clause sociale était-elle obligatoire en mars 2024 ?',
    { dit: [/En mars 2024\*\* : Non/, /22 août 2026/], cite: ['ccp-l2112-2'] },
  ],
  ['critère prix seul en 2025 ?', { dit: [/En 2025\*\* : Oui, dans un cas/, /Aujourd’hui\*\* : Non/] }],
  ['quels étaient les seuils européens en 2025 ?', { dit: [/221 000 €/, /216 000 €/] }],
  ['peut-on réserver un marché au travail pénitentiaire en 2021', { dit: [/En 2021\*\* : Non/] }],
];

const MONTANTS: readonly (readonly [string, Attendu])[] = [
  [
    'marché de fournitures 250 000 € pour une ville, clause sociale obligatoire ?',
    { dit: [/^250 000 € HT de fournitures pour une ville : \*\*oui\*\*, au-dessus du seuil de 216 000 €/] },
  ],
  [
    'La clause sociale est-elle obligatoire pour 200 000 € de fournitures dans une commune ?',
    { dit: [/^200 000 € HT de fournitures pour une commune : sous le seuil de 216 000 €/] },
  ],
  [
    'clause sociale obligatoire pour un marché de services de 150 000 € d’un ministère ?',
    { dit: [/pour un ministère : \*\*oui\*\*/, /140 000 €/] },
  ],
  [
    '200 000 € de services : clause sociale obligatoire ?',
    { dit: [/cela dépend de l’acheteur/, /140 000 €/, /216 000 €/, /432 000 €/] },
  ],
  [
    'marché de 300 000 € pour une commune, suis-je obligé de mettre une clause sociale ?',
    { dit: [/cela dépend du contrat/] },
  ],
  [
    'chantier de 6 M€ d’une durée de 5 mois : clause sociale obligatoire ?',
    { dit: [/moins de six mois\*\* sont dispensés/] },
  ],
  ['chantier de 6 M€ : clause sociale obligatoire ?', { dit: [/\*\*oui\*\*/, /5 404 000 €/, /moins de six mois/] }],
  [
    'En 2024, un chantier de 6 M€ devait-il avoir une clause sociale obligatoire ?',
    { dit: [/^6 000 000 € HT de travaux : en 2024, \*\*pas d’obligation\*\*/] },
  ],
];

const DEFINITIONS: readonly (readonly [string, Attendu])[] = [
  [
    'c’est quoi une ACI ?',
    { dit: [/\*\*ACI\*\* \(atelier et chantier d'insertion\)/, /L5132-15/], cite: ['ct-l5132-15'] },
  ],
  ['définition QPV', { dit: [/quartier prioritaire de la politique de la ville/], cite: ['decret-2023-1314'] }],
  ['ETTI ça veut dire quoi', { dit: [/travail temporaire d'insertion/], cite: ['ct-l5132-6'] }],
  ['que signifie BRSA', { dit: [/revenu de solidarité active/] }],
  ['IAE ?', { dit: [/insertion par l'activité économique/, /L5132-4/] }],
  ['qpv', { dit: [/quartier prioritaire/] }],
  ['c’est quoi une avance ?', { dit: [/n’ai pas la réponse|hors de mon domaine/], cite: [] }],
  ['c’est quoi la ZUS ?', { dit: [/n’est plus en usage/, /QPV/] }],
  ['Que veut dire le sigle AMO ?', { dit: [/assistance à maîtrise d'ouvrage/, /sans texte à citer/], cite: [] }],
  ['c’est quoi une clause sociale', { dit: [/condition d’exécution/, /L2112-2/], cite: ['ccp-l2112-2'] }],
];

describe('question juridique', () => {
  let clausette: Clausette;
  beforeEach(async () => {
    clausette = await Clausette.create();
  });
  afterEach(() => clausette.close());

  const groupes = {
    'consulte un article': ARTICLES,
    'dit le droit d’une date': EPOQUES,
    'se sert des montants': MONTANTS,
    'définit un terme': DEFINITIONS,
  };
  for (const [titre, cas] of Object.entries(groupes))
    describe(titre, () => {
      for (const [texte, attendu] of cas)
        it(`« ${texte} »`, async () => {
          verifier(await clausette.dire(texte), attendu);
        });
    });

  const SUITES: readonly (readonly [string, string, Attendu])[] = [
    [
      'Peut-on réserver un même marché aux EA et aux SIAE ?',
      'et en 2019 ?',
      { dit: [/Jusqu’au 31 mars 2019\*\* : Non/, /8 décembre 2020\*\* : Non/] },
    ],
    ['La clause sociale est-elle obligatoire ?', 'et en 2024 ?', { dit: [/^\*\*En 2024\*\* : Non/] }],
    [
      '150 000 € de fournitures pour une ville : clause sociale obligatoire ?',
      'et si c’est l’État ?',
      { dit: [/^150 000 € HT de fournitures pour l’État : \*\*oui/] },
    ],
    [
      '250 000 € de fournitures pour une ville : clause sociale obligatoire ?',
      'et pour 200 000 € ?',
      { dit: [/^200 000 € HT de fournitures pour une ville : sous le seuil/] },
    ],
    [
      'chantier de 6 M€ : clause sociale obligatoire ?',
      'et s’il dure 4 mois ?',
      { dit: [/moins de six mois\*\* sont dispensés/] },
    ],
    ['L2113-13', 'et le L2113-12 ?', { cite: ['ccp-l2113-12'] }],
    ['c’est quoi une ACI ?', 'et une ETTI ?', { cite: ['ct-l5132-6'] }],
    [
      '250 000 € de fournitures pour une ville : clause sociale obligatoire ?',
      'Peut-on réserver une concession aux EA et aux SIAE ?',
      { tait: [/250 000/], cite: ['ccp-l3113-3'] },
    ],
  ];
  for (const [avant, suite, attendu] of SUITES)
    it(`« ${avant} » puis « ${suite} »`, async () => {
      await clausette.dire(avant);
      verifier(await clausette.dire(suite), attendu);
    });

  it('propose trois fiches au plus qui s’appuient sur l’article, et elles répondent', async () => {
    const [article] = await clausette.dire('L2113-13');
    expect(article?.choix).to.have.length.within(1, 3);
    const [fiche] = await clausette.dire(article?.choix?.[0]?.valeur ?? '');
    expect(fiche?.avis?.fiche).to.be.a('string');
  });

  it('propose l’article voisin d’un article inconnu, et le bouton le consulte', async () => {
    const [inconnu] = await clausette.dire('L2113-7');
    const [voisin] = await clausette.dire(inconnu?.choix?.[0]?.valeur ?? '');
    verifier(voisin ? [voisin] : [], { dit: [/Art\. R2113-7/], cite: ['ccp-r2113-7'] });
  });

  it('répond à deux questions d’un message, citations ensemble et sans doublon', async () => {
    const [reponse] = await clausette.dire(
      'Bonjour, je prépare un marché de nettoyage de 250 000 € HT pour notre mairie. La clause sociale est-elle obligatoire ? Peut-on réserver une concession à la fois aux EA et aux SIAE ? Merci',
    );
    verifier(reponse ? [reponse] : [], {
      dit: [
        /\*\*1\. La clause sociale/,
        /250 000 € HT de services pour une ville : \*\*oui\*\*/,
        /\*\*2\. Peut-on réserver une concession/,
      ],
      cite: ['ccp-l2112-2-1', 'ccp-l3113-3'],
    });
    const ids = reponse?.citations?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('dit le point auquel elle ne répond pas, et le garde masqué', async () => {
    await clausette.dire(
      'Peut-on réserver un marché aux SIAE ? Quelle est la durée maximale d’un marché réservé à l’ESS ? Mme Zaoui au 06 12 34 56 78 préfère-t-elle le curling ou le tricot ?',
    );
    const notees = await clausette.store.questions.all();
    expect(notees.map(({ texte }) => texte).join(' ')).to.not.match(/Zaoui|06 12/);
  });

  it('garde la question sans réponse, et l’administrateur la voit rangée par ressemblance', async () => {
    for (const texte of ['comment nantir une créance publique', 'nantissement d’une créance publique ?', 'L2113-99'])
      await clausette.dire(texte);
    const refus = lisible(await clausette.dire('questions sans réponse'));
    expect(refus).to.match(/réservées aux administrateurs/);
    const liste = lisible(await clausette.dire('questions sans réponse', { compte: compteDe('administrateur') }));
    expect(liste)
      .to.match(/2 fois/)
      .and.match(/L2113-99/);
  });

  it('range l’avis avec la fiche et le jour de sa lecture', async () => {
    const [reponse] = await clausette.dire('La clause sociale est-elle obligatoire dans les marchés publics ?');
    const fiche = reponse?.avis?.fiche ?? '';
    await clausette.dire('', { donnees: { action: 'avis', reaction: 'dislike', fiche } });
    const [avis] = await clausette.store.avisFiches.all();
    expect(avis).to.include({ fiche: 'obligation-principe', reaction: 'pas-utile', luLe: '2026-11-21' });
  });

  it('dit qu’une réponse passée de date attend une relecture', async () => {
    const [reponse] = await clausette.dire('Qu’est-ce qu’une EITI ?', { le: '2027-01-05T10:00:00+01:00' });
    expect(reponse?.texte).to.match(/attend une relecture/);
  });
});
