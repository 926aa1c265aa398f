import { construireVocabulaire, corrigerMot } from '../fautes.ts';
import { plier } from '../normaliser.ts';
import { MOTS_VIDES, OUVRAGES } from './mots.ts';
import { PRENOMS } from './prenoms.ts';

/** Mots de temps : une faute ne doit pas les faire perdre, ni les faire prendre pour un nom. */
const TEMPS =
  'semaine semaines derniere dernier prochaine heure heures minutes journee journees trimestre lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juillet septembre octobre novembre decembre';

const vocabulaire = construireVocabulaire(TEMPS.split(' '), [...MOTS_VIDES, ...OUVRAGES, ...PRENOMS]);

/** Abrégés de SMS qui relient. */
const ABREGES: Readonly<Record<string, string>> = { pr: 'pour', ds: 'dans', avc: 'avec', pdt: 'pendant' };

/** Corrige les fautes des mots de temps (« semmaine », « jeuid », « novembr ») ; un mot à majuscule peut être un nom. */
export const reparer = (texte: string): string => {
  const capitales = !/\p{Ll}/u.test(texte);
  const deplie = texte.replace(/(?<![\p{L}\d])(?:pr|ds|avc|pdt)(?![\p{L}\d])/gu, (mot) => ABREGES[mot] ?? mot);
  return deplie.replace(/\p{L}{5,}/gu, (mot) => {
    if (/^\p{Lu}/u.test(mot) && !capitales) return mot;
    const plie = plier(mot);
    const corrige = corrigerMot(plie, vocabulaire);
    return corrige === plie ? mot : corrige;
  });
};
