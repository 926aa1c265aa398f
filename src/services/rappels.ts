import type { Beneficiaire } from '../../dialogs/services.ts';
import type { ContexteHeures } from '../domain/heures.ts';
import { lireNomsDits } from '../nlu/heures/noms-dits.ts';

type Coder = (nom: string) => Beneficiaire;

/** La personne du brouillon dont un message ne redit qu'une partie du nom (« Claire » pour « Claire Boulanger »). */
const retrouver = (nom: string, personnes: readonly Beneficiaire[], coder: Coder): Beneficiaire | null => {
  const { mots = [] } = coder(nom);
  const possibles = personnes.filter((une) => mots.length > 0 && mots.every((mot) => une.mots?.includes(mot)));
  return possibles.length === 1 ? (possibles[0] ?? null) : null;
};

/**
 * Le message, où les noms de personnes du brouillon sont remplacés par leur code : le brouillon n'en garde pas
 * d'autre, et c'est par lui qu'on sait de qui l'on reparle.
 */
export const remplacerNoms = (
  texte: string,
  personnes: readonly Beneficiaire[],
  { contexte, coder }: { readonly contexte: ContexteHeures; readonly coder: Coder },
): string => {
  if (personnes.length === 0) return texte;
  const { corps, noms } = lireNomsDits(texte, contexte);
  const connus = noms.flatMap((dit) => {
    const personne = retrouver(dit.nom, personnes, coder);
    return personne ? [{ ...dit, code: personne.code }] : [];
  });
  if (connus.length === 0) return texte;
  return connus.reduceRight((dit, { debut, fin, code }) => dit.slice(0, debut) + code + dit.slice(fin), corps);
};
