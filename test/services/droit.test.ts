import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { loadKnowledge } from '../../src/content/knowledge.ts';
import { citer, versionEnVigueur } from '../../src/domain/citations.ts';
import { decalerJour, type Jour } from '../../src/domain/dates.ts';
import { redactionsPendant, reponsesPendant } from '../../src/domain/droit/redactions.ts';
import { construireIndex } from '../../src/nlu/classement.ts';
import { construireLexique } from '../../src/nlu/termes.ts';
import { createServiceDroit } from '../../src/services/droit.ts';

const RACINE = new URL('../../', import.meta.url).pathname;
const AUJOURDHUI = '2026-11-21';
const { knowledge, problems } = loadKnowledge(join(RACINE, 'knowledge'));
const index = construireIndex(knowledge.fiches, [], construireLexique(knowledge.lexique));
const droit = createServiceDroit(
  knowledge,
  () => index,
  () => null,
);

const lireReference = (nom: string): string | null => {
  try {
    return readFileSync(join(RACINE, '../shared/droit', nom), 'utf8');
  } catch {
    return null;
  }
};

describe('service du droit', () => {
  it('se charge sans une faute', () => {
    expect(problems).to.deep.equal([]);
  });

  describe('rédactions datées', () => {
    it('change de rédaction le jour dit, jamais la veille, pour chaque rédaction de référence', function () {
      const brut = lireReference('versions.jsonl');
      if (brut === null) return this.skip();
      const Redaction = z.object({ article: z.string(), en_vigueur_du: z.string() });
      const lues = brut
        .trim()
        .split('\n')
        .map((ligne) => Redaction.parse(JSON.parse(ligne)));
      expect(lues).to.have.length(49);
      for (const { article, en_vigueur_du: du } of lues) {
        const source = knowledge.sources.get(`ccp-${article.toLowerCase()}`);
        if (!source) throw new Error(`article absent : ${article}`);
        const veille = decalerJour(du, { days: -1 });
        expect(citer(source, du).enVigueurDu, `${article} le ${du}`).to.equal(du);
        expect(versionEnVigueur(source, veille)?.du ?? null, `${article} le ${veille}`).to.not.equal(du);
        expect(redactionsPendant(source, { du: veille, au: veille }).length).to.be.at.most(1);
        expect(redactionsPendant(source, { du: veille, au: du }).some((redaction) => redaction.du === du)).to.equal(
          true,
        );
      }
    });

    it('toute source datée change de rédaction le jour dit', () => {
      for (const source of knowledge.sources.values())
        for (const { du, resume } of source.versions) {
          expect(citer(source, du).extrait).to.equal(resume);
          expect(versionEnVigueur(source, decalerJour(du, { days: -1 }))?.resume).to.not.equal(resume);
        }
    });
  });

  describe('réponses d’autrefois', () => {
    const datees = [...knowledge.fiches.values()].filter(({ autrefois }) => autrefois.length > 0);

    it('couvrent les sujets dont le droit a changé', () => {
      expect(datees.length).to.be.at.least(35);
    });

    for (const fiche of datees)
      it(`${fiche.id} change de réponse le jour dit`, () => {
        const le = (jour: Jour): readonly string[] =>
          reponsesPendant(fiche, { du: jour, au: jour }).map(({ reponse }) => reponse);
        fiche.autrefois.forEach(({ jusquau, reponse }, rang) => {
          expect(le(jusquau)).to.deep.equal([reponse]);
          expect(le(decalerJour(jusquau, { days: 1 }))).to.deep.equal([
            fiche.autrefois[rang + 1]?.reponse ?? fiche.reponse,
          ]);
        });
        expect(le(AUJOURDHUI)).to.deep.equal([fiche.reponse]);
      });

    it('changent un jour où une source de la fiche, ou son texte d’origine, change aussi', () => {
      for (const { id, sources, autrefois } of datees)
        for (const { jusquau } of autrefois) {
          const lendemain = decalerJour(jusquau, { days: 1 });
          const dates = sources.flatMap((source) => knowledge.sources.get(source)?.versions.map(({ du }) => du) ?? []);
          const voisin = decalerJour(lendemain, { days: 1 });
          const connus = [...dates, ...knowledge.seuils.periodes.map(({ du }) => du), knowledge.seuils.obligation.du];
          expect(connus.includes(lendemain) || connus.includes(voisin), `${id} au ${lendemain}`).to.equal(true);
        }
    });
  });

  describe('date dont on demande le droit', () => {
    const CAS: readonly (readonly [string, string | null])[] = [
      ['en juin 2020', '2020-06-30'],
      ['en 2019', '2019-12-31'],
      ['L2113-14 en 2019', '2019-12-31'],
      ['avant 2019', '2018-12-31'],
      ['avant août 2026', '2026-07-31'],
      ['avant le 9 décembre 2020', '2020-12-08'],
      ['au 1er mars 2024', '2024-03-01'],
      ['le 12/03/2021', '2021-03-12'],
      ['marché lancé en 2025, prix seul ?', '2025-12-31'],
      ['fin 2020', '2020-12-31'],
      ['décret 2022-767 en 2023 ?', '2023-12-31'],
      ['CCAG 2021', null],
      ['le CCAG travaux 2021 contient-il une clause ?', null],
      ['loi de 2014', null],
      ['loi du 22 août 2021', null],
      ['ordonnance 2015-899', null],
      ['art. 36 de l’ordonnance n° 2015-899', null],
      ['PNAD 2022-2025', null],
      ['carte QPV 2024', null],
      ['code des marchés publics de 2006', null],
      ['directive 2014/24/UE', null],
      ['depuis 2019', null],
      ['arrêt CE 2013 Isère', null],
      ['CE Nantes Métropole 2018 critère RSE', null],
      ['en 2026', null],
      ['en 2027', null],
      ['2000 heures', null],
      ['L2113-13', null],
    ];
    for (const [texte, jour] of CAS)
      it(`« ${texte} » : ${jour ?? 'aucune'}`, () => {
        expect(droit.lireEpoque(texte, AUJOURDHUI)?.periode.au ?? null).to.equal(jour);
      });
  });

  it('range d’abord les fiches dont la source est la première', () => {
    const fiches = droit.fichesDe('ccp-l2113-13');
    const rangs = fiches.map(({ sources }) => sources.indexOf('ccp-l2113-13'));
    expect(rangs).to.deep.equal([...rangs].sort((a, b) => a - b));
    expect(fiches.length).to.be.above(3);
  });
});
