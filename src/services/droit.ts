import type { ServiceDroit } from '../../dialogs/services/droit.ts';
import type { Knowledge } from '../content/knowledge.ts';
import { citer, versionEnVigueur } from '../domain/citations.ts';
import type { Jour } from '../domain/dates.ts';
import { lireConsultation, lireInconnues } from '../domain/droit/consultation.ts';
import { decouperMessage } from '../domain/droit/decoupe.ts';
import { lireDemandeDefinition, lireSigleSeul, trouverSigle, trouverTerme } from '../domain/droit/definition.ts';
import { lireDifference } from '../domain/droit/difference.ts';
import { dater, type Epoque, effacerNomsDates, lireAnnees } from '../domain/droit/epoque.ts';
import type { Fiche, Source } from '../domain/droit.ts';
import type { IndexQuestions } from '../nlu/classement.ts';
import { lirePeriode } from '../nlu/dates.ts';
import { lireSecteur } from '../nlu/marches/secteurs.ts';
import { decouper } from '../nlu/normaliser.ts';
import { chercherQuestion } from '../nlu/questions.ts';

/** Fiches, sources, articles, dates de droit et reconnaissance des questions. */
export const createServiceDroit = (
  knowledge: Knowledge,
  index: () => IndexQuestions,
  portes: (exterieur: string) => string | null,
): ServiceDroit => {
  const connues = [...knowledge.sources.keys()];
  const parSource = rangerParSource(knowledge.fiches.values());
  return {
    fiche: (id) => knowledge.fiches.get(id) ?? null,
    citations: (fiche, jour) =>
      fiche.sources.flatMap((id) => {
        const source = knowledge.sources.get(id);
        return source && estCitable(source, fiche, jour) ? [citer(source, jour)] : [];
      }),
    chercher: (texte, sujet) => chercherQuestion(texte, sujet, index()),
    consulter: (texte) => lireConsultation(texte, connues),
    inconnus: (texte) => lireInconnues(texte, connues),
    fichesDe: (source) => parSource.get(source) ?? [],
    source: (id) => knowledge.sources.get(id) ?? null,
    lireEpoque,
    definir: (texte) => {
      const sigle = lireSigleSeul(texte);
      if (sigle !== null) return trouverSigle(sigle, knowledge.lexique);
      const demande = lireDemandeDefinition(texte);
      return demande === null ? null : trouverTerme(demande, knowledge.lexique);
    },
    comparer: (texte) => {
      const termes = (lireDifference(texte) ?? []).flatMap((demande) => trouverTerme(demande, knowledge.lexique) ?? []);
      const [premier, second] = termes;
      return premier && second && premier !== second ? [premier, second] : null;
    },
    decouper: decouperMessage,
    porte: portes,
    seuils: knowledge.seuils,
    calibrage: knowledge.calibrage,
    famille: (texte) => {
      const id = lireSecteur(decouper(texte), knowledge.secteurs);
      return knowledge.secteurs.find((secteur) => secteur.id === id) ?? null;
    },
  };
};

/** Un texte abrogé fonde une réponse d'autrefois ou une fiche sur les anciennes références, jamais le droit du jour. */
const estCitable = (source: Source, { theme }: Fiche, jour: Jour): boolean =>
  theme === 'anciennes-references' || !/^(?:Article|Texte) abrogé/.test(versionEnVigueur(source, jour)?.resume ?? '');

/** Source → fiches publiées qui la citent, celles dont elle est la première source d'abord. */
const rangerParSource = (fiches: Iterable<Fiche>): ReadonlyMap<string, readonly Fiche[]> => {
  const rangees = new Map<string, Fiche[]>();
  for (const fiche of fiches) {
    if (fiche.statut !== 'publiee') continue;
    for (const id of fiche.sources) rangees.set(id, [...(rangees.get(id) ?? []), fiche]);
  }
  for (const [id, siennes] of rangees) siennes.sort((a, b) => a.sources.indexOf(id) - b.sources.indexOf(id));
  return rangees;
};

const ESSAIS = 4;

/** Première date passée, dite avec son année, qui n'appartient pas au nom d'un texte. */
const lireEpoque = (texte: string, aujourdhui: Jour): Epoque | null => {
  const repere = effacerNomsDates(texte);
  // « avant » est lu ici : il ne doit pas rendre la date douteuse.
  let plat = repere.replace(/\bavant\b/g, '     ');
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const lue = lirePeriode(plat, aujourdhui);
    if (lue === null) break;
    const dite = plat.slice(lue.debut, lue.fin);
    const epoque =
      lue.type === 'periode' && /\b(?:19|20)\d\d\b|\/\d\d\b/.test(dite)
        ? dater(repere, { periode: lue.periode, debut: lue.debut }, aujourdhui)
        : null;
    if (epoque !== null) return epoque;
    plat = plat.slice(0, lue.debut) + ' '.repeat(lue.fin - lue.debut) + plat.slice(lue.fin);
  }
  for (const annee of lireAnnees(plat)) {
    const epoque = dater(repere, annee, aujourdhui);
    if (epoque !== null) return epoque;
  }
  return null;
};
