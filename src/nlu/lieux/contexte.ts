import { estLiaison } from './cles.ts';
import { estDemande, type Jeton } from './message.ts';
import { estCourant, PORTE_NOM, PREPOSITIONS, SITUENT, VOIES } from './vocabulaire.ts';

/** Suite de jetons, fin exclue. */
export interface Portee {
  readonly debut: number;
  readonly fin: number;
}

/** Devant une portée, le premier mot qui n'est pas une liaison, et si une liaison l'en sépare. */
const motDevant = (jetons: readonly Jeton[], { debut }: Portee): { mot: string; separe: boolean; rang: number } => {
  let rang = debut - 1;
  while (
    rang >= 0 &&
    debut - rang <= 3 &&
    (estLiaison(jetons[rang]?.cle ?? '') || PREPOSITIONS.has(jetons[rang]?.plie ?? ''))
  )
    rang--;
  return { mot: jetons[rang]?.plie ?? '', separe: rang < debut - 1, rang };
};

const PRENOMS =
  /^(?:jean|pierre|paul|louis|charles|victor|jules|marie|anne|emile|leon|henri|jacques|georges|rene|simone)$/;

/** Le nom d'une rue, d'une école ou d'une entreprise n'est pas le lieu cherché. */
export const estNomPropre = (jetons: readonly Jeton[], portee: Portee): boolean => {
  const { mot } = motDevant(jetons, portee);
  if (VOIES.has(mot)) return true;
  // « lycée Albert Châtelet » : tous les mots à majuscule qui suivent « lycée » sont son nom.
  let rang = portee.debut - 1;
  while (rang > 0 && jetons[rang]?.propre && !PORTE_NOM.has(jetons[rang]?.plie ?? '') && portee.debut - rang <= 3)
    rang--;
  return PORTE_NOM.has(jetons[rang]?.plie ?? '') || PRENOMS.test(jetons[portee.debut - 1]?.plie ?? '');
};

/** Une préposition de lieu, ou « commune de », juste devant. */
export const estAnnonce = (jetons: readonly Jeton[], { debut }: Portee): boolean => {
  const devant = jetons[debut - 1]?.plie ?? '';
  return (
    PREPOSITIONS.has(devant) ||
    (['la', 'le', 'les', 'l'].includes(devant) && PREPOSITIONS.has(jetons[debut - 2]?.plie ?? ''))
  );
};

/** « commune de », « ville de », « mairie de » juste devant : un lieu, sans hésiter. */
export const estNomme = (jetons: readonly Jeton[], portee: Portee): boolean => {
  const { mot, separe } = motDevant(jetons, portee);
  return separe && /^(?:communes?|villes?|village|mairie|bourg|municipalite)$/.test(mot);
};

const DEPARTEMENTS = /^(?:aisne|nord|oise|somme|pas|calais)$/;

/** Vrai si, portée ôtée, il ne reste que les mots de la demande et un département. */
export const estSeul = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean =>
  jetons.every(
    ({ plie }, rang) =>
      (rang >= debut && rang < fin) || estDemande(plie) || DEPARTEMENTS.test(plie) || /^\d+$/.test(plie),
  );

/** Majuscule ou « commune de » : la forme même dit un lieu. */
export const estSigneFort = (jetons: readonly Jeton[], portee: Portee): boolean => {
  const mots = jetons.slice(portee.debut, portee.fin);
  const annonce = mots.some(({ majuscule }) => majuscule) && estAnnonce(jetons, portee);
  return (mots[0]?.propre ?? false) || annonce || estNomme(jetons, portee);
};

/** « croix près de Lille » : ce qui suit le situe, c'est donc un lieu. */
const estSitue = (jetons: readonly Jeton[], { fin }: Portee): boolean =>
  SITUENT.has(jetons[fin]?.cle ?? '') && /^d[eu]?$/.test(jetons[fin + 1]?.cle ?? '');

/** Un signe fort, ou rien d'autre dans le message que la demande. */
export const estSigne = (jetons: readonly Jeton[], portee: Portee): boolean =>
  estSigneFort(jetons, portee) || estSitue(jetons, portee) || estSeul(jetons, portee);

/** Une portée faite des mots de la demande (« ma commune », « près ») ne se prend pour un nom qu'avec une majuscule. */
export const estDeLaDemande = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean =>
  fin - debut < jetons.length &&
  !(jetons[debut + 1]?.lie ?? false) &&
  jetons.slice(debut, fin).every(({ plie, propre }) => !propre && (estDemande(plie) || PREPOSITIONS.has(plie)));

/** « au titre de » : un mot de la langue, en minuscules, que suit son complément. */
export const aUnComplement = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean =>
  !(jetons[debut]?.majuscule ?? false) && estLiaison(jetons[fin]?.cle ?? '');

/**
 * La portée n'a-t-elle qu'un mot, et de la langue (« Contre », « le titre ») ?
 * Deux mots de la langue qui font ensemble un nom connu (« Pays des Sources ») ne se suivent guère par hasard.
 */
export const estUnMotCourant = (jetons: readonly Jeton[], { debut, fin }: Portee): boolean => {
  const mots = jetons.slice(debut, fin).filter(({ cle }) => !estLiaison(cle));
  return mots.length <= 1 && mots.every(({ plie }) => estCourant(plie));
};
