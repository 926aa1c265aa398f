import { z } from 'zod';
import { couverturesDe } from '../rattachement.ts';
import { type Couverture, Facilitateur, type Lieu, type NiveauCouverture } from '../territoire.ts';
import type { Territoire } from '../territoire-index.ts';

/** Une entrée avant et après ; null : elle n'existait pas. */
export const EntreeChangee = z.strictObject({ avant: Facilitateur.nullable(), apres: Facilitateur });
export type EntreeChangee = z.infer<typeof EntreeChangee>;

/** Changement de l'annuaire, gardé pour l'historique et pour pouvoir revenir en arrière. */
export const ChangementAnnuaire = z.strictObject({
  id: z.string().min(1),
  le: z.iso.datetime({ offset: true }),
  /** Libellé du compte ou nom du fichier ; jamais le nom d'une personne. */
  auteur: z.string(),
  origine: z.enum(['import', 'conversation', 'annulation']),
  entrees: z.array(EntreeChangee).min(1),
  /** Changement qu'une annulation défait. */
  vise: z.string().nullable().default(null),
});
export type ChangementAnnuaire = z.infer<typeof ChangementAnnuaire>;

/** Ce qu'on demande de changer à la couverture d'une structure. */
export type Sens = 'ajouter' | 'retirer';

/** Pourquoi un changement de couverture ne peut pas se faire tel quel. */
export type RefusCouverture = 'deja' | 'pas-couvert' | 'trop-large';

export type CouvertureChangee =
  | { readonly type: 'changee'; readonly apres: Facilitateur }
  | { readonly type: 'refus'; readonly raison: RefusCouverture };

interface Cible {
  readonly niveau: NiveauCouverture;
  readonly code: string;
}

const cibleDe = (lieu: Lieu): Cible => {
  switch (lieu.type) {
    case 'commune':
      return { niveau: 'communes', code: lieu.commune.code };
    case 'epci':
      return { niveau: 'epci', code: lieu.epci.code };
    case 'departement':
      return { niveau: 'departement', code: lieu.departement.code };
  }
};

type Codes = Map<NiveauCouverture, Set<string>>;

const codesDe = (structure: Facilitateur): Codes => {
  const codes: Codes = new Map();
  for (const { niveau, codes: siens } of couverturesDe(structure))
    codes.set(niveau, new Set([...(codes.get(niveau) ?? []), ...siens]));
  return codes;
};

const aLe = (codes: Codes, { niveau, code }: Cible): boolean => codes.get(niveau)?.has(code) ?? false;

const oter = (codes: Codes, { niveau, code }: Cible): void => {
  codes.get(niveau)?.delete(code);
};

const mettre = (codes: Codes, { niveau, code }: Cible): void => {
  codes.set(niveau, new Set([...(codes.get(niveau) ?? []), code]));
};

/** Remet les codes en place, le niveau d'origine d'abord ; sans plus rien à couvrir, l'entrée est retirée. */
const recomposer = (structure: Facilitateur, codes: Codes): Facilitateur => {
  const [couverture, ...couvreAussi] = [...codes].flatMap(([niveau, siens]): Couverture[] =>
    siens.size > 0 ? [{ niveau, codes: [...siens] }] : [],
  );
  return couverture ? { ...structure, couverture, couvreAussi } : { ...structure, retire: true };
};

const ajouter = (structure: Facilitateur, lieu: Lieu): CouvertureChangee => {
  const codes = codesDe(structure);
  const cible = cibleDe(lieu);
  const dansLEpci = lieu.type === 'commune' && lieu.commune.epci !== null;
  if (aLe(codes, cible) || (dansLEpci && aLe(codes, { niveau: 'epci', code: lieu.commune.epci ?? '' })))
    return { type: 'refus', raison: 'deja' };
  // Suivre toute l'intercommunalité rend inutile la liste de ses communes.
  if (lieu.type === 'epci') for (const code of lieu.epci.communes) oter(codes, { niveau: 'communes', code });
  mettre(codes, cible);
  return { type: 'changee', apres: recomposer(structure, codes) };
};

const retirer = (structure: Facilitateur, lieu: Lieu, territoire: Territoire): CouvertureChangee => {
  const codes = codesDe(structure);
  const cible = cibleDe(lieu);
  const changee = (): CouvertureChangee => ({ type: 'changee', apres: recomposer(structure, codes) });
  if (aLe(codes, cible)) {
    oter(codes, cible);
    return changee();
  }
  if (lieu.type === 'commune' && lieu.commune.epci !== null) {
    const entiere: Cible = { niveau: 'epci', code: lieu.commune.epci };
    if (aLe(codes, entiere)) {
      oter(codes, entiere);
      for (const { code } of territoire.communesDeLEpci(entiere.code))
        if (code !== lieu.commune.code) mettre(codes, { niveau: 'communes', code });
      return changee();
    }
  }
  if (lieu.type === 'epci' && lieu.epci.communes.some((code) => aLe(codes, { niveau: 'communes', code }))) {
    for (const code of lieu.epci.communes) oter(codes, { niveau: 'communes', code });
    return changee();
  }
  const large = (codes.get('departement')?.size ?? 0) > 0 || (codes.get('region')?.size ?? 0) > 0;
  return { type: 'refus', raison: large ? 'trop-large' : 'pas-couvert' };
};

/** La structure une fois le lieu ajouté à ce qu'elle suit, ou retiré ; ou la raison du refus. */
export const changerCouverture = (
  structure: Facilitateur,
  { sens, lieu }: { readonly sens: Sens; readonly lieu: Lieu },
  territoire: Territoire,
): CouvertureChangee => (sens === 'ajouter' ? ajouter(structure, lieu) : retirer(structure, lieu, territoire));

/** Dernier changement qu'on peut encore défaire : ni une annulation, ni déjà annulé. */
export const dernierDefaisable = (historique: readonly ChangementAnnuaire[]): ChangementAnnuaire | null => {
  const annules = new Set(historique.flatMap(({ vise }) => (vise === null ? [] : [vise])));
  return historique.findLast(({ id, origine }) => origine !== 'annulation' && !annules.has(id)) ?? null;
};

/** Entrées qui remettent l'annuaire comme avant ; une entrée née du changement est retirée. */
export const inverser = ({ entrees }: ChangementAnnuaire): readonly EntreeChangee[] =>
  entrees.map(({ avant, apres }) => ({ avant: apres, apres: avant ?? { ...apres, retire: true } }));
