import { createHmac } from 'node:crypto';
import type { Beneficiaire } from '../../dialogs/services.ts';
import { plier } from '../nlu/normaliser.ts';

/** Ce qui ressemble déjà à un code : « P-0231 », « B16-0004 », « p8001 ». */
const CODE = /^[a-z]{1,4}\d{0,4}[-_ ]?\d{1,8}$/i;
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Un code posé ici à la place d'un nom : le recoder en ferait une autre personne. */
const CODE_POSE = /^P-[2-9A-HJ-NP-Z]{6}$/i;

/**
 * Remplace un nom par un code stable propre au dépôt ; un code est seulement mis en forme.
 * Le nom lui-même n'est écrit nulle part.
 */
export const createCodage =
  (secret: string) =>
  (beneficiaire: string): Beneficiaire => {
    const nu = beneficiaire.trim();
    if (CODE_POSE.test(nu)) return { code: nu.toUpperCase(), libelle: nu.toUpperCase() };
    if (CODE.test(nu)) {
      const code = nu
        .toUpperCase()
        .replace(/[_ ]/, '-')
        .replace(/^([A-Z]+)(\d+)$/, '$1-$2');
      return { code, libelle: code };
    }
    const cle = plier(nu)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .split(' ')
      .sort()
      .join(' ');
    const empreinte = createHmac('sha256', secret).update(cle).digest();
    const suffixe = [...empreinte.subarray(0, 6)].map((octet) => ALPHABET[octet % ALPHABET.length]).join('');
    return { code: `P-${suffixe}`, libelle: initiales(nu) };
  };

/** « Farid Zaoui » → « F. Z. ». */
const initiales = (nom: string): string =>
  nom
    .split(/[\s-]+/)
    .filter((mot) => mot !== '')
    .map((mot) => `${mot.charAt(0).toUpperCase()}.`)
    .join(' ');
