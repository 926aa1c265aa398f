import type { ContexteHeures, LigneLue } from '../../../src/domain/heures.ts';
import { lireHeures } from '../../../src/nlu/heures/lire.ts';

/** Samedi ; la semaine 46 va du 9 au 15 novembre. */
export const AUJOURDHUI = '2026-11-21';

const COMMUNES: Readonly<Record<string, string>> = {
  '59178': 'Douai',
  '59606': 'Valenciennes',
  '59172': 'Denain',
  '80016': 'Albert',
  '02738': 'Tergnier',
  '59512': 'Roubaix',
  '62041': 'Arras',
  '80253': 'Doullens',
  '60057': 'Beauvais',
};

export type Op = ContexteHeures['operations'][number];

/** Une opération d'essai, complétée par défaut. */
export const op = (id: string, intitule: string, autres: Partial<Op> = {}): Op => ({
  id: `clause-${id}`,
  intitule,
  donneurOrdre: 'Ville de Douai',
  communeInsee: '59178',
  entreprises: ['Batinord'],
  debut: '2026-01-05',
  fin: '2027-12-31',
  ...autres,
});

/** Opérations inventées, choisies pour se ressembler : deux « Aubrac », deux lots, une rue datée, un prénom. */
export const OPERATIONS: readonly Op[] = [
  op('ecole', 'École Pasteur'),
  op('camus', 'Collège Camus', {
    communeInsee: '59606',
    donneurOrdre: 'Département du Nord',
    entreprises: ['Ets Caudron'],
  }),
  op('stade', 'Stade nautique de Denain', { communeInsee: '59172', donneurOrdre: 'CA de la Porte du Hainaut' }),
  op('rd', 'RD 919', { communeInsee: '80016', donneurOrdre: 'Département de la Somme', debut: '2026-06-15' }),
  op('creche', 'Crèche de Tergnier', { communeInsee: '02738', donneurOrdre: 'Ville de Tergnier', debut: '2026-11-02' }),
  op('lot2', 'ZAC des Fleurs - Lot 2 gros œuvre', { communeInsee: '62041', entreprises: ['Rabot Dutilleul'] }),
  op('lot5', 'ZAC des Fleurs - Lot 5 espaces verts', { communeInsee: '62041', entreprises: ['Idverde'] }),
  op('moulin', 'Groupe scolaire Jean Moulin', {
    communeInsee: '59512',
    donneurOrdre: 'Ville de Roubaix',
    entreprises: ['Ramery Bâtiment'],
  }),
  op('mai', 'Réhabilitation de 120 logements rue du 8 mai 1945', {
    communeInsee: '59512',
    donneurOrdre: 'Vilogia',
    entreprises: ['Lefèvre et Fils'],
  }),
  op('aubrac1', 'Lycée Aubrac', { communeInsee: '62041', donneurOrdre: 'Région Hauts-de-France' }),
  op('aubrac2', 'Piscine Aubrac', { communeInsee: '59512', donneurOrdre: 'Ville de Roubaix' }),
];

const nomCommune = (insee: string): string | null => COMMUNES[insee] ?? null;

export const contexte = (brouillon: readonly LigneLue[] = [], operations = OPERATIONS): ContexteHeures => ({
  aujourdhui: AUJOURDHUI,
  operations,
  nomCommune,
  brouillon,
});

const suivreParmi = (operations: typeof OPERATIONS, messages: readonly string[]): readonly LigneLue[] =>
  messages.reduce<readonly LigneLue[]>(
    (brouillon, message) => lireHeures(message, contexte(brouillon, operations)).lignes,
    [],
  );

/** Lit les messages d'un même brouillon, l'un après l'autre. */
export const suivre = (...messages: readonly string[]): readonly LigneLue[] => suivreParmi(OPERATIONS, messages);

const dire = (ligne: LigneLue): string =>
  [
    ligne.heures ?? '?',
    ligne.periode === null
      ? '?'
      : ligne.periode.du === ligne.periode.au
        ? ligne.periode.du
        : `${ligne.periode.du}..${ligne.periode.au}`,
    ligne.beneficiaire ?? '?',
    (ligne.operation ?? (ligne.operationsPossibles ? `{${ligne.operationsPossibles.join(' ')}}` : '?')).replaceAll(
      'clause-',
      '',
    ),
    ligne.entreprise ?? '',
    [...ligne.publics, ...(ligne.sexe ? [ligne.sexe] : []), ...(ligne.modalite ? [`(${ligne.modalite})`] : [])].join(
      ' ',
    ),
    ligne.alertes.map((alerte) => `!${alerte}`).join(' '),
  ]
    .join(' | ')
    .replace(/[ |]+$/, '');

/** Les lignes lues, dites en une phrase chacune : « 35 | 2026-11-02..2026-11-06 | Farid Zaoui | ecole | Batinord | RSA F | !alerte ». */
export const lire = (...messages: readonly string[]): string =>
  suivre(...messages)
    .map(dire)
    .join('\n');

/** Comme `lire`, parmi d'autres opérations. */
export const lireParmi = (operations: typeof OPERATIONS, messages: readonly string[]): string =>
  suivreParmi(operations, messages).map(dire).join('\n');

export const score = (message: string, ...precedents: readonly string[]): number =>
  lireHeures(message, contexte(precedents.length > 0 ? suivre(...precedents) : [])).score;
