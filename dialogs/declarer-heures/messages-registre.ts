import type { Origine, Sortie } from '../../src/domain/heures.ts';
import { accorder, formatHeures, formatJour, formatListe, formatMois } from '../kit/format.ts';
import type { Choix } from '../kit/reply.ts';
import type { EtatMois } from '../services/registre.ts';

export const OUI_NON: readonly Choix[] = [
  { titre: 'Oui', valeur: 'oui' },
  { titre: 'Non', valeur: 'non' },
];

export const moisVerrouille = (mois: readonly string[]): string =>
  `Le mois de ${formatListe(mois.map(formatMois))} est validé : seule la coordination peut encore corriger ou annuler ses lignes. Dites-lui ce qu’il faut changer. Rien n’a changé.`;

export const aucuneCorrection = 'Je ne trouve aucune correction de votre part à défaire.';

export const correctionGardee = 'D’accord, la correction est conservée.';

export const retablir = (apres: string, avant: string): string =>
  `Défaire cette correction ?\n\n- aujourd’hui : ${apres}\n- redeviendrait : ${avant}\n\nRépondez **oui** ou **non**.`;

export const retablie = (avant: string): string =>
  `La correction est annulée, la ligne est de nouveau : ${avant}. Tout est gardé dans l’historique.`;

export const avantApres = (paires: readonly { readonly avant: string; readonly apres: string }[]): string =>
  paires.map(({ avant, apres }) => `- avant : ${avant}\n- après : ${apres}`).join('\n\n');

export const corrigerCela = 'Je corrige la saisie enregistrée ? Répondez **oui** ou **non**, ou redites la correction.';

export const corrigee = (lignes: readonly string[]): string =>
  `C’est corrigé : ${lignes.join(' ; ')}. La première version reste dans l’historique ; « annule la correction » y revient.`;

export const correctionLaissee =
  'C’est une nouvelle saisie : la correction proposée est laissée de côté, la ligne enregistrée ne change pas.';

export const rienChange = 'La ligne disait déjà cela : rien n’a changé.';

export const rienACorriger = 'Je ne trouve aucune saisie à corriger : vous n’avez rien enregistré.';

export const rienPour = (code: string): string => `Je ne trouve aucune saisie de ${code} que vous puissiez corriger.`;

export const quoiCorriger = (lignes: readonly string[]): string =>
  `Que faut-il corriger ? Voici la saisie :\n\n${lignes.map((ligne) => `- ${ligne}`).join('\n')}\n\nPar exemple « 28 h », « c’était du 2 au 6 novembre ».`;

export const validationReservee =
  'Valider ou rouvrir un mois est réservé à la coordination. Vos saisies restent modifiables tant que le mois n’est pas validé.';

export const moisFutur = (mois: string): string => `${formatMois(mois)} n’a pas commencé : il n’y a rien à valider.`;

export const dejaValide = (mois: string, le: string): string =>
  `${formatMois(mois)} est déjà validé depuis le ${formatJour(le.slice(0, 10))}. Pour y revenir : « rouvre ${formatMois(mois)} ».`;

export const pasValide = (mois: string): string => `${formatMois(mois)} n’est pas validé : ses lignes peuvent changer.`;

export const confirmerMois = (action: 'valider' | 'rouvrir', etat: EtatMois, enCours: boolean): string => {
  const contenu = `**${formatMois(etat.mois)}** : ${accorder(etat.lignes, 'ligne')}, ${formatHeures(etat.heures)}, ${accorder(etat.personnes, 'personne')}, ${accorder(etat.operations, 'opération')} (une ligne compte au mois de son dernier jour).`;
  if (action === 'rouvrir')
    return `${contenu}\n\nRouvrir ce mois ? Les facilitateurs pourront de nouveau changer ses lignes.`;
  const prudence = enCours ? '\n\n⚠ Ce mois n’est pas fini : des heures peuvent encore s’y ajouter.' : '';
  return `${contenu}${prudence}\n\nValider ce mois ? Seule la coordination pourra ensuite corriger ou annuler ses lignes. Répondez **oui** ou **non**.`;
};

export const moisInchange = (mois: string): string => `D’accord, rien ne change pour ${formatMois(mois)}.`;

export const moisFait = (action: 'valider' | 'rouvrir', mois: string): string =>
  action === 'valider'
    ? `C’est validé : ${formatMois(mois)}. Ses lignes ne changent plus que par la coordination.`
    : `C’est rouvert : ${formatMois(mois)}. L’histoire de la validation est gardée.`;

/** Rappels d'une question restée sans réponse. */
export const EN_ATTENTE = {
  annulation: 'Vous n’avez pas répondu : faut-il **annuler** la saisie montrée plus haut ? oui ou non ?',
  correction: 'Vous n’avez pas répondu : faut-il **corriger** la saisie montrée plus haut ? oui ou non ?',
  retablissement: 'Vous n’avez pas répondu : faut-il **défaire la correction** montrée plus haut ? oui ou non ?',
  mois: 'Vous n’avez pas répondu pour le mois montré plus haut : oui ou non ?',
} as const;

export const RIEN = 'rien';
export const SITUATION = 'Situation à la sortie';

export const SORTIES: Readonly<Record<Sortie, string>> = {
  CDI: 'CDI',
  CDD_6_MOIS: 'CDD de six mois et plus',
  CDD_COURT: 'CDD de moins de six mois',
  INTERIM: 'intérim',
  FORMATION: 'formation',
  RECHERCHE: 'recherche d’emploi',
};

export const changement = (nom: string, avant: string, apres: string): string =>
  `${nom.toLowerCase()} : ${avant} → ${apres}`;

export const FAITS = {
  saisie: (ligne: string): string => `saisie : ${ligne}`,
  annulation: (ligne: string): string => `annulation : ${ligne}`,
  correction: (ligne: string, changements: readonly string[]): string =>
    `correction (${changements.join(', ') || 'sans changement'}) : ${ligne}`,
  retablissement: (ligne: string, changements: readonly string[]): string =>
    `correction défaite (${changements.join(', ') || 'sans changement'}) : ${ligne}`,
} as const;

const CANAUX: Readonly<Record<string, string>> = {
  msteams: 'Teams',
  directline: 'la page web',
  webchat: 'la page web',
  console: 'le terminal',
  emulator: 'le client d’essai',
};

const ROLES = {
  visiteur: 'visiteur',
  facilitateur: 'facilitateur',
  coordinateur: 'coordination',
  administrateur: 'administration',
} as const;

/** Qui, sans jamais nommer personne : le rôle et le libellé du compte au moment de l'écriture. */
const direAuteur = ({ auteur, role, libelle, vous }: Origine & { readonly vous: boolean }): string => {
  if (auteur.startsWith('import:')) return `import du fichier ${auteur.slice('import:'.length)}`;
  if (auteur === 'demonstration') return 'jeu de démonstration';
  const qui = [role && ROLES[role], libelle && `« ${libelle} »`].filter(Boolean).join(' ') || 'un compte';
  return vous ? `vous (${qui})` : qui;
};

export const ligneHistorique = (fait: Origine & { readonly vous: boolean; readonly quoi: string }): string => {
  const heure = fait.le.slice(11, 16).replace(':', ' h ');
  const canal =
    fait.auteur.startsWith('import:') || fait.auteur === 'demonstration'
      ? ''
      : `, par ${CANAUX[fait.canal] ?? fait.canal}`;
  return `- ${formatJour(fait.le.slice(0, 10))} à ${heure}, ${direAuteur(fait)}${canal} — ${fait.quoi}`;
};

export const historique = (titre: string | null, lignes: readonly string[], nombre: number): string => {
  const debut = titre === null ? '**Historique de la dernière saisie**' : `**Historique de ${titre}**`;
  const reste = nombre > lignes.length ? ` (les ${lignes.length} derniers faits sur ${nombre})` : '';
  return `${debut}${reste} :\n\n${lignes.join('\n')}`;
};

export const historiqueVide = (titre: string | null): string =>
  titre === null
    ? 'Je ne trouve aucune saisie récente : précisez une personne ou une opération (« historique P-0231 »).'
    : `Je n’ai aucune écriture pour ${titre} dans vos opérations.`;
