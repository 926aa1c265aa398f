/**
 * Champs de sens : des mots différents pour une même chose, que les formulations n'ont pas toutes dits.
 * Un mot garde sa racine et gagne en plus le trait de son champ, au poids moindre : « denrées » reste des denrées,
 * et compte aussi comme des fournitures. « champ: débuts de mots » ; un début de moins de cinq lettres est un mot entier.
 */
const CHAMPS = `
fourniture: fournit denree alimentai aliment repas mobilier meuble papier papeterie bureautiq vehicul voiture camion ordinate informatiq materiel livre livres manuel vetement uniforme epi carburan medicame equipeme outillag consomma produit viande legume pain
service: prestat nettoyag menage entretie gardienn securite surveill assuranc telephon restaura traiteur transpor collecte maintena formatio etude etudes conseil audit impressi communic numeris archiva blanchis demenage accueil billett analyses laboratoi formateu exploita
travaux: travaux chantier construi construct rehabili renovati batir batimen demoliti voirie vrd macon plomberi electrici peinture toiture couvertu gros gymnase ecole college lycee creche piscine mediathe residenc ehpad logement caserne tramway route pont halle
acheteur_local: mairie commune communes ville communal municipal village departem regional intercomm agglo agglomer metropol communau syndicat sivom sdis ccas epci hopital hospital ehpad lycee college universi caisse regie office opac oph hlm bailleur
acheteur_etat: etat ministere prefectu prefet rectorat armee gendarme police douane dreets ddets dreal inspecti
seuil: seuil seuils montant plancher depass dessous inferieu superieu atteint franchi europeen formalis
ecarter: zapper ecarter ecarte passer omettre omis oubli oublie impasse renonce abandon dispense derog exempt exoner echappe echapper eviter evite contourn refus refuse refuser dessaisir sauter pass negliger
sanction: penalit sanction amende punir pression poursuiv poursuit resili exclure exclu recours astreint defailla manque manquem retenir retenue mise demeure reparat
preuve: preuve prouver justifi justificat attestat certific piece pieces document papier releve bulletin contrat convent
motiver: motif motifs motiver justifie explique expliqu trace tracer ecrire ecrit rapport raison pourquoi pourkoi
seulement: seul seule seuls seules seulemen uniquem exclusi rien autre autres reserve
structure: structur associati chantier insertio siae aci etti geiq adapte protege esat atelier regie coorace
handicap: handica invalid rqth mdph aah cdaph adapte protege esat deficien sourd aveugle autiste
public: beneficiai eligibl public publics chomeur chomage deld rsa aah ass ata jeune jeunes neet senior seniors migrant refugie detenu sortant qpv quartier parent isole isolee illettr
local: local locaux locale locales habitant riverain administ coin quartier commune ville territoi departem region proximit voisin
ess: ess ssig social solidai coopera mutuell fondatio associat scop scic esus
note: note noter noteraient critere criteres ponder points point bareme evaluer jugement classer departag
tuteur: tutorat tuteur tutrice accueil accompag encadr referent integrat formatio
rse: rse charte label politique responsa diversit egalite mixite
heure: heure heures volume quota objectif duree horaire
etp: etp temps plein complet 1607 1820 equivale annuel
penitentiaire: prison detenu detenus peniten incarcer ecrou maison centrale atigip bagne carceral
aide: aide aider appui accompa conseil renseign contacte appeler interlocu facilita
redaction: rediger redactio ecrire modele exemple clausier type texte coller formuler paragrap
publicite: publicit avis annonce boamp joue publier concurre devis consulta procedur gre
groupement: groupeme cotraita mandatai associer associat alliance ensemble binome consorti equipe
soustraitance: soustrai traitant confier deleguer
concession: concessi dsp delegat delegue affermag regisseu ferme fermier
duree: duree durer longtemp ans annees mois renouvel reconduc prolong maximum maxi
controle: controle controler verif suivre suivi surveil preuve releve bilan point
ancien: ancien ancienne ex cmp ordonnan decret 2006 2015 2016 avant abroge remplac equivale devenu
donnees: donnees decp recens publier champ fichier open data plateform declarat
juge: juge juges tribunal conseil arret jurispru contenti recours refere cour annuler
spaser: spaser schema promotio strategie politique achat achats
anru: anru npnru renouvel urbain urbaine rehabili quartier gup nationale
rgpd: rgpd cnil donnees personne vie privee confiden nom noms conserve
parcours: parcours agrement pass prescri orienteu duree mois prolong cdi cddi
`;

const parDebut = new Map<string, readonly string[]>();
for (const ligne of CHAMPS.trim().split('\n')) {
  const [champ = '', debuts = ''] = ligne.split(': ');
  for (const debut of debuts.split(' ')) parDebut.set(debut, [...(parDebut.get(debut) ?? []), champ]);
}
const LONGUEUR = 9;
const COURT = 5;

/** Champs de sens d'un mot plié. */
export const champsDe = (mot: string): readonly string[] => {
  for (let fin = Math.min(mot.length, LONGUEUR); fin >= 2; fin -= 1) {
    if (fin < COURT && fin !== mot.length) continue;
    const champs = parDebut.get(mot.slice(0, fin));
    if (champs !== undefined) return champs;
  }
  return [];
};
