import type { AvisOuverts, ServiceMarches } from '../../dialogs/services.ts';
import { listerAcheteurs } from '../domain/marches/acheteurs-du-marche.ts';
import type { AlerteMarches, EnvoiMarches } from '../domain/marches/alertes.ts';
import { lireNouvelles } from '../domain/marches/alertes.ts';
import type { IndexAvis } from '../domain/marches/index-avis.ts';
import { listerSegments } from '../domain/marches/potentiel.ts';
import { chercherDans } from '../domain/marches/recherche.ts';
import { listerRetours } from '../domain/marches/retours.ts';
import { FiltreMarches, type Secteur } from '../domain/marches.ts';
import type { LectureLieu } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import { affinerFiltre } from '../nlu/marches/affiner.ts';
import { lireOrdreAlerte } from '../nlu/marches/alertes.ts';
import { lireDemandeMarches, lireHypothese, lireRang } from '../nlu/marches/demande.ts';
import { lireSuiteAvis } from '../nlu/marches/designer.ts';
import { lireLieuDesMarches, type RegionServie } from '../nlu/marches/lieux.ts';
import { type ContexteMarches, lireCriteres, lireFiltreMarches } from '../nlu/marches.ts';
import type { Collection } from '../store/port.ts';
import { type AlerteADire, sansEnvoi } from './marches/envois.ts';
import { situer } from './marches/lieux.ts';
import { listerPage, montrer } from './marches/ouvertes.ts';

export interface SourcesMarches {
  /** L'index des avis, à jour. */
  readonly index: () => Promise<IndexAvis>;
  readonly alertes: Collection<AlerteMarches>;
  readonly envois: Collection<EnvoiMarches>;
  readonly secteurs: readonly Secteur[];
  readonly territoire: Pick<Territoire, 'commune' | 'epci'>;
  readonly lireLieu: (texte: string) => LectureLieu;
  readonly region: RegionServie;
}

/** Lieux, métiers et pages d'avis, sur l'index que partagent les conversations. */
const createAvisOuverts = ({
  index: courant,
  secteurs,
  territoire,
  lireLieu,
  region,
}: SourcesMarches): AvisOuverts => ({
  lireLieu(texte) {
    const lieu = lireLieu(texte);
    const criteres = lireCriteres(`dans ${texte}`, { aujourdhui: '1970-01-01', secteurs: [], lieu, region });
    if (criteres.lieu === undefined) return null;
    const {
      departements,
      codesLieu,
      nomsLieu,
      lieu: nom,
    } = situer(FiltreMarches.parse(criteres), { texte, lieu, territoire });
    return { departements, codesLieu, nomsLieu, lieu: nom };
  },
  lireMetier: (texte) =>
    secteurs.find(({ id }) => id === texte)?.id ??
    lireFiltreMarches(texte, { aujourdhui: '1970-01-01', secteurs, lieu: { type: 'aucun' }, region }).secteur,
  lister: async (filtre, page, aujourdhui) => listerPage(await courant(), filtre, { ...page, aujourdhui }),
  async trouver(id, aujourdhui) {
    const suivi = (await courant()).trouver(id);
    return suivi === null ? null : montrer(suivi, aujourdhui);
  },
});

/** Recherche parmi les avis importés, et ce qu'on en tire : acheteurs, retours, potentiel, nouvelles d'alertes. */
export const createServiceMarches = (sources: SourcesMarches): ServiceMarches => {
  const { index: courant, alertes, envois, secteurs, territoire, lireLieu, region } = sources;
  const departements = region.departements.map(({ code }) => code);
  const contexte = (texte: string, aujourdhui: string): ContexteMarches => ({
    aujourdhui,
    secteurs,
    lieu: lireLieuDesMarches(texte, lireLieu),
    region,
  });
  const siennes = async (proprietaire: string): Promise<readonly AlerteMarches[]> =>
    (await alertes.all()).filter((alerte) => alerte.active && alerte.proprietaire === proprietaire);
  return {
    lireFiltre(texte, aujourdhui) {
      const lus = contexte(texte, aujourdhui);
      return situer(lireFiltreMarches(texte, lus), { texte, lieu: lus.lieu, territoire });
    },
    affiner(texte, precedent, aujourdhui) {
      const lus = contexte(texte, aujourdhui);
      const criteres = lireCriteres(texte, lus);
      const complet = affinerFiltre(texte, precedent, criteres);
      return complet === null || criteres.lieu === undefined
        ? complet
        : situer(complet, { texte, lieu: lus.lieu, territoire });
    },
    lireDemande: lireDemandeMarches,
    lireOrdreAlerte,
    lireRang,
    lireHypothese,
    lireSuiteAvis,
    async chercher(filtre, aujourdhui, page) {
      const index = await courant();
      const lu = chercherDans(index, filtre, {
        aujourdhui,
        region: departements,
        ...(page === undefined ? {} : { page }),
      });
      return { ...lu, importes: index.taille };
    },
    trouver: async (id) => (await courant()).trouver(id)?.avis ?? null,
    acheteurs: async (filtre, aujourdhui) => listerAcheteurs(await courant(), filtre, aujourdhui),
    retours: async (filtre, aujourdhui) => listerRetours(await courant(), filtre, aujourdhui),
    segments: async (filtre, aujourdhui) => listerSegments(await courant(), filtre, aujourdhui),
    alertes: siennes,
    async nouvelles(proprietaire, aujourdhui) {
      const lues = await siennes(proprietaire);
      // Sans alerte, un message n'attend pas l'index.
      if (lues.length === 0) return [];
      const index = await courant();
      const dites: AlerteADire[] = [];
      for (const alerte of lues) {
        const nouvelles = await sansEnvoi(envois, { alerte, nouvelles: lireNouvelles(alerte, index, aujourdhui) });
        if (nouvelles.length > 0) dites.push({ alerte, nouvelles });
      }
      return dites;
    },
    ouverts: createAvisOuverts(sources),
    secteur: (id) => secteurs.find((secteur) => secteur.id === id) ?? null,
  };
};
