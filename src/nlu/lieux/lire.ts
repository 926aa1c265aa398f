import type { LectureLieu, Lieu } from '../../domain/territoire.ts';
import { cleDuLieu, populationDe } from '../../domain/territoire-index.ts';
import { type CodeLu, type DepartementLu, lireCodes, lireDepartements } from './codes.ts';
import { estAnnonce, type Portee } from './contexte.ts';
import { type Designation, designer } from './designer.ts';
import type { Exterieur } from './exterieur.ts';
import type { IndexLieux } from './index-lieux.ts';
import { jetonsDe } from './message.ts';
import { estAuDepartement, type Precisions } from './precisions.ts';
import { villesDuCompose } from './quartier.ts';
import { lieuInconnu, type Rectification, rectifier, restes } from './rectifier.ts';
import { estDepartement, type Reperage, reperer } from './reperer.ts';

/** Tout ce qu'un message dit des lieux. */
interface Analyse extends Precisions {
  readonly texte: string;
  readonly reperages: readonly Reperage[];
}

const departementsDe = ({ debut, fin, noms, dehors }: Reperage): DepartementLu[] => {
  const ici = noms.flatMap(({ lieux }) =>
    lieux.flatMap((lieu) => (lieu.type === 'departement' ? [lieu.departement.code] : [])),
  );
  const la = dehors.flatMap(({ type, departement }) => (type === 'departement' ? [departement] : []));
  return (noms.length > 0 ? ici : la).map((code) => ({ debut, fin, code }));
};

/** « Madeleine (La) », comme l'écrivent les listes alphabétiques : l'article revient devant. */
const ARTICLE_REJETE = /([\p{L}'’-]+) ?\((l[ea]s?)\)/giu;

const analyser = (saisi: string, index: IndexLieux): Analyse => {
  const texte = saisi.replace(ARTICLE_REJETE, '$2 $1');
  const jetons = jetonsDe(texte);
  const reperages = reperer(jetons, index);
  const nommes = reperages.filter(estDepartement).flatMap(departementsDe);
  const departements = [...nommes, ...lireDepartements(texte, jetons, reperages)];
  return { texte, jetons, index, codes: lireCodes(texte, jetons, index.territoire), reperages, departements };
};

const saisieDe = ({ texte, jetons }: Analyse, { debut, fin }: Portee): string =>
  texte.slice(jetons[debut]?.debut ?? 0, jetons[fin - 1]?.fin ?? texte.length);

const trier = (lieux: readonly Lieu[], { territoire }: IndexLieux): Lieu[] => {
  const uniques = new Map(lieux.map((lieu) => [cleDuLieu(lieu), lieu]));
  return [...uniques.values()].sort((a, b) => populationDe(b, territoire) - populationDe(a, territoire));
};

const conclure = (lieux: readonly Lieu[], saisie: string, index: IndexLieux): LectureLieu => {
  const choix = trier(lieux, index);
  const [seul] = choix;
  return seul && choix.length === 1 ? { type: 'trouve', lieu: seul } : { type: 'ambigu', choix, saisie };
};

const horsRegion = ({ nom, ou }: Exterieur): LectureLieu => ({ type: 'hors-region', nom, departement: ou });

const lireDesignation = (analyse: Analyse, designation: Designation): LectureLieu => {
  const { index } = analyse;
  if (designation.type === 'dehors') return horsRegion(designation.lieu);
  const lecture = conclure(designation.lieux, saisieDe(analyse, designation), index);
  if (lecture.type !== 'trouve') return lecture;
  return {
    ...lecture,
    ...(designation.ancienNom === undefined || lecture.lieu.type !== 'commune'
      ? {}
      : { ancienNom: designation.ancienNom }),
    ...(designation.corrige ? { corrige: true } : {}),
  };
};

const lireCode = (analyse: Analyse, code: CodeLu): LectureLieu => {
  const { index } = analyse;
  if (code.lieux.length > 0) return conclure(code.lieux, code.code, index);
  if (!code.dehors) return { type: 'inconnu', saisie: code.code };
  const { nom, departement } = code.dehors;
  return { type: 'hors-region', nom, departement: index.territoire.departement(departement)?.nom ?? 'outre-mer' };
};

const lireDepartement = (analyse: Analyse): LectureLieu => {
  const { departement: parCode, region } = analyse.index.territoire;
  const cites = [...new Set(analyse.departements.map(({ code }) => code))].flatMap((code) => parCode(code) ?? []);
  const ici = cites.filter((departement) => departement.region === region);
  const [premier] = cites;
  if (ici.length > 0)
    return conclure(
      ici.map((departement): Lieu => ({ type: 'departement', departement })),
      analyse.texte.trim(),
      analyse.index,
    );
  return premier
    ? { type: 'hors-region', nom: premier.nom, departement: premier.nom }
    : { type: 'inconnu', saisie: analyse.texte.trim() };
};

const lireRectification = (analyse: Analyse, rectification: Rectification): LectureLieu => {
  if (rectification.type === 'dehors') return horsRegion(rectification.lieu);
  const { lieux, ancienNom, sure } = rectification;
  const { index, departements } = analyse;
  const ici = lieux.filter(
    (lieu) => departements.length === 0 || departements.some(({ code }) => estAuDepartement(lieu, code, index)),
  );
  const choix = trier(ici.length > 0 ? ici : lieux, index);
  const [premier] = choix;
  const unique = sure || (choix.length === 1 && lieux.length > 1);
  if (!premier || !unique) return { type: 'ambigu', choix, saisie: saisieDe(analyse, rectification) };
  return { type: 'trouve', lieu: premier, corrige: true, ...(ancienNom === undefined ? {} : { ancienNom }) };
};

/** Sans lieu reconnu : une faute à corriger, un département, un inconnu, ou rien. */
const lireReste = (analyse: Analyse): LectureLieu => {
  const { jetons, index, reperages, departements } = analyse;
  const portees = restes(jetons, reperages);
  const rectification = rectifier({ jetons, index, reperages }, portees);
  if (rectification) return lireRectification(analyse, rectification);
  const villes = portees.flatMap((portee) => villesDuCompose(jetons, portee, index));
  const [ville] = villes;
  if (ville)
    return villes.length > 1
      ? conclure(villes, analyse.texte.trim(), index)
      : { type: 'trouve', lieu: ville, corrige: true };
  const inconnu = lieuInconnu(jetons, portees);
  const composeOuAnnonce =
    inconnu && (estAnnonce(jetons, inconnu) || jetons.slice(inconnu.debut, inconnu.fin).some(({ lie }) => lie));
  if (departements.length > 0 && !composeOuAnnonce) return lireDepartement(analyse);
  return inconnu ? { type: 'inconnu', saisie: saisieDe(analyse, inconnu) } : { type: 'aucun' };
};

/** « villeneuve dasqc » : un nom reconnu et le mot inconnu qui le suit peuvent être un seul nom mal tapé. */
const completer = ({ jetons, index, reperages }: Analyse, nommes: readonly Reperage[]): Rectification | null => {
  const [seul] = nommes;
  if (!seul || nommes.length > 1 || restes(jetons, reperages).length === 0) return null;
  const autres = reperages.filter((reperage) => reperage !== seul);
  const ensemble = restes(jetons, autres, seul).filter(
    ({ debut, fin }) => debut <= seul.debut && fin >= seul.fin && fin - debut > seul.fin - seul.debut,
  );
  return rectifier({ jetons, index, reperages: autres }, ensemble, 'entier');
};

/** Lectures de chaque lieu du message, départements et codes servant d'abord à préciser les noms. */
const lireTout = (analyse: Analyse): LectureLieu[] => {
  const { reperages, codes } = analyse;
  const nommes = reperages.filter((reperage) => !estDepartement(reperage));
  const complete = completer(analyse, nommes);
  if (complete) return [lireRectification(analyse, complete)];
  const designations = designer(nommes, analyse);
  if (designations.length > 0) return designations.map((designation) => lireDesignation(analyse, designation));
  if (codes.length > 0) return codes.map((code) => lireCode(analyse, code));
  const reste = lireReste(analyse);
  return reste.type === 'aucun' ? [] : [reste];
};

/** Tous les lieux qu'un message nomme, dans l'ordre ; liste vide s'il n'en nomme aucun. */
export const lireLieux = (texte: string, index: IndexLieux): LectureLieu[] => lireTout(analyser(texte, index));

const choixDe = (lecture: LectureLieu): readonly Lieu[] =>
  lecture.type === 'trouve' ? [lecture.lieu] : lecture.type === 'ambigu' ? lecture.choix : [];

/**
 * Le lieu qu'un message nomme. Plusieurs lieux possibles donnent `ambigu`, le plus peuplé d'abord ;
 * un seul choix y veut dire « est-ce bien ce lieu ? ».
 */
export const lireLieu = (texte: string, index: IndexLieux): LectureLieu => {
  const lectures = lireLieux(texte, index);
  const [premiere] = lectures;
  if (!premiere) return { type: 'aucun' };
  const dIci = lectures.filter((lecture) => choixDe(lecture).length > 0);
  if (dIci.length === 0 || lectures.length === 1) return premiere;
  if (dIci.length === 1) return dIci[0] ?? premiere;
  return conclure(dIci.flatMap(choixDe), texte.trim(), index);
};
