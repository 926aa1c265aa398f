import { expect } from 'chai';
import { lireDemandeAnnuaire, lireDemandeTerritoire } from '../../src/nlu/intentions-territoire.ts';
import { lireLieu } from '../../src/nlu/lieux/lire.ts';
import { index } from './lieux/index-de-test.ts';

const lire = (texte: string) => lireDemandeTerritoire(texte, lireLieu(texte, index));

const DEMANDES = {
  'zones-blanches': [
    'zones blanches',
    'ZONES BLANCHES PAS DE CALAIS',
    'zones blanches du 62',
    'Où sont les zones blanches de la région ?',
    'liste des zones blanches stp',
    'quelles intercos n’ont pas de facilitateur ?',
    'quels territoires ne sont pas couverts ?',
    'les EPCI sans facilitateur dans la Somme',
    'où manque-t-il des facilitateurs ?',
    'carte de la couverture des facilitateurs',
    'couverture du territoire par les facilitateurs',
    'communautés de communes sans clauseur',
    'Bonjour, pourriez-vous m’indiquer les territoires non couverts dans l’Aisne ? Merci',
    'zone blanche de l’oise',
    'ya des trous dans le maillage ?',
  ],
  'etat-des-lieux': [
    'état des lieux des facilitateurs',
    'etat des lieux facilitateurs somme',
    'Pouvez-vous dresser un état des lieux régional des facilitateurs ?',
    'combien de facilitateurs dans le Nord ?',
    'combien y a-t-il de facilitateurs dans la région',
    'nombre de facilitateurs dans les Hauts-de-France',
    'cartographie des facilitateurs',
    'ETP des facilitateurs',
    'liste des facilitateurs du Pas-de-Calais',
  ],
  besoins: [
    'besoins non satisfaits',
    'quels sont les besoins non couverts ?',
    'besoins insatisfaits dans l’Oise',
    'demandes de facilitateur non satisfaites',
    'besoins restés sans réponse',
  ],
} as const;

const AUTRES = [
  'c’est quoi une zone blanche ?',
  'que faire en zone blanche ?',
  'ma commune est en zone blanche, puis-je poser une clause ?',
  'facilitateur Douai',
  'combien de facilitateurs en France',
  'qui couvre Douai ?',
  'travaux de couverture à Lens',
  'marchés réservés dans la Somme',
  'où trouver l’annuaire des facilitateurs ?',
  'état des lieux de sortie d’un logement',
  'besoins en main-d’œuvre du chantier',
  '35 h pour P-0231 hier',
  'quel facilitateur pour mon marché dans l’Oise ?',
];

describe('demandes sur l’état du territoire', () => {
  for (const [demande, textes] of Object.entries(DEMANDES))
    for (const texte of textes) it(`« ${texte} » → ${demande}`, () => expect(lire(texte)).to.equal(demande));
  for (const texte of AUTRES) it(`« ${texte} » est une autre question`, () => expect(lire(texte)).to.equal(null));
});

const CHANGEMENTS = [
  ['la structure X couvre maintenant la CC du Ternois', 'ajouter', 'x', 'la cc du ternois'],
  ['Le PLIE du Douaisis couvre désormais aussi Arras et Lens.', 'ajouter', 'plie du douaisis', 'arras et lens'],
  ['Bonjour, le PLIE de Béthune intervient maintenant à Arras', 'ajouter', 'plie de bethune', 'a arras'],
  ['ajoute la CC du Ternois à la couverture du PLIE de Béthune', 'ajouter', 'plie de bethune', 'la cc du ternois'],
  ['mde lille ne couvre plus lomme', 'retirer', 'mde lille', 'lomme'],
  ['Entreprendre Ensemble n’intervient plus à Bergues', 'retirer', 'entreprendre ensemble', 'a bergues'],
  ['retire Roubaix de la couverture de la MiE du Roubaisis', 'retirer', 'la mie du roubaisis', 'roubaix'],
  ['supprime le PLIE X de l’annuaire', 'retirer-structure', 'plie x', null],
  ['je confirme la structure MEF du Laonnois', 'confirmer', 'mef du laonnois', null],
  ['le PLIE de Béthune est chef de file', 'chef-de-file', 'plie de bethune', null],
  ['le PLIE de Béthune n’est plus chef de file', 'plus-chef-de-file', 'plie de bethune', null],
] as const;

describe('demandes à l’annuaire', () => {
  for (const [texte, action, structure, lieux] of CHANGEMENTS)
    it(`« ${texte} » → ${action}`, () => {
      const lue = lireDemandeAnnuaire(texte);
      if (lue?.type !== 'changer') throw new Error('changement non reconnu');
      expect(lue.changement.action).to.equal(action);
      expect(lue.changement.structure).to.contain(structure);
      expect('lieux' in lue.changement ? lue.changement.lieux.trim() : null).to.equal(lieux);
    });

  for (const [texte, type] of [
    ['historique de l’annuaire', 'historique'],
    ['derniers changements de l’annuaire', 'historique'],
    ['qui a modifié l’annuaire ?', 'historique'],
    ['annule le dernier changement d’annuaire', 'defaire'],
    ['peux-tu annuler la dernière modification de l’annuaire ?', 'defaire'],
  ] as const)
    it(`« ${texte} » → ${type}`, () => expect(lireDemandeAnnuaire(texte)?.type).to.equal(type));

  for (const texte of [
    'qui couvre Douai maintenant ?',
    'est-ce que le PLIE de Béthune couvre aussi Lens ?',
    'quel facilitateur couvre aussi Lens',
    'annule la dernière saisie',
    'historique des heures',
    'le titulaire suit maintenant la formation',
    'où trouver l’annuaire des facilitateurs ?',
    'ajoute 7 h à P-0231',
    'qui est chef de file ?',
    'facilitateur chef de file',
    'la clause couvre aussi les sous-traitants',
  ])
    it(`« ${texte} » ne change pas l’annuaire`, () => {
      const lue = lireDemandeAnnuaire(texte);
      // Un changement de couverture sans lieu reconnu est écarté par l'intention.
      const sansLieu = lue?.type === 'changer' && 'lieux' in lue.changement && lireLieu(texte, index).type === 'aucun';
      expect(lue === null || sansLieu, JSON.stringify(lue)).to.equal(true);
    });
});
