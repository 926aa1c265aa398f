import type { ContexteHeures } from '../../domain/heures.ts';
import { aligner, composer, type Marque } from '../dates/aligner.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';
import { PRENOMS } from './prenoms.ts';
import { type Fragment, fragmenter, motsUtiles, ressembler } from './reperer.ts';

const GENERIQUES = new Set([
  'ets',
  'etablissements',
  'sarl',
  'sas',
  'sa',
  'eurl',
  'entreprise',
  'groupe',
  'societe',
  'ste',
  'btp',
  'tp',
  'construction',
  'constructions',
  'freres',
  'fils',
  'cie',
  'travaux',
  'publics',
  'batiment',
  'france',
  'nord',
  'region',
]);

interface Entreprise {
  readonly nom: string;
  /** Mots propres du nom, pliés, sans « Ets » ni « Construction ». */
  readonly mots: readonly string[];
  /** Le nom entier tient en un mot. */
  readonly seulMot: boolean;
  /** Tous les mots du nom, « et », « Fils » et « Construction » compris. */
  readonly tous: ReadonlySet<string>;
}

const motsEntiers = (nom: string): ReadonlySet<string> =>
  new Set(fragmenter(aligner(composer(nom))).map(({ texte }) => texte));

const memoire = new WeakMap<ContexteHeures['operations'], readonly Entreprise[]>();

const entreprisesDe = (operations: ContexteHeures['operations']): readonly Entreprise[] => {
  const connues = memoire.get(operations);
  if (connues) return connues;
  const noms = [...new Set(operations.flatMap(({ entreprises }) => entreprises))];
  const lues = noms.map((nom) => {
    const mots = motsUtiles(aligner(composer(nom)));
    const propres = mots.filter((mot) => !GENERIQUES.has(mot));
    return { nom, mots: propres.length > 0 ? propres : mots, seulMot: mots.length === 1, tous: motsEntiers(nom) };
  });
  memoire.set(operations, lues);
  return lues;
};

/** Entreprises connues par leurs opérations, sous leur nom tel qu'écrit dans l'opération. */
export const chercherEntreprises = (
  plie: string,
  { operations }: Pick<ContexteHeures, 'operations'>,
): Marque<string>[] => {
  const fragments = fragmenter(plie);
  return entreprisesDe(operations).flatMap((entreprise) => reperer(entreprise, plie, fragments));
};

/** « chez Rabot » suffit pour « Rabot Dutilleul ». */
const ANNONCE =
  /\b(?:chez|entreprise|societe|employeur|titulaire|pour le compte de|c'est)\s*:?\s+(?:l'entreprise\s+)?$/;

const reperer = (
  { nom, mots: attendus, seulMot, tous }: Entreprise,
  plie: string,
  fragments: readonly Fragment[],
): Marque<string>[] => {
  const [tete] = attendus;
  if (tete === undefined) return [];
  const colle = attendus.join('');
  const trouves: Marque<string>[] = [];
  fragments.forEach((fragment, i) => {
    const suivant = fragments[i + 1];
    const paire = suivant && suivant.debut - fragment.fin <= 1 ? fragment.texte + suivant.texte : '';
    const enUn = ressembler(fragment.texte, colle) > 0;
    const enDeux = !enUn && paire.length >= 6 && paire === colle;
    const suite = attendus.every((mot, rang) => ressembler(fragments[i + rang]?.texte ?? '', mot) > 0);
    const annoncee = ANNONCE.test(plie.slice(0, fragment.debut)) && ressembler(fragment.texte, tete) > 0;
    if (!enUn && !enDeux && !suite && !annoncee) return;
    const avant = /([a-z]+)\.?[\s-]+$/.exec(plie.slice(0, fragment.debut));
    // Un nom d'un seul mot (« Batinord ») est rarement un nom de famille ; « Caudron » de « Ets Caudron » souvent.
    const propre = seulMot && fragment.texte === colle;
    if (!annoncee && !propre && estDePersonne(plie, fragment)) return;
    const debut = avant?.[1] && GENERIQUES.has(avant[1]) ? avant.index : fragment.debut;
    const dernier = enDeux ? suivant : suite ? fragments[i + attendus.length - 1] : fragment;
    const fin = dernier?.fin ?? fragment.fin;
    trouves.push({ debut, fin: finEntiere(plie, fin, tous), valeur: nom });
  });
  return trouves;
};

/** « Lefèvre et Fils » : le reste du nom n'est pas une personne. */
const finEntiere = (plie: string, depart: number, tous: ReadonlySet<string>): number => {
  let fin = depart;
  for (const [tout, mot = ''] of plie.slice(depart).matchAll(/[ '&-]+([a-z]+)/g)) {
    if (!plie.startsWith(tout, fin) || !tous.has(mot)) break;
    fin += tout.length;
  }
  return fin;
};

/** « Paul Caudron », « K. Lefevre », « LEFEVRE Paul » sont des personnes ; « Ets Caudron », « Batinord Paul Durand » non. */
const estDePersonne = (plie: string, { debut, fin }: Fragment): boolean => {
  const avant = /(?<![a-z\d])([a-z]+)\.?[ -]$/.exec(plie.slice(0, debut))?.[1];
  const devant =
    avant !== undefined && (PRENOMS.has(avant) || /^(?:mme|mlle|mr|monsieur|madame|[b-gi-z])$/.test(avant));
  const [, apres = '', suite] = /^\s+([a-z]+)(?:[ -]([a-z]{2,}))?/.exec(plie.slice(fin)) ?? [];
  const seul = suite === undefined || MOTS_VIDES.has(suite);
  return devant || (PRENOMS.has(apres) && seul);
};

const INTRO =
  /(?<![a-z])(?:chez|(?:l'|une |de l')?entreprise|societe|la boite|pour le compte de|employeur|employee? (?:par|de)|embauchee? par|recrutee? par|salariee? de|apprentie? (?:de|chez)|titulaire|attributaire)\s*:?\s+(?:l'entreprise\s+|la societe\s+)?/g;

/** Entreprise inconnue mais annoncée (« chez Ramery TP »), telle que tapée. */
export const chercherAnnoncees = (plie: string, texte: string): Marque<string>[] =>
  [...plie.matchAll(INTRO)].flatMap((intro) => {
    const depart = intro.index + intro[0].length;
    const fin = finDuNom(plie, texte, depart);
    return fin > depart ? [{ debut: intro.index, fin, valeur: texte.slice(depart, fin).trim() }] : [];
  });

const finDuNom = (plie: string, texte: string, depart: number): number => {
  let fin = depart;
  for (const mot of plie.slice(depart).matchAll(/([ \-'&]*)([a-z0-9]+)/g)) {
    const [tout, lien = '', lu = ''] = mot;
    if (depart + mot.index !== fin || (fin > depart && lien === '')) break;
    const debut = fin + lien.length;
    if (fin === depart && /^\d/.test(lu)) break;
    const majuscule = /\p{Lu}/u.test(texte.charAt(debut));
    const lie =
      /^(?:et|&|de|du|la|fils|freres)$/.test(lu) &&
      fin > depart &&
      /^[\s&]*\p{Lu}/u.test(texte.slice(debut + lu.length));
    if ((MOTS_VIDES.has(lu) || OUVRAGES.has(lu)) && !lie && !(majuscule && fin > depart)) break;
    if (PRENOMS.has(lu) && fin > depart) break;
    // Sans majuscule, seul le premier mot est sûrement le nom.
    if (!majuscule && fin > depart && !lie) break;
    fin += tout.length;
  }
  return fin;
};
