import { libeller, versionEnVigueur } from '../../src/domain/citations.ts';
import { decalerJour, type Jour } from '../../src/domain/dates.ts';
import type { Epoque } from '../../src/domain/droit/epoque.ts';
import { changesDepuis, reponsesPendant } from '../../src/domain/droit/redactions.ts';
import type { Fiche, Source } from '../../src/domain/droit.ts';
import type { Tour } from '../kit/conversation.ts';
import { formatJour } from '../kit/format.ts';
import * as messages from './messages.ts';

const TEXTES_MONTRES = 3;
/** Entrée en vigueur du code de la commande publique. */
export const DEBUT_DU_CODE = '2019-04-01';

/** « En juin 2020 », « Avant le 1er janvier 2019 ». */
export const direEpoque = ({ periode, sens }: Epoque): string =>
  sens === 'avant' ? messages.epoqueAvant(formatJour(decalerJour(periode.au, { days: 1 }))) : messages.epoque(periode);

/** Ce que la fiche répondait à cette date ; null si elle ne sait pas le dire. */
export const repondreAlors = (fiche: Fiche, epoque: Epoque, tour: Tour): string | null =>
  fiche.autrefois.length > 0 ? reponsesDatees(fiche, epoque) : redactionsAlors(fiche, epoque, tour);

const reponsesDatees = (fiche: Fiche, epoque: Epoque): string => {
  const dite = direEpoque(epoque);
  const datees = reponsesPendant(fiche, epoque.periode);
  const [premiere] = datees;
  // Une réponse écrite sur le code ne dit pas le droit d'avant lui.
  if (premiere && epoque.periode.au < DEBUT_DU_CODE && (premiere.au ?? DEBUT_DU_CODE) >= DEBUT_DU_CODE)
    return messages.debutDuCode(dite, premiere.reponse);
  if (datees.length === 1 && premiere) {
    if (premiere.au !== null) return messages.reponseAlors(dite, premiere.reponse);
    return messages.reponseInchangee(dite, formatJour(premiere.du ?? epoque.periode.du));
  }
  return datees
    .flatMap(({ du, au, reponse }) => {
      if (au !== null) return [messages.reponseJusquau(formatJour(au), reponse)];
      return du === null ? [] : [messages.reponseDepuis(formatJour(du), fiche.reponse)];
    })
    .join('\n\n');
};

/** Vrai si la réponse d'aujourd'hui a déjà été donnée dans les réponses datées. */
export const ditAujourdhui = (fiche: Fiche, { periode }: Epoque): boolean => {
  const datees = reponsesPendant(fiche, periode);
  return fiche.autrefois.length > 0 && datees.length > 1 && datees.some(({ au }) => au === null);
};

const redactionsAlors = (fiche: Fiche, epoque: Epoque, { services, aujourdhui }: Tour): string | null => {
  const alors = epoque.periode.au;
  const sources = fiche.sources.flatMap((id) => services.droit.source(id) ?? []);
  const dates = sources.filter(({ versions }) => versions.length > 0);
  if (dates.length === 0) return null;
  const changes = changesDepuis(dates, { alors, aujourdhui });
  if (changes.length > 0)
    return messages.textesChanges(
      direEpoque(epoque),
      changes.slice(0, TEXTES_MONTRES).map((source) => texteAlors(source, alors)),
    );
  const derniere = dates
    .map((source) => versionEnVigueur(source, alors)?.du ?? '')
    .sort()
    .at(-1);
  return derniere ? messages.textesInchanges(direEpoque(epoque), formatJour(derniere)) : null;
};

const texteAlors = (source: Source, alors: Jour): string => {
  const version = versionEnVigueur(source, alors);
  return version
    ? messages.texteAlors(libeller(source), formatJour(version.du), version.resume)
    : messages.texteAbsent(libeller(source), formatJour(source.versions[0]?.du ?? alors));
};
