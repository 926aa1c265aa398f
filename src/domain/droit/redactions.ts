import { versionEnVigueur } from '../citations.ts';
import { decalerJour, type Jour, type Periode } from '../dates.ts';
import type { Fiche, Source } from '../droit.ts';

/** Une rédaction et les jours où elle vaut ; `au` nul : elle vaut toujours. */
export interface Redaction {
  readonly du: Jour;
  readonly au: Jour | null;
  readonly resume: string;
}

/** Rédactions d'un texte, de la plus ancienne à la plus récente, avec leur dernier jour. */
export const redactionsDe = ({ versions }: Source): readonly Redaction[] =>
  versions.map(({ du, resume }, rang) => {
    const suivante = versions[rang + 1];
    return { du, resume, au: suivante ? decalerJour(suivante.du, { days: -1 }) : null };
  });

const recouvre = ({ du, au }: { readonly du: Jour | null; readonly au: Jour | null }, periode: Periode): boolean =>
  (du === null || du <= periode.au) && (au === null || au >= periode.du);

/** Rédactions qui valaient pendant une période. */
export const redactionsPendant = (source: Source, periode: Periode): readonly Redaction[] =>
  redactionsDe(source).filter((redaction) => recouvre(redaction, periode));

/** Une réponse et les jours où elle vaut ; `du` nul : depuis toujours, `au` nul : encore aujourd'hui. */
export interface ReponseDatee {
  readonly du: Jour | null;
  readonly au: Jour | null;
  readonly reponse: string;
}

/** Réponses d'une fiche qui valaient pendant une période, dans l'ordre. */
export const reponsesPendant = (fiche: Fiche, periode: Periode): readonly ReponseDatee[] => {
  const bornes = [...fiche.autrefois, { jusquau: null, reponse: fiche.reponse }];
  return bornes
    .map(({ jusquau, reponse }, rang) => {
      const avant = fiche.autrefois[rang - 1]?.jusquau;
      return { du: avant === undefined ? null : decalerJour(avant, { days: 1 }), au: jusquau, reponse };
    })
    .filter((datee) => recouvre(datee, periode));
};

/** Les textes datés dont la rédaction d'alors n'est pas celle d'aujourd'hui. */
export const changesDepuis = (
  sources: readonly Source[],
  { alors, aujourdhui }: { readonly alors: Jour; readonly aujourdhui: Jour },
): readonly Source[] =>
  sources.filter((source) => {
    const presente = versionEnVigueur(source, aujourdhui);
    return presente !== null && versionEnVigueur(source, alors) !== presente;
  });

/** Passage d'un résumé « Al. 1 : … Al. 2 : … » ; null s'il ne distingue pas cet alinéa. */
export const lireAlinea = (resume: string, alinea: number): string | null => {
  const passages = resume.split(/(?=\bAl\. \d)/);
  return (
    passages
      .find((passage) => {
        const tete = /^Al\. ([^:]*):/.exec(passage)?.[1] ?? '';
        return (tete.match(/\d+/g) ?? []).map(Number).includes(alinea);
      })
      ?.trim() ?? null
  );
};
