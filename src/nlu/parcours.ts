import type { Jour } from '../domain/dates.ts';
import type { DemandeParcours, SituationLue } from '../domain/parcours/demandes.ts';
import { lirePeriode } from './dates.ts';
import { plier } from './normaliser.ts';

const CDD_LONG =
  /\bcdd\b.{0,25}?\b(?:(?:de |plus de |d'au moins )?(?:[6-9]|1\d|2\d) ?mois|(?:six|sept|huit|neuf|dix|onze|douze) mois|(?:un|1|deux|2) ans?|et plus|long)\b/;
const CDD_COURT =
  /\bcdd\b.{0,25}?\b(?:(?:de |moins de )?[1-5] ?mois|(?:un|deux|trois|quatre|cinq) mois|\d+ (?:jours|semaines)|moins de (?:6|six)|court)\b/;
const SITUATIONS: readonly (readonly [RegExp, Exclude<SituationLue, null>])[] = [
  [
    /\b(?:sait|savons|sais) (?:pas|plus)\b|\bne sai[st]\b|\binconnu\w*\b|\binjoignable\b|\bsans nouvelles?\b|\bpas de nouvelles?\b|\bne repond\w* (?:pas|plus)\b/,
    'inconnue',
  ],
  [/\bcdi\b|\bduree indeterminee\b|\bembauche ferme\b|\btitularis\w+/, 'CDI'],
  [CDD_COURT, 'CDD_COURT'],
  [CDD_LONG, 'CDD_6_MOIS'],
  [/\bcdd\b|\bduree determinee\b/, 'precisez'],
  [/\binterim\b|\binterimaire\b|\bmissions? d'interim\b|\bett\b/, 'INTERIM'],
  [
    /\bformation\b|\bapprentissage\b|\balternance\b|\bcontrat pro\w*|\bdiplome\b|\bretour (?:aux|en) etudes\b/,
    'FORMATION',
  ],
  [
    /\brecherche (?:d'emploi|active)\b|\ben recherche\b|\bchom(?:age|eu[rs]\w*)\b|\bsans emploi\b|\bau rsa\b|\bfrance travail\b|\bdemandeu[rs]\w* d'emploi\b/,
    'RECHERCHE',
  ],
];

/** « en CDI », « CDD de 8 mois », « au chômage », « injoignable ». */
export const lireSituation = (texte: string): SituationLue => {
  const plie = plier(texte);
  return SITUATIONS.find(([motif]) => motif.test(plie))?.[1] ?? null;
};

const ECHEANCES =
  /^(?:mes|les|nos)? ?(?:echeances?|rappels?|relances?)\b|\bmes (?:echeances?|rappels?|relances?)\b|\b(?:qui|quoi|que dois-je) (?:relancer|suivre)\b|\bfins? d'eligibilite\b.{0,30}(?:proche|bientot|a venir|\?)|\bqui (?:arrive|sort)\b.{0,40}\beligibilite\b/;
const GLOBALISER =
  /\bqui (?:pourrait|peut|pourraient|peuvent)\b.{0,20}\b(?:globalis|mutualis|cumul|regroup)\w*|\b(?:possibilites?|pistes?|propositions?|candidats?)\b.{0,20}\b(?:globalis|mutualis)\w*|^globalisations? possibles?|\b(?:globaliser|mutualiser) (?:chez|sur|dans|avec) (?:mes|nos|mon|quelles?)\b|\bproposer?z? une globalisation\b/;
const PARCOURS =
  /\bparcours (?:de |d'|du )?(?=\S*\d|p-)|\bfiche (?:de |d')?(?=[a-z]{1,3}-?\d)|\bou en est\b(?=.*\b(?:[a-z]{1,3}-?\d))/;
/** « parcours Farid Zaoui » : le nom devient un code avant d'aller plus loin. */
const PARCOURS_NOMME =
  /^(?:[Vv]oir |[Mm]ontre[- ]moi )?(?:le |Le )?[Pp]arcours (?:de |d['’])?(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}.]*)*)[ .!]*$/u;
const DISPOSITIF =
  /\bparcours (?:de |d')?(?:emploi|insertion|avenir|competences?|qualifiant\w*|formation|france|iae|pmsmp|pacea)/;
const SORTIE =
  /\bembauche\w* en (?:cdi|cdd)\b|\b(?:est |a ete |)?(?:sorti|sortie|sort)\b|\ba (?:quitte|signe|ete embauche\w*|decroche|trouve)\b|\bsortie\b|\bfin de parcours\b|\best (?:en|au|embauche\w*)\b(?=.{0,25}\b(?:cdi|cdd))/;
const SUIVI = /\ba (3|6|12|trois|six|douze) mois\b|\b(3|6|12|trois|six|douze) mois apres\b|\b(un) an apres\b/;
const MOIS: Readonly<Record<string, 3 | 6 | 12>> = { '3': 3, trois: 3, '6': 6, six: 6, '12': 12, douze: 12, un: 12 };
const NON_ELIGIBLE =
  /\b(?:n'est (?:pas|plus)|pas|non|plus) (?:encore )?eligible\b|\b(?:ineligible|eligibilite refusee|refuse[es]? a l'eligibilite)\b/;
const ELIGIBLE =
  /\beligible\b|\beligibilite (?:validee|verifiee|ok|accordee|confirmee|du|depuis|a partir)\b|\bvalid\w* (?:l')?eligibilite\b/;
const LIBELLE = /\blibell[eé] (?:de |pour )?\S+\s*(?::|=|est|devient)\s*(.+)$/i;
const OTER_LIBELLE = /\b(?:efface|supprime|retire|enleve|oublie)\w* (?:le )?libelle\b/;

/**
 * Lit ce qu'un message dit d'un parcours ; null s'il parle d'autre chose.
 * La personne est lue ailleurs, avec les mêmes règles que pour les heures.
 */
export const lireDemandeParcours = (texte: string, aujourdhui: Jour): DemandeParcours | null => {
  const plie = plier(texte);
  if (OTER_LIBELLE.test(plie)) return { type: 'libelle', libelle: null };
  const libelle = LIBELLE.exec(texte)?.[1]?.trim();
  if (libelle) return { type: 'libelle', libelle: libelle.replace(/^[«"“\s]+|[»"”\s]+$/g, '') };
  if (GLOBALISER.test(plie)) return { type: 'globaliser', seuil: lireSeuil(plie) };
  if (ECHEANCES.test(plie)) return { type: 'echeances' };
  if (lireCode(texte) === null)
    return PARCOURS_NOMME.test(texte.trim()) && !DISPOSITIF.test(plie) ? { type: 'voir' } : null;
  const suivi = SUIVI.exec(plie);
  const situation = lireSituation(plie);
  const mois = MOIS[suivi?.[1] ?? suivi?.[2] ?? suivi?.[3] ?? ''];
  if (mois !== undefined && situation !== null) return { type: 'suivi', mois, situation };
  if (NON_ELIGIBLE.test(plie)) return { type: 'eligible', statut: 'refusee', debut: null, fin: null };
  if (ELIGIBLE.test(plie) && !/\?|\best-ce\b|\bcombien\b/.test(plie)) return lireEligible(texte, plie, aujourdhui);
  if (SORTIE.test(plie) && !/\?|\bheures?\b|\d\s*h\b/.test(plie))
    return { type: 'sortie', situation, le: lireJour(texte, aujourdhui) };
  return PARCOURS.test(plie) ? { type: 'voir' } : null;
};

/** « P-0231 », « B16-0004 », « p8001 », « P-7K2M9X » ; ni semaine, ni trimestre, ni route. */
const CODE = /(?<![a-z0-9-])(p-[a-z0-9]{6}|p-\d{1,8}|[a-z]{1,3}\d{0,4}-\d{2,8}|[a-z]{1,3}\d{3,8})(?![a-z0-9])/i;
const PAS_UN_CODE = /^(?:rd|rn|cdd|cdi|art|qpv|lot|ccag)-?\d/i;

/** Code de personne écrit tel quel ; null s'il n'y en a pas. */
export const lireCode = (texte: string): string | null => {
  const code = CODE.exec(texte)?.[1];
  return code === undefined || PAS_UN_CODE.test(code) ? null : code.toUpperCase();
};

/** La personne dont parle le message : un code, ou le nom dit après « parcours » (il devient un code aussitôt). */
export const lirePersonneDite = (texte: string): string | null =>
  lireCode(texte) ?? PARCOURS_NOMME.exec(texte.trim())?.[1] ?? null;

const lireJour = (texte: string, aujourdhui: Jour): Jour | null => {
  const lue = lirePeriode(texte, aujourdhui);
  return lue?.type === 'periode' ? lue.periode.du : null;
};

const lireEligible = (texte: string, plie: string, aujourdhui: Jour): DemandeParcours => {
  const borne = /\bjusqu'(?:au|a|en)\b/.exec(plie);
  const avant = borne === null ? texte : texte.slice(0, borne.index);
  const apres = borne === null ? '' : texte.slice(borne.index + borne[0].length - 2);
  const lue = lirePeriode(avant, aujourdhui);
  const periode = lue?.type === 'periode' ? lue.periode : null;
  const fin = apres === '' ? null : lireFin(apres, aujourdhui);
  const entiere = periode !== null && periode.du !== periode.au && /\bdu\b.+\bau\b/.test(plie) ? periode.au : null;
  return { type: 'eligible', statut: 'validee', debut: periode?.du ?? null, fin: fin ?? entiere };
};

const lireFin = (texte: string, aujourdhui: Jour): Jour | null => {
  const lue = lirePeriode(texte, aujourdhui);
  return lue?.type === 'periode' ? lue.periode.au : null;
};

const lireSeuil = (plie: string): number | null => {
  const lu = /(\d{1,2}[ .\u00a0\u202f]?\d{3}|\d{3,4})\s*h/.exec(plie)?.[1];
  return lu === undefined ? null : Number(lu.replace(/\D/g, ''));
};
