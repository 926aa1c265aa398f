import type { Marque } from '../dates/aligner.ts';
import type { PersonneLue } from './personne.ts';

/** « M. Dupont (P-0802) » : le nom et son code sont une seule personne ; le code reste, le sexe aussi. */
export const reunir = (
  personnes: readonly Marque<PersonneLue>[],
  plie: string,
  codes: readonly Marque<PersonneLue>[],
): Marque<PersonneLue>[] => {
  const reunies: Marque<PersonneLue>[] = [];
  for (const marque of personnes) {
    const avant = reunies[reunies.length - 1];
    const code = [avant, marque].find((une) => une !== undefined && codes.includes(une));
    const nom = code === marque ? avant : marque;
    const colles = avant !== undefined && /^\s*[([]?\s*$/.test(plie.slice(avant.fin, marque.debut));
    if (avant && code && nom && colles && !codes.includes(nom))
      reunies[reunies.length - 1] = {
        debut: avant.debut,
        fin: marque.fin,
        valeur: { ...code.valeur, sexe: nom.valeur.sexe },
      };
    else reunies.push(marque);
  }
  return reunies;
};
