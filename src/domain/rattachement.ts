import type {
  Commune,
  Couverture,
  Epci,
  Facilitateur,
  Lieu,
  NiveauCouverture,
  Rattachement,
  RegleRattachement,
} from './territoire.ts';
import type { Territoire } from './territoire-index.ts';

type CodesParNiveau = Readonly<Record<NiveauCouverture, readonly string[]>>;

const codesDeLaCommune = (commune: Commune): CodesParNiveau => ({
  communes: [commune.code],
  epci: commune.epci === null ? [] : [commune.epci],
  departement: [commune.departement],
  region: [commune.region],
});

const codesDeLEpci = (epci: Epci, territoire: Territoire): CodesParNiveau => ({
  // Une structure qui ne suit que quelques communes n'est pas compétente pour toute l'intercommunalité.
  communes: [],
  epci: [epci.code],
  departement: departementsDe(epci, territoire),
  region: [territoire.region],
});

/** Départements de la région que touche une intercommunalité, celui du plus grand nombre d'habitants d'abord. */
export const departementsDe = (epci: Epci, territoire: Territoire): string[] => {
  const habitants = new Map<string, number>();
  for (const { departement, population } of territoire.communesDeLEpci(epci.code))
    habitants.set(departement, (habitants.get(departement) ?? 0) + population);
  return [...habitants].sort((a, b) => b[1] - a[1]).map(([departement]) => departement);
};

const codesDuLieu = (lieu: Lieu, territoire: Territoire): CodesParNiveau => {
  switch (lieu.type) {
    case 'commune':
      return codesDeLaCommune(lieu.commune);
    case 'epci':
      return codesDeLEpci(lieu.epci, territoire);
    case 'departement':
      return { communes: [], epci: [], departement: [lieu.departement.code], region: [lieu.departement.region] };
  }
};

/** Tout ce que suit une structure, niveau par niveau. */
export const couverturesDe = ({ couverture, couvreAussi }: Facilitateur): readonly Couverture[] => [
  couverture,
  ...couvreAussi,
];

/** Une entrée retirée ou non vérifiée n'est jamais montrée comme un fait. */
export const estMontrable = ({ verifie, retire }: Facilitateur): boolean => verifie && !retire;

/** Vrai si la structure couvre la commune, à quelque niveau que ce soit. */
export const couvre = (structure: Facilitateur, commune: Commune): boolean => {
  const codes = codesDeLaCommune(commune);
  return couverturesDe(structure).some((couverture) =>
    codes[couverture.niveau].some((code) => couverture.codes.includes(code)),
  );
};

const chefDeFileDAbord = (a: Facilitateur, b: Facilitateur): number => Number(b.chefDeFile) - Number(a.chefDeFile);

/** Structures montrables d'un annuaire, par code de ce qu'elles suivent et de ce qu'elles coordonnent. */
export interface IndexAnnuaire {
  readonly suivis: Readonly<Record<NiveauCouverture, ReadonlyMap<string, readonly Facilitateur[]>>>;
  readonly coordonnes: ReadonlyMap<string, readonly Facilitateur[]>;
}

/** Range un annuaire pour répondre à des milliers de communes sans le relire. */
export const indexerAnnuaire = (annuaire: readonly Facilitateur[]): IndexAnnuaire => {
  const neuf = (): Map<string, Facilitateur[]> => new Map();
  const suivis = { communes: neuf(), epci: neuf(), departement: neuf(), region: neuf() };
  const coordonnes = neuf();
  const ajouter = (ou: Map<string, Facilitateur[]>, code: string, structure: Facilitateur): void => {
    const deja = ou.get(code);
    if (deja) deja.push(structure);
    else ou.set(code, [structure]);
  };
  for (const structure of annuaire.filter(estMontrable)) {
    for (const { niveau, codes } of couverturesDe(structure))
      for (const code of codes) ajouter(suivis[niveau], code, structure);
    for (const code of structure.coordonne) ajouter(coordonnes, code, structure);
  }
  return { suivis, coordonnes };
};

const lireCodes = (
  index: ReadonlyMap<string, readonly Facilitateur[]>,
  codes: readonly string[],
): readonly Facilitateur[] => {
  const trouvees = codes.flatMap((code) => index.get(code) ?? []);
  return trouvees.length < 2 ? trouvees : [...new Set(trouvees)].sort(chefDeFileDAbord);
};

/**
 * Structures compétentes pour un lieu : commune, sinon intercommunalité, sinon chef de file, sinon Département,
 * sinon région. Quand plusieurs structures se recouvrent, le chef de file vient d'abord.
 */
export const rattacherDans = (lieu: Lieu, index: IndexAnnuaire, territoire: Territoire): Rattachement => {
  const codes = codesDuLieu(lieu, territoire);
  const au = (niveau: NiveauCouverture): readonly Facilitateur[] => lireCodes(index.suivis[niveau], codes[niveau]);
  const niveaux: readonly { readonly regle: RegleRattachement; readonly structures: readonly Facilitateur[] }[] = [
    { regle: 'commune', structures: au('communes') },
    { regle: 'epci', structures: au('epci') },
    { regle: 'chef-de-file', structures: lireCodes(index.coordonnes, [...codes.epci, ...codes.departement]) },
    { regle: 'departement', structures: au('departement') },
    { regle: 'region', structures: au('region') },
  ];
  const [premier, ...suivants] = niveaux.filter(({ structures }) => structures.length > 0);
  if (!premier) return { regle: 'aucune', structures: [], repli: [] };
  const deja = new Set(premier.structures);
  const repli = new Set(suivants.flatMap(({ structures }) => structures).filter((structure) => !deja.has(structure)));
  return { ...premier, repli: [...repli] };
};

/** Le même rattachement, pour une seule question. */
export const rattacher = (lieu: Lieu, annuaire: readonly Facilitateur[], territoire: Territoire): Rattachement =>
  rattacherDans(lieu, indexerAnnuaire(annuaire), territoire);

/** Structures vérifiées qui ne suivent qu'une partie des communes d'une intercommunalité. */
export const structuresDePartie = (epci: Epci, annuaire: readonly Facilitateur[]): readonly Facilitateur[] =>
  annuaire
    .filter(estMontrable)
    .filter((structure) =>
      couverturesDe(structure).some(
        ({ niveau, codes }) => niveau === 'communes' && codes.some((code) => epci.communes.includes(code)),
      ),
    )
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

/** Fautes de territoire d'une structure : les codes que la géographie ne connaît pas. */
export const fautesDeCouverture = (structure: Facilitateur, territoire: Territoire): string[] => [
  ...couverturesDe(structure).flatMap(({ niveau, codes }) =>
    codes
      .filter((code) => !existe(niveau, code, territoire))
      .map((code) => `couverture : « ${code} » n’est pas ${ATTENDUS[niveau]}`),
  ),
  ...structure.coordonne
    .filter((code) => !existe('epci', code, territoire) && !existe('departement', code, territoire))
    .map((code) => `coordonne : « ${code} » n’est ni une intercommunalité ni un département de la région`),
  ...structure.implantations
    .filter((code) => !existe('communes', code, territoire))
    .map((code) => `implantations : « ${code} » n’est pas ${ATTENDUS.communes}`),
];
