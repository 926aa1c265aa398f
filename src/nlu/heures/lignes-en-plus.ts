import type { LigneLue } from '../../domain/heures.ts';
import { sansDoutesDe } from './doutes.ts';
import type { Faits } from './faits.ts';
import { memePersonne } from './noms.ts';
import type { Tri } from './refus.ts';
import { repartir } from './repartir.ts';

const AJOUT =
  /\b(?:ajoute[rz]?|rajoute[rz]?|aussi|egalement|pareil|pareillement|idem|meme chose|ainsi que|de meme|en plus|tout pareil|(?:la|le|les) memes?)\b|^\s*et\s|^\s*\+/;
const CORRECTION =
  /\b(?:non|plutot|pardon|en fait|c'etait|erreur|corrige|trompee?|finalement|au lieu|remplace[rz]?|voulais dire)\b|\bpas\b/;
const RETRAIT = /\b(?:retire[rz]?|enleve[rz]?|supprime[rz]?|efface[rz]?|sans)\b/;

/** Ce que la ligne neuve ne dit pas, elle le prend au brouillon, sauf ce qui tient à la personne. */
const heriter = (neuve: LigneLue, modele: LigneLue): LigneLue => {
  const autre =
    neuve.beneficiaire !== null &&
    modele.beneficiaire !== null &&
    !memePersonne(neuve.beneficiaire, modele.beneficiaire);
  const situee = neuve.operation !== null || neuve.operationsPossibles !== undefined;
  const { operationsPossibles: _, ...sansPossibles } = neuve;
  const lieu: Pick<LigneLue, 'operation' | 'operationsPossibles'> = situee ? neuve : modele;
  return {
    ...sansPossibles,
    heures: neuve.heures ?? modele.heures,
    periode: neuve.periode ?? modele.periode,
    beneficiaire: neuve.beneficiaire ?? modele.beneficiaire,
    operation: lieu.operation,
    ...(lieu.operationsPossibles ? { operationsPossibles: lieu.operationsPossibles } : {}),
    entreprise: neuve.entreprise ?? modele.entreprise,
    publics: autre || neuve.publics.length > 0 ? neuve.publics : modele.publics,
    sexe: neuve.sexe ?? (autre ? null : modele.sexe),
    modalite: neuve.modalite ?? (autre ? null : modele.modalite),
    alertes: [
      ...neuve.alertes,
      ...(neuve.periode ? [] : modele.alertes.filter((alerte) => !sansDoutesDe('periode', [alerte]).length)),
    ],
  };
};

const inconnues = ({ personnes }: Faits, lignes: readonly LigneLue[]): boolean =>
  personnes.length > 0 &&
  personnes.every(({ valeur }) =>
    lignes.every(({ beneficiaire }) => beneficiaire !== null && !memePersonne(beneficiaire, valeur.nom)),
  );

/** « ajoute Paul 6 h », « la même chose pour Paul », « et 7 h mardi » : des lignes en plus ; null si ce n'en est pas. */
export const ajouterLignes = (lignes: readonly LigneLue[], { dits, refuses }: Tri): LigneLue[] | null => {
  const modele = lignes.at(-1);
  if (!modele) return null;
  const { plie } = dits;
  const sansNom = lignes.every(({ beneficiaire }) => beneficiaire === null);
  // Le brouillon attendait des noms : plusieurs noms l'étendent.
  if (sansNom && lignes.length === 1 && dits.personnes.length > 1)
    return repartir(dits).map((neuve) =>
      heriter(neuve, { ...modele, alertes: sansDoutesDe('beneficiaire', modele.alertes) }),
    );
  if (refuses.personnes.length > 0 || CORRECTION.test(plie)) return null;
  const ajout = AJOUT.test(plie);
  const autrePersonne = inconnues(dits, lignes);
  const avecHeures = dits.durees.length > 0;
  const sure = dits.personnes.some(({ valeur }) => valeur.confiance >= 0.4);
  if (autrePersonne && (ajout || (avecHeures && sure) || dits.personnes.length > 1))
    return [...lignes, ...repartir(dits).map((neuve) => heriter(neuve, modele))];
  const complete = lignes.every(({ heures, periode }) => heures !== null && periode !== null);
  const ailleurs =
    dits.periodes.length > 0 || (dits.operations.length > 0 && lignes.every(({ operation }) => operation !== null));
  const pareil = /\b(?:aussi|egalement|pareil|idem|meme chose|(?:la|le|les) memes?)\b/.test(plie);
  if (ajout && complete && (avecHeures || pareil) && ailleurs && dits.personnes.length === 0) {
    // « pareil semaine 45 » redit toutes les lignes, « et 7 h mardi » n'en suit qu'une.
    const modeles = pareil && !avecHeures ? lignes : [modele];
    return [...lignes, ...modeles.flatMap((une) => repartir(dits).map((neuve) => heriter(neuve, une)))];
  }
  return null;
};

/** « retire Claire », « supprime la ligne de Farid » ; null si le message n'enlève aucune ligne. */
export const retirerLignes = (lignes: readonly LigneLue[], { dits }: Tri): LigneLue[] | null => {
  if (lignes.length < 2 || !RETRAIT.test(dits.plie) || dits.durees.length > 0 || dits.personnes.length === 0)
    return null;
  const gardees = lignes.filter(
    ({ beneficiaire }) =>
      !dits.personnes.some(({ valeur }) => beneficiaire !== null && memePersonne(beneficiaire, valeur.nom)),
  );
  return gardees.length > 0 && gardees.length < lignes.length ? gardees : null;
};
