import { expect } from 'chai';
import { Clausette } from '../support/clausette.ts';

interface Erreur {
  /** Ce que dirait un assistant qui n'est pas à jour. */
  readonly erreur: string;
  readonly questions: readonly string[];
  readonly dit: readonly RegExp[];
  readonly tait: readonly RegExp[];
}

const ERREURS: readonly Erreur[] = [
  {
    erreur: 'la clause sociale est toujours facultative',
    questions: [
      'La clause sociale est-elle facultative ?',
      'est-on obligé de mettre du social au-dessus des seuils européens ?',
    ],
    dit: [/L2112-2-1/, /oblig/, /22 août 2026/],
    tait: [/^Non\b/],
  },
  {
    erreur: 'les prestations intellectuelles sont exemptées',
    questions: ['Les prestations intellectuelles sont-elles exemptées de clause sociale ?'],
    dit: [/^Non/, /L2112-2-1/, /six mois/],
    tait: [],
  },
  {
    erreur: 'on peut attribuer sur le seul prix',
    questions: ['Peut-on attribuer un marché sur le seul critère du prix ?', 'critère unique prix autorisé ?'],
    dit: [/Non/, /R2152-7/, /environnement/],
    tait: [],
  },
  {
    erreur: 'seuils de 221 000 et 5 538 000 €',
    questions: ['Quels sont les seuils européens aujourd’hui ?', 'seuils européens 2026 fournitures et travaux'],
    dit: [/140 000 €/, /216 000 €/, /432 000 €/, /5 404 000 €/],
    tait: [/221 000/, /5 538 000/],
  },
  {
    erreur: 'dispense sous 40 000 €',
    questions: ['Sous quel montant acheter sans mise en concurrence ?', 'seuil de dispense de procédure 2026'],
    dit: [/60 000 € HT/, /100 000 € HT/, /R2122-8/],
    tait: [],
  },
  {
    erreur: 'on ne peut pas réserver à la fois aux EA, ESAT et SIAE',
    questions: ['Peut-on réserver un même lot aux ESAT et aux SIAE à la fois ?'],
    dit: [/^Oui/, /L2113-14/, /9 décembre 2020/, /concession/],
    tait: [],
  },
  {
    erreur: 'une concession peut aussi être réservée aux deux',
    questions: ['Peut-on réserver une concession à la fois aux EA et aux SIAE ?'],
    dit: [/^Non/, /L3113-3/],
    tait: [],
  },
  {
    erreur: 'l’avis doit citer l’article L2113-12 ou L2113-13',
    questions: [
      'L’avis d’un marché réservé doit-il citer l’article L2113-13 ?',
      'mention de la réservation dans l’avis',
    ],
    dit: [/R2113-7/, /décision de réserver/, /conseillé/],
    tait: [],
  },
  {
    erreur: 'ESAT = aide par le travail',
    questions: ['Que veut dire ESAT ?', 'nouveau nom des ESAT'],
    dit: [/accompagnement par le travail/],
    tait: [],
  },
  {
    erreur: 'Pôle emploi, agrément',
    questions: ['Faut-il encore écrire Pôle emploi dans la clause ?'],
    dit: [/France Travail/],
    tait: [],
  },
  {
    erreur: 'agrément Pôle emploi des salariés en insertion',
    questions: ['L’agrément IAE existe-t-il encore ou est-ce le PASS IAE ?'],
    dit: [/PASS IAE/, /24 mois/],
    tait: [],
  },
  {
    erreur: 'SPASER à 100 M€, collectivités seulement',
    questions: [
      'À partir de quel montant le SPASER est-il obligatoire ?',
      'Quels acheteurs doivent adopter un SPASER ?',
    ],
    dit: [/50 M€/, /D2111-3/],
    tait: [/plus de 100 M€/],
  },
  {
    erreur: 'carte des QPV de 2014',
    questions: ['Quelle carte des QPV faut-il utiliser ?'],
    dit: [/1er janvier 2024|01\/01\/2024/, /1 362/],
    tait: [],
  },
  {
    erreur: 'ZRR',
    questions: ['Les ZRR existent-elles encore ?'],
    dit: [/France ruralités revitalisation/, /01\/07\/2024|1er juillet 2024/],
    tait: [],
  },
  {
    erreur: 'CDTD éligibles aux marchés réservés',
    questions: ['Les CDTD peuvent-ils répondre à un marché réservé ?'],
    dit: [/^Non/, /L2113-12/],
    tait: [],
  },
  {
    erreur: 'EATT et CDD tremplin expérimentaux',
    questions: ['L’EATT est-elle encore expérimentale ?', 'le CDD tremplin est-il une expérimentation ?'],
    dit: [/1er janvier 2024/, /L5213-13/],
    tait: [],
  },
  {
    erreur: 'PNAD, 30 % en 2025 comme objectif courant',
    questions: ['Le PNAD impose-t-il toujours 30 % de considérations sociales ?'],
    dit: [/échu|échéance/],
    tait: [],
  },
];

describe('les erreurs d’un assistant qui n’est pas à jour', () => {
  let clausette: Clausette;
  before(async () => {
    clausette = await Clausette.create();
  });
  after(() => clausette.close());

  for (const { erreur, questions, dit, tait } of ERREURS)
    for (const question of questions)
      it(`« ${question} » ne fait pas dire : ${erreur}`, async () => {
        const reponses = await clausette.dire(question, { conversation: question });
        const lu = reponses.map(({ texte }) => texte.replace(/[\u00a0\u202f]/g, ' ')).join('\n');
        for (const motif of dit) expect(lu).to.match(motif);
        for (const motif of tait) expect(lu).to.not.match(motif);
        expect(reponses.flatMap(({ citations = [] }) => citations)).to.not.deep.equal([]);
      });
});
