import { z } from 'zod';
import type { LectureLieu, Lieu } from '../../src/domain/territoire.ts';
import { cleDuLieu } from '../../src/domain/territoire-index.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { expliquer } from './explication.ts';
import { nomDe, nomDepartement, presenter } from './lieux.ts';
import * as messages from './messages.ts';

/** Au-delà, la liste se lit mieux en une phrase. */
const LISTE_LISIBLE = 12;

/** Lieux entre lesquels on a demandé de choisir. */
const Proposes = z.strictObject({ lieux: z.array(z.string()).min(1) });

/** Dire qui suit les clauses sociales d'un lieu, et pourquoi cette structure. */
export const trouverFacilitateur: Conversation = {
  intention: 'trouver-facilitateur',
  async demarrer(tour: Tour) {
    const lu = tour.services.territoire.lireLieu(tour.message.texte);
    return lu.type === 'aucun' ? repondreDernierLieu(tour) : repondreLieu(tour, lu);
  },
  async poursuivre(tour: Tour, ouverte: Ouverte) {
    const { lecture, message, services } = tour;
    if (lecture.ordre === 'abandonner') return { reponses: [{ texte: messages.demandeAbandonnee }] };
    if (lecture.intention !== 'trouver-facilitateur' && lecture.score > 0.7) return null;
    const proposes = Proposes.safeParse(ouverte.donnees);
    if (proposes.success && lecture.confirmation === 'non') return demanderLieu();
    const seul = proposes.success && proposes.data.lieux.length === 1 && lecture.confirmation === 'oui';
    const lu = proposes.success
      ? services.territoire.choisirLieu(seul ? '1' : message.texte, proposes.data.lieux)
      : services.territoire.lireLieu(message.texte);
    return lu.type === 'aucun' ? null : repondreLieu(tour, lu);
  },
};

const enAttente = (etape: string, donnees: unknown = null): Ouverte => ({
  conversation: 'trouver-facilitateur',
  etape,
  donnees,
});

const demanderLieu = (): Issue => ({ reponses: [{ texte: messages.demanderLieu }], ouverte: enAttente('lieu') });

/** « Et qui appeler ? » : pour le lieu dont on parlait, en le disant. */
const repondreDernierLieu = async (tour: Tour): Promise<Issue> => {
  const { memoire, services } = tour;
  if (memoire.lieu === null) return demanderLieu();
  const lu = services.territoire.choisirLieu('1', [memoire.lieu]);
  if (lu.type !== 'trouve') return demanderLieu();
  const { reponses, ...issue } = await repondreLieu(tour, lu);
  const [premiere, ...suite] = reponses;
  const texte = [messages.dontVousParliez(nomDe(lu.lieu)), premiere?.texte].join('\n\n');
  return { ...issue, reponses: [{ ...premiere, texte }, ...suite], ouverte: enAttente('lieu') };
};

const repondreLieu = async (tour: Tour, lu: Exclude<LectureLieu, { type: 'aucun' }>): Promise<Issue> => {
  const { territoire } = tour.services;
  switch (lu.type) {
    case 'inconnu':
      return { reponses: [{ texte: messages.inconnu(lu.saisie) }], ouverte: enAttente('lieu') };
    case 'hors-region':
      return { reponses: [{ texte: messages.horsRegion(lu.nom, lu.departement, territoire.region) }] };
    case 'ambigu':
      return demanderLequel(tour, lu.saisie, lu.choix);
    case 'trouve': {
      const { lieu } = lu;
      const presentation = [
        lu.ancienNom && lieu.type === 'commune' ? messages.ancienne(lu.ancienNom, lieu.commune.nom) : null,
        lu.corrige ? messages.corrigee(nomDe(lieu)) : null,
        presenter(tour, lieu),
      ].filter((ligne) => ligne !== null);
      const { paragraphes, effets } = await expliquer(tour, lieu);
      return {
        reponses: [{ texte: [presentation.join(' '), ...paragraphes].join('\n\n') }],
        effets,
        memoire: { lieu: cleDuLieu(lieu) },
      };
    }
  }
};

const demanderLequel = (tour: Tour, saisie: string, lieux: readonly Lieu[]): Issue => ({
  reponses: [{ texte: question(tour, saisie, lieux), choix: lieux.slice(0, 6).map(choisir) }],
  ouverte: enAttente('lequel', { lieux: lieux.map(cleDuLieu) }),
});

const question = (tour: Tour, saisie: string, lieux: readonly Lieu[]): string => {
  const [seul] = lieux;
  if (seul && lieux.length === 1) return messages.demanderSiBien(saisie, decrire(tour, seul));
  if (lieux.length > LISTE_LISIBLE) return messages.demanderParmi(saisie, lieux.map(nommer));
  return messages.demanderLequel(
    saisie,
    lieux.map((lieu) => decrire(tour, lieu)),
  );
};

const nommer = (lieu: Lieu): string =>
  lieu.type === 'commune' ? `${lieu.commune.nom} (${lieu.commune.code})` : nomDe(lieu);

const choisir = (lieu: Lieu): Choix => {
  const nom = nomDe(lieu);
  return {
    titre: nom,
    valeur: lieu.type === 'commune' ? `facilitateur INSEE ${lieu.commune.code}` : `facilitateur ${nom}`,
  };
};

/** « Versigny (02788) — CC …, Aisne » : assez pour choisir entre homonymes. */
const decrire = (tour: Tour, lieu: Lieu): string => {
  if (lieu.type !== 'commune') return `**${nomDe(lieu)}**`;
  const { commune } = lieu;
  const epci = tour.services.territoire.epciDe(commune)?.nom;
  return [`**${commune.nom}** (${commune.code})`, epci, nomDepartement(tour, commune.departement)]
    .filter(Boolean)
    .join(', ');
};
