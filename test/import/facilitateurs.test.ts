import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadAnnuaire } from '../../src/content/annuaire.ts';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { parseFacilitateurs } from '../../src/import/facilitateurs.ts';

const territoire = loadTerritoire('32');

const entree = {
  id: 'plie-exemple',
  nom: 'PLIE d’exemple',
  porteur: 'PLIE',
  couverture: { niveau: 'epci', codes: ['200093201'] },
  verifie: true,
  source: { libelle: 'exemple.fr', annee: '2024' },
};

describe('importer un annuaire de facilitateurs', () => {
  it('accepte un tableau ou un objet « structures », et complète les champs facultatifs', () => {
    for (const contenu of [[entree], { structures: [entree] }]) {
      const { structures, problems } = parseFacilitateurs(`\uFEFF${JSON.stringify(contenu)}`, territoire);
      expect(problems).to.deep.equal([]);
      expect(structures[0]).to.include({ id: 'plie-exemple', role: null, site: null, chefDeFile: false });
    }
  });

  it('garde les bonnes entrées et explique les autres en français', () => {
    const contenu = [
      entree,
      { ...entree, id: 'Mauvais Id' },
      { ...entree, id: 'b', couverture: { niveau: 'communes', codes: ['75056'] } },
      entree,
    ];
    const { structures, problems } = parseFacilitateurs(JSON.stringify(contenu), territoire);
    expect(structures).to.have.length(1);
    expect(problems.map(({ entree: rang }) => rang)).to.deep.equal([2, 3, 4]);
    expect(problems.map(({ raison }) => raison).join('\n')).to.match(/minuscules[\s\S]*« 75056 »[\s\S]*l’entrée 1/);
  });

  it('refuse un champ inconnu : le nom d’une personne n’entre pas', () => {
    const { structures, problems } = parseFacilitateurs(
      JSON.stringify([{ ...entree, personne: 'Camille' }]),
      territoire,
    );
    expect(structures).to.deep.equal([]);
    expect(problems).to.have.length(1);
  });

  it('dit un fichier illisible ou sans structures', () => {
    expect(parseFacilitateurs('{', territoire).problems[0]).to.deep.include({ entree: 0 });
    expect(parseFacilitateurs('{"autre":1}', territoire).problems[0]?.raison).to.include('structures');
  });
});

describe('charger l’annuaire livré', () => {
  const ecrire = (texte: string): string => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'annuaire-')), 'facilitateurs.json');
    writeFileSync(fichier, texte);
    return fichier;
  };

  it('est valide, figé, et ne montre que des structures vérifiées avec leur source', () => {
    const { structures, problems } = loadAnnuaire('data/reference/facilitateurs.json', territoire);
    expect(problems).to.deep.equal([]);
    expect(Object.isFrozen(structures)).to.equal(true);
    expect(structures.filter(({ verifie }) => verifie)).to.have.length(11);
    for (const { verifie, role } of structures) if (verifie) expect(role).to.be.a('string');
  });

  it('couvre les cinq Départements', () => {
    const { structures } = loadAnnuaire('data/reference/facilitateurs.json', territoire);
    const departements = structures.flatMap(({ couverture }) =>
      couverture.niveau === 'departement' ? couverture.codes : [],
    );
    expect(departements).to.have.members(['02', '59', '60', '62', '80']);
  });

  it('liste toutes les fautes avec leur ligne', () => {
    const fichier = ecrire(
      `[\n${JSON.stringify(entree)},\n${JSON.stringify({ ...entree, id: 'deux', couverture: { niveau: 'epci', codes: ['1'] } })},\n{}\n]`,
    );
    const { structures, problems } = loadAnnuaire(fichier, territoire);
    expect(structures).to.have.length(1);
    expect(problems[0]).to.deep.include({ file: fichier, line: 3 });
    expect(problems.slice(1).every(({ line }) => line === 4)).to.equal(true);
    expect(problems.length).to.be.above(2);
  });

  it('dit un fichier illisible', () => {
    expect(loadAnnuaire(ecrire('pas du JSON'), territoire).problems[0]?.message).to.equal('JSON illisible');
  });
});
