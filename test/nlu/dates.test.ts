import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Periode } from '../../src/domain/dates.ts';
import { lirePeriode, lireQuantiemeRepondu } from '../../src/nlu/dates.ts';

const AUJOURDHUI = '2026-11-21';

const bornes = ({ du, au }: Periode): string => (du === au ? du : `${du}..${au}`);

const dire = (texte: string, aujourdhui = AUJOURDHUI): string => {
  const lue = lirePeriode(texte, aujourdhui);
  if (lue === null) return 'rien';
  if (lue.type === 'periode') return bornes(lue.periode);
  if (lue.type === 'ambigue') return `ambigue ${lue.preferee ? bornes(lue.preferee) : '?'}`;
  return lue.type === 'inversee' ? `inversee ${bornes(lue.periode)}` : 'invalide';
};

/** Samedi 21 novembre 2026. */
const CAS: readonly (readonly [texte: string, attendu: string])[] = [
  ['hier', '2026-11-20'],
  ['avant-hier', '2026-11-19'],
  ['avant hier', '2026-11-19'],
  ["aujourd'hui", '2026-11-21'],
  ['aujourd’hui', '2026-11-21'],
  ['aujourdhui', '2026-11-21'],
  ['ce matin', '2026-11-21'],
  ['hier après-midi', '2026-11-20'],
  ['demain', '2026-11-22'],
  ['lundi', '2026-11-16'],
  ['samedi', '2026-11-21'],
  ['samedi dernier', '2026-11-14'],
  ['lundi dernier', '2026-11-16'],
  ['jeudi prochain', '2026-11-26'],
  ['mercredis', '2026-11-18'],
  ['mardi 17', '2026-11-17'],
  ['le mardi 17 novembre', '2026-11-17'],
  ['vendredi 13', '2026-11-13'],
  ['lundi 17', 'ambigue 2026-11-17'],
  ['mardi 18 novembre', 'ambigue 2026-11-18'],
  ['lundi de la semaine dernière', '2026-11-09'],
  ['vendredi semaine 45', '2026-11-06'],
  ['la semaine dernière', '2026-11-09..2026-11-15'],
  ['la semaine passée', '2026-11-09..2026-11-15'],
  ["la semaine d'avant", '2026-11-09..2026-11-15'],
  ['cette semaine', '2026-11-16..2026-11-22'],
  ['la semaine prochaine', '2026-11-23..2026-11-29'],
  ['la semaine du 3', '2026-11-02..2026-11-08'],
  ['la semaine du 9 au 13', '2026-11-09..2026-11-13'],
  ['semaine 46', '2026-11-09..2026-11-15'],
  ['sem. 46', '2026-11-09..2026-11-15'],
  ['S45', '2026-11-02..2026-11-08'],
  ['s 46', '2026-11-09..2026-11-15'],
  ['semaine n°46', '2026-11-09..2026-11-15'],
  ['semaine 50', '2026-12-07..2026-12-13'],
  ['semaine 53 2026', '2026-12-28..2027-01-03'],
  ['semaine 53 de 2025', 'invalide'],
  ['S1', 'ambigue ?'],
  ['semaines 45 et 46', '2026-11-02..2026-11-15'],
  ['semaines 44 à 46', '2026-10-26..2026-11-15'],
  ['S44-S46', '2026-10-26..2026-11-15'],
  ['du 3 au 7 novembre', '2026-11-03..2026-11-07'],
  ['du 3 au 7', '2026-11-03..2026-11-07'],
  ['2 au 6 novembre', '2026-11-02..2026-11-06'],
  ['16-18 novembre', '2026-11-16..2026-11-18'],
  ['9-13/11', '2026-11-09..2026-11-13'],
  ['du 28/10 au 3/11', '2026-10-28..2026-11-03'],
  ['02/11-06/11', '2026-11-02..2026-11-06'],
  ['du 02/11 au 06/11/2026', '2026-11-02..2026-11-06'],
  ['09/11->13/11', '2026-11-09..2026-11-13'],
  ['du 28 au 3 novembre', '2026-10-28..2026-11-03'],
  ['du lundi 2 au vendredi 6 novembre', '2026-11-02..2026-11-06'],
  ['du deux au six novembre', '2026-11-02..2026-11-06'],
  ['du 9 o 13 nov', '2026-11-09..2026-11-13'],
  ['du 2 mars au 30 octobre 2026', '2026-03-02..2026-10-30'],
  ['du 15 décembre au 15 janvier 2026', '2025-12-15..2026-01-15'],
  ['du 28 décembre 2025 au 3 janvier', '2025-12-28..2026-01-03'],
  ['entre le 2 et le 6 novembre', '2026-11-02..2026-11-06'],
  ['entre lundi et mercredi', '2026-11-16..2026-11-18'],
  ['de lundi à vendredi', '2026-11-16..2026-11-20'],
  ['du lundi au vendredi', '2026-11-16..2026-11-20'],
  ['de vendredi à lundi', '2026-11-13..2026-11-16'],
  ['depuis lundi', '2026-11-16..2026-11-21'],
  ['depuis le 1er septembre', '2026-09-01..2026-11-21'],
  ['les 12 et 13 novembre', '2026-11-12..2026-11-13'],
  ['les 3, 4 et 5', '2026-11-03..2026-11-05'],
  ['les 3, 4 et 5 novembre', '2026-11-03..2026-11-05'],
  ['le 2 et le 3 novembre', '2026-11-02..2026-11-03'],
  ['lundi et mardi', '2026-11-16..2026-11-17'],
  ['hier et avant-hier', '2026-11-19..2026-11-20'],
  ['lundi 5 et mardi 6 octobre', '2026-10-05..2026-10-06'],
  ['en octobre', '2026-10-01..2026-10-31'],
  ['octobr', '2026-10-01..2026-10-31'],
  ['en décembre', '2025-12-01..2025-12-31'],
  ['en novembre', '2026-11-01..2026-11-30'],
  ['le mois de mars', '2026-03-01..2026-03-31'],
  ['au mois de juin', '2026-06-01..2026-06-30'],
  ['en sept', '2026-09-01..2026-09-30'],
  ['oct. 2026', '2026-10-01..2026-10-31'],
  ['10/2026', '2026-10-01..2026-10-31'],
  ['en juin et juillet', '2026-06-01..2026-07-31'],
  ["d'octobre à novembre", '2026-10-01..2026-11-30'],
  ['de novembre à mars', '2025-11-01..2026-03-31'],
  ['le mois dernier', '2026-10-01..2026-10-31'],
  ['ce mois-ci', '2026-11-01..2026-11-30'],
  ['au T3', '2026-07-01..2026-09-30'],
  ['T1 et T2', '2026-01-01..2026-06-30'],
  ['premier trimestre', '2026-01-01..2026-03-31'],
  ['2e trimestre 2026', '2026-04-01..2026-06-30'],
  ['le trimestre dernier', '2026-07-01..2026-09-30'],
  ['1er semestre', '2026-01-01..2026-06-30'],
  ["l'an dernier", '2025-01-01..2025-12-31'],
  ['en 2025', '2025-01-01..2025-12-31'],
  ["la 2e quinzaine d'octobre", '2026-10-16..2026-10-31'],
  ["première quinzaine d'octobre", '2026-10-01..2026-10-15'],
  ["la première semaine d'octobre", '2026-09-28..2026-10-04'],
  ["la dernière semaine d'octobre", '2026-10-26..2026-11-01'],
  ['mi-octobre', 'ambigue 2026-10-11..2026-10-20'],
  ['début octobre', 'ambigue 2026-10-01..2026-10-10'],
  ['fin octobre', 'ambigue 2026-10-21..2026-10-31'],
  ['le 12/11', '2026-11-12'],
  ['le 18.11', '2026-11-18'],
  ['05.10.2026', '2026-10-05'],
  ['12-11-2026', '2026-11-12'],
  ['le 10 11 2026', '2026-11-10'],
  ['2026-11-06', '2026-11-06'],
  ['12/11/26', '2026-11-12'],
  ['6 nov', '2026-11-06'],
  ['6 nov.', '2026-11-06'],
  ['le 6 novembr', '2026-11-06'],
  ['12 févr. 2026', '2026-02-12'],
  ['le 1er novembre', '2026-11-01'],
  ['le premier novembre', '2026-11-01'],
  ['le 17 novembre dernier', '2026-11-17'],
  ['le 5', '2026-11-05'],
  ['le 21', '2026-11-21'],
  ['le 25', 'ambigue 2026-10-25'],
  ['le 24 novembre', '2026-11-24'],
  ['le 24 novembre 2026', '2026-11-24'],
  ['le 12 mars', '2026-03-12'],
  ['le 28 décembre', '2025-12-28'],
  ['il y a 3 jours', '2026-11-18'],
  ['il y a une semaine', '2026-11-14'],
  ['le 3 du mois dernier', '2026-10-03'],
  ['du 3 au 7 du mois dernier', '2026-10-03..2026-10-07'],
  ['le 12 de ce mois', '2026-11-12'],
  ['avan hier', '2026-11-19'],
  ['hié', '2026-11-20'],
  ['le week-end dernier', '2026-11-14..2026-11-15'],
  ["l'autre jour", 'ambigue ?'],
  ['un jour de la semaine dernière', 'ambigue ?'],
  ['en début de semaine', 'ambigue ?'],
  ['le 3 ou le 4 novembre', 'ambigue ?'],
  ['lundi ou mardi', 'ambigue ?'],
  ['le 30/02', 'invalide'],
  ['le 31 novembre', 'invalide'],
  ['le 32 octobre', 'invalide'],
  ['le 15/13', 'invalide'],
  ['29/02/2026', 'invalide'],
  ['du 9 au 5 novembre', 'inversee 2026-11-05..2026-11-09'],
  ['du 13/11/2026 au 09/11/2026', 'inversee 2026-11-09..2026-11-13'],
  ['du 09/11 au 13', '2026-11-09..2026-11-13'],
  ['du lundi au vendredi de la semaine dernière', '2026-11-09..2026-11-13'],
  ['lundi et mardi de la semaine dernière', '2026-11-09..2026-11-10'],
  ['lundi, mardi et jeudi', '2026-11-16..2026-11-19'],
  ['lundi, mardi 6 h', '2026-11-16'],
  ['2, 3, 4 novembre', '2026-11-02..2026-11-04'],
  ['2, 3 et 4 novembre', '2026-11-02..2026-11-04'],
  ['02/11 06/11', '2026-11-02..2026-11-06'],
  ['la smaine dernière', '2026-11-09..2026-11-15'],
  ['toute la semaine dernière', '2026-11-09..2026-11-15'],
  ['3ème semaine de novembre', '2026-11-16..2026-11-22'],
  ['16 nov - 18 nov', '2026-11-16..2026-11-18'],
  ["jusqu'au 20 novembre", 'ambigue ?'],
  ['avant le 20 novembre', 'ambigue ?'],
  ['du 2 novembre jusqu’au 6', '2026-11-02..2026-11-06'],
  ['avant-hier', '2026-11-19'],
  ['7h 12/11', '2026-11-12'],
  ['35h sem 46', '2026-11-09..2026-11-15'],
  ['le 5 h', 'rien'],
  ['5 jours', 'rien'],
  ['de 8h à 16h', 'rien'],
  ['8 au 12h', 'rien'],
  ['2 à 6 personnes', 'rien'],
  ['14 et pas 21', 'rien'],
  ['35 h 1/2', 'rien'],
  ['la maison', 'rien'],
  ['mai', 'rien'],
  ['', 'rien'],
];

describe('lire une période', () => {
  for (const [texte, attendu] of CAS)
    it(`« ${texte} » : ${attendu}`, () => {
      expect(dire(texte)).to.equal(attendu);
    });

  it('donne les places de ce qui a été lu', () => {
    const texte = 'noté le 12/11 pour Ali';
    const lue = lirePeriode(texte, AUJOURDHUI);
    expect(lue && texte.slice(lue.debut, lue.fin)).to.equal('le 12/11');
  });

  it('change de mois et d’année avec le jour présent', () => {
    expect(dire('hier', '2027-01-01')).to.equal('2026-12-31');
    expect(dire('la semaine dernière', '2027-01-04')).to.equal('2026-12-28..2027-01-03');
    expect(dire('le mois dernier', '2027-01-15')).to.equal('2026-12-01..2026-12-31');
    expect(dire('le 28', '2026-11-02')).to.equal('2026-10-28');
    expect(dire('du 28 au 2', '2026-11-03')).to.equal('2026-10-28..2026-11-02');
    expect(dire('le trimestre dernier', '2027-02-01')).to.equal('2026-10-01..2026-12-31');
    expect(dire('29 février', '2028-03-01')).to.equal('2028-02-29');
  });

  it('lit un quantième répondu seul', () => {
    expect(lireQuantiemeRepondu('12', AUJOURDHUI)).to.deep.include({ periode: { du: '2026-11-12', au: '2026-11-12' } });
    expect(lirePeriode('12', AUJOURDHUI)).to.equal(null);
  });
});

describe('lire les dates des entrées françaises éprouvées', () => {
  const fichier = new URL('../../../shared/eval/french-inputs.jsonl', import.meta.url);

  it('donne à chacune sa valeur', function () {
    if (!existsSync(fichier)) return this.skip();
    for (const rangee of readFileSync(fichier, 'utf8').split('\n').filter(Boolean)) {
      const { champ, saisie, attendu, aujourdhui } = JSON.parse(rangee);
      if (champ === 'date')
        expect(String(attendu), saisie).to.satisfy((texte: string) => texte.startsWith(dire(saisie, aujourdhui)));
    }
  });
});
