import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Anneau, MultiPolygone } from '../../../src/domain/territoire/contours.ts';
import { createLecteurContours, writeContours } from '../../../src/import/geo/depot.ts';
import { fusionner } from '../../../src/import/geo/fusionner.ts';
import { lireContours } from '../../../src/import/geo/lire.ts';
import { simplifier } from '../../../src/import/geo/simplifier.ts';
import { type Telechargement, telechargerContours } from '../../../src/import/geo/telecharger.ts';
import { territoire } from '../../domain/territoire/aide.ts';

const carre = (x: number, y: number, cote = 1): Anneau => [
  [x, y],
  [x + cote, y],
  [x + cote, y + cote],
  [x, y + cote],
  [x, y],
];
const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const objet = (code: string, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { code },
  geometry: { type, coordinates },
});
const RECONNAITRE = {
  estEpci: (code: string) => /^\d{9}$/.test(code),
  epciDeLaCommune: (code: string) => (code.startsWith('59') ? '200000001' : null),
};

/** Aire en degrés carrés, trous déduits. */
const aire = (contour: MultiPolygone): number => {
  const deLAnneau = (anneau: Anneau): number =>
    Math.abs(
      anneau.reduce((total, [x, y], rang) => {
        const [a, b] = anneau[rang + 1] ?? anneau[0] ?? [0, 0];
        return total + x * b - a * y;
      }, 0) / 2,
    );
  return contour.reduce(
    (total, [dehors = [], ...trous]) =>
      total + deLAnneau(dehors) - trous.reduce((somme, trou) => somme + deLAnneau(trou), 0),
    0,
  );
};

describe('lire des contours', () => {
  it('garde les intercommunalités connues d’un GeoJSON, quel que soit le nom du code', () => {
    const lu = lireContours(
      collection([
        objet('200000001', [carre(0, 0)]),
        { ...objet('x', [[carre(2, 0)]], 'MultiPolygon'), properties: { SIREN: 200000002 } },
        objet('inconnue', [carre(4, 0)]),
        { type: 'Feature', properties: { code: '200000003' }, geometry: null },
      ]),
      RECONNAITRE,
    );
    expect(lu.type === 'lus' && [...lu.contours.keys()]).to.deep.equal(['200000001', '200000002']);
  });

  it('réunit les communes par intercommunalité, frontières intérieures effacées', () => {
    const lu = lireContours(
      collection([objet('59001', [carre(0, 0)]), objet('59002', [carre(1, 0)]), objet('75056', [carre(9, 9)])]),
      RECONNAITRE,
    );
    const contour = lu.type === 'lus' ? (lu.contours.get('200000001') ?? []) : [];
    expect([contour.length, contour[0]?.length, aire(contour)]).to.deep.equal([1, 1, 2]);
  });

  it('refuse en français ce qui n’est pas une carte', () => {
    for (const [texte, raison] of [
      ['{', 'JSON'],
      ['{"type":"Point"}', 'GeoJSON'],
      [collection([objet('75056', [carre(0, 0)])]), 'aucune intercommunalité'],
    ] as const) {
      const lu = lireContours(texte, RECONNAITRE);
      expect(lu.type === 'refus' && lu.raison).to.contain(raison);
    }
  });

  it('garde une enclave comme un trou, et deux morceaux séparés', () => {
    const anneau = fusionner([[[carre(0, 0, 3), carre(1, 1)]], [[carre(5, 0)]]]);
    expect(anneau.map((polygone) => polygone.length).sort()).to.deep.equal([1, 2]);
    expect(aire(anneau)).to.equal(9);
    const plein = fusionner([[[carre(0, 0, 3), carre(1, 1)]], [[carre(1, 1)]]]);
    expect([plein.length, plein[0]?.length, aire(plein)]).to.deep.equal([1, 1, 9]);
  });

  it('pose deux voisins sur la même grille', () => {
    const lu = simplifier([
      [
        [
          [0.00012, 0],
          [1.0001, 0.0001],
          [1, 1],
          [0, 1],
          [0.0001, 0],
        ],
      ],
    ]);
    expect(lu[0]?.[0]?.[0]).to.deep.equal(lu[0]?.[0]?.at(-1));
    expect(lu[0]?.[0]).to.deep.include([1, 1]);
  });

  it('lit les vrais contours TopoJSON, d’intercommunalités ou de communes, et s’accorde sur leurs aires', function () {
    const dossier = '../shared/data/geo';
    if (!existsSync(`${dossier}/hdf_communes.topo.json`)) return this.skip();
    const lire = (nom: string) =>
      lireContours(readFileSync(join(dossier, nom), 'utf8'), {
        estEpci: (code) => territoire.epci(code) !== undefined,
        epciDeLaCommune: (code) => territoire.commune(code)?.epci ?? null,
      });
    const epcis = lire('hdf_epci_departements.topo.json');
    const communes = lire('hdf_communes.topo.json');
    if (epcis.type !== 'lus' || communes.type !== 'lus') throw new Error('contours illisibles');
    expect([epcis.contours.size, communes.contours.size]).to.deep.equal([92, 92]);
    for (const [code, contour] of epcis.contours) {
      const reuni = communes.contours.get(code) ?? [];
      expect(aire(reuni) / aire(contour), code).to.be.within(0.97, 1.03);
      expect(reuni.length, code).to.be.below(8);
    }
  });
});

describe('ranger et télécharger des contours', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'contours-'));
  const demandes: string[] = [];
  let serveur: Server;
  let adresse = '';
  let repondre: (chemin: string) => { readonly statut: number; readonly corps?: string; readonly attente?: string };

  before(async () => {
    serveur = createServer((req, res) => {
      const chemin = req.url ?? '';
      demandes.push(chemin);
      const { statut, corps = '', attente } = repondre(chemin);
      res.writeHead(statut, attente === undefined ? {} : { 'retry-after': attente });
      res.end(corps);
    });
    await new Promise<void>((suite) => serveur.listen(0, '127.0.0.1', suite));
    const ecoute = serveur.address();
    adresse = `http://127.0.0.1:${typeof ecoute === 'object' ? ecoute?.port : ''}`;
  });
  after(() => {
    serveur.closeAllConnections();
    serveur.close();
    rmSync(dossier, { recursive: true, force: true });
  });
  beforeEach(() => {
    demandes.length = 0;
  });

  const attentes: number[] = [];
  const demande = (reste: Partial<Telechargement> = {}): Telechargement => ({
    adresse,
    epcis: ['200000001', '200000002'],
    epciDeLaCommune: RECONNAITRE.epciDeLaCommune,
    dossier: join(dossier, 'recus'),
    pause: 7,
    attendre: async (millisecondes) => void attentes.push(millisecondes),
    avancer: () => undefined,
    ...reste,
  });
  const unContour = (code: string) => JSON.stringify(objet(code, [carre(0, 0)]));

  it('réessaie après un encombrement, en attendant ce qui est demandé, et fait une pause entre deux', async () => {
    let refus = 1;
    repondre = (chemin) => {
      if (refus > 0) {
        refus -= 1;
        return { statut: 429, attente: '2' };
      }
      return { statut: 200, corps: unContour(/epcis\/(\d+)/.exec(chemin)?.[1] ?? '') };
    };
    const { contours, echecs } = await telechargerContours(demande());
    expect([contours.size, echecs.length, demandes.length]).to.deep.equal([2, 0, 3]);
    expect(attentes).to.deep.equal([2000, 7, 7]);
    expect(demandes[0]).to.equal('/epcis/200000001?fields=code,nom&format=geojson&geometry=contour');
  });

  it('reprend sans redemander ce qui est déjà reçu', async () => {
    repondre = () => ({ statut: 500 });
    const { contours } = await telechargerContours(demande());
    expect([contours.size, demandes.length]).to.deep.equal([2, 0]);
  });

  it('réunit les communes quand l’intercommunalité n’a pas de contour, et dit ce qui manque', async () => {
    repondre = (chemin) => {
      if (chemin.includes('200000001/communes'))
        return { statut: 200, corps: collection([objet('59001', [carre(0, 0)]), objet('59002', [carre(1, 0)])]) };
      return chemin.includes('200000001') ? { statut: 200, corps: '{"type":"Feature"}' } : { statut: 404 };
    };
    const { contours, echecs } = await telechargerContours(demande({ dossier: join(dossier, 'autres') }));
    expect([...contours.keys()]).to.deep.equal(['200000001']);
    expect(echecs).to.deep.equal([{ code: '200000002', raison: 'réponse 404' }]);
    expect(readdirSync(join(dossier, 'autres'))).to.deep.equal(['200000001.json']);
  });

  it('relit ce qu’il a rangé, et remarque un nouveau fichier', () => {
    const lire = createLecteurContours(dossier, '32');
    expect(lire()).to.equal(null);
    writeContours(dossier, '32', new Map([['200000001', [[carre(0, 0)]]]]));
    expect(lire()?.get('200000001')).to.deep.equal([[carre(0, 0)]]);
    expect(createLecteurContours(dossier, '53')()).to.equal(null);
  });
});
