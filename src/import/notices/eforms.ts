import type { ChampReservation } from '../../domain/marches/structuree.ts';
import { departementDeCode, departementsDeNuts } from './departements.ts';
import { au, cpv, estObjet, heure, jour, liste, nombre, type Objet, parcourir, texte, unique } from './valeurs.ts';

/** Ce qu'un avis eForms, converti en JSON par le BOAMP, apporte à un avis. */
export interface LectureEforms {
  readonly titre: string | null;
  readonly nature: 'avis' | 'attribution' | 'rectificatif' | 'preinformation';
  readonly acheteur: string | null;
  readonly departements: string[];
  readonly lieu: string | null;
  readonly publieLe: string | null;
  readonly dateLimite: string | null;
  readonly heureLimite: string | null;
  readonly cpv: string[];
  readonly lots: { numero: string; intitule: string }[];
  readonly champs: ChampReservation[];
  /** Objectif social BT-775 « opp » : emploi de personnes éloignées de l'emploi. */
  readonly objectifEmploi: boolean;
  readonly montant: number | null;
  readonly dureeMois: number | null;
  readonly dossier: string | null;
}

const EXTENSION = ['ext:UBLExtensions', 'ext:UBLExtension', 'ext:ExtensionContent', 'efext:EformsExtension'] as const;

const lotsDe = (avis: Objet): unknown[] =>
  liste(avis['cac:ProcurementProjectLot']).filter((lot) => {
    const genre = au(lot, 'cbc:ID', '@schemeName');
    return genre === undefined || genre === 'Lot' || genre === 'Part';
  });

/** « LOT-0002 » → « 2 ». */
const numeroDe = (lot: unknown): string => (texte(au(lot, 'cbc:ID')) ?? '1').replace(/^[A-Z]+-0*(?=\d)/, '');

const codesDe = (noeud: unknown, cle: string, listName: string): string[] => {
  const codes: string[] = [];
  parcourir(noeud, [], (chemin, valeur) => {
    if (
      chemin.findLast((element) => !/^\d+$/.test(element)) !== cle ||
      !estObjet(valeur) ||
      valeur['@listName'] !== listName
    )
      return;
    const code = texte(valeur['#text']) ?? (valeur['#text'] === 'none' ? 'none' : null);
    if (code !== null) codes.push(code);
  });
  return codes;
};

const PARTICIPATIONS: Readonly<Record<ChampReservation['code'], string>> = {
  'res-ws': 'réservé : handicap ou insertion',
  'res-pub-ser': 'réservé : mission de service public',
  none: 'non réservé',
};

const champsDuLot = (lot: unknown): ChampReservation[] => {
  const numero = numeroDe(lot);
  const conditions = au(lot, 'cac:TenderingTerms');
  const [participation] = codesDe(conditions, 'cbc:TendererRequirementTypeCode', 'reserved-procurement');
  const [execution] = codesDe(conditions, 'cbc:ExecutionRequirementCode', 'reserved-execution');
  if (participation === 'res-ws' || participation === 'res-pub-ser' || participation === 'none')
    return [{ lot: numero, code: participation, champ: 'BT-71', dit: PARTICIPATIONS[participation] }];
  return execution === 'yes'
    ? [{ lot: numero, code: 'res-ws', champ: 'BT-736', dit: 'exécution réservée à des emplois protégés' }]
    : [];
};

const organisations = (avis: Objet): readonly unknown[] =>
  liste(au(avis, ...EXTENSION, 'efac:Organizations', 'efac:Organization')).map((noeud) => au(noeud, 'efac:Company'));

const acheteurDe = (avis: Objet): unknown => {
  const identifiant = texte(au(avis, 'cac:ContractingParty', 'cac:Party', 'cac:PartyIdentification', 'cbc:ID'));
  const toutes = organisations(avis);
  return toutes.find((noeud) => texte(au(noeud, 'cac:PartyIdentification', 'cbc:ID')) === identifiant) ?? toutes[0];
};

const lieuxDe = (avis: Objet): { departements: string[]; lieu: string | null } => {
  const adresses: unknown[] = [];
  parcourir(avis, [], (chemin, valeur) => {
    if (chemin.at(-1) === 'cac:RealizedLocation')
      for (const lieu of liste(valeur)) adresses.push(au(lieu, 'cac:Address'));
  });
  for (const noeud of [avis, ...lotsDe(avis)])
    for (const lieu of liste(au(noeud, 'cac:ProcurementProject', 'cac:RealizedLocation')))
      adresses.push(au(lieu, 'cac:Address'));
  const precis = adresses
    .map((adresse) => texte(au(adresse, 'cbc:PostalZone')))
    .find((code) => departementDeCode(code) !== null);
  const departements = adresses.flatMap((adresse) => {
    const postal = departementDeCode(au(adresse, 'cbc:PostalZone'));
    return postal === null ? departementsDeNuts(au(adresse, 'cbc:CountrySubentityCode')) : [postal];
  });
  const siege = au(acheteurDe(avis), 'cac:PostalAddress');
  const acheteur = [
    departementDeCode(au(siege, 'cbc:PostalZone')),
    ...departementsDeNuts(au(siege, 'cbc:CountrySubentityCode')),
  ];
  const execution = unique(departements);
  return { departements: execution.length > 0 ? execution : unique(acheteur.slice(0, 1)), lieu: precis ?? null };
};

const natureDe = (racine: string, avis: Objet): LectureEforms['nature'] => {
  if (racine.includes('Award')) return 'attribution';
  if (au(avis, ...EXTENSION, 'efac:Changes') !== undefined) return 'rectificatif';
  const genre = texte(avis['cbc:NoticeTypeCode']) ?? '';
  return racine.startsWith('Prior') && !genre.startsWith('pin-cfc') ? 'preinformation' : 'avis';
};

/** La plus proche des dates limites des lots, avec son heure. */
const limiteDe = (avis: Objet): { dateLimite: string | null; heureLimite: string | null } => {
  const limites = lotsDe(avis).flatMap((lot) => {
    const delais = au(lot, 'cac:TenderingProcess');
    const periode =
      au(delais, 'cac:TenderSubmissionDeadlinePeriod') ?? au(delais, 'cac:ParticipationRequestReceptionPeriod');
    const date = jour(au(periode, 'cbc:EndDate'));
    return date === null ? [] : [{ dateLimite: date, heureLimite: heure(au(periode, 'cbc:EndTime')) }];
  });
  limites.sort((a, b) => a.dateLimite.localeCompare(b.dateLimite));
  return limites[0] ?? { dateLimite: null, heureLimite: null };
};

const cpvDe = (avis: Objet): string[] => {
  const codes: (string | null)[] = [];
  for (const noeud of [avis, ...lotsDe(avis)])
    parcourir(au(noeud, 'cac:ProcurementProject'), [], (chemin, valeur) => {
      if (chemin.at(-1) === 'cbc:ItemClassificationCode') codes.push(cpv(valeur));
    });
  return unique(codes);
};

const dureeDe = (lot: unknown): number | null => {
  const duree = au(lot, 'cac:ProcurementProject', 'cac:PlannedPeriod', 'cbc:DurationMeasure');
  const valeur = nombre(duree);
  const unite = au(duree, '@unitCode');
  if (valeur === null) return null;
  if (unite === 'MONTH') return valeur;
  return unite === 'YEAR' ? valeur * 12 : null;
};

/** Lit `donnees.EFORMS` : un objet à une clé, le genre d'avis. */
export const lireEforms = (racine: string, avis: Objet): LectureEforms => {
  const lots = lotsDe(avis);
  const projet = au(avis, 'cac:ProcurementProject');
  return {
    titre: texte(au(projet, 'cbc:Name')),
    nature: natureDe(racine, avis),
    acheteur: texte(au(acheteurDe(avis), 'cac:PartyName', 'cbc:Name')),
    ...lieuxDe(avis),
    publieLe: jour(au(avis, ...EXTENSION, 'efac:Publication', 'efbc:PublicationDate')) ?? jour(avis['cbc:IssueDate']),
    ...limiteDe(avis),
    cpv: cpvDe(avis),
    lots: lots.map((lot) => ({
      numero: numeroDe(lot),
      intitule: texte(au(lot, 'cac:ProcurementProject', 'cbc:Name')) ?? `Lot ${numeroDe(lot)}`,
    })),
    champs: lots.flatMap(champsDuLot),
    objectifEmploi: lots.some((lot) => codesDe(lot, 'cbc:ProcurementTypeCode', 'social-objective').includes('opp')),
    montant: nombre(au(projet, 'cac:RequestedTenderTotal', 'cbc:EstimatedOverallContractAmount')),
    dureeMois: dureeDe(lots[0]),
    dossier: texte(avis['cbc:ContractFolderID']),
  };
};
