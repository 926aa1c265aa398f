import type { ContexteHeures } from '../../domain/heures.ts';
import { aligner, departs, type Marque, masquer } from '../dates/aligner.ts';
import { chercherPeriodes, type LecturePeriode } from '../dates.ts';
import { lireNombreIci } from '../nombres.ts';
import { chercherCodes } from './codes.ts';
import type { Duree } from './duree.ts';
import { chercherDurees } from './durees.ts';
import { chercherAnnoncees, chercherEntreprises } from './entreprises.ts';
import { chercherEntiers, chercherOperations, type OperationLue } from './operations.ts';
import type { PersonneLue } from './personne.ts';
import { chercherPersonnes } from './personnes.ts';
import { PRENOMS } from './prenoms.ts';
import { chercherProfils, NAISSANCE, type Profil } from './publics.ts';

/** Tout ce qu'un texte dit, à sa place, avant qu'on en fasse des lignes. */
export interface Faits {
  /** Texte aligné d'origine. */
  readonly plie: string;
  readonly durees: readonly Marque<Duree>[];
  readonly periodes: readonly LecturePeriode[];
  readonly operations: readonly Marque<OperationLue>[];
  readonly entreprises: readonly Marque<string>[];
  readonly profils: readonly Marque<Profil>[];
  readonly personnes: readonly Marque<PersonneLue>[];
  /** Nombres sans unité que rien n'explique. */
  readonly nus: readonly Marque<number>[];
  /** « à 4 personnes » : combien de noms sont attendus. */
  readonly effectif: number | null;
}

const EFFECTIF =
  /(?<![a-z\d,.]|\d\s?h\s?)(\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|plusieurs|quelques)\s+(?:autres\s+)?(?:personnes?|salarie?e?s?|beneficiaires?|benefs?|participante?s?|apprentie?s?|jeunes|femmes|hommes|gars|ouvriers?|stagiaires|interimaires|agents|seniors|allocataires|brsa|rsa|habitants)(?![a-z])/g;

/** Une date qui situe un échange, pas les heures (« suite à notre appel d'hier »). */
const ECHANGE =
  /(?:echange|appel|mail|courriel|message|reunion|point|coup de fil|conversation|entretien|visite)\s+(?:telephonique\s+)?(?:du\s+|de\s+|d'|de ce\s+)(?:hier|lundi|mardi|mercredi|jeudi|vendredi|ce matin|matin|\d{1,2}[/ ][a-z\d]+|la semaine derniere)(?: dernier| matin)?/g;

/** Une date qui nomme un lieu (« rue du 8 mai 1945 », « stade du 11 novembre »). */
const ADRESSE =
  /(?<![a-z])(?:(?:rue|avenue|av|place|boulevard|bd|square|residence|allee|cite|quartier|pont|cours)\s+(?:du\s+)?\d{1,2}(?:\s?er)?\s+(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?:\s+\d{4})?|(?:stade|ecole|college|gymnase|salle|groupe scolaire|zac|caserne)\s+du\s+(?:8 mai|11 novembre|14 juillet|4 septembre|19 mars|1er mai)(?:\s+\d{4})?)(?![a-z\d])/g;

/** « Mme Avril », « Paul Février » : un mois qui est un nom de famille. */
const MOIS_NOM = /(?<![a-z])([a-z-]+\.?) +(janvier|fevrier|mars|avril|mai|juillet|aout)(?![a-z]| *\d{4})/g;
const estUnNom = (avant: string): boolean =>
  PRENOMS.has(avant) || /^(?:m\.?|mr\.?|mme\.?|mlle\.?|monsieur|madame)$/.test(avant);

/** Où la personne habite : ni son chantier ni son nom. */
const DOMICILE =
  /(?<![a-z])(?:qui\s+)?(?:habite|habitant|habitante|domiciliee?|reside|residant|vit|originaire)\s+(?:a|de|sur|dans|en)\s+(?:la |le |les |l')?[a-z]+(?:-[a-z]+)*/g;

/** « mission locale de Denain » : l'organisme qui suit la personne, pas son chantier. */
const ORGANISME =
  /((?<![a-z])(?:mission locale|agence|plie|ccas|caf|france travail|pole emploi|cap emploi|antenne))\s+(?:de la |de l'|de |d'|du |des )[a-z]+(?:-[a-z]+)*/g;

/** Mots qui disent un sexe ou un public, et qui annoncent aussi l'entreprise. */
const EMPLOI = /embauche|recrute|salarie|employe|apprenti|alternant/;

/** « absent lundi mais 7 h mardi » : le jour d'absence n'est pas travaillé. */
const ABSENCE =
  /\b(?:absente?|malade|en arret(?: maladie)?|en conges?|pas (?:la|venue?|presente?|travaille)|ferie|sauf|hors)\s*(?:le|du|la|les)?\s*$/;

const effacerTous = (plie: string, marques: readonly Marque<unknown>[]): string =>
  marques.reduce((reste, marque) => masquer(reste, marque), plie);

/** Un groupe sans nombre : plusieurs noms sont attendus. */
const GROUPE =
  /(?<![a-z])(?:toute l'equipe|l'equipe entiere|tout le monde|tout le groupe|(?:tous |toutes )?(?:les|nos|mes)\s+(?:\d\s+)?(?:gars|salariee?s|beneficiaires|participante?s|apprentie?s|jeunes|ouvriers|stagiaires|interimaires))(?![a-z])/;

const effectifDe = (plie: string): { readonly effectif: number | null; readonly reste: string } => {
  const trouve = [...plie.matchAll(EFFECTIF)][0];
  const groupe = GROUPE.exec(plie);
  if (!trouve && groupe)
    return { effectif: 2, reste: masquer(plie, { debut: groupe.index, fin: groupe.index + groupe[0].length }) };
  if (!trouve) return { effectif: null, reste: plie };
  const nombre = lireNombreIci(trouve[1] ?? '', 0)?.valeur ?? 2;
  // « 1 personne » n'attend qu'un nom, comme d'habitude.
  return {
    effectif: nombre > 1 ? nombre : null,
    reste: masquer(plie, { debut: trouve.index, fin: trouve.index + trouve[0].length }),
  };
};

const nombresNus = (plie: string): Marque<number>[] => {
  const nus: Marque<number>[] = [];
  let libre = 0;
  for (const place of departs(plie)) {
    // « pour les 2 » compte des personnes.
    if (place < libre || /[a-z°]-?$|(?<![a-z])(?:les|aux|ces|nos)\s+$/.test(plie.slice(0, place))) continue;
    const nombre = lireNombreIci(plie, place);
    // En lettres, un petit nombre est d'abord un article ou un rang.
    if (nombre && /[a-z]/.test(plie.charAt(place)) && nombre.valeur < 10) continue;
    if (!nombre || /^(?:[a-z%€/:]|\s*(?:€|%|eur|ans?\b|mois\b|rue\b|bis\b))/.test(plie.slice(nombre.fin))) continue;
    nus.push({ debut: place, fin: nombre.fin, valeur: nombre.valeur });
    libre = nombre.fin;
  }
  return nus;
};

/** « 7 h pour P-1 et une demi-journée pour P-2 » : une personne les sépare, l'une ne résume pas l'autre. */
const aChacun = (
  journees: readonly Marque<Duree>[],
  durees: readonly Marque<Duree>[],
  personnes: readonly Marque<PersonneLue>[],
): readonly Marque<Duree>[] => {
  const separees = journees.every((journee) =>
    durees.every(
      (duree) =>
        duree.valeur.par === null &&
        personnes.some(
          ({ debut, fin }) =>
            (duree.fin <= debut && fin <= journee.debut) || (journee.fin <= debut && fin <= duree.debut),
        ),
    ),
  );
  return separees && durees.length + journees.length === personnes.length ? journees : [];
};

/** Lit un texte composé : ce qui est sûr d'abord, chaque passage compris étant effacé pour la suite. */
export const extraire = (texte: string, contexte: ContexteHeures): Faits => {
  const plie = aligner(texte);
  let reste = plie.replace(ECHANGE, (tout) => '¤'.repeat(tout.length));
  const entiers = chercherEntiers(reste, contexte);
  reste = effacerTous(reste, entiers);
  const codes = chercherCodes(reste, texte);
  reste = effacerTous(reste, codes);
  const sansAdresses = reste
    .replace(ADRESSE, (tout) => '¤'.repeat(tout.length))
    .replace(NAISSANCE, (tout) => '¤'.repeat(tout.length))
    .replace(MOIS_NOM, (tout, avant: string, mois: string, place: number) =>
      estUnNom(avant) && /\p{Lu}/u.test(texte.charAt(place + tout.length - mois.length))
        ? '¤'.repeat(tout.length)
        : tout,
    );
  const lues = chercherPeriodes(sansAdresses, contexte.aujourdhui);
  const travaillees = lues.filter(({ debut }) => !ABSENCE.test(sansAdresses.slice(0, debut)));
  const periodes = travaillees.length > 0 ? travaillees : lues;
  reste = effacerTous(
    reste,
    periodes.map(({ debut, fin }) => ({ debut, fin, valeur: null })),
  );
  const connues = chercherEntreprises(reste, contexte);
  reste = effacerTous(reste, connues);
  const { effectif, reste: sansEffectif } = effectifDe(
    reste.replace(ORGANISME, (tout, organisme: string) => organisme + '¤'.repeat(tout.length - organisme.length)),
  );
  const profils = chercherProfils(reste, texte, Number(contexte.aujourdhui.slice(0, 4)));
  // « embauchée par Colas » : le mot dit un sexe, mais il annonce aussi l'entreprise.
  const finis = profils.filter(
    ({ debut, fin }) =>
      !(EMPLOI.test(sansEffectif.slice(debut, fin)) && /^\s+(?:par|de|chez)\s/.test(sansEffectif.slice(fin))),
  );
  reste = effacerTous(sansEffectif, finis).replace(DOMICILE, (tout) => '¤'.repeat(tout.length));
  const partiels = chercherOperations(reste, contexte, entiers.length > 0);
  reste = effacerTous(reste, partiels);
  const annoncees = chercherAnnoncees(reste, texte);
  reste = effacerTous(reste, annoncees);
  const { durees, resumees, reste: sansDurees } = chercherDurees(reste);
  const personnes = chercherPersonnes(sansDurees, texte, {
    codes,
    durees: durees.length + resumees.length || nombresNus(sansDurees).length,
  });
  const parPlace = <T extends { readonly debut: number }>(marques: readonly T[]): readonly T[] =>
    [...marques].sort((a, b) => a.debut - b.debut);
  return {
    plie,
    durees: parPlace([...durees, ...aChacun(resumees, durees, personnes)]),
    periodes,
    operations: parPlace([...entiers, ...partiels]),
    entreprises: parPlace([...connues, ...annoncees]),
    profils: parPlace(profils),
    personnes,
    nus: nombresNus(effacerTous(sansDurees, personnes)),
    effectif,
  };
};
