import { expect } from 'chai';
import type { Departement, LectureLieu } from '../../../src/domain/territoire.ts';
import { estComparaison, lireTerritoires } from '../../../src/nlu/indicateurs/comparer.ts';

const NOMS: Readonly<Record<string, string>> = { nord: '59', aisne: '02', somme: '80', oise: '60' };
const departement = (nom: string): Departement => ({ code: NOMS[nom] ?? '', nom, region: '32' });

/** Lit un département par son nom ; « lens » en désigne plusieurs. */
const lire = (partie: string): LectureLieu => {
  const nom = Object.keys(NOMS).find((connu) => new RegExp(`\\b${connu}\\b`, 'i').test(partie));
  if (/lens/i.test(partie)) return { type: 'ambigu', choix: [], saisie: 'lens' };
  return nom === undefined
    ? { type: 'aucun' }
    : { type: 'trouve', lieu: { type: 'departement', departement: departement(nom) } };
};
const codes = (texte: string): string[] => lireTerritoires(texte, lire).map(({ code }) => code);

describe('comparaison de territoires', () => {
  it('lit les territoires côte à côte, dans l’ordre dit, chacun une fois', () => {
    expect(codes('compare le Nord et l’Aisne')).to.deep.equal(['59', '02']);
    expect(codes('heures 2026 : Nord / Somme / Oise')).to.deep.equal(['59', '80', '60']);
    expect(codes('Somme ou Nord, qui fait le plus d’heures femmes en 2025 et 2026 ?')).to.deep.equal(['80', '59']);
    expect(codes('le Nord face à l’Oise, le Nord encore')).to.deep.equal(['59', '60']);
  });
  it('ne compare pas un seul territoire, ni un nom qui en désigne plusieurs', () => {
    expect(codes('heures du Nord en 2025 et 2026')).to.deep.equal([]);
    expect(codes('compare le Nord et Lens')).to.deep.equal([]);
  });
  it('reconnaît une demande de chiffres, et laisse le reste', () => {
    for (const texte of [
      'compare le nord et l aisne',
      'qui fait le plus d’heures entre Lille et Amiens',
      'Nord vs Oise beneficiaires 2026',
      'laquelle a le plus de femmes, Douai ou Lens ?',
    ])
      expect(estComparaison(texte), texte).to.equal(true);
    for (const texte of [
      'compare les facilitateurs de Lille et Amiens',
      'différence entre ESAT et EA',
      'heures du Nord',
    ])
      expect(estComparaison(texte), texte).to.equal(false);
  });
});
