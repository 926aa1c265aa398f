import { expect } from 'chai';
import { lireDemande } from '../../src/web/indicateurs.ts';
import { pageReleve } from '../../src/web/releves/page.ts';

const lire = (requete: string) => lireDemande(new URLSearchParams(requete));

describe('adresse des indicateurs', () => {
  it('sans filtre, ne demande que la période', () => {
    expect(lire('from=2016-01-01&to=2016-12-31')).to.deep.equal({
      valide: true,
      periode: { du: '2016-01-01', au: '2016-12-31' },
      filtre: null,
    });
  });
  it('lit territoire, public, sexe, modalité et répartition', () => {
    const lue = lire('department=60&public=QPV&sex=F&modality=IAE&by=month');
    expect(lue.valide && lue.filtre).to.deep.include({
      territoire: { niveau: 'departement', code: '60', nom: '60' },
      public: 'QPV',
      sexe: 'F',
      modalite: 'IAE',
      dimension: 'mois',
      periode: null,
    });
  });
  for (const requete of ['department=Oise', 'public=RICHE', 'by=person', 'sex=F&sex=M']) {
    it(`refuse ?${requete} en nommant le paramètre`, () => {
      const lue = lire(requete);
      expect(lue.valide).to.equal(false);
      expect(lue.valide ? '' : lue.message).to.contain(`« ${requete.split('=')[0]} »`);
    });
  }
});

describe('relevé à imprimer', () => {
  it('échappe ce qui vient des données', () => {
    const html = pageReleve({
      entreprise: '<script>alert(1)</script>',
      periode: { du: '2026-10-01', au: '2026-10-31' },
      operations: [],
      total: 0,
    });
    expect(html).to.contain('&lt;script&gt;').and.to.contain('octobre 2026');
    expect(html.includes('<script>')).to.equal(false);
  });
});
