import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadTerritoire } from '../../../src/content/territoire.ts';
import { creerStructuresDemonstration, ModeleStructure } from '../../../src/domain/marches/demonstration.ts';
import { IndexStructures } from '../../../src/domain/marches/structures/chercher.ts';
import { creerLecteurMetiers } from '../../../src/domain/marches/structures/metiers.ts';
import { distanceKm } from '../../../src/domain/marches/structures/proximite.ts';
import { Structure, TYPES_PAR_AUDIENCE } from '../../../src/domain/marches/structures.ts';
import { Secteur } from '../../../src/domain/marches.ts';
import type { Lieu } from '../../../src/domain/territoire.ts';

const territoire = loadTerritoire('32');
const secteurs = Object.entries(
  z.record(z.string(), z.record(z.string(), z.unknown())).parse(parse(readFileSync('knowledge/secteurs.yaml', 'utf8'))),
).map(([id, reste]) => Secteur.parse({ id, ...reste }));

const modeles = z
  .array(ModeleStructure)
  .parse(JSON.parse(readFileSync('data/reference/demonstration/structures.json', 'utf8')));
const demonstration = creerStructuresDemonstration(modeles, '2026-11-21');
const index = new IndexStructures(secteurs, territoire);
index.ajouter(demonstration);

const commune = (code: string): Lieu => {
  const lue = territoire.commune(code);
  if (lue === undefined) throw new Error(code);
  return { type: 'commune', commune: lue };
};

const structure = (reste: Partial<Structure>): Structure => {
  const [premiere] = demonstration;
  return Structure.parse({ ...premiere, ...reste });
};

describe('structures qui pourraient répondre', () => {
  it('lit les métiers dans les activités, sinon les suppose du code d’activité et du type', () => {
    const lire = creerLecteurMetiers(secteurs);
    const metiers = (reste: Partial<Structure>) => lire(structure(reste));
    expect(metiers({ activites: ['Création et entretien des espaces verts'] })).to.deep.equal({
      secteurs: ['espaces-verts'],
      supposes: false,
    });
    expect(metiers({ activites: ['Gestion du parc informatique'] }).secteurs).to.deep.equal(['numerique']);
    expect(
      metiers({ activites: ['Entretien, restauration, aménagement des espaces naturels'] }).secteurs,
    ).not.to.include('restauration-collective');
    expect(metiers({ activites: [], naf: '8121Z' })).to.deep.equal({ secteurs: ['nettoyage'], supposes: true });
    expect(metiers({ activites: [], naf: null, type: 'ETTI' }).secteurs).to.deep.equal(['interim']);
  });

  it('ne suppose que des familles d’achat qui existent', () => {
    const lire = creerLecteurMetiers(secteurs);
    for (const naf of [
      '8130Z',
      '0113Z',
      '0240Z',
      '8129A',
      '3811Z',
      '4779Z',
      '5629B',
      '5621Z',
      '9601A',
      '4120A',
      '4334Z',
    ])
      for (const id of lire(structure({ activites: [], naf })).secteurs)
        expect(
          secteurs.some((secteur) => secteur.id === id),
          id,
        ).to.equal(true);
  });

  it('range par proximité : la commune, l’intercommunalité, puis plus loin', () => {
    const { surPlace, ailleurs, connues } = index.chercher({
      types: ['EA', 'ESAT'],
      secteur: 'espaces-verts',
      lieux: [commune('62041')],
    });
    expect(connues).to.equal(demonstration.length);
    expect(surPlace.map(({ structure: lue }) => lue.type)).to.have.members(['EA', 'ESAT']);
    expect(surPlace.every(({ proximite }) => proximite === 'commune')).to.equal(true);
    expect(ailleurs).to.deep.equal([]);
  });

  it('donne les plus proches quand il n’y a personne sur place', () => {
    const { surPlace, ailleurs } = index.chercher({
      types: TYPES_PAR_AUDIENCE.SIAE,
      secteur: 'nettoyage',
      lieux: [commune('59350')],
    });
    expect(surPlace).to.deep.equal([]);
    expect(ailleurs.map(({ structure: lue }) => lue.communeInsee)).to.deep.equal(['60057']);
    expect(ailleurs[0]?.km).to.be.within(130, 160);
  });

  it('compte à part celles dont on ne sait pas le métier', () => {
    const vivant = new IndexStructures(secteurs, territoire);
    vivant.ajouter([structure({ id: 'muette', activites: [], naf: '8899B' }), structure({ id: 'dite' })]);
    const demande = { types: [], secteur: 'nettoyage', lieux: [commune('62041')] };
    expect(vivant.chercher(demande).metierInconnu).to.equal(1);
    expect(vivant.chercher({ ...demande, secteur: null }).metierInconnu).to.equal(0);
  });

  it('oublie une structure retirée', () => {
    const vivant = new IndexStructures(secteurs, territoire);
    vivant.ajouter([structure({})]);
    expect(vivant.taille).to.equal(1);
    vivant.ajouter([structure({ retire: true })]);
    expect(vivant.taille).to.equal(0);
  });

  it('mesure à vol d’oiseau', () => {
    const [arras, lens] = [
      { latitude: 50.291, longitude: 2.777 },
      { latitude: 50.432, longitude: 2.833 },
    ];
    expect(distanceKm(arras, lens)).to.be.within(15, 18);
    expect(distanceKm(arras, arras)).to.equal(0);
  });

  it('ne compte que les types demandés', () => {
    expect(index.compter(['ESAT'], []).get('blanchisserie')).to.equal(2);
    expect(index.compter(['ESAT'], [commune('02691')]).get('blanchisserie')).to.equal(1);
    expect(index.compter(['EA'], []).get('blanchisserie')).to.equal(undefined);
  });
});
