import { texte, unique } from './valeurs.ts';

/** Nomenclature NUTS 2016 à 2024 : préfixe de niveau 2, puis « chiffre:département » (source : Eurostat). */
const NUTS: Readonly<Record<string, string>> = {
  FR10: '1:75 2:77 3:78 4:91 5:92 6:93 7:94 8:95',
  FRB0: '1:18 2:28 3:36 4:37 5:41 6:45',
  FRC1: '1:21 2:58 3:71 4:89',
  FRC2: '1:25 2:39 3:70 4:90',
  FRD1: '1:14 2:50 3:61',
  FRD2: '1:27 2:76',
  FRE1: '1:59 2:62',
  FRE2: '1:02 2:60 3:80',
  FRF1: '1:67 2:68',
  FRF2: '1:08 2:10 3:51 4:52',
  FRF3: '1:54 2:55 3:57 4:88',
  FRG0: '1:44 2:49 3:53 4:72 5:85',
  FRH0: '1:22 2:29 3:35 4:56',
  FRI1: '1:24 2:33 3:40 4:47 5:64',
  FRI2: '1:19 2:23 3:87',
  FRI3: '1:16 2:17 3:79 4:86',
  FRJ1: '1:11 2:30 3:34 4:48 5:66',
  FRJ2: '1:09 2:12 3:31 4:32 5:46 6:65 7:81 8:82',
  FRK1: '1:03 2:15 3:43 4:63',
  FRK2: '1:01 2:07 3:26 4:38 5:42 6:69 7:73 8:74',
  FRL0: '1:04 2:05 3:06 4:13 5:83 6:84',
  FRM0: '1:2A 2:2B',
  FRY1: '0:971',
  FRY2: '0:972',
  FRY3: '0:973',
  FRY4: '0:974',
  FRY5: '0:976',
  // Nomenclature d'avant 2016, encore vue dans d'anciens avis.
  FR30: '1:59 2:62',
  FR22: '1:02 2:60 3:80',
};

const REGION_32 = ['02', '59', '60', '62', '80'];

/** Départements d'un code NUTS ; un code plus large (« FRE1 », « FRE ») donne tous les siens. */
export const departementsDeNuts = (code: unknown): string[] => {
  const nuts = texte(code)?.toUpperCase() ?? '';
  if (nuts.length < 3) return [];
  return Object.entries(NUTS).flatMap(([prefixe, suite]) =>
    suite
      .split(' ')
      .map((paire) => paire.split(':'))
      .filter(([chiffre]) => nuts === `${prefixe}${chiffre}` || (nuts.length < 5 && prefixe.startsWith(nuts)))
      .flatMap(([, departement]) => departement ?? []),
  );
};

/** Département d'un code postal ou INSEE (« 62300 », « 2A004 », « 97430 »). */
export const departementDeCode = (code: unknown): string | null => {
  const lu = texte(code)?.toUpperCase().replace(/\s/g, '') ?? '';
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(lu)) return null;
  if (/^9[78]/.test(lu)) return lu.slice(0, 3);
  if (lu.startsWith('20')) return lu[2] === '0' || lu[2] === '1' ? '2A' : '2B';
  return lu.slice(0, 2);
};

/** Code de département sur deux signes ; « 2 » a perdu son zéro. */
export const departement = (code: unknown): string | null => {
  const lu = texte(code)?.toUpperCase() ?? '';
  return /^(?:\d{1,3}|2[AB])$/.test(lu) ? lu.padStart(2, '0') : null;
};

/** Lieu des données essentielles : code et type de code, écrit de plusieurs façons selon les années. */
export const lieuDecp = (code: unknown, type: unknown): { departements: string[]; lieu: string | null } => {
  const genre = (texte(type) ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
  const brut = texte(code);
  // Un code postal écrit comme un nombre a perdu son zéro : 2100 est 02100.
  const lu = brut !== null && /^\d{4}$/.test(brut) ? `0${brut}` : brut;
  if (/departement/.test(genre)) return { departements: unique([departement(code)]), lieu: null };
  if (/region/.test(genre)) return { departements: lu === '32' ? REGION_32 : [], lieu: null };
  if (/pays/.test(genre)) return { departements: [], lieu: null };
  const trouve = departementDeCode(lu);
  if (trouve !== null) return { departements: [trouve], lieu: lu };
  return {
    departements: unique([/canton|arrondissement/.test(genre) ? departement(lu?.slice(0, 2)) : departement(code)]),
    lieu: null,
  };
};
