import type {
  Commune,
  Epci,
  Facilitateur,
  Lieu,
  NiveauCouverture,
  Rattachement,
  RegleRattachement,
} from './territoire.ts';
import type { Territoire } from './territoire-index.ts';

/** Du plus proche au plus lointain ; `regle` dit le même niveau à la personne. */
const NIVEAUX: readonly { readonly niveau: NiveauCouverture; readonly regle: RegleRattachement }[] = [
  { niveau: 'communes', regle: 'commune' },
  { niveau: 'epci', regle: 'epci' },
  { niveau: 'departement', regle: 'departement' },
  { niveau: 'region', regle: 'region' },
];

const codesDeLaCommune = (commune: Commune): Record<NiveauCouverture, readonly string[]> => ({
  communes: [commune.code],
  epci: commune.epci === null ? [] : [commune.epci],
  departement: [commune.departement],
  region: [commune.region],
});

const codesDeLEpci = (epci: Epci, territoire: Territoire): Record<NiveauCouverture, readonly string[]> => ({
  // Une structure qui ne suit que quelques communes n'est pas compétente pour toute l'intercommunalité.
  communes: [],
  epci: [epci.code],
  departement: departementsDe(epci, territoire),
  region: [territoire.region],
});

/** Départements d'une intercommunalité, celui du plus grand nombre d'habitants d'abord. */
const departementsDe = (epci: Epci, territoire: Territoire): string[] => {
  const habitants = new Map<string, number>();
  for (const { departement, population } of territoire.communesDeLEpci(epci.code))
    habitants.set(departement, (habitants.get(departement) ?? 0) + population);
  return [...habitants].sort((a, b) => b[1] - a[1]).map(([departement]) => departement);
};

const codesDuLieu = (lieu: Lieu, territoire: Territoire): Record<NiveauCouverture, readonly string[]> => {
  switch (lieu.type) {
    case 'commune':
      return codesDeLaCommune(lieu.commune);
    case 'epci':
      return codesDeLEpci(lieu.epci, territoire);
    case 'departement':
      return { communes: [], epci: [], departement: [lieu.departement.code], region: [lieu.departement.region] };
  }
};

/** Vrai si la structure couvre la commune, à quelque niveau que ce soit. */
export const couvre = ({ couverture }: Facilitateur, commune: Commune): boolean =>
  codesDeLaCommune(commune)[couverture.niveau].some((code) => couverture.codes.includes(code));

const chefDeFileDAbord = (a: Facilitateur, b: Facilitateur): number => Number(b.chefDeFile) - Number(a.chefDeFile);

/**
 * Structures compétentes pour un lieu : commune, sinon intercommunalité, sinon Département, sinon région.
 * Les entrées non vérifiées ne comptent pas ; quand plusieurs structures se recouvrent, le chef de file vient d'abord.
 */
export const rattacher = (lieu: Lieu, annuaire: readonly Facilitateur[], territoire: Territoire): Rattachement => {
  const codes = codesDuLieu(lieu, territoire);
  const trouvees = NIVEAUX.map(({ niveau, regle }) => ({
    regle,
    structures: annuaire
      .filter(({ verifie, couverture }) => verifie && couverture.niveau === niveau)
      .filter(({ couverture }) => codes[niveau].some((code) => couverture.codes.includes(code)))
      .sort(chefDeFileDAbord),
  })).filter(({ structures }) => structures.length > 0);
  const [premiere, ...suivantes] = trouvees;
  if (!premiere) return { regle: 'aucune', structures: [], repli: [] };
  return { ...premiere, repli: suivantes.flatMap(({ structures }) => structures) };
};

/** Structures vérifiées qui ne suivent qu'une partie des communes d'une intercommunalité. */
export const structuresDePartie = (epci: Epci, annuaire: readonly Facilitateur[]): readonly Facilitateur[] =>
  annuaire
    .filter(({ verifie, couverture }) => verifie && couverture.niveau === 'communes')
    .filter(({ couverture }) => couverture.codes.some((code) => epci.communes.includes(code)))
    .sort(chefDeFileDAbord);

const ATTENDUS: Readonly<Record<NiveauCouverture, string>> = {
  communes: 'le code INSEE d’une commune de la région',
  epci: 'le SIREN d’une intercommunalité de la région',
  departement: 'un département de la région',
  region: 'le code de la région',
};

const existe = (niveau: NiveauCouverture, code: string, territoire: Territoire): boolean => {
  switch (niveau) {
    case 'communes':
      return territoire.commune(code) !== undefined;
    case 'epci':
      return territoire.epci(code) !== undefined;
    case 'departement':
      return territoire.departement(code)?.region === territoire.region;
    case 'region':
      return code === territoire.region;
  }
};

/** Fautes de couverture d'une structure : les codes que la géographie ne connaît pas. */
export const fautesDeCouverture = ({ couverture }: Facilitateur, territoire: Territoire): string[] =>
  couverture.codes
    .filter((code) => !existe(couverture.niveau, code, territoire))
    .map((code) => `couverture : « ${code} » n’est pas ${ATTENDUS[couverture.niveau]}`);
