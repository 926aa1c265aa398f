import { rattacher } from '../rattachement.ts';
import type { Commune, Facilitateur } from '../territoire.ts';
import type { Territoire } from '../territoire-index.ts';
import { estLocale } from './couverture.ts';

/** Le chef-lieu d'un pays : assez grand pour être connu, assez petit pour qu'on se demande qui le suit. */
const HABITANTS = { moins: 8_000, plus: 20_000 } as const;

/** La commune que donnent en exemple l'accueil et l'aide : la ville d'une petite agglomération, suivie sur place si possible. */
export const communeExemple = (annuaire: readonly Facilitateur[], territoire: Territoire): Commune | null => {
  const homonymes = new Map<string, number>();
  for (const { nom } of territoire.communes) homonymes.set(nom, (homonymes.get(nom) ?? 0) + 1);
  const villes = territoire.epcis
    .flatMap(({ code }) => territoire.communesDeLEpci(code)[0] ?? [])
    .filter(({ nom }) => homonymes.get(nom) === 1)
    .toSorted((a, b) => b.population - a.population || a.code.localeCompare(b.code));
  const moyennes = villes.filter(({ population }) => population >= HABITANTS.moins && population <= HABITANTS.plus);
  const suivie = moyennes.find((commune) =>
    estLocale(rattacher({ type: 'commune', commune }, annuaire, territoire).regle),
  );
  return suivie ?? moyennes[0] ?? villes[0] ?? null;
};
