import type { Politesse } from '../domain/comprehension.ts';
import { plier } from './normaliser.ts';

const AIDE =
  /(?<!\b(?:votre|ton|cette|son|precieuse|l'|d'|une) ?)\b(?:aide|help|aidez|menu|mode d'emploi|fonctionnalites?|tutoriel|comment (?:ca|cela) (?:marche|fonctionne)|comment (?:tu|vous) (?:marches?|fonctionne[sz]?)|comment (?:t'|vous )utilise[rz]?|(?:que|quoi|qu'est-ce que)[^?]{0,15} (?:sais|savez|peux|pouvez)[ -](?:tu|vous)|(?:tu|vous) (?:sais|savez|peux|pouvez) (?:faire|m'aider|repondre)|a quoi (?:tu )?(?:sers|servez|sert)[ -]?|(?:tu sers|vous servez|ca sert) a quoi|(?:tes|vos) (?:fonctions|missions|possibilites)|(?:c'?est|c) (?:quoi|koi) (?:ce|ton|cet) (?:bot|robot|outil|truc|site|assistant)|quelles questions? (?:puis-je|peut-on|je peux|on peut)(?: (?:te|vous))? poser|qui (?:es|etes)[ -](?:tu|vous)|(?:tu es|vous etes|t'es|c'est) qui|presente[sz]?[ -](?:toi|vous)|tes (?:capacites|competences)|vos (?:capacites|competences)|(?:ce que|qu'est-ce que) (?:tu|vous) (?:proposes?|proposez|offres?|offrez|sais|savez) (?:faire)?|ce que (?:tu|vous) (?:proposes|proposez)|je (?:debute|decouvre)(?: avec (?:toi|vous))?|(?:quels?|les) sujets (?:que )?(?:tu |vous )?(?:connai[ts]\w*|maitrise[sz]?|traite[sz]?|couvre[sz]?|abordes?|gere[sz]?)(?:[ -](?:tu|vous))?|(?:que|quoi|qu'est-ce que|ce que) (?:puis-je|peut-on|je peux|on peut) (?:te |vous |t'|bien )?(?:te |vous )?demander|(?:te|vous) demander quoi|quoi (?:te |vous )?demander|comment fonctionne (?:ce|cet|le|l') ?(?:bot|outil|robot|assistant)|sos|par ou commencer|je suis perdue?|suis perdue?|besoin d'(?:un coup de main|aide)|aide[sz]?[- ]moi|(?:tu|vous) (?:fais|faites) quoi|(?:que|quoi) (?:fais|faites)[- ](?:tu|vous)|(?:tu|vous) (?:sers|servez) a quoi|comment (?:tu|vous) (?:peux|pouvez) m'aider)\b/;
const MERCI =
  /\b(?:remerci\w*|merci+s?(?: (?:beaucoup |bien |mille fois )?(?:pour|de) (?:votre|vos|ton|tes|ce|ces|le) retours?)?|merki|mersi|mercy|mrc|mrci|mci|thx|tks|thanks?|remercie(?:ments)?|parfait|nickel|super|genial|top|impec(?:cable)?|excellent|bravo|formidable|au top|c'est (?:clair|parfait|gentil|note)|sympa|cool|chapeau|reconnaissante?|(?:tu me |vous me )?sauve[sz]?(?: (?:la|ma) (?:mise|vie|journee))?|(?:tu|vous) (?:es|etes) (?:un ange|au top|geniale?s?)|tu geres|ca m'aide (?:bien|beaucoup))\b/;
const AU_REVOIR =
  /(?<![a-z])(?:au revoir|aurevoir|a bientot|bientot|a plus|a ?\+|bye(?: bye)?|ciao|tchao|adieu|bonne (?:journee|soiree|nuit|fin|continuation|semaine|aprem|apres-midi)|bon (?:week-?end|we|courage)|a (?:demain|lundi|la prochaine)|@\+|bonne route|salutations|je (?:file|pars|m'en vais|vous laisse|te laisse|te quitte|vous quitte)|je dois (?:y aller|partir|filer)|faut que j'y aille|a la revoyure|a tout(?:e|a l'heure)?|a tantot|prenez soin de vous|porte[zs]?[- ](?:toi|vous) bien|(?:je (?:te|vous) souhaite )?une? (?:tres )?(?:bonne|belle|excellente|agreable) (?:fin de )?(?:journee|soiree|nuit|semaine|apres-midi)|excellente (?:fin|journee|soiree))(?![a-z])/;
const BONJOUR =
  /\b(?:bonjour+s?|kikou|hola|cv|bonne? apres-midi|bjour|bonj|boujour|bonjoru|bonsoir|salut|coucou|hello|hey|bjr|bsr|slt|hi|yo|cc|wesh|re ?-?bonjour|re ?-?coucou|re ?-?salut|bien le bonjour|good morning|comment (?:ca va|vas-tu|allez-vous|tu vas|vous allez)|ca va|tu vas bien|vous allez bien|enchantee?|quelqu'un (?:est la|la|pour m'aider|pour me repondre)|(?:vous etes|tu es|t'es|etes[- ]vous|es[- ]tu) la|y a quelqu'un|il y a quelqu'un|quoi de neuf|au plaisir de vous lire|(?:j'espere|en esperant) que (?:vous allez|tu vas|tout va) bien|j'espere que ca va)\b/;

/** Mots d'accompagnement, qui ne demandent rien. */
const ACCOMPAGNEMENT = new Set(
  `a ai aide allez alors cherchais cherche voulais voulait fallait attendais perdu perdue perdus decouvre debute utiliser outil maitrises connais expliquez explique au autre aussi bien bien-sur beaucoup bot c ca car ce cela c'est chere cher clausette de des du encore est et etes formidable grand il infiniment information informations info infos j je la le les ma madame mademoiselle mais me messieurs mesdames moi mon monsieur mille ne on oui ok okay d'accord dac pour pouvez precieuse precieux prochaine que quoi rapide rapidement reponse reponses renseignement renseignements s se si suis super svp stp t te temps toi tous tout toute toutes tres tu un une votre vos vous y voila va ton ta tes aujourd'hui matin jour journee soir excellente belle fait faire peux peut savez sais clair claire clairs limpide utile bcp exactement avec lequel faites mieux comprends compris note vraiment l equipe assistant assistante robot chatbot laisse quitte file pars partir dois aller aille y'a re quelqu'un quelquun precisions precision explications explication eclairage eclairages conseils conseil aide reactivite patience gentillesse gentil gentille efficace efficacite disponibilite service services collegues collegue monde team ensemble ca-y-est ces cette tard bref bon ben hein trop fois encore efforts travail beau bonne vs ns bot cordialement sincerement chaleureusement sincere sinceres vif vive profonde gratitude equipe tous rien plus dire oki okey oki-doki d'ac entendu compris bien-recu recu noter commencer ravi ravie connaissance rencontre poser quelles sont`.split(
    /\s+/,
  ),
);

/** « saluuut », « merciiii ». */
const LETTRES_REPETEES = /([a-z])\1{2,}/g;

/** Politesse ou appel à l'aide seuls : « bonjour, et pour réserver un lot ? » n'en est pas une. */
export const lirePolitesse = (texte: string): Politesse | null => {
  const plie = plier(texte).trim().replace(LETTRES_REPETEES, '$1');
  if (plie === '' || plie === '?') return null;
  if (plie.length > 160) return null;
  if (
    AIDE.test(plie) &&
    resteDe(plie.replace(new RegExp(AIDE.source, 'g'), ' ').replace(BONJOUR, ' ').replace(MERCI, ' ')) <= 1
  )
    return 'aide';
  const sans = [MERCI, AU_REVOIR, BONJOUR].reduce(
    (reste, motif) => reste.replace(new RegExp(motif.source, 'g'), ' '),
    plie,
  );
  if (resteDe(sans) > 0) return null;
  if (AU_REVOIR.test(plie) && !(BONJOUR.test(plie) && !/revoir|merci/.test(plie))) return 'au-revoir';
  if (MERCI.test(plie)) return 'merci';
  return BONJOUR.test(plie) ? 'bonjour' : null;
};

/** Nombre de mots qui demandent quelque chose. */
const resteDe = (plie: string): number =>
  plie
    .split(/[^a-z0-9'@+-]+/)
    .map((mot) => mot.replace(/^(?:l|d|c|j|qu)'/, ''))
    .filter((mot) => mot.length > 1 && !ACCOMPAGNEMENT.has(mot) && !/^[-'+]+$/.test(mot)).length;
