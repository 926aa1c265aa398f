import { expect } from 'chai';
import { loadTerritoire } from '../../src/content/territoire.ts';
import { couvre, fautesDeCouverture, rattacher, structuresDePartie } from '../../src/domain/rattachement.ts';
import { Facilitateur, type Lieu, type NiveauCouverture } from '../../src/domain/territoire.ts';

const territoire = loadTerritoire('32');

const structure = (
  id: string,
  niveau: NiveauCouverture,
  codes: string[],
  autres: Partial<Facilitateur> = {},
): Facilitateur =>
  Facilitateur.parse({
    id,
    nom: `Structure ${id}`,
    porteur: 'PLIE',
    couverture: { niveau, codes },
    verifie: true,
    source: { libelle: 'exemple.fr', annee: '2020' },
    ...autres,
  });

const commune = (code: string): Lieu => {
  const trouvee = territoire.commune(code);
  if (!trouvee) throw new Error(`commune ${code} absente`);
  return { type: 'commune', commune: trouvee };
};

const epci = (code: string): Lieu => {
  const trouve = territoire.epci(code);
  if (!trouve) throw new Error(`intercommunalité ${code} absente`);
  return { type: 'epci', epci: trouve };
};

const roubaix = structure('roubaix', 'communes', ['59512']);
const mel = structure('mel', 'epci', ['200093201']);
const nord = structure('nord', 'departement', ['59']);
const region = structure('region', 'region', ['32']);
const annuaire = [region, nord, mel, roubaix];
const ids = (structures: readonly Facilitateur[]): string[] => structures.map(({ id }) => id);

describe('rattacher un lieu', () => {
  it('suit l’ordre commune, intercommunalité, Département, région', () => {
    const lire = (code: string) => {
      const { regle, structures, repli } = rattacher(commune(code), annuaire, territoire);
      return [regle, ids(structures), ids(repli)];
    };
    expect(lire('59512')).to.deep.equal(['commune', ['roubaix'], ['mel', 'nord', 'region']]);
    expect(lire('59350')).to.deep.equal(['epci', ['mel'], ['nord', 'region']]);
    expect(lire('59178')).to.deep.equal(['departement', ['nord'], ['region']]);
    expect(lire('62041')).to.deep.equal(['region', ['region'], []]);
  });

  it('ne rend rien quand personne n’est connu', () => {
    expect(rattacher(commune('62041'), [nord], territoire)).to.deep.equal({
      regle: 'aucune',
      structures: [],
      repli: [],
    });
  });

  it('met le chef de file en tête et ignore ce qui n’est pas vérifié', () => {
    const chef = structure('chef', 'epci', ['200093201'], { chefDeFile: true });
    const douteuse = structure('douteuse', 'communes', ['59512'], { verifie: false });
    const { regle, structures } = rattacher(commune('59512'), [douteuse, mel, chef], territoire);
    expect([regle, ids(structures)]).to.deep.equal(['epci', ['chef', 'mel']]);
  });

  it('rattache une intercommunalité sans lui prêter une structure de quelques communes', () => {
    const lieu = epci('200093201');
    expect(rattacher(lieu, [roubaix, nord], territoire).regle).to.equal('departement');
    expect(lieu.type === 'epci' && ids(structuresDePartie(lieu.epci, [roubaix, nord]))).to.deep.equal(['roubaix']);
  });

  it('prend les deux Départements d’une intercommunalité à cheval', () => {
    const pasDeCalais = structure('pas-de-calais', 'departement', ['62']);
    expect(ids(rattacher(epci('245900758'), [pasDeCalais, nord], territoire).structures)).to.have.members([
      'nord',
      'pas-de-calais',
    ]);
  });

  it('rattache une commune à cheval au Département de la commune', () => {
    const aisne = structure('aisne', 'departement', ['02']);
    const somme = structure('somme', 'departement', ['80']);
    const communes = territoire.communesDeLEpci('200070985').filter(({ departement }) => departement === '02');
    expect(communes).to.not.have.length(0);
    for (const { code } of communes)
      expect(ids(rattacher(commune(code), [somme, aisne], territoire).structures)).to.deep.equal(['aisne']);
  });

  it('dit si une structure couvre une commune', () => {
    const lille = territoire.commune('59350');
    expect(lille && [roubaix, mel, nord, region].map((une) => couvre(une, lille))).to.deep.equal([
      false,
      true,
      true,
      true,
    ]);
  });

  it('signale les codes de couverture inconnus', () => {
    expect(fautesDeCouverture(structure('x', 'epci', ['200093201', '123456789']), territoire)).to.have.length(1);
    expect(fautesDeCouverture(structure('y', 'departement', ['75']), territoire)[0]).to.include('« 75 »');
  });
});
