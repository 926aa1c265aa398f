import type { ContexteHeures } from '../../domain/heures.ts';
import { aligner, composer, type Marque } from '../dates/aligner.ts';
import { MOTS_VIDES, OUVRAGES, PRENOMS } from './mots.ts';
import { type Fragment, fragmenter, motsUtiles, ressembler } from './reperer.ts';

/** L'opération désignée, ou celles entre lesquelles le message hésite. */
export interface OperationLue {
  /** Une seule : l'opération est connue. */
  readonly ids: readonly string[];
  /** Nommée par son intitulé ou son identifiant, et non par sa seule commune ou son seul genre. */
  readonly ferme: boolean;
}

interface Fiche {
  readonly id: string;
  readonly entiers: readonly string[];
  /** Intitulé sans espaces, pour « ecolepasteur ». */
  readonly colle: string;
  readonly intitule: readonly string[];
  readonly commune: readonly string[];
  readonly acheteur: readonly string[];
}

type Sources = Pick<ContexteHeures, 'operations' | 'nomCommune'>;
const memoire = new WeakMap<Sources['operations'], readonly Fiche[]>();

const plat = (texte: string): string =>
  aligner(composer(texte))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const ficher = ({ operations, nomCommune }: Sources): readonly Fiche[] => {
  const connues = memoire.get(operations);
  if (connues) return connues;
  const fiches = operations.map((operation) => {
    const intitule = plat(operation.intitule);
    return {
      id: operation.id,
      entiers: [intitule, plat(operation.id)].filter((forme) => forme.length > 2),
      colle: intitule.replace(/ /g, ''),
      intitule: motsUtiles(intitule),
      commune: motsUtiles(plat(nomCommune(operation.communeInsee) ?? '')),
      acheteur: motsUtiles(plat(operation.donneurOrdre)),
    };
  });
  memoire.set(operations, fiches);
  return fiches;
};

/** Intitulés et identifiants écrits en entier : reconnus avant les dates, car un nom peut en contenir une. */
export const chercherEntiers = (plie: string, sources: Sources): Marque<OperationLue>[] => {
  const trouves: Marque<OperationLue>[] = [];
  for (const { id, entiers } of ficher(sources))
    for (const forme of entiers) {
      const motif = forme.split(' ').join("[\\s'’.,°-]*");
      for (const lu of plie.matchAll(new RegExp(`(?<![a-z\\d])${motif}(?![a-z\\d])(?!\\s*h\\b)`, 'g')))
        trouves.push({ debut: lu.index, fin: lu.index + lu[0].length, valeur: { ids: [id], ferme: true } });
    }
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

const meilleur = (fragments: readonly Fragment[], mot: string): number =>
  fragments.reduce((note, { texte }) => Math.max(note, ressembler(texte, mot)), 0);

/** Ce que vaut un groupe de mots pour une opération. */
const noter = (groupe: readonly Fragment[], fiche: Fiche): number => {
  const colles = groupe.some(({ texte }) => texte.length > 5 && ressembler(texte, fiche.colle) > 0);
  if (colles) return 2;
  const intitule = fiche.intitule.reduce((note, mot) => note + meilleur(groupe, mot) * poidsDe(mot), 0);
  const lieu = fiche.commune.filter((mot) => !fiche.intitule.includes(mot));
  const commune = lieu.length > 0 && lieu.every((mot) => meilleur(groupe, mot) > 0) ? POIDS.commune : 0;
  const propres = fiche.acheteur.filter((mot) => !fiche.intitule.includes(mot) && !fiche.commune.includes(mot));
  const acheteur = propres.length > 0 && fiche.acheteur.every((mot) => meilleur(groupe, mot) > 0) ? POIDS.commune : 0;
  return intitule + commune + acheteur;
};

const LOCATIF =
  /(?:\b(?:a|au|aux|a la|a l'|sur|sur le|sur la|sur l'|dans|dans la|le|la|l'|de|du|des|d'|chantier|operation|op|site|marche|projet)\s*[:-]?\s*)$/;
const RELIANT = /^\s*(?:(?:de la|de l'|du|des|de|d'|la|le|les|l'|a la|a l'|au|a|en|sur|-|'|\(|°|n°|no?\b|\.)\s*)*$/;

/** Le lieu où la personne vit ou est suivie n'est pas celui où elle travaille. */
const DOMICILE =
  /\b(?:habite|habitante?|domiciliee?|reside|residente?|vit|originaire|agence|pole emploi|france travail|mission locale|caf|ccas|plie)\b[^,;.]{0,12}$/;

const noteMinimale = (groupe: readonly Fragment[], plie: string, note: number): boolean => {
  const premier = groupe[0];
  const dernier = groupe[groupe.length - 1];
  if (!premier || !dernier || groupe.every(({ texte }) => PRENOMS.has(texte))) return false;
  if ((note < 0.85 || groupe.length === 1) && DOMICILE.test(plie.slice(0, premier.debut))) return false;
  if (note >= 0.85) {
    // « Paul Camus » est une personne, pas le collège.
    const avant = /([a-z]+)[\s-]+$/.exec(plie.slice(0, premier.debut))?.[1];
    return !(
      groupe.length === 1 &&
      avant !== undefined &&
      (PRENOMS.has(avant) || ['m', 'mme', 'mr', 'monsieur', 'madame'].includes(avant))
    );
  }
  if (note < POIDS.ouvrage) return false;
  const apres = /^\s+(?:de\s+|du\s+)?([a-z]+)/.exec(plie.slice(dernier.fin))?.[1];
  const suiviDInconnu = apres !== undefined && !MOTS_VIDES.has(apres) && !PRENOMS.has(apres);
  const situe = LOCATIF.test(plie.slice(0, premier.debut)) || /^[\s¤,;.:()-]*$/.test(plie.slice(0, premier.debut));
  // Un genre d'ouvrage écrit seul (« crèche ») suffit s'il n'est pas aussi un mot de tous les jours.
  const propre = groupe.every(({ texte }) => !MOTS_VIDES.has(texte));
  return (situe || propre) && !suiviDInconnu;
};

const conclure = (groupe: readonly Fragment[], plie: string, fiches: readonly Fiche[]): OperationLue | null => {
  const notes = fiches.map((fiche) => ({ id: fiche.id, note: noter(groupe, fiche) }));
  const note = Math.max(0, ...notes.map((un) => un.note));
  if (!noteMinimale(groupe, plie, note)) return null;
  const ids = notes.filter((un) => un.note > note - 0.05).map(({ id }) => id);
  return { ids, ferme: note >= 0.85 };
};

const estHeures = (fragment: Fragment, plie: string): boolean =>
  /^\d+$/.test(fragment.texte) &&
  (/^\s*(?:h\b|h\d|heure|min|[,.]\d|jours?\b)/.test(plie.slice(fragment.fin)) || fragment.texte.length < 3);

const parle = (fragment: Fragment, plie: string, fiches: readonly Fiche[]): boolean =>
  fiches.some(
    (fiche) =>
      [fiche.intitule, fiche.commune, fiche.acheteur].some((mots) =>
        mots.some(
          (mot) => ressembler(fragment.texte, mot) > 0 && !(estHeures(fragment, plie) && !suitUnMot(fragment, plie)),
        ),
      ) || ressembler(fragment.texte, fiche.colle) > 0,
  );

/** « RD 919 », « lot 2 » : le nombre suit un mot de l'intitulé. */
const suitUnMot = (fragment: Fragment, plie: string): boolean => {
  const mot = /([a-z]+)[\s°-]*$/.exec(plie.slice(0, fragment.debut))?.[1];
  return mot !== undefined && OUVRAGES.has(mot) && !/^\s*(?:h\b|h\d|heure)/.test(plie.slice(fragment.fin));
};

/** Groupes de mots voisins qui parlent d'une opération ; « école Louis Pasteur » enjambe un mot inconnu. */
const grouper = (plie: string, fiches: readonly Fiche[]): Fragment[][] => {
  const groupes: Fragment[][] = [];
  for (const fragment of fragmenter(plie)) {
    if (!parle(fragment, plie, fiches)) continue;
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
const autreNumero = (groupe: readonly Fragment[], plie: string): boolean => {
  const dernier = groupe[groupe.length - 1];
  return (
    dernier !== undefined &&
    OUVRAGES.has(dernier.texte) &&
    /^\s?\d+(?!\s*(?:h|,|\d|jours?|min))/.test(plie.slice(dernier.fin))
  );
};

/** Les opérations d'un texte aligné, par nom partiel, fautif ou collé, par commune ou par acheteur. */
export const chercherOperations = (plie: string, sources: Sources): Marque<OperationLue>[] => {
  const fiches = ficher(sources);
  return grouper(plie, fiches).flatMap((groupe) => {
    const premier = groupe[0];
    const dernier = groupe[groupe.length - 1];
    if (!premier || !dernier || autreNumero(groupe, plie)) return [];
    const valeur = conclure(groupe, plie, fiches);
    return valeur ? [{ debut: premier.debut, fin: dernier.fin, valeur }] : [];
  });
};
