import { expect } from 'chai';
import fc from 'fast-check';
import { compterJours, decalerJour, moisDe, type Periode, semaineDe } from '../../../src/domain/dates.ts';
import type { LigneLue } from '../../../src/domain/heures.ts';
import { lirePeriode } from '../../../src/nlu/dates.ts';
import { lireDuree } from '../../../src/nlu/heures/durees.ts';
import { lireHeures } from '../../../src/nlu/heures/lire.ts';
import { AUJOURDHUI, contexte } from './aide.ts';

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const JOURS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const UNITES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const DIZAINES = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt'];

/** « quatre-vingt-dix-sept », « cent vingt et un » : un entier de 1 à 999. */
const enLettres = (nombre: number): string => {
  if (nombre >= 100) {
    const centaines = Math.floor(nombre / 100);
    const reste = nombre % 100;
    const cent = centaines === 1 ? 'cent' : `${UNITES[centaines]} cent${reste === 0 ? 's' : ''}`;
    return reste === 0 ? cent : `${cent} ${enLettres(reste)}`;
  }
  if (nombre < 20) return UNITES[nombre] ?? '';
  const dizaine = Math.min(Math.floor(nombre / 10), 8);
  const reste = nombre - dizaine * 10 - (dizaine === 7 ? -10 : 0);
  const mot = DIZAINES[dizaine] ?? '';
  if (reste === 0) return dizaine === 8 ? 'quatre-vingts' : mot;
  if ((reste === 1 || reste === 11) && dizaine !== 8) return `${mot} et ${UNITES[reste] === 'un' ? 'une' : 'onze'}`;
  return `${mot}-${reste === 1 ? 'une' : enLettres(reste)}`;
};

const deux = (nombre: number): string => String(nombre).padStart(2, '0');
const quantieme = (jour: string): number => Number(jour.slice(8));
const mois = (jour: string): string => MOIS[Number(jour.slice(5, 7)) - 1] ?? '';
const rangSemaine = (jour: string): number => (new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7;
const numeroSemaine = (jour: string): number => {
  const jeudi = decalerJour(semaineDe(jour).du, { days: 3 });
  return Math.ceil(compterJours({ du: `${jeudi.slice(0, 4)}-01-01`, au: jeudi }) / 7);
};

const recul = (max: number) => fc.integer({ min: 1, max }).map((jours) => decalerJour(AUJOURDHUI, { days: -jours }));
const UN = (jour: string): Periode => ({ du: jour, au: jour });

type Forme = fc.Arbitrary<{ readonly dit: string; readonly periode: Periode }>;

/** Façons de dire une période passée ; chacune doit se relire elle-même, ou se faire demander. */
const PERIODES: Readonly<Record<string, Forme>> = {
  'il y a N jours': fc
    .integer({ min: 1, max: 30 })
    .map((jours) => ({ dit: `il y a ${jours} jours`, periode: UN(decalerJour(AUJOURDHUI, { days: -jours })) })),
  'jour de la semaine': recul(6).map((jour) => ({ dit: JOURS[rangSemaine(jour)] ?? '', periode: UN(jour) })),
  'jour dernier': recul(7).map((jour) => ({ dit: `${JOURS[rangSemaine(jour)]} dernier`, periode: UN(jour) })),
  'jour et quantième': recul(20).map((jour) => ({
    dit: `${JOURS[rangSemaine(jour)]} ${quantieme(jour)}`,
    periode: UN(jour),
  })),
  'jour de la semaine dernière': fc.integer({ min: 0, max: 6 }).map((rang) => ({
    dit: `${JOURS[rang]} de la semaine dernière`,
    periode: UN(decalerJour('2026-11-09', { days: rang })),
  })),
  'quantième en lettres': recul(60).map((jour) => ({
    dit: `le ${quantieme(jour) === 1 ? 'premier' : enLettres(quantieme(jour)).replace(/une$/, 'un')} ${mois(jour)}`,
    periode: UN(jour),
  })),
  'semaine numérotée': recul(300).map((jour) => ({
    dit: `semaine ${numeroSemaine(jour)} ${decalerJour(semaineDe(jour).du, { days: 3 }).slice(0, 4)}`,
    periode: semaineDe(jour),
  })),
  'semaine du': recul(60).map((jour) => ({
    dit: `la semaine du ${quantieme(semaineDe(jour).du)} ${mois(semaineDe(jour).du)}`,
    periode: semaineDe(jour),
  })),
  'du lundi au vendredi': recul(60).map((jour) => {
    const { du } = semaineDe(jour);
    const au = decalerJour(du, { days: 4 });
    return {
      dit: `du lundi ${quantieme(du)} ${mois(du)} au vendredi ${quantieme(au)} ${mois(au)}`,
      periode: { du, au },
    };
  }),
  mois: recul(330).map((jour) => ({ dit: `en ${mois(jour)} ${jour.slice(0, 4)}`, periode: moisDe(jour) })),
  'deux jours': recul(80).map((jour) => {
    const au = decalerJour(jour, { days: 1 });
    return {
      dit: `les ${quantieme(jour)}/${deux(Number(jour.slice(5, 7)))} et ${quantieme(au)}/${deux(Number(au.slice(5, 7)))}`,
      periode: { du: jour, au },
    };
  }),
  'un jour de plus': recul(60).map((jour) => {
    const [au, plus] = [decalerJour(jour, { days: 2 }), decalerJour(jour, { days: 3 })];
    return {
      dit: `du ${quantieme(jour)} ${mois(jour)} au ${quantieme(au)} ${mois(au)} puis le ${quantieme(plus)} ${mois(plus)}`,
      periode: { du: jour, au: plus },
    };
  }),
};

/** Façons de dire une durée en heures. */
const DUREES: Readonly<Record<string, fc.Arbitrary<{ readonly dit: string; readonly heures: number }>>> = {
  lettres: fc.integer({ min: 1, max: 999 }).map((heures) => ({
    dit: `${enLettres(heures).replace(/^un$/, 'une')} heure${heures > 1 ? 's' : ''}`,
    heures,
  })),
  'lettres et demie': fc
    .integer({ min: 1, max: 60 })
    .map((heures) => ({ dit: `${enLettres(heures).replace(/^un$/, 'une')} heures et demie`, heures: heures + 0.5 })),
  'N jours à H': fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 10 })).map(([jours, heures]) => ({
    dit: `${jours} jours à ${heures}h`,
    heures: jours * heures,
  })),
  'N fois': fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 10 })).map(([fois, heures]) => ({
    dit: `${fois} x ${heures}h30`,
    heures: fois * (heures + 0.5),
  })),
  horaire: fc.tuple(fc.integer({ min: 5, max: 11 }), fc.integer({ min: 14, max: 20 })).map(([debut, fin]) => ({
    dit: `de ${debut}h à ${fin}h avec 1h de pause`,
    heures: fin - debut - 1,
  })),
  milliers: fc.integer({ min: 1000, max: 9999 }).map((heures) => ({
    dit: `${Math.floor(heures / 1000)} ${String(heures % 1000).padStart(3, '0')} h`,
    heures,
  })),
  'demi-journées': fc
    .integer({ min: 2, max: 9 })
    .map((nombre) => ({ dit: `${UNITES[nombre]} demi-journées`, heures: nombre * 3.5 })),
};

const PERSONNES = ['Farid Zaoui', 'P-0417', 'Rose Tellier', 'K. Lefebvre', 'Zbigniew Kowalczyk', 'TRAORE Awa', 'P-12'];
const INCONNUS = ['zaoui', 'kowalczyk', 'tellier', 'benali', 'vasseur', 'wozniak', 'delcroix'];

const doute = ({ alertes, heures, periode, beneficiaire }: LigneLue): boolean =>
  alertes.length > 0 || heures === null || periode === null || beneficiaire === null;

describe('toutes les formes se relisent, ou se font demander', () => {
  for (const [nom, forme] of Object.entries(PERIODES))
    it(`période : ${nom}`, () => {
      fc.assert(
        fc.property(forme, ({ dit, periode }) => {
          const lue = lirePeriode(dit, AUJOURDHUI);
          expect(lue, dit).not.to.equal(null);
          if (lue?.type === 'periode') expect(lue.periode, dit).to.deep.equal(periode);
        }),
      );
    });

  for (const [nom, forme] of Object.entries(DUREES))
    it(`durée : ${nom}`, () => {
      fc.assert(
        fc.property(forme, ({ dit, heures }) => {
          const lue = lireDuree(dit);
          expect(lue, dit).not.to.equal(null);
          if (lue && !lue.doute) expect(lue.heures, dit).to.be.closeTo(heures, 0.006);
        }),
      );
    });

  it('plusieurs personnes, chacune ses heures : autant de lignes, ou un doute', () => {
    const groupe = fc.tuple(
      fc.uniqueArray(fc.constantFrom(...PERSONNES), { minLength: 2, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(', ', ' ; ', ' et ', ' / ', '\n'),
      fc.constantFrom(' ', ' : ', ' - '),
      fc.boolean(),
    );
    fc.assert(
      fc.property(groupe, ([noms, heures, lien, sep, devant]) => {
        const morceaux = noms.map((nom, i) => (devant ? `${heures[i]}h pour ${nom}` : `${nom}${sep}${heures[i]}h`));
        const message = `hier, école Pasteur : ${lien === '\n' ? '\n' : ''}${morceaux.join(lien)}`;
        const { lignes } = lireHeures(message, contexte());
        if (lignes.some(doute)) return;
        expect(
          lignes.map(({ beneficiaire, heures: lues }) => `${beneficiaire} ${lues}`),
          message,
        ).to.deep.equal(noms.map((nom, i) => `${nom} ${heures[i]}`));
      }),
      { numRuns: 400 },
    );
  });

  it('un nom inconnu sans majuscule, dans n’importe quel ordre, se lit ou se demande', () => {
    const message = fc.tuple(
      fc.constantFrom(...INCONNUS),
      fc.shuffledSubarray(['', 'pasteur', '7h', 'hier'], { minLength: 4 }),
      fc.constantFrom(' ', ', ', ' - '),
    );
    fc.assert(
      fc.property(message, ([nom, ordre, lien]) => {
        const texte = ordre.map((mot) => mot || nom).join(lien);
        const [ligne] = lireHeures(texte, contexte()).lignes;
        expect([nom, null], texte).to.include(ligne?.beneficiaire);
        expect(ligne, texte).to.deep.include({ heures: 7, operation: 'clause-ecole', periode: UN('2026-11-20') });
      }),
    );
  });
});
