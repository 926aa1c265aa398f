import type { Territoire } from '../../domain/territoire-index.ts';
import { plierTitre } from '../tableur/colonnes.ts';

/** Ce qu'une ligne dit de son lieu, tel qu'écrit. */
export interface LieuEcrit {
  readonly insee: string;
  readonly codePostal: string;
  readonly commune: string;
  readonly departement: string;
}

/** Le code INSEE, `dehors` pour une autre région, ou la raison du refus. */
export type LectureCommune = { readonly code: string } | { readonly dehors: true } | { readonly raison: string };

const plier = (nom: string): string =>
  plierTitre(nom)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/ cedex.*$/, '')
    .replace(/^\d{5} /, '');

/** Un tableur mange les zéros de tête : « 2100 » redevient « 02100 ». */
const completer = (code: string): string => (/^\d{4}$/.test(code) ? `0${code}` : code);

/** FINESS écrit la commune en trois chiffres, le département à part. */
const codeFiness = ({ commune, departement }: LieuEcrit): string | null =>
  /^\d{3}$/.test(commune) && /^\d{2}$/.test(departement) ? `${departement}${commune}` : null;

/** Commune d'une ligne : son code INSEE, sinon son code postal et son nom. */
export const lireCommune = (ecrit: LieuEcrit, territoire: Territoire): LectureCommune => {
  const insee = completer(codeFiness(ecrit) ?? ecrit.insee.trim());
  if (insee !== '') {
    const actuelle = territoire.anciennes.find(({ code }) => code === insee)?.commune ?? insee;
    if (territoire.commune(actuelle) !== undefined) return { code: actuelle };
  }
  const postal = completer(/\b\d{4,5}\b/.exec(ecrit.codePostal)?.[0] ?? '');
  const nom = plier(ecrit.commune === '' ? ecrit.codePostal : ecrit.commune);
  const possibles = postal === '' ? [] : territoire.communesDuCodePostal(postal);
  const nommee =
    possibles.find((commune) => plier(commune.nom) === nom) ??
    (estDeLaRegion(postal || insee, territoire)
      ? unique(territoire.communes.filter((commune) => plier(commune.nom) === nom && memeDepartement(commune, postal)))
      : undefined);
  if (nommee !== undefined) return { code: nommee.code };
  const seule = unique(possibles) ?? unique(possibles.filter((commune) => nom.startsWith(`${plier(commune.nom)} `)));
  if (seule !== undefined) return { code: seule.code };
  const ancienne = unique(
    territoire.anciennes.filter((lue) => plier(lue.nom) === nom && possibles.some(({ code }) => code === lue.commune)),
  );
  if (ancienne !== undefined) return { code: ancienne.commune };
  if ((postal || insee) !== '' && !estDeLaRegion(postal || insee, territoire)) return { dehors: true };
  return {
    raison: `commune introuvable (« ${[postal, ecrit.commune].filter(Boolean).join(' ')} ») : donnez son code INSEE`,
  };
};

const unique = <T>(liste: readonly T[]): T | undefined => (liste.length === 1 ? liste[0] : undefined);

const memeDepartement = ({ departement }: { readonly departement: string }, postal: string): boolean =>
  postal === '' || postal.startsWith(departement);

const estDeLaRegion = (code: string, territoire: Territoire): boolean =>
  territoire.departement(code.slice(0, 2))?.region === territoire.region;
