import type { Facilitateur, LectureLieu, Lieu, Rattachement } from '../../src/domain/territoire.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import * as messages from './messages.ts';

/** Au-delà, la liste se lit mieux en une phrase. */
const LISTE_LISIBLE = 12;

/** Dire qui suit les clauses sociales d'un lieu, et pourquoi cette structure. */
export const trouverFacilitateur: Conversation = {
  intention: 'trouver-facilitateur',
  async demarrer(tour: Tour) {
    const lu = tour.services.territoire.lireLieu(tour.message.texte);
    return lu.type === 'aucun' ? demanderLieu() : repondreLieu(tour, lu);
  },
  async poursuivre(tour: Tour, _ouverte: Ouverte) {
    if (tour.lecture.ordre === 'abandonner') return { reponses: [{ texte: messages.demandeAbandonnee }] };
    if (tour.lecture.intention !== 'trouver-facilitateur' && tour.lecture.score > 0.7) return null;
    const lu = tour.services.territoire.lireLieu(tour.message.texte);
    return lu.type === 'aucun' ? null : repondreLieu(tour, lu);
  },
};

const enAttente = (etape: string): Ouverte => ({ conversation: 'trouver-facilitateur', etape, donnees: null });

const demanderLieu = (): Issue => ({ reponses: [{ texte: messages.demanderLieu }], ouverte: enAttente('lieu') });

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
      const rattachement = await territoire.rattacher(lu.lieu);
      const presentation = [
        lu.ancienNom && lu.lieu.type === 'commune' ? messages.ancienne(lu.ancienNom, lu.lieu.commune.nom) : null,
        lu.corrige ? messages.corrigee(nomDe(lu.lieu)) : null,
        presenter(tour, lu.lieu),
      ].filter((ligne) => ligne !== null);
      return { reponses: [{ texte: [presentation.join(' '), ...expliquer(lu.lieu, rattachement)].join('\n\n') }] };
    }
  }
};

const demanderLequel = (tour: Tour, saisie: string, lieux: readonly Lieu[]): Issue => ({
  reponses: [
    {
      texte:
        lieux.length <= LISTE_LISIBLE
          ? messages.demanderLequel(
              saisie,
              lieux.map((lieu) => decrire(tour, lieu)),
            )
          : messages.demanderParmi(saisie, lieux.map(nommer)),
      choix: lieux.slice(0, 6).map(choisir),
    },
  ],
  ouverte: enAttente('lequel'),
});

const nommer = (lieu: Lieu): string =>
  lieu.type === 'commune' ? `${lieu.commune.nom} (${lieu.commune.code})` : nomDe(lieu);

const choisir = (lieu: Lieu): Choix => {
  const nom = nomDe(lieu);
  return {
    titre: nom,
    valeur: lieu.type === 'commune' ? `facilitateur INSEE ${lieu.commune.code}` : `facilitateur ${nom}`,
  };
};

const nomDe = (lieu: Lieu): string => {
  if (lieu.type === 'commune') return lieu.commune.nom;
  return lieu.type === 'epci' ? lieu.epci.nom : lieu.departement.nom;
};

const nomDepartement = ({ services }: Tour, code: string): string => services.territoire.departement(code)?.nom ?? code;

/** « Versigny (02788) — CC …, Aisne » : assez pour choisir entre homonymes. */
const decrire = (tour: Tour, lieu: Lieu): string => {
  if (lieu.type !== 'commune') return nomDe(lieu);
  const { commune } = lieu;
  const epci = tour.services.territoire.epciDe(commune)?.nom;
  return [`**${commune.nom}** (${commune.code})`, epci, nomDepartement(tour, commune.departement)]
    .filter(Boolean)
    .join(', ');
};

const presenter = (tour: Tour, lieu: Lieu): string => {
  if (lieu.type === 'commune') {
    const { commune } = lieu;
    return messages.commune({
      nom: commune.nom,
      code: commune.code,
      epci: tour.services.territoire.epciDe(commune)?.nom ?? null,
      departement: nomDepartement(tour, commune.departement),
    });
  }
  if (lieu.type === 'departement') return messages.territoire(lieu.departement.nom, []);
  const codes = new Set(
    lieu.epci.communes.flatMap((code) => tour.services.territoire.commune(code)?.departement ?? []),
  );
  return messages.territoire(
    lieu.epci.nom,
    [...codes].map((code) => nomDepartement(tour, code)),
  );
};

const expliquer = (lieu: Lieu, rattachement: Rattachement): string[] => {
  if (rattachement.regle === 'aucune') return [messages.zoneBlanche];
  const replis = rattachement.repli.map(({ nom }) => nom);
  return [
    regleDe(lieu, rattachement.regle),
    ...rattachement.structures.map(fairePart),
    ...(replis.length > 0 ? [messages.repli(replis)] : []),
  ];
};

const regleDe = (lieu: Lieu, regle: Exclude<Rattachement['regle'], 'aucune'>): string => {
  if (lieu.type === 'commune') return messages.REGLES[regle];
  if (lieu.type === 'epci') return messages.REGLES_EPCI[regle];
  return regle === 'departement' ? messages.REGLE_DEPARTEMENT : messages.REGLES_EPCI[regle];
};

const fairePart = (structure: Facilitateur): string =>
  `${messages.structure(structure)}\n\n${messages.source(structure.source.libelle, structure.source.annee)}`;
