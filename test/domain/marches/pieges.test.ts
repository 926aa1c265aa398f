import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';
import type { Reservation } from '../../../src/domain/marches.ts';

type Cas = readonly [
  texte: string,
  statut: Reservation['statut'],
  audiences?: string,
  lots?: string | undefined,
  champ?: string,
];

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

  [
    "Le lot n°1 est réservé aux entreprises adaptées (article L2113-12) et le lot n°2 aux structures d'insertion par l'activité économique (article L2113-13).",
    'partiel',
    'EA_ESAT+SIAE',
    '1,2',
  ],
  ["Lot 2 réservé conformément à l'article L2113-13 du code de la commande publique", 'partiel', 'SIAE', '2'],
  ['Les prestations du lot 3 sont réservées aux ESAT', 'partiel', 'EA_ESAT', '3'],
  ['Ce marché est un marché réservé handicap', 'probable', 'EA_ESAT'],
  ["MARCHE RESERVE - Article 36-II de l'ordonnance 2015-899", 'probable', 'SIAE'],
  ['Marché réservé (art. 36 I)', 'probable', 'EA_ESAT'],
  ['En vertu des dispositions de l’article L. 2113-12, la consultation est réservée.', 'probable', 'EA_ESAT'],
  [
    'La présente consultation s’adresse exclusivement aux établissements et services d’aide par le travail',
    'probable',
    'EA_ESAT',
  ],
  ['La consultation est strictement réservée aux E.S.A.T. et E.A.', 'probable', 'EA_ESAT'],
  ['Accord-cadre réservé S.I.A.E.', 'probable', 'SIAE'],
  ['marché réservé aux entreprises d’insertions et associations d’insertion', 'probable', 'SIAE'],
  ['Réalisation de prestations de nettoyage, lots 4 et 5 réservés (SIAE)', 'partiel', 'SIAE', '4,5'],
  ['Marchés réservés : lots 4, 5 et 6', 'partiel', '', '4,5,6'],
  [
    'Le lot 3 est réservé à des structures employant au moins 50 % de travailleurs handicapés',
    'partiel',
    'EA_ESAT',
    '3',
  ],
  ['Le marché est réservé aux structures employant plus de 50% de personnes en difficulté', 'probable', 'SIAE'],
  ['Peuvent seuls candidater à ce marché les ESAT et EA.', 'probable', 'EA_ESAT'],
  ['Lot réservé à l’économie sociale et solidaire', 'probable', 'ESS'],
  ['Marché réservé aux entreprises solidaires d’utilité sociale', 'inconnu'],
  ['La consultation est réservée aux candidats sélectionnés à l’issue de la phase 1', 'inconnu'],
  ['Les lots 1 à 5 sont ouverts à tous ; le lot 6 est réservé aux EA.', 'partiel', 'EA_ESAT', '6'],
  ['hors lot 6 réservé aux EA', 'partiel', 'EA_ESAT', '6'],
  ['Marché réservé au sens des articles L. 2113-12 et suivants', 'probable', 'EA_ESAT'],
  ["Le présent accord-cadre n'est pas réservé à des entreprises adaptées.", 'non'],
  ['Le marché ne comporte aucun lot réservé', 'non'],
  ['Aucune réservation au titre des articles L. 2113-12 à L. 2113-16', 'non'],
  [
    'Les heures d’insertion pourront être réalisées avec une ETTI, une EI ou un ACI ; ces structures leur sont réservées.',
    'inconnu',
  ],
  ["Les emplois créés seront réservés en priorité aux demandeurs d'emploi", 'inconnu'],
  ['Le titulaire du lot 2 devra réserver 120 heures à une SIAE', 'inconnu'],
  ['Une part de 10 % du lot 2 est réservée à une SIAE en sous-traitance', 'inconnu'],
  ['L’entreprise pourra sous-traiter à une EA/ESAT, marché non réservé.', 'non'],
  ['Marché réservé en partie : lot 3 (EA/ESAT)', 'partiel', 'EA_ESAT', '3'],
  ['la part réservée aux SIAE dans l’exécution du marché est de 8 %', 'inconnu'],
  ['Clause d’insertion : 10% du temps de travail du marché sera réservé à un public en insertion', 'inconnu'],
  ['Clause sociale – réservé aux personnes en insertion', 'inconnu'],
  ['Clause d’insertion (heures réservées SIAE)', 'inconnu'],
  ['Le marché est réservé aux personnes éloignées de l’emploi à hauteur de 300 heures', 'inconnu'],
  ['Les locaux de l’ESAT sont réservés. Lot 4 : nettoyage', 'inconnu'],
  ['Prestation de restauration réservée aux détenus du centre pénitentiaire', 'inconnu'],
  ['Marché de restauration réservé aux personnes détenues', 'inconnu'],
  ["Transport des usagers de l'ESAT, navette réservée aux travailleurs handicapés", 'inconnu'],
  ['Assurance : lot 3 protection juridique réservée aux agents', 'inconnu'],
  ["Marchés de formation réservés aux demandeurs d'emploi handicapés", 'inconnu'],
  ['Formation réservée aux personnes handicapées – lot 2', 'inconnu'],
  ['Marché de formation à destination des SIAE', 'inconnu'],
  ['Accompagnement des SIAE, réservé aux structures du territoire', 'inconnu'],

  [
    'Entretien des espaces verts de la commune. Marché réservé aux ESAT et EA en application de l’article L2113-12 du code de la commande publique.',
    'probable',
    'EA_ESAT',
  ],
  ["Prestation de nettoyage des locaux communaux - Lot 2 réservé aux structures d'insertion", 'partiel', 'SIAE', '2'],
  [
    'Conformément aux articles L.2113-12 à L.2113-16 du code de la commande publique, le lot n°4 est réservé à des entreprises adaptées ou ESAT.',
    'partiel',
    'EA_ESAT',
    '4',
  ],
  ["L'acheteur réserve le marché à des structures d’insertion par l’activité économique (SIAE)", 'probable', 'SIAE'],
  [
    "La participation à la procédure est réservée aux opérateurs économiques visés à l'article L. 2113-13 du CCP.",
    'probable',
    'SIAE',
  ],
  [
    "Le marché est exclusivement réservé aux Entreprises d'Insertion (EI), Ateliers et Chantiers d'Insertion (ACI)",
    'probable',
    'SIAE',
  ],
  [
    "Lot 1 - Tri et collecte (lot réservé à une structure relevant de l'article L5132-4 du Code du travail)",
    'partiel',
    'SIAE',
    '1',
  ],
  ["Le pouvoir adjudicateur, soucieux de promouvoir l'insertion, réserve le lot 5 aux SIAE.", 'partiel', 'SIAE', '5'],
  ['Les lots 6 et 7 sont des lots réservés aux EA/ESAT.', 'partiel', 'EA_ESAT', '6,7'],
  ['Tous les lots sont réservés au secteur protégé et adapté.', 'probable', 'EA_ESAT'],
  ["Consultation réservée aux structures visées par l'article L.2113-12", 'probable', 'EA_ESAT'],
  ["Appel d'offres ouvert. Marché réservé (ateliers protégés).", 'probable', 'EA_ESAT'],
  ['Accord-cadre à bons de commande réservé à des EA ou ESAT', 'probable', 'EA_ESAT'],
  [
    "Marché de fournitures de plants - réservé aux établissements mentionnés à l'article L. 344-2 du CASF",
    'probable',
    'EA_ESAT',
  ],
  ['Mise sous pli - marché réservé au STPA', 'probable', 'EA_ESAT'],
  ["Marché réservé aux organismes d'insertion par l'activité économique", 'probable', 'SIAE'],
  ["Chantier d'insertion : restauration du lavoir (marché réservé)", 'probable'],
  [
    'Lot n°3 Entretien des cimetières. Ce lot est réservé aux structures d’insertion.',
    'partiel',
    'SIAE',
    undefined,
    'lot:3',
  ],
  ["Marché réservé dans les conditions de l'article R. 2113-7 à des entreprises adaptées", 'probable', 'EA_ESAT'],
  ['Lots 1 et 3 : réservés (article L. 2113-14)', 'partiel', 'EA_ESAT+SIAE', '1,3'],
  [
    'Le titulaire devra faire appel à une structure d’insertion pour 5 % des heures. Le marché n’est pas réservé.',
    'non',
  ],
  [
    "Les soumissionnaires ne peuvent émettre de réserves au CCAP. Une clause d'insertion de 120 h est prévue.",
    'inconnu',
  ],
  ['Le pouvoir adjudicateur se réserve la possibilité de déclarer sans suite un ou plusieurs lots.', 'inconnu'],
  ["Le maître d'ouvrage se réserve le droit de confier des prestations similaires (R2122-7).", 'inconnu'],
  ['Sont admises à la visite les entreprises munies d’une attestation ; places réservées sur inscription.', 'inconnu'],
  [
    'Le marché comporte une clause obligatoire d’insertion, conformément à l’article L. 2113-13 du Code de la commande publique.',
    'inconnu',
  ],
  [
    "Au titre de l'article L2113-15, les entreprises réservent une part de l'exécution à des personnes en difficulté.",
    'inconnu',
  ],
  ['Des heures sont réservées pour l’emploi de personnes en insertion.', 'inconnu'],
  [
    "Une partie des heures de travail nécessaires à l'exécution du marché est réservée à des personnes en insertion.",
    'inconnu',
  ],
  ['Le nombre d’heures réservées à l’insertion est de 350.', 'inconnu'],
  ["Un minimum de 5 % du montant du marché est réservé à l'insertion par l'activité économique", 'inconnu'],
  ['Aucun lot réservé.', 'non'],
  ['Lots réservés : aucun', 'non'],
  ["Maintenance des poteaux incendie et réserves d'eau", 'inconnu'],
  ["Travaux d'aménagement de la réserve naturelle régionale des étangs du Romelaëre", 'inconnu'],
  ['Réservation de berceaux en crèche pour les agents', 'inconnu'],
  ['Location de bus avec réservation de lignes', 'inconnu'],
  ["Réservation de 10 places en établissement d'accueil du jeune enfant - lot 1", 'inconnu'],
  ['Logiciel de réservation de salles', 'inconnu'],
  ['Levée des réserves des lots 1 à 12 du groupe scolaire', 'inconnu'],
  ['Travaux de création de pistes réservées aux cyclistes, lots 1 et 2', 'inconnu'],
  ['Réservé aux entreprises qualifiées Qualibat', 'inconnu'],
  ['Marché réservé aux candidats ayant visité le site', 'inconnu'],
  ["Concours réservé aux équipes de maîtrise d'œuvre", 'inconnu'],
  ["Le présent avis est réservé aux fournisseurs référencés du système d'acquisition dynamique", 'inconnu'],
  ['Fourniture de matériel pour la réserve communale de sécurité civile', 'inconnu'],
  ["Construction d'un ESAT de 60 places à Liévin, lots 1 à 14", 'inconnu'],
  ["Extension de l'entreprise adaptée : réservations en béton, lot gros œuvre", 'inconnu'],
  ["Réhabilitation d'un bâtiment pour une association d'insertion", 'inconnu'],

  [
    'Fourniture de papier et enveloppes – lot 5 réservé aux entreprises adaptées et ESAT (article L 2113-12 CCP)',
    'partiel',
    'EA_ESAT',
    '5',
  ],
  [
    'Ce marché est réservé à une structure d’insertion par l’activité économique conformément à l’article L. 2113-13',
    'probable',
    'SIAE',
  ],
  ['Le marché public est un marché réservé au sens du Code de la commande publique', 'probable', ''],
  ['Marché de collecte des encombrants, réservé aux structures de l’IAE', 'probable', 'SIAE'],
  ['Travaux de peinture réservés aux entreprises d’insertion – ville de Creil', 'probable', 'SIAE'],
  ['Seules les SIAE sont autorisées à soumissionner.', 'probable', 'SIAE'],
  [
    'Le lot n°2 (nettoyage des vitres) est un marché réservé en application de l’article L.2113-12 du CCP ; il s’adresse aux EA et aux ESAT.',
    'partiel',
    'EA_ESAT',
    '2',
  ],
  ['Les lots n° 7, n° 8 et n° 9 sont réservés aux ACI.', 'partiel', 'SIAE', '7,8,9'],
  ['Nature du marché : services réservés (EA, ESAT)', 'probable', 'EA_ESAT'],
  [
    'Il est précisé que le présent lot est réservé aux opérateurs employant au moins 50 % de travailleurs défavorisés',
    'probable',
    'SIAE',
  ],
  [
    'Ce marché s’inscrit dans une démarche de réservation au profit des entreprises adaptées (L. 2113-12).',
    'probable',
    'EA_ESAT',
  ],
  ['Le lot 4 « espaces verts » sera réservé aux structures relevant du handicap', 'partiel', 'EA_ESAT', '4'],
  ['LOT 2 RESERVE AUX STRUCTURES D INSERTION', 'partiel', 'SIAE', '2'],
  ['RESERVE AUX ESAT ET EA - BLANCHISSAGE DU LINGE PLAT', 'probable', 'EA_ESAT'],
  ['Marché réservé (structures d’insertion / secteur adapté)', 'probable', 'EA_ESAT+SIAE'],
  ['marché réservé en application du 1° de l’article L.2113-14', 'probable', 'EA_ESAT+SIAE'],
  ['Clause sociale : le titulaire réservera 7 % des heures à un public prioritaire. Marché non alloti.', 'inconnu'],
  ['La clause d’insertion peut être réalisée par la sous-traitance à une EI ou un ACI.', 'inconnu'],
  ['L’attributaire s’engage à réserver 250 heures de travail à des bénéficiaires de la clause d’insertion.', 'inconnu'],
  [
    'Conformément à l’article L. 2112-2, des conditions d’exécution relatives à l’emploi sont réservées au lot 1',
    'inconnu',
  ],
  ['Le lot 1 contient une clause d’insertion (heures d’insertion réservées : 210)', 'inconnu'],
  ['L’achat de prestations réservées à l’ESAT sera comptabilisé dans l’OETH', 'inconnu'],
  ['Parking PMR : deux places réservées. Lot VRD.', 'inconnu'],
  ['L’avis de marché est réservé à la publication', 'inconnu'],
  ['Sous réserve de l’article L2113-12, les candidats peuvent être des EA', 'inconnu'],
  ['Le dépôt de pli papier est réservé aux copies de sauvegarde', 'inconnu'],
  ['Les droits sont réservés ; lot 1 communication de l’ESS', 'inconnu'],
  [
    'Une attestation est demandée pour les candidats des marchés réservés aux ESAT, sans objet pour ce marché',
    'inconnu',
  ],
  ['Le marché n’est pas alloti. Il n’est pas réservé.', 'non'],
  ['Marché réservé : NON – Marché alloti : OUI', 'non'],
  ['La consultation n’est réservée à aucune catégorie d’opérateurs', 'non'],
  ['Prestation non réservée à une profession', 'inconnu'],
  ['Étude sur les marchés réservés aux SIAE dans les Hauts-de-France', 'inconnu'],
  ['Animation d’un réseau d’acheteurs : marchés réservés, clauses sociales', 'inconnu'],
  ['Formation des agents aux marchés réservés', 'inconnu'],
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
