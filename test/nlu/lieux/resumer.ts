import type { LectureLieu, Lieu } from '../../../src/domain/territoire.ts';

const codeDe = (lieu: Lieu): string => {
  switch (lieu.type) {
    case 'commune':
      return lieu.commune.code;
    case 'epci':
      return lieu.epci.code;
    case 'departement':
      return lieu.departement.code;
  }
};

/** Codes des lieux d'une lecture, dans l'ordre. */
export const codesDe = (lecture: LectureLieu): string[] => {
  if (lecture.type === 'trouve') return [codeDe(lecture.lieu)];
  return lecture.type === 'ambigu' ? lecture.choix.map(codeDe) : [];
};

/** Une lecture en une ligne, pour la comparer : « 59350 », « 59183 (Téteghem) corrigé », « ? 59446 02569 », « hors Nantes ». */
export const resumer = (lecture: LectureLieu): string => {
  switch (lecture.type) {
    case 'trouve': {
      const ancien = lecture.ancienNom === undefined ? '' : ` (${lecture.ancienNom})`;
      return `${codeDe(lecture.lieu)}${ancien}${lecture.corrige ? ' corrigé' : ''}`;
    }
    case 'ambigu': {
      const codes = codesDe(lecture);
      return `? ${codes.slice(0, 5).join(' ')}${codes.length > 5 ? ' …' : ''}`;
    }
    case 'hors-region':
      return `hors ${lecture.nom}, ${lecture.departement}`;
    case 'inconnu':
      return `inconnu ${lecture.saisie}`;
    case 'aucun':
      return 'aucun';
  }
};
