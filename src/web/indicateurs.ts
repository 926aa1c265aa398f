import { Jour, type Periode } from '../domain/dates.ts';

/** Période demandée, ou la phrase qui dit ce qui ne va pas dans l'adresse. */
export type Demande =
  | { readonly valide: true; readonly periode: Periode | null }
  | { readonly valide: false; readonly message: string };

/** Bornes d'une période ouverte : tout ce qui précède, tout ce qui suit. */
const DEBUT = '1900-01-01';
const FIN = '9999-12-31';

const refuser = (message: string): Demande => ({ valide: false, message });

/** Lit `from` et `to` (jours compris) ; aucune des deux : tout. */
export const lireDemande = (params: URLSearchParams): Demande => {
  for (const nom of ['from', 'to']) {
    const valeurs = params.getAll(nom);
    if (valeurs.length > 1) return refuser(`Le paramètre « ${nom} » est donné plusieurs fois.`);
    const [valeur] = valeurs;
    if (valeur !== undefined && !Jour.safeParse(valeur).success) {
      return refuser(`Le paramètre « ${nom} » doit être un jour réel écrit AAAA-MM-JJ.`);
    }
  }
  const du = params.get('from');
  const au = params.get('to');
  if (du === null && au === null) return { valide: true, periode: null };
  const periode = { du: du ?? DEBUT, au: au ?? FIN };
  return periode.du <= periode.au
    ? { valide: true, periode }
    : refuser('Le paramètre « from » doit précéder « to », ou lui être égal.');
};
