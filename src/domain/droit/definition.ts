import type { Terme } from '../lexique.ts';
import { aplatir } from '../references.ts';

const DEBUT =
  /^(?:(?:bonjour|bonsoir|salut|slt|bjr|hello|svp|stp|dis|dites)[ ,!.]*|(?:moi|pardon|excuse[zr]?[- ]moi)[ ,]+)*/;
const FIN =
  /[ ,]*(?:svp|stp|s'il (?:te|vous) plait|merci(?: (?:d'avance|beaucoup))?|exactement|au juste|en fait|deja|dans (?:les clauses(?: sociales)?|les marches publics|l'insertion|le jargon))*[ ?!.]*$/;

// Chaque forme laisse le terme demandé dans son seul groupe.
const FORMES: readonly RegExp[] = [
  /^(?:c[' ]?est quoi|c quoi|c koi|cest koi|keske c'?est|kesako|kezako|quid d[eu']s?|qu'?est[- ]ce que? c'?est(?: que)?|qu'?est[- ]ce que?|qu'est|que (?:signifie(?:nt)?|veut dire|veulent dire|designe)|que veut[- ]on dire par|(?:tu peux |vous pouvez |pouvez-vous |peux-tu )?(?:me )?(?:definir|expliquer|definis|explique[zr]?|expliquez)(?:[- ]moi)?|(?:quelle est )?(?:la |une )?(?:definition|signification)(?: (?:de|du|des))?|(?:quel est )?le sens (?:de|du)|sigle|acronyme|ca veut dire quoi|ca signifie quoi|a quoi correspond(?:ent)?|qu'appelle[- ]t[- ]on|qu'entend[- ]on par)[ :]+(.+)$/,
  /^qu'?est[- ]ce qu'(.+)$/,
  /^(.+?)[ ,:]+(?:c[' ]?est quoi|c quoi|c koi|cest koi|kesako|kezako|(?:ca |cela )?(?:veut|veulent) dire quoi|(?:ca |cela )?signifie(?:nt)? quoi|qu'est[- ]ce que c'est|definition|def|signification|(?:que|qu'est-ce que) (?:ca|cela) (?:veut dire|signifie))$/,
];
const DETERMINANT =
  /^(?:(?:que |d'|de |du |des |le |la |les |l'|un |une |mot |terme |sigle |acronyme |qu'|c'est |cette |cet |ce )+)/;

/** Terme dont un message demande la définition (« c'est quoi une ACI ? » → « aci ») ; null s'il demande autre chose. */
export const lireDemandeDefinition = (texte: string): string | null => {
  const nu = aplatir(texte)
    .trim()
    .replace(DEBUT, '')
    .replace(FIN, '')
    .replace(/[«»"“”]/g, '')
    .trim();
  for (const forme of FORMES) {
    const demande = forme.exec(nu)?.[1];
    if (demande !== undefined) return nettoyer(demande);
  }
  return null;
};

const nettoyer = (demande: string): string => demande.trim().replace(DETERMINANT, '').trim();

/** Sigle écrit seul (« IAE ? », « qpv ») ; null si le message dit autre chose. */
export const lireSigleSeul = (texte: string): string | null =>
  /^[«"\s]*(\p{L}{3,9}|\p{Lu}{2})[»"\s]*[?!.]*$/u.exec(texte.trim())?.[1] ?? null;

/** Terme dont c'est le sigle exact, en majuscules au lexique. */
export const trouverSigle = (sigle: string, lexique: readonly Terme[]): Terme | null =>
  lexique.find(({ terme }) => /^[A-Z][A-Za-z]*[A-Z]$/.test(terme) && terme.toLowerCase() === sigle.toLowerCase()) ??
  null;

/** Écriture comparable : sans accents, sans déterminant, au singulier. */
const cle = (ecriture: string): string =>
  nettoyer(aplatir(ecriture).replace(/œ/g, 'oe'))
    .split(/[^a-z0-9']+/)
    .map((mot) => (mot.length > 3 ? mot.replace(/(?:s|x)$/, '') : mot))
    .join(' ')
    .trim();

/** Terme du lexique qui porte cette écriture, sigle, forme développée ou synonyme. */
export const trouverTerme = (demande: string, lexique: readonly Terme[]): Terme | null => {
  const voulue = cle(demande);
  if (voulue === '') return null;
  const porte = (ecritures: readonly (string | null)[]) => ecritures.some((e) => e !== null && cle(e) === voulue);
  return (
    lexique.find(({ terme }) => porte([terme])) ??
    lexique.find(({ developpe, synonymes }) => porte([developpe, ...synonymes])) ??
    trouverParSigle(voulue, lexique)
  );
};

/** « aci chantier d'insertion » ou « une siae (iae) » : le premier mot est un sigle connu et le reste le répète. */
const trouverParSigle = (voulue: string, lexique: readonly Terme[]): Terme | null => {
  const [sigle = '', ...reste] = voulue.split(' ');
  if (reste.length === 0) return null;
  const terme = lexique.find((t) => cle(t.terme) === sigle);
  if (!terme) return null;
  const autres = [terme.developpe ?? '', ...terme.synonymes].map(cle);
  return autres.some((autre) => autre === reste.join(' ')) ? terme : null;
};
