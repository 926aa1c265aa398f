import { demandeObligationSociale, estDeProcedure } from '../../src/domain/droit/demande.ts';
import { completerSituation, estVide, lireSituation, type Situation } from '../../src/domain/droit/situation.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import { aplatir } from '../../src/domain/references.ts';
import type { Tour } from '../kit/conversation.ts';
import { estConcernee } from './obligation.ts';

const SUITE = /^(?:et|ou|mais|si|sinon|idem|pareil|dans ce cas|m[êe]me)\b/i;

/** Marché dont parle la question ; une suite complète celui dont on parlait. */
export const situationDe = ({ memoire, message }: Tour): Situation => {
  const dite = lireSituation(message.texte);
  const suite = SUITE.test(message.texte.trim()) && memoire.situation !== null;
  return suite && memoire.situation ? completerSituation(memoire.situation, dite) : dite;
};

/** Une date ou un montant dits dans la question lèvent parfois le doute. */
export const preciser = (tour: Tour, texte: string, lue: LectureQuestion): LectureQuestion => {
  const question = parMontant(tour, texte, enConcession(tour, texte, sansObjetTu(tour, texte, lue)));
  const suite = suiteDuSujet(tour, texte, question);
  if (suite !== null) return { certitude: 'sure', fiche: suite, score: question.score, voisines: [] };
  const sansMontant = sansMarche(tour, texte, question);
  if (sansMontant !== null) return sansMontant;
  const sansDate = sansEpoque(tour, texte);
  if (sansDate?.certitude === 'sure' && (question.certitude !== 'sure' || saitAutrefois(tour, sansDate.fiche)))
    return sansDate;
  if (question.certitude !== 'hesitante' || lireSituation(texte).montant === null) return question;
  const [fiche, ...voisines] = question.fiches;
  if (fiche === undefined || !estConcernee(fiche)) return question;
  return { certitude: 'sure', fiche, score: question.score, voisines };
};

/** Fiche qui juge un montant, selon le contrat dit. */
const JUGES = {
  travaux: 'seuil-travaux',
  fournitures: 'seuil-fournitures-services',
  services: 'seuil-fournitures-services',
  concession: 'concession-obligation',
  'services-sociaux': 'seuil-services-sociaux',
} as const;

/** Un montant et « est-ce obligatoire ? » suffisent, même dits avec des mots qu'aucune formulation n'a. */
const parMontant = ({ services }: Tour, texte: string, question: LectureQuestion): LectureQuestion => {
  const { montant, contrat } = lireSituation(texte);
  if (montant === null || !demandeObligationSociale(texte)) return question;
  if (question.certitude === 'sure' && (estConcernee(question.fiche) || !/2112-2-1/.test(texte))) return question;
  const fiche = contrat === null ? 'obligation-principe' : JUGES[contrat];
  return services.droit.fiche(fiche) === null ? question : { certitude: 'sure', fiche, score: 1, voisines: [] };
};

/** Fiches d'un objet particulier : elles ne répondent que si l'objet est dit, ou si l'on en parlait. */
const OBJETS: readonly (readonly [RegExp, RegExp])[] = [
  [/defense/, /d[ée]fense|s[ée]curit[ée]|militaire|arm[ée]e|caserne/i],
  [/^seuil-services-sociaux/, /socia|sp[ée]cifi|insertion|formation|sant[ée]/i],
  [/^concession-/, /concession|conc[ée]d|dsp|d[ée]l[ée]gation|d[ée]l[ée]gataire|affermage|l3\d{3}/i],
  [/^ccag-/, /ccag|cahier|clause|article|pi[èe]ces?|ccap/i],
];

const sansObjetTu = ({ memoire }: Tour, texte: string, question: LectureQuestion): LectureQuestion => {
  if (question.certitude !== 'sure') return question;
  const tu = (id: string): boolean =>
    OBJETS.some(([fiches, mots]) => fiches.test(id) && !mots.test(texte) && !fiches.test(memoire.fiche ?? ''));
  if (!tu(question.fiche)) return question;
  const [fiche, ...voisines] = question.voisines.filter((id) => !tu(id));
  return fiche === undefined ? question : { ...question, fiche, voisines };
};

/** Une concession suit ses propres articles : la fiche des marchés y répondrait faux. */
const CONCESSION = /\b(?:concessions?|dsp|d[ée]l[ée]gations? de service|en d[ée]l[ée]gation|affermage)\b/i;
const DES_CONCESSIONS: readonly (readonly [RegExp, string])[] = [
  [/^reserver-conjoint/, 'concession-reserver-conjoint'],
  [/^reserver-(?:siae|ea-esat|lot|choisir-article|tout-montant|proportion-50)$/, 'concession-reserver'],
  [/^(?:obligation-principe|obligation-acheteurs-concernes|seuils?-.*)$/, 'concession-obligation'],
  [/^obligation-exceptions$/, 'concession-obligation-exceptions'],
  [/^critere-(?:insertion-legal|social-facultatif|environnemental-obligatoire)$/, 'concession-critere'],
  [/^clause-sous-les-seuils$/, 'concession-clause-sous-seuil'],
];

const enConcession = ({ services }: Tour, texte: string, question: LectureQuestion): LectureQuestion => {
  if (question.certitude !== 'sure' || !CONCESSION.test(texte) || /diff[ée]rence/i.test(texte)) return question;
  const [, sienne] = DES_CONCESSIONS.find(([fiches]) => fiches.test(question.fiche)) ?? [];
  return sienne === undefined || services.droit.fiche(sienne) === null ? question : { ...question, fiche: sienne };
};

/** « Et en 2019 ? », « et si c'est l'État ? » : la même question, à une autre date ou pour un autre marché. */
const suiteDuSujet = (tour: Tour, texte: string, question: LectureQuestion): string | null => {
  const { fiche, situation } = tour.memoire;
  if (fiche === null || !SUITE.test(texte.trim())) return null;
  const courte = texte.trim().split(/\s+/).length <= MOTS_DE_SUITE;
  if (PROCEDURES.has(fiche) && courte && (MEME_SI.test(texte.trim()) || AUTRE_MONTANT.test(texte.trim()))) return fiche;
  if (tour.services.droit.lireEpoque(texte, tour.aujourdhui) !== null && SEULE_DATE.test(sansDates(texte)))
    return fiche;
  const concernee = question.certitude === 'sure' && estConcernee(question.fiche);
  if (situation === null || concernee || !estConcernee(fiche) || estVide(lireSituation(texte))) return null;
  return courte ? fiche : null;
};

/** Publicité, réservation : le montant et le contrat dits ne doivent pas mener aux seuils de l'obligation sociale. */
const sansMarche = ({ services }: Tour, texte: string, question: LectureQuestion): LectureQuestion | null => {
  if (question.certitude !== 'sure' || !estDeProcedure(texte)) return null;
  const publicite = PUBLICITE.test(texte) && !RESERVE.test(texte) && lireSituation(texte).montant !== null;
  if (publicite && !PROCEDURES.has(question.fiche)) return { ...question, fiche: FICHE_PUBLICITE };
  if (!estConcernee(question.fiche)) return null;
  const lue = services.droit.chercher(texte.replace(MARCHE, ' '), null);
  if (lue.certitude === 'sure' && !estConcernee(lue.fiche)) return lue;
  const procedure = question.voisines.find((id) => PROCEDURES.has(id));
  return procedure === undefined ? null : { ...question, fiche: procedure };
};

/** « Mon marché fait 45 000 €, dois-je faire une publicité ? » : rien de réservé. */
const PUBLICITE = /\bpublicit[ée]|\bboamp\b|\bannonces? l[ée]gale/i;
const RESERVE = /r[ée]serv/i;
const FICHE_PUBLICITE = 'procedure-publicite-seuils';

const MARCHE =
  /\b(?:(?:mon|notre|un|le) march[ée] (?:fait|est de|de|vaut|à|a)\s*)?\b\d[\d .,\u00a0\u202f]*\s*(?:k?€|m€|millions?|euros?)?(?:\s*d['’]euros?)?\s*(?:ht|ttc)?(?:\s+de\s+(?:travaux|services?|fournitures?|prestations?))?|\bde (?:travaux|services?|fournitures?) de\b/giu;

const MOTS_DE_SUITE = 9;
const PROCEDURES: ReadonlySet<string> = new Set([
  'procedure-publicite-seuils',
  'procedure-seuil-dispense',
  'reserver-mise-en-concurrence',
]);
/** « Même si c'est moins de 60 000 € ? » */
const MEME_SI = /^m[êe]me (?:si|pour|avec|en|sous|à|a)\b.*\d/i;
/** « Et pour 110 000 € de travaux ? » : rien qu'un autre marché. */
const AUTRE_MONTANT =
  /^(?:et|ou|sinon)\s+(?:si c['’]est\s+)?(?:pour|à|a|avec)?\s*\d[\d .,\u00a0\u202f]*\s*(?:k?€|m€|millions?|euros?)?\s*(?:ht|ttc)?(?:\s+(?:de|en)\s+\p{L}+)?[\s?!.]*$/iu;
const SEULE_DATE =
  /^(?:(?:et|ou|mais|si|c['’]?|[ée]tait|[ée]tait-ce|ce|ca|ça|la|le|les|r[èe]gle|droit|loi|avant|d[ée]j[àa]|en|au|pareil|idem|m[êe]me|chose|alors|quoi|comment|on)(?:\s+|$|(?=[?!. ])|(?<=['’]))|[?!. ]+)*$/i;

/**
 * « C'est quoi une avance ? » : le mot demandé n'est pas au lexique. Une fiche qui ne l'emploie jamais
 * dans ses formulations ne répond pas.
 */
export const exigerLeMot = ({ services }: Tour, demande: string, question: LectureQuestion): LectureQuestion => {
  const mots = aplatir(demande)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot.length > 2);
  const emploie = (id: string): boolean => {
    const fiche = services.droit.fiche(id);
    const dit = aplatir([fiche?.titre ?? '', ...(fiche?.phrases ?? [])].join(' '));
    return mots.length === 0 || mots.some((mot) => dit.includes(mot.slice(0, RACINE)));
  };
  if (question.certitude === 'aucune') return question;
  if (question.certitude === 'sure') return emploie(question.fiche) ? question : { certitude: 'aucune', score: 0 };
  const fiches = question.fiches.filter(emploie);
  return fiches.length === 0 ? { certitude: 'aucune', score: 0 } : { ...question, fiches };
};

const RACINE = 6;

const saitAutrefois = ({ services }: Tour, id: string): boolean =>
  (services.droit.fiche(id)?.autrefois.length ?? 0) > 0;

const sansEpoque = ({ services, aujourdhui, memoire }: Tour, texte: string): LectureQuestion | null => {
  if (services.droit.lireEpoque(texte, aujourdhui) === null) return null;
  const reste = sansDates(texte);
  return reste === '' ? null : services.droit.chercher(reste, memoire.fiche);
};

const sansDates = (texte: string): string => texte.replace(DATE, ' ').replace(/\s+/g, ' ').trim();

const DATE =
  /(?:\b(?:en|au|avant|fin|d[ée]but|courant|le|de|pendant l'ann[ée]e)\s+)?(?:\d{1,2}(?:er)?\s+)?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)?\s*\b(?:19|20)\d\d\b(?!-\d)|\b(?:le |au )?\d{1,2}\/\d{1,2}\/\d{2,4}\b/giu;
