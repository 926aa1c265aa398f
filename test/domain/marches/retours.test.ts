import { expect } from 'chai';
import type { z } from 'zod';
import { estPonctuel, memeBesoin } from '../../../src/domain/marches/besoin.ts';
import { prevoirFin } from '../../../src/domain/marches/fin-contrat.ts';
import { IndexAvis } from '../../../src/domain/marches/index-avis.ts';
import { rejouer } from '../../../src/domain/marches/rejouer.ts';
import { listerRetours } from '../../../src/domain/marches/retours.ts';
import { Avis, FiltreMarches } from '../../../src/domain/marches.ts';

const contrat = (id: string, reste: Partial<z.input<typeof Avis>> = {}): Avis =>
  Avis.parse({
    id: `decp:${id}`,
    source: 'decp',
    nature: 'attribution',
    objet: 'Entretien des espaces verts du parc',
    acheteur: 'Ville de Lens',
    departements: ['62'],
    lieu: '62300',
    publieLe: '2024-06-20',
    notifieLe: '2024-06-01',
    dateLimite: null,
    heureLimite: null,
    adresse: null,
    cpv: ['77310000'],
    lots: [],
    reservation: { statut: 'oui', audiences: ['EA_ESAT'], lots: [], preuve: 'Marché réservé' },
    clauseSociale: { presente: null, heures: null },
    montant: 80_000,
    dureeMois: 36,
    titulaires: ['Atelier X'],
    lies: [],
    ...reste,
  });

const retours = (avis: readonly Avis[], filtre: Partial<FiltreMarches> = {}) => {
  const index = new IndexAvis([]);
  index.ajouter(avis);
  return listerRetours(index, FiltreMarches.parse(filtre), '2026-11-21');
};

describe('bientôt de retour', () => {
  it('prévoit la fin, la parution quatre mois avant et l’appel trois mois plus tôt', () => {
    const [retour] = retours([contrat('1')]);
    expect([retour?.fin, retour?.parution, retour?.appeler, retour?.confiance]).to.deep.equal([
      '2027-06-01',
      '2027-02-01',
      '2026-11-01',
      'moyenne',
    ]);
  });

  it('ne montre ni ce qui finit trop tôt ou trop tard, ni ce qui n’est ni réservé ni clausé, ni un simple avis', () => {
    const non = { statut: 'non' as const, audiences: [], lots: [], preuve: null };
    expect(retours([contrat('1', { dureeMois: 31 })])).to.have.length(0);
    expect(retours([contrat('1', { dureeMois: 48 })])).to.have.length(0);
    expect(retours([contrat('1', { dureeMois: null })])).to.have.length(0);
    expect(retours([contrat('1', { reservation: non })])).to.have.length(0);
    expect(
      retours([contrat('1', { reservation: non, clauseSociale: { presente: true, heures: null } })]),
    ).to.have.length(1);
    expect(retours([contrat('1', { nature: 'avis' })])).to.have.length(0);
  });

  it('oublie un contrat déjà remplacé, et croit mieux ce qui s’est déjà renouvelé', () => {
    expect(retours([contrat('1'), contrat('2', { notifieLe: '2026-06-01' })])).to.have.length(0);
    const [retour] = retours([contrat('1'), contrat('0', { notifieLe: '2020-06-01' })]);
    expect([retour?.confiance, retour?.precedents]).to.deep.equal(['bonne', 2]);
  });

  it('filtre par lieu', () => expect(retours([contrat('1')], { departements: ['59'] })).to.have.length(0));
});

describe('bientôt de retour : d’après l’avis seul', () => {
  const avis = (reste: Partial<z.input<typeof Avis>> = {}): Avis =>
    contrat('a', { nature: 'avis', notifieLe: null, publieLe: '2024-01-10', dateLimite: '2024-03-01', ...reste });

  it('estime le départ trois mois après la date limite, sans s’y fier', () => {
    const [retour] = retours([avis()]);
    expect([retour?.fin, retour?.confiance, retour?.fondement]).to.deep.equal(['2027-06-01', 'faible', 'avis']);
  });

  it('prend la date et le titulaire de l’attribution quand elle est connue, une seule fois', () => {
    const attribution = contrat('b', { publieLe: '2024-07-01', notifieLe: null, lies: ['decp:a'], dureeMois: null });
    const trouves = retours([avis(), attribution]);
    expect(trouves.map(({ fin, confiance, avis: lu }) => [fin, confiance, lu.titulaires])).to.deep.equal([
      ['2027-07-01', 'moyenne', ['Atelier X']],
    ]);
  });

  it('n’annonce pas ce qu’une consultation déjà parue remplace', () => {
    const nouvelle = avis({ id: 'decp:n', publieLe: '2026-11-01', dateLimite: '2026-12-15' });
    expect(retours([contrat('1'), nouvelle])).to.have.length(0);
  });
});

describe('le même besoin', () => {
  const meme = (un: Partial<z.input<typeof Avis>>, autre: Partial<z.input<typeof Avis>>): boolean =>
    memeBesoin(contrat('1', { cpv: [], ...un }), contrat('2', { cpv: [], ...autre }));

  it('se reconnaît aux mots de l’objet', () => {
    expect(meme({ objet: 'Nettoyage des écoles' }, { objet: 'Prestations de nettoyage des écoles' })).to.equal(true);
    expect(meme({ objet: 'Tapis' }, { objet: 'Tapis - Fourniture de produits' })).to.equal(true);
    expect(
      meme({ objet: 'Location de barnums et de chaises' }, { objet: 'Location de barnums, chaises et tables' }),
    ).to.equal(true);
  });

  it('ne se reconnaît ni au nom de la ville, ni aux mots de tout marché, ni au seul CPV', () => {
    expect(
      meme(
        { objet: 'Fourniture d’électricité pour la ville de Lens' },
        { objet: 'Fourniture de vêtements, ville de Lens' },
      ),
    ).to.equal(false);
    expect(
      meme({ objet: 'Pose et maintenance des illuminations' }, { objet: 'Pose et maintenance de défibrillateurs' }),
    ).to.equal(false);
    expect(meme({ objet: 'Cimetière', cpv: ['77310000'] }, { objet: 'Écoles et stade', cpv: ['77310000'] })).to.equal(
      false,
    );
    expect(
      meme(
        { objet: 'Uniformes - Vêtements de travail des agents' },
        { objet: 'Chaussures - Vêtements de travail des agents' },
      ),
    ).to.equal(false);
  });

  it('n’est jamais celui d’un ouvrage', () => {
    expect(estPonctuel(contrat('1', { objet: 'Réfection de la couverture de l’école', cpv: ['45261210'] }))).to.equal(
      true,
    );
    expect(estPonctuel(contrat('1', { objet: 'Entretien et réparation des toitures', cpv: ['45261210'] }))).to.equal(
      false,
    );
    expect(meme({ objet: 'Rénovation du gymnase' }, { objet: 'Rénovation du gymnase' })).to.equal(false);
  });
});

describe('la fin d’un contrat', () => {
  const fin = (reste: Partial<z.input<typeof Avis>>, precedents: readonly string[] = []) =>
    prevoirFin(
      contrat('1', reste),
      precedents.map((notifieLe) => contrat(notifieLe, { notifieLe })),
    );

  it('vient de la durée, remise en mois si elle est en jours', () => {
    expect(fin({ dureeMois: 48 })).to.deep.equal({ fin: '2028-06-01', fondement: 'duree' });
    expect(fin({ dureeMois: 1460 })?.fin).to.equal('2028-06-01');
    expect(fin({ dureeMois: 0 })).to.equal(null);
    expect(fin({ dureeMois: 500 })).to.equal(null);
  });

  it('vient du rythme quand la durée manque, ou que douze mois sont reconduits', () => {
    expect(fin({ dureeMois: null }, ['2020-06-01'])).to.deep.equal({ fin: '2028-06-01', fondement: 'rythme' });
    expect(fin({ dureeMois: 12 }, ['2020-06-01'])?.fin).to.equal('2028-06-01');
    expect(fin({ dureeMois: 12 }, ['2023-06-01'])?.fin).to.equal('2025-06-01');
  });
});

describe('le passé rejoué', () => {
  const suite = (id: string, notifieLe: string, reste: Partial<z.input<typeof Avis>> = {}): Avis =>
    contrat(id, { notifieLe, ...reste });

  it('compte ce qui aurait été annoncé, et ce qui s’est vérifié', () => {
    const { rappel, precision } = rejouer([
      suite('1', '2018-01-10', { dureeMois: 24 }),
      suite('2', '2020-02-10', { dureeMois: 24 }),
      suite('3', '2022-02-20', { dureeMois: 24 }),
      suite('4', '2018-01-10', { objet: 'Blanchisserie du linge', cpv: [], dureeMois: 12 }),
      suite('5', '2024-01-10', { objet: 'Traiteur', cpv: [], dureeMois: 36 }),
    ]);
    expect(rappel).to.deep.equal({ renouvellements: 2, sansPrevision: 0, justes: 2, annonces: 2 });
    expect(precision.moyenne).to.deep.equal({ annonces: 1, revenues: 1 });
    expect(precision.bonne).to.deep.equal({ annonces: 1, revenues: 1 });
    expect(precision.faible).to.deep.equal({ annonces: 1, revenues: 0 });
  });

  it('compte contre nous un renouvellement relu qu’aucun mot ne relie', () => {
    const contrats = [suite('1', '2018-01-10'), suite('2', '2021-01-10', { objet: 'Marché de tonte', cpv: [] })];
    expect(rejouer(contrats, new Set(['decp:2'])).rappel).to.deep.equal({
      renouvellements: 1,
      sansPrevision: 1,
      justes: 0,
      annonces: 0,
    });
    expect(rejouer(contrats).rappel.renouvellements).to.equal(0);
  });
});
