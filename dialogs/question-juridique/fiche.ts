import type { Jour } from '../../src/domain/dates.ts';
import type { Epoque } from '../../src/domain/droit/epoque.ts';
import { choisirPassages } from '../../src/domain/droit/passages.ts';
import type { Relance } from '../../src/domain/droit/relance.ts';
import { lireSituation, type Situation } from '../../src/domain/droit/situation.ts';
import type { Citation, Fiche } from '../../src/domain/droit.ts';
import { limiteRelecture } from '../../src/domain/veille.ts';
import type { Tour } from '../kit/conversation.ts';
import { formatJour } from '../kit/format.ts';
import type { Choix, Reponse } from '../kit/reply.ts';
import { jugerAchatDirect } from './dispense.ts';
import { DEBUT_DU_CODE, direEpoque, ditAujourdhui, repondreAlors } from './epoque.ts';
import * as messages from './messages.ts';
import { jugerMontant } from './obligation.ts';
import { jugerSpaser } from './spaser.ts';

const CHOIX_MONTRES = 3;

/** Boutons vers des fiches : le titre se renvoie tel quel. */
export const choixDe = ({ services }: Tour, ids: readonly string[]): Choix[] =>
  [...new Set(ids)].flatMap((id) => {
    const fiche = services.droit.fiche(id);
    return fiche ? [{ titre: fiche.titre, valeur: fiche.titre }] : [];
  });

/** La réponse d'une fiche, avec ses sources, sa date et ses questions liées. */
export const repondreFiche = (tour: Tour, fiche: Fiche): Reponse =>
  presenter(tour, fiche, { texte: '', passages: true });

/** La réponse d'une fiche à une question : la date et le montant dits dans la question y servent. */
export const repondreAvecSituation = (tour: Tour, fiche: Fiche, situation: Situation): Reponse =>
  presenter(tour, fiche, { texte: tour.message.texte, situation, passages: true });

/** Corps d'une réponse, sans ses sources : ce qu'une section ou une définition en reprend. */
export interface Corps {
  readonly texte: string;
  readonly citations: readonly Citation[];
}

interface Forme {
  /** Question posée ; vide si l'on veut la fiche telle quelle. */
  readonly texte: string;
  /** Marché dont on parle, si la question seule ne le dit pas entier. */
  readonly situation?: Situation;
  /** Vrai : avec ce qui, du développement, répond aux mots de la question. */
  readonly passages: boolean;
}

/** Ce que la fiche répond, sans l'habillage. */
export const composer = (tour: Tour, fiche: Fiche, { texte, passages, situation }: Forme): Corps => {
  const { droit } = tour.services;
  // Une ancienne référence parle déjà du passé : « nos marchés de 2017 » n'y ajoute rien.
  const sansDate = texte === '' || fiche.theme === 'anciennes-references';
  const epoque = sansDate ? null : droit.lireEpoque(texte, tour.aujourdhui);
  const jour = epoque?.periode.au ?? tour.aujourdhui;
  const dite = epoque === null ? null : direEpoque(epoque);
  const marche = situation ?? lireSituation(texte);
  const verdict =
    jugerMontant(marche, fiche, { texte, jour, alors: dite, seuils: droit.seuils }) ??
    jugerAchatDirect(marche, fiche, { jour, alors: dite, seuils: droit.seuils }) ??
    jugerSpaser(marche, fiche, droit.seuils);
  const tranche = verdict?.startsWith('**') ?? false;
  const parties = [
    verdict,
    // Deux « oui » ou « non » de suite, à deux questions différentes, se contrediraient.
    ...(epoque === null ? [tranche ? sansOuiNon(fiche.reponse) : fiche.reponse] : datees(tour, fiche, epoque)),
    ...(passages && epoque === null ? choisirPassages(fiche, texte).montres : []),
    messages.RESERVES[fiche.confiance],
  ];
  return { texte: parties.filter((partie) => partie).join('\n\n'), citations: citerAlors(tour, fiche, jour) };
};

const sansOuiNon = (reponse: string): string =>
  reponse.replace(/^(?:Oui|Non)[.,] *(\p{L})/u, (_, lettre: string) => lettre.toUpperCase());

const datees = (tour: Tour, fiche: Fiche, epoque: Epoque): readonly (string | null)[] => {
  const alors = repondreAlors(fiche, epoque, tour);
  if (alors === null) return [fiche.reponse];
  const avantLeCode = epoque.periode.au < DEBUT_DU_CODE && fiche.sources.some((id) => id.startsWith('ccp-'));
  return [
    avantLeCode ? messages.avantLeCode : null,
    alors,
    ditAujourdhui(fiche, epoque) ? null : messages.aujourdhui(fiche.reponse),
  ];
};

/** Sources à la date dite ; un texte qui n'existait pas encore est cité tel qu'il est aujourd'hui. */
const citerAlors = ({ services, aujourdhui }: Tour, fiche: Fiche, jour: Jour): readonly Citation[] => {
  const presentes = services.droit.citations(fiche, aujourdhui);
  if (jour === aujourdhui) return presentes;
  const alors = services.droit.citations(fiche, jour);
  return presentes.map((presente, rang) => {
    const ancienne = alors[rang];
    return ancienne && ancienne.enVigueurDu !== null ? ancienne : presente;
  });
};

const presenter = (tour: Tour, fiche: Fiche, forme: Forme): Reponse => {
  const { texte, citations } = composer(tour, fiche, forme);
  return {
    texte: [texte, listerSources(tour, citations), dateLecture(fiche, tour.aujourdhui)].join('\n\n'),
    citations,
    choix: [...plus(fiche), ...choixDe(tour, fiche.liees)].slice(0, CHOIX_MONTRES),
    avis: { fiche: fiche.id },
  };
};

/** Bouton qui déplie le développement d'une fiche, s'il en reste à lire. */
export const plus = (fiche: Fiche): readonly Choix[] =>
  choisirPassages(fiche, '').reste ? [{ titre: messages.plus, valeur: messages.plusSur(fiche.titre) }] : [];

/** Les textes de la fiche dont on parlait, ou depuis quand ils valent, dits avant sa réponse. */
export const repondreRelance = (tour: Tour, fiche: Fiche, relance: Relance): Reponse => {
  const reponse = repondreFiche(tour, fiche);
  const textes = (reponse.citations ?? []).map(({ libelle, lien, enVigueurDu }) => ({
    libelle: lien === '' ? libelle : messages.lien(libelle, lien),
    depuis: dateUtile(libelle, enVigueurDu),
  }));
  const parties = [messages.relance(relance, textes), fiche.reponse, dateLecture(fiche, tour.aujourdhui)];
  return { ...reponse, texte: parties.join('\n\n') };
};

/** Le développement d'une fiche, déplié. */
export const repondreDetail = (tour: Tour, fiche: Fiche): Reponse => {
  const citations = tour.services.droit.citations(fiche, tour.aujourdhui);
  const developpe = fiche.detail === '' ? `${messages.riendePlus}\n\n${fiche.reponse}` : fiche.detail;
  const parties = [
    messages.titreDetail(fiche.titre),
    developpe,
    messages.RESERVES[fiche.confiance],
    listerSources(tour, citations),
    dateLecture(fiche, tour.aujourdhui),
  ];
  return {
    texte: parties.filter((partie) => partie).join('\n\n'),
    citations,
    choix: choixDe(tour, fiche.liees).slice(0, CHOIX_MONTRES),
    avis: { fiche: fiche.id },
  };
};

/** Une fiche passée de date répond encore, et le dit. */
export const dateLecture = (fiche: Fiche, aujourdhui: Jour): string => {
  return aujourdhui > limiteRelecture(fiche)
    ? messages.aRelire(fiche.titre, formatJour(fiche.luLe))
    : messages.verifie(fiche.titre, formatJour(fiche.luLe));
};

/** Une décision ou un règlement porte déjà sa date dans son nom. */
const dateUtile = (libelle: string, jour: Jour | null): string | null => {
  const date = jour === null ? null : formatJour(jour);
  return date !== null && libelle.includes(date) ? null : date;
};

/** « Sources », sur une ligne : chaque texte, sa rédaction, son numéro ; un usage n'a pas d'adresse. */
export const listerSources = ({ services }: Tour, citations: readonly Citation[]): string =>
  messages.sources(
    citations.map(({ id, libelle, lien, enVigueurDu }, rang) => {
      const source = services.droit.source(id);
      const sansAdresse = source?.code === 'page' && source.adresse === null;
      return messages.source(rang + 1, sansAdresse ? libelle : messages.lien(libelle, lien), {
        date: dateUtile(libelle, enVigueurDu),
      });
    }),
  );
