import { expect } from 'chai';
import fc from 'fast-check';
import { Clausette } from '../support/clausette.ts';

/** Ce qu'une personne, ou le réseau, peut faire d'une saisie. */
type Geste =
  | { readonly type: 'saisir'; readonly heures: number; readonly personne: number; readonly jour: number }
  | { readonly type: 'corriger'; readonly heures: number }
  | { readonly type: 'annuler' }
  | { readonly type: 'retablir' }
  | { readonly type: 'abandonner' };

/** Chaque geste peut être redonné deux fois, ou suivi d'un arrêt. */
interface Pas {
  readonly geste: Geste;
  readonly redonne: boolean;
  readonly arret: boolean;
}

const heures = fc.integer({ min: 1, max: 28 }).map((quarts) => quarts / 4);
const geste: fc.Arbitrary<Geste> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('saisir' as const),
      heures,
      personne: fc.integer({ min: 1, max: 3 }),
      jour: fc.integer({ min: 2, max: 20 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('corriger' as const), heures }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('annuler' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('retablir' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('abandonner' as const) }) },
);
const pas: fc.Arbitrary<Pas> = fc.record({ geste, redonne: fc.boolean(), arret: fc.boolean() });

const phrases = (fait: Geste): string[] => {
  const nombre = 'heures' in fait ? String(fait.heures).replace('.', ',') : '';
  switch (fait.type) {
    case 'saisir':
      return [`${nombre} h pour P-010${fait.personne} école Pasteur le ${fait.jour} novembre 2026`, 'oui'];
    case 'corriger':
      return [`en fait c’était ${nombre} h`, 'oui'];
    case 'annuler':
      return ['annule la dernière saisie', 'oui'];
    case 'retablir':
      return ['annule la dernière correction', 'oui'];
    case 'abandonner':
      return ['5 h pour P-0999 école Pasteur le 3 novembre 2026', 'annule'];
  }
};

/** Joue les gestes ; `dur` : chaque message est redonné et chaque arrêt a lieu. */
const jouer = async (clausette: Clausette, suite: readonly Pas[], dur: boolean): Promise<void> => {
  for (const [rang, { geste: fait, redonne, arret }] of suite.entries()) {
    for (const [tour, phrase] of phrases(fait).entries()) {
      const id = `g${rang}-${tour}`;
      await clausette.dire(phrase, { id });
      if (dur && redonne) await clausette.dire(phrase, { id });
      if (dur && arret) await clausette.redemarrer();
      if (dur && redonne && arret) await clausette.dire(phrase, { id });
    }
  }
};

const resume = async (clausette: Clausette) => ({
  ecritures: await clausette.store.registre.all(),
  indicateurs: await clausette.services.indicateurs.calculer(null),
});

/** Compte à part ce que le registre doit dire : des heures par saisie, dans une pile. */
const attendu = (suite: readonly Pas[]): number => {
  const saisies: { heures: number; passees: number[] }[] = [];
  // Une correction ne vise que le dernier enregistrement de la conversation, tant qu'il n'est pas annulé.
  let derniere: (typeof saisies)[number] | null = null;
  let corrigee: (typeof saisies)[number] | null = null;
  for (const { geste: fait } of suite) {
    if (fait.type === 'saisir') {
      derniere = { heures: fait.heures, passees: [] };
      saisies.push(derniere);
    } else if (fait.type === 'corriger' && derniere && derniere.heures !== fait.heures) {
      derniere.passees.push(derniere.heures);
      derniere.heures = fait.heures;
      corrigee = derniere;
    } else if (fait.type === 'annuler') {
      const retiree = saisies.pop();
      if (retiree === corrigee) corrigee = null;
      derniere = null;
    } else if (fait.type === 'retablir' && corrigee && saisies.includes(corrigee)) {
      corrigee.heures = corrigee.passees.pop() ?? corrigee.heures;
      corrigee = null;
    }
  }
  return saisies.reduce((total, saisie) => total + saisie.heures, 0);
};

describe('propriétés du registre', function () {
  this.timeout(120_000);

  it('saisir, corriger, annuler, redonner, redémarrer : même dépôt et mêmes indicateurs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pas, { minLength: 1, maxLength: 8 }), async (suite) => {
        const calme = await Clausette.create();
        const dure = await Clausette.create();
        try {
          await jouer(calme, suite, false);
          await jouer(dure, suite, true);
          const [un, deux] = [await resume(calme), await resume(dure)];
          expect(deux).to.deep.equal(un);
          expect(un.indicateurs.hours).to.equal(attendu(suite));
          await dure.redemarrer();
          expect(await resume(dure)).to.deep.equal(un);
        } finally {
          await calme.close();
          await dure.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
