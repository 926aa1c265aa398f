import { type CouvertureEpci, estZoneBlanche } from '../../src/domain/territoire/couverture.ts';
import type { Departement, LectureLieu } from '../../src/domain/territoire.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import { trouverFacilitateur } from '../trouver-facilitateur/dialog.ts';
import { nomDe } from '../trouver-facilitateur/lieux.ts';
import * as messages from './messages.ts';

const TERRITOIRES_MONTRES = 40;

/** Dire où manquent les facilitateurs, qui ils sont, et ce qui leur a été demandé en vain. */
export const etatTerritoire: Conversation = {
  intention: 'etat-territoire',
  async demarrer(tour: Tour) {
    const { territoire } = tour.services;
    const demande = territoire.lireDemande(tour.message.texte) ?? 'zones-blanches';
    const lu = territoire.lireLieu(tour.message.texte);
    if (demande === 'besoins') return besoins(tour, lu);
    if (lu.type === 'hors-region' && !nommeLaRegion(lu, territoire.region))
      return dire(messages.horsRegion(lu.nom, territoire.region));
    // D'une commune ou d'une intercommunalité, la question devient : qui la suit ?
    if (lu.type === 'trouve' && lu.lieu.type !== 'departement') return trouverFacilitateur.demarrer(tour);
    if (demande === 'etat-des-lieux') return etatDesLieux(tour, departementDe(lu));
    return zonesBlanches(tour, departementDe(lu));
  },
};

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

const departementDe = (lu: LectureLieu): Departement | null =>
  lu.type === 'trouve' && lu.lieu.type === 'departement' ? lu.lieu.departement : null;

const nommeLaRegion = (lu: Extract<LectureLieu, { type: 'hors-region' }>, region: string): boolean =>
  lu.nom === region || lu.departement === region;

/** Une région entière se lit par département, chaque intercommunalité sous celui où elle est surtout. */
const parDepartement = (
  { services }: Tour,
  couvertures: readonly CouvertureEpci[],
): { readonly nom: string; readonly epcis: readonly string[] }[] => {
  const groupes = new Map<string, string[]>();
  for (const { epci, departements } of couvertures) {
    const nom = services.territoire.departement(departements[0] ?? '')?.nom ?? '';
    groupes.set(nom, [...(groupes.get(nom) ?? []), epci.nom]);
  }
  return [...groupes].map(([nom, epcis]) => ({ nom, epcis })).sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
};

const zonesBlanches = async (tour: Tour, departement: Departement | null): Promise<Issue> => {
  const { services } = tour;
  const toutes = await services.territoire.couvertures();
  const siennes =
    departement === null ? toutes : toutes.filter(({ departements }) => departements.includes(departement.code));
  const ou = departement?.nom ?? services.territoire.region;
  const deLEtat = (etat: CouvertureEpci['etat']) => siennes.filter((couverture) => couverture.etat === etat);
  const ranger = (etat: CouvertureEpci['etat']) =>
    departement === null
      ? messages.listeParDepartement(parDepartement(tour, deLEtat(etat)))
      : messages.liste(deLEtat(etat).map(({ epci }) => epci.nom));
  const blanches = siennes.filter(estZoneBlanche);
  const enPartie = siennes.filter(({ etat }) => etat === 'partie');
  return dire(
    [
      messages.titreZones(ou, blanches.length, siennes.length),
      messages.sansPersonne(ranger('aucune'), deLEtat('aucune').length),
      messages.parLeDepartement(ranger('departement'), deLEtat('departement').length),
      messages.enPartie(
        enPartie.map(({ epci, communesCouvertes, communes }) => ({ nom: epci.nom, communesCouvertes, communes })),
      ),
      messages.couvertes(deLEtat('couvert').map(({ epci }) => epci.nom)),
      blanches.length > 0 ? messages.conseil : null,
      messages.page,
    ]
      .filter((paragraphe) => paragraphe !== null)
      .join('\n\n'),
  );
};

const etatDesLieux = async ({ services }: Tour, departement: Departement | null): Promise<Issue> => {
  const etat = await services.territoire.etatDesLieux(departement?.code ?? null);
  const nomCommune = (code: string): string => services.territoire.commune(code)?.nom ?? code;
  return dire(
    [
      messages.titreEtat(departement?.nom ?? services.territoire.region),
      messages.nombre(etat),
      messages.moyens(etat),
      messages.natures(etat.natures),
      messages.lieux(
        etat.implantations.map(({ commune, structures }) => ({ nom: nomCommune(commune), structures })),
        etat.sansImplantation,
      ),
      messages.aires(etat),
      messages.couverture(etat.epcis),
      messages.aCompleter,
      messages.page,
    ].join('\n\n'),
  );
};

/** Vrai pour un besoin noté sur le lieu demandé, ou sur une partie de ce lieu. */
const estDuLieu = ({ services }: Tour, lu: LectureLieu): ((code: string) => boolean) => {
  const { territoire } = services;
  if (lu.type !== 'trouve') return () => true;
  const { lieu } = lu;
  if (lieu.type === 'epci') return (code) => code === lieu.epci.code;
  if (lieu.type === 'commune') return (code) => code === lieu.commune.epci;
  const { code: departement } = lieu.departement;
  const dedans = (commune: string): boolean => territoire.commune(commune)?.departement === departement;
  return (code) => code === departement || (territoire.epci(code)?.communes.some(dedans) ?? false);
};

const besoins = async (tour: Tour, lu: LectureLieu): Promise<Issue> => {
  const { territoire } = tour.services;
  const tous = await territoire.besoins(tour.message.compte);
  if (tous === null) return dire(messages.besoinsReserves);
  const duLieu = estDuLieu(tour, lu);
  const siens = tous.filter(({ territoire: code }) => duLieu(code));
  if (siens.length === 0) return dire(messages.aucunBesoin(lu.type === 'trouve' ? nomDe(lu.lieu) : null));
  const nomDuCode = (code: string): string => territoire.epci(code)?.nom ?? territoire.departement(code)?.nom ?? code;
  return dire(
    messages.besoins(
      siens.slice(0, TERRITOIRES_MONTRES).map((besoin) => ({ ...besoin, nom: nomDuCode(besoin.territoire) })),
      { total: siens.reduce((somme, { nombre }) => somme + nombre, 0), territoires: siens.length },
    ),
  );
};
