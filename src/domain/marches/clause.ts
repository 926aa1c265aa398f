import type { Avis } from '../marches.ts';
import type { Texte } from './reservation.ts';
import { aplatir, decouperPhrases, nettoyer } from './texte.ts';

export type ClauseSociale = Avis['clauseSociale'];

const CLAUSE =
  /\bclauses? (?:\S+ ){0,4}?(?:d'insertion|sociales?\b|a caractere social)|\bclauses? (?:obligatoires? )?(?:visant a (?:l'insertion|promouvoir)|de promotion de l'(?:insertion|emploi)|lutte contre le chomage)|\b(?:action|dispositif|demarche|condition|engagement|obligation|effort|objectif|volume(?: horaire)?)s? (?:obligatoires? |minimale?s? |forte?s? )?d'insertion|heures? (?:de travail )?(?:\S+ ){0,3}?(?:d'|en |a l')insertion|(?:conditions?|elements?|caracteristiques?|considerations?)(?: d'execution)?(?: des prestations)?(?: avec des elements)? (?:a caractere )?social|(?:promouvoir|promotion de) l'emploi (?:de|des) personnes|l'emploi de personnes rencontrant des difficultes|acces ou le retour a l'emploi|(?<!\()reserve a l'insertion(?! par l'activite)|reserver des heures d'insertion|\bclauses? [^;]{0,40}2113-1[23]|conditions? (?:particulieres? )?d'execution ?: ?insertion|insertion (?:par l'activite economique )?(?:est|comme) (?:une )?condition/;
/** L'entreprise retenue réserve des heures ou des embauches : une clause, même sans ce mot. */
const EFFORT =
  /\b(?:reserve|consacre|dedie)(?:r|ra|ront|nt)?\b[^.;]{0,60}(?:\bheures?\b|\b\d+ ?h\b|%|recrutement|embauche)[^.;]{0,90}(?:insertion|difficulte|eloigne|prioritaire|demandeurs? d'emploi|chomage)/;
/** Un critère d'attribution note l'offre : ce n'est pas une condition d'exécution. */
const CRITERE = /\bcriteres?\b|\bpoints?\b|\bpondere|\bponderation|\bnote (?:sur|de|reservee)/;
/** Le marché porte sur les clauses des autres : conseil, guide, formation. */
const SUJET_CLAUSE =
  /\b(?:assistance|mission|guide|logiciel|outil|plateforme|redaction|formation|sensibilisation|mise en place|suivi|promotion|etude|elaboration)\b[^.;]{0,90}(?:\b(?:de|des|aux|sur les)|:) ?(?:clauses (?:sociales|d'insertion)|marches reserves)/;
const EXECUTION = /\b(?:execution|titulaires?|entreprises?|soumissionnaires?|attributaires?|obligat|obligation|clause)/;
const NEGATION =
  /(?:\bne (?:comporte|comportent|contient|contiennent|prevoit|prevoient|comprend|comprennent|fait|font|est|sont)|\bn'(?:est|y a|inclut|a))\b[^.]{0,60}\b(?:pas|aucune?)\b[^.]{0,60}\b(?:clause|insertion|social)|\bsans clause (?:sociale|d'insertion)|\b(?:aucune|pas de) clauses? (?:sociale|d'insertion)|\b(?:clauses?|considerations?) (?:sociales?|d'insertion) ?:? ?(?:non\b|neant|sans objet|aucune)/;

const NOMBRE = String.raw`(\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(\d+))?`;
const HEURES = new RegExp(
  String.raw`${NOMBRE} ?(?:heures?\b|h\b)(?! ?\d)(?! ?\/ ?\d)(?!(?: d'insertion| de travail)? (?:par|chaque) (?:an|annee|mois|semaine|tranche|jour)| annuelles| hebdomadaires| par tranche)`,
  'g',
);
const PAR_LOT = /\blots? (?:n° ?)?(\d{1,3}|[a-h])\b[^.;\d]{0,60}$/;
const HORAIRE = /(?:\bavant|\bjusqu'a|\ble \S+|\ba|\bde|\d ?h|20\d\d) ?$/;

/** Phrase où des heures sont des heures d'insertion, et non une durée ou un horaire. */
const PARLE_D_INSERTION =
  /insertion|clause sociale|clauses sociales|clause de stage|eloignee?s? de l'emploi|difficultes/;

/** « 250 hConsultation » : des rubriques publiées sans espace entre elles. */
const decoller = (texte: string): string => texte.replace(/(heures?|\d ?h)(?=[A-ZÀ-Ý])/g, '$1. ');

const valeur = (entier: string, decimales: string | undefined): number =>
  Number(`${entier.replace(/[ .]/g, '')}.${decimales ?? 0}`);

interface HeuresLues {
  readonly lot: string | null;
  readonly heures: number;
}

const heuresDe = (phrase: string): HeuresLues[] =>
  [...phrase.matchAll(HEURES)].flatMap((trouve) => {
    const avant = phrase.slice(0, trouve.index);
    const unite = /h$/.test(trouve[0]);
    if (unite && HORAIRE.test(avant) && !/\bde ?$/.test(avant)) return [];
    if (/\bdans (?:les |un delai de )?$|\bsous $|\bpasse de $|\bau lieu de $/.test(avant)) return [];
    return [{ lot: PAR_LOT.exec(avant)?.[1] ?? null, heures: valeur(trouve[1] ?? '0', trouve[2]) }];
  });

/** Une somme par lots, sinon le premier nombre : les suivants le détaillent (« 250 heures, soit 120 et 130 »). */
const totaliser = (lues: readonly HeuresLues[]): number | null => {
  const [premiere] = lues;
  if (premiere === undefined) return null;
  const parLot = new Map(lues.flatMap(({ lot, heures }) => (lot === null ? [] : [[lot, heures]])));
  if (premiere.lot === null || parLot.size < 2) return premiere.heures;
  return [...parLot.values()].reduce((somme, heures) => somme + heures, 0);
};

/** « Structures porteuses d'actions d'insertion » nomme des structures. */
const PORTEUSES = /\bporteu\w+ d'actions? d'insertion/g;

const prevoitUneClause = (ecrite: string): boolean => {
  const phrase = ecrite.replace(PORTEUSES, ' ');
  if (SUJET_CLAUSE.test(phrase)) return false;
  if (CRITERE.test(phrase) && !/\bclauses?\b|\bexecution\b|\bheures?\b/.test(phrase)) return false;
  return EFFORT.test(phrase) || (CLAUSE.test(phrase) && (EXECUTION.test(phrase) || /insertion|social/.test(phrase)));
};

/**
 * La clause sociale d'exécution (art. L2112-2 CCP) telle que les textes la disent : `presente` est null si rien
 * n'en parle ; `heures` est le total d'heures d'insertion, null s'il n'est pas donné (taux, heures par an…).
 */
export const lireClauseSociale = (textes: readonly Texte[]): ClauseSociale => {
  let presente: boolean | null = null;
  let contexte = false;
  const lues: HeuresLues[] = [];
  for (const { champ, texte } of textes) {
    if (/init$|au_?lieu/i.test(champ)) continue;
    for (const phrase of decouperPhrases(decoller(nettoyer(texte))).map(aplatir)) {
      if (NEGATION.test(phrase)) presente ??= false;
      else if (prevoitUneClause(phrase)) presente = true;
      contexte = PARLE_D_INSERTION.test(phrase) || (contexte && /heures|\d ?h\b/.test(phrase));
      if (contexte) lues.push(...heuresDe(phrase));
    }
  }
  return { presente, heures: presente === true ? totaliser(lues) : null };
};
