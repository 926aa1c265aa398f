import { expect } from 'chai';
import fc from 'fast-check';
import { decalerJour, type Periode } from '../../../src/domain/dates.ts';
import type { Public } from '../../../src/domain/heures.ts';
import { lirePeriode } from '../../../src/nlu/dates.ts';
import { lireDuree } from '../../../src/nlu/heures/durees.ts';
import { lireHeures } from '../../../src/nlu/heures/lire.ts';
import { AUJOURDHUI, contexte } from './aide.ts';

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const JOURS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');

const parties = (jour: string): readonly [an: string, mois: number, jour: number] => [
  jour.slice(0, 4),
  Number(jour.slice(5, 7)),
  Number(jour.slice(8, 10)),
];
const deux = (nombre: number): string => String(nombre).padStart(2, '0');
const semaine = (jour: string): string => JOURS[new Date(`${jour}T00:00:00Z`).getUTCDay()] ?? '';

/** Les façons d'écrire un jour avec son année. */
const JOUR: readonly ((jour: string) => string)[] = [
  (j) => j,
  (j) => `le ${parties(j)[2]} ${MOIS[parties(j)[1] - 1]} ${parties(j)[0]}`,
  (j) => `${semaine(j)} ${parties(j)[2]} ${MOIS[parties(j)[1] - 1]} ${parties(j)[0]}`,
  (j) => `${deux(parties(j)[2])}/${deux(parties(j)[1])}/${parties(j)[0]}`,
  (j) => `le ${parties(j)[2]}/${parties(j)[1]}/${parties(j)[0].slice(2)}`,
  (j) => `${deux(parties(j)[2])}.${deux(parties(j)[1])}.${parties(j)[0]}`,
  (j) => `${deux(parties(j)[2])}-${deux(parties(j)[1])}-${parties(j)[0]}`,
];

/** Les façons d'écrire un jour de l'année qui précède, sans l'année. */
const JOUR_SANS_AN: readonly ((jour: string) => string)[] = [
  (j) => `le ${parties(j)[2]} ${MOIS[parties(j)[1] - 1]}`,
  (j) => `${parties(j)[2]}/${deux(parties(j)[1])}`,
];

const jourPasse = fc.integer({ min: 0, max: 300 }).map((recul) => decalerJour(AUJOURDHUI, { days: -recul }));
const periode = fc
  .tuple(jourPasse, fc.integer({ min: 1, max: 60 }))
  .map(([au, longueur]): Periode => ({ du: decalerJour(au, { days: -longueur }), au }));

const lue = (texte: string): Periode | null => {
  const lecture = lirePeriode(texte, AUJOURDHUI);
  return lecture?.type === 'periode' ? lecture.periode : null;
};

/** Minutes en centièmes d'heure. */
const centiemes = (heures: number, minutes: number): number => Math.round((heures + minutes / 60) * 100) / 100;

const DUREE: readonly ((heures: number, minutes: number) => string)[] = [
  (h, m) => `${h}h${deux(m)}`,
  (h, m) => `${h} h ${deux(m)}`,
  (h, m) => `${h}H${deux(m)}`,
  (h, m) => `${h} heures ${deux(m)} minutes`,
  (h, m) => `${h}h${m}min`,
  (h, m) => `${h * 60 + m} minutes`,
  (h, m) => `${centiemes(h, m).toLocaleString('fr-FR')} h`,
  (h, m) => `${String(centiemes(h, m)).replace('.', ',')} heures`,
];

const NOMS: readonly (readonly [string, string])[] = [
  ['Farid Zaoui', 'Farid Zaoui'],
  ['claire boulanger', 'claire boulanger'],
  ['P-0417', 'P-0417'],
  ['code 0417', '0417'],
  ['Mme Rose Tellier', 'Rose Tellier'],
  ['monsieur Petit', 'Petit'],
  ['K. Lefebvre', 'K. Lefebvre'],
  ['pour Samira Haddad', 'Samira Haddad'],
  ['Mohamed El Amrani', 'Mohamed El Amrani'],
  ['TRAORE Awa', 'TRAORE Awa'],
  ['Zbigniew Kowalczyk', 'Zbigniew Kowalczyk'],
];

const CHANTIERS: readonly (readonly [string, string])[] = [
  ['École Pasteur', 'clause-ecole'],
  ['sur Pasteur', 'clause-ecole'],
  ['colege camus', 'clause-camus'],
  ['stade nautique de Denain', 'clause-stade'],
  ['stade denain', 'clause-stade'],
  ['rd919', 'clause-rd'],
  ['sur la RD 919', 'clause-rd'],
  ['creche tergnier', 'clause-creche'],
];

const DUREES: readonly (readonly [string, number])[] = [
  ['7h', 7],
  ['7 h 45', 7.75],
  ['7h30', 7.5],
  ['7,5 h', 7.5],
  ['28 heures', 28],
  ['trente-cinq heures', 35],
  ['6h45', 6.75],
  ['4 x 7h', 28],
  ['3 jours à 7h', 21],
  ['120 minutes', 2],
  ['une demi-journée', 3.5],
];

const entre = (du: string, au = du): Periode => ({ du, au });

const DATES: readonly (readonly [string, Periode])[] = [
  ['hier', entre('2026-11-20')],
  ['avant-hier', entre('2026-11-19')],
  ['mardi dernier', entre('2026-11-17')],
  ['12/11', entre('2026-11-12')],
  ['le 12 novembre', entre('2026-11-12')],
  ['S46', entre('2026-11-09', '2026-11-15')],
  ['la semaine dernière', entre('2026-11-09', '2026-11-15')],
  ['du 9 au 13/11', entre('2026-11-09', '2026-11-13')],
  ['les 12 et 13 novembre', entre('2026-11-12', '2026-11-13')],
  ['octobre 2026', entre('2026-10-01', '2026-10-31')],
];

const PUBLICS: readonly (readonly [string, readonly Public[]])[] = [
  ['', []],
  ['RSA', ['RSA']],
  ['(QPV)', ['QPV']],
  ['22 ans', ['JEUNE']],
  ['52 ans', ['SENIOR']],
  ['en ETTI', ['IAE']],
  ['apprenti', ['ALTERNANCE']],
];

describe('propriétés de la lecture des heures', () => {
  it('relit tout jour écrit avec son année', () => {
    fc.assert(
      fc.property(jourPasse, fc.constantFrom(...JOUR), (jour, ecrire) => {
        expect(lue(ecrire(jour)), ecrire(jour)).to.deep.equal({ du: jour, au: jour });
      }),
    );
  });

  it('relit tout jour des dix derniers mois écrit sans année', () => {
    fc.assert(
      fc.property(jourPasse, fc.constantFrom(...JOUR_SANS_AN), (jour, ecrire) => {
        expect(lue(ecrire(jour)), ecrire(jour)).to.deep.equal({ du: jour, au: jour });
      }),
    );
  });

  it('relit toute période écrite « du … au … »', () => {
    fc.assert(
      fc.property(periode, fc.constantFrom(...JOUR), ({ du, au }, ecrire) => {
        const texte = `du ${ecrire(du).replace(/^le /, '')} au ${ecrire(au).replace(/^le /, '')}`;
        expect(lue(texte), texte).to.deep.equal({ du, au });
      }),
    );
  });

  it('signale toute période à l’envers', () => {
    fc.assert(
      fc.property(periode, fc.constantFrom(...JOUR.slice(1)), ({ du, au }, ecrire) => {
        const texte = `du ${ecrire(au).replace(/^le /, '')} au ${ecrire(du).replace(/^le /, '')}`;
        expect(lirePeriode(texte, AUJOURDHUI)?.type, texte).to.equal('inversee');
      }),
    );
  });

  it('relit toute durée, ou la dit douteuse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(...DUREE),
        (heures, minutes, ecrire) => {
          const duree = lireDuree(ecrire(heures, minutes));
          expect(duree, ecrire(heures, minutes)).not.to.equal(null);
          if (duree && !duree.doute)
            expect(duree.heures, ecrire(heures, minutes)).to.be.closeTo(heures + minutes / 60, 0.006);
        },
      ),
    );
  });

  it('retrouve chaque champ, sous toutes ses formes et dans n’importe quel ordre', () => {
    const forme = <T>(formes: readonly (readonly [texte: string, valeur: T])[]) => fc.constantFrom(...formes);
    fc.assert(
      fc.property(
        forme(NOMS),
        forme(CHANTIERS),
        forme(DUREES),
        forme(DATES),
        forme(PUBLICS),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.constantFrom(', ', ' - ', ' '),
        (nom, chantier, duree, date, publics, ordre, lien) => {
          const morceaux = [nom, chantier, duree, date, publics].map(([texte]) => texte);
          const message = ordre.flatMap((rang) => morceaux[rang] || []).join(lien);
          const { lignes } = lireHeures(message, contexte());
          expect(lignes, message).to.have.length(1);
          expect(lignes[0], message).to.deep.include({
            beneficiaire: nom[1],
            operation: chantier[1],
            heures: duree[1],
            periode: date[1],
            publics: publics[1],
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ne lève jamais d’erreur et rend toujours une ligne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (texte) => {
        const { lignes, score } = lireHeures(texte, contexte());
        expect(lignes.length).to.be.greaterThan(0);
        expect(score).to.be.within(0, 1);
      }),
    );
  });

  it('un « oui » ne change pas le brouillon', () => {
    const { lignes } = lireHeures('7h hier Claire Boulanger RD 919', contexte());
    for (const texte of ['oui', 'ok', 'merci', "c'est bon", 'd’accord', 'je ne sais pas', 'ok je valide ma saisie']) {
      const suite = lireHeures(texte, contexte(lignes));
      expect(suite.lignes, texte).to.deep.equal(lignes);
      expect(suite.score, texte).to.be.lessThan(0.3);
    }
  });
});
