import { lireReservation } from '../../domain/marches/reservation.ts';
import { nettoyer } from '../../domain/marches/texte.ts';
import type { Reservation } from '../../domain/marches.ts';
import { departement, lieuDecp } from './departements.ts';
import { au, cpv, empreinte, estObjet, jour, liste, nombre, type Objet, siret, texte, unique } from './valeurs.ts';

/** Un contrat des données essentielles, en forme imbriquée, de 2019, ou à plat (data.economie.gouv.fr). */
export const estDecp = (valeur: Objet): boolean =>
  ['acheteur', 'acheteur_id', 'acheteur.id', 'autoriteConcedante', 'codeCPV', 'codecpv', 'dateNotification'].some(
    (cle) => cle in valeur,
  );

/** Considérations, en liste, imbriquées ou en une chaîne : « Critère social, Clause sociale » ; null : non dit. */
const considerations = (marche: Objet): string[] | null => {
  const brut = marche.considerationsSociales ?? marche.considerationssociales;
  const valeurs = estObjet(brut) ? liste(brut.considerationSociale) : liste(brut);
  const dites = valeurs
    .flatMap((valeur) => (texte(estObjet(valeur) ? valeur.considerationSociale : valeur) ?? '').split(/[,;|]/))
    .map((valeur) => valeur.trim())
    .filter((valeur) => valeur !== '');
  return dites.length === 0 ? null : dites;
};

const reservationDe = (dites: readonly string[] | null, objet: string): Reservation => {
  const selonLObjet = lireReservation([{ champ: 'objet', texte: objet }]);
  const reservee = dites?.find((valeur) => /(?:march|concession)\S* r[ée]serv/i.test(valeur));
  if (reservee !== undefined) {
    const { audiences, lots } = selonLObjet;
    return { statut: 'oui', audiences, lots, preuve: `Considérations sociales : « ${reservee} »` };
  }
  if (dites === null || selonLObjet.statut === 'probable' || selonLObjet.statut === 'partiel') return selonLObjet;
  return { statut: 'non', audiences: [], lots: [], preuve: `Considérations sociales : « ${dites.join(', ')} »` };
};

const clauseDe = (dites: readonly string[] | null): { presente: boolean | null; heures: null } => ({
  presente: dites === null ? null : dites.some((valeur) => /clause sociale/i.test(valeur)),
  heures: null,
});

const titulairesDe = (marche: Objet): string[] => {
  const imbriques = [...liste(marche.titulaires), ...liste(marche.concessionnaires)]
    .flat()
    .flatMap((element) => [...liste(au(element, 'titulaire') ?? au(element, 'concessionnaire') ?? element)]);
  const lus = imbriques.map((element) => {
    const noeud = au(element, 'titulaire') ?? au(element, 'concessionnaire') ?? element;
    return texte(au(noeud, 'denominationSociale')) ?? texte(au(noeud, 'nom')) ?? siret(au(noeud, 'id'));
  });
  const plats = ['1', '2', '3'].map(
    (rang) => texte(marche[`titulaire_denominationsociale_${rang}`]) ?? siret(marche[`titulaire_id_${rang}`]),
  );
  return unique([...lus, ...plats, texte(marche.titulaire_nom) ?? siret(marche.titulaire_id)]);
};

const acheteurDe = (marche: Objet): { id: string | null; nom: string | null } => {
  const noeud = marche.acheteur ?? marche.autoriteConcedante;
  return {
    id: siret(au(noeud, 'id') ?? marche.acheteur_id ?? marche['acheteur.id']),
    nom: texte(au(noeud, 'nom')) ?? texte(marche.acheteur_nom) ?? texte(marche['acheteur.nom']),
  };
};

/** Des profils d'acheteur publient sans numéro : l'objet, la date et le montant le remplacent, toujours de même. */
const sansNumero = (marche: Objet, objet: string | null): string | null =>
  objet === null
    ? null
    : `x${empreinte(`${objet}|${texte(marche.dateNotification ?? marche.datenotification)}|${texte(marche.montant)}`)}`;

/** Des extractions n'ont pas l'objet : le genre et le CPV le remplacent. */
const parDefaut = (marche: Objet): string | null => {
  const genre = texte(marche.type);
  const code = cpv(marche.codeCPV ?? marche.codecpv);
  return 'objet' in marche || genre === null || code === null ? null : `${genre}, CPV ${code}`;
};

type LieuDecp = ReturnType<typeof lieuDecp>;

/** Sans lieu d'exécution, le département de l'acheteur. */
const lieu = (lu: LieuDecp, acheteur: unknown): LieuDecp =>
  lu.departements.length > 0 ? lu : { ...lu, departements: unique([departement(acheteur)]) };

/** Lit un contrat ; lève une erreur dite en français s'il n'a ni identifiant ni objet. */
export const lireDecp = (marche: Objet): unknown => {
  const objet = texte(marche.objet) ?? parDefaut(marche);
  const id = texte(marche.id) ?? texte(marche.uid) ?? sansNumero(marche, objet);
  const acheteur = acheteurDe(marche);
  if (id === null) throw new Error('ni identifiant ni objet');
  if (acheteur.id === null) throw new Error(`SIRET de l’acheteur absent (contrat ${id})`);
  if (objet === null) throw new Error(`objet absent (contrat ${id})`);
  const code =
    au(marche, 'lieuExecution', 'code') ??
    marche.lieuexecution_code ??
    marche['lieuExecution.code'] ??
    marche.lieuExecution_code;
  const type =
    au(marche, 'lieuExecution', 'typeCode') ??
    marche.lieuexecution_typecode ??
    marche['lieuExecution.typeCode'] ??
    marche.lieuExecution_typeCode;
  const dites = considerations(marche);
  const cadre = texte(marche.idAccordCadre ?? marche.idaccordcadre);
  return {
    id: `decp:${acheteur.id}-${id}`,
    source: 'decp',
    nature: 'attribution',
    objet: nettoyer(objet),
    acheteur: acheteur.nom ?? `SIRET ${acheteur.id}`,
    ...lieu(lieuDecp(code, type), marche.acheteur_departement_code),
    publieLe:
      jour(marche.datePublicationDonnees ?? marche.datepublicationdonnees) ??
      jour(marche.dateNotification ?? marche.datenotification),
    notifieLe: jour(marche.dateNotification ?? marche.datenotification),
    dateLimite: null,
    heureLimite: null,
    adresse: null,
    cpv: unique([cpv(marche.codeCPV ?? marche.codecpv)]),
    lots: [],
    reservation: reservationDe(dites, objet),
    clauseSociale: clauseDe(dites),
    montant: nombre(marche.montant ?? marche.valeurGlobale),
    dureeMois: nombre(marche.dureeMois ?? marche.dureemois),
    titulaires: titulairesDe(marche),
    lies: cadre === null || cadre === id ? [] : [`decp:${acheteur.id}-${cadre}`],
  };
};
