import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadHorsDomaine } from '../../src/content/hors-domaine.ts';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { plier } from '../../src/nlu/normaliser.ts';

const forme = (phrase: string): string =>
  plier(phrase)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ');

describe('sujets hors domaine', () => {
  const { sujets, portes, problems } = loadHorsDomaine('knowledge/hors-domaine.yaml');

  it('se charge sans problème', () => {
    expect(problems).to.deep.equal([]);
    expect(sujets).to.have.lengthOf.at.least(110);
  });

  it('donne à chaque sujet un identifiant à lui, une porte qui existe et au moins huit phrases', () => {
    expect(new Set(sujets.map(({ id }) => id)).size).to.equal(sujets.length);
    for (const { id, porte, phrases } of sujets) {
      expect(portes.has(porte), `${id} : porte ${porte}`).to.equal(true);
      expect(phrases, id).to.have.lengthOf.within(8, 80);
    }
  });

  it('ne garde aucune porte sans sujet', () => {
    const utiles = new Set(sujets.map(({ porte }) => porte));
    expect([...portes.keys()].filter((id) => !utiles.has(id) && id !== 'autre')).to.deep.equal([]);
  });

  it('dit chaque porte en une phrase courte', () => {
    for (const [id, texte] of portes) {
      expect(texte, id).to.match(/^[\p{Lu}]/u);
      expect(texte, id).to.match(/[.!?]$/);
      expect(texte.length, id).to.be.at.most(220);
    }
  });

  it('n’emploie pas deux fois la même phrase, même écrite autrement', () => {
    const vues = new Map<string, string>();
    for (const { id, phrases } of sujets)
      for (const phrase of phrases) {
        expect(vues.get(forme(phrase)), `« ${phrase} » (${id})`).to.equal(undefined);
        vues.set(forme(phrase), id);
      }
  });

  it('n’emploie pas les mots des formules de politesse, qui feraient taire Clausette sur un courriel', () => {
    const politesse = /\b(?:retour|continuation|eclairage|precieuse|salutations|bonne journee)\b/;
    const polies = sujets.flatMap(({ phrases }) => phrases).filter((phrase) => politesse.test(forme(phrase)));
    expect(polies).to.deep.equal([]);
  });

  it('ne prend aucune question à nos fiches', () => {
    const { knowledge } = loadKnowledge('knowledge');
    const aNous = new Set(
      [...knowledge.fiches.values()].flatMap(({ titre, phrases }) => [titre, ...phrases]).map(forme),
    );
    const prises = sujets.flatMap(({ phrases }) => phrases).filter((phrase) => aNous.has(forme(phrase)));
    expect(aNous.size).to.be.greaterThan(0);
    expect(prises).to.deep.equal([]);
  });
});

describe('fichier hors domaine fautif', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'hors-domaine-'));
  const ecrire = (nom: string, lignes: readonly string[]): string => {
    const file = join(dossier, nom);
    writeFileSync(file, lignes.join('\n'));
    return file;
  };
  after(() => rmSync(dossier, { recursive: true }));

  const huit = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit'];

  it('rend toutes les fautes, chacune à sa ligne', () => {
    const file = ecrire('fautif.yaml', [
      'portes:',
      '  autre: Demandez plutôt à une autre personne.',
      'sujets:',
      '  - id: pluie',
      '    porte: meteo',
      `    phrases: [${huit.join(', ')}]`,
      '  - id: pluie',
      '    porte: autre',
      '    phrases: [il pleut, UN]',
    ]);
    const { sujets, problems } = loadHorsDomaine(file);
    expect(sujets).to.deep.equal([]);
    expect(problems.every((probleme) => probleme.file === file)).to.equal(true);
    expect(problems.map(({ line }) => line).sort()).to.deep.equal([5, 7, 9, 9]);
    const messages = problems.map(({ message }) => message).join('\n');
    expect(messages).to.include('porte inconnue : meteo');
    expect(messages).to.include('sujet écrit deux fois : pluie');
    expect(messages).to.include('phrase déjà écrite dans pluie');
  });

  it('nomme un champ inconnu et un YAML illisible', () => {
    const inconnu = ecrire('inconnu.yaml', [
      'portes:',
      '  autre: Demandez plutôt à une autre personne.',
      'sujets:',
      '  - id: pluie',
      '    porte: autre',
      '    couleur: bleue',
      `    phrases: [${huit.join(', ')}]`,
    ]);
    expect(
      loadHorsDomaine(inconnu)
        .problems.map(({ message }) => message)
        .join(),
    ).to.include('couleur');
    const casse = ecrire('casse.yaml', ['portes:', '  autre: "sans fin']);
    expect(loadHorsDomaine(casse).problems[0]?.message).to.include('YAML illisible');
  });
});
