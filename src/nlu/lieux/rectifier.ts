import type { Lieu } from '../../domain/territoire.ts';
import { cleDuLieu } from '../../domain/territoire-index.ts';
import { cleLongueDe, estLiaison } from './cles.ts';
import { estAnnonce, estNomme, estNomPropre, estSeul, estSigne, type Portee } from './contexte.ts';
import type { Exterieur } from './exterieur.ts';
import { type Correction, corriger, longueurUtile } from './flous.ts';
import { estDemande, estOrdinaire, estQuestionDeLieu, type Jeton } from './message.ts';
import type { Precisions } from './precisions.ts';
import { FINALE_ORDINAIRE } from './vocabulaire.ts';

/** Ce qu'un nom mal tapé peut être. */
export type Rectification =
  | (Portee & {
      readonly type: 'ici';
      readonly lieux: readonly Lieu[];
      readonly ancienNom: string | undefined;
      /** Vrai si un seul lieu est possible et que le nom est assez long pour le croire. */
      readonly sure: boolean;
    })
  | (Portee & { readonly type: 'dehors'; readonly lieu: Exterieur });

const utile = (jeton: Jeton | undefined): boolean =>
  jeton !== undefined && !estLiaison(jeton.cle) && !estOrdinaire(jeton.plie) && !/^\d+$/.test(jeton.plie);

/** Suites de mots qui ne sont ni de la demande ni de la langue, `avec` un nom reconnu s'il est donné : ce qui reste à expliquer. */
export const restes = (jetons: readonly Jeton[], pris: readonly Portee[], avec?: Portee): Portee[] => {
  const dedans = (rang: number): boolean => avec !== undefined && rang >= avec.debut && rang < avec.fin;
  const estPris = (rang: number): boolean => pris.some(({ debut, fin }) => rang >= debut && rang < fin);
  const portees: Portee[] = [];
  for (let debut = 0; debut < jetons.length; debut++) {
    if (estPris(debut) || !(utile(jetons[debut]) || dedans(debut) || jetons[debut + 1]?.lie)) continue;
    let fin = debut + 1;
    for (let rang = fin; rang < jetons.length && !estPris(rang); rang++) {
      const jeton = jetons[rang];
      if (jeton?.lie || dedans(rang) || utile(jeton)) fin = rang + 1;
      else if (!estLiaison(jeton?.cle ?? '')) break;
    }
    if (jetons.slice(debut, fin).some(utile)) portees.push({ debut, fin });
    debut = fin;
  }
  return portees;
};

/** Fenêtres à essayer autour d'un reste : élargies aux mots de la langue voisins, puis mot à mot. */
const fenetres = (jetons: readonly Jeton[], { debut, fin }: Portee): Portee[] => {
  const bord = (rang: number): boolean => {
    const jeton = jetons[rang];
    return jeton !== undefined && !estLiaison(jeton.cle) && (!estDemande(jeton.plie) || jeton.lie);
  };
  const essais: Portee[] = [];
  for (let gauche = debut; gauche >= Math.max(0, debut - 3); gauche--)
    for (let droite = Math.min(jetons.length, fin + 4); droite >= fin; droite--)
      if ((gauche === debut || bord(gauche)) && (droite === fin || bord(droite - 1)))
        essais.push({ debut: gauche, fin: droite });
  essais.sort((a, b) => b.fin - b.debut - (a.fin - a.debut));
  const colle = jetons.slice(debut, fin).some((jeton) => jeton.lie || estLiaison(jeton.cle));
  if (!colle && fin - debut > 1) for (let rang = debut; rang < fin; rang++) essais.push({ debut: rang, fin: rang + 1 });
  return essais;
};

const interpreter = (portee: Portee, cle: string, corrections: readonly Correction[]): Rectification | null => {
  const [premiere] = corrections;
  if (!premiere) return null;
  const court = longueurUtile(cle) <= 4;
  const proches = corrections.filter(({ flou, ecart, memeSon }) => {
    if (court) return flou.population >= 5000 && (ecart <= 1 || memeSon);
    const bienPlusGrand = flou.population >= 10_000 && flou.population >= 30 * premiere.flou.population;
    return ecart === premiere.ecart || (ecart <= premiere.ecart + 1 && (memeSon || bienPlusGrand));
  });
  const ici = proches.flatMap(({ flou }) => (flou.cible.type === 'region' ? [flou.cible.nom] : []));
  const ecartIci = proches.find(({ flou }) => flou.cible.type === 'region')?.ecart ?? Number.POSITIVE_INFINITY;
  const dehors = proches.flatMap(({ flou, ecart }) =>
    flou.cible.type === 'dehors' && ecart <= ecartIci ? [{ lieu: flou.cible.lieu, ecart }] : [],
  )[0];
  if (dehors && dehors.ecart < ecartIci) return { ...portee, type: 'dehors', lieu: dehors.lieu };
  const lieux = new Map(ici.flatMap((nom) => nom.lieux).map((lieu) => [cleDuLieu(lieu), lieu]));
  if (lieux.size === 0) return null;
  const population = Math.max(...ici.map((nom) => nom.population));
  const eclipse = dehors !== undefined && dehors.lieu.population > 20 * population;
  const ancienNom = ici.find((nom) => nom.ancienNom !== undefined)?.ancienNom;
  return {
    ...portee,
    type: 'ici',
    lieux: [...lieux.values()],
    ancienNom,
    sure: lieux.size === 1 && !court && !eclipse,
  };
};

/** Faut-il chercher un nom mal tapé dans ce message ? */
const estPlausible = (jetons: readonly Jeton[], portee: Portee): boolean =>
  !estNomPropre(jetons, portee) &&
  (estSigne(jetons, portee) || estAnnonce(jetons, portee) || estQuestionDeLieu(jetons));

/** Le premier nom mal tapé que l'on sait corriger, parmi les restes du message. */
export const rectifier = (
  { jetons, index, reperages }: Pick<Precisions, 'jetons' | 'index' | 'reperages'>,
  portees: readonly Portee[],
  etendue: 'entier' | 'morceaux' = 'morceaux',
): Rectification | null => {
  for (const portee of portees) {
    if (!estPlausible(jetons, portee)) continue;
    for (const fenetre of etendue === 'entier' ? [portee] : fenetres(jetons, portee)) {
      const cle = cleLongueDe(jetons.slice(fenetre.debut, fenetre.fin).map((jeton) => jeton.cle));
      // « SDIS du Nord » n'est pas Sains-du-Nord : un nom déjà reconnu ne se fond dans un autre qu'à une lettre près.
      const mord = reperages.some(({ debut, fin }) => debut < fenetre.fin && fin > fenetre.debut);
      const corrections = corriger(cle, index.flous()).filter(({ ecart }) => !mord || ecart <= 1);
      const rectification = interpreter(fenetre, cle, corrections);
      if (rectification) return rectification;
    }
  }
  return null;
};

/** Un reste qui se donne pour un lieu, mais qu'on ne connaît pas. */
export const lieuInconnu = (jetons: readonly Jeton[], portees: readonly Portee[]): Portee | null =>
  portees.find((portee) => {
    if (estNomPropre(jetons, portee)) return false;
    const mots = jetons.slice(portee.debut, portee.fin);
    const compose = mots.some(({ lie }) => lie);
    if (mots.every(({ texte, majuscule }) => majuscule && /^\p{Lu}{2,6}$/u.test(texte))) return estSeul(jetons, portee);
    const majuscule = mots.some((jeton) => jeton.majuscule);
    if (estNomme(jetons, portee) || (compose && majuscule) || (majuscule && estAnnonce(jetons, portee))) return true;
    const ordinaire = mots.length === 1 && !majuscule && FINALE_ORDINAIRE.test(mots[0]?.plie ?? '');
    if (ordinaire) return false;
    if (/^(?:a|au|aux|sur|vers)$/.test(jetons[portee.debut - 1]?.plie ?? '')) return true;
    return estSeul(jetons, portee) && mots.length <= 7 && (majuscule || estQuestionDeLieu(jetons));
  }) ?? null;
