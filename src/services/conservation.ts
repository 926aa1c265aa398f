import type { Ecriture, Origine } from '../domain/heures.ts';
import { codesPerimes, PREFIXE_ANONYME } from '../domain/indicateurs/conservation.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { prochainPassage } from '../domain/marches/horaire.ts';
import type { Store } from '../store/port.ts';
import { anonymiser } from './anonymiser.ts';
import type { Horloge } from './marches/planifier.ts';

/** Chaque nuit, heure de Paris, quand personne ne saisit. */
const HEURE = '03:40';

export interface OptionsConservation {
  readonly store: Store;
  /** Durée de conservation, en mois. */
  readonly mois: number;
}

/**
 * Anonymise les personnes dont rien n'a été écrit depuis la durée de conservation ; recommencer ne change rien.
 * Le registre garde la trace de chaque anonymisation, sans le code d'avant.
 * @param canal qui l'a demandé : `service` ou `commande`
 * @returns nombre de personnes anonymisées ; ou à anonymiser, si `essai`
 */
export const appliquerConservation = async (
  { store, mois }: OptionsConservation,
  { le, canal, essai = false }: { readonly le: Date; readonly canal: string; readonly essai?: boolean },
): Promise<number> => {
  const instant = le.toISOString();
  const { lignes } = await store.registre.index();
  const codes = codesPerimes({ lignes, faits: await store.parcours.all() }, mois, instant.slice(0, 10));
  const origine: Origine = { auteur: 'conservation', canal, message: `${mois} mois`, le: instant };
  if (essai) return codes.length;
  await store.registre.append(interrompues(lignes, origine));
  if (codes.length > 0) await anonymiser(codes, { store, origine });
  return codes.length;
};

/** Un arrêt entre le remplacement d'un code et sa note laisse des lignes anonymes que rien ne dit telles : on le note. */
const interrompues = (lignes: TableLignes, origine: Origine): Ecriture[] => {
  const { colonnes } = lignes;
  const anonymes = colonnes.beneficiaires.textes.map((code) => code.startsWith(PREFIXE_ANONYME));
  const saisies = new Map<string, string[]>();
  for (let rang = 0; rang < colonnes.taille; rang += 1) {
    const numero = colonnes.beneficiaire[rang] ?? 0;
    if (colonnes.active[rang] !== 1 || anonymes[numero] !== true) continue;
    const id = lignes.idDe(rang);
    if (lignes.anonyme(id)) continue;
    const code = colonnes.beneficiaires.texte(numero);
    saisies.set(code, [...(saisies.get(code) ?? []), id]);
  }
  return [...saisies].map(([vers, ids]) => ({
    type: 'anonymisation',
    id: `anonymisation/${vers}/reprise`,
    vers,
    saisies: ids,
    origine,
  }));
};

export interface OptionsConservationService extends OptionsConservation {
  readonly horloge: Horloge;
  readonly signaler: (evenement: string, details: Readonly<Record<string, string>>) => void;
}

/** Anonymisation automatique du service, une fois par nuit ; rend de quoi l'arrêter. */
export const programmerConservation = (options: OptionsConservationService): (() => void) => {
  const { horloge, signaler, mois } = options;
  let decommander = (): void => undefined;
  let arrete = false;
  const passer = async (): Promise<void> => {
    try {
      const persons = await appliquerConservation(options, { le: horloge.maintenant(), canal: 'service' });
      signaler('retention-applied', { months: String(mois), persons: String(persons) });
    } catch (cause) {
      signaler('retention-failed', { cause: cause instanceof Error ? cause.name : typeof cause });
    }
    attendre();
  };
  const attendre = (): void => {
    if (arrete) return;
    const maintenant = horloge.maintenant().getTime();
    decommander = horloge.programmer(prochainPassage(maintenant, HEURE) - maintenant, () => void passer());
  };
  attendre();
  return () => {
    arrete = true;
    decommander();
  };
};
