import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { creerStructuresDemonstration, ModeleStructure } from '../../src/domain/marches/demonstration.ts';
import { Role } from '../../src/domain/roles.ts';
import { parseNotices } from '../../src/import/notices/lire.ts';
import { Clausette, compteDe, LE, lisible } from '../support/clausette.ts';

const Tour = z.strictObject({
  /** Ce que la personne tape ; absent pour un redémarrage. */
  dit: z.string().optional(),
  /** Bouton de carte pressé. */
  presse: z.record(z.string(), z.string()).optional(),
  /** Le même message livré une seconde fois. */
  redit: z.boolean().optional(),
  redemarre: z.boolean().optional(),
  /** Morceaux que la réponse contient, dans n'importe quel ordre. */
  repond: z.array(z.string()).default([]),
  /** Morceaux qu'elle ne contient pas. */
  sans: z.array(z.string()).default([]),
  /** La réponse cite-t-elle une source ? */
  cite: z.boolean().optional(),
  compte: Role.optional(),
});

const Transcription = z.strictObject({
  titre: z.string(),
  compte: Role.default('facilitateur'),
  /** Vrai : les avis de la démonstration sont importés d'abord. */
  avis: z.boolean().default(false),
  /** Vrai : les structures de la démonstration sont importées d'abord. */
  structures: z.boolean().default(false),
  tours: z.array(Tour).min(1),
  /** Total d'heures enregistrées à la fin. */
  total: z.number().optional(),
});

const dossier = 'test/conversations';
const fichiers = readdirSync(dossier).filter((nom) => nom.endsWith('.yaml'));

describe('conversations', function () {
  this.timeout(60_000);
  for (const fichier of fichiers) {
    const transcriptions = z.array(Transcription).parse(parse(readFileSync(join(dossier, fichier), 'utf8')));
    describe(fichier.replace('.yaml', ''), () => {
      for (const transcription of transcriptions) it(transcription.titre, () => jouer(transcription));
    });
  }
});

const AVIS = 'data/reference/demonstration/notices.json';

const STRUCTURES = 'data/reference/demonstration/structures.json';

const jouer = async ({ compte, tours, total, avis, structures }: z.infer<typeof Transcription>): Promise<void> => {
  const clausette = await Clausette.create();
  if (avis) await clausette.store.avis.put(parseNotices(readFileSync(AVIS, 'utf8'), AVIS, LE.slice(0, 10)).avis);
  if (structures) {
    const modeles = z.array(ModeleStructure).parse(JSON.parse(readFileSync(STRUCTURES, 'utf8')));
    await clausette.store.structures.put(creerStructuresDemonstration(modeles, LE.slice(0, 10)));
  }
  try {
    for (const [rang, tour] of tours.entries()) {
      if (tour.redemarre) await clausette.redemarrer();
      if (tour.dit === undefined && tour.presse === undefined) continue;
      const message = { compte: compteDe(tour.compte ?? compte), ...(tour.presse ? { donnees: tour.presse } : {}) };
      const id = `t${rang}`;
      const reponses = await clausette.dire(tour.dit ?? '', { ...message, id });
      if (tour.redit) await clausette.dire(tour.dit ?? '', { ...message, id });
      const lu = lisible(reponses);
      const contexte = `tour ${rang + 1} « ${tour.dit ?? 'carte'} » →\n${lu}`;
      for (const morceau of tour.repond) expect(lu.toLowerCase(), contexte).to.contain(morceau.toLowerCase());
      for (const morceau of tour.sans) expect(lu.toLowerCase(), contexte).not.to.contain(morceau.toLowerCase());
      if (tour.cite !== undefined)
        expect(
          reponses.some(({ citations = [] }) => citations.length > 0),
          contexte,
        ).to.equal(tour.cite);
    }
    if (total !== undefined) expect(await clausette.total()).to.equal(total);
  } finally {
    await clausette.close();
  }
};
