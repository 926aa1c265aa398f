import type { Lieu } from '../../domain/territoire.ts';
import { cleDuLieu } from '../../domain/territoire-index.ts';
import { cleLongueDe } from './cles.ts';
import type { Portee } from './contexte.ts';
import type { Exterieur } from './exterieur.ts';
import { corriger } from './flous.ts';
import type { Nom } from './index-lieux.ts';
import { ditInterco, enInterco, situer } from './interco.ts';
import { departementsPour, type Precisions, preciser } from './precisions.ts';
import type { Reperage } from './reperer.ts';
import { SITUENT } from './vocabulaire.ts';

/** Ce qu'un nom du message désigne, une fois précisé par le reste du message. */
export type Designation =
  | (Portee & {
      readonly type: 'ici';
      readonly lieux: readonly Lieu[];
      readonly ancienNom?: string;
      readonly corrige: boolean;
    })
  | (Portee & { readonly type: 'dehors'; readonly lieu: Exterieur });

const lieuxDe = (noms: readonly Nom[]): Lieu[] => noms.flatMap(({ lieux }) => lieux);

const estUnique = (lieux: readonly Lieu[]): boolean => new Set(lieux.map(cleDuLieu)).size === 1;

/** Un nom entier peu peuplé ne cache pas la ville bien plus grande qui commence pareil (« Crépy »). */
const avecLesPlusLongs = ({ debut, fin, noms, plusLongs }: Reperage, { jetons }: Precisions): Nom[] => {
  // « Quesnoy », sans l'article du Quesnoy, n'est pas tout à fait son nom ; « du Quesnoy », si.
  const article = /^(?:du|au|aux|des)$/.test(jetons[debut - 1]?.plie ?? '');
  const entier = article || noms.some(({ mots }) => mots.length <= fin - debut);
  const population = Math.max(...noms.map((nom) => nom.population));
  const seuil = entier ? 4 * population : population / 2;
  return [...noms, ...plusLongs.filter((nom) => nom.commune && nom.population >= seuil)];
};

/** Noms de la région à une lettre de ce qui est tapé, si la saisie est assez longue pour que cela compte. */
const voisinsDe = ({ debut, fin }: Portee, { jetons, index }: Precisions): Lieu[] => {
  const cle = cleLongueDe(jetons.slice(debut, fin).map((jeton) => jeton.cle));
  if (cle.length < 5) return [];
  return corriger(cle, index.flous()).flatMap(({ flou, ecart }) =>
    ecart === 1 && flou.cible.type === 'region' ? flou.cible.nom.lieux : [],
  );
};

/** Ce que le début ou un mot d'un nom laisse deviner ; s'il n'y a qu'un lieu, ses voisins d'une lettre aussi. */
const deviner = (possibles: readonly Nom[], reperage: Reperage, precisions: Precisions): Lieu[] => {
  const actuels = possibles.filter(({ ancienNom }) => ancienNom === undefined);
  // Parmi beaucoup de noms (« Villers »), les communes d'autrefois embrouilleraient plus qu'elles n'aideraient.
  const noms = actuels.length > 4 ? actuels : possibles;
  const precis = preciser(lieuxDe(noms), reperage, precisions);
  const lieux = precis.length > 0 ? precis : lieuxDe(noms);
  return estUnique(lieux) ? [...lieux, ...voisinsDe(reperage, precisions)] : lieux;
};

/** Une ville du dehors ne l'emporte sur un nom incomplet de la région que si elle est bien plus grande. */
const GRANDE_VILLE = 20_000;
/** Une métropole l'emporte toujours : « Tours » n'est pas Tours-en-Vimeu. */
const METROPOLE = 120_000;
/** En deçà, un village du dehors est plus sûrement une faute sur un nom de la région. */
const VILLAGE = 1_500;

const designerDehors = (reperage: Reperage, precisions: Precisions): Designation | null => {
  const { debut, fin, dehors, plusLongs } = reperage;
  const departements = departementsPour(reperage, precisions);
  const la = dehors.filter(({ departement }) => departements.includes(departement));
  const lieu = (la.length > 0 ? la : dehors).toSorted((a, b) => b.population - a.population)[0];
  if (!lieu) return null;
  const situe: Designation = { type: 'dehors', debut, fin, lieu };
  if (la.length > 0) return situe;
  const rivale = Math.max(0, ...plusLongs.map(({ population }) => population));
  if (rivale > 0 && !(lieu.population >= GRANDE_VILLE && (rivale < VILLAGE || lieu.population >= METROPOLE)))
    return { type: 'ici', debut, fin, lieux: deviner(plusLongs, reperage, precisions), corrige: true };
  if (lieu.population >= VILLAGE || lieu.type !== 'commune') return situe;
  const voisins = lieu.nom.length < 6 ? [] : voisinsDe(reperage, precisions);
  return voisins.length > 0 ? { type: 'ici', debut, fin, lieux: voisins, corrige: true } : situe;
};

/** « Clermont (63) » : le nom est d'ici, le département dit que le lieu ne l'est pas. */
const ailleurs = ({ debut, fin, noms, dehors }: Reperage, precisions: Precisions): Designation | null => {
  const { departement: parCode, region } = precisions.index.territoire;
  const cites = departementsPour({ debut, fin }, precisions).flatMap((code) => parCode(code) ?? []);
  const [premier] = cites;
  if (!premier || cites.some((departement) => departement.region === region)) return null;
  const connu = dehors.find(({ departement }) => departement === premier.code);
  const [lieu] = noms[0]?.lieux ?? [];
  const nom = lieu?.type === 'commune' ? lieu.commune.nom : premier.nom;
  const lieuDehors: Exterieur = { nom, ou: premier.nom, departement: premier.code, population: 0, type: 'commune' };
  return { type: 'dehors', debut, fin, lieu: connu ?? lieuDehors };
};

const designerIci = (reperage: Reperage, precisions: Precisions): Designation => {
  const { debut, fin, facon, noms, plusLongs } = reperage;
  const devine = facon === 'debut' || facon === 'rare';
  const tous = devine ? deviner(noms, reperage, precisions) : lieuxDe(avecLesPlusLongs(reperage, precisions));
  const precis = preciser(tous, reperage, precisions);
  const larges = precis.length > 0 ? precis : preciser(lieuxDe(plusLongs), reperage, precisions);
  const contredit = larges.length === 0;
  const lieux = contredit ? [...tous, ...precisions.codes.flatMap((code) => code.lieux)] : larges;
  const ancienNom = estUnique(lieux) ? noms.find((nom) => nom.ancienNom !== undefined)?.ancienNom : undefined;
  return {
    type: 'ici',
    debut,
    fin,
    lieux: ditInterco(reperage, precisions) ? enInterco(lieux, precisions.index) : lieux,
    corrige: devine || precis.length === 0,
    ...(ancienNom === undefined ? {} : { ancienNom }),
  };
};

const designerUn = (reperage: Reperage, precisions: Precisions): Designation | null =>
  reperage.facon === 'dehors'
    ? designerDehors(reperage, precisions)
    : (ailleurs(reperage, precisions) ?? designerIci(reperage, precisions));

/** « Annay-sous-Lens », « un village près de Lens » : la ville ne fait que situer le lieu nommé avant ou juste après elle. */
const situeUnAutre = (reperage: Reperage, reperages: readonly Reperage[], { jetons }: Precisions): boolean => {
  const [avant, encore] = [jetons[reperage.debut - 1]?.cle ?? '', jetons[reperage.debut - 2]?.cle ?? ''];
  if (/^(?:lez|sous)$/.test(avant)) return reperages.some(({ fin }) => fin === reperage.debut - 1);
  if (!/^d[eu]?$/.test(avant) || !SITUENT.has(encore)) return false;
  const joint = /^(?:et|ou)$/.test(jetons[reperage.fin]?.plie ?? '');
  return reperages.some(
    ({ debut, fin }) => fin < reperage.debut || (debut >= reperage.fin && debut - reperage.fin <= 1 && !joint),
  );
};

/** Ce que désignent les noms repérés ; les moins sûrs s'effacent devant les noms entiers de la région. */
export const designer = (reperages: readonly Reperage[], precisions: Precisions): Designation[] => {
  const nommes = reperages.filter((reperage) => !situeUnAutre(reperage, reperages, precisions));
  const entiers = nommes.filter(({ facon }) => facon === 'exact' || facon === 'souple');
  return situer((entiers.length > 0 ? entiers : nommes).flatMap((reperage) => designerUn(reperage, precisions) ?? []));
};
