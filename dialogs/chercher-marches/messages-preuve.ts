const LONGUEUR = 180;

export const couper = (texte: string): string =>
  texte.length > LONGUEUR ? `${texte.slice(0, LONGUEUR - 1).trimEnd()}…` : texte;

/** « Case « réservé : handicap ou insertion » cochée, lot 2 (BT-71) », ou le code seul d'un avis importé avant elle. */
const CHAMPS = /^(?:(?:Case «|BT-\d+|[A-Z][A-Z_.]{6,})[^—]*?)(?:—|$)/;
const SANS_DIRE_A_QUI = /à vérifier dans le règlement/;
const DECP = /^Considérations sociales : «\s*(.+?)\s*»$/;

/** Ce qui montre la réservation, en français ; null si rien ne la montre. */
export const preuve = (brute: string | null): string | null => {
  const nette = (brute ?? '').replace(/\s+/g, ' ').trim();
  if (nette === '') return null;
  const declaree = DECP.exec(nette)?.[1];
  if (declaree !== undefined) return `Déclaré dans les données essentielles : « ${declaree} »`;
  const champs = CHAMPS.exec(nette)?.[0] ?? '';
  const texte = nette.slice(champs.length).trim();
  if (champs === '') return `L’avis dit : ${citer(nette)}`;
  if (texte === '') return 'L’acheteur a coché « marché réservé » dans l’avis';
  if (SANS_DIRE_A_QUI.test(texte))
    return 'L’acheteur a coché « marché réservé » sans dire à qui : EA et ESAT, ou SIAE, à vérifier dans le règlement de la consultation';
  return `L’acheteur a coché « marché réservé », et l’avis dit : ${citer(texte)}`;
};

/** « « Lot réservé » » publié entre guillemets n'en reçoit pas d'autres. */
const citer = (texte: string): string => `« ${couper(texte.replace(/^«\s*([^«»]*?)\s*»$/, '$1'))} »`;
