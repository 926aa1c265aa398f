import { z } from 'zod';
import type { Jour } from '../../../domain/dates.ts';
import type { Avis } from '../../../domain/marches.ts';
import { direErreur, lireTexte } from '../lire-un.ts';
import { Rangement } from '../rangement.ts';
import type { Objet } from '../valeurs.ts';
import { lirePage, type Reseau } from './page.ts';
import type { Tache } from './taches.ts';

/** Ce qui est retenu d'une tâche : où elle s'est arrêtée, et l'étiquette de sa première page. */
export const EtatTache = z.strictObject({
  offset: z.number().int().min(0),
  etag: z.string().nullable(),
  finie: z.boolean(),
  /** Ce qui était demandé : sous une autre demande, ni la place ni l'étiquette ne valent. */
  ou: z.string().default(''),
});
export const EtatMoisson = z.record(z.string(), EtatTache);
export type EtatMoisson = z.infer<typeof EtatMoisson>;

export interface OptionsMoisson extends Reseau {
  readonly aujourdhui: Jour;
  readonly ecrire: (avis: readonly Avis[]) => Promise<void>;
  /** Met en sûreté où l'on en est, après chaque page écrite. */
  readonly retenir: (etat: EtatMoisson) => Promise<void>;
}

/** Ce qu'une tâche a donné. */
export interface BilanTache {
  readonly nom: string;
  readonly lus: number;
  readonly refuses: readonly string[];
  readonly issue: 'finie' | 'inchangee' | 'deja-finie' | 'interrompue';
  readonly raison: string | null;
}

const TAILLE_PAGE = 100;
/** OpenDataSoft ne va pas au-delà. */
const PLUS_LOIN = 10_000;
const PAUSE = 400;

const adresse = ({ base, jeu, ou, tri }: Tache, offset: number): string => {
  const url = new URL(`/api/explore/v2.1/catalog/datasets/${jeu}/records`, base);
  url.search = new URLSearchParams({
    where: ou,
    order_by: tri,
    limit: String(TAILLE_PAGE),
    offset: String(offset),
  }).toString();
  return url.href;
};

interface PageLue {
  readonly avis: Avis[];
  readonly refus: string[];
}

const lireEnregistrements = (enregistrements: readonly Objet[], rangement: Rangement, aujourdhui: Jour): PageLue => {
  const lue: PageLue = { avis: [], refus: [] };
  for (const enregistrement of enregistrements)
    try {
      lue.avis.push(...rangement.ranger(lireTexte(JSON.stringify(enregistrement), aujourdhui)));
    } catch (erreur) {
      lue.refus.push(direErreur(erreur));
    }
  return lue;
};

/** Suit une tâche de là où elle s'était arrêtée ; une panne laisse l'état à la dernière page écrite. */
export const moissonner = async (tache: Tache, etat: EtatMoisson, options: OptionsMoisson): Promise<BilanTache> => {
  const { aujourdhui, ecrire, retenir } = options;
  const avant = etat[tache.nom];
  const bilan = { nom: tache.nom, lus: 0, refuses: [], raison: null };
  if (avant?.finie === true && tache.definitive) return { ...bilan, issue: 'deja-finie' };
  const meme = avant?.ou === tache.ou;
  const reprise = avant === undefined || avant.finie || !meme ? 0 : avant.offset;
  let etag = avant?.etag ?? null;
  let lus = 0;
  const refuses: string[] = [];
  const rangement = new Rangement();
  const rendre = (issue: BilanTache['issue'], raison: string | null): BilanTache => ({
    nom: tache.nom,
    lus,
    refuses,
    issue,
    raison,
  });
  for (let offset = reprise; offset + TAILLE_PAGE <= PLUS_LOIN; offset += TAILLE_PAGE) {
    const connue = offset === 0 && avant?.finie === true && meme ? etag : null;
    const page = await lirePage(adresse(tache, offset), connue, options);
    if (page.genre === 'inchangee') return rendre('inchangee', null);
    if (page.genre === 'echec') return rendre('interrompue', page.raison);
    const { avis, refus } = lireEnregistrements(page.enregistrements, rangement, aujourdhui);
    lus += page.enregistrements.length;
    refuses.push(...refus);
    if (refus.length > 1 && refus.length * 2 > page.enregistrements.length)
      return rendre('interrompue', `le format a changé : ${refus[0] ?? ''}`);
    const finie = page.enregistrements.length < TAILLE_PAGE || offset + TAILLE_PAGE >= page.total;
    await ecrire(finie ? [...avis, ...rangement.finir()] : avis);
    if (offset === 0) etag = page.etag;
    etat[tache.nom] = { offset: finie ? 0 : offset + TAILLE_PAGE, etag, finie, ou: tache.ou };
    await retenir(etat);
    if (finie) return rendre('finie', null);
    await options.attendre(PAUSE);
  }
  return rendre('interrompue', 'plus de 10 000 enregistrements : découpez la période');
};
