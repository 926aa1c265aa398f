/**
 * Mots de la langue et du métier, pliés, qui ressemblent à un nom de lieu ou qu'on prendrait pour un lieu inconnu
 * (« légal » n'est pas Gauchin-Légal). Relevés dans les fiches ; à compléter quand un mot est pris pour un lieu.
 */
export const MOTS_COURANTS: ReadonlySet<string> = new Set(
  `
  aah abandon abord abroge abroges accepte acceptee acceptees acceptes acces accompagnees accompagnes accueil
  accueillir achete acompte acomptes acquis actuel actuels adapte adaptees adaptes adjoint admet admis admise admises
  adultes aequo affaires affectee affectees affermie affermies affermir affiche agit agree agreee agrege agreges
  agrement agricole agroalimentaire aide aident aider aides aimes ait ajoute ajoutee alerte alertes alimentaire
  alimentaires alinea allo allocataire allocataires alloti amende amiante amont amour analyse ancien ancienne
  anciennes anciens anglais annexe annexes anniversaire annonce annoncee annonces annuel annule anonyme anticipee
  apparait apparaitre appartement apporte apprecie appreciee apprend approche approprie approuve appui appuie aptitude
  arbre architecte architectes are argumentaire armee armees arnaque arret arrete arretes arrets art artisan artisans
  asile aspects assemblee assiette asso associe assujetti ateliers atexo atteindre atteint attendre attendu attendues
  attente atteste attestee attestees attribue aucun audit aupres aura aurai aurais aurait aurez aurons auront auto
  automne autonomie autorise autorisee autorisees auxquels avaient avais avait avenir avocat avocats avril bac badge
  bail baisse bancaire bande banque bareme bas basse bebe belge benefices beneficie berges besoins bien biens billet
  bio bizarre blabla blanc blanche blanchiserie blesse bleu bloque bois bon bordereau bornes boulot bourse bout
  boutique bouton box bracelet branche bruit brut btp budgetaires buffet bulletin bulletins but cadeau caf cafeteria
  caisse calendrier calendriers camping candidate cantine cap capital caractere carence carriere cas case caserne
  catalogue categorie categories cause caution cede celibataire celle celles cent centrale centrales centres cerfa
  certain certaine certificat certifiee chacun chaine chambre champ change changent changer changes chanson chapitre
  charges charpente charte chat chatgpt chef cheque cher cherche cherchent cherches chere chers chien chiffre chiffres
  choisi choisir choisit choix chorus ciel cimetiere cinema cinq cinquante circulaire circulaires citoyen civile
  claire cle cles climat cnil cocktail coin colis collecte collegue colonnes combinaison combine combines comite
  commande commandes commentaires commente commerce commercial commerciale commerciales commis commun communal
  complementaire complementaires complete comporte comprend comprise comprises comptabilise compte comptee comptees
  comptent compter comptes concedante concede concerne concernee concernees concernes concessionnaire conclu concourir
  concours conduire conduite confie confiee confiees confirme confirmee conflit confondre conforme conge conges
  conjoint conjointe connais connait connu connue consacree consacres conseille conserve conservees conserves
  consideree consignees consignes constante constat constate construire contenir contentieux contenu continue
  contractualise contractuel contraint contrainte contraintes contraire controlee controles convaincre conventionne
  conventionnee conventionnees conventionnes convertir cookies coordonne copie copies corps correspond corrige
  cotraitante coup couple courant courante courantes courrier cours coursier coursiers courte courtes courtoisie
  courts coute couvrait couvre couvrir cpv creche credit credits cree creee cuire cuisine culturels cumul cumule cycle
  datee datees debarras decennale deces decheterie dechets dechetterie decide decidee declaree declenche decompte
  deconseille decp decrets decrire decrit decrits dedie dedit deduire deduit defavorisee defavorisees defavorises
  defense defini definir definis definit degres dehors del delegataire delegue delegues delit delivre demande demandee
  demandees demandent demander demandera demandes demarche demarches demarre demie deniers denrees depart
  departementale depasse depassee depend depenses deposee deposees depot dernieres derniers deroge designait designe
  desormais desquels dessous dessus destinataires detail detenu detenues detenus determinee dette deux deuxieme
  developpe devenir devenu devenue devis devra devrai devrais devrait devront diagnostic dialogue diff differente
  differentes difficile difficulte difficultes dimanche diplome diplomes dira direct directe dis disait
  discriminatoire discriminatoires disent disparu dispense dispo disproportionnee distincte distingue dit dits divers
  dix dois doit doivent domaine domaines domicile domine donnait donne donnee donnees donnent donnera donnes dossiers
  double douze dragon droits drole due dues duplicata eau ecart echange echanges echu ecole economie ecoute ecran
  ecris ecrit effectuees effet effort egal egard eglise electricien eleve elevee eli eloigne eloignee eloignees
  eloignes elu elus email embauche embauches emis empeche emploie emplois employe employees encadre encadres encheres
  energie engagee engagees engin engins enquete ensemble entend entiere entree entreprendre envie environnemental
  environnementale environnementales environnementaux envisagees envoi envoie envoye envoyes epargne epoque equipe
  equipes equivalente equivalentes equivoque es espece ess essai essentiel est estime estimee etablir etaient etais
  etait etapes etats etc ete etes etrangere etrangeres etude etudes europa europe europeen europeenne europeens
  evenementiel evince evoque exacte examen exclus exclut execute executee exemplaire exemptees exige exigee exigees
  existait experimentales expertise expire expose externalise extrait face facile facon facons facture factures
  faculte fais faisait fait faits familial familiales famille familles fausse faute fautes fauteuil faux fera ferai
  ferais ferait ferie feries ferme fermee feront festival feuille feuilles fiche fiches fichier fichiers fil file
  filiale fils filtres final finale financee financiere financieres fini finir fiscal fiscales fixe fixee fixes fleur
  flotte fonctionne fondamentaux fonde fonds font force foret forfait forfaitaire formalise formalises format forme
  formelle formes formulaire formule fort fournir fournit fragile fragilise frais francais francaise franchit froid
  futurs gagne garage garantie garanties garde gardees gardien gaz general generale generales generalisee generaux
  genre global globale grace graffitis grand grande grandes grandeur gratuits grave gre greve grille gris groupes
  guere guerre guichet guide guides habilitees haies handicapee handicapees hausse hebdomadaire hebdomadaires histoire
  hiver hommes homogene honoraires hopital horaire horaires hors huit humaine humaines hypothese hypotheses idee idees
  identifie ignore illegal illimitee immediate impaye impayee important importante importantes importe impose imposee
  imposees impot impots imprevues impute inaptitude inchange incomplete index indice indiciaire individualise
  individualises indu industrie industriels infime infirmiere infirmiers informee infra infructueux ingenierie
  inscrire inscrit inscrits inseree intemperies intercommunal intercommunale interdire interdit interet interets
  interimaire interimaires intermediaire intermediaires international internationale interne internet inutile
  invalides invente inverse ira irai iraient iront irreguliere isole isoles jardin jardins jaune jeton jeu jeudi jeune
  jeux joint joue journal judiciaire juge justice justifiee justifiees kiosque label labels laisse lancee lancees
  langue large legal legale legales legalite legaux legitime legumes lettre lettres leurs levier liaison libelles
  liberte libre librement licencie lie liee liees lien lies ligne limitee limitees lineaire linge lis lisent listees
  lit litige livraison livraisons livre livret locales localises logiciel logiciels longs longtemps louer lourd loyer
  loyers lue lues lundi lune lutte magasin main mainlevee maintien maire maison maisons maitres mal maladie mandat
  mandataire manquante manquantes manque mapa marchand mardi mari marque mars masse materiaux materiel materiels
  matiere matieres mauvaise max maxi maximal maximale maximum mdph mecenat medecin medecins medical mele membre
  membres memes memoire menageres mene mensuel mention mentionne mentionnee menu mer merci mercredi message messagerie
  messages met methode methodes metiers metres mets mettent mettra meubles mieux milieu milieux militaire militaires
  mille million millions minima minimal minimale minimales minimum ministre minute mis mise mises mixte mixtes mobile
  mode modele modeles modes modeste modifie modifies moe moitie momentane montant montre moral morale morales
  moratoires mort mot motivee motivees mots moyen moyenne moyens municipal municipales mutualise national nationale
  nationales nationaux naturels navette necessaire necessaires negocie negociee negocier neige net neuf niveau noel
  noir nom nombres nomme nommee normal normale normales norme notaire note notee notes notifie notifiee notifies
  nouveaute nouvel nouvelle nouvelles nuit nulle numeros objet objets obligatoires oblige observatoire obtenir oeuf
  officiel oiseau onereux onze opco open ordinaire ordinaires ordinateur ordre ordres organise organismes oriente
  orientees orientes original origine oubli oublie oubliee outil ouvert ouverte ouvertes ouverts ouvrages ouvre ouvrir
  panne panneaux papiers paques paragraphe parait parallele parc parce parcelle parcours parcs parent parents parfois
  parking parle parlent parler parles parmi part partenaire partenariat participe particuliere particulieres
  particuliers partie partiel partout parts pass passage passe passee passent passer passera passes patron patronales
  pause payant payee payees payes pays peine peines pelouse penale penitentiaire penitentiaires pense pensent penser
  penses percevoir perd perdu perdue pere perenne perennisee perime perimee perimes perimetre perimetres periode
  permet permettait permettre permis permise persistante personnel personnels perte pertinente pese petit petite
  petites peut peuvent peux phase phases photos phrase phrases piece pieces pile pirate piscine place placee placees
  plafond plafonne plafonnee plafonnees plage plainte plan planning plateaux plateforme platrerie plein pleut pli plis
  plonge pluie plupart pluriannuel poids point points poisson police pont portail porte portee portent porter portes
  pose poste potentiel potentiels pourra pourrai pourrais pourrait pourront pouvoir pouvoirs praticien praticiens
  pratiquee preavis precis precontractuel prefectorale prefere prefet premieres premiers prenant prend prendra prendre
  prends prennent prepare preponderante prescrire presence presente pressant presse pressee pressing prestataire
  prestataires pret prete preuve preuves prevaloir prevaut prevenir previsionnel prevue prevus prime principal
  principe principes printemps prioritaire prioritaires pris prise prises prison privee proces processus produire
  produit produits professionnel professionnels profil profils profit programme programmee prolonge prolongee
  promesses promis promo proportionne proportionnee proportionnees propose propre propres proprete prorata protege
  protegee proteges prouve prouvees provisoire prudence prudente prudhommes pub publicitaires publie publiee publiees
  publier publies puisque qualifiee qualifies quarante quart quartier quartiers quatorze quatre quinze quorum quota
  quotidien rabais rachat raconte raison raisons rang rapide rappel rapport rapporte rare rares ratio rattachee
  realisee realises recensees recepisse recettes recevoir reclame recoit recommande reconditionnes reconnait reconnu
  reconnue reconnus recopie recourir recours recrute recu recue recueil recues recus recyclerie reduire reduit reecrit
  reel reelles reemploi reexamen refaire refere referentiel reforme refugie refugies refus refuse refusee regarde
  regie regies regime regional regionale regionales registre registres reglait reglementaire reglementaires reguliers
  reine rejet rejoindre relais relevant releve releves relire relit relu relues remede remet remettre remis remise
  remises remplace remplacee rempli remplir remplit rencontre rend rendre rendu rendus renforce renfort renonce
  renseigne rente rentre renvoi renvoie repartir repas repere repond repondra repondre repondront report reporte
  reporter repos repose reprend reprendre repris reprise reprises repute reputee reseaux reservait reservees respect
  respecte respectee ressourcerie ressources reste restent rester restes restreindre restreint restreinte resultat
  resultats resume retenir retenu retenue retenues retenus retouches retour retrait reunion reunions reunir reunis
  reunit revanche revenu revenus reves revision revolus rgpd riche rigolote risque risques roi role rompre rose rouge
  rural rurale sais saisie saisine saisir sait salaires salarial salariale salariee salle samedi sanctionne
  sanctionnee sanitaire sante satisfaire satisfait sauf saura sauvegarde savent savoir schema scolaires secondaire
  secondaires seconde secours secret secretariat secu seize sejour seniors separes sept sera serai serais serait serez
  serons seront sert servait servir seuil seules seuls sexe siege sigle sigles signale signe signee signes silencieux
  similaires simple sinon six smic societale socioprofessionnel soit soixante solaires solde soleil solidaire
  solidaires sols somme sommes sont sort sortantes sortes sorti sortie sorties sortis soumis soumise soumissionnaire
  soumissionnaires souples source sources sourcing soutien special specialise specialisee specialises sport stable
  stagiaire stagiaires standard standardises statut statuts stock stress style subsidiaire subventionnes succede
  suffire suffisante suffit suis suivantes suivie suivies suivis sujet sujets sup supplementaire supplementaires
  supporte suppose supprime sur surcout sure surenchere surplus suspendu syndicat synonymes systeme table tableau
  tache taches taille tard taxe taxes taxi telephone telephonie tels temporaire tenir tenu tenue terme termine terrain
  terre territoriales tes tests tete tetes textile textiles tiennent tiens tient tiers titre titres ton tonte tot
  totale totales totaux touche tour toutefois trace traces traduire traduis trafic traitait traitees trajet tranche
  tranches transfert transitoire transmettre transport travaillee travaillees treize tremplin trente tresorerie tri
  tribunal trimestre trimestres trimestriel trois troisieme trottoir trouvee tutorat type types ugap ukrainien un
  unitaire unitaires urbain urgent urgente usagers usuel usuels utile utiles va vague vais valide validee validees
  valorise variante variantes varie vas vaut vehicule vehicules veille velo velos vend vendredi vent vente verbal
  verifie verifiee verifier verifies verra verse versee versions vert verte vestiaires veulent veut veux victimes vide
  vie viendra viennent viens vient vieux vin vingt virus vis visa visait visant vise visee visees vises vitale vitesse
  vitres vivier vocabulaire voeux voie voient voies vois voisin voisines voisins voit voix vol volet volontaire
  volontaires volontariat volume volumes vont voudra voudrait voulait vrai vue zero zones
  `
    .trim()
    .split(/\s+/),
);
