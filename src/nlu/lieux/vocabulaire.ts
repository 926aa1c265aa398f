import { MOTS_COURANTS } from './mots-courants.ts';

const liste = (mots: string): ReadonlySet<string> => new Set(mots.trim().split(/\s+/));

/** Mots de la demande elle-même : jamais des lieux, et ils n'empêchent pas un nom d'être « seul ». */
export const DEMANDE = liste(`
  facilitateur facilitateurs facilitatrice facilitatrices facilitation contact contacts contacter contactez joindre
  appeler appelle telephone tel numero mail email courriel adresse coordonnees correspondant interlocuteur interlocutrice
  referent referente reference qui quel quelle quels quelles quoi ou comment est es sont suit suivent suivi gere gerent
  occupe occupent charge chargee competent competente trouver trouve trouvez cherche cherchons chercher recherche
  recherchons voudrais veux voudrait souhaite souhaiterais besoin connaitre savoir avoir donner donne donnez moi me m
  je j il elle on nous vous c ce cet cette ces s se y il quelqu un une mon ma mes notre nos votre vos son sa ses leur
  le la les l de du des d en dans a au aux sur pour par vers chez pres cote autour alentours proche et ou avec sans
  clause clauses clauze claus social sociale sociales sociaux insertion clausee clauser marche marches public publics
  publique chantier chantiers travaux operation operations projet projets lot lots prestation prestations service
  services achat achats acheteur acheteurs commande heure heures secteur territoire territoires zone commune communes
  ville villes village mairie mairies commune code codes postal postale postaux cp insee epci collectivite collectivites
  departement departements departemental dept dpt dep region canton arrondissement intercommunalite interco agglo agglos
  agglomeration metropole communaute communautes urbaine comcom com cc ca cu plie structure structures maison emploi
  mission locale aide aider accompagne accompagner accompagnement conseil conseils renseignement info infos information
  informations annuaire liste carte svp stp merci bonjour bonsoir salut hello hi slt bjr bsr dis dites donc alors ok oui
  non pas plus c'est cest la-bas ici habite habitons travaille situe situee situes basee base bases implante implantee
  sis sise lieu lieux localisation localise localisee endroit faut dois doit peut peux pouvez puis-je puis ai avons ont
  suis etes sommes ai que qu quand si mais et-pour idem pareil meme aussi personne quelles quid quelqu'un svpl please
  the cdlt cordialement madame monsieur mme mr bonne journee france haut hauts haute hautes
  merci d'avance avance encore maintenant toujours autre autres precise preciser exactement exact sera serait seraient
  va vais allons met mettre monter lancer lance lancons prevoir prevoit prevu passer passe passons
`);

/** Mots courants du métier et de la langue : jamais corrigés en noms de lieux. */
export const COURANTS = liste(`
  nettoyage entretien menage espaces verts vert voirie batiment gros oeuvre second peinture plomberie electricite
  maconnerie menuiserie restauration blanchisserie gardiennage securite informatique demolition desamiantage
  construction renovation rehabilitation logement logements ecole ecoles college colleges lycee lycees piscine gymnase
  salle hopital hopitaux centre hospitalier universite gare stade musee bureau bureaux route routes rues canal pont
  entreprise entreprises societe societes association associations titulaire titulaires attributaire sous traitant
  sous-traitant beneficiaire beneficiaires salarie salaries salaire public publics personnes jeunes jeune senior rsa qpv
  deld iae siae eti etti aci ai ei ea esat geiq obligation obligations obligatoire seuil seuils montant montants prix
  taux pourcentage pourcent calcul calculer calcule combien fois nombre total effectif effectifs duree delai delais mois
  annee annees semaine semaines jour jours date dates debut fin fins contrat contrats cdi cdd interim formation
  formations apprentissage apprenti apprentis alternance stage stages reserve reserves reservation reserver reservee
  attribution critere criteres condition conditions execution performance dce ccap cctp ccag ccp rc dume acte
  engagement article articles loi lois decret texte textes regle regles droit juridique penalite penalites retard
  controle bilan bilans attestation attestations justificatif justificatifs declaration declarer declare heures realise
  realisees prevues bonus exemple exemples definition difference comprendre expliquer explique existe existent possible
  faire fait font faites dire dit etre etait tout tous toute toutes chaque certains certaines entre comme ainsi apres
  avant pendant depuis jusque jusqu selon contre sous tres bien peu trop moins beaucoup tant deja jamais rien chose
  choses question questions reponse reponses probleme problemes quelque quelques petit petite petits petites grand
  grande grands grandes nouveau nouvelle nouveaux premier premiere dernier derniere bon bons mauvais seul seule long
  longue court monde gens homme hommes femme femmes enfant enfants client clients fournisseur fournisseurs offre offres
  candidat candidats candidature appel appels avis procedure adaptee formalisee accord cadre allotissement allotir
  avenant resiliation sanction defaut modification notification publication travail travailleur travailleurs handicap
  handicape handicapes chomage chomeur chomeurs demandeur demandeurs pole france etat prefecture region ministere
  dreets ddets anru npnru erbm bailleur bailleurs office habitat hlm syndicat groupement maitre maitrise ouvrage
  territorial territoriale reseau local locaux locale nord sud est ouest rue avenue av boulevard bd place chemin
  impasse allee allees quai square residence cite porte titre devise baron bus combles creuse lot cher var ain manche
  landes mer mers vers hier aujourd hui demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars
  avril mai juin juillet aout septembre octobre novembre decembre matin midi soir euros euro eur ht ttc pourquoi parce
  car afin lors lorsque dont laquelle lequel lesquels auquel celle celui ceux celles elles ils eux lui soi toi tu te t n
  ne ni nul aucun aucune vraiment plutot environ presque surtout seulement notamment gratuit gratuite payer paye paie
  cout couts budget meteo temps recette blague foot football film musique voiture voyage train avion bateau vacances
  restaurant hotel manger boire dormir jouer regarder ecouter lire ecrire parler acheter vendre commander reserver
  bouteille champs charmes moulins pommiers soupir sourd gland guise iron croix nivelle don gorges folies frise etoile
  citerne courbes arrest campagne bulles tricot eve riviere selles ecurie denier teneur planques attaques louches
  marquise pommier suzanne etalon couture loge comte contes sentinelle ecluse germaine albert madeleine humbert remy
  marle ham hem ors bourdon bouchon long ville rue y contre candor hermes songeons noyer aire aires fiefs priez
  hangard sous orge bonne belle beau vieux vieille neuf neuve quatre cinq six sept huit neuf dix
  aide aides subvention subventions projet aller venir partir arriver rester sortir entrer suite suivre suivant
  suivante voir vu voila voici merci parfait super genial cool top nickel daccord accord compris entendu dommage
  zut mince truc machin chouette coucou bye revoir bientot bot robot assistant assistante clausette
`);

/** Noms de lieux qui sont d'abord des mots : il leur faut un signe clair. */
export const estCourant = (mot: string): boolean =>
  COURANTS.has(mot) || MOTS_COURANTS.has(mot) || DEMANDE.has(mot) || mot.length <= 2;

/** Devant un nom, ces mots annoncent un lieu. */
export const PREPOSITIONS = liste('a au aux sur vers pour dans en de du d des chez pres');

/** Voies et équipements dont le nom propre n'est pas un lieu, même après « de ». */
export const VOIES = liste(`
  rue rues avenue av ave boulevard bd bld bvd place pl route rte chemin ch impasse imp allee allees quai square passage
  residence res cite faubourg fbg cours sentier rond-point rond chaussee esplanade promenade ruelle venelle porte
`);

/** Établissements et raisons sociales : le nom collé derrière, sans « de » ni « à », est le leur. */
export const PORTE_NOM = liste(`
  ecole ecoles college lycee maternelle primaire creche gymnase stade salle piscine theatre mediatheque bibliotheque
  societe entreprise sarl sas sa eurl sci scop ets etablissements groupe cabinet association monsieur madame m mr mme
  mlle maitre docteur dr residence espace foyer clinique immeuble batiment tour restaurant hotel scolaire
`);

/** Mots qui annoncent une intercommunalité devant ou derrière un nom. */
export const INTERCO = liste(`
  agglo agglomeration metropole communaute comcom interco intercommunalite epci cc ca cu cdc codecom urbaine
`);

/** Unités : un nombre qui les précède n'est ni un code ni un département. */
export const UNITES = liste(`
  h heure heures min minutes jour jours semaine semaines mois an ans annee annees euro euros eur k ke m me ht ttc
  personnes salaries logements lots lot fois m2 ml km postes etp agents pourcent pour-cent beneficiaires marches
`);

/** Finales de mots ordinaires : un mot inconnu en minuscules qui finit ainsi n'est pas pris pour un lieu. */
export const FINALE_ORDINAIRE =
  /(?:[tsx]ions?|ments?|ents?|ages?|iques?|ables?|ibles?|teurs?|trices?|euses?|isme|istes?|ances?|ences?|ites?|er|ez|eront|ants?|eurs?|elles?|ifs?|ives?|ures?)$/;

/** Mots dont le complément situe un autre lieu : « au sud de Lille », « dans la banlieue d'Amiens ». */
export const SITUENT = liste(`
  pres cote proche banlieue peripherie environs alentours limitrophe nord sud est ouest
`);
