import { z } from 'zod';
import type { EntreeChangee, RefusCouverture } from '../../src/domain/territoire/annuaire-changements.ts';
import type { Apercu } from '../../src/domain/territoire/apercu.ts';
import { comparerEntrees, type Differences, type Portion } from '../../src/domain/territoire/differences.ts';
import type { Facilitateur, LectureLieu, Lieu } from '../../src/domain/territoire.ts';
import type { Tour } from '../kit/conversation.ts';

/** Changement compris, en attente d'un accord ; les lieux gardent le texte tapé, relu au moment d'écrire. */
export const Brouillon = z.strictObject({
  action: z.enum(['ajouter', 'retirer', 'confirmer', 'retirer-structure', 'chef-de-file', 'plus-chef-de-file']),
  /** Identifiants des structures possibles ; une seule quand on sait laquelle. */
  structures: z.array(z.string()).min(1),
  lieux: z.string(),
});
export type Brouillon = z.infer<typeof Brouillon>;

export type Prepare =
  | { readonly type: 'pret'; readonly entree: EntreeChangee; readonly apercu: Apercu }
  | { readonly type: 'lieu'; readonly lecture: LectureLieu }
  | { readonly type: 'refus'; readonly raison: RefusCouverture; readonly lieu: Lieu }
  | { readonly type: 'rien' };

/** Calcule ce que le changement donnerait, sur l'annuaire d'à présent. */
export const preparer = async (tour: Tour, avant: Facilitateur, brouillon: Brouillon): Promise<Prepare> => {
  const change = appliquer(tour, avant, brouillon);
  if (change.type !== 'change') return change;
  const apres = change.apres.retire ? change.apres : { ...change.apres, verifie: true, verifieLe: tour.aujourdhui };
  const entree = { avant, apres };
  const { type, gagne, perd, champs } = comparerEntrees(entree);
  if (type === 'changee' && gagne.length + perd.length + champs.length === 0) return { type: 'rien' };
  return { type: 'pret', entree, apercu: await tour.services.annuaire.apercevoir([apres]) };
};

type Applique = { readonly type: 'change'; readonly apres: Facilitateur } | Exclude<Prepare, { type: 'pret' }>;

const appliquer = (tour: Tour, avant: Facilitateur, { action, lieux }: Brouillon): Applique => {
  switch (action) {
    case 'confirmer':
      return { type: 'change', apres: avant };
    case 'retirer-structure':
      return { type: 'change', apres: { ...avant, retire: true } };
    case 'chef-de-file':
      return { type: 'change', apres: { ...avant, chefDeFile: true } };
    case 'plus-chef-de-file':
      return { type: 'change', apres: { ...avant, chefDeFile: false } };
    case 'ajouter':
    case 'retirer':
      return changerLieux(tour, avant, { sens: action, lieux });
  }
};

const changerLieux = (
  { services }: Tour,
  avant: Facilitateur,
  { sens, lieux }: { readonly sens: 'ajouter' | 'retirer'; readonly lieux: string },
): Applique => {
  const lectures = services.annuaire.lireLieux(lieux);
  if (lectures.length === 0) return { type: 'lieu', lecture: { type: 'aucun' } };
  let apres = avant;
  for (const lecture of lectures) {
    // Une faute de frappe corrigée ne suffit pas pour changer l'annuaire sans le dire : le récapitulatif la nomme.
    if (lecture.type !== 'trouve') return { type: 'lieu', lecture };
    const changee = services.annuaire.changer(apres, { sens, lieu: lecture.lieu });
    if (changee.type === 'refus') return { type: 'refus', raison: changee.raison, lieu: lecture.lieu };
    apres = changee.apres;
  }
  return { type: 'change', apres };
};

/** Nom d'un territoire gagné ou perdu. */
export const nommerPortion = ({ services }: Tour, { niveau, code }: Portion): string => {
  const { territoire } = services;
  switch (niveau) {
    case 'communes':
      return territoire.commune(code)?.nom ?? code;
    case 'epci':
      return territoire.epci(code)?.nom ?? code;
    case 'departement':
      return territoire.departement(code)?.nom ?? code;
    case 'region':
      return territoire.region;
  }
};

/** Ce qui est gagné et perdu, en mots : une intercommunalité gardée moins quelques communes se dit par ces communes. */
export const nommerPortions = (
  tour: Tour,
  { gagne, perd }: Pick<Differences, 'gagne' | 'perd'>,
): { readonly gagne: readonly string[]; readonly perd: readonly string[] } => {
  const { territoire } = tour.services;
  const gagnees = new Set(gagne.filter(({ niveau }) => niveau === 'communes').map(({ code }) => code));
  const gardees = new Set<string>();
  const perdues = perd.flatMap((portion): Portion[] => {
    const membres = portion.niveau === 'epci' ? (territoire.epci(portion.code)?.communes ?? []) : [];
    if (!membres.some((code) => gagnees.has(code))) return [portion];
    for (const code of membres) gardees.add(code);
    return membres
      .filter((code) => !gagnees.has(code) && territoire.commune(code) !== null)
      .map((code) => ({ niveau: 'communes', code }));
  });
  return {
    gagne: gagne.filter(({ code }) => !gardees.has(code)).map((portion) => nommerPortion(tour, portion)),
    perd: perdues.map((portion) => nommerPortion(tour, portion)),
  };
};
