import type { ServiceStructures } from '../../dialogs/services/structures.ts';
import { IndexStructures } from '../domain/marches/structures/chercher.ts';
import { type Structure, TYPES_PAR_AUDIENCE, TYPES_RESERVABLES } from '../domain/marches/structures.ts';
import type { Secteur } from '../domain/marches.ts';
import type { LectureLieu, Lieu } from '../domain/territoire.ts';
import { cleDuLieu, lieuDeLaCle, type Territoire } from '../domain/territoire-index.ts';
import { lireLieuDesMarches } from '../nlu/marches/lieux.ts';
import { lireTypesStructures } from '../nlu/marches/structures.ts';
import type { Collection } from '../store/port.ts';

export interface SourcesStructures {
  readonly structures: Collection<Structure>;
  readonly secteurs: readonly Secteur[];
  readonly territoire: Territoire;
  readonly lireLieu: (texte: string) => LectureLieu;
}

/** Recherche parmi les structures importées, suivies au fil des imports. */
export const createServiceStructures = ({
  structures,
  secteurs,
  territoire,
  lireLieu,
}: SourcesStructures): ServiceStructures => {
  const index = new IndexStructures(secteurs, territoire);
  let position = 0;
  const courant = async (): Promise<IndexStructures> => {
    const nouvelles = await structures.depuis(position);
    position = nouvelles.position;
    index.ajouter(nouvelles.documents);
    return index;
  };
  const resoudre = (cles: readonly string[]): Lieu[] => cles.flatMap((cle) => lieuDeLaCle(cle, territoire) ?? []);
  return {
    lire(texte) {
      const lieu = lireLieuDesMarches(texte, lireLieu);
      const lus = lieu.type === 'trouve' ? [lieu.lieu] : lieu.type === 'ambigu' ? lieu.choix : null;
      return { lieu, types: lireTypesStructures(texte), lieux: lus === null ? null : lus.map(cleDuLieu) };
    },
    typesDe: (audience) =>
      audience === 'SIAE' || audience === 'EA_ESAT' ? TYPES_PAR_AUDIENCE[audience] : TYPES_RESERVABLES,
    chercher: async (demande) => (await courant()).chercher({ ...demande, lieux: resoudre(demande.lieux) }),
    lieux: ({ lieux }) => resoudre(lieux),
    async compter(cles) {
      const suivies = await courant();
      return suivies.taille === 0 ? null : suivies.compter(TYPES_RESERVABLES, resoudre(cles));
    },
  };
};
