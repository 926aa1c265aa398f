import { distance, plier } from '../normaliser.ts';
import type { Faits } from './faits.ts';
import { PRENOMS } from './prenoms.ts';
import { auSon } from './reperer.ts';

const mots = (nom: string): string[] => nom.trim().split(/\s+/);
export const compterMots = (nom: string): number => mots(nom).length;

/** Le message parle de l'écriture du nom, ou le redonne pour le corriger. */
const ORTHOGRAPHE =
  /\b(?:avec|sans|s'ecrit|s'ecrivait|ecrit|orthographe|lettres?|nom|prenom|non|c'est|c'etait|plutot|pardon|en fait|erreur|corrige[rz]?|faute|oups|trompee?)\b/;

const ressemble = (mot: string, autre: string): boolean => {
  const [a, b] = [plier(mot), plier(autre)];
  const max = Math.min(a.length, b.length) >= 6 ? 2 : 1;
  return a.charAt(0) === b.charAt(0) && (auSon(a) === auSon(b) || distance(a, b, max) <= max);
};

/** Le mot du nom que remplace « son prénom c'est Clara », « le nom de famille, c’est Roy » ou « Zaoui avec un i ». */
const rangRemplace = (anciens: readonly string[], mot: string, plie: string): number => {
  const prenom = anciens.findIndex((ancien) => PRENOMS.has(plier(ancien)));
  const proche = anciens.findIndex((ancien) => ressemble(ancien, mot));
  if (/\bprenom\b/.test(plie) && anciens.length > 1) return Math.max(0, prenom);
  if (/\bnom de famille\b/.test(plie) && anciens.length > 1)
    return prenom === 0 ? 1 : prenom === 1 ? 0 : anciens.length - 1;
  return proche;
};

/** Nom d'une personne déjà dite, un de ses mots corrigé ; null si le message n'en corrige pas l'écriture. */
export const corrigerEcriture = (beneficiaire: string, nom: string, { plie }: Faits): string | null => {
  if (/\d/.test(beneficiaire) || /\d/.test(nom) || compterMots(nom) > 1) return null;
  if (!ORTHOGRAPHE.test(plie) && plier(nom) !== plie.trim().replace(/[.!]$/, '')) return null;
  const anciens = mots(beneficiaire);
  const rang = rangRemplace(anciens, nom, plie);
  return rang < 0 ? null : anciens.map((ancien, i) => (i === rang ? nom : ancien)).join(' ');
};

/** « Oumar pas Omar » : dans « Omar Diop », seul le mot écarté change. */
export const remplacerEcarte = (beneficiaire: string, nom: string, { personnes }: Faits): string => {
  const ecarte = personnes.find(({ valeur }) => beneficiaire.includes(valeur.nom));
  return ecarte ? beneficiaire.replace(ecarte.valeur.nom, nom) : beneficiaire;
};
