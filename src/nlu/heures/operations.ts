import type { Marque } from '../dates/aligner.ts';
import { type Fiche, type Fichier, type FragmentConnu, ficher, fragmentsConnus, type Sources } from './fiches.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';
import { PRENOMS } from './prenoms.ts';

/** L'opération désignée, ou celles entre lesquelles le message hésite. */
export interface OperationLue {
  /** Une seule : l'opération est connue. */
  readonly ids: readonly string[];
  /** Nommée par son intitulé ou son identifiant, et non par sa seule commune ou son seul genre. */
  readonly ferme: boolean;
}

/** Intitulés et identifiants écrits en entier : reconnus avant les dates, car un nom peut en contenir une. */
export const chercherEntiers = (plie: string, sources: Sources): Marque<OperationLue>[] => {
  const trouves: Marque<OperationLue>[] = [];
  for (const { id, entiers } of ficher(sources).fiches)
    for (const motif of entiers)
      for (const lu of plie.matchAll(motif))
        trouves.push({ debut: lu.index, fin: lu.index + lu[0].length, valeur: { ids: [id], ferme: true } });
  // Deux intitulés qui se recouvrent : le plus long est le bon ; à égalité, on hésite.
  const gardes = trouves.filter(
    (un) =>
      !trouves.some((autre) => autre !== un && recouvre(autre, un) && autre.fin - autre.debut > un.fin - un.debut),
  );
  const memePlace = (un: Marque<unknown>, autre: Marque<unknown>): boolean =>
    un.debut === autre.debut && un.fin === autre.fin;
  return gardes
    .filter((un, i) => gardes.findIndex((autre) => memePlace(un, autre)) === i)
    .map((un) => {
      const ids = gardes.filter((autre) => memePlace(un, autre)).flatMap(({ valeur }) => valeur.ids);
      return { ...un, valeur: { ids: [...new Set(ids)], ferme: true } };
    });
};

const recouvre = (a: Marque<unknown>, b: Marque<unknown>): boolean => a.debut < b.fin && b.debut < a.fin;

const POIDS = { propre: 1, ouvrage: 0.4, commune: 0.5 } as const;
/** Un genre d'ouvrage ou un prénom (« Jean Moulin ») ne désigne rien à lui seul. */
const poidsDe = (mot: string): number => (OUVRAGES.has(mot) || PRENOMS.has(mot) ? POIDS.ouvrage : POIDS.propre);

/** Ce que le groupe dit de chaque mot connu, au mieux. */
const qualites = (groupe: readonly FragmentConnu[]): ReadonlyMap<string, number> => {
  const notes = new Map<string, number>();
  for (const { connus } of groupe)
    for (const [mot, note] of connus) notes.set(mot, Math.max(note, notes.get(mot) ?? 0));
  return notes;
};

/** Ce que vaut un groupe de mots pour une opération. */
const noter = (dits: ReadonlyMap<string, number>, fiche: Fiche): number => {
  if (fiche.colle.length > 4 && dits.has(fiche.colle)) return 2;
  const intitule = fiche.intitule.reduce((note, mot) => note + (dits.get(mot) ?? 0) * poidsDe(mot), 0);
  const lieu = fiche.commune.filter((mot) => !fiche.intitule.includes(mot));
  const commune = lieu.length > 0 && lieu.every((mot) => dits.has(mot)) ? POIDS.commune : 0;
  const propres = fiche.acheteur.filter((mot) => !fiche.intitule.includes(mot) && !fiche.commune.includes(mot));
  const acheteur = propres.length > 0 && fiche.acheteur.every((mot) => dits.has(mot)) ? POIDS.commune : 0;
  return intitule + commune + acheteur;
};

const LOCATIF =
  /(?:\b(?:a|au|aux|a la|a l'|sur|sur le|sur la|sur l'|dans|dans la|le|la|l'|de|du|des|d'|chantier|operation|op|site|marche|projet)\s*[:-]?\s*)$/;
const RELIANT = /^\s*(?:(?:de la|de l'|du|des|de|d'|la|le|les|l'|a la|a l'|au|a|en|sur|-|'|\(|°|n°|no?\b|\.)\s*)*$/;

/** Le lieu où la personne vit ou est suivie n'est pas celui où elle travaille. */
const DOMICILE =
  /\b(?:habite|habitante?|domiciliee?|reside|residente?|vit|originaire|agence|pole emploi|france travail|mission locale|caf|ccas|plie)\b[^,;.]{0,12}$/;

const CIVILITES: ReadonlySet<string> = new Set(['m', 'mme', 'mlle', 'mr', 'monsieur', 'madame']);

/** Un seul mot, juste après un prénom ou une civilité : « Paul Camus » peut être une personne. */
const apresNom = (groupe: readonly FragmentConnu[], plie: string, mots: ReadonlySet<string>): boolean => {
  const avant = /([a-z]+)\.?[\s-]+$/.exec(plie.slice(0, groupe[0]?.debut ?? 0))?.[1];
  return groupe.length === 1 && avant !== undefined && mots.has(avant);
};

const noteMinimale = (groupe: readonly FragmentConnu[], plie: string, note: number): boolean => {
  const premier = groupe[0];
  const dernier = groupe[groupe.length - 1];
  if (!premier || !dernier) return false;
  // Un prénom seul (« Jean ») ne désigne rien, sauf une commune située (« à Albert »).
  const situation = /\b(?:a|sur|chantier (?:de|d'))\s*$/.test(plie.slice(0, premier.debut));
  if (groupe.every(({ texte }) => PRENOMS.has(texte)) && !situation) return false;
  if ((note < 0.85 || groupe.length === 1) && DOMICILE.test(plie.slice(0, premier.debut))) return false;
  if (note >= 0.85) return !apresNom(groupe, plie, CIVILITES);
  if (note < POIDS.ouvrage) return false;
  const apres = /^\s+(?:de\s+|du\s+)?([a-z]{2,})/.exec(plie.slice(dernier.fin))?.[1];
  const suiviDInconnu = apres !== undefined && !MOTS_VIDES.has(apres) && !PRENOMS.has(apres);
  const situe = LOCATIF.test(plie.slice(0, premier.debut)) || /^[\s¤,;.:()-]*$/.test(plie.slice(0, premier.debut));
  // Un genre d'ouvrage écrit seul (« crèche ») suffit s'il n'est pas aussi un mot de tous les jours.
  const propre = groupe.every(({ texte }) => !MOTS_VIDES.has(texte));
  return (situe || propre) && !suiviDInconnu;
};

const conclure = (groupe: readonly FragmentConnu[], plie: string, { fiches }: Fichier): OperationLue | null => {
  const dits = qualites(groupe);
  const notes = fiches.map((fiche) => ({ id: fiche.id, note: noter(dits, fiche) }));
  const note = Math.max(0, ...notes.map((un) => un.note));
  if (!noteMinimale(groupe, plie, note)) return null;
  const ids = notes.filter((un) => un.note > note - 0.05).map(({ id }) => id);
  return { ids, ferme: note >= 0.85 };
};

const estHeures = (fragment: FragmentConnu, plie: string): boolean =>
  /^\d+$/.test(fragment.texte) &&
  (/^\s*(?:h\b|h\d|heure|min|[,.]\d|jours?\b)/.test(plie.slice(fragment.fin)) || fragment.texte.length < 3);

/** Un nombre d'heures n'est pas un numéro d'opération. */
const parle = (fragment: FragmentConnu, plie: string): boolean =>
  !estHeures(fragment, plie) || suitUnMot(fragment, plie);

/** « RD 919 », « lot 2 » : le nombre suit un mot de l'intitulé. */
const suitUnMot = (fragment: FragmentConnu, plie: string): boolean => {
  const mot = /([a-z]+)[\s°-]*$/.exec(plie.slice(0, fragment.debut))?.[1];
  return mot !== undefined && OUVRAGES.has(mot) && !/^\s*(?:h\b|h\d|heure)/.test(plie.slice(fragment.fin));
};

/** Groupes de mots voisins qui parlent d'une opération ; « école Louis Pasteur » enjambe un mot inconnu. */
const grouper = (plie: string, fichier: Fichier): FragmentConnu[][] => {
  const groupes: FragmentConnu[][] = [];
  for (const fragment of fragmentsConnus(plie, fichier)) {
    if (!parle(fragment, plie)) continue;
    const groupe = groupes[groupes.length - 1];
    const dernier = groupe?.[groupe.length - 1];
    const entre = dernier ? plie.slice(dernier.fin, fragment.debut) : '';
    const enjambe = dernier && OUVRAGES.has(dernier.texte) && /^\s+(?:(?!pour|par|avec)[a-z]+)\s+$/.test(entre);
    if (groupe && (RELIANT.test(entre) || enjambe)) groupe.push(fragment);
    else groupes.push([fragment]);
  }
  return groupes;
};

/** « RD 918 » n'est pas la RD 919 : un autre nombre suit le mot. */
const autreNumero = (groupe: readonly FragmentConnu[], plie: string): boolean => {
  const dernier = groupe[groupe.length - 1];
  return (
    dernier !== undefined &&
    OUVRAGES.has(dernier.texte) &&
    /^\s?\d+(?!\s*(?:h\b|h\d|heure|,|\d|jours?|min))/.test(plie.slice(dernier.fin))
  );
};

/** Les opérations d'un texte aligné, par nom partiel, fautif ou collé, par commune ou par acheteur. */
export const chercherOperations = (plie: string, sources: Sources, dejaNommee: boolean): Marque<OperationLue>[] => {
  const fichier = ficher(sources);
  const lues = grouper(plie, fichier).flatMap((groupe) => {
    const premier = groupe[0];
    const dernier = groupe[groupe.length - 1];
    if (!premier || !dernier || autreNumero(groupe, plie)) return [];
    const valeur = conclure(groupe, plie, fichier);
    const nom = apresNom(groupe, plie, PRENOMS);
    return valeur ? [{ debut: premier.debut, fin: dernier.fin, valeur, nom }] : [];
  });
  // « Paul Camus » est une personne si une autre opération est nommée, sinon Paul travaille à Camus.
  const autre = dejaNommee || lues.some(({ nom, valeur }) => !nom && valeur.ferme);
  return lues.flatMap(({ nom, ...marque }) => (nom && autre ? [] : [marque]));
};
