import { expect } from 'chai';
import { lire } from './aide.ts';

/** Messages d'un même brouillon, puis les lignes attendues. */
const CAS: readonly (readonly [messages: readonly string[], attendu: string])[] = [
  [['claire boulanger 7 heur hier rd919'], '7 | 2026-11-20 | claire boulanger | rd'],
  [['7hr claire boulanger yer rd919'], '7 | 2026-11-20 | claire boulanger | rd'],
  [['jveux declaré 35h pr farid zaoui s46 pasteur'], '35 | 2026-11-09..2026-11-15 | farid zaoui | ecole'],
  [['c pr declaré 7h a claire boulanger hier rd919 stp'], '7 | 2026-11-20 | claire boulanger | rd'],
  [['g fai 7h hier rd 919'], '7 | 2026-11-20 | ? | rd'],
  [['slt 35h farid zaoui ecol pasteur s46'], '35 | 2026-11-09..2026-11-15 | farid zaoui | ecole'],
  [['farid zaui ecole pasteure 28h semaine dernier'], '28 | 2026-11-09..2026-11-15 | farid zaui | ecole'],
  [['omar dioup collége camu 7h jeudi'], '7 | 2026-11-19 | omar dioup | camus'],
  [['omar diop colege camus 7h30 hier'], '7.5 | 2026-11-20 | omar diop | camus'],
  [['rose tellier 7h creche tergnié hier rqth'], '7 | 2026-11-20 | rose tellier | creche |  | TH'],
  [['elodie roger 14h stade nautik 12 et 13 nov'], '14 | 2026-11-12..2026-11-13 | elodie roger | stade'],
  [
    ['28H DU 09/11 AU 12/11 CLAIRE BOULANGER RD919 BRSA'],
    '28 | 2026-11-09..2026-11-12 | CLAIRE BOULANGER | rd |  | RSA',
  ],
  [['FARID ZAOUI 35H ECOLE PASTEUR SEM 46'], '35 | 2026-11-09..2026-11-15 | FARID ZAOUI | ecole'],
  [['farid zaoui 35 h sem46 pasteur batinor'], '35 | 2026-11-09..2026-11-15 | farid zaoui | ecole | Batinord'],
  [['farid zaoui 35 h du 9 o 13 nov pasteur'], '35 | 2026-11-09..2026-11-13 | farid zaoui | ecole'],
  [['7h claire boulanger mercredis rd919'], '7 | 2026-11-18 | claire boulanger | rd'],
  [['35h Claire Boulanger du 9 novembr au 13 novenbre rd919'], '35 | 2026-11-09..2026-11-13 | Claire Boulanger | rd'],
  [['7h Claire Boulanger avant hier rd 919'], '7 | 2026-11-19 | Claire Boulanger | rd'],
  [['7h Claire Boulanger aujourd’hui rd 919'], '7 | 2026-11-21 | Claire Boulanger | rd'],
  [['7h claire rd919 hier'], '7 | 2026-11-20 | claire | rd'],
  [['ecolepasteur 7h hier farid zaoui'], '7 | 2026-11-20 | farid zaoui | ecole'],
  [
    [
      "Pourriez-vous saisir, pour Monsieur Omar Diop (DELD), 28 heures réalisées du 9 au 12 novembre 2026 sur le chantier du collège Camus par l'entreprise Ets Caudron ? Bien cordialement, Mme Sophie Lambert",
    ],
    '28 | 2026-11-09..2026-11-12 | Omar Diop | camus | Ets Caudron | DELD M',
  ],
  [
    ['Bonjour, Claire Boulanger a travaillé 35 heures la semaine passée sur le chantier de la RD 919. Merci ! Sophie'],
    '35 | 2026-11-09..2026-11-15 | Claire Boulanger | rd',
  ],
  [
    ["Bonsoir, c'est pour déclarer 35h de Farid Zaoui, semaine 46, école Pasteur à Douai. Bonne soirée"],
    '35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole',
  ],
  [
    ['Pour info, Claire Boulanger a été présente 3 jours (21h) la semaine dernière sur la RD 919'],
    '21 | 2026-11-09..2026-11-15 | Claire Boulanger | rd',
  ],
  [["Claire Boulanger n'a fait que 5h hier sur la RD 919"], '5 | 2026-11-20 | Claire Boulanger | rd'],
  [['Claire Boulanger a commencé à 8h et fini à 16h hier RD 919'], '8 | 2026-11-20 | Claire Boulanger | rd'],
  [
    ['Claire Boulanger : 35h sur la RD 919 (sem 46), Batinord, RSA, femme'],
    '35 | 2026-11-09..2026-11-15 | Claire Boulanger | rd | Batinord | RSA F',
  ],
  [
    ['Omar DIOP, Collège CAMUS, 120H00, du 01/10/2026 au 31/10/2026'],
    '120 | 2026-10-01..2026-10-31 | Omar DIOP | camus',
  ],
  [['DIOP Omar - 120 - 10/2026 - Collège Camus'], '120 | 2026-10-01..2026-10-31 | DIOP Omar | camus'],
  [['Diop;Omar;120;01/10/2026;31/10/2026;Collège Camus'], '120 | 2026-10-01..2026-10-31 | Diop Omar | camus'],
  [
    ['Farid Zaoui École Pasteur Batinord 02/11 06/11 35h'],
    '35 | 2026-11-02..2026-11-06 | Farid Zaoui | ecole | Batinord',
  ],
  [
    ['Farid Zaoui, 35 h, 2-6 nov., École Pasteur (Batinord)'],
    '35 | 2026-11-02..2026-11-06 | Farid Zaoui | ecole | Batinord',
  ],
  [
    ['Claire Boulanger 35 h en S45 et 28 h en S46 sur la RD 919'],
    '35 | 2026-11-02..2026-11-08 | Claire Boulanger | rd\n28 | 2026-11-09..2026-11-15 | Claire Boulanger | rd',
  ],
  [
    ['Claire Boulanger octobre 150h, septembre 140h RD 919'],
    '150 | 2026-10-01..2026-10-31 | Claire Boulanger | rd\n140 | 2026-09-01..2026-09-30 | Claire Boulanger | rd',
  ],
  [
    ['Farid et Claire ont travaillé 7h hier sur Pasteur et Omar 4h'],
    '7 | 2026-11-20 | Farid | ecole\n7 | 2026-11-20 | Claire | ecole\n4 | 2026-11-20 | Omar | ecole',
  ],
  [
    ['7h pour Farid, idem pour Claire, hier, Pasteur'],
    '7 | 2026-11-20 | Farid | ecole\n7 | 2026-11-20 | Claire | ecole',
  ],
  [
    ['Farid Zaoui 7h hier Pasteur + 3h avant-hier'],
    '7 | 2026-11-20 | Farid Zaoui | ecole\n3 | 2026-11-19 | Farid Zaoui | ecole',
  ],
  [
    ['deux personnes 7h hier Pasteur : Farid et Claire'],
    '7 | 2026-11-20 | Farid | ecole\n7 | 2026-11-20 | Claire | ecole',
  ],
  [
    ['35h pour un jeune de 19 ans en alternance S46 Pasteur'],
    '35 | 2026-11-09..2026-11-15 | ? | ecole |  | JEUNE ALTERNANCE (ALTERNANCE)',
  ],
  [['12h hier Farid Pasteur'], '12 | 2026-11-20 | Farid | ecole'],
  [['matin 4h, après-midi 3h hier Farid Zaoui Pasteur'], '7 | 2026-11-20 | Farid Zaoui | ecole'],
  [['(7h x 4) + 3h S46 Farid Zaoui Pasteur'], '31 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole'],
  [['1/2 journée hier Farid Zaoui Pasteur'], '3.5 | 2026-11-20 | Farid Zaoui | ecole'],
  [['trente-cinq S46 Farid Zaoui Pasteur'], '35 | 2026-11-09..2026-11-15 | Farid Zaoui | ecole'],
  [
    ['7h par jour lundi, mardi et mercredi Claire Boulanger RD 919'],
    '21 | 2026-11-16..2026-11-18 | Claire Boulanger | rd',
  ],
  [['28 heures'], '28 | ? | ? | ?'],
  [['hier sur la rd 919'], '? | 2026-11-20 | ? | rd'],
  [['des heures pour Omar Diop au collège Camus'], '? | ? | Omar Diop | camus'],
  [['Claire Boulanger'], '? | ? | Claire Boulanger | ?'],
  [['RD 919'], '? | ? | ? | rd'],
  [['7h le 30/02 Claire Boulanger RD 919'], '7 | ? | Claire Boulanger | rd |  |  | !date-invalide'],
  [['7h du 2 au 30 février Claire Boulanger RD 919'], '7 | ? | Claire Boulanger | rd |  |  | !date-invalide'],
  [['7h le 24 novembre 2026 Claire Boulanger RD 919'], '7 | 2026-11-24 | Claire Boulanger | rd |  |  | !date-future'],
  [['7h lundi prochain Claire Boulanger RD 919'], '7 | 2026-11-23 | Claire Boulanger | rd |  |  | !date-future'],
  [
    ['35h du 13 au 9 novembre Claire Boulanger RD 919'],
    '35 | 2026-11-09..2026-11-13 | Claire Boulanger | rd |  |  | !periode-inversee',
  ],
  [["7h l'autre jour Claire Boulanger RD 919"], '7 | ? | Claire Boulanger | rd |  |  | !date-ambigue'],
  [['7h le 3 ou le 4 novembre Claire Boulanger RD 919'], '7 | ? | Claire Boulanger | rd |  |  | !date-ambigue'],
  [
    ['35h du 1er au 5 juin 2026 Claire Boulanger RD 919'],
    '35 | 2026-06-01..2026-06-05 | Claire Boulanger | rd |  |  | !avant-operation',
  ],
  [['7h le 12/10 Rose Tellier crèche'], '7 | 2026-10-12 | Rose Tellier | creche |  |  | !avant-operation'],
];

describe('lire les heures : messages réels : fautes, abréviations, courriels, dates impossibles', () => {
  for (const [messages, attendu] of CAS)
    it(messages.join(' → ').replaceAll('\n', ' ⏎ '), () => {
      expect(lire(...messages)).to.equal(attendu);
    });
});
