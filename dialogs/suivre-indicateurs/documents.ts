import type { Periode } from '../../src/domain/dates.ts';
import type { Demande } from '../../src/domain/indicateurs/demande.ts';
import { peutDeclarer } from '../../src/domain/roles.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import * as messages from './messages-documents.ts';

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

/** Mois d'une période, ou le mois précédent si rien n'est dit ; null si la période en couvre plusieurs. */
const moisVoulu = (periode: Periode | null, aujourdhui: string): string | null => {
  if (periode === null) return moisAvant(aujourdhui);
  return periode.du.slice(0, 7) === periode.au.slice(0, 7) ? periode.du.slice(0, 7) : null;
};

const moisAvant = (jour: string): string => {
  const [an = 0, mois = 1] = jour.split('-').map(Number);
  return mois === 1 ? `${an - 1}-12` : `${an}-${String(mois - 1).padStart(2, '0')}`;
};

const ENTREPRISES_PROPOSEES = 6;

/** « relevé de Batinord pour octobre » : le lien vers la page et le classeur ; sans entreprise, on demande laquelle. */
export const donnerReleve = async (tour: Tour, demande: Demande): Promise<Issue> => {
  const { services, message, aujourdhui } = tour;
  const { compte } = message;
  if (!peutDeclarer(compte)) return dire(messages.relevesReserves);
  const mois = moisVoulu(demande.periode, aujourdhui);
  if (mois === null) return dire(messages.unMoisALaFois);
  const entreprise = demande.entreprise ?? (await entrepriseDite(tour));
  if (entreprise === null) {
    const periode = demande.periode ?? { du: `${mois}-01`, au: `${mois}-31` };
    const noms = (await services.indicateurs.entreprisesDe(periode, compte)).slice(0, ENTREPRISES_PROPOSEES);
    if (noms.length === 0) return dire(messages.aucuneEntreprise(mois));
    const choix = noms.map((nom) => ({ titre: nom, valeur: messages.demanderReleve(nom, mois) }));
    return { reponses: [{ texte: messages.quelleEntreprise(mois), choix }] };
  }
  const donne = await services.indicateurs.lienReleve(entreprise, mois, compte);
  if (donne === null) return dire(messages.relevesReserves);
  return dire(donne.heures === 0 ? messages.releveVide(entreprise, mois) : messages.releve(entreprise, mois, donne));
};

/** Entreprise désignée en partie (« Caudron » pour « Ets Caudron »). */
const entrepriseDite = async ({ services, message, aujourdhui }: Tour): Promise<string | null> => {
  const contexte = { aujourdhui, compte: message.compte, sujet: null, brouillon: [] };
  const { lignes } = await services.heures.lire(message.texte, contexte);
  return lignes[0]?.entreprise ?? null;
};

/** « exporte les heures d'octobre » : les lignes du chiffre, en CSV et en classeur. */
export const exporterLignes = async (tour: Tour, demande: Demande): Promise<Issue> => {
  const { services, message } = tour;
  const lignes = await services.indicateurs.lignes(demande, message.compte);
  const liens = services.indicateurs.lienLignes(demande, message.compte);
  if (lignes === null || liens === null) return dire(messages.exportReserve);
  return dire(lignes.total === 0 ? messages.exportVide : messages.exporter(lignes, liens));
};
