import { expect } from 'chai';
import fc from 'fast-check';
import { ecartsPublies } from '../../../src/domain/indicateurs/publies.ts';
import { caseCachees, estSecrete, masquerCases, SEUIL_SECRET } from '../../../src/domain/indicateurs/secret.ts';

const une = (cle: string, beneficiaries: number, women = 0) => ({
  cle,
  hours: beneficiaries * 10,
  beneficiaries,
  women,
  knownSex: beneficiaries,
});

describe('secret statistique', () => {
  it('cache une case de 1 à 4 personnes, et une part dont le reste serait si petit', () => {
    expect([0, 1, 4, 5].map((nombre) => estSecrete(nombre, 100))).to.deep.equal([false, true, true, false]);
    expect([96, 97, 99, 100].map((nombre) => estSecrete(nombre, 100))).to.deep.equal([true, true, true, false]);
  });
  it('cache une seconde case quand une seule l’est, pour qu’on ne la retrouve pas par soustraction', () => {
    expect([...caseCachees([40, 3, 12])].sort()).to.deep.equal([1, 2]);
    expect(masquerCases([une('a', 40), une('b', 12), une('c', 3)], 55).map(({ hours }) => hours)).to.deep.equal([
      400,
      null,
      null,
    ]);
  });
  it('ne cache rien quand tout est assez grand', () => {
    expect(caseCachees([40, 12, 5, 0]).size).to.equal(0);
  });
  it('cache la part des femmes quand elles, ou les hommes, sont trop peu', () => {
    const [peu, assez, toutes] = masquerCases([une('a', 20, 2), une('b', 20, 8), une('c', 20, 19)], 60);
    expect([peu?.womenShare, assez?.womenShare, toutes?.womenShare]).to.deep.equal([null, 0.4, null]);
  });
  it('ce qui est caché réunit toujours assez de personnes et plus d’une case, si le tableau le permet', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), (cases) => {
        const caches = caseCachees(cases);
        const habitees = cases.filter((nombre) => nombre > 0).length;
        const somme = [...caches].reduce((total, rang) => total + (cases[rang] ?? 0), 0);
        for (const [rang, nombre] of cases.entries())
          if (nombre > 0 && nombre < SEUIL_SECRET) expect(caches.has(rang)).to.equal(true);
        if (caches.size > 0 && caches.size < habitees) {
          expect(caches.size).to.be.greaterThan(1);
          expect(somme).to.be.at.least(SEUIL_SECRET);
        }
      }),
    );
  });
});

describe('écarts publiés', () => {
  const part = (share: number) => ({ hours: 0, share });
  const chiffres = {
    hours: 1_302_553,
    beneficiaries: 3453,
    operations: 888,
    buyers: 192,
    companies: 1081,
    meanHours: 377,
    fte: { h1820: 715.7, h1607: 810.55, h1600: 814 },
    publics: { RSA: part(0.23), QPV: part(0.21), JEUNE: part(0.36364), DELD: part(0.47498) },
    anru: part(0),
    iae: part(0),
    alternance: part(0),
    women: { beneficiaries: 552, share: 0.16, hours: 0 },
    men: { beneficiaries: 0, share: 0, hours: 0 },
    durableExits: 0,
    knownExits: 0,
    departments: {},
  };
  it('sont dits pour les heures consolidées de 2016', () => {
    expect(ecartsPublies(chiffres).map(({ indicateur }) => indicateur)).to.deep.equal(['fte-1607', 'jeunes', 'deld']);
  });
  it('ne sont pas dits pour un autre dépôt', () => {
    expect(ecartsPublies({ ...chiffres, hours: 1_302_554 })).to.deep.equal([]);
  });
});
