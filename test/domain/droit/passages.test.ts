import { expect } from 'chai';
import { lireDemandeDetail } from '../../../src/domain/droit/demande.ts';
import { choisirPassages, decouperDetail } from '../../../src/domain/droit/passages.ts';
import type { Fiche } from '../../../src/domain/droit.ts';

const DETAIL = [
  'Une première phrase qui introduit la suite, sans rien qui se cherche, et qui suffit à dépasser la taille brève.',
  '- **Handicap** : la reconnaissance est définitive si la situation est irréversible.\n- **Âge** : il s’apprécie à la signature.',
  '| Métier | Part | Réserve |\n|---|---|---|\n| Restauration | 40-50 % | à confirmer |\n| Peinture | 70 % | — |',
].join('\n\n');

const fiche = (reste: Partial<Fiche> = {}): Fiche => ({
  id: 'essai',
  titre: 'Quelle part de main-d’œuvre retenir ?',
  theme: 'heures',
  statut: 'publiee',
  confiance: 'pratique',
  luLe: '2026-11-21',
  relireAvant: null,
  sources: ['usage'],
  liees: [],
  phrases: ['part de main-d’œuvre', 'quel métier', 'métier et part', 'part du métier'],
  reponse: 'Cela dépend du métier : de 20 à 90 %.',
  detail: DETAIL,
  autrefois: [],
  ...reste,
});

describe('passages d’un développement', () => {
  it('découpe paragraphes, puces et lignes de tableau, chacune lisible seule', () => {
    expect(decouperDetail(DETAIL)).to.have.lengthOf(5);
    expect(decouperDetail(DETAIL).at(-2)).to.equal('- **Restauration** — Part : 40-50 % ; Réserve : à confirmer');
  });
  it('montre ce qui répond à un mot de la question', () => {
    expect(choisirPassages(fiche(), 'et en restauration collective ?').montres).to.deep.equal([
      '- **Restauration** — Part : 40-50 % ; Réserve : à confirmer',
    ]);
    expect(choisirPassages(fiche(), 'la RQTH est-elle définitive ?').montres[0]).to.match(/définitive/);
  });
  it('ne montre rien pour les mots du sujet ou déjà dits', () => {
    expect(choisirPassages(fiche(), 'quel métier, quelle part ?')).to.deep.equal({ montres: [], reste: true });
  });
  it('montre tout un développement bref, et ne promet rien de plus', () => {
    expect(choisirPassages(fiche({ detail: 'Bref.' }), '')).to.deep.equal({ montres: ['Bref.'], reste: false });
    expect(choisirPassages(fiche({ detail: '' }), '')).to.deep.equal({ montres: [], reste: false });
  });
});

describe('demande de détail', () => {
  it('reconnaît le bouton et ses façons de dire', () => {
    expect(lireDemandeDetail('En savoir plus : Qu’est-ce qu’un GEIQ ?')).to.deep.equal({
      titre: 'Qu’est-ce qu’un GEIQ ?',
    });
    for (const dit of ['en savoir plus', 'Plus de détails svp', 'Tu peux détailler ?', 'explique mieux'])
      expect(lireDemandeDetail(dit), dit).to.deep.equal({ titre: null });
  });
  it('laisse les questions', () => {
    for (const dit of ['faut-il détailler la clause dans le CCAP ?', 'je veux savoir si c’est obligatoire', 'plus'])
      expect(lireDemandeDetail(dit), dit).to.equal(null);
  });
});
