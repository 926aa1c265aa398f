import type { Comprehension, Intention } from '../src/domain/comprehension.ts';
import { couperDemandes, estUneDemande } from '../src/domain/demandes.ts';
import { type Compte, peutDeclarer } from '../src/domain/roles.ts';
import type { Services } from './services.ts';

/** Une demande d'un message qui en contient plusieurs, de sortes différentes. */
export interface Demande {
  readonly texte: string;
  readonly intention: Intention;
}

interface Contexte {
  readonly services: Services;
  /** Lecture d'un morceau, comme s'il était seul. */
  readonly lire: (texte: string) => Promise<Comprehension>;
  readonly compte: Compte;
  /** Conversation qui attend une réponse ; null : aucune. */
  readonly attend: Intention | null;
}

/** Intentions qu'un morceau seul ne suffit pas à séparer du reste. */
const JAMAIS: ReadonlySet<Intention> = new Set(['accueil', 'compte', 'donnees-personnelles', 'tenir-annuaire']);
const HEURES_SURES = 0.6;
const HEURES_POSSIBLES = 0.3;
const ASSURANCE = 0.8;
const MOTS_REPONSE = 4;
const BREF = 120;
/** « Qui est le facilitateur ? » demande une personne quand le reste du message nomme un lieu. */
const QUI =
  /^\W*(?:et |puis |sinon )*(?:qui (?:est|contacter|appeler|joindre|peut (?:m|n)|suit|s['’]occupe|g[eè]re|dois-je)|[aà] qui|quel (?:est (?:le|mon|notre) )?(?:facilitateur|interlocuteur|contact|clauseur))\b/i;
const ROLE = /\br[oô]les?\b|\bmissions?\b|\bfait\b|\bgratuit|\bpay[eé]|\bsanctionne|\bp[eé]nalit/i;

/**
 * Demandes de sortes différentes d'un message, dans l'ordre (« 7 h hier pour P-12, et c'est quoi un GEIQ ? ») ;
 * vide quand le message n'en contient qu'une sorte : il se lit alors d'un bloc.
 */
export const separerDemandes = async (texte: string, contexte: Contexte): Promise<readonly Demande[]> => {
  const morceaux = couperDemandes(texte);
  if (morceaux.length < 2) return [];
  const groupes: Demande[] = [];
  let avant = '';
  for (const [rang, morceau] of morceaux.entries()) {
    const dernier = groupes.at(-1);
    const intention = await intentionDe(morceau, { ...contexte, rang, texte, apres: dernier?.intention ?? null });
    if (intention === 'declarer-heures' && estUneQuestion(avant)) {
      groupes.push({ intention: 'question-juridique', texte: avant.trim() }, { intention, texte: morceau });
      avant = '';
    } else if (intention === null || intention === dernier?.intention) {
      // Une phrase qui raconte éclaire la demande qui suit ; en fin de message, celle qui précède.
      if (dernier === undefined) avant = `${avant} ${morceau}`;
      else groupes[groupes.length - 1] = { ...dernier, texte: `${dernier.texte} ${morceau}` };
    } else {
      groupes.push({ intention, texte: `${avant} ${morceau}`.trim() });
      avant = '';
    }
  }
  if (groupes.length < 2) return [];
  const saisie = groupes.some(({ intention }) => intention === 'declarer-heures');
  return groupes.map((demande) => situer(saisie ? eclairer(demande, contexte) : demande, texte, contexte));
};

/** « Un arrêt maladie compte-t-il ? », à côté d'une saisie : il s'agit des heures d'insertion. */
const eclairer = (demande: Demande, { services: { droit } }: Contexte): Demande => {
  if (demande.intention !== 'question-juridique' || droit.chercher(demande.texte, null).certitude === 'sure')
    return demande;
  const precisee = demande.texte.replace(/\s*\?\s*$/, ' dans les heures d’insertion ?');
  return droit.chercher(precisee, null).certitude === 'sure' ? { ...demande, texte: precisee } : demande;
};

interface Place extends Contexte {
  readonly rang: number;
  /** Le message entier. */
  readonly texte: string;
  /** Ce que demandait le morceau d'avant. */
  readonly apres: Intention | null;
}

/** Ce que veut un morceau pris seul ; null s'il ne demande rien d'assez net. */
const intentionDe = async (morceau: string, place: Place): Promise<Intention | null> => {
  const { lire, services, compte, attend, rang, texte, apres } = place;
  if (demandeQui(morceau, texte, place)) return 'trouver-facilitateur';
  const lu = await lire(morceau);
  const { intention } = lu;
  if (rang === 0 && attend !== null && repond(morceau, lu)) return attend;
  if (JAMAIS.has(intention) || lu.politesse !== null) return null;
  // Un long message de qui ne déclare rien raconte ; un bref veut savoir pourquoi il ne le peut pas.
  if (intention === 'declarer-heures')
    return (peutDeclarer(compte) || texte.length <= BREF) && declare(morceau, lu) ? intention : null;
  // Une question ne complète jamais une saisie, même sans réponse : « il » y deviendrait le sexe d'une personne.
  if (apres === 'declarer-heures' && lu.heures < HEURES_SURES && estUneQuestion(morceau)) return intention;
  if (intention === 'question-juridique') {
    if (rang > 0 && !estUneDemande(morceau)) return null;
    const { droit } = services;
    const nette = lu.question.certitude === 'sure' || droit.consulter(morceau) !== null || droit.definir(morceau);
    return nette ? intention : null;
  }
  return lu.score >= ASSURANCE && estUneDemande(morceau) ? intention : null;
};

/** « Le titulaire devait faire 600 heures » raconte un marché : ce n'est pas une saisie. */
const RECIT =
  /\b(?:titulaires?|entreprises?|devai\w+|doi(?:t|vent)|devra\w*|objectifs?|justifi\w+|pr[ée]vu\w*|manqu\w+|dues?|clauses?|lots?)\b/i;

const declare = (morceau: string, { heures }: Comprehension): boolean =>
  heures >= HEURES_SURES && !morceau.includes('?') && !RECIT.test(morceau);

const estUneQuestion = (morceau: string): boolean =>
  morceau.includes('?') && estUneDemande(morceau) && morceau.trim().split(/\s+/).length > 2;

/** Le premier morceau répond à ce qui était demandé : « oui, et… », « Pasteur, et… ». */
const repond = (morceau: string, { confirmation, heures }: Comprehension): boolean =>
  !estUneDemande(morceau) &&
  (confirmation !== null || heures >= HEURES_POSSIBLES || morceau.split(/\s+/).length <= MOTS_REPONSE);

/** « … à Lens, et qui est le facilitateur ? » : le lieu est dit ailleurs dans le message. */
const situeAilleurs = (morceau: string, entier: string, { services: { territoire } }: Contexte): boolean =>
  territoire.lireLieu(morceau).type === 'aucun' && territoire.lireLieu(entier).type !== 'aucun';

const demandeQui = (morceau: string, entier: string, contexte: Contexte): boolean =>
  QUI.test(morceau) && !ROLE.test(morceau) && situeAilleurs(morceau, entier, contexte);

const situer = (demande: Demande, entier: string, contexte: Contexte): Demande =>
  demande.intention === 'trouver-facilitateur' && situeAilleurs(demande.texte, entier, contexte)
    ? { ...demande, texte: entier }
    : demande;
