import type { Jour } from '../../domain/dates.ts';
import { DEMANDE_VIDE, type Demande, type Perimetre } from '../../domain/indicateurs/demande.ts';
import type { Secteur } from '../../domain/marches.ts';
import type { LectureLieu } from '../../domain/territoire.ts';
import { lireSecteur } from '../marches/secteurs.ts';
import { decouper, plier } from '../normaliser.ts';
import { DIMENSIONS, MESURES, MODALITES, PUBLICS, premiere, SEXES, SIGLES } from './mots.ts';
import { lirePeriodes } from './periodes.ts';

/** Ce que la lecture doit savoir du monde. */
export interface ContexteDemande {
  readonly aujourdhui: Jour;
  readonly lieu: LectureLieu;
  /** Noms des donneurs d'ordre connus. */
  readonly acheteurs: readonly string[];
  readonly entreprises: readonly string[];
  readonly secteurs: readonly Secteur[];
  /** Question d'avant, que celle-ci peut prolonger. */
  readonly precedente: Demande | null;
}

/** Lit une question sur les chiffres : quoi, quand, où, pour qui, selon quoi. */
export const lireDemande = (texte: string, contexte: ContexteDemande): Demande => {
  const plie = plier(texte);
  const acheteur = lireNom(plie, contexte.acheteurs);
  const entreprise = lireNom(plie, contexte.entreprises);
  const dimension = premiere(plie, DIMENSIONS);
  const mesure = premiere(plie, MESURES) ?? 'cles';
  const { periode, avant } = lirePeriodes(texte, contexte.aujourdhui, contexte.precedente?.periode ?? null);
  const sexe = dimension === 'sexe' || mesure === 'femmes' ? null : premiere(plie, SEXES);
  return {
    ...DEMANDE_VIDE,
    mesure,
    dimension: mesure === 'secteurs' ? 'secteur' : dimension,
    periode,
    avant,
    territoire: acheteur === null ? territoireDe(contexte.lieu) : null,
    acheteur,
    entreprise,
    secteur:
      acheteur === null && dimension !== 'secteur' && mesure !== 'secteurs' ? lireSecteurDit(plie, contexte) : null,
    public: dimension === 'public' ? null : premiere(plie, PUBLICS),
    sexe,
    modalite: dimension === 'modalite' ? null : (premiere(plie, MODALITES) ?? premiere(texte, SIGLES)),
  };
};

/** Ce qu'une suite peut ajouter, en plus d'un lieu. */
const AJOUTS = [
  'dimension',
  'periode',
  'avant',
  'acheteur',
  'entreprise',
  'secteur',
  'public',
  'sexe',
  'modalite',
] as const satisfies readonly (keyof Demande)[];

/** Prolonge la question d'avant : ce qui est dit remplace, le reste demeure ; null si rien n'est ajouté. */
export const prolongerDemande = (
  texte: string,
  contexte: ContexteDemande & { readonly precedente: Demande },
): { readonly demande: Demande; readonly nouveau: 'lieu' | 'autre' } | null => {
  const { precedente } = contexte;
  const dite = lireDemande(texte, contexte);
  const autre = dite.mesure !== 'cles' || AJOUTS.some((champ) => dite[champ] !== null);
  if (!autre && dite.territoire === null) return null;
  return {
    nouveau: autre ? 'autre' : 'lieu',
    demande: {
      ...precedente,
      mesure: dite.mesure === 'cles' ? precedente.mesure : dite.mesure,
      dimension: dite.dimension ?? (dite.mesure === 'cles' ? precedente.dimension : null),
      periode: dite.periode ?? precedente.periode,
      avant: dite.avant,
      territoire: dite.territoire ?? precedente.territoire,
      acheteur: dite.acheteur ?? precedente.acheteur,
      secteur: dite.secteur ?? precedente.secteur,
      public: dite.public ?? (dite.sexe === null ? precedente.public : null),
      sexe: dite.sexe ?? (dite.public === null ? precedente.sexe : null),
      modalite: dite.modalite ?? precedente.modalite,
      entreprise: dite.entreprise ?? precedente.entreprise,
    },
  };
};

export const territoireDe = (lecture: LectureLieu): Perimetre | null => {
  if (lecture.type !== 'trouve') return null;
  const { lieu } = lecture;
  switch (lieu.type) {
    case 'commune':
      return { niveau: 'commune', code: lieu.commune.code, nom: lieu.commune.nom };
    case 'epci':
      return { niveau: 'epci', code: lieu.epci.code, nom: lieu.epci.nom };
    case 'departement':
      return { niveau: 'departement', code: lieu.departement.code, nom: lieu.departement.nom };
  }
};

const enMots = (texte: string): string =>
  ` ${plier(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Nom connu que le message contient en entier, le plus long ; null si aucun. */
const lireNom = (plie: string, noms: readonly string[]): string | null => {
  const message = enMots(plie);
  let meilleur: string | null = null;
  for (const nom of noms) if (nom.length > (meilleur?.length ?? 3) && message.includes(enMots(nom))) meilleur = nom;
  return meilleur;
};

/** Mots de la question, qu'aucune famille d'achat ne doit happer. */
const MOTS_DES_CHIFFRES =
  /\b(?:heures?|insertion professionnelle|insertions?|beneficiaires?|saisies?|chantiers? d'insertion|accueil|publics?|interim\w*|formation|placement|etudes?|pi)\b/g;

const lireSecteurDit = (plie: string, { secteurs, lieu }: ContexteDemande): string | null => {
  const nu = plie.replace(MOTS_DES_CHIFFRES, ' ');
  const lieuDit = lieu.type === 'trouve' ? plier(nomDuLieu(lieu)) : '';
  const reste = lieuDit === '' ? nu : nu.replace(lieuDit, ' ');
  const mots = decouper(reste).filter(({ plie: mot }) => mot.length > 3 || mot === 'btp' || mot === 'vrd');
  return lireSecteur(mots, secteurs);
};

const nomDuLieu = ({ lieu }: Extract<LectureLieu, { type: 'trouve' }>): string =>
  lieu.type === 'commune' ? lieu.commune.nom : lieu.type === 'epci' ? lieu.epci.nom : lieu.departement.nom;
