import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';
import type { Reservation } from '../../../src/domain/marches.ts';

type Cas = readonly [texte: string, statut: Reservation['statut'], audiences?: string, lots?: string, champ?: string];

const CAS: readonly Cas[] = [
  ['Marché réservé aux architectes inscrits au tableau de l’ordre', 'inconnu'],
  ['Consultation réservée aux émetteurs de titres-restaurant agréés.', 'inconnu'],
  ['Lot(s) réservé(s) : lots 2 et 3 – entreprises adaptées', 'partiel', 'EA_ESAT', '2,3'],
  [
    "La participation est réservée à des ateliers protégés et à des opérateurs économiques dont l'objet principal est l'intégration sociale et professionnelle de personnes handicapées ou défavorisées",
    'probable',
    'EA_ESAT+SIAE',
  ],
  ['Le marché est réservé à des ateliers protégés : non', 'non'],
  ['L’exécution du marché est réservée dans le cadre de programmes d’emplois protégés', 'probable', 'EA_ESAT'],
  ["Le lot 5 fait l'objet d'une réservation au titre de l'article L. 2113-13.", 'partiel', 'SIAE', '5'],
  ['Seuls pourront soumissionner les ESAT et les entreprises adaptées pour ce lot', 'probable', 'EA_ESAT'],
  ['Seuls les publics orientés par une SIAE seront retenus au titre de la clause du marché', 'inconnu'],
  ['Le marché prévoit une sous-traitance réservée à des SIAE', 'inconnu'],
  [
    "En application des articles L. 2112-2 et L. 2113-13 (marchés réservés) du code, une clause sociale d'insertion est imposée au titulaire.",
    'inconnu',
  ],
  ['LE MARCHE RESERVE 150 HEURES AUX SIAE', 'inconnu'],
  ['lot 3 - 12 logements, réservé SIAE', 'partiel', 'SIAE', '3'],
  ['Les lots 1-5-6 sont réservés aux SIAE', 'partiel', 'SIAE', '1,5,6'],
  ['Lots 2 à 4 réservés aux EA', 'partiel', 'EA_ESAT', '2,3,4'],
  ['Lot n°2 : réservé aux structures de l’insertion par l’activité économique', 'partiel', 'SIAE', '2'],
  ['Le présent lot est réservé à des ESAT', 'partiel', 'EA_ESAT', '7', 'lot:7'],
  ['Tonte du stade réservée aux ESAT', 'inconnu'],
  ['Marché soumis à réservation (art. L.2113-12)', 'probable', 'EA_ESAT'],
  ["Le lot 2 n'est pas réservé. Le lot 3 est réservé aux SIAE.", 'partiel', 'SIAE', '3'],
  ['Marché non réservé', 'non'],
  ['Ce marché n’est ni réservé ni alloti.', 'non'],
  ['Ce lot, réservé en application de l’article L. 2113-12, porte sur le tri du linge', 'probable', 'EA_ESAT'],
  ['Marché de prestations de services réservé aux entreprises adaptées et aux ESAT', 'probable', 'EA_ESAT'],
  ['ACCORD-CADRE RÉSERVÉ AUX SIAE - DÉBROUSSAILLAGE', 'probable', 'SIAE'],
  ['Consultation réservée : oui', 'probable', ''],
  ["L'accès au chantier est réservé aux personnels des SIAE", 'inconnu'],
  ['L’acheteur se réserve le droit de recourir à une entreprise adaptée pour ce lot.', 'inconnu'],
  ['Prestations de nettoyage. Marché réservé en vertu de l’article 15 du CMP aux EA et ESAT', 'probable', 'EA_ESAT'],
  ['Les candidats doivent être des SIAE : ce marché leur est réservé.', 'probable', 'SIAE'],
  ['Lot réservé à une régie de quartier', 'probable', 'SIAE'],
  ["Collecte de papiers - lot unique réservé à l'insertion", 'probable', 'SIAE'],
  ['Les travaux du lot 4 comportent 300 heures d’insertion réservées aux bénéficiaires du RSA', 'inconnu'],
  ['Le critère n°3 est réservé aux actions d’insertion', 'inconnu'],
  ['Les prestations réservées aux EA seront facturées à part', 'probable'],
  [
    'Marché réservé aux opérateurs économiques qui emploient des travailleurs handicapés ou défavorisés',
    'probable',
    'EA_ESAT+SIAE',
  ],
  ['Participation réservée : sans objet', 'non'],
  ['Ce marché est ouvert à tous, y compris aux SIAE et ESAT.', 'inconnu'],
  ["Les entreprises d'insertion sont invitées à candidater au marché.", 'inconnu'],
  ['Marché réservé à l’ESAT Les Ateliers du Lys', 'probable', 'EA_ESAT'],
  ["Marché réservé selon l'article L. 2113-14, à des EA, ESAT et SIAE", 'probable', 'EA_ESAT+SIAE'],
  ['lot 2 réservé ESAT', 'partiel', 'EA_ESAT', '2'],
  ['lot2: vitrerie (réservé EA)', 'partiel', 'EA_ESAT', '2'],
  ['Réservé : SIAE uniquement', 'probable', 'SIAE'],
  ['Lot A réservé aux SIAE', 'partiel', 'SIAE', 'A'],
  ['Lot 01 et lot 03 réservés aux SIAE', 'partiel', 'SIAE', '1,3'],
  ['Marché réservé à des organismes de formation agréés', 'inconnu'],
  ['Marchés réservés aux associations', 'inconnu'],
  ['Marché réservé aux titulaires de l’accord-cadre', 'inconnu'],
  ['Marchés subséquents réservés aux attributaires de l’accord-cadre', 'inconnu'],
  ['Salle réservée au CCAS, lot 3 insertion paysagère', 'inconnu'],
  ['Concession de service public : plage réservée aux personnes handicapées', 'inconnu'],
  ['Avis de concession : parking réservé ESAT', 'inconnu'],
  ['Fourniture de repas, contrat réservé aux services pénitentiaires d’insertion', 'probable'],
  ['Nettoyage du centre pénitentiaire - accès réservé', 'inconnu'],
  ['Marché de travaux du centre de détention, lot réservé', 'probable'],
  ['Le marché a été réservé par la précédente municipalité aux SIAE', 'probable'],
];

const TED = '../shared/data/ted';
const RESERVE = /r[ée]serv[ée]/i;

describe('lireReservation — pièges', () => {
  for (const [texte, statut, audiences, lots, champ] of CAS)
    it(`${statut} : ${texte}`, () => {
      const lue = lireReservation([{ champ: champ ?? 'objet', texte }]);
      expect(lue.statut).to.equal(statut);
      if (audiences !== undefined) expect(lue.audiences.join('+')).to.equal(audiences);
      if (lots !== undefined) expect(lue.lots.join(',')).to.equal(lots);
    });

  it('reste rapide sur un texte sans ponctuation', () => {
    const texte = `${'Le marché est réservé, '.repeat(400)}${'lot 1, 2, '.repeat(400)}aux ESAT`;
    expect(lireReservation([{ champ: 'objet', texte }]).statut).to.not.equal('non');
  });

  it('reconnaît tous les avis européens dont le texte dit la réservation', function () {
    if (!existsSync(`${TED}/xml_reserves_fr`)) this.skip();
    const muets: string[] = [];
    let parlants = 0;
    for (const nom of readdirSync(`${TED}/xml_reserves_fr`)) {
      const xml = readFileSync(`${TED}/xml_reserves_fr/${nom}`, 'utf8');
      const textes = [...xml.matchAll(/<P>([\s\S]*?)<\/P>/g)].map((lu) => ({ champ: 'p', texte: lu[1] ?? '' }));
      if (!textes.some(({ texte }) => RESERVE.test(texte.replace(/(?:sous|se) réserve|réserve de/gi, '')))) continue;
      parlants += 1;
      if (lireReservation(textes).statut === 'inconnu') muets.push(nom);
    }
    expect(parlants).to.be.at.least(10);
    expect(muets).to.deep.equal([]);
  });

  it('ne voit rien dans 64 titres et descriptions européens des Hauts-de-France', function () {
    if (!existsSync(`${TED}/ted_hauts_de_france.json`)) this.skip();
    const Lus = z.array(
      z.object({ id: z.string(), title: z.string(), desc: z.string().nullable(), reserved: z.array(z.string()) }),
    );
    const lus = Lus.parse(JSON.parse(readFileSync(`${TED}/ted_hauts_de_france.json`, 'utf8')));
    const alertes = lus.filter(
      ({ title, desc }) =>
        lireReservation([title, desc ?? ''].map((texte) => ({ champ: 'objet', texte }))).statut !== 'inconnu',
    );
    expect(alertes).to.deep.equal([]);
  });
});
