import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadTerritoire } from '../../src/content/territoire.ts';
import type { TypeStructure } from '../../src/domain/marches/structures.ts';
import { formatRefus } from '../../src/import/csv.ts';
import { lireContact } from '../../src/import/structures/contact.ts';
import { lireType } from '../../src/import/structures/types.ts';
import { type ImportStructures, importerStructures } from '../../src/import/structures.ts';
import { ecrireClasseur } from '../../src/import/tableur/ecrire-classeur.ts';

const territoire = loadTerritoire('32');
const SIRET = '38269518700049';

describe('import de structures', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'structures-'));
  after(() => rmSync(dossier, { recursive: true, force: true }));

  const importer = async (contenu: string | Buffer, type: TypeStructure | null = null): Promise<ImportStructures> => {
    const fichier = join(dossier, 'liste.csv');
    writeFileSync(fichier, contenu);
    const source = { libelle: 'Liste d’essai', le: '2026-10-01' };
    return importerStructures(fichier, { territoire, type, source, avancer: () => undefined, colonnes: new Map() });
  };

  it('reconnaît les titres d’une liste d’ESAT, l’encodage d’Excel et les métiers', async () => {
    const lignes = [
      'Raison sociale;Siret;Type de structure;Métiers proposés;Code Postal;Ville;Téléphone;Adresse e-mail',
      `ESAT des Étangs;${SIRET};ESAT;Espaces verts, Blanchisserie;62000;ARRAS;03 21 00 00 00;contact@etangs.fr`,
    ];
    const { structures, refus } = await importer(Buffer.from(lignes.join('\r\n'), 'latin1'));
    expect(refus).to.deep.equal([]);
    expect(structures).to.deep.equal([
      {
        id: `${SIRET}-ESAT`,
        type: 'ESAT',
        nom: 'ESAT des Étangs',
        siret: SIRET,
        communeInsee: '62041',
        activites: ['Espaces verts', 'Blanchisserie'],
        naf: null,
        contact: '03 21 00 00 00, contact@etangs.fr',
        site: null,
        position: null,
        source: { libelle: 'Liste d’essai', le: '2026-10-01' },
        demonstration: false,
        retire: false,
      },
    ]);
  });

  it('lit FINESS : catégorie, commune en trois chiffres, et laisse les autres établissements', async () => {
    const lu = await importer(
      'nofinesset,rs,categetab,departement,commune,telephone,siret\n620000001,ESAT A,246,62,041,0321000000,\n620000002,EHPAD B,500,62,041,,\n',
    );
    expect(lu.structures.map(({ id, type, communeInsee }) => [id, type, communeInsee])).to.deep.equal([
      ['finess-620000001-ESAT', 'ESAT', '62041'],
    ]);
    expect(lu.laissees).to.deep.equal({ dehors: 0, autres: 1 });
  });

  it('réunit les lignes d’une même structure, laisse celles d’ailleurs', async () => {
    const lu = await importer(
      `siret;kind;nom;code_postal;commune;secteur\n${SIRET};EI;Net;80000;Amiens;Nettoyage\n${SIRET};EI;Net;80000;Amiens;Espaces verts\n12345678900012;EI;Loin;75001;Paris;Nettoyage\n`,
    );
    expect(lu.structures.map(({ activites }) => activites)).to.deep.equal([['Nettoyage', 'Espaces verts']]);
    expect(lu.laissees.dehors).to.equal(1);
  });

  it('lit aussi un classeur, dont le tableur a mangé les zéros', async () => {
    const fichier = join(dossier, 'liste.xlsx');
    await ecrireClasseur(fichier, [
      {
        nom: 'EA',
        lignes: [
          ['Raison sociale', 'Type', 'SIRET', 'CP', 'Ville', 'Métiers'],
          ['EA de l’Aisne', 'Entreprise adaptée', 2345678900012, 2000, 'Laon', 'Nettoyage|Espaces verts'],
        ],
      },
    ]);
    const source = { libelle: 'Liste d’essai', le: '2026-10-01' };
    const options = { territoire, type: null, source, avancer: () => undefined, colonnes: new Map() };
    const { structures, refus } = await importerStructures(fichier, options);
    expect(refus).to.deep.equal([]);
    expect(structures.map(({ siret, communeInsee, activites }) => [siret, communeInsee, activites])).to.deep.equal([
      ['02345678900012', '02408', ['Nettoyage', 'Espaces verts']],
    ]);
  });

  it('prend le type de la commande pour une liste qui n’en dit pas, et le refuse sinon', async () => {
    const liste = 'nom;cp;ville\nEA Nord;59000;Lille\n';
    expect((await importer(liste, 'EA')).structures.map(({ type }) => type)).to.deep.equal(['EA']);
    const { structures, refus } = await importer(liste);
    expect(structures).to.deep.equal([]);
    expect(refus.map(({ colonne }) => colonne)).to.deep.equal(['type']);
  });

  it('dit la ligne, la colonne et la raison de chaque refus', async () => {
    const { structures, refus } = await importer(
      'nom;type;siret;cp;ville\nA1;Truc;;59000;Lille\nB1;EA;123;59000;Lille\nC1;EA;;62128;Nulleville\nD1;EA;;62600;Berck sur mer\n',
    );
    expect(structures.map(({ nom }) => nom)).to.deep.equal(['D1']);
    expect(refus.map((lu) => formatRefus(lu).replace(/^.*liste\.csv/, ''))).to.deep.equal([
      ':2, colonne « type » — « Truc » n’est pas un type connu : écrivez EI, ETTI, AI, ACI, EITI, GEIQ, EA, EATT ou ESAT',
      ':3, colonne « siret » — « 123 » n’est pas un SIRET : il en faut les 14 chiffres, au format texte',
      ':4, colonne « commune » — commune introuvable (« 62128 Nulleville ») : donnez son code INSEE',
    ]);
  });

  it('lit les types comme les listes les écrivent', () => {
    const lire = (texte: string) => {
      const lu = lireType(texte);
      return 'valeur' in lu ? lu.valeur : 'refusé';
    };
    expect(lire('Entreprise adaptée de travail temporaire')).to.equal('EATT');
    expect(lire("Entreprise de travail temporaire d'insertion")).to.equal('ETTI');
    expect(lire("Établissement et service d'aide par le travail")).to.equal('ESAT');
    expect(lire('Atelier / Chantier d’insertion (ACI)')).to.equal('ACI');
    expect(lire('OPCS')).to.equal(null);
    expect(lire('boulangerie')).to.equal('refusé');
  });

  it('ne garde que des accueils', () => {
    const contact = (courriel: string, telephone = '') =>
      lireContact({ courriel, telephone, nom: 'Les Étangs' }).contact;
    expect(contact('accueil@etangs.fr')).to.equal('accueil@etangs.fr');
    expect(contact('lesetangs@orange.fr')).to.equal('lesetangs@orange.fr');
    expect(contact('jean.dupont@etangs.fr')).to.equal(null);
    expect(contact('', '06 12 34 56 78')).to.equal(null);
    expect(contact('', '+33 3 21 00 00 00')).to.equal('03 21 00 00 00');
  });
});
