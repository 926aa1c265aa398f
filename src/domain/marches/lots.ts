const UN = String.raw`(?:n° ?)?(?:\d{1,3}(?:[a-h](?![a-z\d'])| [b-h](?= ?(?:[,;)]|et\b|$)))?(?![a-z\d%])|[b-h](?![a-z\d']))`;
const SUITE = String.raw`(?: ?(?:,|\/|-|;|et|ou|a|au|&|puis) ?(?:(?:le |les |aux? )?lots? ?)?(?:n° ?)?)`;
/** « lots n° 1, 2 et 10 », « lots (2 et 8) », « lot 1A » dans un texte aplati. */
export const LISTE_LOTS = new RegExp(String.raw`\blots? ?\(? ?(${UN}(?:${SUITE}${UN})*)`, 'g');

const PLUS_GRANDE_PLAGE = 60;

/** Numéros d'une liste : « 1 à 3 » donne 1, 2, 3. */
export const numerosDeLots = (liste: string): string[] => {
  const lots: string[] = [];
  const propre = liste.replace(/n°|lots?|les?\b|aux?\b(?= )(?=.*lot)/g, ' ');
  for (const trouve of propre.matchAll(
    /(\d{1,3}) ?(?:a|au|-) ?(\d{1,3})(?![a-z\d])|(\d{1,3})((?: ?[a-h])?)(?![a-z\d])|\b([a-h])\b(?!\S)/g,
  )) {
    const [, de, jusque, nombre, lettre, seule] = trouve;
    if (de !== undefined && jusque !== undefined) {
      const [debut, fin] = [Number(de), Number(jusque)];
      for (let lot = debut; lot <= fin && lot - debut < PLUS_GRANDE_PLAGE; lot++) lots.push(String(lot));
    } else if (nombre !== undefined) lots.push(`${Number(nombre)}${(lettre ?? '').trim().toUpperCase()}`);
    else if (seule !== undefined && seule !== 'a') lots.push(seule.toUpperCase());
  }
  return [...new Set(lots)];
};

/**
 * Lots visés par une mention : la dernière liste avant elle, sinon la première juste après
 * (« marché réservé pour le lot 2 »). `plat` est aplati, `place` est celle de la mention.
 */
export const lotsVises = (plat: string, place: number): string[] => {
  const listes = [...plat.matchAll(LISTE_LOTS)];
  const avant = listes.filter((liste) => liste.index < place).at(-1);
  if (avant?.[1] !== undefined && !/\b(?:sauf|hors|exception)\b[^,]*$/.test(plat.slice(0, avant.index)))
    return numerosDeLots(avant[1]);
  const etiquette = /^\S+ ?: ?(?:n° ?)?(\d{1,2}(?: ?(?:,|et|a) ?\d{1,2})*)(?= ?[(.,;]|$)/.exec(plat.slice(place));
  if (etiquette?.[1] !== undefined && /lots? $/.test(plat.slice(0, place))) return numerosDeLots(etiquette[1]);
  const apres = listes.find((liste) => liste.index > place && liste.index - place < 60);
  const lien =
    apres && /\b(?:pour|sur|concerne|uniquement|du|des|les?) ?(?:les? )?$/.test(plat.slice(place, apres.index));
  return apres?.[1] !== undefined && lien ? numerosDeLots(apres[1]) : [];
};
