import { expect } from 'chai';
import fc from 'fast-check';
import type { Commune, LectureLieu } from '../../../src/domain/territoire.ts';
import { lireLieu } from '../../../src/nlu/lieux/lire.ts';
import { index, territoire } from './index-de-test.ts';
import { codesDe } from './resumer.ts';

const sansAccent = (nom: string): string =>
  nom.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/Œ/g, 'Oe');

/** Silencieusement faux : un autre lieu de la région, dit sans réserve. */
const estFaux = (lecture: LectureLieu, commune: Commune): boolean =>
  lecture.type === 'trouve' && !lecture.corrige && codesDe(lecture)[0] !== commune.code;

const FACONS: readonly { readonly nom: string; readonly ecrire: (nom: string) => string }[] = [
  { nom: 'tel quel', ecrire: (nom) => nom },
  { nom: 'sans accents, en minuscules', ecrire: (nom) => sansAccent(nom).toLowerCase() },
  { nom: 'en capitales', ecrire: (nom) => nom.toUpperCase() },
  { nom: 'avec « St »', ecrire: (nom) => nom.replace(/\bSaint(?=e?[- ])/g, 'St').replace(/\bSte\b/g, 'Ste') },
  { nom: 'sans tirets ni apostrophes', ecrire: (nom) => nom.replace(/[-'’]/g, ' ') },
];

const PHRASES: readonly ((nom: string) => string)[] = [
  (nom) => nom,
  (nom) => `facilitateur ${nom}`,
  (nom) => `Bonjour, qui contacter pour un marché à ${nom} ?`,
];

/** Une seule faute, ailleurs que sur la première lettre. */
const fauter = (nom: string, faute: string, rang: number, lettre: string): string => {
  const place = 1 + (rang % (nom.length - 1));
  const avant = nom.slice(0, place);
  const apres = nom.slice(place + 1);
  switch (faute) {
    case 'oubli':
      return avant + apres;
    case 'ajout':
      return avant + lettre + nom.slice(place);
    case 'remplacement':
      return avant + lettre + apres;
    default:
      return avant + (nom[place + 1] ?? '') + (nom[place] ?? '') + nom.slice(place + 2);
  }
};

describe('propriétés de la lecture des lieux', () => {
  for (const { nom: facon, ecrire } of FACONS)
    it(`retrouve les 3 782 communes écrites ${facon}`, () => {
      const fautes = territoire.communes.flatMap((commune, rang) => {
        // Chaque nom passe par une des phrases, à tour de rôle.
        const phrase = PHRASES[rang % PHRASES.length] ?? String;
        const texte = phrase(ecrire(commune.nom));
        const lecture = lireLieu(texte, index);
        // « ville » et « y » sont des mots de la demande avant d'être des communes : là, se taire est permis.
        const permis = lecture.type === 'aucun' && /^(?:Ville|Y|Haut-Lieu)$/.test(commune.nom);
        return permis || codesDe(lecture).includes(commune.code) ? [] : [texte];
      });
      expect(fautes).to.deep.equal([]);
    });

  it('retrouve ou demande pour chaque code postal', () => {
    const codes = [...new Set(territoire.communes.flatMap(({ codesPostaux }) => codesPostaux))];
    expect(codes).to.have.length(647);
    for (const code of codes) {
      const attendues = territoire.communesDuCodePostal(code).map((commune) => commune.code);
      expect(codesDe(lireLieu(`code postal ${code}`, index)), code).to.have.members(attendues);
      expect(codesDe(lireLieu(`facilitateur ${code}`, index)), code).to.include.members(attendues);
    }
  });

  it('lit chaque code INSEE dit comme tel', () => {
    for (const { code } of territoire.communes) expect(codesDe(lireLieu(`insee ${code}`, index))).to.deep.equal([code]);
  });

  it('rend chaque ancienne commune à celle d’aujourd’hui, ou la propose', () => {
    for (const { nom, commune } of territoire.anciennes)
      expect(codesDe(lireLieu(`facilitateur ${nom}`, index)), nom).to.include(commune);
  });

  it('reconnaît chaque intercommunalité par son nom officiel', () => {
    for (const { nom, code } of territoire.epcis)
      expect(codesDe(lireLieu(`facilitateur ${nom}`, index)), nom).to.deep.equal([code]);
  });

  it('ne se trompe jamais en silence sur une faute de frappe, et corrige juste à 99,5 %', () => {
    const connus = new Set(territoire.communes.map(({ nom }) => sansAccent(nom).toLowerCase()));
    const longues = territoire.communes.filter(({ nom }) => nom.replace(/[^\p{L}]/gu, '').length >= 6);
    const tirage = fc.record({
      commune: fc.constantFrom(...longues),
      faute: fc.constantFrom('oubli', 'ajout', 'remplacement', 'inversion'),
      rang: fc.nat(60),
      lettre: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    });
    const essais = fc
      .sample(tirage, { numRuns: 2500, seed: 20_261_121 })
      .flatMap(({ commune, faute, rang, lettre }) => {
        const tape = fauter(commune.nom, faute, rang, lettre);
        // Une faute qui donne le nom d'une autre commune n'en est plus une pour celui qui lit.
        return connus.has(sansAccent(tape).toLowerCase())
          ? []
          : [{ commune, tape, lecture: lireLieu(`facilitateur ${tape}`, index) }];
      });
    const faux = essais.filter(({ lecture, commune }) => estFaux(lecture, commune));
    expect(faux.map(({ tape }) => tape)).to.deep.equal([]);
    const corriges = essais.filter(({ lecture }) => lecture.type === 'trouve' && lecture.corrige);
    const malCorriges = corriges.filter(({ lecture, commune }) => codesDe(lecture)[0] !== commune.code);
    expect(malCorriges.length / corriges.length, malCorriges.map(({ tape }) => tape).join(', ')).to.be.below(0.005);
    const retrouves = essais.filter(({ lecture, commune }) => codesDe(lecture).includes(commune.code));
    expect(retrouves.length / essais.length).to.be.above(0.98);
  });
});
