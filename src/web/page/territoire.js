// @ts-check
// La page se lit sans ce fichier ; il ajoute les flèches sur la carte, la bulle et la recherche dans le tableau.

/** @type {SVGAElement[]} */
const zones = [...document.querySelectorAll('.carte a')].filter((lien) => lien instanceof SVGAElement);
const bulle = document.getElementById('bulle');

/** @param {SVGAElement} zone */
const centre = (zone) => {
  const { x, y, width, height } = zone.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
};

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * Zone la plus proche dans une direction ; s'écarter de l'axe coûte deux fois plus.
 * @param {SVGAElement} depart
 * @param {[number, number]} direction
 */
const voisine = (depart, [dx, dy]) => {
  const ici = centre(depart);
  let meilleure = null;
  let moindre = Number.POSITIVE_INFINITY;
  for (const zone of zones) {
    const la = centre(zone);
    const avance = (la.x - ici.x) * dx + (la.y - ici.y) * dy;
    const ecart = Math.abs((la.x - ici.x) * dy) + Math.abs((la.y - ici.y) * dx);
    if (zone === depart || avance <= ecart / 2) continue;
    if (avance + 2 * ecart < moindre) {
      moindre = avance + 2 * ecart;
      meilleure = zone;
    }
  }
  return meilleure;
};

/** Un seul arrêt de tabulation pour toute la carte : les flèches font le reste. */
const prendre = (/** @type {SVGAElement} */ choisie) => {
  for (const zone of zones) zone.setAttribute('tabindex', zone === choisie ? '0' : '-1');
};

const dire = (/** @type {SVGAElement} */ zone) => {
  if (bulle) bulle.textContent = zone.getAttribute('aria-label');
};

if (zones[0]) prendre(zones[0]);
for (const zone of zones) {
  // Le titre du dessin s'afficherait par-dessus la bulle.
  zone.querySelector('title')?.remove();
  zone.addEventListener('focus', () => {
    prendre(zone);
    dire(zone);
  });
  zone.addEventListener('mouseenter', () => dire(zone));
  zone.addEventListener('keydown', (evenement) => {
    const direction = DIRECTIONS[evenement.key];
    if (!direction) return;
    evenement.preventDefault();
    voisine(zone, direction)?.focus();
  });
  zone.addEventListener('click', (evenement) => {
    const cible = document.getElementById((zone.getAttribute('href') ?? '').slice(1));
    if (!cible) return;
    evenement.preventDefault();
    if (cible.hidden) montrerTout();
    cible.scrollIntoView({ block: 'center' });
    cible.focus();
  });
}

const filtre = document.getElementById('filtre');
const trouvees = document.getElementById('trouvees');
const lignes = [...document.querySelectorAll('#lignes tr')].filter((ligne) => ligne instanceof HTMLTableRowElement);

const plier = (/** @type {string} */ texte) =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const filtrer = () => {
  const mots = filtre instanceof HTMLInputElement ? plier(filtre.value).split(/\s+/) : [];
  let nombre = 0;
  for (const ligne of lignes) {
    const texte = plier(ligne.textContent ?? '');
    ligne.hidden = !mots.every((mot) => texte.includes(mot));
    if (!ligne.hidden) nombre += 1;
  }
  if (trouvees)
    trouvees.textContent =
      mots.join('') === '' ? '' : nombre === 0 ? 'Aucune ligne' : `${nombre} ligne${nombre > 1 ? 's' : ''}`;
};

const montrerTout = () => {
  if (filtre instanceof HTMLInputElement) filtre.value = '';
  filtrer();
};

document.getElementById('recherche')?.removeAttribute('hidden');
filtre?.addEventListener('input', filtrer);
