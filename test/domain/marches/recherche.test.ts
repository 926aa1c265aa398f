import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { daterDemonstration, ModeleAvis } from '../../../src/domain/marches/demonstration.ts';
import { chercherAvis, type ResultatRecherche } from '../../../src/domain/marches/recherche.ts';
import { Avis, FiltreMarches, type Secteur } from '../../../src/domain/marches.ts';

const AUJOURDHUI = '2026-11-21';
const SECTEURS: readonly Secteur[] = [
  {
    id: 'espaces-verts',
    nom: 'Espaces verts',
    cpv: ['7731', '7734'],
    mots: ['espaces verts', 'tonte'],
    structures: [],
    partMainOeuvre: null,
  },
  { id: 'nettoyage', nom: 'Nettoyage', cpv: ['9091'], mots: ['nettoyage'], structures: [], partMainOeuvre: null },
];

let suivant = 0;
const avis = (change: Partial<Avis>): Avis => ({
  id: `boamp:26-${++suivant}`,
  source: 'boamp',
  nature: 'avis',
  objet: 'Objet',
  acheteur: 'Ville de Lens',
  departements: ['62'],
  lieu: null,
  publieLe: '2026-11-10',
  notifieLe: null,
  dateLimite: '2026-12-10',
  heureLimite: null,
  adresse: null,
  cpv: [],
  lots: [],
  reservation: { statut: 'oui', audiences: ['SIAE'], lots: [], preuve: 'preuve' },
  clauseSociale: { presente: null, heures: null },
  montant: null,
  dureeMois: null,
  titulaires: [],
  lies: [],
  ...change,
});

const chercher = (tous: readonly Avis[], filtre: Partial<FiltreMarches> = {}): ResultatRecherche =>
  chercherAvis(tous, FiltreMarches.parse(filtre), { aujourdhui: AUJOURDHUI, secteurs: SECTEURS });
const trouve = (unAvis: Avis, filtre: Partial<FiltreMarches> = {}): boolean =>
  chercher([unAvis], filtre).trouves.length === 1;

describe('chercherAvis', () => {
  it('garde ce qui est ouvert jusqu’au jour même de la date limite', () => {
    expect(trouve(avis({ dateLimite: AUJOURDHUI }))).to.equal(true);
    expect(trouve(avis({ dateLimite: '2026-11-20' }))).to.equal(false);
    expect(trouve(avis({ dateLimite: '2026-11-20' }), { etat: 'clos' })).to.equal(true);
    expect(trouve(avis({ dateLimite: '2026-11-20' }), { etat: 'tous' })).to.equal(true);
  });

  it('ne croit ouvert un avis sans date limite que pendant 60 jours', () => {
    expect(trouve(avis({ dateLimite: null, publieLe: '2026-09-23' }))).to.equal(true);
    expect(trouve(avis({ dateLimite: null, publieLe: '2026-09-22' }))).to.equal(false);
    expect(trouve(avis({ dateLimite: null, publieLe: null }))).to.equal(false);
  });

  it('ne propose pas une attribution ni une préinformation', () => {
    expect(trouve(avis({ nature: 'attribution' }))).to.equal(false);
    expect(trouve(avis({ nature: 'preinformation' }))).to.equal(false);
  });

  it('ne garde que le réservé, sauf demande contraire', () => {
    const libre = avis({ reservation: { statut: 'non', audiences: [], lots: [], preuve: 'BT-71 : none' } });
    expect(trouve(libre)).to.equal(false);
    expect(trouve(libre, { reserves: false })).to.equal(true);
    for (const statut of ['oui', 'partiel', 'probable'] as const)
      expect(trouve(avis({ reservation: { statut, audiences: [], lots: [], preuve: 'x' } }))).to.equal(true);
  });

  it('ouvre une réservation sans audience dite aux SIAE et aux EA/ESAT, pas aux autres', () => {
    const muet = avis({ reservation: { statut: 'oui', audiences: [], lots: [], preuve: 'Marché réservé' } });
    expect(trouve(muet, { audience: 'SIAE' })).to.equal(true);
    expect(trouve(muet, { audience: 'EA_ESAT' })).to.equal(true);
    expect(trouve(muet, { audience: 'ESS' })).to.equal(false);
    expect(trouve(avis({}), { audience: 'EA_ESAT' })).to.equal(false);
  });

  it('reconnaît la famille au CPV, sinon aux mots de l’objet', () => {
    const filtre = { secteur: 'espaces-verts' };
    expect(trouve(avis({ cpv: ['77310000'] }), filtre)).to.equal(true);
    expect(trouve(avis({ objet: "Entretien d'espace vert" }), filtre)).to.equal(true);
    expect(trouve(avis({ lots: [{ numero: '1', intitule: 'Tontes' }] }), filtre)).to.equal(true);
    expect(trouve(avis({ objet: 'Nettoyage', cpv: ['90911200'] }), filtre)).to.equal(false);
  });

  it('filtre les dates limites, bornes comprises', () => {
    expect(trouve(avis({}), { limiteApres: '2026-12-10', limiteAvant: '2026-12-10' })).to.equal(true);
    expect(trouve(avis({}), { limiteApres: '2026-12-11' })).to.equal(false);
    expect(trouve(avis({ dateLimite: null }), { limiteAvant: '2026-12-31' })).to.equal(false);
  });

  it('range par échéance, les avis sans date à la fin', () => {
    const [tard, sans, tot] = [
      avis({ dateLimite: '2027-01-05' }),
      avis({ dateLimite: null }),
      avis({ dateLimite: '2026-11-30' }),
    ];
    expect(chercher([tard, sans, tot]).trouves.map(({ id }) => id)).to.deep.equal([tot.id, tard.id, sans.id]);
  });

  it('cherche au lieu précis, par code ou par le nom de l’acheteur', () => {
    const lens = { departements: ['62'], codesLieu: ['62498', '62300'], lieu: 'Lens' };
    expect(trouve(avis({ lieu: '62300', acheteur: null }), lens)).to.equal(true);
    expect(trouve(avis({}), lens)).to.equal(true);
    expect(trouve(avis({ objet: 'Tonte du stade à Lens', acheteur: null }), lens)).to.equal(true);
    expect(trouve(avis({ objet: 'Collège Lens Camus', acheteur: null }), lens)).to.equal(false);
    expect(trouve(avis({ lieu: '62000' }), lens)).to.equal(false);
    expect(
      trouve(avis({ acheteur: 'Ville de Valenciennes', departements: ['59'] }), { lieu: 'Lens', codesLieu: ['62498'] }),
    ).to.equal(false);
  });

  it('propose les plus proches : le même métier dans le département, puis la région, puis un autre métier', () => {
    const place = avis({ cpv: ['90911200'], lieu: '62300' });
    const voisin = avis({ cpv: ['77310000'], lieu: '62000' });
    const loin = avis({ cpv: ['77310000'], departements: ['02'], lieu: '02000', acheteur: 'Ville de Laon' });
    const filtre = { departements: ['62'], codesLieu: ['62300'], lieu: 'Lens', secteur: 'espaces-verts' };
    expect(chercher([place, voisin, loin], filtre).proches).to.deep.equal([voisin]);
    expect(chercher([place, loin], filtre).elargi).to.equal('lieu');
    expect(chercher([place], filtre)).to.deep.equal({ trouves: [], proches: [place], elargi: 'metier', total: 0 });
    expect(chercher([avis({ departements: ['75'] })], { departements: ['02'] }).proches).to.deep.equal([]);
  });

  it('applique un rectificatif à son avis, sans le montrer deux fois', () => {
    const premier = avis({ dateLimite: '2026-11-15' });
    const rectificatif = avis({
      nature: 'rectificatif',
      dateLimite: '2026-12-20',
      lies: [premier.id],
      reservation: { statut: 'inconnu', audiences: [], lots: [], preuve: null },
    });
    const { trouves } = chercher([rectificatif, premier]);
    expect(trouves).to.have.length(1);
    expect(trouves[0]).to.deep.include({ id: premier.id, dateLimite: '2026-12-20', reservation: premier.reservation });
  });

  it('clôt un avis annulé ou attribué', () => {
    const premier = avis({});
    for (const nature of ['annulation', 'attribution'] as const)
      expect(chercher([premier, avis({ nature, lies: [premier.id] })]).trouves).to.deep.equal([]);
  });
});

describe('avis de démonstration', () => {
  const modeles = z
    .array(ModeleAvis)
    .parse(JSON.parse(readFileSync('data/reference/demonstration/notices.json', 'utf8')));

  it('sont tous marqués et inventés', () => {
    expect(modeles).to.have.length(16);
    for (const modele of modeles) expect(modele.objet).to.match(/^\[Démonstration\]/);
    expect(new Set(modeles.map(({ id }) => id)).size).to.equal(16);
  });

  it('restent vivants quel que soit le jour, dans les cinq départements', () => {
    for (const jour of [AUJOURDHUI, '2031-02-28']) {
      const dates = z.array(Avis).parse(daterDemonstration(modeles, jour));
      const { trouves } = chercherAvis(dates, FiltreMarches.parse({}), { aujourdhui: jour, secteurs: [] });
      expect(trouves).to.have.length(11);
      expect([...new Set(trouves.flatMap(({ departements }) => departements))].sort()).to.deep.equal([
        '02',
        '59',
        '60',
        '62',
        '80',
      ]);
    }
  });
});
