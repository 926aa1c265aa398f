import type { Ecriture, LigneHeures, Origine } from '../../src/domain/heures.ts';
import { type Solde, sommer } from '../../src/domain/registre.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { solde as direSolde } from '../suivre-indicateurs/messages.ts';
import { versLigneHeures } from './brouillon.ts';
import { finir, type Saisie } from './etapes.ts';
import * as messages from './messages.ts';

/** D'où vient l'écriture : compte, canal, message et instant de la personne. */
export const origineDe = ({ message }: Tour): Origine => ({
  auteur: message.compte.id,
  canal: message.canal,
  message: `${message.conversation}/${message.id}`,
  le: message.le,
  role: message.compte.role,
  libelle: message.compte.libelle,
});

/** Identifiant d'une saisie : il ne dépend que du brouillon, donc deux validations n'en font qu'une. */
export const idSaisie = ({ message }: Tour, cle: string, rang: number): string =>
  `${message.conversation}/${cle}#${rang}`;

/** Écrit les lignes confirmées, avec leurs avertissements, et dit les nouveaux totaux. */
export const enregistrer = async (tour: Tour, { cle, lignes: brouillons, enAttente }: Saisie): Promise<Issue> => {
  const origine = origineDe(tour);
  const ecritures = brouillons.flatMap((brouillon, rang): Extract<Ecriture, { type: 'saisie' }>[] => {
    const ligne = versLigneHeures(brouillon);
    const alertes = [...brouillon.alertes, ...brouillon.regles];
    return ligne === null ? [] : [{ type: 'saisie', id: idSaisie(tour, cle, rang), ligne, alertes, origine }];
  });
  const lignes = ecritures.map(({ ligne }) => ligne);
  const total = sommer(lignes.map(({ heures }) => heures));
  const textes = [
    messages.enregistre(lignes.length, total),
    ...(await direTotaux(tour, lignes)),
    ...(await direSoldes(tour, lignes)),
    messages.peutDefaire,
  ];
  const issue: Issue = {
    reponses: [{ texte: textes.join('\n\n') }],
    effets: [{ type: 'ecrire-heures', ecritures }],
    memoire: { enregistree: { cle, saisies: ecritures.map(({ id }) => id) } },
  };
  return finir(tour, issue, enAttente);
};

const distincts = <T>(valeurs: readonly T[]): T[] => [...new Set(valeurs)];

const direTotaux = async ({ services, message }: Tour, lignes: readonly LigneHeures[]): Promise<string[]> =>
  Promise.all(
    distincts(lignes.map(({ beneficiaire }) => beneficiaire)).map(async (code) => {
      const avant = (await services.heures.totalPersonne(code, message.compte))?.heures ?? 0;
      const nouvelles = lignes.filter(({ beneficiaire }) => beneficiaire === code).map(({ heures }) => heures);
      return messages.totalPersonne(code, sommer([avant, ...nouvelles]));
    }),
  );

const direSoldes = async ({ services, message }: Tour, lignes: readonly LigneHeures[]): Promise<string[]> => {
  const textes = await Promise.all(
    distincts(lignes.map(({ operation }) => operation)).map(async (id) => {
      const operation = await services.heures.operation(id, message.compte);
      const solde = await services.heures.solde(id);
      if (operation === null || solde === null) return null;
      const nouvelles = lignes.filter((ligne) => ligne.operation === id).map(({ heures }) => heures);
      return direSolde(operation, augmenter(solde, sommer(nouvelles)));
    }),
  );
  return textes.filter((texte) => texte !== null);
};

const augmenter = (solde: Solde, heures: number): Solde => {
  const realisees = sommer([solde.realisees, heures]);
  const { prevues } = solde;
  return {
    ...solde,
    realisees,
    reste: prevues === null ? null : sommer([prevues, -realisees]),
    taux: prevues === null || prevues === 0 ? null : realisees / prevues,
  };
};
