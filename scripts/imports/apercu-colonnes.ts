import { proposerColonnes } from '../../src/import/tableur/colonnes.ts';
import { apercevoir } from '../../src/import/tableur/lire-tableau.ts';

const LIGNES = 3;

/** Dit à quoi servirait chaque colonne du fichier, et la commande qui le confirme. */
export const direApercuColonnes = async (
  genre: string,
  fichier: string,
  attendues: readonly string[],
): Promise<string> => {
  const { titres, lignes } = await apercevoir(fichier, LIGNES);
  if (titres.length === 0) return `${fichier} n’a aucune ligne lisible.`;
  const propositions = proposerColonnes(titres, attendues);
  const detail = propositions.map(({ titre, colonne }) => {
    const exemples = lignes.map(({ valeurs }) => valeurs[titre] ?? '').filter((valeur) => valeur !== '');
    return `  « ${titre} » → ${colonne ?? 'laissée de côté'}${exemples.length > 0 ? `   (${exemples.join(' ; ')})` : ''}`;
  });
  const retenues = propositions.filter(({ colonne }) => colonne !== null);
  const manquantes = attendues.filter((colonne) => !retenues.some((retenue) => retenue.colonne === colonne));
  const option = retenues.map(({ titre, colonne }) => `${colonne}=${titre}`).join(',');
  return [
    'Correspondance proposée, rien n’est enregistré :',
    ...detail,
    ...(manquantes.length > 0 ? [`Non trouvées : ${manquantes.join(', ')}.`] : []),
    'Pour l’accepter (ou la corriger) :',
    `  npm run import -- ${genre} ${fichier} --colonnes "${option}"`,
  ].join('\n');
};
