import { join } from 'node:path';
import { expect } from 'chai';
import { loadSources } from '../../src/content/sources.ts';
import { lireReferenceArticle, lireReferences } from '../../src/domain/references.ts';
import { resoudreReference } from '../../src/domain/references-connues.ts';

const { sources } = loadSources(join(new URL('../../', import.meta.url).pathname, 'knowledge/sources'));

/** Ce que le catalogue comprend d'un message : les sources connues, dans l'ordre. */
const comprendre = (texte: string): readonly string[] =>
  lireReferences(texte).flatMap((reference) => {
    const resolue = resoudreReference(reference, sources.keys());
    return resolue.certitude === 'connue' ? resolue.ids : [];
  });

const ECRITURES: readonly (readonly [string, readonly string[]])[] = [
  ['L2113-13', ['ccp-l2113-13']],
  ['que dit la L. 2113-12 ?', ['ccp-l2113-12']],
  ['article 2112-2-1', ['ccp-l2112-2-1']],
  ['l’article L.2112‑2‑1 du CCP', ['ccp-l2112-2-1']],
  ['art. R. 2113-7 al. 2', ['ccp-r2113-7']],
  ['R2113-7 2ème alinéa', ['ccp-r2113-7']],
  ['l 5132 4', ['ct-l5132-4']],
  ['l5132-4 code du travail', ['ct-l5132-4']],
  ['L.2113-12 et 13', ['ccp-l2113-12', 'ccp-l2113-13']],
  ['L2113-12 à 14', ['ccp-l2113-12', 'ccp-l2113-13', 'ccp-l2113-14']],
  ['L2113-12, 13 et 13-1', ['ccp-l2113-12', 'ccp-l2113-13', 'ccp-l2113-13-1']],
  ['L2113-15/16', ['ccp-l2113-15', 'ccp-l2113-16']],
  ['articles L2112-2 et L2152-7 combinés', ['ccp-l2112-2', 'ccp-l2152-7']],
  ['art 38+52', ['ord-2015-899-38', 'ord-2015-899-52']],
  ['marché 38 + 52', ['ord-2015-899-38', 'ord-2015-899-52']],
  ['clause 14 et 53', ['cmp-14', 'cmp-53']],
  ['article 14 CMP', ['cmp-14']],
  ['le 14 du CMP', ['cmp-14']],
  ['art. 15 du code des marchés publics', ['cmp-15']],
  ['ancien article 15 marches reserves', ['cmp-15']],
  ["l'ex-article 53 du CMP sur les critères", ['cmp-53']],
  ['un marché article 30', ['cmp-30', 'ord-2015-899-30']],
  ["article 36 de l'ordonnance", ['ord-2015-899-36']],
  ["art. 36 de l'ordonnance n° 2015-899 du 23 juillet 2015", ['ord-2015-899-36']],
  ['décret 2016-360 art 28', ['decret-2016-360-28']],
  ['article 35 de la loi climat', ['loi-2021-1104-35']],
  ['article 35 de la loi n°2021-1104', ['loi-2021-1104-35']],
  ['loi climat, elle dit quoi ?', ['loi-2021-1104-35']],
  ['décret n° 2025-1386 du 29/12/2025', ['decret-2025-1386']],
  ['règlement (UE) 2025/2150', ['reglement-ue-2025-2150']],
  ['article 20 de la directive 2014/24', ['directive-2014-24-20']],
  ['art 9 rgpd', ['rgpd-9']],
  ['L344-2 du casf', ['casf-l344-2']],
  ['l. 412-10 code pénitentiaire', ['cpen-l412-10']],
  ['L3332-17-1', ['ct-l3332-17-1']],
  ['r5132-1-7', ['ct-r5132-1-7']],
  ['D 5213-63', ['ct-d5213-63']],
  ['L2211-1 du code du travail', ['ct-l2211-1']],
  ['L2211-1 ccp', ['ccp-l2211-1']],
  ['2111-3', ['ccp-l2111-3', 'ccp-d2111-3']],
  ['CE 25 mars 2013 n°364950', ['ce-364950']],
  ['arrêt Nantes Métropole 2018', ['ce-417580']],
  ['clause insertion CCAG-Travaux', ['ccag-2021-travaux-20-1']],
  ['L3-1', ['ccp-l3-1']],
  ['article L. 3', ['ccp-l3']],
  ['L211312', ['ccp-l2113-12']],
  ['CMP 14', ['cmp-14']],
  ["ordonnance 2015-899, c'est fini ?", ['ord-2015-899']],
  ['article 20.1 du CCAG', ['ccag-2021-travaux-20-1']],
  ['services réservés art. 77', ['directive-2014-24-77']],
  ['articles 14, 15 et 30', ['cmp-14', 'cmp-15', 'cmp-30']],
];

const ETRANGERS: readonly string[] = [
  'réunion le 2026-11-21 à 14h',
  'dates 01/04/2026 et 2025-12',
  '35h et 7 h la semaine',
  '14 et 15 heures mardi',
  '32 h le 14 et 53 min le 15',
  "l'article 14 du CCAP",
  'article 5 du règlement de la consultation',
  'fin d 2026 12 personnes',
  'le lot 14 du marché de 30 000 euros',
  'opération P-0231, 12-14 personnes',
  'SIRET 552 100 554 00021',
  'tel 03 20 12 34 56',
  'marché 2026-017 à Lille',
  'les 38 embauches et 52 contrats',
];

describe("lire une référence d'article", () => {
  for (const [texte, ids] of ECRITURES)
    it(`« ${texte} »`, () => {
      expect(comprendre(texte)).to.deep.equal(ids);
    });

  for (const texte of ETRANGERS)
    it(`rien dans « ${texte} »`, () => {
      expect(lireReferenceArticle(texte)).to.deep.equal([]);
    });

  it("retient l'alinéa et la place", () => {
    const texte = 'Voir art. R. 2113-7 al. 2, merci';
    const [reference] = lireReferences(texte);
    expect(reference?.alinea).to.equal(2);
    expect(texte.slice(reference?.debut, reference?.fin)).to.equal('R. 2113-7 al. 2');
  });

  it('donne les candidats du plus probable au moins probable', () => {
    expect(lireReferenceArticle('L2113-13')).to.deep.equal(['ccp-l2113-13', 'ct-l2113-13']);
    expect(lireReferenceArticle('article 5132-4')).to.deep.equal(['ct-l5132-4', 'ct-r5132-4', 'ct-d5132-4']);
  });
});

describe('rapprocher une référence du catalogue', () => {
  const voisines = (texte: string): unknown => {
    const [reference] = lireReferences(texte);
    return reference && resoudreReference(reference, sources.keys());
  };

  it('propose la plus proche du même chapitre', () => {
    expect(voisines('L2113-17')).to.deep.equal({
      certitude: 'voisine',
      ids: ['ccp-l2113-16', 'ccp-l2113-15', 'ccp-l2113-14'],
    });
  });

  it('propose le même numéro sous une autre lettre', () => {
    expect(voisines('L2113-7')).to.deep.include({ certitude: 'voisine' });
    expect(voisines('L2113-7')).to.have.nested.property('ids[0]', 'ccp-r2113-7');
  });

  it('propose un article du même ancien texte', () => {
    expect(voisines('article 54 du CMP')).to.have.nested.property('ids[0]', 'cmp-53');
  });

  it('ne propose rien quand rien ne ressemble', () => {
    expect(voisines('L8251-1')).to.deep.equal({ certitude: 'inconnue' });
  });
});
