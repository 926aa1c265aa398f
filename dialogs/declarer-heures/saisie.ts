import type { Intention } from '../../src/domain/comprehension.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { aDuNouveau, avertir } from './avertir.ts';
import { champsManquants, type LigneBrouillon, versLignesHeures } from './brouillon.ts';
import { lireCarte } from './carte.ts';
import { direCarteAncienne } from './carte-ancienne.ts';
import { lireChoix } from './choisir.ts';
import { estAutreSaisie, profilPourTous, SCORE_AUTRE_SUJET } from './comparer.ts';
import { enregistrer } from './enregistrer.ts';
import { type EnAttente, finir, ouvrir, type Saisie } from './etapes.ts';
import { ditPareil, type LignesLues, lireLignes, reverifier } from './lecture.ts';
import * as messages from './messages.ts';
import * as cartes from './messages-carte.ts';
import { montrer, precisions } from './montrer.ts';
import { lireInconnue } from './operation-inconnue.ts';

/** Au-delà, le message est lu comme une saisie d'heures. */
const SCORE_SAISIE = 0.5;

/** Tout le message s'est compris comme une suite de la saisie, même si « le 59 » nomme aussi un département. */
const SCORE_ENTIER = 1;

/** Recherches qu'on ouvre au milieu d'une saisie : « réservés espaces verts » ne change pas l'opération. */
const AILLEURS: ReadonlySet<Intention> = new Set([
  'chercher-marches',
  'trouver-facilitateur',
  'etat-territoire',
  'alertes',
]);
const SCORE_AILLEURS = 0.8;

const ABANDONS_RETENUS = 20;

/** Commence une saisie, au-dessus de celles qui attendent. */
export const commencerSaisie = async (tour: Tour, enAttente: EnAttente): Promise<Issue> =>
  commencerAvec(tour, await lireLignes(tour, []), enAttente);

/** « même chose semaine 45 », juste après un enregistrement : une saisie de plus sur son modèle ; null si ce n'en est pas une. */
export const prolongerSaisie = async (tour: Tour, modeles: readonly LigneBrouillon[]): Promise<Issue | null> => {
  const lues = await lireLignes(tour, modeles);
  const neuves = lues.lignes.slice(modeles.length);
  return neuves.length === 0 ? null : commencerAvec(tour, { ...lues, lignes: neuves }, []);
};

const commencerAvec = (tour: Tour, lues: LignesLues, enAttente: EnAttente): Promise<Issue> => {
  const saisie: Saisie = {
    cle: tour.message.id,
    lignes: lues.lignes,
    version: 0,
    propositions: [],
    enAttente: [...enAttente],
    apresEnregistrement: false,
  };
  return montrer(tour, saisie, precisions(lues));
};

/** Les saisies en attente, avec celle-ci au-dessus. */
export const empiler = ({ enAttente, apresEnregistrement: _, ...brouillon }: Saisie): EnAttente => [
  ...enAttente,
  brouillon,
];

/** Suite d'une saisie : carte, abandon, confirmation, complément, correction ; null si le message parle d'autre chose. */
export const suivreSaisie = async (dit: Tour, saisie: Saisie): Promise<Issue | null> => {
  const tour = { ...dit, message: { ...dit.message, texte: choisi(dit, saisie) } };
  const { message, lecture, services } = tour;
  if (message.donnees) return suivreCarte(tour, saisie, message.donnees);
  if (lecture.ordre === 'abandonner') return abandonner(tour, saisie);
  if (lecture.confirmation === 'oui' && message.texte === dit.message.texte) return confirmer(tour, saisie);
  const lues = await lireLignes(tour, saisie.lignes);
  const { lignes, score } = lues;
  const change = !ditPareil(lignes, saisie.lignes);
  if (!change && lecture.confirmation === 'non') {
    // « est-ce bien en plus ? — non » : la saisie redisait une ligne déjà enregistrée.
    if (saisie.lignes.some(({ dites }) => dites.includes('doublon'))) return abandonner(tour, saisie);
    return {
      reponses: [{ texte: messages.queCorriger }],
      ouverte: ouvrir('saisie', { ...saisie, apresEnregistrement: false }),
    };
  }
  // « oui, c'est bien 52 » : ce qui est redit est ce qui était compris.
  if (!change && score >= SCORE_SAISIE && CONFIRME.test(message.texte)) return confirmer(tour, saisie);
  if (!change && repondInconnue(tour, saisie)) return montrer(tour, saisie);
  // « je dois saisir des heures » au milieu d'une saisie : elle est redite, jamais remplacée.
  if (!change) return veutDeclarer(tour) ? montrer(tour, saisie, { phrase: messages.dejaEnCours }) : null;
  if (profilPourTous(saisie.lignes, lignes) && UNE_PERSONNE.test(message.texte))
    return { reponses: [{ texte: messages.deQuelleLigne }], ouverte: ouvrir('saisie', saisie) };
  if (!services.registre.tientAuBrouillon(message.texte) && (await estAutreSaisie(tour, saisie.lignes))) {
    const issue = await commencerSaisie(tour, empiler(saisie));
    return { ...issue, reponses: [{ texte: messages.nouvelleAuDessus }, ...issue.reponses] };
  }
  if (estSaisie(tour, saisie, score)) return montrer(tour, { ...saisie, lignes }, precisions(lues));
  return veutDeclarer(tour) ? commencerSaisie(tour, empiler(saisie)) : null;
};

const UNE_PERSONNE = /(?<![\p{L}])(?:il|elle|c['’]est une?)(?![\p{L}])/iu;

const CONFIRME = /^(?:si |mais )?(?:oui|ouais|ok|exact\p{L}*|c['’]est bien|tout à fait|d['’]accord)(?![\p{L}])/iu;

/** Le texte, ou ce qu'enverrait le bouton que « mme » désigne, ou que « oui » accepte quand il est seul proposé. */
const choisi = ({ message, lecture }: Tour, { lignes, propositions }: Saisie): string => {
  const [seule] = propositions;
  const accepte = lecture.confirmation === 'oui' && propositions.length === 1 && versLignesHeures(lignes) === null;
  return accepte && seule ? seule.valeur : lireChoix(message.texte, propositions);
};

/** « gymnase Zola », répondu quand l'opération manque : un nom court que rien d'autre n'explique. */
const repondInconnue = ({ message, lecture }: Tour, { lignes }: Saisie): boolean => {
  const nom = lireInconnue(message.texte, lignes);
  const autreSujet = lecture.intention !== 'declarer-heures' && lecture.score >= SCORE_AUTRE_SUJET;
  return nom !== null && !autreSujet && message.texte.trim().length <= nom.length + 12 && !message.texte.includes('?');
};

const veutDeclarer = ({ lecture, message }: Tour): boolean =>
  lecture.intention === 'declarer-heures' && lecture.ordre === null && !message.texte.includes('?');

/** Une question de droit posée au milieu n'est pas une saisie, même si elle parle d'heures. */
const estSaisie = ({ lecture, memoire, message }: Tour, { lignes }: Saisie, score: number): boolean => {
  if (lecture.politesse !== null) return false;
  // « et à Tergnier », après « facilitateur de Denain » : la recherche continue, l'opération ne change pas.
  const recherche = AILLEURS.has(lecture.intention) && memoire.sujet === lecture.intention;
  if (score >= SCORE_ENTIER && !(recherche && /^et\s/i.test(message.texte))) return true;
  if (AILLEURS.has(lecture.intention) && lecture.score >= SCORE_AILLEURS && lecture.heures < SCORE_SAISIE) return false;
  if (score >= SCORE_SAISIE) return true;
  const autreSujet = lecture.intention !== 'declarer-heures' && lecture.score >= SCORE_AUTRE_SUJET;
  return !autreSujet && lignes.some((ligne) => champsManquants(ligne).length > 0 || ligne.alertes.length > 0);
};

const abandonner = (tour: Tour, { cle, enAttente }: Saisie): Promise<Issue> => {
  const abandons = [...tour.memoire.abandons, cle].slice(-ABANDONS_RETENUS);
  return finir(tour, { reponses: [{ texte: messages.abandonnee }], memoire: { abandons } }, enAttente);
};

/** Enregistre, sauf si quelque chose a changé depuis que la saisie a été montrée. */
const confirmer = async (tour: Tour, saisie: Saisie): Promise<Issue> => {
  if (versLignesHeures(saisie.lignes) === null) return montrer(tour, saisie, { choix: saisie.propositions });
  const lignes = await avertir(tour, saisie.lignes);
  if (aDuNouveau(saisie.lignes, lignes)) return montrer(tour, { ...saisie, lignes });
  return enregistrer(tour, { ...saisie, lignes });
};

const suivreCarte = async (
  tour: Tour,
  saisie: Saisie,
  donnees: Readonly<Record<string, string>>,
): Promise<Issue | null> => {
  if (!donnees.action?.startsWith('heures.')) return null;
  if (donnees.brouillon !== saisie.cle)
    return {
      reponses: [await direCarteAncienne(tour, donnees.brouillon, saisie.enAttente)],
      ouverte: ouvrir('saisie', saisie),
    };
  if (donnees.action === 'heures.abandonner') return abandonner(tour, saisie);
  if (donnees.version !== undefined && donnees.version !== String(saisie.version)) {
    const issue = await montrer(tour, saisie);
    return { ...issue, reponses: [{ texte: cartes.carteDepassee }, ...issue.reponses] };
  }
  const lignes = await avertir(tour, await reverifier(tour, lireCarte(saisie.lignes, donnees, tour)));
  const changee = { ...saisie, lignes };
  if (versLignesHeures(lignes) === null || aDuNouveau(saisie.lignes, lignes)) return montrer(tour, changee);
  return ditPareil(lignes, saisie.lignes) ? confirmer(tour, saisie) : enregistrer(tour, changee);
};
