import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { lireReservation } from '../../../src/domain/marches/reservation.ts';
import { Reservation } from '../../../src/domain/marches.ts';

type Cas = readonly [texte: string, statut: Reservation['statut'], audiences?: string, lots?: string];

const CAS: readonly Cas[] = [
  ['Aucun lot de la présente consultation n’est réservé au sens des articles L. 2113-12 à L. 2113-14.', 'non'],
  ["Le marché n'est pas réservé.", 'non'],
  ['La participation n’est pas réservée.', 'non'],
  ['Marché réservé : Non', 'non'],
  ['Marchés réservés : sans objet', 'non'],
  [
    'Les lots 1 et 2 ne sont pas réservés, les lots 3 et 4 sont réservés aux entreprises adaptées.',
    'partiel',
    'EA_ESAT',
    '3,4',
  ],
  [
    "Lot 1 réservé aux EA et ESAT, lot 2 réservé aux structures d'insertion par l'activité économique.",
    'partiel',
    'EA_ESAT+SIAE',
    '1,2',
  ],
  ['120 heures réservées à l’insertion professionnelle', 'inconnu'],
  ['Le titulaire réservera 7 % des heures travaillées à des personnes en insertion.', 'inconnu'],
  ["5 % du marché est réservé à l'insertion", 'inconnu'],
  ["Une partie des prestations est réservée à des structures d'insertion.", 'inconnu'],
  ['La prestation est réservée à une profession particulière : avocats', 'inconnu'],
  ["L'exécution du marché est réservée à la profession d'architecte.", 'inconnu'],
  ['Marché de services réservés aux avocats', 'inconnu'],
  [
    "En application de l'article L. 2113-13 du CCP, le marché comporte une clause d'insertion de 300 heures.",
    'inconnu',
  ],
  [
    'Travaux sur la réserve naturelle et voie réservée aux bus. Le pouvoir adjudicateur se réserve le droit de négocier.',
    'inconnu',
  ],
  ['Création de 10 places de stationnement réservées aux personnes handicapées', 'inconnu'],
  ['Transport réservé aux élèves handicapés', 'inconnu'],
  ['MARCHE RESERVE ESAT - ENTRETIEN DES ESPACES VERTS', 'probable', 'EA_ESAT'],
  ['Nettoyage des locaux (lot réservé SIAE)', 'probable', 'SIAE'],
  ['Entretien des espaces verts - marché réservé', 'probable', ''],
  [
    'Le pouvoir adjudicateur a décidé de réserver le lot n°2 aux entreprises adaptées et aux ESAT.',
    'partiel',
    'EA_ESAT',
    '2',
  ],
  ['L’acheteur se réserve la possibilité de réserver certains lots aux SIAE', 'inconnu'],
  ['Si le marché est réservé aux entreprises adaptées, le candidat joint son agrément.', 'inconnu'],
  ['En cas de marché réservé, fournir la convention.', 'inconnu'],
  ['Des marchés ou des lots peuvent être réservés à des entreprises adaptées', 'inconnu'],
  ['Seules les entreprises adaptées et les ESAT peuvent présenter une offre pour ce marché.', 'probable', 'EA_ESAT'],
  ['Consultation ouverte exclusivement aux structures d’insertion par l’activité économique', 'probable', 'SIAE'],
  ['March&amp;eacute; r&amp;eacute;serv&amp;eacute; aux entreprises adapt&amp;eacute;es', 'probable', 'EA_ESAT'],
  [
    "Accord-cadre réservé aux structures de l'économie sociale et solidaire (articles L2113-15 et L2113-16)",
    'probable',
    'ESS',
  ],
  [
    'Marché réservé aux opérateurs économiques employant des personnes détenues (L. 2113-13-1)',
    'probable',
    'PENITENTIAIRE',
  ],
  ['Réservé ESAT/EA : fourniture de plants', 'probable', 'EA_ESAT'],
  ['Lot 4 - Blanchisserie, réservé au secteur adapté', 'partiel', 'EA_ESAT', '4'],
  ['Les offres comportant des réserves seront rejetées. Clause sociale : 70 heures.', 'inconnu'],
  ['Marché public réservé en application de l’article 15 du code des marchés publics', 'probable', ''],
  ['Extension des locaux réservés aux ESAT', 'inconnu'],
  ["Construction d'un ESAT et d'un service réservé aux travailleurs handicapés", 'inconnu'],
  ['Le marché prévoit que des emplois soient réservés à des personnes en insertion (SIAE).', 'inconnu'],
  ["Il sera réservé, à l'occasion de l'exécution du lot 3, 105 heures d'insertion.", 'inconnu'],
  ['Lots réservés : 2 et 5 (entreprises adaptées)', 'partiel', 'EA_ESAT', '2,5'],
  ["Le lot 3 est un lot réservé au sens de l'article L. 2113-13.", 'partiel', 'SIAE', '3'],
  [
    "Marché réservé aux entreprises adaptées ou établissements et services d'accompagnement par le travail et aux structures d'insertion (L. 2113-14)",
    'probable',
    'EA_ESAT+SIAE',
  ],
  ["Procédure réservée aux ateliers et chantiers d'insertion", 'probable', 'SIAE'],
  ['Les prestations sont réservées à des établissements et services d’aide par le travail.', 'probable', 'EA_ESAT'],
  ['Au lieu de : lot 2 réservé aux entreprises adaptées. Lire : lot 2 réservé aux SIAE.', 'partiel', 'SIAE', '2'],
  ['Le candidat doit réserver au moins 5 % des heures à des publics en insertion relevant des SIAE', 'inconnu'],
  ['Concession réservée aux SIAE (article L. 3113-2)', 'probable', 'SIAE'],
  [
    "L'ensemble des lots est réservé aux structures visées à l'article L. 5132-4 du code du travail",
    'probable',
    'SIAE',
  ],
  ['marche reserve aux entreprises d insertion', 'probable', 'SIAE'],
  ['Tous les lots sauf le lot 3 sont réservés aux EA/ESAT', 'probable', 'EA_ESAT', ''],
  ['Le marché est passé sous réserve des articles L. 2113-12.', 'inconnu'],
  ['Marché réservé aux PME locales', 'inconnu'],
  ['Sont réservés les lots 2 et 3 aux entreprises adaptées', 'partiel', 'EA_ESAT', '2,3'],
  ['Lot n° 5 : nettoyage des vitres – Réservé aux ESAT et EA', 'partiel', 'EA_ESAT', '5'],
  ['Marché comportant des lots réservés', 'probable', ''],
  ['Il ne s’agit pas d’un marché réservé.', 'non'],
  ["Le marché ne fait pas l'objet d'une réservation au titre de l'article L.2113-12", 'non'],
  ['Réservation du lot 2 au profit des structures d’insertion', 'partiel', 'SIAE', '2'],
  ["Aucune prestation n'est réservée à une profession particulière", 'inconnu'],

  ['Le marché réservé aux entreprises adaptées comprend 1 200 heures de travail par an.', 'probable', 'EA_ESAT'],
  ['Les lots n°1, 2 et 10 sont réservés à des SIAE.', 'partiel', 'SIAE', '1,2,10'],
  ['Lots 11 à 14 (réservé insertion)', 'partiel', 'SIAE', '11,12,13,14'],
  ['lot 1 - tonte du secteur Nord réservé à l’insertion des personnes handicapées', 'partiel', 'EA_ESAT', '1'],
  ['Secteur gare — réservé insertion', 'probable', 'SIAE'],
  ['L’avis et la consultation qui suivra sont réservés au secteur adapté.', 'probable', 'EA_ESAT'],
  ['Un volant de 200 h est réservé aux personnes éloignées de l’emploi.', 'inconnu'],
  ['Les offres sont remises sous réserve de l’accord du conseil municipal.', 'inconnu'],
  ['Aménagement de la réserve du musée', 'inconnu'],
  ['Création d’un couloir réservé aux autobus, lot 2 signalisation', 'inconnu'],
  ['Construction de 12 logements réservés aux travailleurs handicapés', 'inconnu'],
  ['Le titulaire s’engage à réserver 10 % des heures à des salariés d’une SIAE.', 'inconnu'],
  ['Le marché est réservé à des opérateurs employant des travailleurs défavorisés (R2113-7).', 'probable', 'SIAE'],
  ['Marché réservé : oui', 'probable', ''],
  ['Marchés réservés : néant', 'non'],
  ['Aucun des lots n’est réservé', 'non'],
  ['Ce marché ne constitue pas un marché réservé au sens de l’article L. 2113-12.', 'non'],
  ['Marchés publics de travaux : réservation de salles pour l’ESAT', 'inconnu'],
  ['Nettoyage des locaux de l’ESAT et de l’entreprise adaptée', 'inconnu'],
  ['Fourniture de repas aux ateliers et chantiers d’insertion', 'inconnu'],
  ['Le pouvoir adjudicateur se réserve le droit de ne pas attribuer le lot réservé.', 'inconnu'],
  [
    'L’accord-cadre est exclusivement réservé aux structures de l’insertion par l’activité économique',
    'probable',
    'SIAE',
  ],
  ['Marché réservé EA/ESAT/SIAE', 'probable', 'EA_ESAT+SIAE'],
  ['marchés réservés aux ACI et aux EI', 'probable', 'SIAE'],
];

const REEL = '../shared/data/boamp';
const Extraits = z.array(
  z.object({ champ: z.string(), extrait: z.string(), etiquette: z.string(), idweb: z.string() }),
);
const Titres = z.array(z.object({ objet: z.string() }));

const estReserve = ({ statut }: Reservation): boolean =>
  statut === 'oui' || statut === 'partiel' || statut === 'probable';

describe('lireReservation', () => {
  for (const [texte, statut, audiences, lots] of CAS)
    it(`${statut} : ${texte}`, () => {
      const lue = Reservation.parse(lireReservation([{ champ: 'objet', texte }]));
      expect(lue.statut).to.equal(statut);
      if (audiences !== undefined) expect(lue.audiences.join('+')).to.equal(audiences);
      if (lots !== undefined) expect(lue.lots.join(',')).to.equal(lots);
      expect(lue.preuve === null).to.equal(statut === 'inconnu');
    });

  it('cite la phrase qui le montre, et elle seule', () => {
    const texte = 'Nettoyage des vitres. Le lot n° 2 est r&eacute;serv&eacute; aux ESAT. Visite obligatoire.';
    expect(lireReservation([{ champ: 'description', texte }]).preuve).to.equal('Le lot n° 2 est réservé aux ESAT.');
  });

  it('prend le lot du champ quand la phrase n’en nomme pas', () => {
    expect(lireReservation([{ champ: 'lot:3', texte: 'Tonte – réservé ESAT' }])).to.deep.include({
      statut: 'partiel',
      lots: ['3'],
    });
  });

  it('préfère ce qu’un rectificatif donne à lire', () => {
    const lue = lireReservation([
      { champ: 'rectif.texteInit', texte: 'Marché réservé aux entreprises adaptées' },
      { champ: 'rectif.texteLire', texte: 'Marché réservé aux structures d’insertion par l’activité économique' },
    ]);
    expect(lue.audiences).to.deep.equal(['SIAE']);
  });

  it('ne conclut pas quand un seul lot est dit non réservé', () => {
    expect(lireReservation([{ champ: 'a', texte: 'Le lot 2 n’est pas réservé.' }]).statut).to.equal('inconnu');
  });

  it('réunit les lots et les audiences de plusieurs phrases', () => {
    const lue = lireReservation([
      { champ: 'lot:1', texte: 'Lot réservé aux EA.' },
      { champ: 'lot:4', texte: 'Lot réservé aux SIAE.' },
    ]);
    expect(lue).to.deep.include({ statut: 'partiel', audiences: ['EA_ESAT', 'SIAE'], lots: ['1', '4'] });
  });

  it('dit « partiel » puis « probable » quand une phrase réserve tout', () => {
    const lue = lireReservation([{ champ: 'a', texte: 'Lot 1 réservé aux EA.\nMarché réservé aux EA.' }]);
    expect(lue.statut).to.equal('probable');
  });

  describe('sur de vrais textes', () => {
    before(function () {
      if (!existsSync(REEL)) this.skip();
    });

    // Ces extraits ont été lus en écrivant les règles : c'est un plancher, pas une mesure sur de l'inédit.
    it('ne confond ni clause ni réservation sur 105 extraits', () => {
      const lus = Extraits.parse(JSON.parse(readFileSync(`${REEL}/boamp_2021T1_textes_insertion.json`, 'utf8')));
      const faux = lus.filter(
        ({ champ, extrait, etiquette }) =>
          estReserve(lireReservation([{ champ, texte: extrait }])) !== (etiquette === 'reserve'),
      );
      expect(lus).to.have.length(105);
      expect(faux.map(({ idweb }) => idweb)).to.deep.equal([]);
    });

    it('ne donne aucune fausse alerte sur 1 500 titres, dont aucun n’est réservé', () => {
      const titres = Titres.parse(JSON.parse(readFileSync(`${REEL}/boamp_titres_2017-2024.json`, 'utf8')));
      expect(titres).to.have.length(1500);
      expect(
        titres.filter(({ objet }) => lireReservation([{ champ: 'objet', texte: objet }]).statut !== 'inconnu'),
      ).to.deep.equal([]);
    });
  });
});
