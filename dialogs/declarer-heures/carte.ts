import type { Modalite, Operation, Public } from '../../src/domain/heures.ts';
import { Modalite as ModaliteLue, Public as PublicLu, Sexe as SexeLu } from '../../src/domain/heures.ts';
import type { Tour } from '../kit/conversation.ts';
import type { ChampCarte, Choix } from '../kit/reply.ts';
import { type LigneBrouillon, versPersonne } from './brouillon.ts';
import * as messages from './messages.ts';
import * as cartes from './messages-carte.ts';

const OPERATIONS_LISTEES = 60;

type Donnees = Readonly<Record<string, string>>;

const optionsDe = <T extends string>(libelles: Readonly<Record<T, string>>, valeurs: readonly T[]): Choix[] =>
  valeurs.map((valeur) => ({ titre: libelles[valeur], valeur }));

const MODALITES: readonly Modalite[] = ModaliteLue.options;
const PUBLICS: readonly Public[] = PublicLu.options;

/** Champs modifiables : tout pour une ligne seule, les heures de chacune pour plusieurs. */
export const champsDe = (lignes: readonly LigneBrouillon[], operations: readonly Operation[]): ChampCarte[] => {
  const [premiere] = lignes;
  if (lignes.length !== 1 || premiere === undefined)
    return lignes.map((ligne, rang) => ({
      type: 'nombre',
      id: `heures-${rang}`,
      libelle: cartes.heuresDeLigne(rang + 1, ligne.beneficiaire?.libelle ?? ''),
      valeur: ligne.heures === null ? '' : String(ligne.heures),
    }));
  return champsDUneLigne(premiere, operations);
};

const champsDUneLigne = (ligne: LigneBrouillon, operations: readonly Operation[]): ChampCarte[] => {
  const visee = operations.filter(({ id }) => id === ligne.operation);
  const autres = operations.filter(({ id }) => id !== ligne.operation).slice(0, OPERATIONS_LISTEES);
  const { LIBELLES } = messages;
  return [
    {
      type: 'nombre',
      id: 'heures',
      libelle: LIBELLES.heures,
      valeur: ligne.heures === null ? '' : String(ligne.heures),
    },
    { type: 'texte', id: 'beneficiaire', libelle: LIBELLES.beneficiaire, valeur: ligne.beneficiaire?.code ?? '' },
    {
      type: 'choix',
      id: 'operation',
      libelle: LIBELLES.operation,
      valeur: ligne.operation ?? '',
      options: [...visee, ...autres].map(({ id, intitule }) => ({ titre: intitule, valeur: id })),
    },
    { type: 'date', id: 'du', libelle: cartes.DU, valeur: ligne.periode?.du ?? '' },
    { type: 'date', id: 'au', libelle: cartes.AU, valeur: ligne.periode?.au ?? '' },
    { type: 'texte', id: 'entreprise', libelle: LIBELLES.entreprise, valeur: ligne.entreprise ?? '' },
    {
      type: 'choix',
      id: 'sexe',
      libelle: LIBELLES.sexe,
      valeur: ligne.sexe ?? '',
      options: optionsDe(messages.SEXES, SexeLu.options),
    },
    {
      type: 'choix-multiples',
      id: 'publics',
      libelle: LIBELLES.publics,
      valeur: ligne.publics.join(','),
      options: optionsDe(messages.PUBLICS, PUBLICS),
    },
    {
      type: 'choix',
      id: 'modalite',
      libelle: LIBELLES.modalite,
      valeur: ligne.modalite ?? '',
      options: optionsDe(messages.MODALITES, MODALITES),
    },
  ];
};

/** Les lignes telles que la carte envoyée les dit ; un champ absent (bouton seul) ne change rien. */
export const lireCarte = (
  lignes: readonly LigneBrouillon[],
  donnees: Donnees,
  { services }: Tour,
): LigneBrouillon[] => {
  const [premiere] = lignes;
  if (lignes.length !== 1 || premiere === undefined)
    return lignes.map((ligne, rang) => poserHeures(ligne, donnees[`heures-${rang}`]));
  return [lireUneLigne(premiere, remplirVides(donnees), services.heures.coder)];
};

const CHAMPS = [
  'heures',
  'beneficiaire',
  'operation',
  'du',
  'au',
  'entreprise',
  'sexe',
  'publics',
  'modalite',
] as const;

/** Les clients n'envoient pas un champ vidé : si la carte a renvoyé des champs, les absents sont vides. */
const remplirVides = (donnees: Donnees): Donnees => {
  if (CHAMPS.every((champ) => donnees[champ] === undefined)) return donnees;
  return { ...Object.fromEntries(CHAMPS.map((champ) => [champ, ''])), ...donnees };
};

const lireUneLigne = (
  ligne: LigneBrouillon,
  donnees: Donnees,
  coder: Tour['services']['heures']['coder'],
): LigneBrouillon => {
  const chiffree = poserPeriode(poserHeures(ligne, donnees.heures), donnees);
  const code = donnees.beneficiaire?.trim();
  const meme = code === undefined || code === ligne.beneficiaire?.code;
  const nouveau = code === undefined || code === '' ? null : versPersonne(coder(code));
  return {
    ...chiffree,
    beneficiaire: meme ? ligne.beneficiaire : nouveau,
    operation: donnees.operation === undefined ? ligne.operation : donnees.operation || null,
    entreprise: donnees.entreprise === undefined ? ligne.entreprise : donnees.entreprise.trim() || null,
    sexe: lireOuGarder(donnees.sexe, SexeLu.options, ligne.sexe),
    modalite: lireOuGarder(donnees.modalite, MODALITES, ligne.modalite),
    publics:
      donnees.publics === undefined
        ? ligne.publics
        : PUBLICS.filter((public_) => donnees.publics?.split(',').includes(public_)),
  };
};

const poserHeures = (ligne: LigneBrouillon, dites: string | undefined): LigneBrouillon => {
  if (dites === undefined) return ligne;
  const heures = Number(dites.trim().replace(',', '.'));
  if (dites.trim() === '') return { ...ligne, heures: null };
  if (!Number.isFinite(heures)) return { ...ligne, heures: null, alertes: [...ligne.alertes, 'heures-ambigues'] };
  return {
    ...ligne,
    heures: Math.round(heures * 100) / 100,
    alertes: ligne.alertes.filter((une) => une !== 'heures-ambigues'),
  };
};

const JOUR = /^\d{4}-\d{2}-\d{2}$/;
const DOUTES_DATE = ['date-ambigue', 'date-invalide', 'periode-inversee'];

const poserPeriode = (ligne: LigneBrouillon, donnees: Donnees): LigneBrouillon => {
  const du = donnees.du ?? ligne.periode?.du ?? '';
  const au = donnees.au ?? ligne.periode?.au ?? '';
  if (donnees.du === undefined && donnees.au === undefined) return ligne;
  const alertes = ligne.alertes.filter((une) => !DOUTES_DATE.includes(une));
  if (!JOUR.test(du) && !JOUR.test(au)) return { ...ligne, periode: null, alertes };
  const debut = JOUR.test(du) ? du : au;
  const fin = JOUR.test(au) ? au : du;
  return debut <= fin
    ? { ...ligne, periode: { du: debut, au: fin }, alertes }
    : { ...ligne, periode: { du: fin, au: debut }, alertes: [...alertes, 'periode-inversee'] };
};

const lireOuGarder = <T extends string>(dit: string | undefined, permis: readonly T[], garde: T | null): T | null => {
  if (dit === undefined) return garde;
  return permis.find((valeur) => valeur === dit) ?? null;
};
