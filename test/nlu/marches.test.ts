import { expect } from 'chai';
import { FiltreMarches, type Secteur } from '../../src/domain/marches.ts';
import type { LectureLieu } from '../../src/domain/territoire.ts';
import { lireFiltreMarches } from '../../src/nlu/marches.ts';
import { HAUTS_DE_FRANCE } from '../support/region.ts';

const AUJOURDHUI = '2026-11-21';

const secteur = (id: string, nom: string, mots: string[]): Secteur => ({
  id,
  nom,
  cpv: ['77'],
  mots,
  structures: [],
  partMainOeuvre: null,
});

const SECTEURS: readonly Secteur[] = [
  secteur('espaces-verts', 'Espaces verts', ['espaces verts', 'tonte', 'elagage', 'ev']),
  secteur('nettoyage', 'Nettoyage et propreté', ['nettoyage', 'menage', 'entretien des locaux', 'vitres']),
  secteur('proprete-urbaine', 'Propreté urbaine', ['nettoyage des rues', 'balayage']),
  secteur('blanchisserie', 'Blanchisserie', ['blanchisserie', 'linge']),
  secteur('traiteur', 'Traiteur', ['traiteur', 'plateaux repas']),
  secteur('dechets-recyclage', 'Déchets et réemploi', ['dechets', 'tri', 'recyclerie', 'collecte']),
  secteur('second-oeuvre', 'Second œuvre', ['second oeuvre', 'peinture', 'menuiserie']),
];

const SANS_LIEU: LectureLieu = { type: 'aucun' };
const LENS: LectureLieu = {
  type: 'trouve',
  lieu: {
    type: 'commune',
    commune: {
      code: '62498',
      nom: 'Lens',
      departement: '62',
      region: '32',
      epci: '246200299',
      codesPostaux: ['62300'],
      population: 32000,
    },
  },
};
const AISNE: LectureLieu = {
  type: 'trouve',
  lieu: { type: 'departement', departement: { code: '02', nom: 'Aisne', region: '32' } },
};
const EPCI: LectureLieu = {
  type: 'trouve',
  lieu: { type: 'epci', epci: { code: '200000000', nom: 'CC des Deux Vallées', communes: ['02001', '60002'] } },
};

const lire = (texte: string, lieu: LectureLieu = SANS_LIEU): FiltreMarches =>
  lireFiltreMarches(texte, { aujourdhui: AUJOURDHUI, secteurs: SECTEURS, lieu, region: HAUTS_DE_FRANCE });

type Cas = readonly [string, Partial<FiltreMarches>, LectureLieu?];

const CAS: readonly Cas[] = [
  [
    'marchés réservés espaces verts autour de Lens',
    { secteur: 'espaces-verts', departements: ['62'], codesLieu: ['62498', '62300'], lieu: 'Lens', reserves: true },
    LENS,
  ],
  [
    "réservés ESAT dans l'Aisne clôture dans plus de 15 jours",
    {
      audience: 'EA_ESAT',
      departements: ['02'],
      lieu: 'Aisne',
      limiteApres: '2026-12-06',
      limiteAvant: null,
      etat: 'ouvert',
    },
    AISNE,
  ],
  ['avis pour SIAE nettoyage 62', { audience: 'SIAE', secteur: 'nettoyage', departements: ['62'] }],
  ['qui achète du nettoyage en réservé ?', { secteur: 'nettoyage', audience: null, etat: 'ouvert', reserves: true }],
  [
    "appels d'offres réservés ouverts en ce moment",
    { secteur: null, audience: null, departements: [], etat: 'ouvert' },
  ],
  [
    'marchés réservés',
    { secteur: null, audience: null, departements: [], codesLieu: [], lieu: null, limiteAvant: null },
  ],
  ['marchés réservés blanchiserie', { secteur: 'blanchisserie' }],
  ['marche reserve netoyage', { secteur: 'nettoyage' }],
  ['espace vert réservé insertion', { secteur: 'espaces-verts', audience: 'SIAE' }],
  ['espacs verts pour une entreprise adaptée', { secteur: 'espaces-verts', audience: 'EA_ESAT' }],
  ['nettoyage des rues marchés réservés', { secteur: 'proprete-urbaine' }],
  [
    'Bonjour, nous sommes un atelier chantier d’insertion et cherchons des chantiers de peinture. Merci.',
    { audience: 'SIAE', secteur: 'second-oeuvre' },
  ],
  ['marchés réservés handicapé somme', { audience: 'EA_ESAT', departements: ['80'], lieu: 'Somme' }],
  ['marchés réservés ESAT et SIAE', { audience: null }],
  ['marchés réservés pénitentiaire', { audience: 'PENITENTIAIRE' }],
  ['avis réservés ESS', { audience: 'ESS' }],
  ['marchés L2113-12 ouverts', { audience: 'EA_ESAT' }],
  ['marchés L. 2113-13 ouverts', { audience: 'SIAE' }],
  ['marchés L2113-13-1', { audience: 'PENITENTIAIRE' }],
  ['un ACI peut répondre à quels marchés dans le 59', { audience: 'SIAE', departements: ['59'] }],
  ["j'ai une ETTI, des réservés ?", { audience: 'SIAE' }],
  ['marchés pour entreprise adapté', { audience: 'EA_ESAT' }],
  ['traiteur réservé 59 et 62', { secteur: 'traiteur', departements: ['59', '62'], lieu: 'Nord, Pas-de-Calais' }],
  ["marchés réservés dans l'Oise et la Somme", { departements: ['60', '80'] }],
  ['marchés réservés Hauts-de-France', { departements: ['02', '59', '60', '62', '80'], lieu: 'Hauts-de-France' }],
  ['réservés 62300', { departements: ['62'], codesLieu: ['62300'] }],
  [
    'marchés réservés CC des Deux Vallées',
    { departements: ['02', '60'], codesLieu: ['02001', '60002'], lieu: 'CC des Deux Vallées' },
    EPCI,
  ],
  [
    'marchés réservés à Paris',
    { departements: ['75'], codesLieu: [], lieu: 'Paris' },
    { type: 'hors-region', nom: 'Paris', departement: '75' },
  ],
  ['marchés réservés clos', { etat: 'clos' }],
  ['marchés réservés déjà attribués dans le Nord', { etat: 'clos', departements: ['59'] }],
  ['marchés réservés ouverts ou clos', { etat: 'tous' }],
  ['marchés réservés pas encore clos', { etat: 'ouvert' }],
  ['marchés réservés qui clôturent bientôt', { etat: 'ouvert' }],
  ['tous les marchés de nettoyage', { reserves: false, secteur: 'nettoyage' }],
  ['marchés réservés ou non, tri des déchets', { reserves: false, secteur: 'dechets-recyclage' }],
  ['marchés avec clause sociale', { reserves: false, audience: null }],
  ['réservés avant le 15 décembre', { limiteAvant: '2026-12-15', limiteApres: null }],
  ['réservés avant le 15/12', { limiteAvant: '2026-12-15', limiteApres: null }],
  ['date limite après le 10 janvier', { limiteApres: '2027-01-10', limiteAvant: null }],
  ['réservés à rendre en janvier', { limiteApres: '2027-01-01', limiteAvant: '2027-01-31' }],
  ['réservés d’ici deux semaines', { limiteAvant: '2026-12-05', limiteApres: null }],
  ['clôture dans moins de 10 jours', { limiteAvant: '2026-12-01', limiteApres: null, etat: 'ouvert' }],
  ['il me faut au moins 3 semaines pour répondre', { limiteApres: '2026-12-12', limiteAvant: null }],
  ['dans les 30 prochains jours', { limiteAvant: '2026-12-21' }],
  ['réservés qui se terminent cette semaine', { limiteAvant: '2026-11-22' }],
  ['date limite le mois prochain', { limiteApres: '2026-12-01', limiteAvant: '2026-12-31' }],
  ["avant la fin de l'année", { limiteAvant: '2026-12-31' }],
  ['avant fin décembre', { limiteAvant: '2026-12-31', limiteApres: null }],
  ['avant décembre', { limiteAvant: '2026-11-30', limiteApres: null }],
  ['entre le 1er et le 15 décembre', { limiteApres: '2026-12-01', limiteAvant: '2026-12-15' }],
  ['entre le 20 et le 5 décembre', { limiteApres: '2026-12-05', limiteAvant: '2026-12-20' }],
  ['entre le 45 et le 15 décembre', { limiteAvant: '2026-12-15' }],
  ['clôture après Noël', { limiteApres: '2026-12-25', limiteAvant: null, etat: 'ouvert' }],
  ['date limite qui dépasse le 15 janvier', { limiteApres: '2027-01-15', limiteAvant: null }],
  ['marchés réservés pose de clôtures', { etat: 'ouvert' }],
  ['avis déjà clôturés', { etat: 'clos' }],
  ['réservés Nord Pas-de-Calais', { departements: ['59', '62'] }],
  ['clôture le 30/02', { limiteApres: null, limiteAvant: null }],
  ['réservés publiés depuis moins de 8 jours', { limiteApres: null, limiteAvant: null }],
  ['marché résérvé elagage pas de calais', { secteur: 'espaces-verts', departements: ['62'] }],
  ['MARCHES RESERVES LINGE OISE', { secteur: 'blanchisserie', departements: ['60'], audience: null }],
  ['tu connais des marché réservé pr ESAT ds la somme ?', { audience: 'EA_ESAT', departements: ['80'] }],
  ['plus de 60 jours pour répondre', { departements: [], limiteApres: '2027-01-20' }],
];

describe('lireFiltreMarches', () => {
  for (const [texte, attendu, lieu] of CAS)
    it(`lit « ${texte} »`, () => {
      const lu = lire(texte, lieu);
      expect(FiltreMarches.parse(lu)).to.deep.equal(lu);
      expect(lu).to.deep.include(attendu);
    });

  it('ne prend pas le nom de la commune pour une famille d’achat', () => {
    const lieu: LectureLieu = { type: 'ambigu', choix: [], saisie: 'Linge' };
    expect(lire('marchés réservés', lieu)).to.deep.include({ secteur: null, departements: [], lieu: null });
  });
});
