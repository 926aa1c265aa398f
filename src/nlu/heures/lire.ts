import type { ContexteHeures, LectureHeures, LigneLue } from '../../domain/heures.ts';
import { aligner } from '../dates/aligner.ts';
import { completer } from './completer.ts';
import { verifierLigne } from './doutes.ts';
import { extraire, type Faits } from './faits.ts';
import { nettoyer } from './nettoyer.ts';
import { lireRangLigne } from './rang.ts';
import { trier } from './refus.ts';
import { repartir } from './repartir.ts';
import { type Changement, noterNeuf, noterSuite } from './score.ts';
import { lireTableau } from './tableau.ts';

const verifier = (lignes: readonly LigneLue[], contexte: ContexteHeures): LigneLue[] =>
  lignes.map((ligne) => ({ ...ligne, alertes: verifierLigne(ligne, contexte) }));

/**
 * Lit un message d'heures : des lignes neuves, ou le brouillon complété et corrigé.
 * Ce qui n'est pas dit reste null, ce qui est douteux porte une alerte.
 */
export const lireHeures = (texte: string, contexte: ContexteHeures): LectureHeures => {
  const corps = nettoyer(texte);
  const vise = lireRangLigne(aligner(corps).trimStart(), contexte.brouillon.length);
  if (vise) return lireLigne(corps.trimStart().slice(vise.fin), vise.rang, contexte);
  // Une unité ne se lit pas d'une ligne à l'autre : « 13/11 », puis « Heures : 35 ».
  const faits = extraire(corps.replace(/\s*\n+/g, ' ;\n'), contexte);
  if (contexte.brouillon.length === 0) {
    const lignes = lireTableau(corps, contexte) ?? repartir(affirmer(faits));
    return { lignes: verifier(lignes, contexte), score: noterNeuf(faits, lignes) };
  }
  const lignes = completer(faits, corps, contexte);
  return { lignes: verifier(lignes, contexte), score: noterSuite(faits, comparer(contexte.brouillon, lignes)) };
};

/** « 6h30 et pas 7 h », dit d'emblée : les heures écartées ne sont pas des heures. */
const affirmer = (faits: Faits): Faits => {
  const { durees } = trier(faits).dits;
  return durees.length > 0 ? { ...faits, durees } : faits;
};

/** « la 2 c'est 7 h » : le reste du message ne touche que cette ligne. */
const lireLigne = (suite: string, rang: number, contexte: ContexteHeures): LectureHeures => {
  const visee = contexte.brouillon[rang];
  const lue = lireHeures(suite, { ...contexte, brouillon: visee ? [visee] : [] });
  const lignes = contexte.brouillon.map((ligne, i) => (i === rang ? (lue.lignes[0] ?? ligne) : ligne));
  return { lignes, score: lue.score };
};

const champs = ({ heures, periode, beneficiaire, operation, operationsPossibles, entreprise }: LigneLue): unknown => [
  heures,
  periode,
  beneficiaire,
  operation,
  operationsPossibles,
  entreprise,
];

const comparer = (avant: readonly LigneLue[], apres: readonly LigneLue[]): Changement => {
  if (JSON.stringify(avant.map(champs)) !== JSON.stringify(apres.map(champs))) return 'champ';
  return JSON.stringify(avant) === JSON.stringify(apres) ? 'aucun' : 'profil';
};
