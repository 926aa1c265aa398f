import type { Contours } from '../../domain/territoire/contours.ts';
import { ETATS_COUVERTURE } from '../../domain/territoire/couverture.ts';
import type { LigneTerritoire, TableauTerritoire } from '../../domain/territoire/tableau.ts';
import { dessinerCarte, dessinerTuiles } from './carte.ts';
import { type Classement, classer } from './classes.ts';
import { ETATS, ETATS_PLURIEL, echapper, ecrireHeures, ecrireNombre, FONDS, type Fond, NOMS_FONDS } from './textes.ts';

/** Ce qu'on regarde : un fond de carte, et un département ou toute la région. */
export interface Vue {
  readonly fond: Fond;
  readonly departement: string | null;
}

const adresseDe = ({ fond, departement }: Vue): string => {
  const params = new URLSearchParams();
  if (fond !== 'couverture') params.set('fond', fond);
  if (departement !== null) params.set('departement', departement);
  const texte = params.toString();
  return texte === '' ? '/territoire' : `/territoire?${texte}`;
};

const onglet = (vue: Vue, texte: string, courante: boolean): string =>
  `<li><a href="${echapper(adresseDe(vue))}"${courante ? ' aria-current="page"' : ''}>${echapper(texte)}</a></li>`;

const resume = ({ etat }: TableauTerritoire): string => {
  const tuiles = ETATS_COUVERTURE.map((cle) => {
    const { nombre, habitants } = etat.epcis[cle];
    return `<li class="chiffre etat-${cle}"><span class="pastille" aria-hidden="true"></span><strong>${ecrireNombre(nombre)}</strong> <span>${ETATS_PLURIEL[cle]}</span> <small>${ecrireNombre(habitants)} habitants</small></li>`;
  });
  return `<ul class="chiffres" aria-label="Intercommunalités par couverture">${tuiles.join('')}</ul>`;
};

const legende = ({ classes }: Classement): string =>
  `<ul class="legende" aria-label="Légende">${classes
    .map(
      ({ marque, libelle, nombre }) =>
        `<li class="${marque}"><svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true"><rect width="28" height="20" rx="4"/></svg>${echapper(libelle)} <small>(${ecrireNombre(nombre)})</small></li>`,
    )
    .join('')}</ul>`;

const SANS_CONTOURS =
  '<p class="note">Carte en tuiles, une par intercommunalité. Pour la vraie carte, la personne qui exploite Clausette lance <code>npm run refresh:geo</code>, qui va chercher les contours publics, ou <code>npm run refresh:geo -- --fichier CONTOURS.geojson</code>.</p>';

const carte = (tableau: TableauTerritoire, contours: Contours | null, vue: Vue): string => {
  const classement = classer(tableau, vue.fond);
  const onglets = FONDS.map((fond) => onglet({ ...vue, fond }, NOMS_FONDS[fond], fond === vue.fond)).join('');
  const dessin = contours === null ? dessinerTuiles(tableau, classement) : dessinerCarte(tableau, contours, classement);
  return `<section aria-labelledby="titre-carte" class="cadre">
<div class="barre-carte"><h2 id="titre-carte">Carte : ${echapper(NOMS_FONDS[vue.fond].toLowerCase())}</h2>
<nav aria-label="Ce que montre la carte"><ul class="onglets">${onglets}</ul></nav></div>
<p class="indice"><a href="#titre-tableau">Passer la carte</a></p>
${dessin}
<p class="bulle" id="bulle" aria-hidden="true">Choisissez une intercommunalité pour la lire dans le tableau.</p>
${legende(classement)}
${contours === null ? SANS_CONTOURS : ''}</section>`;
};

const qui = ({ structures, relais, couverture }: LigneTerritoire): string => {
  if (structures.length > 0) {
    const reste =
      couverture === 'partie' && relais.length > 0 ? ` <small>puis ${echapper(relais.join(', '))}</small>` : '';
    return `${structures.map(echapper).join('<br>')}${reste}`;
  }
  return relais.length > 0
    ? `<small>à défaut : ${echapper(relais.join(', '))}</small>`
    : '<small>personne de vérifié</small>';
};

const etatDe = (ligne: LigneTerritoire): string => {
  const detail =
    ligne.couverture === 'partie'
      ? ` <small>${ecrireNombre(ligne.communesCouvertes)} communes sur ${ecrireNombre(ligne.communes)}</small>`
      : '';
  return `<span class="etat etat-${ligne.couverture}"><span class="pastille" aria-hidden="true"></span>${ETATS[ligne.couverture]}</span>${detail}`;
};

const rangee = (ligne: LigneTerritoire, nomDepartement: (code: string) => string): string =>
  `<tr id="epci-${ligne.code}" role="row" tabindex="-1">
<th scope="row" role="rowheader">${echapper(ligne.nom)}${ligne.deborde ? ' <small>(partie régionale)</small>' : ''}</th>
<td role="cell" data-titre="Département">${echapper(ligne.departements.map(nomDepartement).join(', '))}</td>
<td role="cell" data-titre="Couverture">${etatDe(ligne)}</td>
<td role="cell" data-titre="Qui">${qui(ligne)}</td>
<td role="cell" data-titre="Besoins non satisfaits" class="nombre">${ecrireNombre(ligne.besoins)}</td>
<td role="cell" data-titre="Heures d’insertion" class="nombre">${ecrireHeures(ligne.heures)}</td>
</tr>`;

const TITRES = ['Intercommunalité', 'Département', 'Couverture', 'Qui', 'Besoins non satisfaits', 'Heures d’insertion'];

const tableauHtml = (tableau: TableauTerritoire, vue: Vue): string => {
  const noms = new Map(tableau.departements.map(({ code, nom }) => [code, nom]));
  const lignes = tableau.lignes.filter(
    ({ departements }) => vue.departement === null || departements.includes(vue.departement),
  );
  const ou = vue.departement === null ? tableau.region : (noms.get(vue.departement) ?? vue.departement);
  const choix = [
    onglet({ ...vue, departement: null }, 'Toute la région', vue.departement === null),
    ...tableau.departements.map(({ code, nom }) =>
      onglet({ ...vue, departement: code }, nom, code === vue.departement),
    ),
  ];
  return `<section aria-labelledby="titre-tableau">
<div class="barre-carte"><h2 id="titre-tableau" tabindex="-1">Tableau : ${echapper(ou)}</h2>
<nav aria-label="Département montré"><ul class="onglets">${choix.join('')}</ul></nav></div>
<p class="recherche" id="recherche" hidden><label for="filtre">Chercher une intercommunalité ou une structure</label>
<input type="search" id="filtre" autocomplete="off"><span id="trouvees" role="status"></span></p>
<table role="table"><caption class="indice">Couverture, structures, besoins et heures de chaque intercommunalité (${echapper(ou)})</caption>
<thead role="rowgroup"><tr role="row">${TITRES.map((titre, rang) => `<th scope="col" role="columnheader"${rang > 3 ? ' class="nombre"' : ''}>${titre}</th>`).join('')}</tr></thead>
<tbody role="rowgroup" id="lignes">${lignes.map((ligne) => rangee(ligne, (code) => noms.get(code) ?? code)).join('\n')}</tbody></table>
</section>`;
};

const chapeau = ({ etat, lignes }: TableauTerritoire): string => {
  const { structures, etp } = etat;
  const moyens =
    etp.connues === 0
      ? 'Leurs moyens en équivalents temps plein ne sont pas connus.'
      : `${etp.total.toLocaleString('fr-FR')} équivalents temps plein sont connus, pour ${ecrireNombre(etp.connues)} d’entre elles.`;
  return `${ecrireNombre(structures)} structures vérifiées pour ${ecrireNombre(lignes.length)} intercommunalités. ${moyens} Une zone blanche est une intercommunalité sans facilitateur local : le Département peut y répondre.`;
};

/** Corps de la page du territoire ; tout y est lisible sans JavaScript. */
export const ecrirePage = (tableau: TableauTerritoire, contours: Contours | null, vue: Vue): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Le territoire — Clausette, ${echapper(tableau.region)}</title>
<meta name="description" content="Où sont les facilitateurs des clauses sociales, et où il en manque, par intercommunalité.">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#12343b">
<link rel="icon" href="/assets/clausette.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/territoire.css">
<script src="/assets/territoire.js" type="module"></script>
</head>
<body class="territoire">
<a class="evitement" href="#titre-tableau">Aller au tableau</a>
<header class="entete">
<img src="/assets/clausette.svg" alt="" width="40" height="40">
<p class="marque">Clausette <span>Clauses sociales, ${echapper(tableau.region)}</span></p>
<p class="retour"><a href="/">Poser une question</a></p>
</header>
<main class="page">
<h1>Qui facilite les clauses sociales, et où il manque quelqu’un</h1>
<p class="chapeau">${echapper(chapeau(tableau))}</p>
${resume(tableau)}
${carte(tableau, contours, vue)}
${tableauHtml(tableau, vue)}
<section class="telecharger" aria-labelledby="titre-donnees"><h2 id="titre-donnees">Données ouvertes</h2>
<p><a href="/api/territoire.csv" download>Tableau (CSV)</a> <a href="/api/territoire.geojson" download>Carte et tableau (GeoJSON)</a></p>
<p class="note">Les heures d’un territoire ne sont pas publiées quand moins de cinq personnes y sont concernées, ou quand une soustraction les révélerait. Un besoin non satisfait est une recherche de facilitateur restée sans structure locale, comptée une fois par conversation et par jour ; rien n’est gardé sur les personnes. L’annuaire est un point de départ, que la coordination régionale confirme.${contours === null ? '' : ' Contours : API du découpage administratif ou fichier importé (INSEE, IGN, Licence Ouverte), simplifiés.'}</p></section>
</main>
<footer class="pied"><p>Une information générale, à confirmer auprès des structures.</p></footer>
</body>
</html>
`;
