import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import { z } from 'zod';
import type { Contours } from '../../src/domain/territoire/contours.ts';
import { couvrirRegion } from '../../src/domain/territoire/couverture.ts';
import { dresserEtatDesLieux } from '../../src/domain/territoire/etat-des-lieux.ts';
import type { TableauTerritoire } from '../../src/domain/territoire/tableau.ts';
import { createAssets } from '../../src/web/assets.ts';
import { ecrireCsv, ecrireGeoJson } from '../../src/web/territoire/donnees.ts';
import { ecrirePage } from '../../src/web/territoire/page.ts';
import { routesTerritoire } from '../../src/web/territoire/routes.ts';
import { MEL, structure, TERNOIS, territoire } from '../domain/territoire/aide.ts';

const annuaire = [
  structure('mel', 'epci', [MEL], { nom: '=PLIE "du <script>"; et co' }),
  structure('pas-de-calais', 'departement', ['62']),
];
const couvertures = couvrirRegion(annuaire, territoire);
const tableau: TableauTerritoire = {
  region: 'Hauts-de-France',
  codeRegion: '32',
  departements: territoire.departements.filter(({ region }) => region === '32'),
  lignes: couvertures.map((couverture, rang) => ({
    code: couverture.epci.code,
    nom: couverture.epci.nom,
    departements: couverture.departements,
    couverture: couverture.etat,
    communes: couverture.communes,
    communesCouvertes: couverture.communesCouvertes,
    habitants: couverture.habitants,
    deborde: couverture.deborde,
    structures: couverture.locales.map(({ nom }) => nom),
    relais: couverture.relais.map(({ nom }) => nom),
    besoins: rang % 4,
    heures: rang % 3 === 0 ? { type: 'trop-peu' } : { type: 'connues', heures: rang * 100.5 },
  })),
  etat: dresserEtatDesLieux(annuaire, couvertures),
};
const contours: Contours = new Map([
  [
    TERNOIS,
    [
      [
        [
          [2, 50],
          [2.5, 50],
          [2.5, 50.5],
          [2, 50.5],
          [2, 50],
        ],
      ],
    ],
  ],
  [
    MEL,
    [
      [
        [
          [2.5, 50],
          [3, 50],
          [3, 50.5],
          [2.5, 50.5],
          [2.5, 50],
        ],
      ],
    ],
  ],
]);

describe('page du territoire', () => {
  it('montre chaque intercommunalité une fois dans le tableau et sur la carte, contours ou tuiles', () => {
    const tuiles = ecrirePage(tableau, null, { fond: 'couverture', departement: null });
    expect(tuiles.match(/<tr id="epci-/g)).to.have.length(92);
    expect(tuiles.match(/<a href="#epci-/g)).to.have.length(92);
    expect(tuiles).to.contain('npm run refresh:geo');
    const carte = ecrirePage(tableau, contours, { fond: 'couverture', departement: null });
    expect(carte.match(/<a href="#epci-/g)).to.have.length(2);
    expect(carte).to.contain('class="limites" d="M').and.not.contain('npm run refresh:geo');
  });

  it('dit sur la carte le nom et la valeur, selon le fond choisi', () => {
    const dit = (fond: 'couverture' | 'besoins' | 'heures') =>
      /aria-label="(CC du Ternois : [^"]+)"/.exec(ecrirePage(tableau, contours, { fond, departement: null }))?.[1];
    expect(dit('couverture')).to.equal('CC du Ternois : pas couverte du tout');
    expect(dit('besoins')).to.match(/besoins? non satisfaits?|aucun besoin/);
    expect(dit('heures')).to.match(/ h$|non publiées/);
  });

  it('ne garde qu’un département dans le tableau, et le dit', () => {
    const html = ecrirePage(tableau, null, { fond: 'couverture', departement: '62' });
    expect(html.match(/<tr id="epci-/g)).to.have.length(20);
    expect(html).to.contain('Tableau : Pas-de-Calais');
  });

  it('échappe ce que l’annuaire contient, et ne pose ni style ni script en ligne', () => {
    const html = ecrirePage(tableau, contours, { fond: 'couverture', departement: null });
    expect(html).to.contain('&lt;script&gt;').and.not.contain('du <script>');
    expect(html).not.to.match(/ style=|<style|<script(?! src=)|javascript:| on[a-z]+=/);
  });
});

describe('données du territoire', () => {
  it('écrit un CSV qu’un tableur ouvre sans exécuter de formule', () => {
    const lignes = ecrireCsv(tableau).split('\r\n');
    expect(lignes[0]).to.match(/^\uFEFFsiren;intercommunalite;/);
    expect(lignes).to.have.length(94);
    expect(lignes.find((ligne) => ligne.startsWith(MEL))).to.contain(`"'=PLIE ""du <script>""; et co"`);
  });

  it('tait les heures qui désigneraient quelqu’un, ici comme sur la page', () => {
    const tue = tableau.lignes.find(({ heures }) => heures.type === 'trop-peu');
    expect(
      ecrireCsv(tableau)
        .split('\r\n')
        .find((ligne) => ligne.startsWith(tue?.code ?? '?')),
    ).to.match(/;$/);
  });

  const GeoJson = z.object({
    features: z.array(
      z.object({
        id: z.string(),
        properties: z.object({ heures: z.number().nullable(), couverture: z.string() }),
        geometry: z.object({ type: z.literal('MultiPolygon') }).nullable(),
      }),
    ),
  });

  it('écrit un GeoJSON, géométrie nulle sans contours', () => {
    const sans = GeoJson.parse(JSON.parse(ecrireGeoJson(tableau, null)));
    expect(sans.features.every(({ geometry }) => geometry === null)).to.equal(true);
    const avec = GeoJson.parse(JSON.parse(ecrireGeoJson(tableau, contours)));
    expect(avec.features.filter(({ geometry }) => geometry !== null).map(({ id }) => id)).to.have.members([
      MEL,
      TERNOIS,
    ]);
  });
});

describe('routes du territoire', () => {
  let serveur: Server;
  let base = '';
  before(async () => {
    const routes = routesTerritoire(
      { tableau: async () => tableau, contours: () => contours },
      createAssets({ dossier: 'src/web/page' }),
    );
    serveur = createServer((req, res) => void routes.get((req.url ?? '').split('?')[0] ?? '')?.(req, res));
    await new Promise<void>((suite) => serveur.listen(0, '127.0.0.1', suite));
    const adresse = serveur.address();
    base = `http://127.0.0.1:${typeof adresse === 'object' ? adresse?.port : ''}`;
  });
  after(() => {
    serveur.closeAllConnections();
    serveur.close();
  });

  it('sert la page sous la même politique que l’accueil, fichiers datés', async () => {
    const reponse = await fetch(`${base}/territoire?fond=heures&departement=59`);
    const html = await reponse.text();
    expect(reponse.headers.get('content-security-policy'))
      .to.contain("default-src 'none'")
      .and.not.match(/unsafe|https?:|\*/);
    expect(html)
      .to.match(/territoire\.css\?v=[0-9a-f]{16}"/)
      .and.contain('Tableau : Nord');
    expect(html).to.contain('fond=heures" aria-current="page"'.replace('fond=heures', 'departement=59'));
  });

  it('ignore un fond ou un département inconnus', async () => {
    const html = await (await fetch(`${base}/territoire?fond=%3Cscript%3E&departement=75`)).text();
    expect(html).to.contain('Carte : couverture').and.contain('Tableau : Hauts-de-France');
  });

  it('propose CSV et GeoJSON au téléchargement', async () => {
    for (const [chemin, type] of [
      ['/api/territoire.csv', 'text/csv'],
      ['/api/territoire.geojson', 'application/geo+json'],
    ] as const) {
      const reponse = await fetch(base + chemin);
      expect(reponse.headers.get('content-type')).to.contain(type);
      expect(reponse.headers.get('content-disposition')).to.contain('attachment');
      expect((await reponse.text()).length).to.be.above(1000);
    }
    expect((await fetch(`${base}/api/territoire.csv`, { method: 'HEAD' })).headers.get('content-length')).to.match(
      /^\d+$/,
    );
  });
});
