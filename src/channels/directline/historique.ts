/** Activité telle que Direct Line la rend au navigateur. */
export interface ActiviteDirectLine {
  readonly type: string;
  readonly id: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly [champ: string]: unknown;
}

/** Un paquet d'activités et le repère à redonner pour lire la suite. */
export interface Lot {
  readonly activities: readonly ActiviteDirectLine[];
  readonly watermark: string;
}

type Abonne = (lot: Lot) => void;

/** Bornes de la mémoire : ce qu'on écrit n'est jamais posé sur un disque. */
const MAX = { activites: 200, octets: 200_000, conversations: 2000, repos: 24 * 3600 * 1000, abonnes: 10 } as const;

/** Le fil d'une conversation, en mémoire seulement. */
export interface Fil {
  /** Vrai la première fois : la conversation commence, et l'accueil peut être dit. */
  readonly commencer: () => boolean;
  readonly ajouter: (activite: ActiviteDirectLine) => void;
  readonly contient: (id: string) => boolean;
  /** Ce qui suit le repère ; un repère vide ou inconnu rend tout ce qui est gardé. */
  readonly depuis: (watermark: string) => Lot;
  /** Reçoit la suite en direct ; rend de quoi se désabonner, ou `null` s'il y a déjà trop d'abonnés. */
  readonly suivre: (abonne: Abonne) => (() => void) | null;
}

const lireRepere = (watermark: string): number => (/^\d{1,12}$/.test(watermark) ? Number(watermark) : 0);

/** `base` : le repère que le client a déjà, quand la conversation reprend après un redémarrage. */
const createFil = (base: number): Fil => {
  const gardees: { readonly activite: ActiviteDirectLine; readonly taille: number }[] = [];
  const abonnes = new Set<Abonne>();
  let premiere = base;
  let taille = 0;
  let commencee = false;

  const alleger = (): void => {
    while (gardees.length > MAX.activites || (taille > MAX.octets && gardees.length > 1)) {
      taille -= gardees.shift()?.taille ?? 0;
      premiere += 1;
    }
  };
  const fin = (): number => premiere + gardees.length;

  return {
    commencer: () => {
      const premiereFois = !commencee;
      commencee = true;
      return premiereFois;
    },
    ajouter: (activite) => {
      const poids = JSON.stringify(activite).length;
      gardees.push({ activite, taille: poids });
      taille += poids;
      alleger();
      for (const abonne of abonnes) abonne({ activities: [activite], watermark: String(fin()) });
    },
    contient: (id) => gardees.some(({ activite }) => activite.id === id),
    depuis: (watermark) => {
      const repere = lireRepere(watermark);
      const debut = repere > fin() ? 0 : Math.max(0, repere - premiere);
      return { activities: gardees.slice(debut).map(({ activite }) => activite), watermark: String(fin()) };
    },
    suivre: (abonne) => {
      if (abonnes.size >= MAX.abonnes) return null;
      abonnes.add(abonne);
      return () => abonnes.delete(abonne);
    },
  };
};

/** Tous les fils, bornés : le plus anciennement touché s'efface le premier. */
export interface Historique {
  /** Ouvre ou reprend une conversation ; `watermark` est le repère que le client a déjà. */
  readonly ouvrir: (conversation: string, watermark?: string) => Fil;
}

/** Crée la mémoire des conversations ; `maintenant` est en millisecondes. */
export const createHistorique = (maintenant: () => number): Historique => {
  const fils = new Map<string, { readonly fil: Fil; readonly vu: number }>();

  const oublierLesAnciens = (): void => {
    for (const [cle, { vu }] of fils) {
      if (fils.size <= MAX.conversations && maintenant() - vu < MAX.repos) return;
      fils.delete(cle);
    }
  };
  const toucher = (conversation: string, fil: Fil): Fil => {
    fils.delete(conversation);
    fils.set(conversation, { fil, vu: maintenant() });
    oublierLesAnciens();
    return fil;
  };
  const trouver = (conversation: string): Fil | null => {
    const connu = fils.get(conversation);
    return connu === undefined ? null : toucher(conversation, connu.fil);
  };

  return {
    ouvrir: (conversation, watermark = '') =>
      trouver(conversation) ?? toucher(conversation, createFil(lireRepere(watermark))),
  };
};
