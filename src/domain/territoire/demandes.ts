/** Ce qu'on peut demander de l'état du territoire. */
export type DemandeTerritoire = 'zones-blanches' | 'etat-des-lieux' | 'besoins';

/** Ce qu'un message veut changer à l'annuaire ; les noms sont tels que tapés. */
export type ChangementLu =
  | { readonly action: 'ajouter' | 'retirer'; readonly structure: string; readonly lieux: string }
  | { readonly action: ActionStructure; readonly structure: string };

/** Ce qui touche une structure sans changer ce qu'elle suit. */
export type ActionStructure = 'confirmer' | 'retirer-structure' | 'chef-de-file' | 'plus-chef-de-file';

/** Ce qu'un message demande à l'annuaire. */
export type DemandeAnnuaire =
  | { readonly type: 'historique' }
  | { readonly type: 'defaire' }
  | { readonly type: 'changer'; readonly changement: ChangementLu };
