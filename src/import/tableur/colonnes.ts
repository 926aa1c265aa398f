/** Titre comparable : sans accents, majuscules ni ponctuation. */
export const plierTitre = (titre: string): string =>
  titre
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/n[°º]/g, 'numero ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Titres que d'autres outils donnent à nos colonnes, du plus sûr au moins sûr. */
const SYNONYMES: Readonly<Record<string, readonly RegExp[]>> = {
  operation: [
    /^(?:id |code |ref(?:erence)? |numero )?(?:de l |du |d )?(?:operation|marche|lot|chantier|affaire|contrat)(?: id| code| ref| numero)?$/,
    /^numero (?:de |du |d )?(?:marche|lot|operation)/,
  ],
  intitule: [
    /^(?:intitule|libelle|objet|nom)(?: (?:de |du |de l )?(?:operation|marche|lot|chantier))?$/,
    /\b(?:intitule|objet)\b/,
  ],
  donneur_ordre: [
    /^donneurs? d? ?ordre/,
    /^(?:acheteur|maitre d ?ouvrage|moa|pouvoir adjudicateur|client|commanditaire)/,
  ],
  clause: [/^(?:type de )?clause$/, /^article$/],
  commune_insee: [/insee/, /^(?:code )?commune$/],
  anru: [/^anru/, /^npnru/],
  entreprise: [/^(?:entreprise|titulaire|employeur|societe|raison sociale|attributaire)/, /\bentreprise\b/],
  beneficiaire: [
    /^(?:beneficiaire|participant|salarie|personne|candidat)/,
    /^(?:code|id|numero|ref\w*) (?:beneficiaire|participant|salarie|personne)/,
    /^(?:nom|name)(?: prenom| et prenom)?$/,
  ],
  sexe: [/^(?:sexe|genre|civilite|h f|f h)$/],
  annee_naissance: [/^annee (?:de )?naissance$/, /^naissance$/],
  publics: [/^(?:publics?|categories?|eligibilite|statut|criteres?|profil)/],
  modalite: [/^(?:modalite|type (?:de )?(?:contrat|structure)|contrat|dispositif|support)/],
  debut: [/^(?:date )?(?:de )?debut/, /^du$/, /^(?:periode )?start/, /^periode (?:debut|start|du)/],
  fin: [/^(?:date )?(?:de )?fin/, /^au$/, /^(?:periode )?end/, /^periode (?:fin|end|au)/],
  heures: [
    /^(?:nb|nbre|nombre|total)?(?: d| de)? ?(?:h|heures?)(?: realisees?| effectuees?| travaillees?| d insertion| insertion)*$/,
    /^heures? (?:realisees?|effectuees?|faites|d insertion)/,
    /^h insertion$/,
    /^volume horaire/,
  ],
  heures_prevues: [
    /^(?:heures?|h|volume)(?: d insertion)? (?:prevues?|dues?|attendues?|a realiser)/,
    /\b(?:objectif|engagement)\b/,
  ],
  entreprises: [/^(?:entreprises?|titulaires?|attributaires?|co traitants?)/],
  facilitateur: [/^(?:facilitat|referent|suivi par|charge de)/],
  lot: [/^(?:numero de |n )?lot/],
  montant: [/^montant/],
  regle: [/^regle/, /^mode de calcul/],
  report_surplus: [/^(?:report|surplus)/],
  sortie: [/^(?:sortie|situation(?: a la)? sortie|type de sortie|motif de sortie)/, /sortie/],
  periode: [/^(?:mois|periode)$/],
  siret: [/^(?:numero |code )?siret(?: etablissement| du siege)?$/, /\bsiret\b/],
  finess: [/^(?:numero |no ?)?finess(?: et| geographique)?$/, /finesset$/],
  type: [
    /^(?:type(?: de| d)? ?(?:structure|siae|etablissement)?|kind|categetab|categorie(?: d ?etablissement| de structure)?)$/,
    /^(?:statut|nature)(?: juridique)?$/,
  ],
  nom: [
    /^(?:raison sociale|rs|rslongue|denomination(?: sociale| usuelle)?|nom(?: usuel| commercial| d usage)?|name|structure|enseigne|brand)(?: de la structure| structure)?$/,
    /^nom\b|raison sociale/,
  ],
  code_postal: [/^(?:code ?postal|cp|post code)$/, /code postal|ligneacheminement/],
  commune: [/^(?:ville|commune|city|localite|nom commune|libelle commune)$/, /\bville\b/],
  departement: [/^(?:code )?(?:departement|dept?|department)$/],
  activites: [
    /^(?:metiers?(?: proposes?)?|secteurs?(?: d activites?)?|activites?|sectors?|domaines? d activites?|prestations?)$/,
    /metiers?|secteurs?|activites?|prestations?/,
  ],
  contact: [/^(?:contact email|e ?mail|courriel|mail|adresse (?:e ?mail|electronique|mail))$/, /mail|courriel/],
  telephone: [/^(?:tel(?:ephone)?(?: fixe| standard)?|contact phone|phone|numero de telephone)$/, /telephone/],
  site: [/^(?:site(?: web| internet)?|contact website|website|url|site_web)$/, /\bsite\b/],
  naf: [/^(?:code )?(?:naf|ape|codeape)(?: ape| naf)?$/],
  latitude: [/^(?:lat|latitude)$/],
  longitude: [/^(?:lon|lng|longitude)$/],
};

/** Ce qu'on propose pour chaque titre du fichier ; null : colonne laissée de côté. */
export interface Proposition {
  readonly titre: string;
  readonly colonne: string | null;
}

/**
 * Propose une correspondance entre les titres d'un autre outil et nos colonnes ; une colonne ne sert qu'une fois.
 * @param attendues nos colonnes pour ce genre de fichier
 */
export const proposerColonnes = (titres: readonly string[], attendues: readonly string[]): Proposition[] => {
  const prises = new Map<string, string>();
  const libres = new Set(titres);
  const prendre = (titre: string, colonne: string): void => {
    prises.set(titre, colonne);
    libres.delete(titre);
  };
  for (const colonne of attendues) {
    const exacte = titres.find((titre) => plierTitre(titre).replaceAll(' ', '_') === colonne);
    if (exacte !== undefined) prendre(exacte, colonne);
  }
  const donnees = () => new Set(prises.values());
  const rangs = Math.max(...attendues.map((colonne) => SYNONYMES[colonne]?.length ?? 0), 0);
  for (let rang = 0; rang < rangs; rang += 1)
    for (const colonne of attendues) {
      const motif = SYNONYMES[colonne]?.[rang];
      if (motif === undefined || donnees().has(colonne)) continue;
      const titre = [...libres].find((libre) => motif.test(plierTitre(libre)));
      if (titre !== undefined) prendre(titre, colonne);
    }
  return titres.map((titre) => ({ titre, colonne: prises.get(titre) ?? null }));
};

/** Lit « heures=Nb heures,debut=Du » : nos colonnes, et les titres qui les portent ; la raison si c'est mal écrit. */
export const lireColonnes = (
  texte: string,
  attendues: readonly string[],
): { readonly colonnes: ReadonlyMap<string, string> } | { readonly raison: string } => {
  const colonnes = new Map<string, string>();
  for (const morceau of texte.split(',')) {
    const [colonne = '', titre = ''] = morceau.split('=').map((cote) => cote.trim());
    if (colonne === '' || titre === '') return { raison: `« ${morceau.trim()} » : écrivez colonne=Titre du fichier` };
    if (!attendues.includes(colonne))
      return { raison: `« ${colonne} » n’est pas une de nos colonnes (${attendues.join(', ')})` };
    colonnes.set(titre.toLowerCase(), colonne);
  }
  return { colonnes };
};
