import type { StructureTrouvee } from '../../src/domain/marches/structures/chercher.ts';
import type { TypeStructure } from '../../src/domain/marches/structures.ts';
import type { Lieu } from '../../src/domain/territoire.ts';
import { accorder, formatJour, formatListe } from '../kit/format.ts';

const TYPES: Readonly<Record<TypeStructure, string>> = {
  EI: 'entreprise d’insertion',
  ETTI: 'entreprise de travail temporaire d’insertion',
  AI: 'association intermédiaire',
  ACI: 'atelier et chantier d’insertion',
  EITI: 'entreprise d’insertion par le travail indépendant',
  GEIQ: 'groupement d’employeurs (GEIQ)',
  EA: 'entreprise adaptée',
  EATT: 'entreprise adaptée de travail temporaire',
  ESAT: 'ESAT',
};

const HANDICAP: ReadonlySet<TypeStructure> = new Set(['EA', 'EATT', 'ESAT']);

/** « EA et ESAT », « SIAE (EI, ETTI, AI, ACI) », « Structures d'insertion et du handicap ». */
const nommerTypes = (types: readonly TypeStructure[]): string => {
  const insertion = types.filter((type) => !HANDICAP.has(type));
  if (insertion.length >= 4 && insertion.length < types.length) return 'SIAE, EA et ESAT';
  if (insertion.length >= 4) return 'SIAE';
  return types.length === 0 ? 'Structures d’insertion et du handicap' : formatListe(types);
};

export const nomDuLieu = (lieu: Lieu): string => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.nom;
    case 'epci':
      return lieu.epci.nom;
    case 'departement':
      return lieu.departement.nom;
  }
};

export interface Titre {
  readonly types: readonly TypeStructure[];
  readonly secteur: string | null;
  readonly lieux: readonly Lieu[];
  readonly region: string;
}

export const titre = ({ types, secteur, lieux, region }: Titre): string =>
  [nommerTypes(types), secteur, lieux.length === 0 ? region : formatListe(lieux.map(nomDuLieu), 'ou')]
    .filter((partie) => partie !== null)
    .join(' · ');

export const trouvees = (nom: string, nombre: number): string =>
  nombre === 0
    ? `**${nom}** : je n’en connais aucune sur ce territoire.`
    : `**${nom}** : ${accorder(nombre, 'structure connue', 'structures connues')}.`;

export const suiteDe = (nom: string, rang: number, total: number): string =>
  `**${nom}** : suite, à partir de la ${rang + 1}e sur ${total}.`;

export const finies = 'Il n’y a pas d’autre structure pour cette recherche.';

export const suite = 'La suite';

export const ailleurs = (surPlace: number): string => (surPlace === 0 ? 'Les plus proches :' : 'Et un peu plus loin :');

export const ambigu = (saisie: string): string =>
  `_Plusieurs lieux s’appellent « ${saisie} » : je les ai tous pris. Donnez le code postal pour n’en garder qu’un._`;

export const horsRegion = (nom: string, region: string): string =>
  `${nom} est hors de la région ${region} : je ne connais pas les structures de ce territoire.`;

export const rienImporte = (nom: string): string =>
  `**${nom}** : aucune liste de structures n’est encore importée, je ne peux donc pas dire qui pourrait répondre.`;

const ANNUAIRES_SIAE = [
  '- [Le Marché de l’inclusion](https://lemarche.inclusion.gouv.fr) : recherche par métier, lieu et type, SIAE, EA et ESAT',
  '- [Les emplois de l’inclusion](https://emplois.inclusion.gouv.fr) : SIAE conventionnées, par commune',
];
const ANNUAIRES_HANDICAP = [
  '- les annuaires des réseaux : UNEA pour les entreprises adaptées, Hosmoz pour les EA et les ESAT',
  '- le répertoire FINESS pour les ESAT autorisés (catégorie 246)',
];

/** Où chercher par soi-même. */
export const annuaires = (types: readonly TypeStructure[]): string =>
  [
    'Où chercher :',
    ...(types.every((type) => HANDICAP.has(type)) && types.length > 0 ? ANNUAIRES_SIAE.slice(0, 1) : ANNUAIRES_SIAE),
    ...(types.length === 0 || types.some((type) => HANDICAP.has(type)) ? ANNUAIRES_HANDICAP : []),
    '- le facilitateur du territoire : dites « facilitateur » et la commune',
  ].join('\n');

export const sansMetier = (nombre: number): string =>
  nombre < 2
    ? '_Une autre structure de ce territoire est connue sans que sa liste dise son métier : redemandez sans le métier pour la voir._'
    : `_${nombre} autres structures de ce territoire sont connues sans que leur liste dise leur métier : redemandez sans le métier pour les voir._`;

export const prudence =
  '_Une liste n’est pas une preuve : demandez la convention, l’agrément ou l’autorisation en cours. D’autres structures existent sans doute ; le facilitateur du territoire les connaît._';

/** Façon de montrer une structure. */
export interface Vue {
  readonly numero: number;
  /** Intercommunalité de la structure. */
  readonly epci: string | null;
  readonly lieux: readonly Lieu[];
  /** Vrai si sa liste date de plus de deux ans. */
  readonly ancienne: boolean;
  /** Noms de ses familles d'achat. */
  readonly metiers: readonly string[];
}

/** Au-dessous, « à environ 0 km » ne dit rien. */
const KM_DITS = 5;
const PAS_KM = 5;

const eloignement = ({ commune, proximite, km }: StructureTrouvee, { epci, lieux }: Vue): string => {
  const ou = proximite === 'commune' || epci === null ? commune.nom : `${commune.nom} (${epci})`;
  // Du centre d'une intercommunalité à l'une de ses communes, la distance ne dit rien.
  const [type = 'departement'] = lieux.map((lieu) => lieu.type);
  const situe = type === 'commune' ? proximite !== 'commune' : type === 'epci' && proximite !== 'epci';
  return situe && km !== null && km >= KM_DITS ? `${ou}, à environ ${Math.round(km / PAS_KM) * PAS_KM} km` : ou;
};

/** Une structure en quelques lignes. */
export const structure = (trouvee: StructureTrouvee, vue: Vue): string => {
  const { structure: lue, metiers } = trouvee;
  return [
    `${vue.numero}. **${lue.site === null ? lue.nom : `[${lue.nom}](${lue.site})`}**, ${TYPES[lue.type]}`,
    eloignement(trouvee, vue),
    vue.metiers.length === 0
      ? 'Métiers : non précisés par la liste'
      : `Métiers${metiers.supposes ? ' (d’après son type ou son code d’activité, à confirmer)' : ''} : ${vue.metiers.join(' ; ')}`,
    lue.contact === null ? null : `Contact : ${lue.contact}`,
    `Source : ${lue.source.libelle}, ${formatJour(lue.source.le)}${vue.ancienne ? ' (ancienne, à confirmer)' : ''}${lue.siret === null ? '' : ` · SIRET ${lue.siret}`}`,
  ]
    .filter((ligne) => ligne !== null)
    .join('  \n');
};
