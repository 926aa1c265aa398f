import { Jour, type Periode } from '../domain/dates.ts';
import { Modalite, Public, Sexe } from '../domain/heures.ts';
import { DEMANDE_VIDE, type Demande as DemandeChiffres, Dimension, estFiltree } from '../domain/indicateurs/demande.ts';

/** Période demandée, ou la phrase qui dit ce qui ne va pas dans l'adresse. */
export type Demande =
  | {
      readonly valide: true;
      readonly periode: Periode | null;
      /** Question précise, à répondre sous le secret statistique ; null : la période entière, sans filtre. */
      readonly filtre: DemandeChiffres | null;
    }
  | { readonly valide: false; readonly message: string };

/** Bornes d'une période ouverte : tout ce qui précède, tout ce qui suit. */
const DEBUT = '1900-01-01';
const FIN = '9999-12-31';

const refuser = (message: string): Demande => ({ valide: false, message });

/** Filtres de l'adresse, et les valeurs qu'ils admettent. */
const FILTRES: Readonly<Record<string, (valeur: string) => Partial<DemandeChiffres> | null>> = {
  department: (code) => (/^(?:\d{2,3}|2[AB])$/.test(code) ? territoire('departement', code) : null),
  epci: (code) => (/^\d{9}$/.test(code) ? territoire('epci', code) : null),
  commune: (code) => (/^(?:\d{2}|2[AB])\d{3}$/.test(code) ? territoire('commune', code) : null),
  public: (mot) => lire(Public.safeParse(mot), (lu) => ({ public: lu })),
  sex: (mot) => lire(Sexe.safeParse(mot), (lu) => ({ sexe: lu })),
  modality: (mot) => (mot === 'IAE' ? { modalite: 'IAE' } : lire(Modalite.safeParse(mot), (lu) => ({ modalite: lu }))),
  sector: (mot) => (/^[a-z-]+$/.test(mot) ? { secteur: mot } : null),
  by: (mot) => lire(Dimension.safeParse(DIMENSIONS[mot]), (lu) => ({ dimension: lu })),
};

const DIMENSIONS: Readonly<Record<string, string>> = {
  department: 'departement',
  epci: 'epci',
  commune: 'commune',
  sector: 'secteur',
  public: 'public',
  modality: 'modalite',
  sex: 'sexe',
  month: 'mois',
  quarter: 'trimestre',
  year: 'annee',
};

const territoire = (niveau: 'departement' | 'epci' | 'commune', code: string): Partial<DemandeChiffres> => ({
  territoire: { niveau, code, nom: code },
});

const lire = <T>(
  lu: { readonly success: true; readonly data: T } | { readonly success: false },
  dire: (valeur: T) => Partial<DemandeChiffres>,
): Partial<DemandeChiffres> | null => (lu.success ? dire(lu.data) : null);

/** Lit `from`, `to` (jours compris) et les filtres ; sans rien : tout. */
export const lireDemande = (params: URLSearchParams): Demande => {
  const lue = lirePeriode(params);
  if (!lue.valide) return lue;
  let demande: DemandeChiffres = { ...DEMANDE_VIDE, periode: lue.periode };
  for (const [nom, filtrer] of Object.entries(FILTRES)) {
    const valeurs = params.getAll(nom);
    const [valeur] = valeurs;
    if (valeur === undefined) continue;
    if (valeurs.length > 1) return refuser(`Le paramètre « ${nom} » est donné plusieurs fois.`);
    const partie = filtrer(valeur);
    if (partie === null) return refuser(`Le paramètre « ${nom} » n’admet pas la valeur « ${valeur} ».`);
    demande = { ...demande, ...partie };
  }
  return { ...lue, filtre: estFiltree(demande) || demande.dimension !== null ? demande : null };
};

/** Lit `from` et `to` ; aucune des deux : tout. */
const lirePeriode = (params: URLSearchParams): Demande => {
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
  if (du === null && au === null) return { valide: true, periode: null, filtre: null };
  const periode = { du: du ?? DEBUT, au: au ?? FIN };
  return periode.du <= periode.au
    ? { valide: true, periode, filtre: null }
    : refuser('Le paramètre « from » doit précéder « to », ou lui être égal.');
};
