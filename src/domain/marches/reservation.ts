import type { Audience, Reservation } from '../marches.ts';
import { lireAudiences, structuresNommees } from './audiences.ts';
import { lireMentions, type Mention } from './mentions.ts';
import { decouperPhrases, nettoyer } from './texte.ts';

/**
 * Un champ d'avis : son nom, et son texte tel que publié. Un champ `lot:3` parle du lot 3 ; un champ dont le
 * nom contient « init » ou « au_lieu_de » donne le texte qu'un rectificatif remplace.
 */
export interface Texte {
  readonly champ: string;
  readonly texte: string;
}

const LONGUEUR_PREUVE = 500;
const ORDRE: readonly Audience[] = ['EA_ESAT', 'SIAE', 'ESS', 'PENITENTIAIRE'];
const REMPLACE = /init(?:ial)?$|au_?lieu/i;
const REMPLACANT = /lire$|remplac/i;

export const INCONNUE: Reservation = { statut: 'inconnu', audiences: [], lots: [], preuve: null };

const lotDuChamp = (champ: string): string | null => /^lot:(.+)$/.exec(champ)?.[1] ?? null;

/** Un rectificatif annule le texte qu'il cite : seul compte ce qu'il faut lire. */
const sansTexteRemplace = (textes: readonly Texte[]): Texte[] => {
  const rectifie = textes.some(({ champ }) => REMPLACANT.test(champ));
  return textes
    .filter(({ champ }) => !(rectifie && REMPLACE.test(champ)))
    .map(({ champ, texte }) => ({
      champ,
      texte: nettoyer(texte).replace(/\bau lieu de\b(?: lire)?[\s:]*.{0,800}?\b(?:il faut )?lire\b[\s:]*/gis, ' '),
    }));
};

/** « Réservé » sans dire à qui : les structures que nomme la phrase voisine, sinon personne. */
const completer = (mention: Mention, voisines: readonly string[]): Mention =>
  mention.sens === 'non' || mention.audiences.length > 0
    ? mention
    : {
        ...mention,
        audiences: voisines.map((phrase) => structuresNommees(phrase)).find((lues) => lues.length > 0) ?? [],
      };

/** La plupart des textes ne disent rien : on ne les découpe pas. */
const PEUT_RESERVER = /r[ée]serv|exclusiv|uniquement|seul|\bne (?:pour|peuv|ser)\S* .{0,60}\bque /i;

const mentionsDe = ({ champ, texte }: Texte): Mention[] => {
  if (!PEUT_RESERVER.test(texte)) return [];
  const phrases = decouperPhrases(texte);
  return phrases.flatMap((phrase, rang) =>
    lireMentions(phrase, lotDuChamp(champ)).map((mention) =>
      completer(mention, [phrases[rang + 1] ?? '', phrases[rang - 1] ?? '']),
    ),
  );
};

const couper = (preuve: string): string =>
  preuve.length <= LONGUEUR_PREUVE ? preuve : `${preuve.slice(0, LONGUEUR_PREUVE).replace(/\s\S*$/, '')} […]`;

const unir = (mentions: readonly Mention[]): { audiences: Audience[]; lots: string[] } => {
  const audiences = new Set(mentions.flatMap((mention) => mention.audiences));
  return {
    audiences: ORDRE.filter((audience) => audiences.has(audience)),
    lots: [...new Set(mentions.flatMap((mention) => mention.lots))],
  };
};

const viseUnLot = ({ lots, portee }: Mention): boolean => lots.length > 0 || portee === 'un-lot';

/**
 * Ce que les textes d'un avis disent de sa réservation (art. L2113-12 à L2113-16 CCP), sans champ structuré :
 * `probable` tout le marché, `partiel` des lots nommés, `non` une phrase l'écarte, `inconnu` rien ne conclut.
 */
export const lireReservation = (textes: readonly Texte[]): Reservation => {
  const mentions = sansTexteRemplace(textes).flatMap(mentionsDe);
  const oui = mentions.filter(({ sens }) => sens === 'oui');
  const premiere = oui.find(({ audiences }) => audiences.length > 0) ?? oui[0];
  if (premiere === undefined) {
    // « Le lot 2 n'est pas réservé » ne dit rien des autres.
    const non = mentions.find(({ lots }) => lots.length === 0);
    return non === undefined ? INCONNUE : { ...INCONNUE, statut: 'non', preuve: couper(non.preuve) };
  }
  const { audiences, lots } = unir(oui);
  return {
    statut: lots.length > 0 && oui.every(viseUnLot) ? 'partiel' : 'probable',
    audiences,
    lots: lots.sort((a, b) => a.localeCompare(b, 'fr', { numeric: true })),
    preuve: couper(premiere.preuve),
  };
};

/** Audiences que nomment les textes, même sans le mot « réservé » : précise un champ structuré muet. */
export const audiencesDesTextes = (textes: readonly Texte[]): Audience[] => {
  const { audiences } = lireReservation(textes);
  if (audiences.length > 0) return audiences;
  const lues = textes.flatMap(({ texte }) =>
    decouperPhrases(nettoyer(texte)).flatMap((phrase) =>
      /2113-1[2-6]|5213-13|5132-4/.test(phrase) ? lireAudiences(phrase) : [],
    ),
  );
  return ORDRE.filter((audience) => lues.includes(audience));
};
