// Ce qui commence une demande : une question, ou un ordre de montrer.
const INTERROGE =
  "(?:c['’ ]?est quoi|c quoi|c koi|qu['’]est|que (?:veut|signifie|dit|faut)|qui (?:est|sont|suit|contacter|s['’]occupe|dois|puis|peut|appeler|g[eè]re|couvre|nous)|[aà] qui|quel(?:le)?s?\\b|kel|comment\\b|combien\\b|pourquoi\\b|quand\\b|o[uù] (?:est|sont|trouver|puis|peut)|peut[- ]on|on peut|puis[- ]je|je peux|pouvons|faut[- ]il|dois[- ]je|doit[- ]on|est[- ]ce|y a[- ]t|existe[- ]t|montre|donne|cherche|trouve|liste|rappelle|dis[- ]moi|pouvez[- ]vous|pourriez[- ]vous|peux[- ]tu|tu peux|avez[- ]vous|as[- ]tu)";
const COUPURE = new RegExp(
  `(?<=[?!])\\s+|(?<=[.;…])\\s+(?=[\\p{L}«"\\d])|\\n+|,?\\s+(?:et|puis|sinon|aussi|au fait|par ailleurs|autre question|ah et|oh et)\\s*[,:]?\\s+(?=${INTERROGE})|,\\s+(?=${INTERROGE})`,
  'iu',
);
const DEMANDE = new RegExp(`\\?|^\\W*(?:et |puis |sinon |aussi )?${INTERROGE}`, 'iu');

/** Mots qui relient sans rien dire (« au fait », « merci ») : ni demande, ni réponse à ce qui est ouvert. */
const LIAISON =
  /^\W*(?:au fait|sinon|bonjour|bonsoir|salut|hello|coucou|merci(?: (?:beaucoup|d['’]avance))?|dis|dites|dis[- ]moi|svp|stp|s['’]il (?:te|vous) pla[iî]t|euh|alors|donc|bref|autre (?:chose|question)|question|et|puis|aussi|par ailleurs|cordialement|bonne journ[ée]e)\W*$/iu;

/** Au-delà, un message raconte plus qu'il ne demande : il se lit d'un bloc. */
const LONGUEUR = 700;

/** Morceaux d'un message qui pourraient être des demandes séparées ; un seul quand rien ne les sépare. */
export const couperDemandes = (texte: string): readonly string[] => {
  if (texte.length > LONGUEUR) return [texte];
  const morceaux = texte
    .split(COUPURE)
    .map((morceau) => morceau.trim())
    .filter((morceau) => /[\p{L}\d]/u.test(morceau) && !LIAISON.test(morceau));
  return morceaux.length === 0 ? [texte] : morceaux;
};

/** Vrai pour une question ou un ordre, faux pour une phrase qui raconte. */
export const estUneDemande = (morceau: string): boolean => DEMANDE.test(morceau);
