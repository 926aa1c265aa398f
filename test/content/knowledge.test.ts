import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { formatProblems } from '../../src/content/problems.ts';

const { knowledge, problems } = loadKnowledge('knowledge');
/** Articles préliminaires du code, lus dans le code lui-même et absents du recueil de contrôle. */
const LUS_AILLEURS = ['ccp-l3', 'ccp-l3-1'];
const Articles = z.array(z.object({ code: z.string(), article: z.string() }));

describe('connaissances', () => {
  it('n’ont aucune faute : sources, fiches liées, articles cités, longueurs', () => {
    expect(formatProblems(problems)).to.equal('');
    expect(knowledge.fiches.size).to.be.greaterThan(120);
  });
  it('ne citent que des articles qui existent', function () {
    const fichier = '../shared/droit/articles.json';
    if (!existsSync(fichier)) this.skip();
    const connus = new Set(Articles.parse(JSON.parse(readFileSync(fichier, 'utf8'))).map(({ article }) => article));
    const cites = new Set([...knowledge.fiches.values()].flatMap(({ sources }) => sources));
    const inconnus = [...cites].filter((id) => {
      if (LUS_AILLEURS.includes(id)) return false;
      const source = knowledge.sources.get(id);
      const verifiable = source?.article && (source.code === 'ccp' || source.code === 'code-travail');
      return verifiable && source.confiance === 'verifie' && !connus.has(source.article ?? '');
    });
    expect(inconnus).to.deep.equal([]);
  });
  it('ne donnent pas deux fiches à la même phrase', () => {
    const vues = new Map<string, string>();
    const doubles: string[] = [];
    for (const { id, phrases } of knowledge.fiches.values())
      for (const phrase of phrases) {
        const deja = vues.get(phrase.toLowerCase());
        if (deja !== undefined && deja !== id) doubles.push(`${phrase} : ${deja} et ${id}`);
        vues.set(phrase.toLowerCase(), id);
      }
    expect(doubles).to.deep.equal([]);
  });
  it('ont été lues dans les douze derniers mois', () => {
    const anciennes = [...knowledge.fiches.values()].filter(({ luLe }) => luLe < '2025-11-21');
    expect(anciennes.map(({ id }) => id)).to.deep.equal([]);
  });
});
