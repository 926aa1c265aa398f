import { z } from 'zod';
import { NOMBRES_ECRITS } from '../nombres-ecrits.ts';
import { aplatir } from '../references.ts';
import { Borne, devantBorne, lireBorne } from './borne.ts';

const Acheteur = z.enum(['etat', 'collectivite', 'entite-adjudicatrice']);
export type Acheteur = z.infer<typeof Acheteur>;
const Contrat = z.enum(['travaux', 'fournitures', 'services', 'services-sociaux', 'concession']);
export type Contrat = z.infer<typeof Contrat>;

/** Noms d'acheteurs que l'on sait redire. */
const NomAcheteur = z.enum([
  'etat',
  'ministere',
  'prefecture',
  'operateur-reseaux',
  'ville',
  'commune',
  'departement',
  'region',
  'intercommunalite',
  'hopital',
  'bailleur',
  'etablissement',
  'collectivite',
]);
export type NomAcheteur = z.infer<typeof NomAcheteur>;

/** Ce qu'une question dit du marché : tout est facultatif. */
export const Situation = z.strictObject({
  /** Euros hors taxes ; un montant TTC est ramené au hors taxes, TVA à 20 %. */
  montant: z.number().nullable(),
  /** Montant TTC tel qu'il a été dit, s'il l'a été ainsi. */
  ttc: z.number().nullable(),
  acheteur: z.strictObject({ sorte: Acheteur, nom: NomAcheteur }).nullable(),
  contrat: Contrat.nullable(),
  /** Durée, en mois. */
  mois: z.number().nullable(),
  /** « Sous 216 000 € », « à partir de 140 000 € » : une limite, et non le montant d'un marché. */
  borne: Borne.nullable().default(null),
});
export type Situation = z.infer<typeof Situation>;

const ACHETEURS: readonly (readonly [NomAcheteur, Acheteur, RegExp])[] = [
  [
    'etat',
    'etat',
    /\b(?:l'etat|d'etat|service(?:s)? (?:centraux |deconcentres? )?de l'etat|autorite centrale|(?<!en |en l'|l')etat(?! (?:d'|de|du|des|annuel|civil))|l'administration centrale)\b/,
  ],
  ['ministere', 'etat', /\bministeres?\b/],
  ['prefecture', 'etat', /\b(?:prefecture|dreets|drac|dreal|ddtm?|rectorat)\b/],
  [
    'operateur-reseaux',
    'entite-adjudicatrice',
    /\b(?:entites? adjudicatrices?|operateurs? de reseaux?|ratp|sncf|edf|enedis|rte|grdf|aeroport|port autonome|grand port|regie (?:des eaux|de l'eau|d'electricite)|syndicat (?:des eaux|d'eau|d'energie)|regie de transports?|societe de transports?)\b/,
  ],
  [
    'intercommunalite',
    'collectivite',
    /\b(?:epci|intercommunalite|communaute (?:de communes|d'agglomeration|urbaine)|agglo(?:meration)?|metropole|mel|interco)\b/,
  ],
  ['ville', 'collectivite', /\b(?:ville|mairie|municipalite)s?\b/],
  ['commune', 'collectivite', /\bcommunes?\b/],
  ['departement', 'collectivite', /\b(?:departement|conseil departemental)\b/],
  ['region', 'collectivite', /\b(?:conseil regional|une region|la region|notre region)\b/],
  ['hopital', 'collectivite', /\b(?:hopita(?:l|ux)|chu?|centre hospitalier|ght|ehpad)\b/],
  [
    'bailleur',
    'collectivite',
    /\b(?:bailleurs?(?: social| sociaux)?|oph|office (?:public )?(?:de l'|d')?habitat|esh|hlm)\b/,
  ],
  [
    'etablissement',
    'collectivite',
    /\b(?:lycee|college|universite|ccas|cias|caisse des ecoles|syndicat (?:mixte|intercommunal)|sivu|sivom|sdis|etablissement public)\b/,
  ],
  ['collectivite', 'collectivite', /\b(?:collectivites?(?: territoriales?| locales?)?|pouvoirs? adjudicateurs?)\b/],
];

const CONTRATS: readonly (readonly [Contrat, RegExp])[] = [
  ['concession', /\b(?:concessions?|dsp|delegations? de service public|affermage|concedants?e?|concessionnaire)\b/],
  ['services-sociaux', /\b(?:services? socia(?:l|ux)|services? specifiques?|ssig)\b/],
  [
    'travaux',
    /\b(?:travaux|chantiers?|btp|construction|construire|rehabilitation|renovation|voirie|batir|gros oeuvre|genie civil|demolition|terrassement|toitures?|ravalement|isolation thermique|reseaux humides|vrd)\b/,
  ],
  [
    'fournitures',
    /\b(?:fournitures?|fcs|mobilier|linge|tablettes|ordinateurs|produits|materiel|denrees|vehicules?|voitures?|bus|camions?|photocopieurs?|papeterie|manuels|livres|logiciels? sur etagere|medicaments|epi|jouets|achat de (?:papier|repas|livres)|equipements?|carburant|vetements)\b/,
  ],
  [
    'services',
    /\b(?:services?(?! (?:public|juridique|marches|achats?|de l'etat))|prestations?|nettoyage|entretien|gardiennage|espaces verts|restauration|blanchisserie|collecte|transport scolaire|maintenance|formation|etudes?|maitrise d'oeuvre|proprete)\b/,
  ],
];

const NOMBRE = String.raw`(\d{1,3}(?:[ .]\d{3})+|\d+(?:[,.]\d+)?)`;
const UNITE = String.raw`(millions?(?: d'euros?| d'€| €)?|m(?:€|eur(?:os?)?\b| ?€| ?d'euros?)|m(?= ?ht\b)|m\b(?= (?:de|d'|pour|en)\b)|k(?:€|eur(?:os?)?\b| ?€| ?euros?)?|mille(?: euros?| €)?|euros?|€|eur\b|(?= ?ht\b)|(?= ?ttc\b))`;
const MONTANT = new RegExp(
  `(?<![\\d.,-])(?:(\\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) lots? (?:de |a )(?:chacun )?)?${NOMBRE} ?${UNITE}( ?(?:ht|ttc))?((?: [a-z'][a-z' ]{0,28}?)? ?(?:par an\\b|/ ?an\\b|annuels?\\b|chaque annee))?`,
  'g',
);
/** « Le seuil de 216 000 € », « en dessous de 750 000 € » : un seuil dont on parle, pas le montant du marché. */
const SEUIL_CITE =
  /\b(?:seuils?(?: europeens?| actuel| est| a| de| etait| passe| social)*|(?:des|des? ?sous|au-dessus|dessus|dessous) d(?:e|u seuil de)|parle(?:nt)? de|mentionne|indique|utilise(?: encore)?)[ ,:]*(?:de |a )?$/;
const ANNEES = /\b(?:sur|pendant|pour|duree de|reconductible) ?(\d|deux|trois|quatre|cinq) ans\b/;
const MOIS = /\b(\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?: ?a ?\d{1,2})? mois\b/;
const FOIS = '([1-9]|une?|deux|trois|quatre|cinq)';
const RECONDUCTIONS = new RegExp(
  `\\b(?:reconduct\\w+|reconduit\\w*|renouvel\\w+)(?: (?!\\d)[a-z]+){0,2}? ${FOIS} fois|\\b${FOIS} (?:fois (?:reconduct|renouvel)|reconductions?\\b|renouvellements?\\b)`,
);
const COMPRISES =
  /\b(?:reconductions?|renouvellements?|periodes?) (?:\w+ )?(?:comprise?s?|incluse?s?|compris)\b|\bau total\b|\ben tout\b/;
const TVA = 1.2;

/** Montant, acheteur, contrat et durée dits dans une question. */
export const lireSituation = (texte: string): Situation => {
  const plat = aplatir(texte).replace(/œ/g, 'oe');
  const montants = lireMontants(plat, 'marches');
  const retenu = montants.reduce<Montant | null>(
    (plus, autre) => (autre.euros > (plus?.euros ?? 0) ? autre : plus),
    null,
  );
  const [nom, sorte] = ACHETEURS.find(([, , motif]) => motif.test(plat)) ?? [];
  return {
    montant: retenu === null ? null : Math.round(retenu.ttc ? retenu.euros / TVA : retenu.euros),
    ttc: retenu?.ttc ? retenu.euros : null,
    acheteur: nom === undefined || sorte === undefined ? null : { nom, sorte },
    contrat: CONTRATS.find(([, motif]) => motif.test(plat))?.[0] ?? null,
    mois: lireMois(plat),
    borne: retenu === null ? lireBorne(plat, lireMontants(plat, 'bornes')[0]?.euros ?? null) : null,
  };
};

/** Une suite (« et si c'est l'État ? ») reprend de la situation d'avant ce qu'elle ne redit pas. */
export const completerSituation = (avant: Situation, suite: Situation): Situation => ({
  montant: suite.montant ?? avant.montant,
  ttc: suite.montant === null ? avant.ttc : suite.ttc,
  acheteur: suite.acheteur ?? avant.acheteur,
  contrat: suite.contrat ?? avant.contrat,
  mois: suite.mois ?? avant.mois,
  borne: suite.borne,
});

/** Vrai si le texte n'a rien dit du marché. */
export const estVide = ({ montant, acheteur, contrat, mois, borne }: Situation): boolean =>
  montant === null && borne === null && acheteur === null && contrat === null && mois === null;

interface Montant {
  readonly euros: number;
  readonly ttc: boolean;
}

const lireMontants = (plat: string, voulus: 'marches' | 'bornes'): readonly Montant[] =>
  [...plat.matchAll(MONTANT)]
    .filter(({ index }) => {
      const devant = plat.slice(0, index);
      return voulus === 'bornes' ? devantBorne(devant) : !SEUIL_CITE.test(devant) && !devantBorne(devant);
    })
    .map(([, lots, nombre = '', unite = '', taxe = '', parAn]) => {
      const valeur = /[ .]\d{3}(?:\D|$)/.test(nombre)
        ? Number(nombre.replace(/[ .]/g, ''))
        : Number(nombre.replace(',', '.'));
      const annees = parAn === undefined ? 1 : nombreDit(ANNEES.exec(plat)?.[1]) || 1;
      const euros = valeur * facteur(unite) * (nombreDit(lots) || 1) * annees * (1 + lireReconductions(plat));
      return { euros, ttc: taxe.includes('ttc') };
    });

/** La valeur d'un marché compte ses reconductions (article R2121-6) ; on ne les ajoute pas deux fois. */
const lireReconductions = (plat: string): number =>
  COMPRISES.test(plat)
    ? 0
    : nombreDit(
        RECONDUCTIONS.exec(plat)
          ?.slice(1)
          .find((dit) => dit !== undefined),
      );

const facteur = (unite: string): number => {
  if (/^m(?:ill(?:ions?|$)|€|eur| |$|€)/.test(unite) && !unite.startsWith('mille')) return 1_000_000;
  return unite.startsWith('k') || unite.startsWith('mille') ? 1000 : 1;
};

const nombreDit = (dit: string | undefined): number =>
  dit === undefined
    ? 0
    : /^\d/.test(dit)
      ? Number(dit)
      : Math.max(0, NOMBRES_ECRITS.indexOf(dit === 'une' ? 'un' : dit));

const lireMois = (plat: string): number | null => {
  const dit = MOIS.exec(plat)?.[1];
  return dit === undefined ? null : nombreDit(dit);
};
