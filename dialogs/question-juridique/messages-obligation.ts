import type { Branche, Verdict } from '../../src/domain/droit/obligation.ts';
import type { Acheteur, Contrat, NomAcheteur } from '../../src/domain/droit/situation.ts';
import { formatListe, formatMontant } from '../kit/format.ts';

const POUR: Readonly<Record<NomAcheteur, string>> = {
  etat: 'pour l’État',
  ministere: 'pour un ministère',
  prefecture: 'pour un service de l’État',
  'operateur-reseaux': 'pour une entité adjudicatrice',
  ville: 'pour une ville',
  commune: 'pour une commune',
  departement: 'pour un département',
  region: 'pour une région',
  intercommunalite: 'pour une intercommunalité',
  hopital: 'pour un établissement de santé',
  bailleur: 'pour un bailleur social',
  etablissement: 'pour un établissement public local',
  collectivite: 'pour une collectivité',
};

const POUR_SORTE: Readonly<Record<Acheteur, string>> = {
  etat: 'pour l’État',
  collectivite: 'pour une collectivité ou un autre pouvoir adjudicateur',
  'entite-adjudicatrice': 'pour une entité adjudicatrice',
};

const DE: Readonly<Record<Contrat, string>> = {
  travaux: 'de travaux',
  fournitures: 'de fournitures',
  services: 'de services',
  'services-sociaux': 'de services sociaux ou spécifiques',
  concession: 'de concession',
};

const EN: Readonly<Record<Contrat, string>> = {
  travaux: 'en travaux',
  fournitures: 'en fournitures ou services',
  services: 'en fournitures ou services',
  'services-sociaux': 'en services sociaux ou spécifiques',
  concession: 'en concession',
};

/** « 250 000 € HT de fournitures pour une ville ». */
export const situation = (
  montant: number,
  {
    ttc,
    contrat,
    nom,
  }: { readonly ttc: number | null; readonly contrat: Contrat | null; readonly nom: NomAcheteur | null },
): string =>
  [
    ttc === null
      ? `${formatMontant(montant)} HT`
      : `${formatMontant(ttc)} TTC (environ ${formatMontant(montant)} HT avec une TVA à 20 %)`,
    ...(contrat === null ? [] : [DE[contrat]]),
    ...(nom === null ? [] : [POUR[nom]]),
  ].join(' ');

interface Suite {
  readonly article: string;
  readonly depuis: string;
  /** Vrai si le montant est exactement celui du seuil. */
  readonly pile: boolean;
}

export const oui = (cas: string, seuil: number, { article, depuis, pile }: Suite): string =>
  pile
    ? `${cas} : **oui**, le seuil de ${formatMontant(seuil)} HT est atteint, une considération sociale ou d’emploi est obligatoire (article ${article}), pour une consultation lancée depuis le ${depuis}.`
    : `${cas} : **oui**, au-dessus du seuil de ${formatMontant(seuil)} HT, une considération sociale ou d’emploi est obligatoire (article ${article}), pour une consultation lancée depuis le ${depuis}.`;

export const nonServicesSociaux = (cas: string, seuil: number): string =>
  `${cas} : notre lecture, prudente : **pas d’obligation** sous le seuil propre à ces services, ${formatMontant(seuil)} HT (montant d’usage, à confirmer). Au-dessus du seuil ordinaire des services, prévoir une condition sociale ou motiver son absence reste le plus sûr.`;

export const non = (cas: string, seuil: number, article: string): string =>
  `${cas} : sous le seuil de ${formatMontant(seuil)} HT, **pas d’obligation** sociale ; une clause d’insertion reste possible, sans montant minimal (article ${article}).`;

export const dispense = (cas: string, article: string): string =>
  `${cas} : au-dessus du seuil, mais des **travaux de moins de six mois** sont dispensés de condition sociale, à condition d’en écrire le motif (article ${article}, II, 4°) ; une clause reste possible.`;

export const dureeAVerifier =
  'Si ces travaux durent moins de six mois, vous pouvez en être dispensé, par un motif écrit.';

export const pasEncore = (
  cas: string,
  { alors, depuis }: { readonly alors: string; readonly depuis: string },
): string =>
  `${cas} : ${alors.toLowerCase()}, **pas d’obligation** sociale, quel que soit le montant : elle vaut pour les consultations lancées depuis le ${depuis}.`;

/** Ce qui manque à la question pour trancher. */
export type Manque = 'acheteur' | 'contrat' | 'les-deux';

const MANQUE: Readonly<Record<Manque, string>> = {
  acheteur: '**cela dépend de l’acheteur**',
  contrat: '**cela dépend du contrat**',
  'les-deux': '**cela dépend du contrat et de l’acheteur**',
};

export const selon = (
  cas: string,
  branches: readonly Branche[],
  { manque, article }: { readonly manque: Manque; readonly article: string },
): string => {
  const dites = (obligatoire: boolean): string =>
    formatListe(
      [...new Set(branches.map(({ contrat }) => EN[contrat]))].flatMap((en) => {
        const siennes = branches.filter(
          (possible) => possible.obligatoire === obligatoire && EN[possible.contrat] === en,
        );
        return siennes.length === 0 ? [] : [direEnsemble(en, siennes, manque)];
      }),
    );
  return `${cas} : ${MANQUE[manque]}. Une considération sociale ou d’emploi est obligatoire ${dites(true)} ; elle ne l’est pas ${dites(false)} (article ${article}).`;
};

/** « en fournitures ou services pour l'État (seuil de…) et pour une collectivité (seuil de…) ». */
const direEnsemble = (en: string, branches: readonly Branche[], manque: Manque): string => {
  const acheteurs = branches.map(({ acheteur, seuil }) =>
    [...(acheteur === null || manque === 'contrat' ? [] : [POUR_SORTE[acheteur]]), seuilDit(seuil)].join(' '),
  );
  return [...(manque === 'acheteur' ? [] : [en]), formatListe(acheteurs)].join(' ');
};

const seuilDit = (seuil: number): string => `(seuil de ${formatMontant(seuil)} HT)`;

const branche = ({ contrat, acheteur, seuil }: Branche, manque: Manque): string =>
  [
    ...(manque === 'acheteur' ? [] : [EN[contrat]]),
    ...(acheteur === null || manque === 'contrat' ? [] : [POUR_SORTE[acheteur]]),
    seuilDit(seuil),
  ].join(' ');

/** « Sous 216 000 € », « à partir de 140 000 € » : ce que vaut l'obligation de ce côté de la limite. */
export const borne = (
  { borne: { sens, euros }, atteints, plusBas }: Extract<Verdict, { readonly type: 'borne' }>,
  faculte: string,
): string => {
  const possible = `une clause d’insertion y reste possible, sans montant minimal (article ${faculte})`;
  if (euros === null)
    return sens === 'dessous'
      ? `**Non** : sous les seuils européens, pas d’obligation sociale ; ${possible}.`
      : '**Oui** : dès les seuils européens, une considération sociale ou d’emploi est obligatoire.';
  const limite = `${formatMontant(euros)} HT`;
  const dits = (branches: readonly Branche[]): string => formatListe(branches.map((cas) => branche(cas, 'les-deux')));
  const auSeuil = atteints.filter(({ seuil }) => seuil === euros);
  if (sens === 'dessous') {
    if (plusBas.length === 0) return `**Non** : sous ${limite}, pas d’obligation sociale ; ${possible}.`;
    if (auSeuil.length > 0)
      return `**Non** : sous ${limite}, pas d’obligation sociale ${dits(auSeuil)} ; ${possible}. Un seuil plus bas vaut ${dits(plusBas)}.`;
    return `Sous ${limite}, **cela dépend du montant exact** : l’obligation commence plus bas ${dits(plusBas)}.`;
  }
  const obliges = [...plusBas, ...auSeuil];
  const autres = atteints.filter(({ seuil }) => seuil !== euros);
  if (autres.length === 0)
    return `**Oui** : à partir de ${limite}, une considération sociale ou d’emploi est obligatoire ${dits(obliges)}.`;
  const plusHaut = `l’obligation ne commence que plus haut ${dits(autres)}`;
  return obliges.length === 0
    ? `À partir de ${limite}, **pas encore** : ${plusHaut}.`
    : `À partir de ${limite}, une considération sociale ou d’emploi est **obligatoire** ${dits(obliges)} ; ${plusHaut}.`;
};
