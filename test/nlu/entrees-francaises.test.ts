import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { lireChoix } from '../../src/nlu/choix.ts';
import { lireConfirmation } from '../../src/nlu/confirmation.ts';
import { lirePeriode } from '../../src/nlu/dates.ts';
import { lireDuree } from '../../src/nlu/heures/durees.ts';
import { lireNombreDouteux } from '../../src/nlu/nombres.ts';

const FICHIER = new URL('../../../shared/eval/french-inputs.jsonl', import.meta.url);

const Rangee = z.object({
  champ: z.enum(['date', 'nombre', 'confirmation', 'secteur']),
  aujourdhui: z.string(),
  saisie: z.string(),
  attendu: z.union([z.string(), z.number(), z.boolean()]),
});
type Rangee = z.infer<typeof Rangee>;

const SECTEURS = ['Bâtiment', 'Nettoyage', 'Espaces verts'];
const DEMANDE = 'on demande';

/** Ce qu'un champ de formulaire comprend d'une saisie : une valeur, ou « on demande ». */
const LIRE: Readonly<Record<Rangee['champ'], (rangee: Rangee) => string>> = {
  date: ({ saisie, aujourdhui }) => {
    const lue = lirePeriode(saisie, aujourdhui);
    if (lue?.type !== 'periode') return DEMANDE;
    const { du, au } = lue.periode;
    return `${du === au ? du : `${du}..${au}`}${au > aujourdhui ? `, ${DEMANDE}` : ''}`;
  },
  nombre: ({ saisie }) => {
    const lu = lireNombreDouteux(saisie);
    if (lu === null) {
      const duree = lireDuree(saisie);
      return duree ? `${duree.heures}` : DEMANDE;
    }
    if (lu.valeur < 0) return 'refusé';
    return lu.doute ? `${lu.valeur}, ${DEMANDE}` : `${lu.valeur}`;
  },
  confirmation: ({ saisie }) => lireConfirmation(saisie) ?? DEMANDE,
  secteur: ({ saisie }) => SECTEURS[lireChoix(saisie, SECTEURS) ?? -1] ?? DEMANDE,
};

/** L'attendu du fichier, avec les mêmes mots. */
const attendre = ({ attendu }: Rangee): readonly string[] => {
  if (typeof attendu === 'boolean') return [attendu ? 'oui' : 'non'];
  if (typeof attendu === 'number') return [`${attendu}`];
  if (attendu === 'reject') return ['refusé'];
  if (/^edit/.test(attendu)) return [DEMANDE];
  const valeur = /^[^ (]+/.exec(attendu)?.[0] ?? attendu;
  if (/future|: ask$|\+ ask/.test(attendu)) return [`${valeur}, ${DEMANDE}`];
  return /or ask/.test(attendu) ? [valeur, DEMANDE] : [attendu];
};

describe('lire les soixante entrées françaises éprouvées', () => {
  if (!existsSync(FICHIER)) {
    it('fichier absent');
    return;
  }
  const rangees = readFileSync(FICHIER, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((ligne) => Rangee.parse(JSON.parse(ligne)));

  it('les lit toutes, ou demande quand le doute est permis', () => {
    const ratees = rangees.flatMap((rangee) => {
      const lu = LIRE[rangee.champ](rangee);
      return attendre(rangee).includes(lu) ? [] : [`${rangee.champ} « ${rangee.saisie} » : ${lu}`];
    });
    expect(ratees).to.deep.equal([]);
    expect(rangees).to.have.length(60);
  });
});
