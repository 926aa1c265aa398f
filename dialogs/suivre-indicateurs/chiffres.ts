import { z } from 'zod';
import { Demande, estFiltree } from '../../src/domain/indicateurs/demande.ts';
import type { Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { DEFINITIONS } from './definitions.ts';
import { nommerPerimetre } from './libelles.ts';
import * as messages from './messages.ts';
import * as dits from './messages-chiffres.ts';

/** Dernière question posée : ce que « et l'an dernier ? » ou « voir les lignes » prolongent. */
const Contexte = z.strictObject({ demande: Demande });

/** Question simple sur la période et le territoire : le tableau complet des chiffres clés. */
export const estTableauComplet = (demande: Demande): boolean =>
  demande.mesure === 'cles' &&
  demande.dimension === null &&
  demande.avant === null &&
  !estFiltree({ ...demande, territoire: null });

/** Répond à une question sur les chiffres, la comparaison et la définition à portée de bouton. */
export const repondreChiffres = async (tour: Tour, demande: Demande): Promise<Issue> => {
  const { services, message } = tour;
  const reponse = await services.indicateurs.repondre(demande, message.compte);
  const { chiffres } = reponse;
  if (chiffres.hours === 0) return { reponses: [{ texte: aucuneHeure(tour, demande) }], ouverte: ouvrir(demande) };
  const complet = estTableauComplet(demande);
  const textes = [
    complet
      ? messages.titre(demande.periode, demande.territoire?.nom ?? null)
      : dits.titre(demande.mesure, perimetre(tour, demande)),
    complet
      ? messages
          .lignes(chiffres)
          .map(({ libelle, valeur }) => `- ${libelle} : **${valeur}**`)
          .join('\n')
      : demande.mesure === 'secteurs'
        ? null
        : dits
            .lignesReponse(demande, reponse)
            .map((ligne) => `- ${ligne}`)
            .join('\n'),
    reponse.diversification === null ? null : dits.diversification(reponse.diversification),
    reponse.cases === null ? null : dits.tableau(demande, reponse.cases, services.indicateurs.secteur),
    complet && demande.territoire === null ? parDepartement(tour, chiffres.departments) : null,
    dits.comparaison(demande, reponse),
    demande.sexe === null ? dits.rappelFemmes(chiffres) : null,
    dits.ecarts(demande, reponse.ecarts),
    complet ? messages.recouvrement : null,
    reponse.masque ? dits.secret : null,
  ];
  return {
    reponses: [
      { texte: textes.filter((texte) => texte !== null).join('\n\n'), choix: boutons(reponse.lignesVisibles) },
    ],
    ouverte: ouvrir(demande),
    memoire: { fiche: null, filtre: null, rang: 0 },
  };
};

const perimetre = ({ services }: Tour, demande: Demande): string =>
  nommerPerimetre(demande, demande.secteur === null ? null : services.indicateurs.secteur(demande.secteur));

const aucuneHeure = (tour: Tour, demande: Demande): string =>
  estFiltree(demande) ? messages.aucuneHeureSur(perimetre(tour, demande)) : messages.aucuneHeure(demande.periode);

const boutons = (lignesVisibles: boolean): Choix[] => [
  { titre: dits.boutonDefinition, valeur: 'Définition de ce chiffre' },
  ...(lignesVisibles ? [{ titre: dits.boutonLignes, valeur: 'Voir les lignes' }] : []),
];

export const ouvrir = (demande: Demande): Ouverte => ({
  conversation: 'suivre-indicateurs',
  etape: 'chiffres',
  donnees: { demande },
});

const parDepartement = (
  { services }: Tour,
  departements: Readonly<Record<string, { readonly hours: number } | null>>,
): string | null => {
  const liste = Object.entries(departements).flatMap(([code, valeur]) =>
    valeur === null ? [] : [{ nom: services.territoire.departement(code)?.nom ?? code, heures: valeur.hours }],
  );
  return liste.length === 0 ? null : messages.departements(liste.sort((a, b) => b.heures - a.heures));
};

const DEFINITION = /^\s*(?:la\s+)?d[ée]finitions?\b(?!\s+(?:d['’e]\s*)?(?:un|une|la|le|l['’]))/i;
const LIGNES = /\b(?:voir|montre\w*|affiche\w*|d[ée]tail\w*|ouvr\w+)\b.{0,12}\blignes?\b|^\s*les lignes\s*\??$/i;
const SUITE = /^\s*(?:et|puis|ok et|m[êe]me (?:chose|question)|idem|pareil)\b/i;
const SUITE_COURTE = 80;

/** Suite d'une question de chiffres ; null si le message parle d'autre chose. */
export const poursuivreChiffres = async (tour: Tour, ouverte: Ouverte): Promise<Issue | null> => {
  const lu = Contexte.safeParse(ouverte.donnees);
  const { texte } = tour.message;
  const parti = tour.memoire.sujet !== null && tour.memoire.sujet !== 'suivre-indicateurs';
  if (!lu.success || parti || tour.message.donnees) return null;
  const { demande } = lu.data;
  if (DEFINITION.test(texte)) return { reponses: [{ texte: DEFINITIONS[demande.mesure] }], ouverte: ouvrir(demande) };
  if (LIGNES.test(texte)) return montrerLignes(tour, demande);
  if (!SUITE.test(texte) || texte.length > SUITE_COURTE) return null;
  const suite = await tour.services.indicateurs.prolonger(texte, { aujourdhui: tour.aujourdhui, precedente: demande });
  if (suite === null) return null;
  return repondreChiffres(tour, suite.demande);
};

const montrerLignes = async (tour: Tour, demande: Demande): Promise<Issue> => {
  const { indicateurs } = tour.services;
  const lignes = await indicateurs.lignes(demande, tour.message.compte);
  const liens = indicateurs.lienLignes(demande, tour.message.compte);
  const texte = lignes === null || liens === null ? dits.lignesReservees : dits.lignes(lignes, liens);
  return { reponses: [{ texte }], ouverte: ouvrir(demande) };
};
