import { plier } from '../normaliser.ts';

/** Ce qu'une colonne de tableur contient. */
export type Colonne =
  | 'nom'
  | 'prenom'
  | 'beneficiaire'
  | 'heures'
  | 'date'
  | 'du'
  | 'au'
  | 'semaine'
  | 'operation'
  | 'entreprise'
  | 'public'
  | 'sexe'
  | 'autre';

const ENTETES: readonly (readonly [Colonne, RegExp])[] = [
  ['prenom', /^prenom/],
  ['nom', /^noms?$|^nom de famille/],
  [
    'beneficiaire',
    /^(?:beneficiaire|participant|salarie|personne|code|matricule|identifiant|nom (?:et )?prenom|prenom (?:et )?nom|id$|stagiaire)/,
  ],
  ['heures', /^(?:heures?|nb|nbre|nombre|h$|hrs|duree|total|volume|quantite)/],
  ['du', /^(?:du|debut|date (?:de )?debut|de)$/],
  ['au', /^(?:au|fin|date (?:de )?fin|a)$/],
  ['semaine', /^(?:semaine|sem\.?|n° ?semaine)$/],
  ['date', /^(?:date|jour|periode|mois|quand)/],
  ['operation', /^(?:operation|chantier|marche|site|lieu|projet|lot)/],
  ['entreprise', /^(?:entreprise|societe|employeur|titulaire)/],
  ['public', /^(?:public|statut|categorie|critere|profil|eligibilite)/],
  ['sexe', /^(?:sexe|genre|civilite|h\/f|f\/h)/],
];

/** Ce qu'un en-tête annonce. */
export const colonneDe = (cellule: string): Colonne => {
  const plie = plier(cellule).trim();
  return ENTETES.find(([, motif]) => motif.test(plie))?.[0] ?? 'autre';
};
