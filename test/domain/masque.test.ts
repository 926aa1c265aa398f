import { expect } from 'chai';
import { masquer } from '../../src/domain/masque.ts';

/** Mots du métier et des lieux, comme le service les apprend de ses fiches et de l'annuaire. */
const CONNUS = new Set(
  'clause clauses sociale sociales insertion marché marche marchés réservé reserve lot lots esat siae petit petite ville commune communauté urbaine dunkerque lille roubaix henin beaumont villeneuve ascq albert douai saint omer nord pas calais somme aisne oise amiens métropole metropole france travail mission locale maison emploi plie douaisis cap code publique public cap sambre avesnois réussir reussir compiegne cergy acheteur facilitateur heures heure blanc zone directeur boulogne mer grand lens madeleine legrand europe canal seine bethune bruay artois lys'.split(
    ' ',
  ),
);
const plier = (mot: string): string =>
  mot
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
const connu = (mot: string): boolean => CONNUS.has(plier(mot)) || CONNUS.has(mot.toLowerCase());

const MASQUES: readonly (readonly [string, string])[] = [
  ['écrivez à jean.dupont@ville-lille.fr', 'écrivez à [courriel]'],
  ['mon mail : zaoui+clause@gmail.com merci', 'mon mail : [courriel] merci'],
  ['contact (at) pris : marie [at] exemple.fr', 'contact (at) pris : [courriel]'],
  ['appelez le 06 12 34 56 78', 'appelez le [téléphone]'],
  ['appelez le 0612345678 svp', 'appelez le [téléphone] svp'],
  ['tel 03.20.12.34.56', 'tel [téléphone]'],
  ['tel 03-20-12-34-56', 'tel [téléphone]'],
  ['+33 6 12 34 56 78', '[téléphone]'],
  ['+33(0)612345678', '[téléphone]'],
  ['0033 3 20 12 34 56', '[téléphone]'],
  ['NIR 1 85 05 59 178 123 45', 'NIR [numéro]'],
  ['son numéro est 285055917812345', 'son numéro est [numéro]'],
  ['sécu 1850559178123', 'sécu [numéro]'],
  ['sécu 2.85.05.2A.178.123.45', 'sécu [numéro]'],
  ['IBAN FR76 3000 6000 0112 3456 7890 189', 'IBAN [numéro]'],
  ['née le 12/03/1985 à Lille', 'née le [date] à Lille'],
  ['né le 3 avril 1990', 'né le [date]'],
  ['il habite 12 rue des Lilas à Roubaix', 'il habite [adresse] à Roubaix'],
  ['habite au 4 bis, avenue Jean Jaurès, 59000', 'habite au [adresse], 59000'],
  ['M. Dupont est-il éligible ?', 'M. [nom] est-il éligible ?'],
  ['Mme Le Goff est en QPV', 'Mme [nom] est en QPV'],
  ['monsieur zaoui a 50 ans', 'monsieur [nom] a 50 ans'],
  ['Madame Marie-Claire DURAND', 'Madame [nom]'],
  ['Mlle Petit', 'Mlle [nom]'],
  ['je m’appelle Farid Zaoui', 'je m’appelle [nom]'],
  ['je m’appelle farid zaoui', 'je m’appelle [nom]'],
  ['Farid Zaoui peut-il compter ?', '[nom] peut-il compter ?'],
  ['Jean Petit est-il éligible', '[nom] est-il éligible'],
  ['heures de DUPONT Marie', 'heures de [nom]'],
  ['heures de Marie DUPONT', 'heures de [nom]'],
  ['Bonjour Karim Benali', 'Bonjour [nom]'],
  ['pour karim benali sur le lot 2', 'pour [nom] sur le lot 2'],
  ['Albane De Ridder', '[nom]'],
  ['Wojciech Kowalczyk travaille', '[nom] travaille'],
  ['Cordialement, Sophie Lemaire-Duval', 'Cordialement, [nom]'],
  ['Marie Blanc, RSA', '[nom], RSA'],
  ['Jean-Michel Legrand', '[nom]'],
];

const GARDES: readonly string[] = [
  'qui suit les clauses à Hénin Beaumont ?',
  'facilitateur de Villeneuve d’Ascq',
  'marché à Saint Omer',
  'et pour Albert ?',
  'Communauté Urbaine de Dunkerque',
  'Pas de Calais et Nord',
  'Boulogne sur Mer',
  'Amiens Métropole est-elle couverte ?',
  'inscrit à France Travail',
  'la Mission Locale de Lens',
  'Maison de l’Emploi de Lille',
  'PLIE du Douaisis',
  'Réussir en Sambre Avesnois',
  'Cap Emploi',
  'chantier de l’École Jean Moulin',
  'le collège Albert Camus à Lens',
  'Ets Caudron',
  'rue Victor Hugo : clause possible ?',
  'Canal Seine Nord Europe',
  'Madame, Monsieur, une clause est-elle possible ?',
  'Monsieur le maire souhaite une clause',
  'Madame la directrice',
  'article L2113-13 du Code de la commande publique',
  'marché de 5 404 000 € HT',
  '250 000 € de fournitures pour une ville',
  'le 12/03/2021, quel seuil ?',
  'SIRET 21590163800019',
  '1 607 heures par an',
  '35 h pour P-0231',
  'La Madeleine',
  'CA de Béthune-Bruay, Artois-Lys Romane',
];

describe('masquer les personnes', () => {
  for (const [texte, attendu] of MASQUES)
    it(`masque « ${texte} »`, () => {
      expect(masquer(texte, connu)).to.equal(attendu);
    });
  for (const texte of GARDES)
    it(`garde « ${texte} »`, () => {
      expect(masquer(texte, connu)).to.equal(texte);
    });
});
