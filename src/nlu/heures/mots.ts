const liste = (mots: string): ReadonlySet<string> => new Set(mots.trim().split(/\s+/));

/** Genres de lieux et d'ouvrages : ils annoncent une opération, jamais une personne. */
export const OUVRAGES = liste(`
  ecole ecoles college colleges lycee lycees groupe scolaire maternelle elementaire primaire universite campus fac
  creche halle salle stade piscine gymnase complexe centre espace maison mediatheque bibliotheque musee theatre
  mairie hotel hopital clinique ehpad foyer residence residences logements logement immeuble batiment tour barre
  rue avenue boulevard place pont route rocade echangeur quai port gare parking zac zone quartier ilot lot lots
  chantier chantiers operation operations op site marche marches projet travaux programme reseau canal parc jardin
  cimetiere eglise caserne gendarmerie commissariat prison usine station step rd rn dpt departementale voirie
  rehabilitation renovation construction extension demolition desamiantage entretien nettoyage amenagement
  nautique sportif sportive polyvalente municipal municipale communal communale culturel culturelle social sociale
  ville commune village departement region metropole agglo communaute cite caf cpam`);

/** Mots qui ne sont jamais le nom de quelqu'un. */
export const MOTS_VIDES = liste(`
  historique historiques cumul recapitulatif releve
  a ai aie aient ainsi alors apres as au aucun aucune aura aurait aussi autre autres aux avait avant avec avez avoir
  avons bah ben bien bon bonjour bonsoir bonne boulot c ca car ce cela celle celles celui ces cet cette ceux chacun
  chacune chaque chez ci coucou salut hello comme comment compte concerne concernant contre d dans de deja des deux
  depuis dessus dit dois doit donc dont du durant elle elles en encore enfin ensuite entre es est et etaient etait
  etant ete etes etre eu eux fais fait faite faites font gros grosse ici idem il ils j je jusqu jusque juste l la
  le les leur leurs lui m ma mais me meme memes merci mes mieux moi moins mon n ne ni nos notre nous on ont or ou
  oui non ouais ok okay nan o par pardon parce pareil parmi pas pendant peu peut peux plus plutot pour pourquoi pouvez
  pouvons pres puis qu quand que quel quelle quelles quels qui quoi rien s sa sans sauf se sera ses seul seulement si
  soient sois soit son sont sous suis sur svp stp ta te tes toi ton tous tout toute toutes tres trop tu un une va
  vais vers veuillez veux via voici voila vont vos votre vous y merci cordialement cdt cdlt bjr bsr slt
  ajoute ajouter ajoutez ajout rajoute rajouter rajoutez mets met mettre mettez note noter notez notes enregistre
  enregistrer enregistrez enregistrement saisi saisie saisir saisis saisissez declare declarer declarez declaration
  inscris inscrire inscrivez compte compter comptez comptabilise comptabiliser comptabilisees rentre rentrer rentrez
  entrer entrez renseigne renseigner logue loguer logger log pointe pointer pointage valide valider validez corrige
  corriger corrigez correction change changer changez modifie modifier modifiez modification remplace remplacer
  retire retirer retirez enleve enlever enlevez supprime supprimer annule annuler annulez efface effacer oublie
  rectifie rectifier rectification erreur trompe trompee plante faux fausse mauvais mauvaise mauvaises bonnes bons oups zut desole desolee excuse
  excusez actif credit titre fallait fallu faudra lire lis lisez decale decaler decalez reporte reporter repousse avance avancer recule
  remets remettre finalement effectivement normalement surement uniquement apparemment malheureusement justement
  directement egalement actuellement simplement rapidement habituellement principalement
  effectue effectuee effectuees effectues effectuer realise realisee realisees realises realiser travaille travailler
  travaillees travailles travaillent bosse bosser fait fera faisait accompli accomplies passe passees passes presente
  present presents presente presentes intervenu intervenue venu venue vient sera etaient
  heure heures heur heurs h hr hrs hre min mn minute minutes jour jours journee journees demi semaine semaines sem
  mois annee annees an ans trimestre semestre date dates periode matin matinee midi aprem soir soiree nuit week end
  total totaux duree nombre nb nbre horaire horaires temps quantite volume pause reprise
  insertion inserer clause clauses social sociale sociales marche lot chantier chantiers operation operations op site
  beneficiaire beneficiaires benef participant participante participants participantes personne personnes nom noms
  prenom prenoms code codes matricule numero identifiant id salarie salariee salaries salariees employe employee
  ouvrier ouvriere ouvriers agent agents stagiaire stagiaires interimaire interimaires interim collegue equipe gars
  monsieur madame mademoiselle mr mme mlle mlles mmes mrs m messieurs mesdames homme hommes femme femmes dame sexe
  genre feminin feminine masculin fille garcon jeune jeunes senior seniors
  entreprise entreprises societe boite employeur attributaire titulaire sous traitant compte patron
  public publics categorie profil critere statut situation diplome diplomes formation qualification sorti sortie
  contrat cdd cdi cddi embauche embauches recrute recrutee direct directe poste mission apprenti apprentie apprentis
  alternant alternante alternance tuteur encadrant
  aujourd hui hier demain veille lendemain dernier derniere derniers dernieres prochain prochaine passe passee
  lundi mardi mercredi jeudi vendredi samedi dimanche
  environ presque exactement precisement inclus compris comprise comprises respectivement ensemble pareil pareillement
  fois doit faut faudrait voulais voudrais voudrait souhaite souhaiterais aimerais peux pourrais pouvez pourriez besoin
  compteur compte relever cumule cumulees feuille presence pointage registre planning emploi bilan moitie moins double quart quarts tiers dire voulu
  attention precision info information ps nb re tr fwd objet sujet mail message suite retour
  euh hein bref voila allez vas vite urgent plait possible remercie remerciements avance aide
  ecrit ecris ecrire ecrivait ecriture orthographe lettre lettres accent tiret faute pluie gel absent absente absence malade maladie arret conge conges ferie visite
  concerne reference ref rapport bilan tableau fichier ligne lignes suivant suivante suivants suivantes dessous
  accord vrai vraiment sais sait savoir comprends compris dommage parfait super nickel cool genial exact exacte certain
  attends attendez stop aucune idee pr jveux veu veus vx ds avc qd pdt cc fai fais fait taf taffe info commence debute
  fini finit termine partie parti arrive arrivee complet complete
  facilitateur facilitatrice facilitateure contact contacter agglo metropole ancien ancienne article reserver ess rse decp anru cmp
  max maxi minimum urbaine urbain services conditions calcul methode risque caution tranche taux plancher pourcentage
  macon maconnerie peinture peintre plomberie plombier electricite electricien menage manutention manutentionnaire
  terrassement couverture couvreur carrelage carreleur platrerie platrier menuiserie menuisier elagage tonte gardiennage
  cuisine restauration securite livraison desherbage manoeuvre intervention interventions tache taches
  suivi suivie suivis accompagne accompagnee oriente orientee envoye envoyee integre integree motive combien appelle appelait nomme nommee prenomme laquelle lequel lesquels personne etp smic sigle cher chere tout monde equipe clausette bot
  quelques plusieurs certains certaine nouveau nouvelle premier premiere second seconde deuxieme troisieme
  un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
  cinquante soixante cent mille euro euros eur ht ttc
  rsa brsa qpv deld th rqth boeth iae etti ei aci ai siae geiq ea eatt esat aah ass dld detld`);

/** Mots courants qui sont aussi des noms de famille, reconnus après un prénom à majuscule (« Claire Bon »). */
export const NOMS_COMMUNS = liste(
  'bon gros juste jeune second nouveau vite premier marche passe leger public social compte matin midi soir certain',
);

/** Particules qui relient deux mots d'un nom. */
export const PARTICULES = liste(
  'de du des da do dos di del della la le el al ben bin ibn van von der den d l ait ould o',
);
