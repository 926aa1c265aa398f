import { accorder, formatListe } from '../../dialogs/kit/format.ts';
import type { Apercu } from '../../src/domain/territoire/apercu.ts';
import { comparerEntrees, type Portion } from '../../src/domain/territoire/differences.ts';
import type { Commune } from '../../src/domain/territoire.ts';
import type { Territoire } from '../../src/domain/territoire-index.ts';

const NOMS_DITS = 20;

const abreger = (noms: readonly string[]): string =>
  noms.length <= NOMS_DITS
    ? formatListe(noms)
    : `${noms.slice(0, NOMS_DITS).join(', ')} et ${noms.length - NOMS_DITS} autres`;

const communes = (titre: string, liste: readonly Commune[]): string[] =>
  liste.length === 0 ? [] : [`${titre} (${liste.length}) : ${abreger(liste.map(({ nom }) => nom))}.`];

/** Ce qu'un import change à l'annuaire, ligne à ligne. */
export const direApercu = (
  apercu: Apercu,
  { territoire, refus }: { readonly territoire: Territoire; readonly refus: number },
): string[] => {
  const nommer = ({ code }: Portion): string =>
    (territoire.commune(code) ?? territoire.epci(code) ?? territoire.departement(code))?.nom ?? code;
  const changees = apercu.changees.map((entree) => {
    const { gagne, perd, champs } = comparerEntrees(entree);
    const parties = [
      gagne.length > 0 ? `couvre en plus ${abreger(gagne.map(nommer))}` : null,
      perd.length > 0 ? `ne couvre plus ${abreger(perd.map(nommer))}` : null,
      champs.length > 0 ? `change : ${champs.join(', ')}` : null,
    ].filter((partie) => partie !== null);
    return `  ~ ${entree.apres.nom} — ${parties.join(' ; ')}`;
  });
  const lignes = [
    ...apercu.ajoutees.map(({ nom }) => `  + ${nom}`),
    ...changees,
    ...apercu.retirees.map(({ nom }) => `  - ${nom}`),
  ];
  if (lignes.length === 0) return ['Aucun changement dans l’annuaire.'];
  return [
    `Annuaire : ${accorder(apercu.ajoutees.length, 'ajout')}, ${accorder(apercu.changees.length, 'changement')}, ${accorder(apercu.retirees.length, 'retrait')}, ${accorder(apercu.inchangees, 'inchangée')}.`,
    ...lignes,
    ...(refus > 0 ? ['Des entrées sont refusées : rien n’est retiré de l’annuaire tant qu’elles le sont.'] : []),
    ...communes('Communes qui perdent leur facilitateur local', apercu.communesPerdues),
    ...communes('Communes qui n’auraient plus personne', apercu.communesSansPersonne),
    ...communes('Communes qui gagnent un facilitateur local', apercu.communesGagnees),
  ];
};
