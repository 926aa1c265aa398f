import { Jour } from '../../domain/dates.ts';
import { Audience, FiltreMarches } from '../../domain/marches.ts';

/** Ce qu'une adresse demande, ou la phrase qui dit quel paramètre est faux. */
export type DemandeNotices =
  | {
      readonly valide: true;
      readonly filtre: FiltreMarches;
      readonly limite: number;
      readonly curseur: string | null;
      readonly id: string | null;
    }
  | { readonly valide: false; readonly message: string };

/** Lectures qui demandent de connaître les lieux et les métiers. */
export interface LecturesNotices {
  /** Lieu en mots, code postal, INSEE ou département ; null s'il n'est pas connu. */
  readonly lireLieu: (texte: string) => Partial<FiltreMarches> | null;
  /** Identifiant d'une famille d'achat ; null si le texte n'en nomme pas. */
  readonly lireMetier: (texte: string) => string | null;
}

export const LIMITE_MAXIMALE = 500;
const LIMITE_USUELLE = 100;
const LONGUEUR_TEXTE = 200;

const PARAMETRES = [
  'place',
  'trade',
  'audience',
  'state',
  'deadlineFrom',
  'deadlineTo',
  'reserved',
  'q',
  'limit',
  'cursor',
  'id',
] as const;
type Parametre = (typeof PARAMETRES)[number];

const ETATS: Readonly<Record<string, FiltreMarches['etat']>> = { open: 'ouvert', closed: 'clos', all: 'tous' };

class Refus extends Error {}
const refuser = (nom: string, raison: string): never => {
  throw new Refus(`Le paramètre « ${nom} » ${raison}`);
};

const jour = (nom: Parametre, valeur: string | null): string | null => {
  if (valeur === null) return null;
  return Jour.safeParse(valeur).success ? valeur : refuser(nom, 'doit être un jour réel écrit AAAA-MM-JJ.');
};

const limite = (valeur: string | null): number => {
  if (valeur === null) return LIMITE_USUELLE;
  const lue = /^\d{1,4}$/.test(valeur) ? Number(valeur) : 0;
  return lue >= 1 && lue <= LIMITE_MAXIMALE ? lue : refuser('limit', `doit être un entier de 1 à ${LIMITE_MAXIMALE}.`);
};

const parmi = <T>(nom: Parametre, valeur: string | null, possibles: Readonly<Record<string, T>>): T | null => {
  if (valeur === null) return null;
  const lu = Object.hasOwn(possibles, valeur) ? possibles[valeur] : undefined;
  return lu ?? refuser(nom, `doit valoir ${Object.keys(possibles).join(', ')}.`);
};

const metier = (valeur: string | null, lireMetier: LecturesNotices['lireMetier']): Partial<FiltreMarches> => {
  if (valeur === null) return {};
  if (/^\d{2,8}$/.test(valeur)) return { cpv: valeur };
  if (!/\p{L}{2}/u.test(valeur))
    refuser('trade', 'doit être une famille d’achat, un métier en mots, ou le début d’un code CPV (2 à 8 chiffres).');
  const secteur = lireMetier(valeur);
  return secteur === null ? { texte: valeur } : { secteur };
};

const lieu = (valeur: string | null, lireLieu: LecturesNotices['lireLieu']): Partial<FiltreMarches> =>
  valeur === null
    ? {}
    : (lireLieu(valeur) ??
      refuser('place', 'ne désigne aucun lieu connu : un nom, un code postal, INSEE ou de département.'));

/** Deux bornes dans le désordre sont une faute de frappe, pas une recherche sans résultat. */
const bornes = (du: string | null, au: string | null): Pick<FiltreMarches, 'limiteApres' | 'limiteAvant'> =>
  du !== null && au !== null && au < du
    ? refuser('deadlineTo', 'doit être le même jour que « deadlineFrom », ou après.')
    : { limiteApres: du, limiteAvant: au };

const AUDIENCES = Object.fromEntries(Audience.options.map((audience) => [audience, audience]));
const BOOLEENS: Readonly<Record<string, 'true' | 'false'>> = { true: 'true', false: 'false' };

const extraire = (params: URLSearchParams): ((nom: Parametre) => string | null) => {
  for (const nom of params.keys()) {
    if (!PARAMETRES.some((connu) => connu === nom)) refuser(nom, `n’existe pas ; on attend ${PARAMETRES.join(', ')}.`);
    if (params.getAll(nom).length > 1) refuser(nom, 'est donné plusieurs fois.');
  }
  return (nom) => {
    const valeur = params.get(nom)?.trim() ?? '';
    if (valeur.length > LONGUEUR_TEXTE) refuser(nom, `est trop long (${LONGUEUR_TEXTE} signes au plus).`);
    return valeur === '' ? null : valeur;
  };
};

/** Lit les paramètres d'une recherche d'avis ; sans paramètre, tous les avis. */
export const lireDemandeNotices = (params: URLSearchParams, lectures: LecturesNotices): DemandeNotices => {
  try {
    const lire = extraire(params);
    const duMetier = metier(lire('trade'), lectures.lireMetier);
    const texte = [lire('q'), duMetier.texte ?? null].filter((mots) => mots !== null).join(' ');
    const filtre = FiltreMarches.parse({
      ...lieu(lire('place'), lectures.lireLieu),
      ...duMetier,
      audience: parmi('audience', lire('audience'), AUDIENCES),
      etat: parmi('state', lire('state'), ETATS) ?? 'tous',
      ...bornes(jour('deadlineFrom', lire('deadlineFrom')), jour('deadlineTo', lire('deadlineTo'))),
      reserves: parmi('reserved', lire('reserved'), BOOLEENS) === 'true',
      texte: /[\p{L}\p{N}]/u.test(texte) ? texte : null,
    });
    return { valide: true, filtre, limite: limite(lire('limit')), curseur: lire('cursor'), id: lire('id') };
  } catch (cause) {
    if (cause instanceof Refus) return { valide: false, message: cause.message };
    throw cause;
  }
};
