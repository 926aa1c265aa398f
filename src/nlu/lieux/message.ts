import { decouper, type Mot, plier } from '../normaliser.ts';
import { abreger } from './cles.ts';
import { MOTS_COURANTS } from './mots-courants.ts';
import { COURANTS, DEMANDE, INTERCO, PORTE_NOM, PREPOSITIONS, UNITES, VOIES } from './vocabulaire.ts';

/** Un mot du message, sans tiret ni apostrophe, et ce que sa forme laisse deviner. */
export interface Jeton {
  readonly texte: string;
  readonly plie: string;
  /** Plié puis abrégé, comme dans les clés des noms. */
  readonly cle: string;
  readonly debut: number;
  readonly fin: number;
  /** Collé au mot d'avant par un tiret. */
  readonly lie: boolean;
  /** Majuscule qui veut dire quelque chose : ni début de phrase, ni message tout en capitales. */
  readonly propre: boolean;
  readonly majuscule: boolean;
}

const estMajuscule = (texte: string): boolean => /^\p{Lu}/u.test(texte);

/** « peut-on », « cet acheteur-là » : le tiret n'y fait pas un nom composé. */
const INVERSES = /^(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|l[àa]|t|moi|toi|m[êe]me|m[êe]mes|être|etre|dire)$/i;

const morceler = (mot: Mot): Pick<Jeton, 'texte' | 'debut' | 'fin' | 'lie'>[] =>
  [...mot.texte.matchAll(/[^-.,]+/g)].map((trouve, rang) => ({
    texte: trouve[0],
    debut: mot.debut + trouve.index,
    fin: mot.debut + trouve.index + trouve[0].length,
    lie: rang > 0 && mot.texte[trouve.index - 1] === '-' && !INVERSES.test(trouve[0]),
  }));

/** Les jetons d'un message ; « Boulogne s/mer » se lit « Boulogne sur mer ». */
export const jetonsDe = (texte: string): Jeton[] => {
  const enCapitales = !/\p{Ll}/u.test(texte);
  const morceaux = decouper(texte).flatMap(morceler);
  let lieAvant = false;
  return morceaux.map((morceau, rang) => {
    // Dans « Fontaine-l'Étalon », l'apostrophe continue le nom composé que le tiret a commencé.
    const elide = lieAvant && /^['’]$/.test(texte.slice(morceaux[rang - 1]?.fin ?? 0, morceau.debut));
    lieAvant = morceau.lie || elide;
    const abrege = morceau.texte.toLowerCase() === 's' && texte[morceau.fin] === '/';
    const plie = abrege ? 'sur' : plier(morceau.texte);
    const majuscule = !enCapitales && estMajuscule(morceau.texte);
    const avant = texte.slice(0, morceau.debut);
    const enTete = rang === 0 || /[.!?:;\n]\s*["«(]?\s*$/.test(avant);
    return { ...morceau, lie: lieAvant, plie, cle: abreger(plie), majuscule, propre: majuscule && !enTete };
  });
};

/** Mot de la demande, y compris mal tapé (« facilitateure », « comune »). */
export const estDemande = (plie: string): boolean =>
  DEMANDE.has(plie) || /^(?:fac[ie]l?it|contact|qui$|insert)/.test(plie) || /^\d{1,2}$/.test(plie);

const ORDINAIRES = [COURANTS, MOTS_COURANTS, PREPOSITIONS, VOIES, PORTE_NOM, INTERCO, UNITES];

export const estOrdinaire = (plie: string): boolean => estDemande(plie) || ORDINAIRES.some((mots) => mots.has(plie));

/** Le message demande-t-il qui contacter, en toutes lettres ou par sa brièveté ? Un nom de lieu y est attendu. */
export const estQuestionDeLieu = (jetons: readonly Jeton[], maniere: 'dite' | 'supposee' = 'supposee'): boolean =>
  (maniere === 'supposee' && jetons.length <= 4) ||
  jetons.some(({ plie }) => /^(?:fac[ie]l?it|contact|qui$|communes?$|villes?$|interlocut|referent)/.test(plie));
