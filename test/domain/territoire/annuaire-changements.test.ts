import { expect } from 'chai';
import fc from 'fast-check';
import { couverturesDe, couvre } from '../../../src/domain/rattachement.ts';
import {
  ChangementAnnuaire,
  changerCouverture,
  dernierDefaisable,
  inverser,
} from '../../../src/domain/territoire/annuaire-changements.ts';
import { comparerAnnuaires, entreesDe } from '../../../src/domain/territoire/apercu.ts';
import { cumulerBesoins } from '../../../src/domain/territoire/besoins.ts';
import { comparerEntrees } from '../../../src/domain/territoire/differences.ts';
import { compterHeures } from '../../../src/domain/territoire/heures.ts';
import type { Facilitateur, Lieu } from '../../../src/domain/territoire.ts';
import { commune, departement, epci, MEL, ROUBAIX, structure, TERNOIS, territoire } from './aide.ts';

const apresDe = (depart: Facilitateur, sens: 'ajouter' | 'retirer', lieu: Lieu): Facilitateur => {
  const changee = changerCouverture(depart, { sens, lieu }, territoire);
  if (changee.type === 'refus') throw new Error(changee.raison);
  return changee.apres;
};
const refusDe = (depart: Facilitateur, sens: 'ajouter' | 'retirer', lieu: Lieu): string => {
  const changee = changerCouverture(depart, { sens, lieu }, territoire);
  return changee.type === 'refus' ? changee.raison : 'changée';
};
const mel = structure('mel', 'epci', [MEL]);

describe('changer la couverture d’une structure', () => {
  it('ajoute une intercommunalité, une commune ou un département à d’autres niveaux', () => {
    expect(apresDe(mel, 'ajouter', epci(TERNOIS)).couverture.codes).to.deep.equal([MEL, TERNOIS]);
    const mixte = apresDe(mel, 'ajouter', commune('62041'));
    expect(couverturesDe(mixte)).to.deep.equal([
      { niveau: 'epci', codes: [MEL] },
      { niveau: 'communes', codes: ['62041'] },
    ]);
    expect(couverturesDe(apresDe(mel, 'ajouter', departement('62'))).map(({ niveau }) => niveau)).to.include(
      'departement',
    );
  });

  it('remplace les communes par leur intercommunalité quand elle est ajoutée entière', () => {
    const roubaix = structure('roubaix', 'communes', [ROUBAIX, '62041']);
    expect(couverturesDe(apresDe(roubaix, 'ajouter', epci(MEL)))).to.deep.equal([
      { niveau: 'communes', codes: ['62041'] },
      { niveau: 'epci', codes: [MEL] },
    ]);
  });

  it('retire une commune d’une intercommunalité en gardant les autres', () => {
    const sans = apresDe(mel, 'retirer', commune(ROUBAIX));
    expect(couvre(sans, commune(ROUBAIX).commune)).to.equal(false);
    expect(couvre(sans, commune('59350').commune)).to.equal(true);
    expect(couverturesDe(sans)[0]?.codes).to.have.length(94);
  });

  it('retire l’entrée quand elle ne couvre plus rien', () => {
    expect(apresDe(mel, 'retirer', epci(MEL)).retire).to.equal(true);
  });

  it('refuse ce qui ne change rien ou ce qui est couvert de plus loin', () => {
    expect(refusDe(mel, 'ajouter', epci(MEL))).to.equal('deja');
    expect(refusDe(mel, 'ajouter', commune(ROUBAIX))).to.equal('deja');
    expect(refusDe(mel, 'retirer', epci(TERNOIS))).to.equal('pas-couvert');
    expect(refusDe(structure('nord', 'departement', ['59']), 'retirer', commune(ROUBAIX))).to.equal('trop-large');
  });

  it('fait toujours ce qui est demandé, sans rien d’autre', () => {
    const codes = territoire.communes.map(({ code }) => code);
    const lieux = fc.constantFrom<Lieu>(
      ...codes.slice(0, 400).map(commune),
      ...territoire.epcis.map(({ code }) => epci(code)),
    );
    fc.assert(
      fc.property(lieux, lieux, (depart, lieu) => {
        const avant = apresDe(structure('x', 'region', ['32']), 'ajouter', depart);
        const base = { ...avant, couverture: couverturesDe(avant)[1] ?? avant.couverture, couvreAussi: [] };
        for (const sens of ['ajouter', 'retirer'] as const) {
          const changee = changerCouverture(base, { sens, lieu }, territoire);
          if (changee.type === 'refus' || changee.apres.retire) continue;
          const dedans = (code: string) =>
            lieu.type === 'commune'
              ? lieu.commune.code === code
              : lieu.type === 'epci' && lieu.epci.communes.includes(code);
          for (const une of territoire.communes) {
            const attendu = dedans(une.code) ? sens === 'ajouter' : couvre(base, une);
            expect(couvre(changee.apres, une), `${sens} ${une.code}`).to.equal(attendu);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('aperçu, histoire et retour en arrière', () => {
  const ternois = structure('ternois', 'epci', [TERNOIS]);

  it('compte ajouts, changements, retraits et communes qui perdent leur facilitateur', () => {
    const nouveau = [{ ...mel, contact: 'standard' }, structure('arras', 'communes', ['62041'])];
    const apercu = comparerAnnuaires([mel, ternois], nouveau, territoire);
    expect(apercu.ajoutees.map(({ id }) => id)).to.deep.equal(['arras']);
    expect(apercu.changees.map(({ apres }) => apres.id)).to.deep.equal(['mel']);
    expect(apercu.retirees.map(({ id }) => id)).to.deep.equal(['ternois']);
    expect(apercu.communesPerdues).to.have.length(territoire.communesDeLEpci(TERNOIS).length);
    expect(apercu.communesGagnees.map(({ code }) => code)).to.deep.equal(['62041']);
    expect(entreesDe(apercu).at(-1)?.apres.retire).to.equal(true);
  });

  it('ne voit aucun changement dans le même annuaire, ni dans l’ordre des champs', () => {
    const { verifie, ...reste } = mel;
    const apercu = comparerAnnuaires([mel, ternois], [ternois, { verifie, ...reste }], territoire);
    expect([entreesDe(apercu), apercu.inchangees]).to.deep.equal([[], 2]);
  });

  it('défait le dernier changement qui ne l’est pas déjà, et revient exactement avant', () => {
    const apres = apresDe(mel, 'ajouter', epci(TERNOIS));
    const changement = (id: string, reste: object = {}) =>
      ChangementAnnuaire.parse({
        id,
        le: '2026-11-21T10:00:00+01:00',
        auteur: 'Coordinatrice',
        origine: 'conversation',
        entrees: [{ avant: mel, apres }],
        ...reste,
      });
    const histoire = [
      changement('un'),
      changement('deux'),
      changement('trois', { origine: 'annulation', vise: 'deux' }),
    ];
    expect(dernierDefaisable(histoire)?.id).to.equal('un');
    expect(inverser(changement('un'))[0]?.apres).to.deep.equal(mel);
    const neuve = inverser(changement('neuf', { entrees: [{ avant: null, apres: ternois }] }));
    expect(neuve[0]?.apres.retire).to.equal(true);
  });

  it('dit ce qu’une entrée gagne et perd', () => {
    const apres = { ...apresDe(mel, 'ajouter', epci(TERNOIS)), chefDeFile: true };
    expect(comparerEntrees({ avant: mel, apres })).to.deep.equal({
      type: 'changee',
      gagne: [{ niveau: 'epci', code: TERNOIS }],
      perd: [],
      champs: ['chefDeFile'],
    });
  });
});

describe('besoins et heures d’un territoire', () => {
  it('cumule les besoins du plus demandé au moins demandé', () => {
    const besoin = (id: string, code: string, genre: 'preparer-marche' | 'trouver-contact', le: string) =>
      ({ id, territoire: code, genre, relais: 'departement', le }) as const;
    const cumuls = cumulerBesoins([
      besoin('aaaaaaaa', MEL, 'trouver-contact', '2026-11-02'),
      besoin('bbbbbbbb', TERNOIS, 'preparer-marche', '2026-11-20'),
      besoin('cccccccc', TERNOIS, 'trouver-contact', '2026-11-03'),
    ]);
    expect(cumuls.map(({ territoire: code, nombre }) => [code, nombre])).to.deep.equal([
      [TERNOIS, 2],
      [MEL, 1],
    ]);
    expect([cumuls[0]?.premier, cumuls[0]?.dernier]).to.deep.equal(['2026-11-03', '2026-11-20']);
  });

  const ligne = (operation: string, beneficiaire: string) => ({
    id: `${operation}/${beneficiaire}`,
    ligne: {
      operation,
      beneficiaire,
      debut: '2026-01-05',
      fin: '2026-01-09',
      heures: 7,
      entreprise: null,
      publics: [],
      sexe: null,
      anneeNaissance: null,
      modalite: null,
      sortie: null,
    },
    origine: { auteur: 'a', canal: 'c', message: 'm', le: '2026-01-10T10:00:00+01:00' },
  });
  const lignes = (operation: string, personnes: number) =>
    Array.from({ length: personnes }, (_, rang) => ligne(operation, `P-${rang}`));

  it('tait les heures de moins de cinq personnes, et celle qu’une soustraction livrerait', () => {
    const lues = compterHeures([...lignes('a', 2), ...lignes('b', 6), ...lignes('c', 20)], (operation) => operation);
    expect(lues.get('a')).to.deep.equal({ type: 'trop-peu' });
    expect(lues.get('b')).to.deep.equal({ type: 'trop-peu' });
    expect(lues.get('c')).to.deep.equal({ type: 'connues', heures: 140 });
  });

  it('publie tout quand chaque territoire a assez de personnes', () => {
    const lues = compterHeures([...lignes('a', 5), ...lignes('b', 6)], (operation) => operation);
    expect([...lues.values()].every(({ type }) => type === 'connues')).to.equal(true);
  });
});
