import { accorder, formatHeures } from '../kit/format.ts';

/** La saisie en une phrase, au-dessus de la carte qui en montre le détail. */
export const abrege = (lignes: readonly string[], total: number): string =>
  lignes.length === 1
    ? `${lignes[0]} : je l’enregistre ?`
    : `${accorder(lignes.length, 'ligne')}, **${formatHeures(total)}** en tout${lignes.length > LIGNES_ABREGEES ? '' : ` (${lignes.join(' ; ')})`} : je les enregistre ?`;

const LIGNES_ABREGEES = 5;

export const noteCarte =
  'Vous pouvez aussi répondre « oui », « annule », ou corriger en une phrase (« non, 28 et pas 35 »).';

export const titreCarte = 'Heures d’insertion à enregistrer';

export const carteAncienne =
  'Cette carte est ancienne : ses heures sont déjà enregistrées ou abandonnées. Rien n’a changé.';

export const carteEnregistree =
  'Cette carte est ancienne : ses heures sont **déjà enregistrées**, une seule fois. Rien n’a changé. Pour les corriger, dites par exemple « en fait c’était 28 h ».';

export const carteAbandonnee =
  'Cette carte est ancienne : sa saisie a été **abandonnée**, rien n’a été enregistré. Redites-la en une phrase pour recommencer.';

export const carteEnAttente =
  'Cette carte est celle d’une saisie mise en attente : elle revient dès que celle-ci est finie. Rien n’a changé.';

export const carteDepassee = 'Cette carte est ancienne : la saisie a changé depuis. Voici où elle en est.';

export const DU = 'Premier jour';

export const AU = 'Dernier jour';

export const heuresDeLigne = (rang: number, personne: string): string => `Heures de la ligne ${rang} (${personne})`;

export const MODIFIER = 'Modifier';

export const ENREGISTRER = 'Enregistrer';

export const ABANDONNER = 'Abandonner';
