import type { Avis } from '../../domain/marches.ts';
import { sansControle } from './signes.ts';

const ECHAPPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Texte permis en XML : échappé, sans signe de contrôle. */
export const echapper = (texte: string): string =>
  sansControle(texte).replace(/[&<>"]/g, (signe) => ECHAPPES[signe] ?? '');

const instant = (jour: string | null): string => `${jour ?? '1970-01-01'}T00:00:00Z`;

const entree = ({ id, objet, acheteur, publieLe, dateLimite, adresse, reservation }: Avis): string =>
  [
    '<entry>',
    `<id>urn:clausette:${echapper(encodeURIComponent(id))}</id>`,
    `<title>${echapper(objet)}</title>`,
    `<updated>${instant(publieLe)}</updated>`,
    ...(acheteur === null ? [] : [`<author><name>${echapper(acheteur)}</name></author>`]),
    `<link rel="alternate" href="${echapper(adresse ?? `/api/notices?id=${encodeURIComponent(id)}`)}"/>`,
    `<summary>${echapper(
      [dateLimite === null ? 'Date limite non publiée.' : `Réponse avant le ${dateLimite}.`, reservation.preuve ?? '']
        .join(' ')
        .trim(),
    )}</summary>`,
    '</entry>',
  ].join('');

/** Page d'une recherche : son adresse, et le curseur de la suivante. */
export interface PageAtom {
  /** « ?place=Lens », tel que demandé. */
  readonly requete: string;
  readonly suite: string | null;
}

const suivante = ({ requete, suite }: PageAtom): string[] => {
  if (suite === null) return [];
  const params = new URLSearchParams(requete);
  params.set('cursor', suite);
  return [`<link rel="next" href="${echapper(`/api/notices.atom?${params}`)}"/>`];
};

/** Fil Atom d'une recherche, du plus récent au plus ancien. */
export const ecrireAtom = (avis: readonly Avis[], page: PageAtom): string => {
  const { requete } = page;
  const recents = [...avis].sort((a, b) => (b.publieLe ?? '').localeCompare(a.publieLe ?? ''));
  const soi = `/api/notices.atom${requete}`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>urn:clausette:notices:${echapper(encodeURIComponent(requete))}</id>`,
    '<title>Clausette : avis de marchés</title>',
    '<author><name>Clausette</name></author>',
    `<updated>${instant(recents[0]?.publieLe ?? null)}</updated>`,
    `<link rel="self" href="${echapper(soi)}"/>`,
    ...suivante(page),
    ...recents.map(entree),
    '</feed>',
    '',
  ].join('\n');
};
