import type { Facilitateur, NaturePorteur } from '../territoire.ts';

/** Une nature se lit dans le texte libre du porteur ; la première qui s'y trouve l'emporte. */
const INDICES: readonly (readonly [NaturePorteur, RegExp])[] = [
  ['departement', /\bd[ée]partement|conseil d[ée]partemental/i],
  ['maison-emploi', /maison de l['’ ]emploi|\bmde\b|\bmef\b/i],
  ['plie', /\bplie\b/i],
  ['mission-locale', /mission locale/i],
  [
    'intercommunalite',
    /intercommunalit[ée]|communaut[ée] (?:de communes|d['’]agglom[ée]ration|urbaine)|m[ée]tropole|\bepci\b/i,
  ],
  ['commune', /\bmairie|\bville\b|\bcommune\b|\bccas\b/i],
  ['etat', /\bddets?\b|\bdreets\b|pr[ée]fecture|\bsgar\b|\b[ée]tat\b/i],
  ['association', /association|plateforme/i],
];

/** Nature de la structure porteuse : dite dans l'annuaire, sinon lue dans `porteur`. */
export const natureDe = ({ nature, porteur }: Facilitateur): NaturePorteur =>
  nature ?? INDICES.find(([, indice]) => indice.test(porteur))?.[0] ?? 'autre';
