import type { ContexteHeures, LigneLue } from '../../domain/heures.ts';
import { appliquerHeures } from './corriger-heures.ts';
import { compterMots, corrigerEcriture, remplacerEcarte } from './corriger-nom.ts';
import { appliquerPeriode, quantiemeRepondu } from './corriger-periode.ts';
import { sansDoutesDe } from './doutes.ts';
import type { Faits } from './faits.ts';
import { ajouterLignes, retirerLignes } from './lignes-en-plus.ts';
import { memePersonne, nomRepondu, peutEtre } from './noms.ts';
import { type Tri, trier } from './refus.ts';
import { valeurOperation, valeurProfil } from './valeurs.ts';

/** « change la date » sans dire laquelle : on vide le champ, il sera redemandé. */
const A_REVOIR: readonly (readonly [RegExp, (ligne: LigneLue) => LigneLue])[] = [
  [
    /\b(?:date|jour|periode|semaine)s?\b/,
    (ligne) => ({ ...ligne, periode: null, alertes: sansDoutesDe('periode', ligne.alertes) }),
  ],
  [
    /\b(?:heures?|duree|nombre)\b/,
    (ligne) => ({ ...ligne, heures: null, alertes: sansDoutesDe('heures', ligne.alertes) }),
  ],
  [/\b(?:nom|personne|beneficiaire|participante?)\b/, (ligne) => ({ ...ligne, beneficiaire: null })],
  [/\b(?:operation|chantier|site)\b/, (ligne) => ({ ...ligne, operation: null })],
  [/\bentreprise\b/, (ligne) => ({ ...ligne, entreprise: null })],
];
const REVOIR =
  /\b(?:change[rz]?|modifie[rz]?|corrige[rz]?|revoir|rectifie[rz]?|erreur (?:sur|dans|de)|pas la bonne|pas le bon|mauvaise?|fausse?)\b/;

const sansPossibles = ({ operationsPossibles: _, ...ligne }: LigneLue): LigneLue => ligne;

const appliquerOperation = (lignes: readonly LigneLue[], { dits, refuses }: Tri): LigneLue[] => {
  if (dits.operations.length > 0) {
    const valeur = valeurOperation(dits.operations);
    return lignes.map((ligne) => ({ ...sansPossibles(ligne), ...preciser(valeur, ligne) }));
  }
  return refuses.operations.length > 0
    ? lignes.map((ligne) => ({ ...sansPossibles(ligne), operation: null }))
    : [...lignes];
};

/** « à Douai » ou « l'école » choisit parmi les opérations entre lesquelles on hésitait. */
const preciser = (
  valeur: Pick<LigneLue, 'operation' | 'operationsPossibles'>,
  { operationsPossibles = [] }: LigneLue,
): Pick<LigneLue, 'operation' | 'operationsPossibles'> => {
  const communes = (valeur.operationsPossibles ?? []).filter((id) => operationsPossibles.includes(id));
  const [seule] = communes;
  return communes.length === 1 && seule !== undefined ? { operation: seule } : valeur;
};

const SANS_ENTREPRISE =
  /\b(?:pas|sans|aucune|enleve[rz]?|retire[rz]?|supprime[rz]?)\s+(?:d'|l'|la |de |une )?(?:entreprise|societe)\b(?! [a-z])/;

const appliquerEntreprise = (lignes: readonly LigneLue[], { dits, refuses }: Tri): LigneLue[] => {
  const dite = dits.entreprises.at(-1)?.valeur;
  if (SANS_ENTREPRISE.test(dits.plie)) return lignes.map((ligne) => ({ ...ligne, entreprise: null }));
  if (dite !== undefined) return lignes.map((ligne) => ({ ...ligne, entreprise: dite }));
  return refuses.entreprises.length > 0 ? lignes.map((ligne) => ({ ...ligne, entreprise: null })) : [...lignes];
};

const appliquerProfil = (lignes: readonly LigneLue[], { dits }: Tri): LigneLue[] => {
  if (dits.profils.length === 0) return [...lignes];
  const profil = valeurProfil(dits.profils);
  const ajoutes = new Set(profil.publics);
  const ote = /\b(?:enleve|retire|supprime|sans)\b/.test(dits.plie);
  return lignes.map((ligne) => {
    const gardes = new Set([...ligne.publics.filter((nom) => !profil.nies.includes(nom)), ...ajoutes]);
    const publics = ote ? ligne.publics.filter((nom) => !ajoutes.has(nom)) : ORDRE.filter((nom) => gardes.has(nom));
    return { ...ligne, publics, sexe: profil.sexe ?? ligne.sexe, modalite: profil.modalite ?? ligne.modalite };
  });
};

const ORDRE = ['RSA', 'QPV', 'DELD', 'JEUNE', 'TH', 'SENIOR', 'IAE', 'ALTERNANCE'] as const;

const rappelle = (nom: string, { beneficiaire }: LigneLue): boolean =>
  beneficiaire !== null && memePersonne(beneficiaire, nom) && compterMots(nom) < compterMots(beneficiaire);

/** La personne changée n'emporte pas le public ni le sexe de la précédente. */
const appliquerNom = (lignes: readonly LigneLue[], tri: Tri, texte: string): LigneLue[] => {
  const possibles = tri.dits.personnes.filter((personne) =>
    lignes.some((ligne) => peutEtre(personne, ligne, tri, texte)),
  );
  // « Omar avec un H : Homar Diop » : le nom qui ajoute quelque chose au brouillon, pas celui qui le rappelle.
  const dite = possibles.find(({ valeur }) => !lignes.some((ligne) => rappelle(valeur.nom, ligne))) ?? possibles[0];
  const nom = dite?.valeur.nom ?? (tri.refuses.personnes.length === 0 ? nomRepondu(tri.dits, lignes, texte) : null);
  if (nom === null || nom === undefined)
    return tri.refuses.personnes.length > 0 ? lignes.map((ligne) => ({ ...ligne, beneficiaire: null })) : [...lignes];
  return lignes.map((ligne) => {
    const alertes = sansDoutesDe('beneficiaire', ligne.alertes);
    const ecriture = ligne.beneficiaire && corrigerEcriture(ligne.beneficiaire, nom, tri.dits);
    if (ecriture) return { ...ligne, beneficiaire: ecriture, sexe: dite?.valeur.sexe ?? ligne.sexe, alertes };
    const meme = ligne.beneficiaire === null || memePersonne(ligne.beneficiaire, nom);
    // « Claire » redit « Claire Boulanger » : on garde le nom le plus complet.
    const garde = meme && ligne.beneficiaire !== null && compterMots(nom) < compterMots(ligne.beneficiaire);
    const complet = garde ? remplacerEcarte(ligne.beneficiaire ?? nom, nom, tri.refuses) : nom;
    const sexe = dite?.valeur.sexe ?? (meme ? ligne.sexe : null);
    return meme
      ? { ...ligne, beneficiaire: complet, sexe, alertes }
      : { ...ligne, beneficiaire: nom, sexe, publics: [], modalite: null, alertes };
  });
};

/** Les lignes dont le message parle : celles d'une personne nommée (ou écartée), sinon toutes. */
const visees = (lignes: readonly LigneLue[], { dits, refuses }: Tri): readonly boolean[] => {
  if (lignes.length === 1) return [true];
  const noms = [...dits.personnes, ...refuses.personnes].map(({ valeur }) => valeur.nom);
  const parNom = lignes.map(
    ({ beneficiaire }) => beneficiaire !== null && noms.some((nom) => memePersonne(beneficiaire, nom)),
  );
  if (parNom.some(Boolean)) return parNom;
  const sansNom = lignes.map(({ beneficiaire }) => beneficiaire === null);
  if (dits.personnes.length > 0 && sansNom.some(Boolean)) return sansNom;
  return lignes.map(() => true);
};

const reviser = (lignes: readonly LigneLue[], tri: Tri): LigneLue[] | null => {
  const { dits } = tri;
  const vide =
    dits.durees.length +
      dits.nus.length +
      dits.periodes.length +
      dits.operations.length +
      dits.personnes.length +
      dits.entreprises.length ===
    0;
  if (!vide || !REVOIR.test(dits.plie)) return null;
  const revues = A_REVOIR.filter(([mot]) => mot.test(dits.plie));
  return revues.length === 0
    ? null
    : lignes.map((ligne) => revues.reduce((courante, [, revoir]) => revoir(courante), ligne));
};

/** Le brouillon, complété ou corrigé par ce que le message dit. */
export const completer = (faits: Faits, texte: string, contexte: ContexteHeures): LigneLue[] => {
  const brouillon = contexte.brouillon;
  const tri = trier(faits);
  const revu = reviser(brouillon, tri) ?? retirerLignes(brouillon, tri) ?? ajouterLignes(brouillon, tri);
  if (revu) return revu;
  const cibles = visees(brouillon, tri);
  const concernees = brouillon.filter((_, i) => cibles[i]);
  const datees = appliquerPeriode(concernees, tri, contexte);
  const situees = appliquerEntreprise(appliquerOperation(datees, tri), tri);
  // Un quantième répondu seul n'est ni un code ni un nombre d'heures.
  const jour = quantiemeRepondu(concernees, tri.dits, contexte) !== null;
  const unNom = !jour && (situees.length === 1 || tri.dits.personnes.length === 1);
  const nommees = appliquerProfil(unNom ? appliquerNom(situees, tri, texte) : situees, tri);
  const corrigees = jour ? nommees : appliquerHeures(nommees, tri);
  let rang = 0;
  return brouillon.map((ligne, i) => (cibles[i] ? (corrigees[rang++] ?? ligne) : ligne));
};
