import type { ContexteHeures, LigneLue } from '../../domain/heures.ts';
import type { Colonne } from './colonnes.ts';
import { extraire } from './faits.ts';
import { repartir } from './repartir.ts';

/** « F », « Mme » : le sexe en un mot que la lecture connaît. */
export const enSexe = (cellule: string): string =>
  /^(?:f|femme|mme|madame|feminin)\.?$/i.test(cellule)
    ? 'femme'
    : /^(?:h|m|homme|mr|monsieur|masculin)\.?$/i.test(cellule)
      ? 'homme'
      : '';

const enHeures = (cellule: string): string => (/^-?[\d .,]+$/.test(cellule) ? `${cellule} h` : cellule);

/** Dit une rangée comme une phrase, chaque cellule avec ce que son en-tête apprend. */
const enPhrase = (cellules: readonly string[], colonnes: readonly Colonne[]): string => {
  const de = (colonne: Colonne): string =>
    colonnes.flatMap((nom, i) => (nom === colonne && cellules[i] ? [cellules[i]] : [])).join(' ');
  const [du, au, semaine, entreprise] = [de('du'), de('au'), de('semaine'), de('entreprise')];
  const morceaux = [
    enHeures(de('heures')),
    /^\d{1,2}$/.test(semaine) ? `semaine ${semaine}` : semaine,
    du && au && du !== au ? `du ${du} au ${au}` : du && `le ${du}`,
    /^\d{1,2}$/.test(de('date')) ? `le ${de('date')}` : de('date'),
    de('operation'),
    entreprise && `chez ${entreprise}`,
    de('public'),
    enSexe(de('sexe')),
    de('autre'),
  ];
  return morceaux.filter((morceau) => morceau).join(' , ');
};

/** La ligne d'heures d'une rangée, chaque cellule avec sa colonne. */
export const lireRangee = (
  cellules: readonly string[],
  colonnes: readonly Colonne[],
  contexte: ContexteHeures,
): LigneLue[] => {
  const cellule = (colonne: Colonne): string | undefined => cellules[colonnes.indexOf(colonne)];
  const nom = cellule('beneficiaire') ?? [cellule('prenom'), cellule('nom')].filter((mot) => mot).join(' ');
  const [ligne] = repartir(extraire(enPhrase(cellules, colonnes), contexte));
  return ligne ? [{ ...ligne, beneficiaire: nom || ligne.beneficiaire }] : [];
};
