import type { Anneau, Contours, MultiPolygone, Position } from '../../domain/territoire/contours.ts';
import type { LigneTerritoire, TableauTerritoire } from '../../domain/territoire/tableau.ts';
import type { Classement } from './classes.ts';
import { echapper } from './textes.ts';

/** Largeur du dessin ; les coordonnées y sont entières. */
const LARGEUR = 1400;
const MARGE = 8;

type Projeter = (position: Position) => readonly [number, number];

/** Projection équirectangulaire, l'est-ouest resserré par le cosinus de la latitude moyenne. */
const creerProjection = (anneaux: readonly Anneau[]): { projeter: Projeter; hauteur: number } => {
  let [ouest, est, sud, nord] = [180, -180, 90, -90];
  for (const anneau of anneaux)
    for (const [longitude, latitude] of anneau) {
      ouest = Math.min(ouest, longitude);
      est = Math.max(est, longitude);
      sud = Math.min(sud, latitude);
      nord = Math.max(nord, latitude);
    }
  const resserre = Math.cos((((sud + nord) / 2) * Math.PI) / 180);
  const echelle = (LARGEUR - 2 * MARGE) / Math.max((est - ouest) * resserre, 0.01);
  return {
    hauteur: Math.ceil((nord - sud) * echelle) + 2 * MARGE,
    projeter: ([longitude, latitude]) => [
      Math.round((longitude - ouest) * resserre * echelle) + MARGE,
      Math.round((nord - latitude) * echelle) + MARGE,
    ],
  };
};

const tracerAnneau = (anneau: Anneau, projeter: Projeter): string => {
  let [x, y] = [0, 0];
  let trace = '';
  for (const [rang, position] of anneau.entries()) {
    const [ici, la] = projeter(position);
    if (rang === 0) trace += `M${ici} ${la}l`;
    else if (ici !== x || la !== y) trace += `${ici - x} ${la - y} `;
    [x, y] = [ici, la];
  }
  return `${trace.trim()}z`;
};

const tracer = (contour: MultiPolygone, projeter: Projeter): string =>
  contour.flatMap((polygone) => polygone.map((anneau) => tracerAnneau(anneau, projeter))).join('');

const cleDe = (a: Position, b: Position): string => [a.join(' '), b.join(' ')].sort().join('|');

/** Traits entre deux intercommunalités de départements différents : les limites départementales, à peu près. */
const limites = (lignes: readonly LigneTerritoire[], contours: Contours, projeter: Projeter): string => {
  const porteurs = new Map<string, string>();
  const traits: string[] = [];
  for (const { code, departements } of lignes) {
    const departement = departements[0] ?? '';
    for (const anneau of (contours.get(code) ?? []).flat())
      for (let rang = 1; rang < anneau.length; rang += 1) {
        const [a, b] = [anneau[rang - 1], anneau[rang]];
        if (!a || !b) continue;
        const autre = porteurs.get(cleDe(a, b));
        porteurs.set(cleDe(a, b), departement);
        if (autre !== undefined && autre !== departement)
          traits.push(`M${projeter(a).join(' ')}L${projeter(b).join(' ')}`);
      }
  }
  return traits.join('');
};

const lien = (ligne: LigneTerritoire, { marqueDe, dire }: Classement, forme: string): string => {
  const titre = echapper(`${ligne.nom} : ${dire(ligne)}`);
  return `<a href="#epci-${ligne.code}" class="zone ${marqueDe(ligne)}" aria-label="${titre}"><title>${titre}</title>${forme}</a>`;
};

const MOTIFS = `<defs>
<pattern id="hachures" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" class="motif-fond-aucune"/><rect width="5" height="14" class="motif-trait-aucune"/></pattern>
<pattern id="points" width="16" height="16" patternUnits="userSpaceOnUse"><rect width="16" height="16" class="motif-fond-partie"/><circle cx="8" cy="8" r="3.4" class="motif-trait-partie"/></pattern>
<pattern id="tu" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(135)"><rect width="12" height="12" class="motif-fond-tu"/><rect width="3" height="12" class="motif-trait-tu"/></pattern>
</defs>`;

const enSvg = (hauteur: number, corps: string, etiquette: string): string =>
  `<svg viewBox="0 0 ${LARGEUR} ${hauteur}" role="group" aria-label="${echapper(etiquette)}" class="carte">${MOTIFS}${corps}</svg>`;

interface Trace {
  readonly hauteur: number;
  readonly zones: ReadonlyMap<string, string>;
  readonly limites: string;
}

/** Tracés déjà faits : les contours ne changent qu'avec leur fichier. */
const traces = new WeakMap<Contours, Trace>();

const tracerTout = (lignes: readonly LigneTerritoire[], contours: Contours): Trace => {
  const { projeter, hauteur } = creerProjection(lignes.flatMap(({ code }) => (contours.get(code) ?? []).flat()));
  return {
    hauteur,
    zones: new Map(lignes.map(({ code }) => [code, tracer(contours.get(code) ?? [], projeter)])),
    limites: limites(lignes, contours, projeter),
  };
};

/** Carte des contours ; chaque intercommunalité est un lien vers sa ligne du tableau. */
export const dessinerCarte = (tableau: TableauTerritoire, contours: Contours, classement: Classement): string => {
  const connues = tableau.lignes.filter(({ code }) => contours.has(code));
  const trace = traces.get(contours) ?? tracerTout(connues, contours);
  traces.set(contours, trace);
  const zones = connues.map((ligne) => lien(ligne, classement, `<path d="${trace.zones.get(ligne.code) ?? ''}"/>`));
  const traits = `<path class="limites" d="${trace.limites}"/>`;
  return enSvg(trace.hauteur, `${zones.join('')}${traits}`, 'Carte par intercommunalité');
};

const TUILES_PAR_RANG = 5;
const COTE = 44;
const ECART = 6;
const TITRE = 40;

/** À défaut de contours : une tuile par intercommunalité, rangées par département. */
export const dessinerTuiles = ({ departements, lignes }: TableauTerritoire, classement: Classement): string => {
  const colonne = LARGEUR / Math.min(Math.max(departements.length, 1), 5);
  const pas = COTE + ECART;
  let [haut, plusHaut] = [0, 0];
  const groupes = departements.map(({ code, nom }, rang) => {
    const place = rang % 5;
    if (place === 0 && rang > 0) [haut, plusHaut] = [plusHaut + ECART * 4, plusHaut + ECART * 4];
    const siennes = lignes.filter((ligne) => ligne.departements[0] === code);
    const x = place * colonne;
    plusHaut = Math.max(plusHaut, haut + TITRE + Math.ceil(siennes.length / TUILES_PAR_RANG) * pas);
    const tuiles = siennes.map((ligne, ordre) => {
      const gauche = Math.round(x + (ordre % TUILES_PAR_RANG) * pas);
      const sommet = haut + TITRE + Math.floor(ordre / TUILES_PAR_RANG) * pas;
      return lien(ligne, classement, `<rect x="${gauche}" y="${sommet}" width="${COTE}" height="${COTE}" rx="6"/>`);
    });
    return `<text x="${Math.round(x)}" y="${haut + 26}" class="nom-departement">${echapper(nom)}</text>${tuiles.join('')}`;
  });
  return enSvg(plusHaut + ECART, groupes.join(''), 'Une tuile par intercommunalité, rangées par département');
};
