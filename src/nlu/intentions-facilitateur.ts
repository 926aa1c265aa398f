import type { LectureQuestion } from '../domain/droit.ts';
import type { LectureLieu, Lieu } from '../domain/territoire.ts';
import { estDemande } from './lieux/message.ts';
import { plier } from './normaliser.ts';

/** Ce que les autres lectures disent déjà du message. */
interface IndicesLieu {
  readonly question: LectureQuestion;
  readonly lieu: LectureLieu;
  /** Le message demande une règle (« peut-on », « quel article »). */
  readonly interroge: boolean;
}

const FACILITATEUR =
  /\bfacil+itat\w*\b|\bfacilit[a-z]{2,6}r[a-z]*\b|\bclauseu(?:r|se)s?\b|\bavec qui (?:travailler|voir|avancer|monter)\b|\b(?:referent|interlocuteur|correspondant|charge|chargee|contact|responsable|personne)s?\b.{0,25}\b(?:clauses?|insertion)\b|\bqui (?:suit|gere|s'occupe|pilote|anime|accompagne|porte|est (?:charge|responsable|en charge))\b.{0,40}\b(?:clauses?|insertion)\b|\bqui (?:contacter|appeler|joindre|dois-je|puis-je (?:contacter|appeler)|pour)\b|\b(?:a qui|vers qui|aupres de qui)\b|\bquel contact\b|\bcontacts?\b|\binterlocut\w+\b|\bguichet\b|\bzones? blanches?\b|\bqui couvre\b|\bcouvert\w*\b/;
/** « qui nous accompagne ? », « qui peut m'aider », « quelqu'un pour nous conseiller » : avec un lieu, c'est le facilitateur. */
const QUI_AIDE =
  /\b(?:qui|ki|quelqu'un|quelle (?:structure|personne))\b.{0,30}\b(?:aide\w*|accompagn\w*|conseill\w*|renseign\w*|epaul\w*|assist\w*|orient\w*|soutien\w*|contact\w*|appel\w*|join\w*|sollicit\w*|suit|s'occupe\w*|gere)\b/;
/** « qui appeler ? », « et à qui m'adresser ? » : rien d'autre dans le message. */
const QUI_APPELER =
  /^\W*(?:et |ok |bon |donc |alors |du coup )*(?:qui (?:appel\w*|contact\w*|join\w*|solliciter|voir)|(?:a|vers|aupres de) qui (?:on |je |dois-je |puis-je |peut-on )?(?:m'|me |s'|se |nous )?(?:adress\w*|tourn\w*|appel\w*|demand\w*|parl\w*))\b.{0,25}$/;
const ROLE_FACILITATEUR =
  /\b(?:roles?|missions?|fonctions?|porteu\w+|portee?s?|paye|metier|travail|sert|fait|payant|gratuit|cout|coute|finance|financ\w+|definition|obligatoire|obligation|obliger|doit|peut|c'est quoi|qu'est-ce|controle|sanction\w*|combien|nombre|existe\w*|fonction|difference|rgpd|pourquoi|comment|avis)\b/;
/** « chargé de mission », « qui peut » : un poste et une personne, pas le rôle du facilitateur. */
const SANS_ROLE =
  /\bcharge\w* (?:de )?missions?\b|\b(?:qui|ki|quelqu'un) (?:nous |me |m'|vous )?(?:peut|pourrait|pourra|doit)\b/g;
/** Fiches qui parlent des facilitateurs sans qu'il faille en chercher un. */
const FICHES_FACILITATEUR = /^(?:facilitateur-(?!annuaire|pour-entreprise|siae)|zone-blanche)/;

/** « où est la liste des facilitateurs ? » : la fiche de l'annuaire répond mieux que « quelle commune ? ». */
const ANNUAIRE = /\b(?:listes?|annuaires?|repertoires?)\b/;

/** Le lieu est-il quelque part sur la carte, même hors de la région ? */
export const nommeUnLieu = ({ type }: LectureLieu): boolean =>
  type === 'trouve' || type === 'ambigu' || type === 'hors-region';

/** Le message (plié) cherche-t-il la personne qui suit les clauses, et non ce qu'elle fait ? */
export const chercheFacilitateur = (plie: string, { lieu, question, interroge }: IndicesLieu): boolean => {
  const situe = nommeUnLieu(lieu);
  if (!FACILITATEUR.test(plie) && !(situe && QUI_AIDE.test(plie))) return false;
  // Dans un long message sans un mot du métier, un nom corrigé n'est plus sûrement un lieu.
  if (situe && !estNet(lieu) && !/facil|clause|insertion/.test(plie) && plie.length > 80) return false;
  const role = ROLE_FACILITATEUR.test(plie.replace(SANS_ROLE, ' '));
  if (situe) return !(role && question.certitude === 'sure');
  if (role || (interroge && question.certitude !== 'aucune')) return false;
  // « facilitateur graphique, quel prix ? » : un autre métier, reconnu comme tel.
  if (question.certitude === 'aucune' && question.exterieur !== undefined) return false;
  if (QUI_APPELER.test(plie)) return true;
  if (question.certitude === 'sure' && FICHES_FACILITATEUR.test(question.fiche)) return false;
  if (question.certitude === 'sure' && ANNUAIRE.test(plie)) return false;
  // « qui les applique, le facilitateur ? », en parlant des pénalités : c'est d'elles qu'il est question.
  if (question.certitude === 'sure' && !/^(?:facilitateur|zone|territoire)-/.test(question.fiche)) return false;
  return /\bfacil|\bclauseu|\bcontact|\binterlocut/.test(plie);
};

/** Mots qui, avec ceux de la demande, accompagnent un lieu sans rien demander d'autre. */
const AUTOUR_D_UN_LIEU = new Set(
  'saint sainte st ste nord aisne oise somme pas calais pays region metropole ki travaux titulaire entreprise'.split(
    ' ',
  ),
);
/** Ce qu'on cherche dans un lieu, et qui n'est pas une personne. */
const AUTRE_DEMANDE = new Set(
  'heure heures marches lots prestations services achats acheteur acheteurs info infos'.split(' '),
);

/** Un lieu reconnu sans correction : « MEL », « Lens ». */
const estNet = (lieu: LectureLieu): boolean => lieu.type === 'trouve' && lieu.corrige !== true;

const motsUtiles = (texte: string): string[] =>
  plier(texte)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '' && !AUTOUR_D_UN_LIEU.has(mot) && (AUTRE_DEMANDE.has(mot) || !estDemande(mot)));

const CHIFFRE_D_ACHAT = /[€%]|\b(?:euros?|ht|ttc)\b/;

/** « Douai », « 62320 », « et pour Albert ? », « clause sociale à Lens » : un lieu, et rien d'autre à dire. */
export const nommeSeulementUnLieu = (plie: string, { lieu, question }: IndicesLieu): boolean => {
  if (lieu.type === 'aucun' || CHIFFRE_D_ACHAT.test(plie)) return false;
  if (lieu.type === 'inconnu') return chercheUnInconnu(plie, lieu.saisie);
  if (question.certitude !== 'aucune' && !estNet(lieu)) return false;
  const dits = new Set(nomsDe(lieu).flatMap((nom) => plier(nom).split(/[^a-z0-9]+/)));
  const mots = motsUtiles(plie).filter((mot) => !/^\d{5}$/.test(mot));
  const autres = mots.filter((mot) => !dits.has(mot));
  // Un surnom ou une faute n'a aucun mot du nom : il en tient lieu.
  const surnomme = plie.split(/[^a-z0-9]+/).every((mot) => mot.length < 3 || !dits.has(mot));
  const saisies = lieu.type === 'ambigu' ? [plier(lieu.saisie) === plie.trim() ? '' : lieu.saisie] : nomsDe(lieu);
  return autres.length <= (surnomme ? Math.max(1, ...saisies.map((nom) => motsUtiles(nom).length)) : 0);
};

/** Un lieu que la carte ne connaît pas : il faut qu'on cherche quelqu'un, et que la saisie ait l'air d'un nom. */
const chercheUnInconnu = (plie: string, saisie: string): boolean => {
  const mots = motsUtiles(plie);
  if (/\b\d{5}\b/.test(plie)) return mots.length <= 1;
  return (
    /\bfacil|(?:^|[,;:.!])\W*qui\b/.test(plie) && /^\p{Lu}|-/u.test(saisie) && mots.length <= motsUtiles(saisie).length
  );
};

const nomsDe = (lieu: LectureLieu): string[] => {
  switch (lieu.type) {
    case 'trouve':
      return [nomDe(lieu.lieu), lieu.ancienNom ?? ''];
    case 'ambigu':
      return lieu.choix.map(nomDe);
    case 'hors-region':
      return [lieu.nom];
    case 'inconnu':
    case 'aucun':
      return [];
  }
};

const nomDe = (lieu: Lieu): string => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.nom;
    case 'epci':
      return lieu.epci.nom;
    case 'departement':
      return lieu.departement.nom;
  }
};
