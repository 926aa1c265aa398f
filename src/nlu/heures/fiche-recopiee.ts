import type { ContexteHeures, LigneLue } from '../../domain/heures.ts';
import { colonneDe } from './colonnes.ts';
import { lireRangee } from './rangee.ts';

const LIBELLE = /^\s*[-*•]?\s*([\p{L}'’°/() ]{1,30}?)\s*[:=]\s*(.+)$/u;

/** Une fiche recopiée, un champ par ligne : « Heures : 35 », « Période : du 9 au 13/11 » ; un champ redit en ouvre une autre. */
export const lireFiche = (textes: readonly string[], contexte: ContexteHeures): LigneLue[] | null => {
  const champs = textes.map((texte) => {
    const [, libelle = '', valeur = ''] = LIBELLE.exec(texte) ?? [];
    return { colonne: libelle === '' ? 'autre' : colonneDe(libelle), valeur, texte };
  });
  const connus = champs.filter(({ colonne }) => colonne !== 'autre');
  if (connus.length < 3 || connus.length < champs.length - 1) return null;
  const fiches: (typeof connus)[] = [];
  for (const champ of connus) {
    const fiche = fiches[fiches.length - 1];
    if (!fiche || fiche.some(({ colonne }) => colonne === champ.colonne)) fiches.push([champ]);
    else fiche.push(champ);
  }
  const lues = fiches.flatMap((fiche) =>
    lireRangee(
      fiche.map(({ valeur }) => valeur),
      fiche.map(({ colonne }) => colonne),
      contexte,
    ),
  );
  return lues.length > 0 ? lues : null;
};
