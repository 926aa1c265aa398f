import { lireClauseSociale } from '../../domain/marches/clause.ts';
import { conclureReservation } from '../../domain/marches/structuree.ts';
import { nettoyer } from '../../domain/marches/texte.ts';
import { textesLibres } from './champs-texte.ts';
import { lireEforms } from './eforms.ts';
import { au, type Objet, texte } from './valeurs.ts';

export const estEforms = (nom: string): boolean => /^(?:Contract|ContractAward|PriorInformation)Notice$/.test(nom);

const PUBLICATION = [
  'ext:UBLExtensions',
  'ext:UBLExtension',
  'ext:ExtensionContent',
  'efext:EformsExtension',
  'efac:Publication',
  'efbc:NoticePublicationID',
] as const;

/** Lit un avis eForms publié en XML ; le numéro de publication TED, sinon l'identifiant de l'avis. */
export const lireEformsXml = (nom: string, avis: Objet): unknown => {
  const numero = texte(au(avis, ...PUBLICATION))?.replace(/^0+/, '') ?? texte(avis['cbc:ID']);
  if (numero === null) throw new Error('identifiant d’avis eForms absent');
  const lu = lireEforms(nom, avis);
  if (lu.titre === null) throw new Error(`objet absent (avis eForms ${numero})`);
  const libres = textesLibres(lu.titre, { EFORMS: { [nom]: avis } });
  const { lots } = lu;
  const clause = lireClauseSociale(libres);
  return {
    id: `ted:${numero}`,
    source: 'ted',
    nature: lu.nature,
    objet: nettoyer(lu.titre),
    acheteur: lu.acheteur,
    departements: lu.departements,
    lieu: lu.lieu,
    publieLe: lu.publieLe,
    dateLimite: lu.dateLimite,
    heureLimite: lu.heureLimite,
    adresse: /^\d+-\d{4}$/.test(numero) ? `https://ted.europa.eu/fr/notice/-/detail/${numero}` : null,
    cpv: lu.cpv,
    lots: lots.length > 1 ? lots : [],
    reservation: conclureReservation(
      lu.champs,
      libres,
      lots.map((lot) => lot.numero),
    ),
    clauseSociale: { ...clause, presente: clause.presente ?? (lu.objectifEmploi ? true : null) },
    montant: lu.montant,
    dureeMois: lu.dureeMois,
    titulaires: [],
    lies: [],
  };
};
