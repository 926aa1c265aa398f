/** Un métier nommé : on cherche qui l'achète ou qui le fait. */
const METIERS =
  'espaces? verts?|espasses? verts?|tonte|elagage|debroussaillage|nettoyage|netoyage|menage|vitrerie|proprete|blanchisserie|pressing|linge|traiteur|restauration|repas|plateaux|dechets|dechet|collecte|tri|recycl\\w+|reemploi|impression|imprimerie|reprographie|mise sous pli|routage|conditionnement|archivage|numerisation|numerique|informatique|mobilier|demenagement|manutention|logistique|transport|batiment|btp|travaux|peinture|second oeuvre|maconnerie|menuiserie|voirie|demolition|conciergerie|accueil|fournitures|couture|gardiennage|securite|maraichage|velos?|interim|espaces? naturels?';
export const METIER = new RegExp(`\\b(?:${METIERS})\\b`);

const STRUCTURE =
  "(?:esats?|siaes?|ea|eatts?|ei|acis?|ettis?|ai|entreprises? adapte?es?|entreprises? d'? ?insertion|structures? d'? ?insertion|chantiers? d'? ?insertion|associations? intermediaires?|insertion|handicap)";

/** Le marché lui-même, ou sa réservation : sans l'un d'eux, on ne cherche pas d'avis. */
const PLURIEL = /\b(?:marches|lots|avis|appels? d'offres?|consultations|annonces|opportunites|ao|boamp)\b/;
const RESERVES = /\breserve(?:s|es)\b|\bmr\b|\ben reserve\b|\bmarch(?:er|ee|ees) reserver?\b|\bmarche reserver\b/;

/** Une structure qui parle d'elle. */
const POUR_NOUS = new RegExp(
  `\\bpour (?:nous|moi|notre (?:structure|association|equipe))\\b|\\b(?:je suis|je dirige|je gere|on est|nous sommes|notre|mon) (?:une? |la |le |l')?(?:directeur |directrice |responsable )?(?:d'une? )?${STRUCTURE}\\b|\\b(?:pour|pr) (?:(?:une?|mon|notre|les|des) )?${STRUCTURE}\\b`,
);
const CHERCHE =
  /\by ?a (?:t[- ]il|quoi|des trucs|quelque chose)\b|\bdes trucs\b|\by a-t-il\b|\bquoi en\b|\bquel(?:le)?s? (?:sont les )?(?:marches?|lots?|avis|appels?|consultations?|opportunites?)|\bquels\b|\bliste\w*|\bvoir\b|\bmontre\w*|\baffiche\w*|\bcherch\w*|\btrouve\w*|\bdes opportunites|\bquoi de (?:neuf|nouveau)|\bdu (?:neuf|nouveau)\b|\bnouveautes?\b|\b(?:vous|vs|tu|t) (?:avez|as|auriez|aurais)\b|\bqu'est[- ]ce qui (?:est|a ete) (?:sorti|paru|publie)/;

/** Ce que dit chaque indice d'une recherche d'avis ; les négatifs parlent d'autre chose. */
const INDICES: readonly (readonly [number, RegExp])[] = [
  [1, PLURIEL],
  [0.75, RESERVES],
  [0.5, /\breserve\b/],
  [0.5, /\b(?:esats?|siaes?|ea|eatts?|ei|acis?|ettis?|entreprises? adapte?es?|chantiers? d'? ?insertion)\b/],
  [1, METIER],
  [
    2,
    /(?<![\d/.,€])\b(?:02|59|60|62|80)\b(?! ?\d)(?! ?(?:h|heures?|jours?|j|%|semaines?|mois|ans?|€|k|euros?)\b)|\bhdf\b|\b(?:autour|pres|proche|cote|coin|alentours?) de?\b|\b(?:dans|du|le) nord\b|\bnord$|\b(?:dans|en) (?:la |l')?(?:somme|oise|aisne)\b|\b(?:somme|oise|aisne)(?: svp| stp)?$|\bpas[- ]de[- ]calais\b/,
  ],
  [
    1.75,
    /\bferme (?:demain|bientot|aujourd)|\bdemain\b|\bclotur\w*|\bdate limite|\becheance|\b(?:qui )?(?:ferment|se terminent|finissent|expirent|a rendre)\b|\bcette semaine|\bce mois|\bsemaine prochaine|\bmois prochain|\bplus de \d+ ?(?:j|jours?|semaines?)\b|\bdans (?:les )?\d+ ?(?:j|jours?|semaines?)\b|\b(?:avant|apres|fin|mi|debut|courant) (?:le \d|noel|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)/,
  ],
  [
    1,
    /(?:\+|\bplus|\bmoins|\bsuperieur|\binferieur|\bminimum|\bdessus|\bdessous|\bentre|\bsous|<|>)[^.]{0,12}\d+ ?(?:k|000|€|euros?)/,
  ],
  [
    1.5,
    /\bouvert\w*|\bfermes\b|\bclos\b|\battribues\b|\bpasses\b|\ben cours\b|\ben ce moment|\bdispo(?:s|nibles?)?\b|\brecemment|\brecents?\b|\bnouveaux?\b|\bnouvelles? (?:consultations?|annonces?)|\bderniers?\b|\bsortis?\b|\bparus?\b|\bpublie(?:s|es)\b|\bactuel\w*|\ba saisir\b|\ba repondre\b|\bqu'on peut repondre|\boutils? de veille\b/,
  ],
  [1.5, POUR_NOUS],
  [1, CHERCHE],
  [1, /^\W*(?:bonjour,? )?(?:je |nous |on )?(?:re)?cherch\w*.{0,15}\b(?:marches?|lots?) reserve/],
  [
    1,
    /\breserve(?:s|es) (?:de la|de l'|du|des|par (?:la|le|l')|chez (?:la|le|l')) ?(?:ville|commune|mairie|metropole|mel|communaute|agglo|departement|conseil|region|chu|ch|centre hospitalier|hopital|universite|port|syndicat|oph)\b/,
  ],
  [
    -3,
    /\b(?:article|art\.?|l\.? ?\d{4}|r\.? ?\d{4}|legal\w*|illegal\w*|obligat\w*|oblige\w*|interdit|definition|difference|conditions?|seuils?|duree|reconduct\w*|avenant|loi|decret|ccag|code|pourcentage|proportion|taux|part|combien|nombre|bilan|statistiques?|chiffres?|sanctions?|penalites?|criteres?|eligib\w*|justificatifs?|preuves?|recevable|recours|procedure|avantages?|interets?|exemples? d[e']|argument\w*|rediger|redaction|mention\w*|facilit\w*|clauseur\w*|contact\w*|appeler|qui suit|joindre|referent\w*|interlocut\w*|publier|rectificatif|oubli\w*|delais?|depuis quand|viser|panorama|remise des plis|possible|labels?|arret de|arrets?|cour de|jurisprudence|types? de|plafond|regles?|regime|titulaires?|casser|resilier)\b/,
  ],
  [
    -3,
    /\b(?:puis-je (?!repondre)|peut[- ]on (?!repondre)|on peut (?!repondre)|est-ce que (?!vous avez|tu as|il y a)|faut[- ]il|dois-je|doit[- ]on|pourquoi|je peux|je fais|je dis|je garde|garder|dire qu|choisir|se pretent|pas d'|pas de maximum|comment|c'est quoi|qu'est[- ]ce (?:que|un)|qu'est[- ]ce qu(?!i (?:est|a ete|sort|parait|vient))|peuvent|doivent|suis[- ]je|ai[- ]je|sert|suffit)\b/,
  ],
  // L'acheteur qui prépare le sien ne cherche pas ceux des autres.
  [
    -2,
    /\b(?:nos|mes|notre|mon) (?:marches?|lots?|consultations?|appels? d'offres?)\b|\b(?:mon|notre|nos|mes|un|l'|votre) ?avis\b|\b(?:je|nous|on) (?:lance|lancons|prepare|preparons|passe|passons|redige|redigeons|souhaite|voulons|veux) (?!voir|repondre|trouver|savoir)|(?<!\bmarche |\bmarcher )\breserver\b/,
  ],
];

/** « qu'est-ce qui ferme demain ? » : dans cette maison, ce ne peut être qu'un avis. */
const FERME_BIENTOT =
  /\b(?:ce qui|qui|quoi) (?:ferme|cloture|se termine|expire)\w* (?:.{0,12}\b)?(?:demain|aujourd'hui|bientot|cette semaine|ce mois|la semaine)\b/;

const SEUIL = 2.5;
/** « un marché réservé » parle le plus souvent de la règle : il faut plus d'indices. */
const SINGULIER = /\breserve\b|\b(?:marche|lot|consultation)\b(?=.*\b(?:esat|siae|ea|ei|aci|etti)\b)/;
const SEUIL_SINGULIER = 3;
const POIDS_LIEU = 2;
const SEULS = new RegExp(
  `^\\W*(?:bonjour,? )?(?:(?:et )?(?:les|des|liste des|voir les)? ?)?(?:(?:marches|lots|avis) reserves|marche reserves)(?: (?:(?:aux?|pour les|pour) )?${STRUCTURE})?(?: svp| stp)?\\W*$`,
);
/** Une procédure, des données : rien à voir avec ce qui est ouvert aux offres. */
const FAUX_OUVERTS = /\bappels? d'offres? ouverts?\b|\bdonnees ouvertes\b|\bouvert a (?:tous|tout le monde)\b/g;

/**
 * Le message cherche-t-il des avis, plutôt qu'une règle ? Chaque indice compte, aucun ne suffit.
 * @param plie message plié (voir `plier`)
 * @param situe vrai si le message nomme un lieu
 */
export const chercheDesAvis = (plie: string, situe: boolean): boolean => {
  if (SEULS.test(plie) || FERME_BIENTOT.test(plie)) return true;
  const chezNous = POUR_NOUS.test(plie) && CHERCHE.test(plie) && (situe || METIER.test(plie));
  const pluriel = PLURIEL.test(plie) || RESERVES.test(plie) || chezNous;
  if (!pluriel && (!SINGULIER.test(plie) || /\bclauses?\b/.test(plie))) return false;
  const utile = plie.replace(FAUX_OUVERTS, ' ');
  const score = INDICES.reduce((somme, [poids, motif]) => somme + (motif.test(utile) ? poids : 0), 0);
  const ecrit = INDICES.some(([poids, motif]) => poids === POIDS_LIEU && motif.test(utile));
  return score + (situe && !ecrit ? POIDS_LIEU : 0) >= (pluriel ? SEUIL : SEUIL_SINGULIER);
};
