/** Ce qu'un message demande au registre, hors une nouvelle saisie. */
export type DemandeRegistre =
  | { readonly type: 'historique' }
  | { readonly type: 'annuler-correction' }
  /** Corriger une saisie passée, désignée par sa personne ou sa date. */
  | { readonly type: 'corriger' }
  /** `mois` : `AAAA-MM`, ou null s'il n'est pas dit. */
  | { readonly type: 'valider' | 'rouvrir'; readonly mois: string | null };
