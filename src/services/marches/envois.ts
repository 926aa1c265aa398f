import type { Reponse } from '../../../dialogs/kit/reply.ts';
import type { Jour } from '../../domain/dates.ts';
import {
  type AlerteMarches,
  cleEnvoi,
  type EnvoiMarches,
  empreinteAvis,
  lireNouvelles,
  type Nouvelle,
  oublier,
  preparerEnvois,
  reporter,
  retenir,
} from '../../domain/marches/alertes.ts';
import { type CanalMarches, cleCanal, type Remise } from '../../domain/marches/canal.ts';
import type { IndexAvis } from '../../domain/marches/index-avis.ts';
import { estOuvert } from '../../domain/marches/suivi.ts';
import type { Collection } from '../../store/port.ts';

/** Une alerte et ce qu'il faut en dire. */
export interface AlerteADire {
  readonly alerte: AlerteMarches;
  readonly nouvelles: readonly Nouvelle[];
}

export interface SourcesEnvois {
  readonly alertes: Collection<AlerteMarches>;
  readonly envois: Collection<EnvoiMarches>;
  readonly canaux: Collection<CanalMarches>;
  readonly index: () => Promise<IndexAvis>;
  /** Le message tel qu'on le lit. */
  readonly ecrire: (lues: readonly AlerteADire[]) => Reponse;
  readonly pousser: (canal: CanalMarches, reponse: Reponse) => Promise<Remise>;
  readonly maintenant: () => Date;
  readonly jour: () => Jour;
  readonly signaler: (evenement: string, details: Readonly<Record<string, string>>) => void;
}

/** Nouvelles dont l'envoi, s'il existe, est dans un de ces états. */
const trier = async (
  envois: Collection<EnvoiMarches>,
  { alerte, nouvelles }: AlerteADire,
  admis: (envoi: EnvoiMarches | null) => boolean,
): Promise<Nouvelle[]> => {
  const triees: Nouvelle[] = [];
  for (const nouvelle of nouvelles) if (admis(await envois.find(cleEnvoi(alerte, nouvelle)))) triees.push(nouvelle);
  return triees;
};

/** Nouvelles à dire à une visite : celles que Teams n'a pas reçues et ne va pas recevoir. */
export const sansEnvoi = (envois: Collection<EnvoiMarches>, lue: AlerteADire): Promise<Nouvelle[]> =>
  trier(envois, lue, (envoi) => envoi === null || envoi.statut === 'abandonne');

/** Prépare ce que les alertes ont de neuf pour les personnes joignables ; rend le nombre d'envois préparés. */
const preparer = async ({ alertes, envois, canaux, index, maintenant, jour }: SourcesEnvois): Promise<number> => {
  const avis = await index();
  let prepares = 0;
  for (const alerte of await alertes.all()) {
    const canal = alerte.active ? await canaux.find(cleCanal(alerte)) : null;
    if (canal?.statut !== 'joignable') continue;
    const nouvelles = await trier(
      envois,
      { alerte, nouvelles: lireNouvelles(alerte, avis, jour()) },
      (envoi) => envoi === null,
    );
    if (nouvelles.length === 0) continue;
    // D'abord l'envoi, ensuite l'alerte : coupé entre les deux, rien n'est perdu, et la clé empêche le doublon.
    await envois.put(preparerEnvois(alerte, nouvelles, maintenant().toISOString()));
    await alertes.put([retenir(alerte, nouvelles)]);
    prepares += nouvelles.length;
  }
  return prepares;
};

/** Relit ce qu'il faut dire : un avis clos depuis, une alerte arrêtée ne se disent plus. */
const relire = async (
  dus: readonly EnvoiMarches[],
  { alertes, index, jour }: SourcesEnvois,
): Promise<{ readonly lues: AlerteADire[]; readonly dits: EnvoiMarches[] }> => {
  const avis = await index();
  const parAlerte = new Map<string, { alerte: AlerteMarches; nouvelles: Nouvelle[] }>();
  const dits: EnvoiMarches[] = [];
  for (const envoi of dus) {
    const alerte = await alertes.find(envoi.alerte);
    const suivi = avis.trouver(envoi.avis);
    if (alerte?.active !== true || suivi === null) continue;
    if (envoi.genre === 'nouveau' && !estOuvert(suivi, jour())) continue;
    const lue = parAlerte.get(alerte.id) ?? { alerte, nouvelles: [] };
    parAlerte.set(alerte.id, lue);
    lue.nouvelles.push({ genre: envoi.genre, avis: suivi.avis, empreinte: empreinteAvis(suivi) });
    dits.push(envoi);
  }
  return { lues: [...parAlerte.values()], dits };
};

const abandonner = (envois: readonly EnvoiMarches[], note: string): EnvoiMarches[] =>
  envois.map((envoi) => ({ ...envoi, statut: 'abandonne' as const, note }));

/** Rend à la prochaine visite ce qui n'a pas pu être poussé. */
const rendreALaVisite = async (envois: readonly EnvoiMarches[], { alertes }: SourcesEnvois): Promise<void> => {
  for (const id of new Set(envois.map(({ alerte }) => alerte))) {
    const alerte = await alertes.find(id);
    const avis = envois.filter((envoi) => envoi.alerte === id).map((envoi) => envoi.avis);
    if (alerte !== null) await alertes.put([oublier(alerte, avis)]);
  }
};

/** Envoie en un message tout ce qui est dû à une conversation. */
const envoyerA = async (canal: CanalMarches, dus: readonly EnvoiMarches[], sources: SourcesEnvois): Promise<void> => {
  const { envois, canaux, maintenant, signaler } = sources;
  const { lues, dits } = await relire(dus, sources);
  await envois.put(
    abandonner(
      dus.filter((envoi) => !dits.includes(envoi)),
      'sans objet : avis clos ou alerte arrêtée',
    ),
  );
  if (dits.length === 0) return;
  await envois.put(dits.map((envoi) => ({ ...envoi, statut: 'en-cours' })));
  const remise = await sources.pousser(canal, sources.ecrire(lues));
  signaler('alert-pushed', { outcome: remise, count: String(dits.length) });
  if (remise === 'remis') await envois.put(dits.map((envoi) => ({ ...envoi, statut: 'envoye' })));
  else if (remise === 'incertain') await envois.put(abandonner(dits, 'liaison coupée, issue inconnue'));
  else if (remise === 'perdu') {
    await canaux.put([{ ...canal, statut: 'perdu' }]);
    await envois.put(abandonner(dits, 'conversation perdue'));
    await rendreALaVisite(dits, sources);
  } else {
    const reportes = dits.map((envoi) => reporter(envoi, maintenant()));
    await envois.put(reportes);
    await rendreALaVisite(
      reportes.filter(({ statut }) => statut === 'abandonne'),
      sources,
    );
  }
};

const envoyer = async (sources: SourcesEnvois): Promise<void> => {
  const instant = sources.maintenant().toISOString();
  const dus = (await sources.envois.all()).filter(
    ({ statut, apres }) => statut === 'a-envoyer' && (apres === null || apres <= instant),
  );
  const parCanal = new Map<string, EnvoiMarches[]>();
  for (const envoi of dus) parCanal.set(cleCanal(envoi), [...(parCanal.get(cleCanal(envoi)) ?? []), envoi]);
  for (const [cle, siens] of parCanal) {
    const canal = await sources.canaux.find(cle);
    if (canal?.statut === 'joignable') await envoyerA(canal, siens, sources);
    else {
      await sources.envois.put(abandonner(siens, 'conversation perdue'));
      await rendreALaVisite(siens, sources);
    }
  }
};

/** Prépare puis envoie, un passage à la fois ; le premier solde ce qu'un arrêt a laissé en suspens. */
export const createEnvois = (sources: SourcesEnvois): (() => Promise<number>) => {
  let file: Promise<unknown> = Promise.resolve();
  let solde = false;
  const passer = async (): Promise<number> => {
    if (!solde) {
      const suspendus = (await sources.envois.all()).filter(({ statut }) => statut === 'en-cours');
      await sources.envois.put(abandonner(suspendus, 'arrêt pendant l’envoi, issue inconnue'));
      solde = true;
    }
    const prepares = await preparer(sources);
    await envoyer(sources);
    return prepares;
  };
  return () => {
    const passage = file.then(passer);
    file = passage.catch(() => undefined);
    return passage;
  };
};
