import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { ContenuLien, type Liens, type Portee } from '../domain/indicateurs/documents.ts';

/** Durée d'un lien : le temps de l'ouvrir, pas celui de le faire circuler. */
export const MINUTES = 30;

const CHIFFRE = 'aes-256-gcm';
const SEL = 12;
const SCEAU = 16;
const VERSION = Buffer.from('clausette-lien-1');

/** Ce que vaut un jeton. */
export type LectureJeton =
  | { readonly type: 'valable'; readonly compte: string; readonly portee: Portee }
  | { readonly type: 'perime' }
  | { readonly type: 'faux' };

export interface ServiceLiens {
  creer(portee: Portee, compte: string): Liens;
  lire(jeton: string): LectureJeton;
}

export interface OptionsLiens {
  /** Secret du dépôt : un autre dépôt n'ouvre pas ces liens. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly maintenant: () => Date;
}

/**
 * Liens signés vers un document : le jeton est chiffré et authentifié (AES-GCM, clé tirée du secret par HMAC), si bien
 * que l'adresse ne dit ni qui, ni quelle entreprise, et qu'un seul signe changé la rend fausse.
 */
export const createLiens = ({ secret, publicUrl, maintenant }: OptionsLiens): ServiceLiens => {
  const cle = createHmac('sha256', secret).update('liens').digest();
  const sceller = (contenu: ContenuLien): string => {
    const sel = randomBytes(SEL);
    const chiffreur = createCipheriv(CHIFFRE, cle, sel).setAAD(VERSION);
    const texte = Buffer.concat([chiffreur.update(JSON.stringify(contenu), 'utf8'), chiffreur.final()]);
    return Buffer.concat([sel, chiffreur.getAuthTag(), texte]).toString('base64url');
  };
  const desceller = (jeton: string): ContenuLien | null => {
    const octets = Buffer.from(jeton, 'base64url');
    if (octets.length <= SEL + SCEAU) return null;
    try {
      const dechiffreur = createDecipheriv(CHIFFRE, cle, octets.subarray(0, SEL)).setAAD(VERSION);
      dechiffreur.setAuthTag(octets.subarray(SEL, SEL + SCEAU));
      const texte = Buffer.concat([dechiffreur.update(octets.subarray(SEL + SCEAU)), dechiffreur.final()]);
      return ContenuLien.safeParse(JSON.parse(texte.toString('utf8'))).data ?? null;
    } catch {
      return null;
    }
  };
  return {
    creer(portee, compte) {
      const jeton = sceller({ compte, expire: maintenant().getTime() + MINUTES * 60_000, portee });
      const adresse = (nom: string): string => `${publicUrl}/documents/${nom}?jeton=${jeton}`;
      return portee.type === 'releve'
        ? { page: adresse('releve'), classeur: adresse('releve.xlsx'), csv: null, minutes: MINUTES }
        : { page: null, classeur: adresse('heures.xlsx'), csv: adresse('heures.csv'), minutes: MINUTES };
    },
    lire(jeton) {
      const contenu = desceller(jeton);
      if (contenu === null) return { type: 'faux' };
      if (contenu.expire <= maintenant().getTime()) return { type: 'perime' };
      return { type: 'valable', compte: contenu.compte, portee: contenu.portee };
    },
  };
};
