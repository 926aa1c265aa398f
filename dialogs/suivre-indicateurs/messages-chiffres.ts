import type { Demande, Mesure } from '../../src/domain/indicateurs/demande.ts';
import type { Diversification } from '../../src/domain/indicateurs/diversification.ts';
import type { Liens } from '../../src/domain/indicateurs/documents.ts';
import type { EcartPublie } from '../../src/domain/indicateurs/publies.ts';
import type { LignesDuChiffre, ReponseChiffres } from '../../src/domain/indicateurs/reponse.ts';
import type { CasePublique, IndicateursPublics } from '../../src/domain/indicateurs/secret.ts';
import { evolution } from '../../src/domain/indicateurs.ts';
import { accorder, formatHeures, formatJour, formatNombre, formatPart } from '../kit/format.ts';
import { DIMENSIONS, direEtp, direFemmes, nommerCase, nommerPeriodeAvant, partFemmes } from './libelles.ts';
import { telecharger } from './messages-documents.ts';

const CACHE = 'non montré (moins de 5 personnes)';

const MESURES: Readonly<Record<Mesure, string>> = {
  cles: 'Chiffres clés',
  heures: 'Heures réalisées',
  beneficiaires: 'Bénéficiaires',
  femmes: 'Part des femmes',
  etp: 'Équivalents temps plein',
  'duree-moyenne': 'Heures par bénéficiaire',
  operations: 'Opérations',
  acheteurs: 'Donneurs d’ordre',
  entreprises: 'Entreprises',
  'sorties-durables': 'Sorties durables',
  secteurs: 'Secteurs',
};

export const titre = (mesure: Mesure, perimetre: string): string => `**${MESURES[mesure]}** — ${perimetre}`;

const heures = (nombre: number | null): string => (nombre === null ? CACHE : `**${formatHeures(nombre)}**`);
const personnes = (nombre: number | null): string =>
  nombre === null ? CACHE : `**${accorder(nombre, 'bénéficiaire')}**`;

const sur = (partie: number | null, tout: number | null): string =>
  partie === null || tout === null || tout === 0 || partie === tout
    ? ''
    : ` (${formatPart(partie / tout)} des ${formatHeures(tout)} du même périmètre)`;

const surPersonnes = (partie: number | null, tout: number | null): string =>
  partie === null || tout === null || tout === 0 || partie === tout
    ? ''
    : ` (${formatPart(partie / tout)} des ${accorder(tout, 'bénéficiaire')} du même périmètre)`;

const femmes = (chiffres: IndicateursPublics): string => `Femmes : **${direFemmes(chiffres) ?? CACHE}**.`;

const sorties = ({ durableExits, knownExits }: IndicateursPublics): string => {
  if (durableExits === null || knownExits === null) return `Sorties durables : ${CACHE}.`;
  if (knownExits === 0) return 'Aucune situation à la sortie n’est connue sur ce périmètre.';
  return `Sorties durables : **${formatPart(durableExits / knownExits)}**, soit ${accorder(durableExits, 'personne')} en CDI ou en CDD de six mois et plus, sur ${formatNombre(knownExits)} dont la situation est connue.`;
};

const etp = ({ fte }: IndicateursPublics): string =>
  fte === null ? `Équivalents temps plein : ${CACHE}.` : `Équivalents temps plein : **${direEtp(fte)}**.`;

/** Le chiffre demandé d'abord, puis ce qui l'éclaire. */
export const lignesReponse = ({ mesure }: Demande, { chiffres, base }: ReponseChiffres): string[] => {
  const lesHeures = `Heures : ${heures(chiffres.hours)}${sur(chiffres.hours, base.hours)}.`;
  const lesPersonnes = `Personnes : ${personnes(chiffres.beneficiaries)}${surPersonnes(chiffres.beneficiaries, base.beneficiaries)}.`;
  switch (mesure) {
    case 'beneficiaires':
      return [lesPersonnes, lesHeures, femmes(chiffres)];
    case 'femmes':
      return [femmes(chiffres), lesPersonnes];
    case 'etp':
      return [etp(chiffres), lesHeures];
    case 'duree-moyenne':
      return [
        `Heures par bénéficiaire : ${heures(chiffres.meanHours === null ? null : Math.round(chiffres.meanHours))}.`,
        lesHeures,
        lesPersonnes,
      ];
    case 'operations':
      return [`Opérations : **${formatNombre(chiffres.operations)}**.`, lesHeures];
    case 'acheteurs':
      return [`Donneurs d’ordre : **${formatNombre(chiffres.buyers)}**.`, lesHeures];
    case 'entreprises':
      return [`Entreprises : **${formatNombre(chiffres.companies)}**.`, lesHeures];
    case 'sorties-durables':
      return [sorties(chiffres), lesPersonnes];
    default:
      return [lesHeures, lesPersonnes, femmes(chiffres)];
  }
};

const signer = (variation: number): string => `${variation >= 0 ? '+' : '−'}${formatPart(Math.abs(variation))}`;

const enPoints = (avant: number, apres: number): string =>
  `${apres >= avant ? '+' : '−'}${formatNombre(Math.abs(apres - avant) * 100, 1)} point(s)`;

/** Écart avec la période d'avant. */
export const comparaison = ({ avant: periode }: Demande, { chiffres, avant }: ReponseChiffres): string | null => {
  if (avant === null || periode === null) return null;
  const quand = nommerPeriodeAvant(periode);
  if (avant.hours === 0) return `Par rapport à ${quand} : aucune heure n’était enregistrée, il n’y a rien à comparer.`;
  if (avant.hours === null || chiffres.hours === null) return `Par rapport à ${quand} : ${CACHE}.`;
  const [partAvant, part] = [partFemmes(avant), partFemmes(chiffres)];
  const variation = evolution(avant.hours, chiffres.hours);
  const morceaux = [
    `heures ${variation === null ? '' : signer(variation)} (${formatHeures(avant.hours)} alors)`,
    avant.beneficiaries === null ? null : `${accorder(avant.beneficiaries, 'bénéficiaire')} alors`,
    partAvant === null || part === null
      ? null
      : `part des femmes ${enPoints(partAvant, part)} (${formatPart(partAvant)} alors)`,
  ].filter((morceau) => morceau !== null);
  return `Par rapport à ${quand} : ${morceaux.join(' ; ')}.`;
};

/** En dessous, la part des femmes se signale. */
const PART_BASSE = 0.3;

export const rappelFemmes = (chiffres: IndicateursPublics): string | null => {
  const part = partFemmes(chiffres);
  return part === null || part >= PART_BASSE
    ? null
    : `À noter : **${formatPart(part)} de femmes**. Le groupe de travail régional range ce déséquilibre (16 % en 2016) parmi les freins à lever.`;
};

const CASES_MONTREES = 12;

/** @param nommerSecteur nom d'une famille d'achat, par identifiant */
export const tableau = (
  { dimension, sexe }: Pick<Demande, 'dimension' | 'sexe'>,
  cases: readonly CasePublique[],
  nommerSecteur: (id: string) => string | null,
): string | null => {
  if (dimension === null) return null;
  if (cases.length === 0) return `${DIMENSIONS[dimension]} : rien à répartir.`;
  const sansPart = dimension === 'sexe' || sexe !== null;
  const lignes = cases.slice(0, CASES_MONTREES).map(({ cle, hours, beneficiaries, womenShare }) => {
    const nom = nommerCase(dimension, cle, nommerSecteur);
    if (hours === null || beneficiaries === null) return `- ${nom} : ${CACHE}`;
    const part = womenShare === null || sansPart ? '' : `, ${formatPart(womenShare)} de femmes`;
    return `- ${nom} : **${formatHeures(hours)}**, ${accorder(beneficiaries, 'bénéficiaire')}${part}`;
  });
  const reste = cases.length - CASES_MONTREES;
  return [`${DIMENSIONS[dimension]} :`, ...lignes, ...(reste > 0 ? [`- et ${accorder(reste, 'autre')}.`] : [])].join(
    '\n',
  );
};

export const diversification = ({ secteurs, partDesTroisPremiers, partClassee }: Diversification): string => {
  if (secteurs === 0) return 'Aucun intitulé d’opération ne dit son secteur.';
  const lisible = `${formatPart(partClassee)} des heures ont un secteur lisible dans l’intitulé de l’opération`;
  return partDesTroisPremiers === null
    ? `**${accorder(secteurs, 'secteur')}** (${lisible}).`
    : `**${accorder(secteurs, 'secteur')}** ; les trois premiers font **${formatPart(partDesTroisPremiers)}** des heures classées (${lisible}).`;
};

const ECARTS: Readonly<Record<EcartPublie['indicateur'], (ecart: EcartPublie) => string>> = {
  'fte-1607': ({ imprime, calcule }) =>
    `équivalents temps plein à 1 607 h : ${formatNombre(imprime, 0)} imprimés, ${formatNombre(calcule, 0)} calculés`,
  jeunes: ({ imprime, calcule }) =>
    `part des jeunes : ${formatPart(imprime)} imprimés, ${formatPart(calcule)} calculés`,
  deld: ({ imprime, calcule }) =>
    `part des demandeurs d’emploi de longue durée : ${formatPart(imprime)} imprimés, ${formatPart(calcule)} calculés`,
};

/** Écarts qui touchent ce qui est demandé. */
const touche = ({ mesure, public: public_ }: Demande, { indicateur }: EcartPublie): boolean => {
  if (public_ !== null) return indicateur === (public_ === 'JEUNE' ? 'jeunes' : public_ === 'DELD' ? 'deld' : null);
  return mesure === 'cles' || (mesure === 'etp' && indicateur === 'fte-1607');
};

export const ecarts = (demande: Demande, tous: readonly EcartPublie[]): string | null => {
  const liste = tous.filter((ecart) => touche(demande, ecart));
  return liste.length === 0
    ? null
    : `Attention, la consolidation régionale 2016 a imprimé des chiffres que ses propres heures ne redonnent pas : ${liste.map((ecart) => ECARTS[ecart.indicateur](ecart)).join(' ; ')}.`;
};

export const secret =
  '_Les cases de moins de 5 personnes ne sont pas montrées, ni celles qui permettraient de les retrouver._';

export const boutonDefinition = 'Définition';
export const boutonLignes = 'Voir les lignes';

export const lignes = ({ premieres, total, heures: somme, ailleurs }: LignesDuChiffre, liens: Liens): string => {
  if (total === 0) return 'Aucune ligne de ce chiffre n’est dans votre périmètre.';
  const listees = premieres.map(
    ({ beneficiaire, intitule, fin, heures: faites, entreprise }) =>
      `- ${beneficiaire} : ${formatHeures(faites)}, jusqu’au ${formatJour(fin)}, ${intitule}${entreprise === null ? '' : ` (${entreprise})`}`,
  );
  return [
    `**${accorder(total, 'ligne')}**, ${formatHeures(somme)}${ailleurs > 0 ? ` ; ${accorder(ailleurs, 'ligne')} de plus hors de votre périmètre` : ''}. ${total > premieres.length ? `Les ${premieres.length} premières :` : ''}`.trim(),
    listees.join('\n'),
    telecharger(liens),
  ].join('\n\n');
};

export const lignesReservees = 'Les lignes sont réservées aux facilitateurs et aux coordinateurs.';
