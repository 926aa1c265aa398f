import { expect } from 'chai';
import { lireConsultation } from '../../../src/domain/droit/consultation.ts';
import { decouperMessage } from '../../../src/domain/droit/decoupe.ts';
import { lireDemandeDefinition, trouverTerme } from '../../../src/domain/droit/definition.ts';
import { lireAlinea } from '../../../src/domain/droit/redactions.ts';

const CONNUES = [
  'ccp-l2113-12',
  'ccp-l2113-13',
  'ccp-r2113-7',
  'ccp-l2112-2-1',
  'cmp-14',
  'ord-2015-899-38',
  'ord-2015-899-52',
  'ct-l5132-4',
];

describe('article demandé pour lui-même', () => {
  const CONSULTE: readonly (readonly [string, readonly string[]])[] = [
    ['L2113-13', ['ccp-l2113-13']],
    ['article 2112-2-1', ['ccp-l2112-2-1']],
    ['Que dit l’article L. 2113-13 du CCP ?', ['ccp-l2113-13']],
    ['c koi le L2113-12 svp', ['ccp-l2113-12']],
    ['texte de l’article R2113-7 en 2020', ['ccp-r2113-7']],
    ['art 38+52', ['ord-2015-899-38', 'ord-2015-899-52']],
    ['ex-article 14 CMP', ['cmp-14']],
    ['L5132-4 code du travail', ['ct-l5132-4']],
  ];
  for (const [texte, ids] of CONSULTE)
    it(`« ${texte} »`, () => {
      const lue = lireConsultation(texte, CONNUES);
      expect(lue?.type === 'connue' ? lue.ids : null).to.deep.equal(ids);
    });

  for (const texte of [
    'un marché réservé L2113-13 peut-il être ouvert aux ESAT ?',
    'durée d’un marché L2113-13',
    'la clause sociale est-elle obligatoire ?',
    'CCAG travaux',
    'que dit l’article 5 du CCAP ?',
  ])
    it(`laisse la question « ${texte} »`, () => {
      expect(lireConsultation(texte, CONNUES)).to.equal(null);
    });

  it('dit ce qui n’existe pas, avec les voisins', () => {
    expect(lireConsultation('L2113-99', CONNUES)).to.deep.equal({
      type: 'inconnue',
      ecrit: 'L2113-99',
      voisines: ['ccp-l2113-13', 'ccp-l2113-12', 'ccp-r2113-7'],
    });
  });

  it('lit l’alinéa demandé, et celui du résumé', () => {
    const lue = lireConsultation('art. R. 2113-7 al. 2', CONNUES);
    expect(lue?.type === 'connue' && lue.alinea).to.equal(2);
    expect(lireAlinea('Al. 1 : un. Al. 2 (nouveau) : deux.', 2)).to.equal('Al. 2 (nouveau) : deux.');
    expect(lireAlinea('Al. 1 : un. Al. 2 et 3 : deux.', 3)).to.equal('Al. 2 et 3 : deux.');
    expect(lireAlinea('Rien de tel.', 1)).to.equal(null);
  });
});

describe('définition demandée', () => {
  const DEMANDES: readonly (readonly [string, string | null])[] = [
    ['c’est quoi une ACI ?', 'aci'],
    ['définition QPV', 'qpv'],
    ['c est quoi une MAD', 'mad'],
    ['ETTI ça veut dire quoi', 'etti'],
    ['que signifie BRSA', 'brsa'],
    ['Qu’est-ce qu’un GEIQ ?', 'geiq'],
    ['Bonjour, que veut dire le sigle DELD svp ?', 'deld'],
    ['EA, c’est quoi ?', 'ea'],
    ['la clause sociale est-elle obligatoire ?', null],
    ['comment définir le volume d’heures ?', null],
  ];
  for (const [texte, terme] of DEMANDES)
    it(`« ${texte} » : ${terme ?? 'aucune'}`, () => {
      expect(lireDemandeDefinition(texte)).to.equal(terme);
    });

  it('trouve un terme par son sigle, sa forme développée ou un synonyme, au pluriel aussi', () => {
    const terme = {
      terme: 'ACI',
      developpe: 'atelier et chantier d’insertion',
      definition: 'Une structure.',
      fiche: null,
      synonymes: ['chantier d’insertion'],
      perime: false as const,
    };
    for (const ecriture of ['aci', 'ateliers et chantiers d’insertion', 'un chantier d’insertion'])
      expect(trouverTerme(ecriture, [terme])?.terme, ecriture).to.equal('ACI');
    expect(trouverTerme('chantier', [terme])).to.equal(null);
  });
});

describe('questions d’un message', () => {
  const questions = (texte: string) => decouperMessage(texte).map(({ question }) => question);

  it('en sépare deux ou trois', () => {
    expect(
      questions('Bonjour. La clause est-elle obligatoire ? Peut-on réserver un lot aux ESAT ? Merci'),
    ).to.deep.equal(['La clause est-elle obligatoire ?', 'Peut-on réserver un lot aux ESAT ?']);
    expect(
      questions(
        '1. Puis-je réserver un lot aux ESAT ? 2. À quelles autres structures le peut-on ? 3. Pour combien de temps est-ce permis ? 4. Et encore cela ?',
      ),
    ).to.have.length(3);
    expect(questions('Deux points :\n- réserver un lot aux ESAT\n- la durée maximale')).to.have.length(2);
  });

  it('laisse entière une question seule', () => {
    const texte = 'Bonjour. Je prépare un marché. La clause est-elle obligatoire ? Merci d’avance.';
    expect(questions(texte)).to.deep.equal([texte]);
  });

  it('donne à chacune le début du message', () => {
    const [, seconde] = decouperMessage(
      'Marché de 250 000 €. La clause est-elle bien obligatoire ? Puis-je réserver un lot aux ESAT ?',
    );
    expect(seconde?.enContexte).to.equal('Marché de 250 000 €. Puis-je réserver un lot aux ESAT ?');
  });
});
