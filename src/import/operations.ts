import { Clause, type Operation } from '../domain/heures.ts';
import type { LigneCsv, Refus } from './csv.ts';
import { colonnesManquantes, Lecteur, lireListe, lirePublics, lireTexte } from './lecteur.ts';
import { lireTableau } from './tableur/lire-tableau.ts';
import { lireDansListe, lireDateCsv, lireHeuresCsv, lireMontant, lireOuiNon, lireRegle } from './valeurs.ts';

export const COLONNES_OPERATIONS = [
  'operation',
  'intitule',
  'donneur_ordre',
  'clause',
  'commune_insee',
  'anru',
  'entreprises',
  'debut',
  'fin',
  'heures_prevues',
  'facilitateur',
] as const;

/** Colonnes qu'un fichier d'opérations peut ajouter. */
export const COLONNES_OPERATIONS_EN_PLUS = ['lot', 'montant', 'regle', 'publics', 'report_surplus'] as const;

/** Colonnes sans lesquelles une opération n'a pas de sens. */
export const OPERATIONS_OBLIGATOIRES = ['operation', 'intitule', 'donneur_ordre', 'commune_insee'] as const;

export interface ContexteImport {
  /** Vrai si ce code INSEE existe. */
  readonly communeConnue: (code: string) => boolean;
  /** Appelé à chaque ligne lue : octets consommés. */
  readonly avancer?: (octets: number) => void;
  /** Titres d'un autre outil → nos colonnes. */
  readonly colonnes?: ReadonlyMap<string, string>;
}

export interface ImportOperations {
  readonly operations: readonly Operation[];
  readonly refus: readonly Refus[];
}

export const lireCommune = (lecteur: Lecteur, { communeConnue }: ContexteImport): string | null => {
  const code = lecteur.exiger('commune_insee', lireTexte);
  if (code === null) return null;
  const complet = code.padStart(5, '0');
  return communeConnue(complet)
    ? complet
    : lecteur.refuser('commune_insee', `« ${code} » n’est pas un code INSEE de commune (ce n’est pas le code postal)`);
};

/** Lit un fichier d'opérations ; les bonnes lignes sont gardées, les autres refusées avec leur raison. */
export const importerOperations = async (fichier: string, contexte: ContexteImport): Promise<ImportOperations> => {
  const refus: Refus[] = [];
  const operations: Operation[] = [];
  let premiere = true;
  for await (const ligne of lireTableau(fichier, { ...contexte, refuser: (refuse) => refus.push(refuse) })) {
    if (premiere) {
      premiere = false;
      const manquantes = colonnesManquantes(fichier, ligne, OPERATIONS_OBLIGATOIRES);
      if (manquantes.length > 0) return { operations: [], refus: manquantes };
    }
    contexte.avancer?.(ligne.octets);
    const lue = lireOperation(fichier, ligne, contexte);
    refus.push(...lue.refus);
    if (lue.operation) operations.push(lue.operation);
  }
  return { operations, refus };
};

const lireOperation = (
  fichier: string,
  ligne: LigneCsv,
  contexte: ContexteImport,
): { readonly operation: Operation | null; readonly refus: readonly Refus[] } => {
  const lecteur = new Lecteur(fichier, ligne);
  const id = lecteur.exiger('operation', lireTexte);
  const intitule = lecteur.exiger('intitule', lireTexte);
  const donneurOrdre = lecteur.exiger('donneur_ordre', lireTexte);
  const communeInsee = lireCommune(lecteur, contexte);
  const debut = lecteur.permettre('debut', lireDateCsv);
  const fin = lecteur.permettre('fin', lireDateCsv);
  if (debut !== null && fin !== null && fin < debut)
    lecteur.refuser('fin', `la fin (${fin}) précède le début (${debut})`);
  const reste = {
    clause: lecteur.permettre('clause', (texte) => lireDansListe(texte, Clause.options)) ?? ('EXECUTION' as const),
    anru: lecteur.permettre('anru', lireOuiNon) ?? false,
    entreprises: lecteur.permettre('entreprises', lireListe) ?? [],
    heuresPrevues: lecteur.permettre('heures_prevues', lireHeuresCsv),
    facilitateur: lecteur.permettre('facilitateur', lireTexte),
    demonstration: false,
  };
  const facultatifs = lireFacultatifs(lecteur);
  const { refus } = lecteur;
  const complete = id !== null && intitule !== null && donneurOrdre !== null && communeInsee !== null;
  return {
    operation:
      complete && refus.length === 0
        ? { id, intitule, donneurOrdre, communeInsee, debut, fin, ...reste, ...facultatifs }
        : null,
    refus,
  };
};

/** Ce que le contrat précise, dont la saisie tient compte : absent du fichier, il reste absent de l'opération. */
const lireFacultatifs = (
  lecteur: Lecteur,
): Pick<Operation, 'lot' | 'montant' | 'regle' | 'publics' | 'reportSurplus'> => {
  const lot = lecteur.permettre('lot', lireTexte);
  const montant = lecteur.permettre('montant', lireMontant);
  const regle = lecteur.permettre('regle', lireRegle);
  const publics = lirePublics(lecteur);
  const reportSurplus = lecteur.permettre('report_surplus', lireOuiNon);
  return {
    ...(lot === null ? {} : { lot }),
    ...(montant === null ? {} : { montant }),
    ...(regle === null ? {} : { regle }),
    ...(publics.length === 0 ? {} : { publics }),
    ...(reportSurplus === null ? {} : { reportSurplus }),
  };
};
