import type { Jour } from '../dates.ts';
import type { Avis, FiltreMarches } from '../marches.ts';
import { motsDAcheteur } from './acheteur.ts';
import { creerVoisins, estPonctuel } from './besoin.ts';
import { ajouterMois, debutDe, dureeCredible, dureeSuffit, type FinPrevue, prevoirFin } from './fin-contrat.ts';
import type { IndexAvis } from './index-avis.ts';
import { chercherPlaces } from './recherche.ts';
import { type AvisSuivi, estOuvert } from './suivi.ts';

export const CONFIANCES = ['bonne', 'moyenne', 'faible'] as const;
export type ConfianceRetour = (typeof CONFIANCES)[number];

/** Un contrat qui devrait être remis en concurrence. */
export interface Retour {
  readonly avis: Avis;
  readonly fin: Jour;
  /** Quand la nouvelle consultation devrait paraître. */
  readonly parution: Jour;
  /** Quand appeler l'acheteur, assez tôt pour peser sur le besoin. */
  readonly appeler: Jour;
  readonly confiance: ConfianceRetour;
  /** D'où vient la fin prévue ; `avis` : le contrat n'est connu que par son avis, sa date de départ est estimée. */
  readonly fondement: FinPrevue['fondement'] | 'avis';
  /** Contrats semblables déjà passés par cet acheteur, celui-ci compris. */
  readonly precedents: number;
}

/** Un contrat passé ; `estime` : connu par son seul avis, sans attribution. */
export interface Contrat {
  readonly avis: Avis;
  readonly estime: boolean;
}

/** Une consultation paraît d'ordinaire quatre mois avant la fin du contrat qu'elle remplace. */
const MOIS_AVANT_FIN = 4;
/** Un besoin se discute (sourcing) trois mois avant la parution. */
const MOIS_DE_SOURCING = 3;
/** Entre la date limite et la notification, quand l'attribution n'est pas connue. */
const MOIS_D_ATTRIBUTION = 3;
/** Deux lots du même jour ne se renouvellent pas l'un l'autre. */
export const MOIS_ENTRE_CONTRATS = 6;
/** Un contrat plus vieux, sans durée utile, est fini ou remplacé : aucun rythme ne dépasse dix ans. */
const RYTHME_MAXIMAL = 120;
/** Durée ordinaire d'un contrat de service ; plus court, il est souvent reconduit. */
const DUREE_ORDINAIRE = 24;

/** Clé d'un acheteur, la même d'une source à l'autre. */
export const cleAcheteur = ({ acheteur }: Avis): string => motsDAcheteur(acheteur ?? '').join(' ');

/** Six mois après le début de chaque contrat, calculé une fois. */
const SUITES = new WeakMap<Avis, Jour>();

const suiteDe = (avis: Avis, debut: Jour): Jour => {
  const connue = SUITES.get(avis);
  if (connue !== undefined) return connue;
  const suite = ajouterMois(debut, MOIS_ENTRE_CONTRATS);
  SUITES.set(avis, suite);
  return suite;
};

/** Vrai si `avant` a commencé au moins six mois plus tôt que `apres`. */
export const precede = (avant: Avis, apres: Avis): boolean => {
  const [du, au] = [debutDe(avant), debutDe(apres)];
  return du !== null && au !== null && du < au && suiteDe(avant, du) <= au;
};

const confianceDe = ({ avis, estime }: Contrat, precedents: number): ConfianceRetour => {
  if (estime) return 'faible';
  if (precedents > 0) return 'bonne';
  const duree = dureeCredible(avis);
  return duree !== null && duree === avis.dureeMois && duree >= DUREE_ORDINAIRE ? 'moyenne' : 'faible';
};

/**
 * Le retour attendu d'un contrat, sans regarder quand ; null s'il ne revient pas (un ouvrage, un achat unique) ou si rien ne dit quand il finit.
 * @param precedents contrats antérieurs du même acheteur pour le même besoin
 */
export const prevoirRetour = (contrat: Contrat, precedents: readonly Avis[]): Retour | null => {
  const { avis, estime } = contrat;
  if (estPonctuel(avis)) return null;
  const prevue = prevoirFin(avis, precedents);
  if (prevue === null) return null;
  const parution = ajouterMois(prevue.fin, -MOIS_AVANT_FIN);
  return {
    avis,
    fin: prevue.fin,
    parution,
    appeler: ajouterMois(parution, -MOIS_DE_SOURCING),
    confiance: confianceDe(contrat, precedents.length),
    fondement: estime ? 'avis' : prevue.fondement,
    precedents: precedents.length + 1,
  };
};

const dernierJour = (jours: readonly (Jour | null)[]): Jour | null =>
  jours
    .filter((jour) => jour !== null)
    .sort()
    .at(-1) ?? null;

/**
 * Le contrat d'un avis clos : son attribution en donne la date ; sans elle, trois mois après la date limite. L'avis
 * reste la meilleure source de la durée et de la réservation, que l'attribution ne redit pas.
 */
const contratDeLAvis = (index: IndexAvis, { avis, issue }: AvisSuivi, aujourdhui: Jour): Contrat[] => {
  if (issue === 'annule' || avis.dureeMois === null) return [];
  const attributions = index.suitesDe(avis.id).filter(({ nature }) => nature === 'attribution');
  const debut = dernierJour(attributions.map(debutDe));
  const estimee = avis.dateLimite === null ? null : ajouterMois(avis.dateLimite, MOIS_D_ATTRIBUTION);
  const notifieLe = debut ?? estimee;
  if (notifieLe === null || notifieLe > aujourdhui) return [];
  const titulaires = [...new Set([...avis.titulaires, ...attributions.flatMap((suite) => suite.titulaires)])];
  const montant = avis.montant ?? attributions.find((suite) => suite.montant !== null)?.montant ?? null;
  return [{ avis: { ...avis, notifieLe, titulaires, montant }, estime: debut === null }];
};

/** Contrats connus et consultations parues depuis, par acheteur. */
interface ParAcheteur {
  readonly contrats: Contrat[];
  readonly consultations: Avis[];
}

const grouper = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Map<string, ParAcheteur> => {
  const groupes = new Map<string, ParAcheteur>();
  for (const place of chercherPlaces(index, filtre, aujourdhui)) {
    const suivi = index.suivi(place);
    if (suivi === undefined) continue;
    const cle = index.acheteurs.get(suivi.avis.acheteur ?? '')?.mots.join(' ') ?? '';
    const groupe = groupes.get(cle) ?? { contrats: [], consultations: [] };
    groupes.set(cle, groupe);
    if (suivi.avis.nature !== 'attribution') {
      groupe.consultations.push(suivi.avis);
      if (!estOuvert(suivi, aujourdhui)) groupe.contrats.push(...contratDeLAvis(index, suivi, aujourdhui));
    } else if (!suivi.avis.lies.some((vise) => index.trouver(vise) !== null)) {
      groupe.contrats.push({ avis: suivi.avis, estime: false });
    }
  }
  return groupes;
};

const estSocial = ({ reservation, clauseSociale }: Avis, seulementReserves: boolean): boolean =>
  /^(?:oui|partiel|probable)$/.test(reservation.statut) || (!seulementReserves && clauseSociale.presente === true);

const RANG: Readonly<Record<ConfianceRetour, number>> = { bonne: 0, moyenne: 1, faible: 2 };

/**
 * Contrats réservés ou porteurs d'une clause qui devraient revenir : leur fin tombe dans trois à douze mois, et ni un
 * contrat plus récent ni une consultation déjà parue du même acheteur ne les remplace.
 */
export const listerRetours = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Retour[] => {
  const fenetre = { tot: ajouterMois(aujourdhui, 3), tard: ajouterMois(aujourdhui, 12) };
  const large = {
    ...filtre,
    etat: 'tous' as const,
    reserves: false,
    audience: null,
    clause: false,
    limiteApres: null,
    limiteAvant: null,
  };
  return [...grouper(index, large, aujourdhui).values()]
    .flatMap((groupe) => retoursDuGroupe(groupe, filtre, fenetre))
    .sort((a, b) => a.parution.localeCompare(b.parution) || RANG[a.confiance] - RANG[b.confiance]);
};

interface Fenetre {
  readonly tot: Jour;
  readonly tard: Jour;
}

const estDans = ({ tot, tard }: Fenetre, jour: Jour): boolean => jour >= tot && jour <= tard;

const retoursDuGroupe = (
  { contrats, consultations }: ParAcheteur,
  filtre: FiltreMarches,
  fenetre: Fenetre,
): Retour[] => {
  const anciens = ajouterMois(fenetre.tot, -RYTHME_MAXIMAL);
  const vises = contrats.filter(({ avis }) => {
    if (!estSocial(avis, filtre.audience !== null) || !convient(avis, filtre)) return false;
    const prevue = dureeSuffit(avis) ? prevoirFin(avis) : null;
    return prevue === null ? (debutDe(avis) ?? '') >= anciens : estDans(fenetre, prevue.fin);
  });
  if (vises.length === 0) return [];
  const contratsVoisins = creerVoisins(contrats.map(({ avis }) => avis));
  const consultationsVoisines = creerVoisins(consultations);
  return vises.flatMap((contrat) => {
    const { avis } = contrat;
    const publiee = (autre: Avis): boolean => autre.id !== avis.id && precede(avis, { ...autre, notifieLe: null });
    if (contratsVoisins.existe(avis, (autre) => precede(avis, autre)) || consultationsVoisines.existe(avis, publiee))
      return [];
    const retour = prevoirRetour(
      contrat,
      contratsVoisins.lister(avis, (autre) => precede(autre, avis)),
    );
    return retour !== null && estDans(fenetre, retour.fin) ? [retour] : [];
  });
};

/** Réservé à qui le demande ; une réservation qui ne dit pas à qui convient à tous. */
const convient = ({ reservation }: Avis, { audience }: FiltreMarches): boolean =>
  audience === null || reservation.audiences.length === 0 || reservation.audiences.includes(audience);
