import { hash } from 'node:crypto';
import { compterJours } from '../domain/dates.ts';
import { Clause, type LigneHeures, Modalite, type Operation, Sexe, Sortie } from '../domain/heures.ts';
import type { Refus } from './csv.ts';
import { EnsembleEmpreintes } from './empreintes.ts';
import { colonnesManquantes, Lecteur, lirePublics, lireTexte } from './lecteur.ts';
import { type ContexteImport, lireCommune } from './operations.ts';
import { lireTableau } from './tableur/lire-tableau.ts';
import { lireDansListe, lireDateCsv, lireHeuresCsv, lireOuiNon, memoriser } from './valeurs.ts';

export const COLONNES_HEURES = [
  'operation',
  'intitule',
  'donneur_ordre',
  'clause',
  'commune_insee',
  'anru',
  'entreprise',
  'beneficiaire',
  'sexe',
  'annee_naissance',
  'publics',
  'modalite',
  'debut',
  'fin',
  'heures',
  'sortie',
] as const;

/** Colonnes sans lesquelles une ligne n'a pas de sens. */
export const COLONNES_OBLIGATOIRES = ['operation', 'beneficiaire', 'debut', 'fin', 'heures'] as const;

/** Une ligne importée : son identifiant ne dépend que de ce qu'elle dit, pour qu'un second import ne double rien. */
export interface LigneImportee {
  readonly id: string;
  readonly numero: number;
  readonly ligne: LigneHeures;
}

export interface ImportHeures {
  readonly lignes: readonly LigneImportee[];
  /** Opérations décrites par le fichier, par identifiant. */
  readonly operations: ReadonlyMap<string, Operation>;
  readonly refus: readonly Refus[];
}

/** Quelques milliers de lignes lues ; `operations` sont celles que ce paquet décrit, complétées des précédents. */
export interface PaquetHeures {
  readonly lignes: readonly LigneImportee[];
  readonly operations: readonly Operation[];
  readonly refus: readonly Refus[];
}

export interface ContexteImportHeures extends ContexteImport {
  /** Opération déjà connue du dépôt : le fichier n'a pas à la décrire. */
  readonly operationConnue: (id: string) => boolean;
  /** Remplace un nom par un code ; un code reste tel quel. */
  readonly coder: (beneficiaire: string) => string;
}

/** Lignes par paquet : assez pour écrire vite, assez peu pour tenir en mémoire. */
const PAQUET = 2000;

/** Lit un fichier d'heures ; les bonnes lignes sont gardées, les autres refusées avec leur raison. */
export const importerHeures = async (fichier: string, contexte: ContexteImportHeures): Promise<ImportHeures> => {
  const refus: Refus[] = [];
  const lignes: LigneImportee[] = [];
  const operations = new Map<string, Operation>();
  for await (const paquet of lirePaquets(fichier, contexte)) {
    for (const ligne of paquet.lignes) lignes.push(ligne);
    for (const refuse of paquet.refus) refus.push(refuse);
    for (const operation of paquet.operations) operations.set(operation.id, operation);
  }
  return { lignes, operations, refus };
};

/** Lit un fichier d'heures paquet par paquet, pour qu'un million de lignes ne tienne jamais en mémoire. */
export async function* lirePaquets(fichier: string, contexte: ContexteImportHeures): AsyncGenerator<PaquetHeures> {
  const identifier = createIdentifiants();
  const connues = new Map<string, Operation>();
  let refus: Refus[] = [];
  let lignes: LigneImportee[] = [];
  let decrites = new Set<string>();
  const vider = (): PaquetHeures => {
    const paquet = { lignes, refus, operations: [...decrites].flatMap((id) => connues.get(id) ?? []) };
    [lignes, refus, decrites] = [[], [], new Set()];
    return paquet;
  };
  let premiere = true;
  for await (const lue of lireTableau(fichier, { ...contexte, refuser: (refuse) => refus.push(refuse) })) {
    if (premiere) {
      premiere = false;
      refus.push(...colonnesManquantes(fichier, lue, COLONNES_OBLIGATOIRES));
      if (refus.some(({ ligne }) => ligne === 1)) break;
    }
    contexte.avancer?.(lue.octets);
    const lecteur = new Lecteur(fichier, lue);
    const ligne = lireLigne(lecteur, contexte);
    const operation = lireOperationDecrite(lecteur, contexte);
    if (lecteur.refus.length > 0) refus.push(...lecteur.refus);
    if (ligne === null || lecteur.refus.length > 0) continue;
    if (operation && completer(connues, operation)) decrites.add(operation.id);
    lignes.push({ id: identifier(ligne), numero: lue.numero, ligne });
    if (lignes.length >= PAQUET) yield vider();
  }
  yield vider();
}

/** Vrai si l'opération est nouvelle, ou gagne une entreprise. */
const completer = (connues: Map<string, Operation>, autre: Operation): boolean => {
  const connue = connues.get(autre.id);
  if (connue === undefined) {
    connues.set(autre.id, autre);
    return true;
  }
  const nouvelles = autre.entreprises.filter((nom) => !connue.entreprises.includes(nom));
  if (nouvelles.length === 0) return false;
  connues.set(autre.id, { ...connue, entreprises: [...connue.entreprises, ...nouvelles] });
  return true;
};

const empreinte = (texte: string): string => `import-${hash('sha256', texte).slice(0, 24)}`;

/** Même personne, opération, entreprise et période : la même ligne ; la n-ième du fichier reste la n-ième. */
const createIdentifiants = (): ((ligne: LigneHeures) => string) => {
  const premieres = new EnsembleEmpreintes();
  const rangs = new Map<string, number>();
  return ({ operation, beneficiaire, entreprise, debut, fin, modalite }) => {
    const cle = [operation, beneficiaire, entreprise, debut, fin, modalite].join('\u001f');
    const premiere = empreinte(`${cle}\u001f1`);
    if (premieres.ajouter(premiere.slice(-13))) return premiere;
    const rang = (rangs.get(premiere) ?? 1) + 1;
    rangs.set(premiere, rang);
    return empreinte(`${cle}\u001f${rang}`);
  };
};

const joursEntre = memoriser((bornes) => compterJours({ du: bornes.slice(0, 10), au: bornes.slice(10) }));

const lireAnnee = (texte: string) =>
  /^(19|20)\d{2}$/.test(texte)
    ? { valeur: Number(texte) }
    : { raison: `« ${texte} » n’est pas une année de naissance : écrivez 1998` };

const lireLigne = (lecteur: Lecteur, contexte: ContexteImportHeures): LigneHeures | null => {
  const operation = lecteur.exiger('operation', lireTexte);
  const beneficiaire = lecteur.exiger('beneficiaire', lireTexte);
  const debut = lecteur.exiger('debut', lireDateCsv);
  const fin = lecteur.exiger('fin', lireDateCsv);
  const heures = lecteur.exiger('heures', lireHeuresCsv);
  if (heures === 0) lecteur.refuser('heures', 'zéro heure : retirez la ligne ou corrigez le nombre');
  if (debut !== null && fin !== null) {
    if (fin < debut) lecteur.refuser('fin', `la fin (${fin}) précède le début (${debut})`);
    else if (heures !== null && heures > 24 * joursEntre(`${debut}${fin}`))
      lecteur.refuser('heures', `${heures} h ne tiennent pas entre le ${debut} et le ${fin}`);
  }
  const reste = {
    entreprise: lecteur.permettre('entreprise', lireTexte),
    publics: lirePublics(lecteur),
    sexe: lecteur.permettre('sexe', (texte) =>
      lireDansListe(texte.replace(/^h(omme)?$/i, 'M').replace(/^femme$/i, 'F'), Sexe.options),
    ),
    anneeNaissance: lecteur.permettre('annee_naissance', lireAnnee),
    modalite: lecteur.permettre('modalite', (texte) => lireDansListe(texte, Modalite.options)),
    sortie: lecteur.permettre('sortie', (texte) => lireDansListe(texte, Sortie.options)),
  };
  if (operation === null || beneficiaire === null || debut === null || fin === null || heures === null) return null;
  return { operation, beneficiaire: contexte.coder(beneficiaire), debut, fin, heures, ...reste };
};

/** L'opération telle que la ligne la décrit ; null si le dépôt la connaît déjà. */
const lireOperationDecrite = (lecteur: Lecteur, contexte: ContexteImportHeures): Operation | null => {
  const id = lecteur.texte('operation');
  if (id === '' || contexte.operationConnue(id)) return null;
  const intitule = lecteur.exiger('intitule', lireTexte);
  const donneurOrdre = lecteur.exiger('donneur_ordre', lireTexte);
  const communeInsee = lireCommune(lecteur, contexte);
  const clause = lecteur.permettre('clause', (texte) => lireDansListe(texte, Clause.options)) ?? 'EXECUTION';
  const anru = lecteur.permettre('anru', lireOuiNon) ?? false;
  if (intitule === null || donneurOrdre === null || communeInsee === null) return null;
  const entreprise = lecteur.texte('entreprise');
  return {
    id,
    intitule,
    donneurOrdre,
    clause,
    communeInsee,
    anru,
    entreprises: entreprise === '' ? [] : [entreprise],
    debut: null,
    fin: null,
    heuresPrevues: null,
    facilitateur: null,
    demonstration: false,
  };
};
