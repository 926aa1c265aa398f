import type { Secteur } from '../../domain/marches.ts';
import { decouper, distance, type Mot, plier } from '../normaliser.ts';

/** Mots de la demande elle-même, jamais corrigés en un mot de famille d'achat. */
const DEMANDE = new Set(
  'marche marches reserve reserves reservee reservation avis appel appels offre offres consultation public publics ouvert ouverts cloture clotures insertion handicap structure structures entreprise entreprises adaptee adaptees region departement commune autour secteur chercher trouver montre liste quels quelles bonjour merci contrat contrats'.split(
    ' ',
  ),
);
const LIENS = new Set(['de', 'des', 'du', 'd', 'la', 'le', 'les', 'l', 'et', 'en']);

const singulier = (mot: string): string => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot);

const tolerance = (mot: string): number => (mot.length >= 9 ? 2 : mot.length >= 6 ? 1 : 0);

const ressemble = (dit: string, attendu: string): boolean => {
  const [a, b] = [singulier(dit), singulier(attendu)];
  if (a === b) return true;
  if (DEMANDE.has(dit) || a[0] !== b[0]) return false;
  return distance(a, b, 2) <= Math.min(tolerance(dit), tolerance(attendu));
};

const partiesDe = (expression: string): string[] =>
  decouper(expression)
    .flatMap(({ plie }) => plie.split(/[-']/))
    .filter((mot) => !LIENS.has(mot));

/** Lettres reconnues si l'expression est dite à partir du mot `place`, sinon 0 ; exactes, elles pèsent plus. */
const reconnaitre = (mots: readonly string[], place: number, parties: readonly string[]): number => {
  let poids = 0;
  for (const [rang, partie] of parties.entries()) {
    const dit = mots[place + rang];
    if (dit === undefined || !ressemble(dit, partie)) return 0;
    poids += partie.length + (singulier(dit) === singulier(partie) ? 0.5 : 0);
  }
  return poids;
};

/** Famille d'achat nommée par un message, la plus longue expression l'emportant ; null si aucune. */
export const lireSecteur = (mots: readonly Mot[], secteurs: readonly Secteur[]): string | null => {
  const dits = mots.flatMap(({ plie }) => plie.split(/[-']/)).filter((mot) => !LIENS.has(mot));
  let meilleur: { readonly id: string; readonly poids: number } | null = null;
  for (const { id, nom, mots: noms } of secteurs)
    for (const expression of [...noms, nom]) {
      const parties = partiesDe(plier(expression));
      if (parties.length === 0) continue;
      for (const place of dits.keys()) {
        const poids = reconnaitre(dits, place, parties);
        if (poids > (meilleur?.poids ?? 0)) meilleur = { id, poids };
      }
    }
  return meilleur?.id ?? null;
};
