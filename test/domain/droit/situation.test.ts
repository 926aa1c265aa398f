import { join } from 'node:path';
import { expect } from 'chai';
import { loadSeuils } from '../../../src/content/seuils.ts';
import { jugerObligation } from '../../../src/domain/droit/obligation.ts';
import { seuilsDu } from '../../../src/domain/droit/seuils.ts';
import { lireSituation } from '../../../src/domain/droit/situation.ts';

const lus = loadSeuils(join(new URL('../../../', import.meta.url).pathname, 'knowledge/seuils.yaml'));
if ('problems' in lus) throw new Error('seuils fautifs');
const seuils = lus.valeur;
const AUJOURDHUI = '2026-11-21';
const juger = (texte: string, jour = AUJOURDHUI) => jugerObligation(lireSituation(texte), jour, seuils);

describe('situation dite dans une question', () => {
  const MONTANTS: readonly (readonly [string, number | null])[] = [
    ['250 000 €', 250_000],
    ['250.000 euros', 250_000],
    ['250 000 € HT', 250_000],
    ['250k', 250_000],
    ['250 k€ HT', 250_000],
    ['6 M€', 6_000_000],
    ['1,2 million HT', 1_200_000],
    ['2 millions d’euros', 2_000_000],
    ['un chantier de 6M d’euros', 6_000_000],
    ['marché de 150 000 HT', 150_000],
    ['3 lots de 100 000 €', 300_000],
    ['60 000 € par an sur 4 ans', 240_000],
    ['240 000 € TTC', 200_000],
    ['huit lots de 40 000 € chacun', 320_000],
    ['215 000 € par an reconductible 3 fois', 860_000],
    ['150 000 € reconductible deux fois', 450_000],
    ['100 000 € par an pendant 2 ans, renouvelable une fois', 400_000],
    ['860 000 € reconductions comprises, reconductible 3 fois', 860_000],
    ['marché de moins de 100 000 €', null],
    ['en dessous de 216 000 €, est-ce obligatoire', null],
    ['quel est le seuil, 750 000 € ?', null],
    ['mon modèle parle de 221 000 €', null],
    ['1 607 heures', null],
    ['480 heures', null],
    ['article L2113-13', null],
    ['50 % de travailleurs', null],
    ['le 12/03/2021', null],
  ];
  for (const [texte, montant] of MONTANTS)
    it(`lit ${montant ?? 'aucun montant'} dans « ${texte} »`, () => {
      expect(lireSituation(texte).montant).to.equal(montant);
    });

  const QUI: readonly (readonly [string, string | null, string | null])[] = [
    ['fournitures pour une ville', 'collectivite', 'fournitures'],
    ['un marché de travaux de l’État', 'etat', 'travaux'],
    ['nettoyage des locaux d’un ministère', 'etat', 'services'],
    ['chantier du département', 'collectivite', 'travaux'],
    ['prestations pour la SNCF', 'entite-adjudicatrice', 'services'],
    ['DSP d’une communauté de communes', 'collectivite', 'concession'],
    ['bailleur social, réhabilitation', 'collectivite', 'travaux'],
    ['services sociaux d’un hôpital', 'collectivite', 'services-sociaux'],
    ['DSP de la communauté de communes', 'collectivite', 'concession'],
    ['nettoyage des bâtiments', null, 'services'],
    ['FCS d’une métropole', 'collectivite', 'fournitures'],
    ['une clause', null, null],
  ];
  for (const [texte, acheteur, contrat] of QUI)
    it(`lit qui et quoi dans « ${texte} »`, () => {
      const lue = lireSituation(texte);
      expect([lue.acheteur?.sorte ?? null, lue.contrat]).to.deep.equal([acheteur, contrat]);
    });

  const BORNES: readonly (readonly [string, string | null, number | null])[] = [
    ['obligatoire sous 216 000 € ?', 'dessous', 216_000],
    ['au-dessous de 216 000 €', 'dessous', 216_000],
    ['en dessous de 90 000 € HT', 'dessous', 90_000],
    ['moins de 100 k€', 'dessous', 100_000],
    ['sous les seuils européens', 'dessous', null],
    ['au-dessus de 140 000 €', 'dessus', 140_000],
    ['plus de 300 000 €', 'dessus', 300_000],
    ['à partir de 216 000 €', 'dessus', 216_000],
    ['un marché de 250 000 €', null, null],
  ];
  for (const [texte, sens, euros] of BORNES)
    it(`lit la limite de « ${texte} »`, () => {
      const { borne } = lireSituation(texte);
      expect([borne?.sens ?? null, borne?.euros ?? null]).to.deep.equal([sens, euros]);
    });

  it('lit la durée', () => {
    expect(lireSituation('travaux de 5 mois').mois).to.equal(5);
    expect(lireSituation('travaux de six mois').mois).to.equal(6);
  });
});

describe('obligation selon le montant', () => {
  const CAS: readonly (readonly [string, string])[] = [
    ['216 000 € de fournitures pour une ville', 'oui'],
    ['215 999 € de fournitures pour une ville', 'non'],
    ['140 000 € de services pour l’État', 'oui'],
    ['139 999 € de services pour l’État', 'non'],
    ['432 000 € de services pour une entité adjudicatrice', 'oui'],
    ['431 999 € de services pour une entité adjudicatrice', 'non'],
    ['5 404 000 € de travaux', 'oui'],
    ['5 403 999 € de travaux', 'non'],
    ['5 404 000 € de concession', 'oui'],
    ['749 999 € de services sociaux pour une ville', 'non'],
    ['200 000 € de services', 'selon'],
    ['300 000 € pour une ville', 'selon'],
    ['100 000 €', 'toujours'],
    ['6 M€', 'toujours'],
  ];
  for (const [texte, type] of CAS)
    it(`« ${texte} » : ${type}`, () => {
      expect(juger(texte)?.type).to.equal(type);
    });

  it('vaut à partir du 22 août 2026, pas la veille', () => {
    const texte = '250 000 € de fournitures pour une ville';
    expect(juger(texte, '2026-08-21')?.type).to.equal('pas-encore');
    expect(juger(texte, '2026-08-22')?.type).to.equal('oui');
  });

  it('dispense les travaux de moins de six mois, pas ceux de six', () => {
    const courts = juger('6 M€ de travaux, durée 5 mois');
    const longs = juger('6 M€ de travaux, durée 6 mois');
    expect(courts?.type === 'oui' && courts.duree).to.equal('dispense');
    expect(longs?.type === 'oui' && longs.duree).to.equal('sans-effet');
  });

  it('connaît les seuils de chaque période, du premier au dernier jour', () => {
    expect(seuilsDu(seuils, '2025-12-31')?.collectivites).to.equal(221_000);
    expect(seuilsDu(seuils, '2026-01-01')?.collectivites).to.equal(216_000);
    expect(seuilsDu(seuils, '2027-12-31')?.travaux).to.equal(5_404_000);
    expect(seuilsDu(seuils, '2028-01-01')).to.equal(null);
    expect(seuilsDu(seuils, '2023-12-31')).to.equal(null);
  });

  it('se tait sans montant, ou quand les seuils du jour sont inconnus', () => {
    expect(juger('fournitures pour une ville')).to.equal(null);
    expect(juger('250 000 € de fournitures pour une ville', '2028-02-01')).to.equal(null);
  });
});
