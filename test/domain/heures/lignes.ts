import type { Ecriture, LigneHeures, Operation } from '../../../src/domain/heures.ts';

/** Une ligne inventée ; ce qui compte dans l'essai est donné. */
export const ligne = (reste: Partial<LigneHeures> = {}): LigneHeures => ({
  operation: 'OP-1',
  beneficiaire: 'P-1',
  debut: '2026-11-02',
  fin: '2026-11-06',
  heures: 35,
  entreprise: null,
  publics: [],
  sexe: null,
  anneeNaissance: null,
  modalite: null,
  sortie: null,
  ...reste,
});

export const operation = (reste: Partial<Operation> = {}): Operation => ({
  id: 'OP-1',
  intitule: 'École',
  donneurOrdre: 'Ville',
  clause: 'EXECUTION',
  communeInsee: '59178',
  anru: false,
  entreprises: [],
  debut: null,
  fin: null,
  heuresPrevues: 100,
  facilitateur: null,
  demonstration: false,
  ...reste,
});

export const origine = (auteur = 'f', le = '2026-11-21T10:00:00+01:00') => ({
  auteur,
  canal: 'essai',
  message: `m-${le}`,
  le,
});

export const saisie = (id: string, reste: Partial<LigneHeures> = {}): Extract<Ecriture, { type: 'saisie' }> => ({
  type: 'saisie',
  id,
  ligne: ligne(reste),
  alertes: [],
  origine: origine(),
});
