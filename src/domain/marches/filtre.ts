import { decalerJour, type Jour } from '../dates.ts';
import type { FiltreMarches } from '../marches.ts';
import { AILLEURS, bitsDepartements, DRAPEAU, DRAPEAU_AUDIENCE, nombreDuJour, SANS_LIMITE } from './colonnes.ts';
import type { IndexAvis } from './index-avis.ts';
import { JOURS_SANS_LIMITE } from './suivi.ts';

type Convient = (place: number) => boolean;

/** Peut-on encore répondre ? Sans date limite, un avis ne passe pour ouvert que ses deux premiers mois. */
const creerEtat = ({ colonnes }: IndexAvis, { etat }: FiltreMarches, aujourdhui: Jour): Convient[] => {
  if (etat === 'tous') return [];
  const { limite, publie, drapeaux } = colonnes;
  const jour = nombreDuJour(aujourdhui);
  const recent = nombreDuJour(decalerJour(aujourdhui, { days: -JOURS_SANS_LIMITE }));
  const ouvert: Convient = (place) => {
    if (((drapeaux[place] ?? 0) & DRAPEAU.vivant) === 0) return false;
    const fin = limite[place] ?? 0;
    return fin === SANS_LIMITE ? (publie[place] ?? 0) > recent : fin >= jour;
  };
  return [etat === 'ouvert' ? ouvert : (place) => !ouvert(place)];
};

const creerLieu = (index: IndexAvis, { departements }: FiltreMarches): Convient[] => {
  if (departements.length === 0) return [];
  const { departements: colonne } = index.colonnes;
  const bits = bitsDepartements(departements) & ~AILLEURS;
  const dehors = departements.filter((code) => (bitsDepartements([code]) & AILLEURS) !== 0);
  return [
    (place) =>
      ((colonne[place] ?? 0) & bits) !== 0 ||
      (dehors.length > 0 && (index.suivi(place)?.avis.departements.some((code) => dehors.includes(code)) ?? false)),
  ];
};

const creerDates = ({ colonnes }: IndexAvis, { limiteApres, limiteAvant }: FiltreMarches): Convient[] => {
  if (limiteApres === null && limiteAvant === null) return [];
  const { limite } = colonnes;
  const du = limiteApres === null ? 0 : nombreDuJour(limiteApres);
  const au = limiteAvant === null ? SANS_LIMITE - 1 : nombreDuJour(limiteAvant);
  return [
    (place) => {
      const fin = limite[place] ?? SANS_LIMITE;
      return fin !== SANS_LIMITE && fin >= du && fin <= au;
    },
  ];
};

const creerMontant = ({ colonnes }: IndexAvis, { montantMin, montantMax }: FiltreMarches): Convient[] => {
  if (montantMin === null && montantMax === null) return [];
  const { montant } = colonnes;
  const [min, max] = [montantMin ?? 0, montantMax ?? Number.POSITIVE_INFINITY];
  return [(place) => (montant[place] ?? Number.NaN) >= min && (montant[place] ?? Number.NaN) <= max];
};

const creerSecteur = ({ colonnes, secteurs }: IndexAvis, { secteur }: FiltreMarches): Convient[] => {
  if (secteur === null) return [];
  const rang = secteurs.findIndex(({ id }) => id === secteur);
  const colonne = colonnes.secteurs[rang >> 5];
  if (rang < 0 || colonne === undefined) return [() => false];
  const bit = 1 << (rang & 31);
  return [(place) => ((colonne[place] ?? 0) & bit) !== 0];
};

const creerCpv = (index: IndexAvis, { cpv }: FiltreMarches): Convient[] =>
  cpv === null ? [] : [(place) => index.suivi(place)?.avis.cpv.some((code) => code.startsWith(cpv)) ?? false];

/** Drapeaux à porter tous, et ce qu'il reste à vérifier. */
export interface Filtre {
  readonly voulus: number;
  readonly convient: Convient;
}

/** Prépare une fois ce que le filtre demande, hors mots et codes de lieu, pour le vérifier sur chaque avis. */
export const creerFiltre = (index: IndexAvis, filtre: FiltreMarches, aujourdhui: Jour): Filtre => {
  const voulus =
    (filtre.reserves || filtre.audience !== null ? DRAPEAU.reserve : 0) |
    (filtre.etat === 'ouvert' ? DRAPEAU.vivant : 0) |
    (filtre.clause ? DRAPEAU.clause : 0) |
    (filtre.audience === null ? 0 : DRAPEAU_AUDIENCE[filtre.audience]);
  const epreuves: Convient[] = [
    ...creerLieu(index, filtre),
    ...creerSecteur(index, filtre),
    ...creerDates(index, filtre),
    ...creerMontant(index, filtre),
    ...creerEtat(index, filtre, aujourdhui),
    ...creerCpv(index, filtre),
  ];
  const convient: Convient = (place) => {
    for (let rang = 0; rang < epreuves.length; rang += 1) if (epreuves[rang]?.(place) === false) return false;
    return true;
  };
  return { voulus, convient };
};
