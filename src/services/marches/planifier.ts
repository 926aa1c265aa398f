import { dernierPassage, prochainPassage } from '../../domain/marches/horaire.ts';

/** Le temps, reçu pour que les essais le tiennent. */
export interface Horloge {
  readonly maintenant: () => Date;
  /** Rend de quoi décommander. */
  readonly programmer: (attente: number, action: () => void) => () => void;
}

/** Ce que le plan regarde d'une actualisation. */
export interface Passage {
  /** Instants ISO. */
  readonly debut: string;
  readonly issue: 'complete' | 'interrompue';
}

export interface OptionsPlan {
  /** Heure de Paris, « 05:10 ». */
  readonly heure: string;
  /** Dernière actualisation connue, quel que soit celui qui l'a lancée. */
  readonly dernier: () => Passage | null;
  /** Actualise ; null si une autre est en cours. */
  readonly actualiser: () => Promise<Passage | null>;
  readonly horloge: Horloge;
  /** De 0 à 1 : les services qui suivent le même plan n'appellent pas tous à la même seconde. */
  readonly hasard: () => number;
  readonly signaler: (evenement: string, details: Readonly<Record<string, string>>) => void;
}

/** Actualisations du service, une par jour, une à la fois. */
export interface Plan {
  readonly arreter: () => void;
  /** Prochaine actualisation, instant ISO ; null pendant qu'elle se fait. */
  readonly prochaine: () => string | null;
}

const MINUTE = 60_000;
const DECALAGE_MAXIMAL = 20 * MINUTE;
/** Au démarrage, une actualisation manquée attend que le service soit chaud. */
const RATTRAPAGE = 2 * MINUTE;
const DEJA_EN_COURS = 15 * MINUTE;
/** Une actualisation interrompue est reprise au bout d'une, deux, puis quatre heures. */
const REPRISES = [60 * MINUTE, 120 * MINUTE, 240 * MINUTE];

/** Met en route le plan ; une heure manquée pendant un arrêt est rattrapée au démarrage. */
export const planifier = ({ heure, dernier, actualiser, horloge, hasard, signaler }: OptionsPlan): Plan => {
  let decommander = (): void => undefined;
  let prochaine: number | null = null;
  let reprises = 0;
  let arrete = false;

  const dans = (attente: number): void => {
    if (arrete) return;
    prochaine = horloge.maintenant().getTime() + attente;
    decommander = horloge.programmer(attente, () => void passer());
  };
  const auProchainPassage = (): void => {
    reprises = 0;
    const maintenant = horloge.maintenant().getTime();
    dans(prochainPassage(maintenant, heure) - maintenant + Math.floor(hasard() * DECALAGE_MAXIMAL));
  };
  const reprendre = (): void => {
    const attente = REPRISES[reprises];
    reprises += 1;
    if (attente === undefined) auProchainPassage();
    else dans(attente + Math.floor(hasard() * DECALAGE_MAXIMAL));
  };
  const passer = async (): Promise<void> => {
    prochaine = null;
    try {
      const passage = await actualiser();
      if (passage === null) dans(DEJA_EN_COURS);
      else if (passage.issue === 'complete') auProchainPassage();
      else reprendre();
    } catch (cause) {
      signaler('notices-refresh-failed', { cause: cause instanceof Error ? cause.name : typeof cause });
      reprendre();
    }
  };

  const fait = dernier();
  const manque = dernierPassage(horloge.maintenant().getTime(), heure);
  if (fait?.issue === 'complete' && Date.parse(fait.debut) >= manque) auProchainPassage();
  else dans(RATTRAPAGE + Math.floor(hasard() * RATTRAPAGE));
  return {
    arreter() {
      arrete = true;
      decommander();
    },
    prochaine: () => (prochaine === null ? null : new Date(prochaine).toISOString()),
  };
};
