import { citer, libeller, versionEnVigueur } from '../../src/domain/citations.ts';
import type { Consultation } from '../../src/domain/droit/consultation.ts';
import type { Epoque } from '../../src/domain/droit/epoque.ts';
import { lireAlinea, redactionsDe } from '../../src/domain/droit/redactions.ts';
import type { Citation, Fiche, Source } from '../../src/domain/droit.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { formatJour } from '../kit/format.ts';
import type { Choix } from '../kit/reply.ts';
import { direEpoque } from './epoque.ts';
import { choixDe, listerSources, repondreFiche } from './fiche.ts';
import * as messages from './messages.ts';

const FICHES_MONTREES = 3;
const ANCIENS = /^(?:cmp|ord|decret-2016-360)-/;

/** Ce que dit un article, depuis quand, et ce qui s'y appuie ; ou qu'il n'existe pas. */
export const repondreArticle = (tour: Tour, consultation: Consultation): Issue => {
  if (consultation.type === 'inconnue') return repondreInconnu(tour, consultation);
  const ancienne = ficheAncienne(tour, consultation.ids);
  if (ancienne) return { reponses: [repondreFiche(tour, ancienne)], memoire: { fiche: ancienne.id } };
  const sources = consultation.ids.flatMap((id) => tour.services.droit.source(id) ?? []);
  const epoque = tour.services.droit.lireEpoque(tour.message.texte, tour.aujourdhui);
  const principale = fichePrincipale(tour, consultation.ids);
  const liees = fichesSur(tour.services, consultation.ids).filter(({ id }) => id !== principale?.id);
  const proposees = [...new Set([...(principale ? [principale] : []), ...liees])].slice(0, FICHES_MONTREES);
  const citations = citerAussi(tour, { sources, epoque, fiche: principale });
  const parties = [
    ...sources.map((source) => decrire(tour, source, { alinea: consultation.alinea, epoque })),
    principale && messages.enPratique(principale.titre, principale.reponse),
    proposees.length > 0 ? messages.fichesLiees(proposees.map(({ titre }) => titre)) : null,
    listerSources(tour, citations),
  ];
  return {
    reponses: [
      {
        texte: parties.filter((partie) => partie).join('\n\n'),
        citations,
        choix: choixDe(
          tour,
          proposees.map(({ id }) => id),
        ),
        ...(principale ? { avis: { fiche: principale.id } } : {}),
      },
    ],
    ...(principale ? { memoire: { fiche: principale.id } } : {}),
  };
};

/** Fiche qui répond d'abord de cet article, écrit comme les fiches l'écrivent ; sinon la plus directe. */
const fichePrincipale = ({ services }: Tour, ids: readonly string[]): Fiche | null => {
  const { droit } = services;
  const lue = droit.chercher(ids.map((id) => droit.source(id)?.article ?? id).join(' '), null);
  const reconnue = lue.certitude === 'sure' ? droit.fiche(lue.fiche) : null;
  if (reconnue && ids.includes(reconnue.sources[0] ?? '') && !estPassee(reconnue)) return reconnue;
  return fichesSur(services, ids).find(({ sources }) => ids.every((id) => sources.includes(id))) ?? null;
};

/** Fiches qui s'appuient sur ces articles, les plus directes d'abord, celles du passé à la fin. */
const fichesSur = ({ droit }: Tour['services'], ids: readonly string[]): readonly Fiche[] => {
  const numeros = ids.flatMap((id) => droit.source(id)?.article ?? []);
  const rangs = new Map(
    ids.flatMap((id) => droit.fichesDe(id)).map((fiche) => [fiche, eloignement(fiche, { ids, numeros })]),
  );
  return [...rangs].sort((a, b) => a[1] - b[1]).map(([fiche]) => fiche);
};

/** Rang de l'article parmi les sources, moins si une formulation le nomme, plus si la fiche parle du passé. */
const eloignement = (
  fiche: Fiche,
  { ids, numeros }: { readonly ids: readonly string[]; readonly numeros: readonly string[] },
): number => {
  const places = ids.map((id) => fiche.sources.indexOf(id)).filter((place) => place >= 0);
  const formulations = [fiche.titre, ...fiche.phrases];
  const seul = formulations.some((phrase) => numeros.includes(phrase.replace(/^articles? /i, '')));
  const nomme = seul || formulations.some((phrase) => numeros.some((numero) => phrase.includes(numero)));
  return Math.min(...places) + (seul ? 0 : nomme ? 1 : 2.5) + (estPassee(fiche) ? 50 : 0);
};

const estPassee = ({ id, theme }: Fiche): boolean =>
  theme === 'anciennes-references' || /(?:^|-)(?:avant|anciens?|historique)(?:-|$)/.test(id);

/** Ancienne référence : la fiche qui dit par quoi elle est remplacée, la moins chargée d'autres références. */
const ficheAncienne = (tour: Tour, ids: readonly string[]): Fiche | null => {
  if (!ids.some((id) => ANCIENS.test(id))) return null;
  const anciennes = ids.filter((id) => ANCIENS.test(id));
  const { question } = tour.lecture;
  const reconnue = question.certitude === 'sure' ? tour.services.droit.fiche(question.fiche) : null;
  const repond = (fiche: Fiche): boolean =>
    fiche.theme === 'anciennes-references' && anciennes.every((id) => fiche.sources.includes(id));
  if (reconnue && repond(reconnue)) return reconnue;
  const poids = (fiche: Fiche): number =>
    fiche.sources.filter((id) => ANCIENS.test(id)).length * 10 + fiche.sources.length;
  const [premiere] = [...tour.services.droit.fichesDe(anciennes[0] ?? '')]
    .filter(repond)
    .sort((a, b) => distance(a, anciennes) - distance(b, anciennes) || poids(a) - poids(b));
  return premiere ?? null;
};

/** 0 quand l'identifiant de la fiche porte les numéros demandés. */
const distance = ({ id }: Fiche, anciennes: readonly string[]): number =>
  anciennes.every((ancienne) => id.split('-').includes(ancienne.split('-').at(-1) ?? '')) ? 0 : 1;

interface Angle {
  readonly alinea: number | null;
  readonly epoque: Epoque | null;
}

const decrire = (tour: Tour, source: Source, { alinea, epoque }: Angle): string => {
  const presente = versionEnVigueur(source, tour.aujourdhui);
  const resume = presente?.resume ?? source.titre;
  const passage = alinea === null ? null : lireAlinea(resume, alinea);
  const texte = passage === null || alinea === null ? resume : messages.alinea(alinea, passage);
  const parties = [
    messages.article(libeller(source), source.titre),
    epoque && direAlors(source, epoque),
    alinea !== null && passage === null ? messages.alineaAbsent(alinea) : null,
    epoque === null ? texte : messages.aujourdhui(texte),
    presente ? messages.enVigueur(formatJour(presente.du), source.versions.length === 1) : messages.nonDate,
    epoque === null ? anterieures(source) : null,
  ];
  return parties.filter((partie) => partie).join('\n\n');
};

const direAlors = (source: Source, epoque: Epoque): string => {
  const dite = direEpoque(epoque);
  const version = versionEnVigueur(source, epoque.periode.au);
  if (version) return messages.alors(dite, formatJour(version.du), version.resume);
  if (source.code === 'ccp' && epoque.periode.au < '2019-04-01') return messages.codePasEncore(dite);
  return messages.pasEncore(dite, formatJour(source.versions[0]?.du ?? epoque.periode.au));
};

const anterieures = (source: Source): string | null => {
  const passees = redactionsDe(source).flatMap(({ du, au, resume }) =>
    au === null ? [] : [messages.redaction(formatJour(du), formatJour(au), resume)],
  );
  return passees.length === 0 ? null : [messages.REDACTIONS, ...passees.reverse()].join('\n');
};

interface Cites {
  readonly sources: readonly Source[];
  readonly epoque: Epoque | null;
  readonly fiche: Fiche | null;
}

/** L'article demandé d'abord, à la date dite ; puis les autres sources de la fiche reprise. */
const citerAussi = ({ services, aujourdhui }: Tour, { sources, epoque, fiche }: Cites): readonly Citation[] => {
  const siennes = sources.map((source) => {
    const alors = epoque?.periode.au ?? aujourdhui;
    return citer(source, versionEnVigueur(source, alors) ? alors : aujourdhui);
  });
  const autres = fiche === null ? [] : services.droit.citations(fiche, aujourdhui);
  return [...siennes, ...autres.filter(({ id }) => !siennes.some((citation) => citation.id === id))];
};

const repondreInconnu = (
  tour: Tour,
  { ecrit, voisines }: Extract<Consultation, { readonly type: 'inconnue' }>,
): Issue => {
  const proches = voisines.flatMap((id) => tour.services.droit.source(id) ?? []);
  const choix: Choix[] = proches.flatMap(({ article }) => {
    const titre = article === null ? null : messages.lireArticle(article);
    return titre === null ? [] : [{ titre, valeur: titre }];
  });
  return {
    reponses: [{ texte: messages.articleInconnu(ecrit, proches.map(libeller)), choix }],
    effets: [{ type: 'noter-question', texte: tour.message.texte, certitude: 'aucune', fiches: [] }],
  };
};
