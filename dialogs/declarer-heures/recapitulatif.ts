import type { Operation } from '../../src/domain/heures.ts';
import { sommer } from '../../src/domain/registre.ts';
import { formatHeures, formatListe, formatPeriode } from '../kit/format.ts';
import type { Carte, Reponse } from '../kit/reply.ts';
import { alertesBloquantes, type Brouillon, champsManquants, estAlerte, type LigneBrouillon } from './brouillon.ts';
import { champsDe } from './carte.ts';
import * as messages from './messages.ts';
import * as cartes from './messages-carte.ts';
import { direRegles } from './messages-regles.ts';

/** Libellé d'une opération par son identifiant. */
export type NommerOperation = (id: string) => string;

const details = (ligne: LigneBrouillon, nommer: NommerOperation): { libelle: string; valeur: string }[] =>
  [
    { libelle: messages.LIBELLES.heures, valeur: ligne.heures === null ? null : formatHeures(ligne.heures) },
    {
      libelle: messages.LIBELLES.beneficiaire,
      valeur: ligne.beneficiaire && messages.nommerPersonne(ligne.beneficiaire),
    },
    { libelle: messages.LIBELLES.operation, valeur: ligne.operation === null ? null : nommer(ligne.operation) },
    { libelle: messages.LIBELLES.periode, valeur: ligne.periode === null ? null : formatPeriode(ligne.periode) },
    { libelle: messages.LIBELLES.entreprise, valeur: ligne.entreprise },
    { libelle: messages.LIBELLES.sexe, valeur: ligne.sexe && messages.SEXES[ligne.sexe] },
    {
      libelle: messages.LIBELLES.publics,
      valeur: formatListe(ligne.publics.map((code) => messages.PUBLICS[code])) || null,
    },
    { libelle: messages.LIBELLES.modalite, valeur: ligne.modalite && messages.MODALITES[ligne.modalite] },
  ].flatMap(({ libelle, valeur }) => (valeur === null ? [] : [{ libelle, valeur }]));

const enPhrase = (ligne: LigneBrouillon, nommer: NommerOperation): string =>
  details(ligne, nommer)
    .map(({ libelle, valeur }) => `${libelle} : **${valeur}**`)
    .join(' · ');

const direAlertes = (alertes: readonly string[]): string[] =>
  [...new Set(alertes)].filter(estAlerte).map((alerte) => `⚠ ${messages.ALERTES[alerte]}`);

/** Une règle se dit une fois par opération, pour toutes les personnes qu'elle touche. */
const direAvertissements = (lignes: readonly LigneBrouillon[], nommer: NommerOperation): string[] => [
  ...new Set(
    lignes.flatMap((ligne) =>
      ligne.dites.flatMap((regle) => {
        const touchees = lignes.filter(
          ({ dites, operation }) =>
            dites.includes(regle) && (operation === ligne.operation || regle === 'eligibilite-non-validee'),
        );
        const personnes = touchees.flatMap(({ beneficiaire }) => (beneficiaire ? [beneficiaire] : []));
        return direRegles([regle], {
          personne: formatListe([...new Set(personnes.map(messages.nommerPersonne))]),
          code: personnes[0]?.code ?? '',
          operation: ligne.operation === null ? '' : nommer(ligne.operation),
          doublonDu: ligne.doublonDu,
        });
      }),
    ),
  ),
];

/** Où en est la saisie : ce qui est compris, ce qui fait douter, ce qu'il reste à demander ou à confirmer. */
export const direBrouillon = (
  brouillon: Brouillon,
  nommer: NommerOperation,
  operations: readonly Operation[] = [],
): Reponse => {
  const { lignes, propositions } = brouillon;
  const compris = lignes.map((ligne) => enPhrase(ligne, nommer)).filter((phrase) => phrase !== '');
  const bloquantes = lignes.flatMap(alertesBloquantes);
  const prudence = lignes
    .flatMap(({ alertes }) => alertes.filter(estAlerte))
    .filter((une) => !bloquantes.includes(une));
  const manque = [...new Set(lignes.flatMap(champsManquants))];
  const debut = compris.length > 0 ? [messages.recapitulatif(compris)] : [];
  const choix = propositions.length > 0 ? { choix: propositions } : {};
  if (bloquantes.length > 0 || manque.length > 0) {
    const question = bloquantes.length > 0 ? direAlertes(bloquantes) : [messages.demander(manque)];
    return { texte: [...debut, ...direAlertes(prudence), ...question].join('\n\n'), ...choix };
  }
  const doutes = [...direAlertes(prudence), ...direAvertissements(lignes, nommer)];
  return {
    texte: [...debut, ...doutes, messages.confirmer(lignes.length)].join('\n\n'),
    carte: {
      ...dessinerCarte(brouillon, nommer, operations),
      abrege: [...doutes, abreger(lignes, nommer)].join('\n\n'),
    },
    ...choix,
  };
};

/** Ce qui compte en une phrase : heures, personne, opération, période. */
const abreger = (lignes: readonly LigneBrouillon[], nommer: NommerOperation): string =>
  cartes.abrege(
    lignes.map((ligne) => enCourt(ligne, nommer)),
    sommer(lignes.map(({ heures }) => heures ?? 0)),
  );

const enCourt = ({ heures, beneficiaire, operation, periode }: LigneBrouillon, nommer: NommerOperation): string =>
  [
    `**${formatHeures(heures ?? 0)}** pour **${beneficiaire === null ? '' : messages.nommerPersonne(beneficiaire)}**`,
    operation === null ? '' : nommer(operation),
    periode === null ? '' : formatPeriode(periode),
  ].join(', ');

/** Fait précéder une réponse d'une phrase, que le canal montre ou non sa carte. */
export const annoncer = (phrase: string, reponse: Reponse): Reponse => {
  const { carte } = reponse;
  const texte = `${phrase}\n\n${reponse.texte}`;
  if (carte?.abrege === undefined) return { ...reponse, texte };
  return { ...reponse, texte, carte: { ...carte, abrege: `${phrase}\n\n${carte.abrege}` } };
};

/** Tous les doutes et avertissements de lignes, sans récapitulatif. */
export const direDoutes = (lignes: readonly LigneBrouillon[], nommer: NommerOperation): string[] => [
  ...direAlertes(lignes.flatMap(({ alertes }) => alertes)),
  ...direAvertissements(lignes, nommer),
];

/** Une ligne en une phrase, pour comparer avant et après. */
export const direLigne = (ligne: LigneBrouillon, nommer: NommerOperation): string => enPhrase(ligne, nommer);

const dessinerCarte = (
  { cle, lignes, version }: Brouillon,
  nommer: NommerOperation,
  operations: readonly Operation[],
): Carte => {
  const [premiere] = lignes;
  const marque = { brouillon: cle, version: String(version) };
  return {
    titre: cartes.titreCarte,
    note: cartes.noteCarte,
    lignes:
      lignes.length === 1 && premiere
        ? details(premiere, nommer)
        : lignes.map((ligne, rang) => ({
            libelle: String(rang + 1),
            valeur: details(ligne, nommer)
              .map(({ valeur }) => valeur)
              .join(' · '),
          })),
    ...(operations.length > 0 ? { champs: champsDe(lignes, operations), titreChamps: cartes.MODIFIER } : {}),
    actions: [
      {
        titre: cartes.ENREGISTRER,
        texte: 'oui',
        donnees: { action: 'heures.enregistrer', ...marque },
        style: 'positif',
      },
      { titre: cartes.ABANDONNER, texte: 'annule', donnees: { action: 'heures.abandonner', ...marque } },
    ],
  };
};
