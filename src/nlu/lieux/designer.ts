import type { Lieu } from '../../domain/territoire.ts';
import { cleDuLieu } from '../../domain/territoire-index.ts';
import { cleDe, estLiaison } from './cles.ts';
import type { CodeLu } from './codes.ts';
import type { Portee } from './contexte.ts';
import type { Exterieur } from './exterieur.ts';
import { corriger } from './flous.ts';
import type { IndexLieux, Nom } from './index-lieux.ts';
import type { Jeton } from './message.ts';
import type { Reperage } from './reperer.ts';
import { INTERCO } from './vocabulaire.ts';

/** Ce qu'un nom du message désigne, une fois précisé par le reste du message. */
export type Designation =
  | (Portee & {
      readonly type: 'ici';
      readonly lieux: readonly Lieu[];
      readonly ancienNom?: string;
      readonly corrige: boolean;
    })
  | (Portee & { readonly type: 'dehors'; readonly lieu: Exterieur });

interface Precisions {
  readonly jetons: readonly Jeton[];
  readonly index: IndexLieux;
  readonly codes: readonly CodeLu[];
  readonly departements: readonly string[];
}

export const estAuDepartement = (lieu: Lieu, departement: string, { territoire }: IndexLieux): boolean => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.departement === departement;
    case 'epci':
      return territoire.communesDeLEpci(lieu.epci.code).some((commune) => commune.departement === departement);
    case 'departement':
      return lieu.departement.code === departement;
  }
};

const lieuxDe = (noms: readonly Nom[]): Lieu[] => noms.flatMap(({ lieux }) => lieux);

/** « agglo de Roubaix », « Arras agglo » : l'intercommunalité de la commune. */
const ditInterco = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean => {
  if (/^(?:agglo|agglomeration|metropole|interco)$/.test(jetons[fin]?.plie ?? '')) return true;
  let rang = debut - 1;
  while (rang >= 0 && (estLiaison(jetons[rang]?.cle ?? '') || jetons[rang]?.plie === 'communes')) rang--;
  const mot = jetons[rang];
  if (!mot || !INTERCO.has(mot.plie)) return false;
  return mot.plie !== 'ca' || mot.texte === 'CA' || /^(?:de|du|d)$/.test(jetons[rang + 1]?.plie ?? '');
};

const enInterco = (lieux: readonly Lieu[], { territoire }: IndexLieux): Lieu[] =>
  lieux.flatMap((lieu): Lieu[] => {
    const epci = lieu.type === 'commune' && lieu.commune.epci !== null ? territoire.epci(lieu.commune.epci) : undefined;
    return epci ? [{ type: 'epci', epci }] : [lieu];
  });

/** Un nom entier peu peuplé ne cache pas la ville bien plus grande qui commence pareil (« Crépy »). */
const aveclesPlusLongs = ({ noms, plusLongs }: Reperage): Nom[] => {
  const seuil = 4 * Math.max(...noms.map(({ population }) => population));
  return [...noms, ...plusLongs.filter(({ population, commune }) => commune && population >= seuil)];
};

const preciser = (lieux: readonly Lieu[], { departements, codes, index }: Precisions): Lieu[] => {
  const parCode = new Set(codes.flatMap((code) => code.lieux.map(cleDuLieu)));
  const selonCode = parCode.size === 0 ? lieux : lieux.filter((lieu) => parCode.has(cleDuLieu(lieu)));
  if (departements.length === 0) return [...selonCode];
  return selonCode.filter((lieu) => departements.some((departement) => estAuDepartement(lieu, departement, index)));
};

const designerDehors = (reperage: Reperage, precisions: Precisions): Designation | null => {
  const { departements, index, jetons } = precisions;
  const { debut, fin, dehors, plusLongs } = reperage;
  const la = dehors.filter(({ departement }) => departements.length === 0 || departements.includes(departement));
  const lieu = (la.length > 0 ? la : dehors).toSorted((a, b) => b.population - a.population)[0];
  if (!lieu) return null;
  const rivale = Math.max(0, ...plusLongs.map(({ population }) => population));
  if (
    rivale > 0 &&
    !(lieu.population >= 20_000 && lieu.population >= 10 * rivale) &&
    (departements.length === 0 || la.length === 0)
  )
    return { type: 'ici', debut, fin, lieux: lieuxDe(plusLongs), corrige: true };
  if (lieu.population >= 5000 || departements.length > 0 || lieu.type !== 'commune')
    return { type: 'dehors', debut, fin, lieu };
  const cle = cleDe(jetons.slice(debut, fin).map((jeton) => jeton.cle));
  const voisins = corriger(cle, index).flatMap(({ flou, ecart }) =>
    ecart === 1 && flou.cible.type === 'region' && cle.length >= 6 && flou.population > lieu.population
      ? flou.cible.nom.lieux
      : [],
  );
  return voisins.length > 0
    ? { type: 'ici', debut, fin, lieux: voisins, corrige: true }
    : { type: 'dehors', debut, fin, lieu };
};

const designerUn = (reperage: Reperage, precisions: Precisions): Designation | null => {
  const { debut, fin, facon, noms, plusLongs, dehors } = reperage;
  const { index, departements, jetons } = precisions;
  if (facon === 'dehors') return designerDehors(reperage, precisions);
  const tous = lieuxDe(aveclesPlusLongs(reperage));
  const precis = preciser(tous, precisions);
  const larges = precis.length > 0 ? precis : preciser(lieuxDe(plusLongs), precisions);
  const ailleurs = dehors.find(({ departement }) => departements.includes(departement));
  if (larges.length === 0 && ailleurs) return { type: 'dehors', debut, fin, lieu: ailleurs };
  const contredit = larges.length === 0;
  const lieux = contredit ? [...tous, ...precisions.codes.flatMap((code) => code.lieux)] : larges;
  const interco = facon !== 'corrige' && ditInterco(jetons, reperage) ? enInterco(lieux, index) : lieux;
  const ancienNom =
    new Set(lieux.map(cleDuLieu)).size === 1 ? noms.find((nom) => nom.ancienNom !== undefined)?.ancienNom : undefined;
  const corrige = facon === 'debut' || facon === 'rare' || contredit || precis.length === 0;
  return { type: 'ici', debut, fin, lieux: interco, corrige, ...(ancienNom === undefined ? {} : { ancienNom }) };
};

/** Une intercommunalité citée avec une de ses communes ne fait que la situer. */
const situer = (designations: readonly Designation[]): Designation[] => {
  const epcis = new Set(
    designations.flatMap((une) => (une.type === 'ici' && une.lieux.length === 1 ? siren(une.lieux[0]) : [])),
  );
  const situees = designations.map((une): Designation => {
    if (une.type === 'dehors') return une;
    const dedans = une.lieux.filter(
      (lieu) => lieu.type === 'commune' && lieu.commune.epci !== null && epcis.has(lieu.commune.epci),
    );
    return dedans.length > 0 ? { ...une, lieux: dedans } : une;
  });
  const utiles = new Set(
    situees.flatMap((une) =>
      une.type === 'ici' ? une.lieux.flatMap((lieu) => (lieu.type === 'commune' ? [lieu.commune.epci ?? ''] : [])) : [],
    ),
  );
  return situees.filter(
    (une) => une.type === 'dehors' || une.lieux.length !== 1 || !siren(une.lieux[0]).some((code) => utiles.has(code)),
  );
};

const siren = (lieu: Lieu | undefined): string[] => (lieu?.type === 'epci' ? [lieu.epci.code] : []);

/** Ce que désignent les noms repérés ; les moins sûrs s'effacent devant les noms entiers. */
export const designer = (reperages: readonly Reperage[], precisions: Precisions): Designation[] => {
  const entiers = reperages.filter(({ facon }) => facon === 'exact' || facon === 'souple');
  const surs = entiers.length > 0 ? reperages.filter(({ facon }) => !['debut', 'rare'].includes(facon)) : reperages;
  return situer(surs.flatMap((reperage) => designerUn(reperage, precisions) ?? []));
};
