import type { Reponse } from './reply.ts';

const FINE = '\u202f';
const INSECABLE = '\u00a0';

/** Espaces insécables du français : avant « ? ! ; : » », après « « », dans les nombres et devant leur unité. */
export const composer = (texte: string): string =>
  texte
    .replace(/ (?=[?!;](?:\s|$|[)*_»”]))/g, FINE)
    .replace(/ (?=:(?:\s|$|\*))/g, INSECABLE)
    .replace(/ (?=»)/g, INSECABLE)
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${FINE}`)
    .replace(/(\d) (?=(?:h|%|€|ETP|M€|k€)(?![\p{L}\d]))/gu, `$1${INSECABLE}`);

/** Compose tout ce qui se lit dans une réponse ; ce que les boutons envoient n'est pas touché. */
export const composerReponse = (reponse: Reponse): Reponse => ({
  ...reponse,
  texte: composer(reponse.texte),
  ...(reponse.choix ? { choix: reponse.choix.map(({ titre, valeur }) => ({ titre: composer(titre), valeur })) } : {}),
  ...(reponse.carte
    ? {
        carte: {
          ...reponse.carte,
          ...(reponse.carte.abrege === undefined ? {} : { abrege: composer(reponse.carte.abrege) }),
          ...(reponse.carte.note === undefined ? {} : { note: composer(reponse.carte.note) }),
          lignes: reponse.carte.lignes.map(({ libelle, valeur }) => ({ libelle, valeur: composer(valeur) })),
        },
      }
    : {}),
});
