import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { citer } from '../../src/domain/citations.ts';
import { choisirPassages } from '../../src/domain/droit/passages.ts';
import { aplatir } from '../../src/domain/references.ts';

const Faits = z.array(z.object({ question: z.string(), fiche: z.string(), dit: z.array(z.string()).min(1) }));
const { fiches, sources } = loadKnowledge('knowledge').knowledge;

/** Ce qui se lit sans rien déplier : réponse courte, passages utiles, textes cités. */
const montrer = (id: string, question: string): string => {
  const fiche = fiches.get(id);
  if (fiche?.statut !== 'publiee') throw new Error(`fiche absente ou retirée : ${id}`);
  const libelles = fiche.sources.flatMap((source) => {
    const texte = sources.get(source);
    return texte ? [citer(texte, fiche.luLe).libelle] : [];
  });
  return aplatir([fiche.reponse, ...choisirPassages(fiche, question).montres, ...libelles].join('\n'))
    .replace(/œ/g, 'oe')
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[*_`]/g, '');
};

describe('faits que l’on demande', () => {
  const faits = Faits.parse(parse(readFileSync('test/content/faits.yaml', 'utf8')));

  it('sont plus de deux cents', () => expect(faits.length).to.be.greaterThan(200));

  it('se lisent tous dans ce que montre leur fiche, sans déplier', () => {
    const tus = faits.flatMap(({ question, fiche, dit }) => {
      const lu = montrer(fiche, question);
      return dit.every((motif) => new RegExp(motif).test(lu)) ? [] : [`${question} (${fiche}) : ${dit.join(' et ')}`];
    });
    expect(tus).to.deep.equal([]);
  });
});
