import type { FiltreMarches } from '../../domain/marches.ts';
import type { Epci, LectureLieu } from '../../domain/territoire.ts';
import type { Territoire } from '../../domain/territoire-index.ts';

const AUTOUR =
  /\b(?:autour|alentours?|environs|pr[eè]s|proche|proximit[eé]|secteur de|bassin|agglo\w*|p[eé]riph[eé]rie|coin)\b/i;

export interface Situation {
  readonly texte: string;
  readonly lieu: LectureLieu;
  readonly territoire: Pick<Territoire, 'commune' | 'epci'>;
}

const parEpci = (epci: Epci, territoire: Situation['territoire']): Pick<FiltreMarches, 'codesLieu' | 'nomsLieu'> => {
  const communes = epci.communes.flatMap((code) => territoire.commune(code) ?? []);
  return {
    codesLieu: [...new Set(communes.flatMap(({ code, codesPostaux }) => [code, ...codesPostaux]))],
    nomsLieu: [epci.nom, ...communes.map(({ nom }) => nom)],
  };
};

/**
 * Donne à un lieu toutes ses façons d'être écrit dans un avis : codes INSEE, codes postaux, noms. « Autour de Lens »
 * vaut pour toute son intercommunalité.
 */
export const situer = (filtre: FiltreMarches, { texte, lieu, territoire }: Situation): FiltreMarches => {
  if (lieu.type !== 'trouve' || filtre.acheteur !== null) return filtre;
  if (lieu.lieu.type === 'epci') return { ...filtre, ...parEpci(lieu.lieu.epci, territoire) };
  if (lieu.lieu.type !== 'commune' || !AUTOUR.test(texte)) return filtre;
  const { commune } = lieu.lieu;
  const epci = commune.epci === null ? undefined : territoire.epci(commune.epci);
  if (epci === undefined) return filtre;
  const departements = [...new Set(epci.communes.map((code) => code.slice(0, 2)))];
  return { ...filtre, ...parEpci(epci, territoire), departements, lieu: `autour de ${commune.nom} (${epci.nom})` };
};
