import { estObjet, type Objet } from './valeurs.ts';

type Noeud = Record<string, unknown>;

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoder = (texte: string): string =>
  texte.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (entite, corps: string) => {
    if (!corps.startsWith('#')) return ENTITES[corps.toLowerCase()] ?? entite;
    const code = /^#x/i.test(corps) ? Number.parseInt(corps.slice(2), 16) : Number(corps.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const attributs = (texte: string): Noeud =>
  Object.fromEntries(
    [...texte.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
      .filter(([, nom = '']) => !nom.startsWith('xmlns'))
      .map(([, nom = '', double, simple]) => [`@${nom}`, decoder(double ?? simple ?? '')]),
  );

const ranger = (parent: Noeud, nom: string, valeur: unknown): void => {
  const avant = Object.hasOwn(parent, nom) ? parent[nom] : undefined;
  // Un nom d'élément vient du fichier : « __proto__ » ne doit pas toucher au prototype.
  const suite = avant === undefined ? valeur : Array.isArray(avant) ? [...avant, valeur] : [avant, valeur];
  Object.defineProperty(parent, nom, { value: suite, enumerable: true, configurable: true, writable: true });
};

/** Un élément fermé : du texte seul reste un texte ; avec des attributs, il prend « #text ». */
const conclure = (noeud: Noeud, texte: string): unknown => {
  const propre = texte.trim();
  if (Object.keys(noeud).length === 0) return propre;
  return propre === '' ? noeud : { ...noeud, '#text': propre };
};

const BALISE =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|![^>]*>|\/([\w:.-]+)\s*>|([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>)/g;

/**
 * Lit un XML de données dans la forme que le BOAMP donne à ses avis : attributs « @nom », texte « #text », éléments
 * répétés en liste. Ni DTD ni entité extérieure n'est lue.
 * @throws si une balise n'est pas fermée
 */
export const analyserXml = (xml: string): Objet => {
  const racine: Noeud = {};
  const pile: { readonly nom: string; readonly noeud: Noeud; texte: string }[] = [
    { nom: '', noeud: racine, texte: '' },
  ];
  let place = 0;
  for (const balise of xml.matchAll(BALISE)) {
    const courant = pile.at(-1);
    if (courant === undefined) break;
    courant.texte += decoder(xml.slice(place, balise.index));
    place = balise.index + balise[0].length;
    const [, cdata, fermee, ouverte, attrs = '', seule] = balise;
    if (cdata !== undefined) courant.texte += cdata;
    else if (fermee !== undefined) {
      const fini = pile.pop();
      const parent = pile.at(-1);
      if (fini === undefined || parent === undefined || fini.nom !== fermee)
        throw new Error(`XML mal formé : « </${fermee}> » ferme « ${fini?.nom ?? ''} »`);
      ranger(parent.noeud, fini.nom, conclure(fini.noeud, fini.texte));
    } else if (ouverte !== undefined && seule === '/') ranger(courant.noeud, ouverte, conclure(attributs(attrs), ''));
    else if (ouverte !== undefined) pile.push({ nom: ouverte, noeud: attributs(attrs), texte: '' });
  }
  if (pile.length > 1) throw new Error(`XML tronqué : « ${pile.at(-1)?.nom ?? ''} » n’est pas fermé`);
  return racine;
};

/** L'élément de plus haut niveau et son nom, sans préfixe d'espace de noms. */
export const elementRacine = (xml: Objet): { readonly nom: string; readonly valeur: Objet } | null => {
  const [premier] = Object.entries(xml);
  return premier !== undefined && estObjet(premier[1])
    ? { nom: premier[0].replace(/^\w+:/, ''), valeur: premier[1] }
    : null;
};
