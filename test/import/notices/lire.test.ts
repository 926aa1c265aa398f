import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Avis } from '../../../src/domain/marches.ts';
import { parseNotices } from '../../../src/import/notices/lire.ts';

const boamp = (champs: Record<string, unknown>, donnees: unknown = {}): Record<string, unknown> => ({
  idweb: '26-1000',
  objet: 'Nettoyage des locaux',
  dateparution: '2026-11-10',
  code_departement: ['59'],
  ...champs,
  donnees: JSON.stringify(donnees),
});

const premier = (valeur: unknown): Avis => {
  const { avis, problems } = parseNotices(JSON.stringify(valeur), 'essai.json');
  expect(problems).to.deep.equal([]);
  const [lu] = avis;
  if (lu === undefined) throw new Error('aucun avis lu');
  return lu;
};

const lot = (numero: number, code: string | null, nom = `Lot ${numero}`): unknown => ({
  'cbc:ID': { '#text': `LOT-000${numero}`, '@schemeName': 'Lot' },
  'cac:ProcurementProject': { 'cbc:Name': { '#text': nom, '@languageID': 'FRA' } },
  'cac:TenderingTerms': {
    'cac:TendererQualificationRequest':
      code === null
        ? {}
        : {
            'cac:SpecificTendererRequirement': {
              'cbc:TendererRequirementTypeCode': { '#text': code, '@listName': 'reserved-procurement' },
            },
          },
  },
});
const eforms = (...lots: unknown[]): unknown => ({ EFORMS: { ContractNotice: { 'cac:ProcurementProjectLot': lots } } });

describe('parseNotices — BOAMP', () => {
  it('lit un enregistrement, son identifiant stable et son adresse', () => {
    const lu = premier(boamp({ datelimitereponse: '2026-12-15T12:00:00+00:00', nomacheteur: 'Ville' }));
    expect(lu).to.deep.include({
      id: 'boamp:26-1000',
      source: 'boamp',
      nature: 'avis',
      departements: ['59'],
      publieLe: '2026-11-10',
      dateLimite: '2026-12-15',
      heureLimite: '12:00',
      adresse: 'https://www.boamp.fr/pages/avis/?q=idweb:26-1000',
    });
  });

  it('lit une réponse, une liste et un fichier d’un avis par ligne', () => {
    const deux = [boamp({}), boamp({ idweb: '26-1001' })];
    const formes = [
      JSON.stringify({ total_count: 2, results: deux }, null, 1),
      JSON.stringify(deux),
      deux.map((un) => JSON.stringify(un)).join('\n'),
    ];
    for (const forme of formes)
      expect(parseNotices(forme, 'f').avis.map(({ id }) => id)).to.deep.equal(['boamp:26-1000', 'boamp:26-1001']);
  });

  it('lit BT-71 lot par lot', () => {
    expect(premier(boamp({}, eforms(lot(1, 'none'), lot(2, 'res-ws')))).reservation).to.deep.include({
      statut: 'partiel',
      audiences: ['EA_ESAT', 'SIAE'],
      lots: ['2'],
    });
    expect(premier(boamp({}, eforms(lot(1, 'res-pub-ser')))).reservation).to.deep.include({
      statut: 'oui',
      audiences: ['ESS'],
      lots: [],
    });
    expect(premier(boamp({}, eforms(lot(1, 'none'), lot(2, 'none')))).reservation.statut).to.equal('non');
    expect(premier(boamp({}, eforms(lot(1, null)))).reservation.statut).to.equal('inconnu');
    expect(premier(boamp({}, eforms(lot(1, 'res-ws'), lot(2, 'res-ws')))).reservation.statut).to.equal('oui');
  });

  it('demande au texte à qui « res-ws » réserve', () => {
    const lu = premier(boamp({ objet: 'Tonte, marché réservé aux ESAT' }, eforms(lot(1, 'res-ws'))));
    expect(lu.reservation.audiences).to.deep.equal(['EA_ESAT']);
    expect(lu.reservation.preuve).to.equal(
      'Case « réservé : handicap ou insertion » cochée, lot 1 (BT-71) — Tonte, marché réservé aux ESAT',
    );
    expect(premier(boamp({}, eforms(lot(1, 'res-ws')))).reservation.preuve).to.contain('à vérifier');
  });

  it('dit les cases en français, tous lots réunis', () => {
    const preuve = (donnees: unknown): string | null => premier(boamp({}, donnees)).reservation.preuve;
    expect(preuve(eforms(lot(1, 'res-pub-ser'), lot(2, 'res-pub-ser'), lot(3, 'res-pub-ser')))).to.equal(
      'Case « réservé : mission de service public » cochée, lots 1, 2 et 3 (BT-71)',
    );
    expect(preuve(eforms(lot(1, 'none'), lot(2, 'none')))).to.equal('Case « non réservé » cochée, lots 1 et 2 (BT-71)');
    expect(preuve({ CONDITION_PARTICIPATION: { MARCHE_RESERVE_OUI: { ATELIERS_PROTEGES: '' } } })).to.contain(
      'Case « marché réservé à des ateliers protégés » cochée (MARCHE_RESERVE_OUI)',
    );
  });

  it('signale « probable » quand le texte réserve malgré BT-71 « none »', () => {
    expect(
      premier(boamp({ objet: 'Tonte, marché réservé aux ESAT' }, eforms(lot(1, 'none')))).reservation.statut,
    ).to.equal('probable');
  });

  it('lit les cases de l’ancien schéma, sans confondre les professions réservées', () => {
    expect(premier(boamp({}, { OBJET: { MARCHE_RESERVE_OUI: '' } })).reservation.statut).to.equal('oui');
    expect(premier(boamp({}, { OBJET: { MARCHE_RESERVE: '' } })).reservation.statut).to.equal('oui');
    expect(premier(boamp({}, { OBJET: { MARCHE_NON_RESERVE: '' } })).reservation.statut).to.equal('non');
    expect(
      premier(boamp({}, { CONDITION_PARTICIPATION: { PRESTATION_RESERVEE_OUI: 'avocats inscrits' } })).reservation
        .statut,
    ).to.equal('inconnu');
    expect(
      premier(boamp({}, { OBJET: { LOTS_RESERVE_POUVOIR_ADJUDICATEUR: 'Le pouvoir adjudicateur groupe les lots' } }))
        .reservation.statut,
    ).to.equal('inconnu');
  });

  it('lit un avis FNSimple : CPV, lots, réservation et clause par le texte', () => {
    const lu = premier(
      boamp(
        {},
        {
          FNSimple: {
            initial: {
              natureMarche: {
                intitule: 'Entretien',
                codeCPV: { objetPrincipal: { classPrincipale: '77310000' } },
                dureeMois: '24',
              },
              lots: {
                lot: [
                  { numero: '1', intitule: 'Centre' },
                  { numero: '2', intitule: 'Berges', description: 'Lot réservé aux SIAE' },
                ],
              },
              informComplementaire: {
                autresInformComplementaire: 'Clause d&#39;insertion de 140 heures pour le lot 1.',
              },
            },
          },
        },
      ),
    );
    expect(lu).to.deep.include({ cpv: ['77310000'], dureeMois: 24 });
    expect(lu.lots.map(({ numero }) => numero)).to.deep.equal(['1', '2']);
    expect(lu.reservation).to.deep.include({ statut: 'partiel', audiences: ['SIAE'], lots: ['2'] });
    expect(lu.clauseSociale).to.deep.equal({ presente: true, heures: 140 });
  });

  it('reconnaît rectificatif, attribution et annulation, et les avis liés', () => {
    expect(premier(boamp({ nature: 'RECTIFICATIF', annonce_lie: ['26-900'] }))).to.deep.include({
      nature: 'rectificatif',
      lies: ['boamp:26-900'],
    });
    expect(premier(boamp({ nature: 'ATTRIBUTION', titulaire: ['ACME'] }))).to.deep.include({
      nature: 'attribution',
      titulaires: ['ACME'],
    });
    expect(premier(boamp({ etat: 'AVIS_ANNULE' })).nature).to.equal('annulation');
  });
});

describe('parseNotices — dossiers européens', () => {
  it('rattache une attribution à l’avis du même dossier', () => {
    const deux = [
      boamp({ idweb: '26-1', contractfolderid: 'abc' }),
      boamp({ idweb: '26-2', contractfolderid: 'abc', nature: 'ATTRIBUTION' }),
      boamp({ idweb: '26-3', contractfolderid: 'xyz', nature: 'ATTRIBUTION' }),
    ];
    expect(parseNotices(JSON.stringify(deux), 'f').avis.map(({ lies }) => lies)).to.deep.equal([
      [],
      ['boamp:26-1'],
      [],
    ]);
  });

  it('lit l’avis antérieur où que la source le nomme', () => {
    const donnees = { RECTIF: { ANNONCE_ANTERIEUR: { REFERENCE: { IDWEB: '26-77' } } } };
    expect(premier(boamp({ nature: 'RECTIFICATIF' }, donnees)).lies).to.deep.equal(['boamp:26-77']);
  });
});

describe('parseNotices — données essentielles', () => {
  const marche = (champs: Record<string, unknown>): unknown => ({
    marches: {
      marche: [{ id: 'M1', acheteur: { id: 21590350100017 }, objet: 'Nettoyage', codeCPV: '90911200-8', ...champs }],
    },
  });

  it('lit un marché réservé, sans inventer à qui', () => {
    const lu = premier(
      marche({ considerationsSociales: { considerationSociale: ['Marché réservé', 'Clause sociale'] } }),
    );
    expect(lu).to.deep.include({ id: 'decp:21590350100017-M1', nature: 'attribution', cpv: ['90911200'] });
    expect(lu.reservation).to.deep.include({ statut: 'oui', audiences: [] });
    expect(lu.clauseSociale.presente).to.equal(true);
  });

  it('distingue « pas de considération » de l’absence', () => {
    expect(
      premier(marche({ considerationsSociales: { considerationSociale: ['Pas de considération sociale'] } }))
        .reservation.statut,
    ).to.equal('non');
    expect(premier(marche({})).reservation.statut).to.equal('inconnu');
  });

  it('lit la forme à plat et ses valeurs manquantes', () => {
    const lu = premier({
      results: [
        {
          id: '2402',
          acheteur_id: 2620932900017,
          objet: 'Linge',
          codecpv: '98310000-9',
          considerationssociales: 'Critère social, Marché réservé',
          lieuexecution_code: 2100,
          lieuexecution_typecode: 'CODE POSTAL',
          titulaire_id_1: 4032664940700,
          titulaire_id_2: 'CDL',
          idaccordcadre: 'NC',
          dureemois: 'NC',
        },
      ],
    });
    expect(lu).to.deep.include({
      id: 'decp:02620932900017-2402',
      departements: ['02'],
      lieu: '02100',
      titulaires: ['04032664940700'],
      lies: [],
      dureeMois: null,
    });
    expect(lu.reservation.statut).to.equal('oui');
  });

  it('accepte NaN et garde les contrats à côté d’un mauvais', () => {
    const texte = `{"marches":{"marche":[
{"id":"A","acheteur":{"id":"21590350100017"},"objet":"Un","montant":NaN},
{"id":"B","objet":"Sans acheteur","codeCPV":"1"},
{"id":"C","acheteur":{"id":"21590350100017"},"objet":"Trois" "montant":1},
{"id":"D","acheteur":{"id":"21590350100017"},"objet":"Quatre"}]}}`;
    const { avis, problems } = parseNotices(texte, 'decp.json');
    expect(avis.map(({ objet }) => objet)).to.deep.equal(['Un', 'Quatre']);
    expect(problems.map(({ line }) => line)).to.deep.equal([3, 4]);
    expect(problems[0]?.message).to.contain('SIRET de l’acheteur absent');
  });

  it('sépare les lots publiés sous un même numéro, et rien d’autre', () => {
    const deux = ['Lot A', 'Lot B', 'Lot B'].map((objet) => ({ id: 'M1', acheteur: { id: '21590350100017' }, objet }));
    const { avis } = parseNotices(JSON.stringify({ marches: deux }), 'f');
    expect(avis.map(({ objet }) => objet)).to.deep.equal(['Lot A', 'Lot B']);
    expect(parseNotices(JSON.stringify({ marches: deux }), 'f').avis).to.deep.equal(avis);
  });
});

describe('parseNotices — fichiers', () => {
  it('relit ses propres avis', () => {
    const { avis } = parseNotices(JSON.stringify(boamp({})), 'f');
    expect(parseNotices(JSON.stringify(avis), 'f').avis).to.deep.equal(avis);
  });

  it('date les modèles de démonstration, et le demande sinon', () => {
    const texte = readFileSync('data/reference/demonstration/notices.json', 'utf8');
    expect(parseNotices(texte, 'demo', '2026-11-21').avis).to.have.length(16);
    const { avis, problems } = parseNotices(texte, 'demo');
    expect(avis).to.deep.equal([]);
    expect(problems).to.have.length(16);
  });

  it('dit où un fichier est tronqué, et garde ce qui précède', () => {
    const texte = JSON.stringify([boamp({}), boamp({ idweb: '26-1001' })], null, 1).slice(0, -60);
    const { avis, problems } = parseNotices(texte, 'f');
    expect(avis.map(({ id }) => id)).to.deep.equal(['boamp:26-1000']);
    expect(problems.map(({ line }) => line)).to.deep.equal([11]);
  });

  it('refuse ce qu’il ne reconnaît pas', () => {
    expect(parseNotices('bonjour', 'f').problems).to.have.length(1);
    expect(parseNotices('{"a":1}', 'f').problems[0]?.message).to.contain('format non reconnu');
    expect(parseNotices('{"total_count":0,"results":[]}', 'f')).to.deep.equal({ avis: [], problems: [] });
  });

  const REELS = ['boamp/fixtures', 'decp/real', 'decp/examples', 'boamp'];
  for (const dossier of REELS)
    it(`lit les vrais fichiers de ${dossier} sans un refus`, function () {
      const racine = `../shared/data/${dossier}`;
      if (!existsSync(racine)) this.skip();
      const fichiers = readdirSync(racine).filter((nom) => /\.json$/.test(nom) && !/textes_insertion/.test(nom));
      for (const nom of fichiers) {
        const { avis, problems } = parseNotices(readFileSync(`${racine}/${nom}`, 'utf8'), nom);
        expect(problems, nom).to.deep.equal([]);
        expect(avis.length, nom).to.be.greaterThan(0);
      }
    });
});
