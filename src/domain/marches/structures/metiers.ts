import type { Secteur } from '../../marches.ts';
import { creerLecteurSecteurs } from '../jetons.ts';
import type { Structure, TypeStructure } from '../structures.ts';

/** Ce que le code d'activité laisse supposer, du préfixe le plus long au plus court. */
const PAR_NAF: readonly (readonly [string, string])[] = [
  ['8130', 'espaces-verts'],
  ['0113', 'fournitures-alimentaire'],
  ['02', 'espaces-naturels'],
  ['8121', 'nettoyage'],
  ['8122', 'nettoyage'],
  ['8129B', 'nettoyage'],
  ['8129', 'proprete-urbaine'],
  ['38', 'dechets-recyclage'],
  ['4779', 'dechets-recyclage'],
  ['5629', 'restauration-collective'],
  ['5621', 'traiteur'],
  ['5610', 'traiteur'],
  ['9601', 'blanchisserie'],
  ['41', 'construction'],
  ['4331', 'second-oeuvre'],
  ['4332', 'second-oeuvre'],
  ['4333', 'second-oeuvre'],
  ['4334', 'second-oeuvre'],
  ['4391', 'couverture'],
  ['4399', 'construction'],
  ['432', 'electricite-plomberie'],
  ['431', 'demolition'],
  ['42', 'voirie-reseaux'],
  ['18', 'impression-communication'],
  ['62', 'numerique'],
  ['6311', 'numerique'],
  ['8211', 'archivage-accueil'],
  ['8219', 'archivage-accueil'],
  ['8220', 'archivage-accueil'],
  ['8292', 'logistique'],
  ['4942', 'logistique'],
  ['52', 'logistique'],
  ['53', 'logistique'],
  ['4932', 'transport-personnes'],
  ['4939', 'transport-personnes'],
  ['95', 'reparation'],
  ['4520', 'reparation'],
  ['80', 'securite-mediation'],
];

/** Une structure qui met du personnel à disposition le fait quel que soit le reste. */
const PAR_TYPE: Readonly<Partial<Record<TypeStructure, string>>> = { ETTI: 'interim', EATT: 'interim', AI: 'interim' };

/** Le « parc » qu'on entretient n'est pas toujours un jardin, ni la « restauration » une cuisine. */
const FAUX_AMIS =
  /\bparcs?(?= (?:informatiques?|automobiles?|de v[ée]hicules?))|\brestauration(?=,? (?:am[ée]nagement|d'art|de (?:livres|meubles|mobilier|tableaux|patrimoine|b[âa]timents?)|du patrimoine|des (?:espaces|milieux)))/gi;

/** Familles d'achat d'une structure, et si elles sont dites ou seulement supposées. */
export interface Metiers {
  readonly secteurs: readonly string[];
  /** Vrai si la liste ne dit rien de ses activités : le code d'activité les laisse supposer. */
  readonly supposes: boolean;
}

const parNaf = (naf: string | null): string[] => {
  const trouve = naf === null ? undefined : PAR_NAF.find(([prefixe]) => naf.startsWith(prefixe));
  return trouve === undefined ? [] : [trouve[1]];
};

/** Prépare la lecture des métiers : les activités publiées d'abord, sinon le code d'activité. */
export const creerLecteurMetiers = (secteurs: readonly Secteur[]): ((structure: Structure) => Metiers) => {
  const lire = creerLecteurSecteurs(secteurs);
  return ({ activites, naf, type }) => {
    const dits = activites.flatMap((activite) =>
      lire({ cpv: [], objet: activite.replace(FAUX_AMIS, ' '), lots: [] }).flatMap((rang) => secteurs[rang]?.id ?? []),
    );
    const duType = PAR_TYPE[type];
    return {
      secteurs: [...new Set([...(dits.length > 0 ? dits : parNaf(naf)), ...(duType === undefined ? [] : [duType])])],
      supposes: dits.length === 0,
    };
  };
};
