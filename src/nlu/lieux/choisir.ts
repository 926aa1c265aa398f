import type { LectureLieu, Lieu } from '../../domain/territoire.ts';
import { cleDuLieu } from '../../domain/territoire-index.ts';
import { plier } from '../normaliser.ts';
import { motsDuNom, sansLiaisons } from './cles.ts';
import type { IndexLieux } from './index-lieux.ts';
import { lireLieu } from './lire.ts';
import { estAuDepartement } from './precisions.ts';

const RANGS: readonly RegExp[] = [
  /^(?:1|1ere?|1er|premiere?|un|une)$/,
  /^(?:2|2e|2eme|deuxieme|seconde?|deux)$/,
  /^(?:3|3e|3eme|troisieme|trois)$/,
  /^(?:4|4e|4eme|quatrieme|quatre)$/,
  /^(?:5|5e|5eme|cinquieme|cinq)$/,
];

/** Mots qui entourent une réponse sans rien désigner : « c'est le premier, merci ». */
const AUTOUR = /^(?:c|cest|est|celui|celle|choix|numero|n|option|reponse|plutot|oui|merci|svp|stp|non|pardon)$/;

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

const parRang = (mots: readonly string[], choix: readonly Lieu[]): Lieu[] => {
  const utiles = mots.filter((mot) => !AUTOUR.test(mot));
  const [seul] = utiles;
  if (seul === undefined || utiles.length > 1) return [];
  if (/^derni(?:er|ere)$/.test(seul)) return choix.slice(-1);
  const rang = RANGS.findIndex((forme) => forme.test(seul));
  return rang < 0 ? [] : choix.slice(rang, rang + 1);
};

/** Les choix que confirme un lieu lu dans la réponse : le même, ou celui qui s'y trouve. */
const parLieu = (lu: Lieu, choix: readonly Lieu[], index: IndexLieux): Lieu[] => {
  const meme = choix.filter((lieu) => cleDuLieu(lieu) === cleDuLieu(lu));
  if (meme.length > 0 || lu.type === 'commune') return meme;
  if (lu.type === 'departement') return choix.filter((lieu) => estAuDepartement(lieu, lu.departement.code, index));
  return choix.filter((lieu) => lieu.type === 'commune' && lieu.commune.epci === lu.epci.code);
};

/** Les choix dont le nom contient tous les mots de la réponse : « sur mer », « la grasse ». */
const parMots = (mots: readonly string[], choix: readonly Lieu[]): Lieu[] => {
  const utiles = sansLiaisons(mots.filter((mot) => !AUTOUR.test(mot)));
  if (utiles.length === 0) return [];
  return choix.filter((lieu) => {
    const noms = motsDuNom(nomDe(lieu));
    return utiles.every((mot) => noms.includes(mot));
  });
};

/**
 * La réponse à « laquelle ? » : un rang, un département, une intercommunalité, un code, un bout de nom, ou un autre lieu.
 * Rend `ambigu` avec les choix qui restent quand la réponse n'en désigne pas un seul.
 */
export const choisirLieu = (texte: string, choix: readonly Lieu[], index: IndexLieux): LectureLieu => {
  // « 7e » n'est pas « 7 Vallées » : les rangs se lisent sur les mots tels quels.
  const bruts = plier(texte)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '' && !/^l[ae]?$/.test(mot));
  const lecture = lireLieu(texte, index);
  const lus = lecture.type === 'trouve' ? [lecture.lieu] : lecture.type === 'ambigu' ? lecture.choix : [];
  const pistes = [
    parRang(bruts, choix),
    lus.flatMap((lieu) => parLieu(lieu, choix, index)),
    parMots(motsDuNom(texte), choix),
  ];
  const retenus = [
    ...new Map((pistes.find((piste) => piste.length > 0) ?? []).map((lieu) => [cleDuLieu(lieu), lieu])).values(),
  ];
  const [seul] = retenus;
  if (seul && retenus.length === 1) return { type: 'trouve', lieu: seul };
  return retenus.length > 0 ? { type: 'ambigu', choix: retenus, saisie: texte.trim() } : lecture;
};
