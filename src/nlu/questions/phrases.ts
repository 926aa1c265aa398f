import { plier } from '../normaliser.ts';

/** Morceau d'un message, et ce qu'il pèse : 1 pour la question, moins pour ce qui l'entoure. */
export interface Morceau {
  readonly texte: string;
  readonly poids: number;
}

const COUPURE = /(?<=[?!])\s+|(?<=[.;…])\s+(?=[\p{Lu}«"\d])|\n+|\s+(?=\d\s?[).]\s+\p{L})/u;
const DEMANDE =
  /\?|\b(?:savoir (?:si|quel|comment|qui|combien|dans|a partir|ce)|pouvez-vous|pourriez-vous|pouvez vous|pourriez vous|peux-tu|est-ce que|est ce que|faut-il|faut il|dois-je|doit-on|puis-je|peut-on|peut on|a-t-on|sommes-nous|suis-je|connaitre|expliquer|indiquer|preciser|confirmer|me demande|question)\b|^(?:quel|quelle|quels|quelles|comment|combien|pourquoi|quand|ou|qui|que)\b/;
const POLITESSE =
  /^(?:(?:re)?bonjour|bonsoir|salut|madame|monsieur|chers?|merci|mille mercis|cordialement|bien (?:a vous|cordialement|respectueusement)|sinceres|salutations|bonne (?:journee|fin|soiree)|je vous (?:en )?(?:remercie|souhaite)|d'avance|par avance|en vous remerciant|dans l'attente|restant|un grand merci|recevez|veuillez|respectueusement|avec mes|belle journee|a vous lire|j'ai une question|une question|encore merci)\b/;
const SALUT =
  /^\s*(?:(?:re)?bonjour|bonsoir|salut|hello|coucou|bjr|slt|madame|monsieur|messieurs|mesdames|clausette|[,\s!]|à vous|a vous|à toi)+[,!.:\s]+/i;

const CONTEXTE = 0.35;
/** « Est-ce possible ? » : la question ne dit presque rien, son sujet est dans ce qui l'entoure. */
const CONTEXTE_UTILE = 0.8;
const MOTS_PLEINS = 6;
const LETTRES_MOT_PLEIN = 5;
const LONG = 14;

/** Sépare la question de ce qui l'entoure ; un message court est tout entier la question. */
export const peserPhrases = (texte: string): Morceau[] => {
  const phrases = couper(texte);
  const demandes = phrases.map((phrase) => DEMANDE.test(plier(phrase)));
  if (phrases.length < 2 || !demandes.includes(true) || texte.split(/\s+/).length < LONG)
    return phrases.map((phrase) => ({ texte: phrase, poids: 1 }));
  const contexte = compterMots(phrases.filter((_, rang) => demandes[rang])) < MOTS_PLEINS ? CONTEXTE_UTILE : CONTEXTE;
  return phrases.map((phrase, rang) => ({ texte: phrase, poids: demandes[rang] ? 1 : contexte }));
};

const compterMots = (phrases: readonly string[]): number =>
  phrases.flatMap((phrase) => phrase.split(/[^\p{L}\d]+/u)).filter((mot) => mot.length >= LETTRES_MOT_PLEIN).length;

const couper = (texte: string): string[] => {
  const phrases = texte
    .split(COUPURE)
    .map((phrase) => phrase.replace(SALUT, '').trim())
    .filter((phrase) => phrase !== '' && (!POLITESSE.test(plier(phrase)) || phrase.includes('?')));
  return phrases.length > 0 ? phrases : [texte];
};

/** Une question qui ne tient pas seule : « et sous quelles conditions ? », « si oui, lequel ? ». */
const DEPENDANTE =
  /^(?:et|ou|si|sinon|dans ce cas|lequel|laquelle|lesquel|pourquoi \?|combien \?|comment \?|sous quelle)\b/;
const MOTS_MINIMUM = 5;

/** Questions d'un message qui se répondent séparément ; le message entier s'il n'en pose qu'une. */
export const decouperQuestions = (texte: string): string[] => {
  const questions: string[] = [];
  for (const phrase of couper(texte)) {
    if (!phrase.includes('?') && !/^\d\s?[).]/.test(phrase)) continue;
    const nue = phrase.replace(/^\d\s?[).]\s*/, '');
    const precedente = questions.length - 1;
    if (precedente >= 0 && (DEPENDANTE.test(plier(nue)) || nue.split(/\s+/).length < MOTS_MINIMUM))
      questions[precedente] = `${questions[precedente]} ${nue}`;
    else questions.push(nue);
  }
  return questions.length > 1 ? questions : [texte];
};
