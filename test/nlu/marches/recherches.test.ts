import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Clausette, compteDe } from '../../support/clausette.ts';

/** Messages comme on les tape : intention, demande, types de structures, critères lus, message. */
const CAS = readFileSync('test/nlu/marches/recherches.tsv', 'utf8')
  .split('\n')
  .filter((ligne) => ligne !== '')
  .map((ligne) => ligne.split('\t'));

/** Des questions de règle, qui ressemblent à des recherches. */
const REGLES = [
  'marché réservé entreprise adaptée pourcentage',
  'faut-il un avis pour un marché réservé ?',
  'peut-on réserver un lot espaces verts ?',
  'quels lots de travaux réserver',
  'label RSE et marchés réservés',
  'je garde deux lots pour des SIAE et le reste ouvert à tous',
  'MAPA de 80 000 € réservé à un ESAT',
  'appel d’offres ouvert réservé possible ?',
  'y a-t-il un plafond pour les marchés réservés',
  'arrêt de la cour de justice sur les marchés réservés',
  'une communauté de communes qui achète des repas, à partir de quel prix la clause s’impose',
  'où publier mon avis pour un chantier d’insertion',
  'combien de SIAE dans les Hauts-de-France',
  'quelles structures peuvent répondre à un marché réservé ?',
  'sur quel site chercher une entreprise adaptée près de Compiègne ?',
];

describe('recherches comme on les tape', function () {
  this.timeout(60_000);
  let clausette: Clausette;
  before(async () => {
    clausette = await Clausette.create();
  });
  after(() => clausette.close());

  const comprendre = async (texte: string): Promise<string> => {
    const contexte = { aujourdhui: '2026-11-21', compte: compteDe('visiteur'), sujet: null };
    return (await clausette.services.comprendre(texte, contexte)).intention;
  };

  const criteres = (texte: string): string => {
    const lu = clausette.services.marches.lireFiltre(texte, '2026-11-21');
    const dits = {
      sec: lu.secteur,
      aud: lu.audience,
      lieu: lu.lieu,
      ach: lu.acheteur,
      ap: lu.limiteApres,
      av: lu.limiteAvant,
      min: lu.montantMin,
      max: lu.montantMax,
      et: lu.etat === 'ouvert' ? null : lu.etat,
      cl: lu.clause || null,
      res: lu.reserves ? null : 'non',
    };
    return Object.entries(dits)
      .filter(([, valeur]) => valeur !== null)
      .map(([cle, valeur]) => `${cle}=${valeur}`)
      .join(' ');
  };

  for (const [intention = '', demande = '', types = '', attendus = '', texte = ''] of CAS)
    it(texte, async () => {
      expect(await comprendre(texte)).to.equal(intention);
      if (demande !== '-') expect(clausette.services.marches.lireDemande(texte)).to.equal(demande);
      if (demande === 'structures')
        expect((clausette.services.structures.lire(texte).types ?? []).join('+')).to.equal(types);
      expect(criteres(texte)).to.equal(attendus);
    });

  for (const texte of REGLES)
    it(`laisse à la question de droit : ${texte}`, async () =>
      expect(await comprendre(texte)).not.to.equal('chercher-marches'));
});
