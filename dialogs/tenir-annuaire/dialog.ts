import type { ChangementAnnuaire } from '../../src/domain/territoire/annuaire-changements.ts';
import type { ChangementLu } from '../../src/domain/territoire/demandes.ts';
import { comparerEntrees } from '../../src/domain/territoire/differences.ts';
import { peutTenirAnnuaire } from '../../src/domain/territoire/droits.ts';
import type { Facilitateur, LectureLieu } from '../../src/domain/territoire.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import type { Choix } from '../kit/reply.ts';
import { Brouillon, nommerPortions, type Prepare, preparer } from './changement.ts';
import { demanderAnnulation, direHistorique, poursuivreAnnulation } from './histoire.ts';
import * as messages from './messages.ts';

const STRUCTURES_PROPOSEES = 6;

/** Tenir l'annuaire en parlant : un changement, son récapitulatif, un accord, une histoire qu'on peut remonter. */
export const tenirAnnuaire: Conversation = {
  intention: 'tenir-annuaire',
  async demarrer(tour: Tour) {
    if (!peutTenirAnnuaire(tour.message.compte)) return dire(messages.reserve);
    if (tour.lecture.intention === 'tenir-annuaire' && CONTACT.test(tour.message.texte))
      return dire(messages.changerContact);
    const demande = tour.services.annuaire.lireDemande(tour.message.texte);
    if (demande === null) return dire(messages.commentChanger);
    if (demande.type === 'historique') return direHistorique(tour);
    if (demande.type === 'defaire') return demanderAnnulation(tour);
    return commencer(tour, demande.changement);
  },
  async poursuivre(tour: Tour, ouverte: Ouverte) {
    if (!peutTenirAnnuaire(tour.message.compte)) return null;
    if (ouverte.etape === 'annuler') return poursuivreAnnulation(tour, ouverte);
    const brouillon = Brouillon.safeParse(ouverte.donnees);
    if (!brouillon.success) return null;
    return ouverte.etape === 'structure' ? choisirStructure(tour, brouillon.data) : confirmer(tour, brouillon.data);
  },
  async rappeler(_tour: Tour, ouverte: Ouverte) {
    return ouverte.etape === 'confirmer' ? { texte: messages.reprise, choix: OUI_NON } : null;
  },
};

/** Un contact ne se change pas en parlant : mieux vaut dire comment. */
const CONTACT =
  /(?:t[ée]l[ée]phone|\bt[ée]l\b|num[ée]ro|mail|\bm[ée]l\b|courriel|contact|adresse|coordonn[ée]es|\bsite\b)(?:\s+\S+)?\s+(?:de|du|des|d['’]|pour)/i;

const OUI_NON: readonly Choix[] = [
  { titre: 'Oui', valeur: 'oui' },
  { titre: 'Non', valeur: 'non' },
];

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

const ouvrir = (etape: string, donnees: Brouillon): Ouverte => ({ conversation: 'tenir-annuaire', etape, donnees });

const commencer = async (tour: Tour, changement: ChangementLu): Promise<Issue> => {
  const trouvees = await tour.services.annuaire.trouver(changement.structure);
  const [premiere] = trouvees;
  if (!premiere) return dire(messages.structureInconnue(changement.structure));
  const lieux = 'lieux' in changement ? changement.lieux : '';
  const brouillon = { action: changement.action, structures: trouvees.map(({ id }) => id), lieux };
  return trouvees.length === 1 ? recapituler(tour, premiere, brouillon) : demanderStructure(trouvees, brouillon);
};

const demanderStructure = (trouvees: readonly Facilitateur[], brouillon: Brouillon): Issue => ({
  reponses: [
    {
      texte: messages.laquelle(trouvees.map(({ nom }) => nom)),
      choix: trouvees.slice(0, STRUCTURES_PROPOSEES).map(({ nom }) => ({ titre: nom, valeur: nom })),
    },
  ],
  ouverte: ouvrir('structure', brouillon),
});

const choisirStructure = async (tour: Tour, brouillon: Brouillon): Promise<Issue | null> => {
  if (tour.lecture.ordre === 'abandonner' || tour.lecture.confirmation === 'non') return dire(messages.rienChange);
  const nommees = await tour.services.annuaire.trouver(tour.message.texte);
  const [seule, autre] = nommees.filter(({ id }) => brouillon.structures.includes(id));
  return seule && !autre ? recapituler(tour, seule, { ...brouillon, structures: [seule.id] }) : null;
};

const recapituler = async (tour: Tour, structure: Facilitateur, brouillon: Brouillon): Promise<Issue> => {
  const prepare = await preparer(tour, structure, brouillon);
  if (prepare.type !== 'pret') return dire(expliquerRefus(prepare, structure));
  const { entree, apercu } = prepare;
  const differences = comparerEntrees(entree);
  const texte = [
    messages.recapitulatif(structure.nom, differences.type),
    messages.lignes({
      ...nommerPortions(tour, differences),
      champs: differences.champs,
      apres: entree.apres,
    }),
    messages.effetSurLesCommunes({
      gagnees: apercu.communesGagnees.map(({ nom }) => nom),
      perdues: apercu.communesPerdues.map(({ nom }) => nom),
      sansPersonne: apercu.communesSansPersonne.map(({ nom }) => nom),
    }),
    messages.confirmer,
  ].filter((partie) => partie !== '');
  return { reponses: [{ texte: texte.join('\n\n'), choix: OUI_NON }], ouverte: ouvrir('confirmer', brouillon) };
};

const expliquerRefus = (prepare: Exclude<Prepare, { type: 'pret' }>, { nom }: Facilitateur): string => {
  switch (prepare.type) {
    case 'rien':
      return messages.rienAChanger(nom);
    case 'lieu':
      return expliquerLieu(prepare.lecture);
    case 'refus':
      return messages.REFUS[prepare.raison](nom, messages.nomDuLieu(prepare.lieu));
  }
};

const expliquerLieu = (lecture: LectureLieu): string => {
  switch (lecture.type) {
    case 'ambigu':
      return messages.lieuAmbigu(
        lecture.saisie,
        lecture.choix.map((lieu) => messages.lieuAvecCode(lieu)),
      );
    case 'hors-region':
      return messages.lieuDehors(lecture.nom);
    case 'inconnu':
      return messages.lieuInconnu(lecture.saisie);
    default:
      return messages.sansLieu;
  }
};

const confirmer = async (tour: Tour, brouillon: Brouillon): Promise<Issue | null> => {
  const { lecture, services, message } = tour;
  if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(messages.rienChange);
  if (lecture.confirmation !== 'oui') return null;
  const structure = await services.annuaire.structure(brouillon.structures[0] ?? '');
  const prepare = structure === null ? null : await preparer(tour, structure, brouillon);
  // Entre le récapitulatif et l'accord, quelqu'un d'autre a pu changer l'annuaire.
  if (structure === null || prepare?.type !== 'pret') return dire(messages.aChangeEntreTemps);
  const changement: Pick<ChangementAnnuaire, 'auteur' | 'origine' | 'entrees' | 'vise'> = {
    auteur: message.compte.libelle,
    origine: 'conversation',
    entrees: [prepare.entree],
    vise: null,
  };
  return {
    reponses: [{ texte: messages.enregistre(structure.nom) }],
    effets: [{ type: 'changer-annuaire', changement, amorce: await services.annuaire.amorce() }],
  };
};
