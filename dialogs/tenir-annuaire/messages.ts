import type { ChangementAnnuaire, RefusCouverture } from '../../src/domain/territoire/annuaire-changements.ts';
import type { Differences } from '../../src/domain/territoire/differences.ts';
import type { Facilitateur, Lieu } from '../../src/domain/territoire.ts';
import { accorder, formatJour, formatListe, formatNombre } from '../kit/format.ts';

export const reserve =
  'L’annuaire est tenu par la coordination régionale : elle seule le change et en lit l’historique. Signalez-lui ce qui n’est plus juste.';

export const commentChanger =
  'Dites ce qui change, par exemple « la structure PLIE de Béthune couvre maintenant la CC du Ternois », « … ne couvre plus Roubaix », « … est chef de file », « je confirme la structure … » ou « retire … de l’annuaire ».';

export const structureInconnue = (saisie: string): string =>
  `Je ne trouve pas de structure nommée « ${saisie.trim().replace(/^(?:la |cette )?structure /, '')} » dans l’annuaire, qui tient des **structures**, jamais des personnes. Vérifiez le nom ; une structure nouvelle s’ajoute par le fichier de l’annuaire, que la personne qui administre Clausette importe.`;

export const changerContact =
  'Le téléphone et l’adresse d’une structure ne se changent pas encore dans la conversation : **rien n’a été modifié**. Corrigez la colonne « contact » du fichier de l’annuaire et remettez-le à la personne qui administre Clausette, qui l’importe après un récapitulatif. N’y mettez qu’un contact générique (accueil, boîte commune), jamais celui d’une personne.';

const enListe = (elements: readonly string[]): string => elements.map((element) => `- ${element}`).join('\n');

export const laquelle = (noms: readonly string[]): string =>
  `Plusieurs structures peuvent correspondre. Laquelle est la bonne ?\n\n${enListe(noms)}`;

export const sansLieu = 'Quel territoire ? Redites la phrase avec une commune, une intercommunalité ou un département.';

export const lieuInconnu = (saisie: string): string =>
  `Je ne connais pas « ${saisie} » : redites la phrase avec le nom exact ou le code INSEE.`;

export const lieuDehors = (nom: string): string => `${nom} n’est pas dans la région : je n’y tiens pas l’annuaire.`;

export const lieuAmbigu = (saisie: string, choix: readonly string[]): string =>
  `« ${saisie} » peut désigner plusieurs lieux. Redites la phrase avec le bon :\n\n${enListe(choix)}`;

export const nomDuLieu = (lieu: Lieu): string => {
  if (lieu.type === 'commune') return lieu.commune.nom;
  return lieu.type === 'epci' ? lieu.epci.nom : lieu.departement.nom;
};

export const lieuAvecCode = (lieu: Lieu): string =>
  lieu.type === 'commune' ? `${lieu.commune.nom}, code INSEE ${lieu.commune.code}` : nomDuLieu(lieu);

export const REFUS: Readonly<Record<RefusCouverture, (structure: string, lieu: string) => string>> = {
  deja: (structure, lieu) => `**${structure}** couvre déjà ${lieu} : rien ne change.`,
  'pas-couvert': (structure, lieu) => `**${structure}** ne couvre pas ${lieu} : rien ne change.`,
  'trop-large': (structure, lieu) =>
    `**${structure}** suit ${lieu} par un territoire plus large : retirez d’abord ce territoire, puis ajoutez ce qu’elle garde.`,
};

export const rienAChanger = (structure: string): string => `**${structure}** : l’annuaire le dit déjà, rien ne change.`;

const TYPES: Readonly<Record<Differences['type'], string>> = {
  creee: 'Nouvelle structure',
  changee: 'Changement',
  retiree: 'Retrait de l’annuaire',
};

export const recapitulatif = (structure: string, type: Differences['type']): string =>
  `**${TYPES[type]}** — ${structure}`;

export const lignes = (texte: {
  readonly gagne: readonly string[];
  readonly perd: readonly string[];
  readonly champs: readonly (keyof Facilitateur)[];
  readonly apres: Facilitateur;
}): string =>
  [
    texte.gagne.length > 0 ? `- couvrira : ${abreger(texte.gagne)}` : null,
    texte.perd.length > 0 ? `- ne couvrira plus : ${abreger(texte.perd)}` : null,
    texte.champs.includes('chefDeFile')
      ? `- ${texte.apres.chefDeFile ? 'devient chef de file' : 'n’est plus chef de file'}`
      : null,
    texte.champs.includes('verifie') ? '- sera montrée : elle attendait d’être confirmée' : null,
    texte.champs.includes('verifieLe') && texte.apres.verifieLe !== null
      ? `- information vérifiée le ${formatJour(texte.apres.verifieLe)}`
      : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('\n');

const NOMS_DITS = 8;

const abreger = (noms: readonly string[]): string =>
  noms.length <= NOMS_DITS
    ? formatListe(noms)
    : `${noms.slice(0, NOMS_DITS).join(', ')} et ${formatNombre(noms.length - NOMS_DITS)} autres`;

export const effetSurLesCommunes = (texte: {
  readonly gagnees: readonly string[];
  readonly perdues: readonly string[];
  readonly sansPersonne: readonly string[];
}): string =>
  [
    texte.gagnees.length > 0
      ? `${accorder(texte.gagnees.length, 'commune gagne', 'communes gagnent')} un facilitateur local.`
      : null,
    texte.perdues.length > 0
      ? `⚠ ${accorder(texte.perdues.length, 'commune perd son', 'communes perdent leur')} facilitateur local : ${abreger(texte.perdues)}.`
      : null,
    texte.sansPersonne.length > 0
      ? `⚠ ${accorder(texte.sansPersonne.length, 'commune n’aurait', 'communes n’auraient')} plus personne, pas même un Département.`
      : null,
  ]
    .filter((ligne) => ligne !== null)
    .join('\n\n');

export const confirmer = 'Est-ce exact ? Répondez oui pour changer l’annuaire, non pour ne rien changer.';

export const reprise = 'Le changement d’annuaire attend toujours votre accord : oui ou non ?';

export const rienChange = 'D’accord, l’annuaire reste comme il était.';

export const aChangeEntreTemps =
  'L’annuaire a changé entre-temps, je n’ai rien écrit : redemandez le changement pour revoir ce qu’il donne.';

export const enregistre = (structure: string): string =>
  `C’est fait : l’annuaire est à jour pour **${structure}**. « historique de l’annuaire » le montre, « annule le dernier changement d’annuaire » le défait.`;

export const historiqueVide =
  'L’annuaire n’a pas encore d’historique : aucun changement n’a été fait depuis la livraison.';

export const historique = (lignes_: readonly string[], total: number): string =>
  `**Historique de l’annuaire** (${accorder(total, 'changement')}) :\n\n${enListe(lignes_)}`;

const ORIGINES: Readonly<Record<ChangementAnnuaire['origine'], string>> = {
  import: 'import',
  conversation: 'conversation',
  annulation: 'annulation',
};

export const ligneHistorique = (
  { le, auteur, origine }: ChangementAnnuaire,
  { resume, annule: estAnnule }: { readonly resume: string; readonly annule: boolean },
): string =>
  `${formatJour(le.slice(0, 10))}, ${ORIGINES[origine]} (${auteur}) : ${resume}${estAnnule ? ' — annulé depuis' : ''}`;

export const resumeImport = (differences: readonly Differences[]): string => {
  const du = (type: Differences['type']): number => differences.filter((une) => une.type === type).length;
  return `${accorder(du('creee'), 'ajout')}, ${accorder(du('changee'), 'modification')}, ${accorder(du('retiree'), 'retrait')}`;
};

export const resumeEntree = (
  nom: string,
  differences: Pick<Differences, 'type' | 'champs'> & {
    readonly gagne: readonly string[];
    readonly perd: readonly string[];
  },
): string => {
  if (differences.type === 'retiree') return `${nom} retirée de l’annuaire`;
  if (differences.type === 'creee') return `${nom} ajoutée à l’annuaire`;
  const parties = [
    differences.gagne.length > 0 ? `couvre ${abreger(differences.gagne)}` : null,
    differences.perd.length > 0 ? `ne couvre plus ${abreger(differences.perd)}` : null,
    differences.champs.includes('chefDeFile') ? 'chef de file changé' : null,
  ].filter((partie) => partie !== null);
  return `${nom} : ${parties.length > 0 ? formatListe(parties) : 'information mise à jour'}`;
};

export const rienADefaire = 'Aucun changement d’annuaire ne peut être annulé.';

export const demanderAnnulation = (ligne: string, perdues: readonly string[]): string =>
  [
    `J’annule ce changement ?\n\n${enListe([ligne])}`,
    perdues.length > 0
      ? `⚠ ${accorder(perdues.length, 'commune perdrait son', 'communes perdraient leur')} facilitateur local : ${abreger(perdues)}.`
      : null,
    'Répondez oui ou non.',
  ]
    .filter((partie) => partie !== null)
    .join('\n\n');

export const annule = (resume: string): string => `C’est annulé (${resume}). L’annuaire est revenu à son état d’avant.`;
