import type { Modalite, Public, Sexe } from '../../domain/heures.ts';
import type { Marque } from '../dates/aligner.ts';

/** Ce qu'un passage dit de la personne ; `nie` : « pas RSA ». */
export type Profil =
  | { readonly type: 'public'; readonly public: Public; readonly nie: boolean }
  | { readonly type: 'sexe'; readonly sexe: Sexe }
  | { readonly type: 'modalite'; readonly modalite: Modalite; readonly public: Public | null };

const B = '(?<![a-z0-9])';
const F = '(?![a-z0-9])';
const regle = (motif: string): RegExp => new RegExp(`${B}(?:${motif})${F}`, 'g');

const PUBLICS: readonly (readonly [Public, RegExp])[] = [
  [
    'RSA',
    regle(
      '(?:(?:beneficiaires?|allocataires?|benef)\\s+(?:du\\s+)?)?b?rsa|revenu de solidarite active|au r\\.s\\.a\\.?',
    ),
  ],
  [
    'QPV',
    regle(
      "(?:(?:habite|vit|reside|habitante?|residente?|issue?)\\s+(?:en|dans|du|d'un)\\s+(?:un\\s+)?)?(?:qpv|qp|quartiers?\\s+(?:prioritaires?|politique de la ville)(?:\\s+(?:de la (?:politique de la )?ville))?)",
    ),
  ],
  [
    'DELD',
    regle(
      "deld|detld|dld|(?:demandeu(?:r|se)s?\\s+d'?\\s?emploi|chomeu(?:r|se)s?|chomage|inscrite?)\\s+(?:de\\s+)?(?:tres\\s+)?longue\\s+duree|(?:de\\s+)?(?:tres\\s+)?longue\\s+duree|(?:au chomage|chomeu(?:r|se)|sans emploi|inscrite?s?(?:\\s+(?:a|au|chez)\\s+(?:pole emploi|france travail))?|demandeu(?:r|se) d'emploi)\\s+depuis\\s+(?:plus\\s+d[e']\\s*)?(?:(?:un|deux|trois|[1-9])\\s+ans?|(?:1[2-9]|[2-9]\\d)\\s+mois)",
    ),
  ],
  [
    'TH',
    regle(
      "r?qth|rqth|th|boeth|boe|aah|(?:reconnue?s?\\s+)?travailleu(?:r|se)s?\\s+handicapee?s?|handicapee?s?|(?:en\\s+)?situation de handicap|obligation d'emploi",
    ),
  ],
  ['SENIOR', regle('seniors?|(?:plus de|\\+ ?de|\\+|au moins)\\s*5\\d\\s*ans|5\\d\\s*ans\\s+et\\s+plus')],
  [
    'JEUNE',
    regle(
      "jeunes?|(?:moins de\\s*|- ?de\\s*|-)(?:26|25|30)\\s*ans(?! et plus)|mission locale|garantie jeunes?|neets?|contrat d'engagement jeune|cej",
    ),
  ],
  [
    'IAE',
    regle("(?:en\\s+)?(?:parcours\\s+(?:d'insertion|iae)|iae|siae|pass iae|cddi)|insertion par l'activite economique"),
  ],
  [
    'ALTERNANCE',
    regle(
      "(?:en\\s+)?(?:contrat\\s+d'\\s?(?:apprentissage|alternance)|apprentis?|apprenties?|apprentissage|alternance|alternante?s?|contrats?\\s+(?:de\\s+)?pro(?:fessionnalisation)?)",
    ),
  ],
];

const MODALITES: readonly (readonly [Modalite, Public | null, RegExp])[] = [
  ['ETTI', 'IAE', regle("etti|interim(?:aire)?s?\\s+d'insertion|entreprise de travail temporaire d'insertion")],
  ['ACI', 'IAE', regle("aci|ateliers?\\s+(?:et\\s+)?chantiers?\\s+d'insertion|chantier d'insertion")],
  [
    'AI',
    'IAE',
    regle("(?:(?:en|via|par|avec|une|l'|d'une|salariee?s?\\s+d')\\s*(?:une\\s+|l')?)ai|association intermediaire"),
  ],
  ['EI', 'IAE', regle("(?:(?:en|via|par|une|l'|d'une|salariee?s?\\s+d')\\s*(?:une\\s+|l')?)ei|entreprise d'insertion")],
  ['GEIQ', null, regle('geiq')],
  ['EATT', null, regle('eatt|entreprise adaptee de travail temporaire')],
  ['EA', null, regle('(?:en|via|par)\\s+(?:une\\s+)?ea|entreprise adaptee')],
  ['ESAT', null, regle('esat')],
  ['EMBAUCHE_DIRECTE', null, regle('embauches?\\s+directes?|(?:en\\s+)?(?:cdd|cdi)')],
];

/** Sigles d'une ou deux lettres : seulement en majuscules, car « j'ai » n'est pas une association. */
const SIGLES: readonly (readonly [Modalite, RegExp])[] = [
  ['AI', /(?<![\p{L}'’])AI(?!\p{L})/gu],
  ['EI', /(?<![\p{L}'’])EI(?!\p{L})/gu],
];

const SEXES: readonly (readonly [Sexe, RegExp])[] = [
  [
    'F',
    regle(
      "(?:une\\s+)?(?:femme|dame)|beneficiaire\\s+(?:feminine?|femme)|sexe\\s*:?\\s*(?:f|feminin)|feminine?|(?<!-)elle|une jeune|la (?:beneficiaire|participante|salariee|stagiaire)|participante|salariee|embauchee|recrutee|apprentie|alternante|demandeuse d'emploi|chomeuse|travailleuse handicapee|habitante|nee|agee|ouvriere",
    ),
  ],
  [
    'M',
    regle(
      "(?:un\\s+)?homme|sexe\\s*:?\\s*(?:m|h|masculin)|masculin|il(?!\\s+(?:y|faut|s'agit|manque|est prevu|reste|me|te|nous|vous|est possible))",
    ),
  ],
];

const marquer = (trouve: RegExpExecArray, valeur: Profil): Marque<Profil> => ({
  debut: trouve.index,
  fin: trouve.index + trouve[0].length,
  valeur,
});

const NEGATION = /(?:\b(?:pas|plus|non|ni|sans)\s+(?:du\s+|au\s+|en\s+|de\s+|un\s+|une\s+|beneficiaire du\s+)?)$/;
const estNie = (plie: string, place: number): boolean => {
  const avant = plie.slice(0, place);
  return NEGATION.test(avant) && !/\bnon\s+(?:c'est|elle est|il est)\s*$/.test(avant);
};

const AGE = /(?<![\d,.])(\d{2})\s*ans(?![a-z])(?!\s+et plus)/g;
/** « née en 2003 », « né le 12/05/2003 » : jamais une date de travail. */
export const NAISSANCE = /(?<![a-z])nee?s?\s+(?:en|le\s+[\d/ .-]+|en\s+)?\s*(19\d{2}|20[01]\d)(?!\d)/g;

const parAge = (age: number): Public | null =>
  age < 26 && age >= 16 ? 'JEUNE' : age >= 50 && age < 80 ? 'SENIOR' : null;

const ages = (plie: string, an: number): Marque<Profil>[] => {
  const lus = [...plie.matchAll(AGE)].map((trouve) => ({ trouve, age: Number(trouve[1]) }));
  const nes = [...plie.matchAll(NAISSANCE)].map((trouve) => ({ trouve, age: an - Number(trouve[1]) }));
  return [...lus, ...nes].flatMap(({ trouve, age }) => {
    const seuil = /(?:moins|plus|au moins)\s*(?:de\s*)?$|[+-]\s?de\s*$|[+-]$/.test(plie.slice(0, trouve.index));
    const valeur = seuil ? null : parAge(age);
    return valeur ? [marquer(trouve, { type: 'public', public: valeur, nie: false })] : [];
  });
};

/** Publics, sexe et modalité dits dans un texte aligné ; le sexe jamais d'après le prénom. */
export const chercherProfils = (plie: string, texte: string, an: number): Marque<Profil>[] => {
  const publics = PUBLICS.flatMap(([nom, motif]) =>
    [...plie.matchAll(motif)].map((trouve) =>
      marquer(trouve, { type: 'public', public: nom, nie: estNie(plie, trouve.index) }),
    ),
  );
  const modalites = MODALITES.flatMap(([modalite, lie, motif]) =>
    [...plie.matchAll(motif)].map((trouve) => marquer(trouve, { type: 'modalite', modalite, public: lie })),
  );
  const sigles = SIGLES.flatMap(([modalite, motif]) =>
    /\p{Ll}/u.test(texte)
      ? [...texte.matchAll(motif)].map((trouve) => marquer(trouve, { type: 'modalite', modalite, public: 'IAE' }))
      : [],
  );
  const sexes = SEXES.flatMap(([sexe, motif]) =>
    [...plie.matchAll(motif)].map((trouve) => marquer(trouve, { type: 'sexe', sexe })),
  );
  const alternance = publics
    .filter(({ valeur }) => valeur.type === 'public' && valeur.public === 'ALTERNANCE' && !valeur.nie)
    .map(
      ({ debut, fin }): Marque<Profil> => ({
        debut,
        fin,
        valeur: { type: 'modalite', modalite: 'ALTERNANCE', public: null },
      }),
    );
  return [...publics, ...ages(plie, an), ...modalites, ...sigles, ...sexes, ...alternance];
};
