import type { Confiance } from '../../src/domain/droit.ts';

export const verifie = (jour: string): string => `_Vérifié le ${jour}._`;

/** Ce que vaut la réponse, dit quand ce n'est pas un texte lu. */
export const RESERVES: Readonly<Record<Confiance, string | null>> = {
  verifie: null,
  secondaire:
    'Fiabilité : lu dans une source secondaire, pas dans le texte officiel ; vérifiez avant de vous y appuyer.',
  pratique: 'Fiabilité : usage de terrain, pas une règle de droit ; à confirmer avec votre facilitateur.',
  lecture: 'Fiabilité : lecture prudente d’un texte, que votre service juridique peut confirmer.',
};

export const SOURCES = '**Sources**';

export const source = (rang: number, libelle: string, lien: string, date: string | null): string =>
  `- [${libelle}](${lien})${date ? ` — rédaction du ${date}` : ''} [${rang}]`;

export const hesitation =
  'Je veux être sûre de bien vous répondre. Votre question porte-t-elle sur l’un de ces points ?';

export const aucune =
  'Je n’ai pas la réponse à cette question : je réponds sur les clauses sociales d’insertion, les marchés réservés, les facilitateurs et les heures d’insertion, et je préfère me taire plutôt que de me tromper.\n\nPour le reste, votre service juridique (ou la direction des affaires juridiques de Bercy pour la commande publique) est la bonne porte. Votre question est gardée, sans donnée personnelle, pour les rédacteurs.';
