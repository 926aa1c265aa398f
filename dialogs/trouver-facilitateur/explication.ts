import { couverturesDe } from '../../src/domain/rattachement.ts';
import { type CouvertureEpci, estLocale, estZoneBlanche } from '../../src/domain/territoire/couverture.ts';
import { lireFraicheur } from '../../src/domain/territoire/fraicheur.ts';
import type { Facilitateur, Lieu, Rattachement } from '../../src/domain/territoire.ts';
import type { Effet, Tour } from '../kit/conversation.ts';
import { departementsDuLieu, nomDe, nomDepartement } from './lieux.ts';
import * as messages from './messages.ts';

/** Ce qu'on dit d'un lieu, et ce qu'on en note. */
export interface Explication {
  readonly paragraphes: readonly string[];
  readonly effets: readonly Effet[];
}

/** Qui suit ce lieu, par quelle règle, depuis quand on le sait ; sans personne sur place, la zone blanche et ses replis. */
export const expliquer = async (tour: Tour, lieu: Lieu): Promise<Explication> => {
  const { territoire } = tour.services;
  const rattachement = await territoire.rattacher(lieu);
  const epci = epciDuLieu(tour, lieu);
  const couverture = epci === null ? null : await couvertureDe(tour, epci.code);
  if (lieu.type === 'departement') return expliquerDepartement(tour, lieu.departement.code, rattachement);
  if (lieu.type === 'epci' && couverture?.etat === 'partie' && !estLocale(rattachement.regle))
    return { paragraphes: expliquerPartie(tour, couverture, rattachement), effets: [] };
  if (estLocale(rattachement.regle))
    return {
      paragraphes: [
        messages.regle(rattachement.regle, lieu.type, rattachement.structures.length),
        ...direStructures(tour, rattachement),
      ],
      effets: [],
    };
  return expliquerZoneBlanche(tour, lieu, { rattachement, couverture });
};

const epciDuLieu = ({ services }: Tour, lieu: Lieu) => {
  if (lieu.type === 'commune') return services.territoire.epciDe(lieu.commune);
  return lieu.type === 'epci' ? lieu.epci : null;
};

const couvertureDe = async ({ services }: Tour, code: string): Promise<CouvertureEpci | null> =>
  (await services.territoire.couvertures()).find(({ epci }) => epci.code === code) ?? null;

/** Les structures compétentes, qui mène quand elles sont plusieurs, et vers qui se tourner ensuite. */
const direStructures = (tour: Tour, { structures, repli }: Rattachement, departements = 1): string[] => {
  const [premiere] = structures;
  // Deux Départements pour une intercommunalité à cheval ne se recouvrent pas : chacun a ses communes.
  const recouvrement = structures.length > 1 && departements < 2;
  const plusieurs = premiere && recouvrement ? [messages.quiMene(premiere.chefDeFile ? premiere.nom : null)] : [];
  const noms = repli.map(({ nom }) => nom);
  return [
    ...plusieurs,
    ...structures.map((structure) => fairePart(tour, structure)),
    ...(noms.length > 0 ? [messages.repli(noms)] : []),
  ];
};

const fairePart = ({ services, aujourdhui }: Tour, structure: Facilitateur): string => {
  const implantations = structure.implantations.flatMap((code) => services.territoire.commune(code)?.nom ?? []);
  const fraicheur = lireFraicheur(structure, aujourdhui);
  return `${messages.structure({ ...structure, implantations })}\n\n${messages.source(structure.source.libelle, fraicheur)}`;
};

const expliquerPartie = (tour: Tour, couverture: CouvertureEpci, { structures, repli }: Rattachement): string[] => {
  const { epci, locales } = couverture;
  const communesDe = (structure: Facilitateur): string[] =>
    couverturesDe(structure)
      .filter(({ niveau }) => niveau === 'communes')
      .flatMap(({ codes }) => codes.filter((code) => epci.communes.includes(code)))
      .flatMap((code) => tour.services.territoire.commune(code)?.nom ?? []);
  const reste = [...structures, ...repli].map(({ nom }) => nom);
  return [
    messages.couverteEnPartie(couverture.communesCouvertes, couverture.communes),
    ...locales.map((structure) => `${messages.suit(communesDe(structure))}\n\n${fairePart(tour, structure)}`),
    reste.length > 0 ? messages.pourLeReste(reste) : messages.resteSansPersonne,
  ];
};

const expliquerDepartement = async (tour: Tour, code: string, rattachement: Rattachement): Promise<Explication> => {
  const siennes = (await tour.services.territoire.couvertures()).filter(({ departements }) =>
    departements.includes(code),
  );
  const compte = messages.compteDepartement({
    total: siennes.length,
    blanches: siennes.filter(estZoneBlanche).length,
    partie: siennes.filter(({ etat }) => etat === 'partie').length,
    nom: nomDepartement(tour, code),
  });
  if (rattachement.regle !== 'aucune')
    return {
      paragraphes: [
        messages.regle(rattachement.regle, 'departement', rattachement.structures.length),
        ...direStructures(tour, rattachement),
        compte,
      ],
      effets: [],
    };
  const paragraphes = [messages.departementSansPersonne, messages.replis([nomDepartement(tour, code)]), compte];
  return { paragraphes: [...paragraphes, messages.besoinNote], effets: [noter(tour, code, rattachement)] };
};

interface Situation {
  readonly rattachement: Rattachement;
  readonly couverture: CouvertureEpci | null;
}

const expliquerZoneBlanche = (tour: Tour, lieu: Lieu, { rattachement, couverture }: Situation): Explication => {
  const { regle } = rattachement;
  const departements = departementsDuLieu(tour, lieu).map((code) => nomDepartement(tour, code));
  const voisines = couverture?.etat === 'partie' ? couverture.locales.map(({ nom }) => nom) : [];
  const paragraphes = [
    messages.zoneBlanche(nomDe(lieu), epciNomme(lieu, couverture)),
    voisines.length > 0 ? messages.voisines(voisines) : null,
    regle === 'aucune' ? messages.personne : messages.relais(regle),
    aCheval(lieu, couverture, departements),
    ...direStructures(tour, rattachement, departements.length),
    messages.replis(regle === 'departement' ? [] : departements),
    messages.besoinNote,
  ].filter((paragraphe) => paragraphe !== null);
  const code = couverture?.epci.code ?? departementsDuLieu(tour, lieu)[0] ?? '';
  return { paragraphes, effets: [noter(tour, code, rattachement)] };
};

/** L'intercommunalité, si elle non plus n'a personne. */
const epciNomme = (lieu: Lieu, couverture: CouvertureEpci | null): string | null =>
  lieu.type === 'commune' && couverture !== null && couverture.etat !== 'partie' ? couverture.epci.nom : null;

/** Une intercommunalité sur deux départements, ou qui déborde de la région, suit le département de chaque commune. */
const aCheval = (lieu: Lieu, couverture: CouvertureEpci | null, departements: readonly string[]): string | null => {
  if (couverture === null || (couverture.departements.length < 2 && !couverture.deborde)) return null;
  const [seul] = departements;
  if (lieu.type === 'commune') return seul ? messages.departementDeLaCommune(couverture.epci.nom, seul) : null;
  return couverture.deborde
    ? messages.debordeDeLaRegion(couverture.communes, couverture.epci.communes.length)
    : messages.plusieursDepartements(departements);
};

const noter = (tour: Tour, territoire: string, { regle }: Rattachement): Effet => ({
  type: 'noter-besoin',
  territoire,
  genre: tour.services.territoire.lireGenreBesoin(tour.message.texte),
  relais: regle === 'aucune' ? 'aucun' : regle === 'region' ? 'region' : 'departement',
});
