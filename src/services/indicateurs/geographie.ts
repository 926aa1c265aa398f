import type { Operation } from '../../domain/heures.ts';
import type { Demande, Dimension } from '../../domain/indicateurs/demande.ts';
import { SECTEUR_INCONNU } from '../../domain/indicateurs/diversification.ts';
import type { Selection } from '../../domain/indicateurs/selection.ts';
import { departementDe } from '../../domain/indicateurs.ts';
import type { Secteur } from '../../domain/marches.ts';
import type { Territoire } from '../../domain/territoire-index.ts';
import { lireSecteur } from '../../nlu/marches/secteurs.ts';
import { decouper } from '../../nlu/normaliser.ts';

export interface Geographie {
  readonly territoire: Pick<Territoire, 'commune' | 'epci' | 'departement' | 'anciennes'>;
  readonly secteurs: readonly Secteur[];
}

/** Famille d'achat d'une opération, lue dans son intitulé ; chaque objet n'est lu qu'une fois. */
export const createSecteurDe = (secteurs: readonly Secteur[]): ((operation: Operation) => string) => {
  const lus = new Map<string, string>();
  return ({ intitule }) => {
    // Après le tiret vient d'ordinaire le lieu, dont un mot pourrait passer pour un métier.
    const objet = intitule.split(/\s[—–-]\s/)[0] ?? intitule;
    const lu = lus.get(objet) ?? lireSecteur(decouper(objet), secteurs) ?? SECTEUR_INCONNU;
    lus.set(objet, lu);
    return lu;
  };
};

/** Commune d'aujourd'hui d'un code INSEE, même si la commune a fusionné depuis. */
const createCommuneDe = ({ territoire }: Geographie) => {
  const actuelles = new Map(territoire.anciennes.map(({ code, commune }) => [code, commune]));
  return (insee: string) => territoire.commune(insee) ?? territoire.commune(actuelles.get(insee) ?? '');
};

/** Traduit ce qui est demandé en lignes à retenir, et chaque opération en nom de groupe. */
export const createGeographie = (geographie: Geographie) => {
  const secteurDe = createSecteurDe(geographie.secteurs);
  const communeDe = createCommuneDe(geographie);
  const { territoire } = geographie;

  const dansLeTerritoire = ({ communeInsee }: Operation, demande: Demande): boolean => {
    const voulu = demande.territoire;
    if (voulu === null) return true;
    if (voulu.niveau === 'departement') return departementDe(communeInsee) === voulu.code;
    const commune = communeDe(communeInsee);
    return voulu.niveau === 'commune' ? (commune?.code ?? communeInsee) === voulu.code : commune?.epci === voulu.code;
  };

  const garder = (demande: Demande): Selection['operation'] => {
    if (demande.territoire === null && demande.acheteur === null && demande.secteur === null) return null;
    return (operation) =>
      dansLeTerritoire(operation, demande) &&
      (demande.acheteur === null || operation.donneurOrdre === demande.acheteur) &&
      (demande.secteur === null || secteurDe(operation) === demande.secteur);
  };

  /** Nom du groupe d'une opération, pour les répartitions qui en dépendent ; null pour les autres. */
  const nomDeGroupe = (dimension: Dimension): ((operation: Operation) => string | null) | null => {
    switch (dimension) {
      case 'departement':
        return ({ communeInsee }) => {
          const code = departementDe(communeInsee);
          return territoire.departement(code)?.nom ?? code;
        };
      case 'epci':
        return ({ communeInsee }) => territoire.epci(communeDe(communeInsee)?.epci ?? '')?.nom ?? null;
      case 'commune':
        return ({ communeInsee }) => communeDe(communeInsee)?.nom ?? communeInsee;
      case 'secteur':
        return secteurDe;
      case 'acheteur':
        return ({ donneurOrdre }) => donneurOrdre;
      case 'operation':
        return ({ intitule }) => intitule;
      default:
        return null;
    }
  };

  const selection = (demande: Demande): Selection => ({
    periode: demande.periode,
    operation: garder(demande),
    public: demande.public,
    sexe: demande.sexe,
    modalite: demande.modalite,
    entreprise: demande.entreprise,
    auteur: null,
  });

  return { selection, nomDeGroupe };
};
