import type { Lieu } from '../../domain/territoire.ts';
import type { CommuneExterieure, Territoire } from '../../domain/territoire-index.ts';
import type { Portee } from './contexte.ts';
import { estDemande, type Jeton } from './message.ts';
import { UNITES } from './vocabulaire.ts';

/** Un code lu dans le message : postal, INSEE, SIREN ou département. */
export interface CodeLu extends Portee {
  readonly code: string;
  readonly lieux: readonly Lieu[];
  readonly dehors: CommuneExterieure | undefined;
}

const aUneUnite = (texte: string, jetons: readonly Jeton[], rang: number): boolean => {
  const jeton = jetons[rang];
  if (!jeton) return false;
  const suite = texte.slice(jeton.fin).trimStart();
  return (
    /^[€%]|^[.,]\d/.test(suite) ||
    /[€.,]\s*$/.test(texte.slice(0, jeton.debut)) ||
    UNITES.has(jetons[rang + 1]?.plie ?? '')
  );
};

const communesInsee = (code: string, territoire: Territoire): Lieu[] => {
  const ancienne = territoire.anciennes.find((commune) => commune.code === code);
  const commune = territoire.commune(code) ?? (ancienne && territoire.commune(ancienne.commune));
  return commune ? [{ type: 'commune', commune }] : [];
};

const lireNumero = (code: string, jetons: readonly Jeton[], territoire: Territoire): Omit<CodeLu, keyof Portee> => {
  const epci = territoire.epci(code);
  if (epci) return { code, lieux: [{ type: 'epci', epci }], dehors: undefined };
  const dit = (mots: RegExp): boolean => jetons.some(({ plie }) => mots.test(plie));
  const postal = territoire.communesDuCodePostal(code).map((commune): Lieu => ({ type: 'commune', commune }));
  const insee = communesInsee(code, territoire);
  const lieux =
    dit(/^insee$/) && insee.length > 0
      ? insee
      : dit(/^(?:postal|cp)$/) && postal.length > 0
        ? postal
        : [...postal, ...insee];
  return { code, lieux, dehors: lieux.length > 0 ? undefined : territoire.exterieureParCode(code) };
};

/** Codes à 5 ou 9 caractères ; « 59 100 » se lit en deux morceaux quand c'est un code postal connu. */
export const lireCodes = (texte: string, jetons: readonly Jeton[], territoire: Territoire): CodeLu[] =>
  jetons.flatMap(({ plie }, rang) => {
    if (/^(?:\d{5}|2[ab]\d{3}|\d{9})$/.test(plie) && !aUneUnite(texte, jetons, rang))
      return [{ debut: rang, fin: rang + 1, ...lireNumero(plie.toUpperCase(), jetons, territoire) }];
    const suivant = jetons[rang + 1]?.plie ?? '';
    if (!/^\d{2}$/.test(plie) || !/^\d{3}$/.test(suivant) || aUneUnite(texte, jetons, rang + 1)) return [];
    const code = plie + suivant;
    const reste = jetons.every((jeton, autre) => autre === rang || autre === rang + 1 || estDemande(jeton.plie));
    return reste && territoire.communesDuCodePostal(code).length > 0
      ? [{ debut: rang, fin: rang + 2, ...lireNumero(code, jetons, territoire) }]
      : [];
  });

/** Un département cité, par son nom ou son numéro. */
export interface DepartementLu extends Portee {
  readonly code: string;
}

/** Numéros de département dits comme tels : « (60) », « dans le 62 », « Clermont 60 », ou seuls. */
export const lireDepartements = (texte: string, jetons: readonly Jeton[], lieux: readonly Portee[]): DepartementLu[] =>
  jetons.flatMap(({ plie, debut, fin }, rang) => {
    if (!/^(?:\d{2}|2[ab]|97\d)$/.test(plie) || aUneUnite(texte, jetons, rang)) return [];
    if (/^\d{3}$/.test(jetons[rang + 1]?.plie ?? '') || /^[/:h-]\d/.test(texte.slice(fin))) return [];
    const devant = jetons[rang - 1]?.plie ?? '';
    const annonce = /^(?:le|du|dans|departement|dept|dpt|dep|l)$/.test(devant) || texte[debut - 1] === '(';
    const apresUnLieu = lieux.some((lieu) => lieu.fin === rang);
    const seul = jetons.every((jeton, autre) => autre === rang || (estDemande(jeton.plie) && !/^\d/.test(jeton.plie)));
    return annonce || apresUnLieu || seul ? [{ debut: rang, fin: rang + 1, code: plie.toUpperCase() }] : [];
  });
