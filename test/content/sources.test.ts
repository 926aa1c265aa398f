import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { formatProblems } from '../../src/content/problems.ts';
import { loadSources } from '../../src/content/sources.ts';
import { citer, versionEnVigueur } from '../../src/domain/citations.ts';
import { decalerJour } from '../../src/domain/dates.ts';
import type { Source } from '../../src/domain/droit.ts';

const RACINE = new URL('../../', import.meta.url).pathname;
const DROIT = join(RACINE, '../shared/droit');
const { sources, problems } = loadSources(join(RACINE, 'knowledge/sources'));

const source = (id: string): Source => {
  const trouvee = sources.get(id);
  if (!trouvee) throw new Error(`source absente : ${id}`);
  return trouvee;
};

/** Contenu d'un fichier de référence, nul s'il n'est pas là. */
const lireReference = (nom: string): string | null => {
  try {
    return readFileSync(join(DROIT, nom), 'utf8');
  } catch {
    return null;
  }
};

const Article = z.object({
  code: z.string(),
  article: z.string(),
  version: z.string(),
  legiarti: z.string().optional(),
});
const Redaction = z.object({ article: z.string(), en_vigueur_du: z.string() });
const idDe = (code: string, article: string): string => `${code === 'CCP' ? 'ccp' : 'ct'}-${article.toLowerCase()}`;

describe('catalogue des sources', () => {
  it('se charge sans une faute', () => {
    expect(formatProblems(problems)).to.equal('');
    expect(sources.size).to.be.greaterThan(200);
  });

  it('a tous les articles de référence, avec leur identifiant et leur date', function () {
    const brut = lireReference('articles.json');
    if (brut === null) return this.skip();
    const articles = z.array(Article).parse(JSON.parse(brut));
    expect(articles).to.have.length(138);
    const manques = articles.flatMap(({ code, article, version, legiarti }) => {
      const trouvee = sources.get(idDe(code, article));
      const du = /depuis (\d{4}-\d\d-\d\d)/.exec(version)?.[1];
      if (!trouvee || trouvee.versions.length === 0) return [article];
      if (legiarti && trouvee.legiarti !== legiarti) return [`${article} : ${legiarti}`];
      return du && trouvee.versions.at(-1)?.du !== du ? [`${article} : ${du}`] : [];
    });
    expect(manques).to.deep.equal([]);
  });

  it('a toutes les rédactions datées, aux mêmes dates', function () {
    const brut = lireReference('versions.jsonl');
    if (brut === null) return this.skip();
    const dates = new Map<string, string[]>();
    for (const ligne of brut.trim().split('\n')) {
      const { article, en_vigueur_du } = Redaction.parse(JSON.parse(ligne));
      dates.set(article, [...(dates.get(article) ?? []), en_vigueur_du]);
    }
    expect(dates.size).to.equal(32);
    for (const [article, attendues] of dates)
      expect(
        source(idDe('CCP', article)).versions.map(({ du }) => du),
        article,
      ).to.deep.equal(attendues);
  });

  it('résume chaque rédaction autrement que la veille, en 350 signes au plus', () => {
    for (const lue of sources.values())
      for (const [rang, { du, resume }] of lue.versions.entries()) {
        expect(resume.length, `${lue.id} ${du}`).to.be.at.most(350);
        expect(versionEnVigueur(lue, du)?.resume, `${lue.id} ${du}`).to.equal(resume);
        const veille = versionEnVigueur(lue, decalerJour(du, { days: -1 }));
        if (rang === 0) expect(veille, `${lue.id} avant ${du}`).to.equal(null);
        else expect(veille?.resume, `${lue.id} avant ${du}`).to.not.equal(resume);
      }
  });

  it('rend des sources figées', () => {
    expect(Object.isFrozen(source('ccp-l2113-12'))).to.equal(true);
    expect(Object.isFrozen(source('ccp-l2113-12').versions[0])).to.equal(true);
  });

  const bascules: readonly (readonly [string, string, RegExp, RegExp])[] = [
    ['ccp-l2112-2', '2026-08-22', /peuvent viser/, /l’environnement doit/],
    ['ccp-l2113-14', '2020-12-09', /interdit/, /peut désormais/],
    ['ccp-r2122-8', '2026-04-01', /40\s000/u, /60\s000/u],
    ['ccp-r2142-7', '2026-01-01', /deux fois/, /une fois et demie/],
    ['ccp-d2111-3', '2023-01-01', /100 millions/, /50 millions/],
    ['cmp-14', '2016-04-01', /pouvaient/, /L2112-2/],
  ];
  for (const [id, du, avant, apres] of bascules)
    it(`${id} change le ${du}`, () => {
      expect(versionEnVigueur(source(id), decalerJour(du, { days: -1 }))?.resume).to.match(avant);
      expect(versionEnVigueur(source(id), du)?.resume).to.match(apres);
    });
});

describe('citer une source', () => {
  const JOUR = '2026-11-21';
  const attendus: readonly (readonly [string, string, string])[] = [
    ['ccp-l2113-12', 'Art. L2113-12 du code de la commande publique', 'query=L2113-12'],
    ['ct-l5132-4', 'Art. L5132-4 du code du travail', '/codes/article_lc/LEGIARTI000006903498'],
    ['casf-l344-2', 'Art. L344-2 du code de l’action sociale et des familles', 'search/code?tab_selection=code'],
    ['cpen-l412-10', 'Art. L412-10 du code pénitentiaire', 'query=L412-10'],
    ['cmp-14', 'Art. 14 du code des marchés publics de 2006', 'search/all?'],
    ['ce-364950', 'CE, 25 mars 2013, n° 364950, Département de l’Isère', 'search/cetat?query=364950'],
    ['cjue-c-598-19', 'CJUE, 6 octobre 2021, aff. C-598/19, Conacee', 'CELEX:62019CJ0598'],
    ['loi-2021-1104-35', 'Art. 35 de la loi n° 2021-1104 du 22 août 2021 (Climat et résilience)', 'search/all?'],
    ['decret-2025-1386', 'Décret n° 2025-1386 du 29 décembre 2025', 'search/all?'],
    ['ord-2015-899-38', 'Art. 38 de l’ordonnance n° 2015-899 du 23 juillet 2015', 'search/all?'],
    ['ccag-2021-fcs-16-1', 'Art. 16.1 du CCAG FCS 2021', 'search/all?'],
    ['directive-2014-24-20', 'Art. 20 de la directive 2014/24/UE', 'CELEX:32014L0024'],
    ['rgpd-9', 'Art. 9 du RGPD, règlement (UE) 2016/679', 'CELEX:32016R0679'],
  ];
  for (const [id, libelle, lien] of attendus)
    it(libelle, () => {
      const citation = citer(source(id), JOUR);
      expect(citation.libelle.replaceAll('\u00a0', ' ')).to.equal(libelle);
      expect(citation.lien).to.include(lien);
      expect(() => new URL(citation.lien)).to.not.throw();
      expect(citation).to.include({ id, luLe: JOUR });
    });

  it('montre la rédaction du jour et sa date', () => {
    expect(citer(source('ccp-l2152-7'), '2026-08-21')).to.include({ enVigueurDu: '2023-10-25' });
    const citation = citer(source('ccp-l2152-7'), '2026-08-22');
    expect(citation.enVigueurDu).to.equal('2026-08-22');
    expect(citation.extrait).to.match(/environnement \(nouveau\)/);
  });

  it("se rabat sur le titre quand rien n'est encore en vigueur", () => {
    const citation = citer(source('ccp-l2112-2-1'), '2026-08-21');
    expect(citation.enVigueurDu).to.equal(null);
    expect(citation.extrait).to.equal(source('ccp-l2112-2-1').titre);
  });
});

describe('charger un dossier fautif', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'sources-'));
  after(() => rmSync(dossier, { recursive: true }));

  it("liste toutes les fautes d'un coup, à leur ligne", () => {
    const bonne = ['  code: loi', '  titre: Une loi', '  luLe: 2026-11-21'];
    const fichiers: Readonly<Record<string, readonly string[]>> = {
      'a.yaml': [
        'juste:',
        ...bonne,
        'mal-codee:',
        '  code: inconnu',
        '  titre: Une loi',
        '  luLe: hier',
        'sans-titre:',
        '  code: loi',
        '  luLe: 2026-11-21',
        'desordre:',
        ...bonne,
        '  versions:',
        '    - du: 2020-01-01',
        '      resume: second',
        '    - du: 2019-01-01',
        '      resume: premier',
        'Majuscule:',
        ...bonne,
      ],
      'b.yaml': ['autre:', ...bonne, 'juste:', ...bonne, 'vide:', 'trop:', ...bonne, '  auteur: moi'],
      'c.yaml': ['cle: [1', 'suite: 2'],
      'd.yaml': ['- liste'],
      'note.txt': ['ceci ne se lit pas'],
    };
    for (const [nom, lignes] of Object.entries(fichiers)) writeFileSync(join(dossier, nom), lignes.join('\n'));
    const lues = loadSources(dossier);
    expect([...lues.sources.keys()]).to.deep.equal(['juste', 'autre']);
    const places = lues.problems.map(({ file, line }) => `${file.slice(dossier.length + 1)}:${line}`);
    expect([...new Set(places)]).to.deep.equal([
      'a.yaml:6',
      'a.yaml:8',
      'a.yaml:9',
      'a.yaml:19',
      'a.yaml:21',
      'b.yaml:5',
      'b.yaml:9',
      'b.yaml:10',
      'c.yaml:2',
      'd.yaml:1',
    ]);
    expect(formatProblems(lues.problems)).to.match(/a\.yaml:8 — mal-codee : luLe, date attendue/);
    expect(formatProblems(lues.problems)).to.match(/b\.yaml:5 — juste : identifiant déjà pris/);
  });
});
