import { nouvelles } from '../dialogs/alertes/messages.ts';
import type { Assemblage } from './assemble.ts';
import type { BotFramework } from './channels/botframework/bot-framework.ts';
import { ecrireHeureLocale } from './channels/heure-locale.ts';
import type { Config } from './config.ts';
import { actualiserNotices } from './import/notices/moisson/actualiser.ts';
import { lireResultat, type ResultatActualisation } from './import/notices/moisson/resultat.ts';
import { signaler as signalerAuJournal } from './journal.ts';
import { createEnvois } from './services/marches/envois.ts';
import { type Horloge, planifier } from './services/marches/planifier.ts';
import type { Store } from './store/port.ts';
import type { EtatActualisation } from './web/notices/etat.ts';

/** Ce que le service fait de lui-même pour les marchés : aller chercher les avis, prévenir qui l'a demandé. */
export interface Actualisation {
  readonly demarrer: () => void;
  readonly arreter: () => void;
  readonly etat: () => EtatActualisation;
}

export interface OptionsActualisationService {
  readonly store: Store;
  /** Départements de la région servie. */
  readonly departements: readonly string[];
  readonly config: Pick<Config, 'storeDir' | 'refreshNotices' | 'sourcesNotices'>;
  readonly indexAvis: Assemblage['indexAvis'];
  readonly pousser: BotFramework['pousser'];
  /** Le vrai temps, sauf dans les essais. */
  readonly horloge?: Horloge;
  readonly hasard?: () => number;
  readonly signaler?: typeof signalerAuJournal;
}

/** Contrats relus en arrière, comme la commande. */
const MOIS = 48;
/** Un import fait par une autre commande est vu, et un envoi reporté repart, à ce rythme. */
const RYTHME_ENVOIS = 60_000;

/** Le vrai temps. */
export const HORLOGE: Horloge = {
  maintenant: () => new Date(),
  programmer(attente, action) {
    const minuterie = setTimeout(action, attente);
    minuterie.unref();
    return () => clearTimeout(minuterie);
  },
};

/** Prépare l'actualisation et les envois ; rien ne commence avant `demarrer`. */
export const createActualisation = ({
  store,
  departements,
  config: { storeDir, refreshNotices, sourcesNotices },
  indexAvis,
  pousser,
  horloge = HORLOGE,
  hasard = Math.random,
  signaler = signalerAuJournal,
}: OptionsActualisationService): Actualisation => {
  const { maintenant, programmer } = horloge;
  const jour = (): string => ecrireHeureLocale(maintenant()).slice(0, 10);
  const envoyer = createEnvois({
    ...store,
    index: indexAvis,
    ecrire: (lues) => ({ texte: nouvelles(lues) }),
    pousser,
    maintenant,
    jour,
    signaler,
  });
  const prevenir = async (): Promise<void> => {
    try {
      await envoyer();
    } catch (cause) {
      signaler('alerts-not-sent', { cause: cause instanceof Error ? cause.name : typeof cause });
    }
  };

  let enCours = false;
  const actualiser = async (): Promise<ResultatActualisation | null> => {
    enCours = true;
    signaler('notices-refresh-started');
    try {
      const resultat = await actualiserNotices({
        sources: sourcesNotices,
        departements,
        aujourdhui: jour(),
        mois: MOIS,
        dossier: storeDir,
        maintenant,
        fetch,
        attendre: (duree) => new Promise<void>((resolve) => programmer(duree, resolve)),
        ecrire: async (avis) => {
          await store.avis.put(avis);
        },
      });
      const { issue = 'busy', lus = 0, refuses = 0 } = resultat ?? {};
      signaler('notices-refresh-ended', { outcome: issue, read: String(lus), refused: String(refuses) });
      return resultat;
    } finally {
      enCours = false;
      await prevenir();
    }
  };

  let arreter = (): void => undefined;
  let prochaine = (): string | null => null;
  const surveiller = (): void => {
    const decommander = programmer(RYTHME_ENVOIS, () => void prevenir().then(surveiller));
    arreter = () => decommander();
  };
  return {
    demarrer() {
      void prevenir().then(surveiller);
      if (refreshNotices === 'off') return;
      const plan = planifier({
        heure: refreshNotices.heure,
        dernier: () => lireResultat(storeDir),
        actualiser,
        horloge,
        hasard,
        signaler,
      });
      prochaine = plan.prochaine;
    },
    arreter: () => arreter(),
    etat: () => ({
      heure: refreshNotices === 'off' ? null : refreshNotices.heure,
      prochaine: prochaine(),
      enCours,
      derniere: lireResultat(storeDir),
    }),
  };
};
