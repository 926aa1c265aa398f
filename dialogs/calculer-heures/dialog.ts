import { z } from 'zod';
import { DemandeCalcul, estimerHeures, lireCalcul, lireSuiteCalcul } from '../../src/domain/droit/calcul.ts';
import { demandeObligation } from '../../src/domain/droit/demande.ts';
import { lireSituation } from '../../src/domain/droit/situation.ts';
import type { Secteur } from '../../src/domain/marches.ts';
import type { Conversation, Issue, Tour } from '../kit/conversation.ts';
import { choixDe, dateLecture, listerSources, plus, repondreFiche } from '../question-juridique/fiche.ts';
import { jugerMontant } from '../question-juridique/obligation.ts';
import * as messages from './messages.ts';

/** Fiche qui fonde les deux conventions d'équivalent temps plein. */
const FICHE_ETP = 'etp-conversion-heures';
/** Fiche qui répond à « dois-je mettre une clause, et combien d'heures ? ». */
const FICHE_OBLIGATION = 'obligation-principe';
const CHOIX_MONTRES = 3;

/** Le dernier calcul, pour « et à 40 € de l'heure ? » ; `metier` redit la famille d'achat. */
const Calcul = z.strictObject({ demande: DemandeCalcul, metier: z.string().nullable() });
type Calcul = z.infer<typeof Calcul>;

/** Estimer un volume d'heures d'insertion, ou convertir des heures en équivalents temps plein. */
export const calculerHeures: Conversation = {
  intention: 'calculer-heures',
  async demarrer(tour: Tour): Promise<Issue> {
    const { texte } = tour.message;
    const demande = lireCalcul(texte);
    return demande === null ? convertir(tour) : estimer(tour, { demande, metier: texte });
  },
  async poursuivre(tour, { donnees }) {
    const lu = Calcul.safeParse(donnees);
    if (!lu.success || tour.memoire.sujet !== 'calculer-heures') return null;
    const { texte } = tour.message;
    const demande = lireSuiteCalcul(texte, lu.data.demande);
    if (demande === null) return null;
    const metier = tour.services.droit.famille(texte) === null ? lu.data.metier : texte;
    return estimer(tour, { demande, metier });
  },
};

const convertir = (tour: Tour): Issue => {
  const calcul = tour.lecture.etp;
  const fiche = tour.services.droit.fiche(FICHE_ETP);
  if (calcul === null || fiche === null) return { reponses: [] };
  const resultat = 'heures' in calcul ? messages.versEtp(calcul.heures) : messages.depuisEtp(calcul.etp);
  const reponse = repondreFiche(tour, fiche);
  return {
    reponses: [{ ...reponse, texte: `${resultat}\n\n${reponse.texte}` }],
    memoire: { fiche: fiche.id },
  };
};

const estimer = (tour: Tour, calcul: Calcul): Issue => {
  const { droit } = tour.services;
  const fiche = droit.fiche(droit.calibrage.fiche);
  if (fiche === null) return { reponses: [] };
  const famille = calcul.metier === null ? null : droit.famille(calcul.metier);
  const obligation = direObligation(tour);
  const citations = [fiche, ...(obligation === null ? [] : [obligation.fiche])]
    .flatMap((citee) => droit.citations(citee, tour.aujourdhui))
    .filter(({ id }, rang, toutes) => toutes.findIndex((autre) => autre.id === id) === rang);
  const texte = [
    ...(obligation === null ? [] : [obligation.verdict]),
    dire(tour, calcul.demande, famille),
    listerSources(tour, citations),
    dateLecture(fiche, tour.aujourdhui),
  ].join('\n\n');
  return {
    reponses: [
      {
        texte,
        citations,
        choix: [...plus(fiche), ...choixDe(tour, fiche.liees)].slice(0, CHOIX_MONTRES),
        avis: { fiche: fiche.id },
      },
    ],
    ouverte: {
      conversation: 'calculer-heures',
      etape: 'suite',
      donnees: { demande: calcul.demande, metier: famille?.nom ?? null } satisfies Calcul,
    },
    memoire: { fiche: fiche.id },
  };
};

/** « Dois-je… et combien d'heures ? » : l'obligation se dit avant le calcul. */
const direObligation = ({ services: { droit }, message: { texte }, aujourdhui }: Tour) => {
  const fiche = demandeObligation(texte) ? droit.fiche(FICHE_OBLIGATION) : null;
  if (fiche === null) return null;
  const quand = { texte, jour: aujourdhui, alors: null, seuils: droit.seuils };
  const verdict = jugerMontant(lireSituation(texte), fiche, quand);
  return verdict === null ? null : { fiche, verdict };
};

const dire = ({ services }: Tour, demande: DemandeCalcul, famille: Secteur | null): string => {
  const { calibrage } = services.droit;
  const estimation = estimerHeures(demande, famille?.id ?? null, calibrage);
  const parties = [
    messages.resultat(demande, estimation, famille?.nom ?? null),
    messages.calcul(demande, estimation),
    messages.hypotheses(estimation, calibrage, famille !== null),
    estimation.heures < calibrage.minimum ? messages.tropPeu : null,
    messages.aVerifier(estimation),
  ];
  return parties.filter((partie) => partie).join('\n\n');
};
