import { raciner } from '../racines.ts';

/**
 * Familles de mots du métier : tout mot qui commence ainsi mène à la même racine.
 * « racine: débuts » ; les débuts les plus longs l'emportent.
 */
const FAMILLES = `
reserv: reserv
derog: derog exempt exoner dispens exception excuse
oblig: oblig contrain force forcer forces soumis tenu tenue tenus imperati
possibl: possib permis permet autoris licit legal illeg interdi recevab
calcul: calcul calibr dimension
pay: payer payan paie paient paye gratui cout coute factur financ tarif remuner prix
penalit: penal sanction amende
motiv: motiv motif justifie justifier justification raison expliqu pourquoi
preuv: preuv prouv justificati attest papier piece
resili: resili romp
conserv: conserv garder gardes archiv
defin: defini
taux: taux pourcent proportion quota quotite
minim: minim planch
maxim: maxim plafon
entrepris: entrepris boite societe firme
embauch: embauch recrut
employ: employeu
mettr: mettr met mettre mets mis integr introdui inser_ inclur prevoi prevu rajout ajout
impos: impos exig
not: not note notes noter notation notee evalu point points ponder
deduct: deduct deduir deduit baiss diminu retir
handicap: handicap invalid
prison: prison incarcer detenu detention penitent
insert: insertion reinsert
chomeur: chomeu chomag
signal: signal mention indiqu
remplac: remplac equival correspond devenu devient devien nouvelle_ref
associ: associat asso assoc
assoc_: associer associe
commun: commune communes mairie ville villes village municipal agglo agglomeration
sous_trait: soustrai
cotrait: cotrait groupement groupements
commenc: commenc demarr debut
dat: date dates datant vigueur
exist: exist
typ: type types categorie categories sorte sortes
public: beneficiair eligibl
lot: lot lots
group: grouper
duree: duree durees
prolong: prolong renouvel recondu
europ: europ
europeen: europeen europeenne
jeun: jeune jeunes
temp: temps
fair: faire
execut: execut executi
controle: controle controler
titulair: titulair attributai adjudicatai prestatair
redig: redig ecrir ecrit libell formuler formulation
juge: juge juges tribunal tribunau contentieu jurisprud
control: control verif surveill
modif: modif chang revoir revis
supprim: supprim enlev annul
ancien: ancien vieux vieil vieille ex autrefois
local: local locaux locale locales
accompagn: accompagn assist appui soutien soutenir
cherch: cherch trouv
commenc: commenc demarr debut
suivi: suivi suivre
echec: echec echou abandon
partenair: partenair
verser: verser verse versement
remuner: remuner salaire salaires
dechet: dechet recycl ordures
verd: verts verte espaces
renonc: renonc leve lever
petit: petit petite petits petites modeste faible
gros: gros grosse grand grands grande
plusieur: plusieurs multi multiple multiples differents
annee: an ans annee annees annuel annuelle
moin: moins
habit: habitant habitants administres riverain
`;

const parDebut = new Map<string, string>();
for (const ligne of FAMILLES.trim().split('\n')) {
  const [racine = '', debuts = ''] = ligne.split(': ');
  for (const debut of debuts.split(' ')) parDebut.set(debut, racine);
}
const LONGUEUR = 14;
const connues = new Map<string, string>();

/** Racine d'un mot plié : sa famille du métier, sinon sa racine française. */
export const racinerMetier = (mot: string): string => {
  const connue = connues.get(mot);
  if (connue !== undefined) return connue;
  const racine = chercherFamille(mot) ?? raciner(mot);
  if (connues.size > 50_000) connues.clear();
  connues.set(mot, racine);
  return racine;
};

/** Un début de cinq lettres ou plus vaut pour toute la famille ; plus court, il faut le mot entier. */
const chercherFamille = (mot: string): string | null => {
  for (let fin = Math.min(mot.length, LONGUEUR); fin >= 3; fin -= 1) {
    if (fin < 5 && fin !== mot.length) continue;
    const famille = parDebut.get(mot.slice(0, fin));
    if (famille !== undefined) return famille;
  }
  return null;
};
