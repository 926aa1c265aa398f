import type { Fiche } from '../../domain/droit.ts';
import { plier } from '../normaliser.ts';
import type { Traits } from '../termes.ts';

/** « et pour… », « sinon… » : une suite, qui ne se comprend qu'avec le sujet d'avant. */
const SUITE =
  /^(?:et\b|ou\b|mais\b|sinon\b|dans ce cas\b|par contre\b|meme chose\b|idem\b|aussi\b|alors\b|donc\b|du coup\b|dans quels? cas\b|ca\b|c'est\b|pareil\b|y compris\b|avec\b|sans\b|juste\b|il y a\b|y a\b|les? |la |aux? |quels? |quelles? |combien|sur quel|depuis quand|pourquoi|comment|qui )/;
const FRANCHE = /^(?:et|ou|mais|sinon|dans ce cas|par contre|meme chose|idem|aussi|du coup|pareil|juste)\b/;
/** Ce qui relie un message court au sujet d'avant, quand il ne finit pas par « ? ». */
const LIEN =
  /^(?:quoi|quand|ou |a partir|jusqu|qu'est|que |est-ce|faut|peut|doit|est-ce|dois|puis|pour|dans|en|sur|sous|uniquement|seulement|meme|on|il|elle)\b/;
/** Ce qui s'adresse à la machine ou demande l'heure et le temps qu'il fait : jamais une suite. */
const A_COTE =
  /\b(?:tu|toi|te|ton|tes|blague)\b|\bquelle heure (?:est|il|qu)|\b(?:est|c'est) quelle heure\b|\bquel temps (?:fait|il)|\bquel jour (?:est|sommes|on)/;
/** Mots qui renvoient à ce qui vient d'être dit. */
const RENVOI =
  /\b(?:ca|cela|celui[ -]ci|celle[ -]ci|ceux[ -]ci|la dedans|y|lui|leur)\b|\b(?:je|tu|on|nous|vous|il|elle|faut|dois|doit|peut|peux|puis-je|l'on) (?:peux |peut |doit |dois )?(?:ne )?(?:le|la|les|l'|en) ?(?!mettre le)[a-z]+|\bl'(?:ajouter|ecrire|appliquer|imposer|exiger|utiliser|oublier|indiquer|justifier|demander|ecarter)\b/;

/**
 * À quel point un message tient de la suite : « franche », « possible », « faible » (seulement s'il ne dit rien
 * par lui-même), ou « non ».
 */
export type Ellipse = 'franche' | 'possible' | 'faible' | 'non';

const MOTS = { franche: 9, possible: 6, faible: 11 } as const;

export const lireEllipse = (texte: string): Ellipse => {
  const plie = plier(texte).trim();
  const mots = plie.split(/[^a-z0-9]+/).filter((mot) => mot !== '').length;
  if (FRANCHE.test(plie) && mots <= MOTS.franche) return 'franche';
  if (A_COTE.test(plie) || !/[a-z]{2}/.test(plie)) return 'non';
  const demande = texte.includes('?') || SUITE.test(plie) || LIEN.test(plie);
  if (mots <= MOTS.possible && demande) return 'possible';
  if (mots <= MOTS.franche && demande && RENVOI.test(plie)) return 'possible';
  return mots <= MOTS.faible ? 'faible' : 'non';
};

/** Traits qui s'excluent : nommer un autre public, contrat ou acheteur remplace celui du sujet. */
const CATEGORIES: readonly (readonly string[])[] = [
  [
    'handicap',
    '@th',
    '@rqth',
    '@esat',
    '@ea',
    'esat',
    'ea',
    'adapt',
    '@eatt',
    '@cdtd',
    'insert',
    '@siae',
    '@iae',
    'siae',
    'iae',
    '@aci',
    '@ei',
    '@etti',
    '@ai',
    '@ess',
    'ess',
    'prison',
    '@milieu_penitentiaire',
    'structur',
    'solidair',
    'econom',
    'econ',
    'social',
  ],
  ['march', '@marche_clause', '@marche_reserve', '@concession', '@dsp', 'concess', 'dsp', 'deleg'],
  ['traval', 'travail', 'fournitur', 'servic', '@fcs', 'prestat'],
  ['commun', 'etat', 'collectivit', 'hopital', 'depart', 'region', 'bailleur'],
];

/** Traits du sujet d'avant que la suite ne remplace pas. */
export const garderDuSujet = (sujet: Traits, suite: Traits): Traits => {
  const remplaces = new Set(
    CATEGORIES.flatMap((categorie) =>
      categorie.some((trait) => suite.has(trait) && !sujet.has(trait)) ? categorie : [],
    ),
  );
  return new Map([...sujet].filter(([trait]) => !trait.split('+').some((partie) => remplaces.has(partie))));
};

const famille = (id: string): string => id.split('-')[0] ?? id;

/** Parenté de deux fiches : liées, de même famille, ou étrangères. */
export const parente = (id: string, sujet: Fiche): 'elle-meme' | 'liee' | 'famille' | 'etrangere' => {
  if (id === sujet.id) return 'elle-meme';
  if (sujet.liees.includes(id)) return 'liee';
  return famille(id) === famille(sujet.id) ? 'famille' : 'etrangere';
};
