import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Ce qu'un jeton prouve : la conversation, la personne, et le compte choisi en démonstration. */
const Contenu = z.strictObject({
  conv: z.string().min(1),
  user: z.string().min(1),
  compte: z.string().min(1).nullable(),
  /** Secondes depuis 1970. */
  iat: z.number().int(),
  exp: z.number().int(),
});
export type Jeton = z.infer<typeof Contenu>;

/** Durée de vie, en secondes. */
export const VIE = 30 * 60;
/** Un jeton périmé depuis moins longtemps peut encore être échangé : un ordinateur en veille garde sa conversation. */
const GRACE = 24 * 3600;

// Web Chat lit la charge d'un JWT pour savoir qui parle : l'en-tête est fixe, aucun autre algorithme n'est admis.
const ENTETE = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

export interface Jetons {
  readonly creer: (compte: string | null) => { readonly jeton: Jeton; readonly texte: string };
  /** Même conversation, même personne, nouvelle échéance. */
  readonly prolonger: (jeton: Jeton) => string;
  /** `null` pour un jeton faux ou périmé ; `echange` admet celui qui vient de périmer. */
  readonly lire: (texte: string, usage?: 'acces' | 'echange') => Jeton | null;
}

/** Signe et vérifie les jetons (HMAC-SHA256) ; `secret` est gardé par l'appelant d'un démarrage à l'autre. */
export const createJetons = (secret: string, maintenant: () => number): Jetons => {
  if (secret.length < 16) throw new Error('Le secret des jetons Direct Line doit compter au moins 16 caractères.');
  const signer = (texte: string): Buffer => createHmac('sha256', secret).update(texte).digest();
  const secondes = (): number => Math.floor(maintenant() / 1000);

  const ecrire = (jeton: Jeton): string => {
    const texte = `${ENTETE}.${Buffer.from(JSON.stringify(jeton)).toString('base64url')}`;
    return `${texte}.${signer(texte).toString('base64url')}`;
  };

  const verifier = (texte: string): Jeton | null => {
    const [entete, charge, signature, reste] = texte.split('.');
    if (entete !== ENTETE || charge === undefined || signature === undefined || reste !== undefined) return null;
    const attendue = signer(`${entete}.${charge}`);
    const recue = Buffer.from(signature, 'base64url');
    if (recue.length !== attendue.length || !timingSafeEqual(recue, attendue)) return null;
    const contenu = Contenu.safeParse(JSON.parse(Buffer.from(charge, 'base64url').toString('utf8')));
    return contenu.success ? contenu.data : null;
  };

  return {
    creer: (compte) => {
      const iat = secondes();
      const jeton: Jeton = {
        conv: `dl-${randomBytes(16).toString('base64url')}`,
        user: `dl_${randomBytes(12).toString('base64url')}`,
        compte,
        iat,
        exp: iat + VIE,
      };
      return { jeton, texte: ecrire(jeton) };
    },
    prolonger: (jeton) => ecrire({ ...jeton, iat: secondes(), exp: secondes() + VIE }),
    lire: (texte, usage = 'acces') => {
      const jeton = verifier(texte);
      if (jeton === null) return null;
      return secondes() < jeton.exp + (usage === 'echange' ? GRACE : 0) ? jeton : null;
    },
  };
};
