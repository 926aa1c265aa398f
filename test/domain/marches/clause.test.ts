import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { lireClauseSociale } from '../../../src/domain/marches/clause.ts';

const CAS: readonly (readonly [texte: string, presente: boolean | null, heures: number | null])[] = [
  ['Le marché comporte une clause sociale d’insertion de 350 heures.', true, 350],
  ['Clause d’insertion obligatoire : 1 250 heures sur la durée du marché.', true, 1250],
  ['Clause d’insertion : lot 1 : 175 h, lot 2 : 70 h', true, 245],
  ['250 heures d’insertion, soit 120 heures en tranche ferme et 130 heures en tranche optionnelle.', true, 250],
  ['Le nombre d’heures d’insertion passe de 1000 heures à 600 heures.', true, 600],
  ['Action d’insertion : 5 h par tranche de 10 000 euros HT.', true, null],
  ['120 heures d’insertion par an', true, null],
  ['Le marché comporte une clause d’insertion. Cet engagement représente 700 heures de travail.', true, 700],
  ['Le marché ne comporte pas de clause sociale.', false, null],
  ['Clause sociale : non', false, null],
  ['Remise des plis avant le 12 juin à 12 h 00.', null, null],
  ['Conditions d’exécution à caractère environnemental (article L. 2112-2).', null, null],
  ['Visite obligatoire de 2 heures sur site.', null, null],
  ['Clause d’insertion. Offres à remettre le 12/06 à 16h.', true, null],
  ['Il sera réservé 105 heures d’insertion à l’occasion de l’opération.', true, 105],
  ['Conditions d’ex&eacute;cution &agrave; caract&egrave;re social d&eacute;taill&eacute;es dans le CCAP.', true, null],
  ['Le titulaire devra réserver au minimum 1.200 heures de travail à des personnes en insertion.', true, 1200],
  ['Lot 1 : 300 heures d’insertion ; lot 2 : 150 heures d’insertion.', true, 450],
  ["Heures d'insertion : 7 % du total des heures", true, null],
  ['Marché avec clause sociale (RSA, DELD) : 2 100 h sur 3 ans', true, 2100],
  ["Clause sociale d'insertion pour les lots 2 et 3, soit 840 heures au total.", true, 840],
  ['Le présent marché comprend une démarche d’insertion par l’activité économique : 0 heure', true, 0],
  ['Les candidats peuvent visiter le site de 9 h à 12 h. Une clause d’insertion est prévue.', true, null],
  ["Durée d'exécution : 4 380 heures. Aucune clause sociale.", false, null],
  ['Volume horaire d’insertion : 455 heures', true, 455],
  ['considérations sociales : aucune', false, null],
  ['Pas de clause sociale', false, null],
  ["Formation de 35 heures des agents d'accueil des personnes en situation de handicap", null, null],
  ['critère social : 10 %', null, null],
  ['Le marché contient des clauses sociales et environnementales.', true, null],
  ['Clauses environnementales et sociales', true, null],
  ["La clause sociale d'insertion, d'un volume de 3 500 heures (lot 1 : 2 000 h ; lot 2 : 1 500 h)", true, 3500],
  ['insertion de 1 607 heures équivalent temps plein', null, null],
  ["Insertion paysagère du bâtiment, 300 heures d'étude", null, null],
  ['Maîtrise d’œuvre d’insertion urbaine', null, null],
  ['Effort d’insertion : 12 ETP', true, null],
  ["L’entreprise consacrera 5 % des heures à l'insertion de publics éloignés de l'emploi", true, null],
  ['garantie d’intervention sous 4 h. Clause sociale obligatoire.', true, null],
];

const REEL = '../shared/data/boamp/boamp_2021T1_textes_insertion.json';
const Extraits = z.array(z.object({ extrait: z.string(), etiquette: z.string() }));

describe('lireClauseSociale', () => {
  for (const [texte, presente, heures] of CAS)
    it(`lit « ${texte} »`, () => {
      expect(lireClauseSociale([{ champ: 'conditions', texte }])).to.deep.equal({ presente, heures });
    });

  it('ignore le texte qu’un rectificatif remplace', () => {
    const lue = lireClauseSociale([
      { champ: 'rectif.texteInit', texte: 'Clause d’insertion de 500 heures' },
      { champ: 'rectif.texteLire', texte: 'Clause d’insertion de 300 heures' },
    ]);
    expect(lue).to.deep.equal({ presente: true, heures: 300 });
  });

  it('trouve la clause de 77 vrais extraits sur 78, jamais dans un extrait d’environnement', function () {
    if (!existsSync(REEL)) this.skip();
    const lus = Extraits.parse(JSON.parse(readFileSync(REEL, 'utf8')));
    const compte = (etiquette: string): number =>
      lus.filter((lu) => lu.etiquette === etiquette && lireClauseSociale([{ champ: 'c', texte: lu.extrait }]).presente)
        .length;
    expect(compte('clause_sociale')).to.be.at.least(77);
    expect(compte('environnement_ou_autre')).to.equal(0);
  });
});
