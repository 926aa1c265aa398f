import type { Intention } from '../src/domain/comprehension.ts';
import { accueillir } from './accueil/dialog.ts';
import { annoncerNouvelles } from './alertes/annoncer.ts';
import { separerDemandes } from './demandes.ts';
import { type Effet, type Etat, type Issue, Memoire, type Ouverte, type Tour } from './kit/conversation.ts';
import type { MessageRecu, Reponse } from './kit/reply.ts';
import { composerReponse } from './kit/typographie.ts';
import * as messages from './messages.ts';
import { REGISTRE } from './registry.ts';
import type { Services } from './services.ts';
import { direVisite } from './suivre-parcours/visite.ts';
import { viser } from './viser.ts';

const LONGUEUR_MAXIMALE = 20_000;

/** Ce qu'un tour laisse derrière lui. */
export interface Resultat {
  readonly etat: Etat;
  readonly reponses: readonly Reponse[];
  readonly effets: readonly Effet[];
}

/** Un tour : ce qui est ouvert d'abord, puis l'intention ; une parenthèse ne perd pas la saisie en cours. */
export const jouerTour = async (etat: Etat, message: MessageRecu, services: Services): Promise<Resultat> => {
  const resultat = await annoncerNouvelles(await jouerDemandes(etat, message, services), message, services);
  return { ...resultat, reponses: resultat.reponses.map(composerReponse) };
};

/** Un message peut contenir deux demandes de sortes différentes : chacune a sa réponse, dans l'ordre. */
const jouerDemandes = async (etat: Etat, message: MessageRecu, services: Services): Promise<Resultat> => {
  const simple = repondreSansLire(etat, message, services);
  if (simple) return message.arrivee && !etat.salue ? ajouterVisite(simple, message, services) : simple;
  const demandes = message.donnees
    ? []
    : await separerDemandes(message.texte, {
        services,
        compte: message.compte,
        lire: async (texte) => (await lireTour(etat, { ...message, texte }, services)).lecture,
        attend: derniereEnAttente(etat.ouvertes)?.conversation ?? null,
      });
  if (demandes.length === 0) return jouer(etat, message, services);
  let resultat: Resultat = { etat, reponses: [], effets: [] };
  for (const { texte, intention } of demandes) {
    const suivant = await jouer(
      resultat.etat,
      { ...message, texte },
      services,
      IMPOSEES.has(intention) ? intention : undefined,
    );
    resultat = {
      etat: suivant.etat,
      reponses: [...resultat.reponses, ...suivant.reponses],
      effets: [...resultat.effets, ...suivant.effets],
    };
  }
  return { ...resultat, reponses: await sansRedite(resultat, { etat, message, services }) };
};

/** Une réponse à une saisie ouverte se relit sans rien imposer : la saisie la prend, ou la laisse. */
const IMPOSEES: ReadonlySet<Intention> = new Set(['question-juridique', 'trouver-facilitateur']);

/** Ce qui vient d'être compris dans ce message n'a pas à être rappelé à sa fin. */
const sansRedite = async (
  { etat: apres, reponses }: Resultat,
  { etat, message, services }: { readonly etat: Etat; readonly message: MessageRecu; readonly services: Services },
): Promise<readonly Reponse[]> => {
  const attendue = derniereEnAttente(apres.ouvertes);
  if (attendue === undefined || etat.ouvertes.includes(attendue)) return reponses;
  const rappel = await rappeler(await lireTour(apres, message, services), attendue);
  return reponses.filter(({ texte }) => texte !== rappel?.texte);
};

const jouer = async (
  etat: Etat,
  message: MessageRecu,
  services: Services,
  intention?: Intention,
): Promise<Resultat> => {
  const lu = await lireTour(etat, message, services);
  const tour = intention === undefined ? lu : { ...lu, lecture: { ...lu.lecture, intention } };
  const suite = await poursuivre(tour, etat.ouvertes);
  if (suite) return conclure(etat, suite.issue, suite.dessous);
  const retour = await revenir(tour, etat.ouvertes);
  const issue = await saluer(tour, retour ?? (await commencer(tour)));
  const autres = etat.ouvertes.filter(({ conversation }) => conversation !== issue.ouverte?.conversation);
  if (attendUneReponse(issue)) return conclure(etat, issue, autres);
  const rappel = await rappeler(tour, derniereEnAttente(autres));
  return conclure(etat, rappel ? { ...issue, reponses: [...issue.reponses, rappel] } : issue, autres);
};

const repondreSansLire = (etat: Etat, message: MessageRecu, services: Services): Resultat | null => {
  const dire = (reponses: readonly Reponse[], effets: readonly Effet[] = []) => ({
    etat: { ...etat, salue: true },
    reponses,
    effets,
  });
  if (message.arrivee) return dire(etat.salue ? [] : [accueillir(services.territoire)]);
  if (message.donnees?.action === 'avis') return noterAvis(etat, message.donnees);
  if (message.texte.length > LONGUEUR_MAXIMALE) return dire([{ texte: messages.tropLong(LONGUEUR_MAXIMALE) }]);
  if (message.texte.trim() === '' && !message.donnees) return dire([{ texte: messages.vide }]);
  return null;
};

const noterAvis = (etat: Etat, donnees: Readonly<Record<string, string>>): Resultat => {
  const fiche = donnees.fiche ?? etat.memoire.fiche;
  const reaction = donnees.reaction === 'like' ? 'utile' : 'pas-utile';
  return {
    etat,
    reponses: [{ texte: messages.merciAvis }],
    effets: fiche === null ? [] : [{ type: 'noter-avis', fiche, reaction }],
  };
};

const lireTour = async (etat: Etat, message: MessageRecu, services: Services): Promise<Tour> => {
  const aujourdhui = message.le.slice(0, 10);
  const { compte } = message;
  const lecture = await services.comprendre(message.texte, { aujourdhui, compte, sujet: etat.memoire.fiche });
  const action = message.donnees?.action ?? '';
  const visee = action.startsWith('heures.')
    ? { ...lecture, intention: 'declarer-heures' as const }
    : viser(lecture, { texte: message.texte, memoire: etat.memoire, compte });
  return { message, aujourdhui, lecture: visee, memoire: etat.memoire, services };
};

/** Commence la conversation de l'intention et retient son sujet, pour les suites elliptiques. */
const commencer = async (tour: Tour): Promise<Issue> => {
  const { intention: sujet, lieu } = tour.lecture;
  const issue = await REGISTRE[sujet].demarrer(tour);
  return { ...issue, memoire: { sujet, ...(lieu === null ? {} : { lieu }), ...issue.memoire } };
};

/** À l'arrivée ou au premier bonjour du jour, une ligne dit les échéances. */
const ajouterVisite = async (resultat: Resultat, message: MessageRecu, services: Services): Promise<Resultat> => {
  const { etat, reponses } = resultat;
  const visite = await direVisite(etat.memoire, message, services);
  if (visite === null) return resultat;
  const memoire = { ...etat.memoire, rappelees: message.le.slice(0, 10) };
  return { ...resultat, etat: { ...etat, memoire }, reponses: [...reponses, visite] };
};

const saluer = async (tour: Tour, issue: Issue): Promise<Issue> => {
  const { intention, politesse } = tour.lecture;
  // Qui demande ses alertes de marchés veut aussi savoir ce qui presse chez ses personnes.
  if (politesse !== 'bonjour' && intention !== 'alertes') return issue;
  const memoire = intention === 'alertes' ? { ...tour.memoire, rappelees: null } : tour.memoire;
  const visite = await direVisite(memoire, tour.message, tour.services);
  if (visite === null) return issue;
  return { ...issue, reponses: [...issue.reponses, visite], memoire: { ...issue.memoire, rappelees: tour.aujourdhui } };
};

/** Une conversation close peut reprendre un message qui parle de ce qu'elle vient de faire. */
const revenir = async (tour: Tour, ouvertes: readonly Ouverte[]): Promise<Issue | null> => {
  for (const { intention, revenir: reprendre } of Object.values(REGISTRE)) {
    if (ouvertes.some(({ conversation }) => conversation === intention)) continue;
    const issue = await reprendre?.(tour);
    if (issue) return issue;
  }
  return null;
};

/** Propose le message aux conversations ouvertes, de celle du dessus à celle du dessous. */
const poursuivre = async (
  tour: Tour,
  ouvertes: readonly Ouverte[],
): Promise<{ readonly issue: Issue; readonly dessous: readonly Ouverte[] } | null> => {
  for (let rang = ouvertes.length - 1; rang >= 0; rang -= 1) {
    const ouverte = ouvertes[rang];
    const issue = ouverte ? await REGISTRE[ouverte.conversation].poursuivre?.(tour, ouverte) : null;
    if (!issue) continue;
    const dessous = ouvertes.slice(0, rang);
    const rappel = attendUneReponse(issue) ? null : await rappeler(tour, derniereEnAttente(dessous));
    return { issue: rappel ? { ...issue, reponses: [...issue.reponses, rappel] } : issue, dessous };
  }
  return null;
};

/** Des chiffres ou un calcul laissent la porte ouverte à une suite, sans rien attendre : la saisie en cours se rappelle quand même. */
const attendUneReponse = ({ ouverte }: Issue): boolean =>
  ouverte !== undefined && ouverte !== null && !sansAttente(ouverte);

const SANS_ATTENTE: ReadonlySet<Ouverte['conversation']> = new Set(['suivre-indicateurs', 'calculer-heures']);

const sansAttente = ({ conversation }: Ouverte): boolean => SANS_ATTENTE.has(conversation);

const derniereEnAttente = (ouvertes: readonly Ouverte[]): Ouverte | undefined =>
  ouvertes.filter((ouverte) => !sansAttente(ouverte)).at(-1);

const rappeler = async (tour: Tour, ouverte: Ouverte | undefined): Promise<Reponse | null> =>
  ouverte ? ((await REGISTRE[ouverte.conversation].rappeler?.(tour, ouverte)) ?? null) : null;

const conclure = (etat: Etat, issue: Issue, dessous: readonly Ouverte[]): Resultat => ({
  etat: {
    ...etat,
    salue: true,
    ouvertes: issue.ouverte ? [...dessous, issue.ouverte] : [...dessous],
    memoire: Memoire.parse({ ...etat.memoire, ...issue.memoire }),
  },
  reponses: issue.reponses,
  effets: issue.effets ?? [],
});
