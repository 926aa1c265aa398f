import { PRENOMS } from './prenoms.ts';
import { aplatir } from './references.ts';

const COURRIEL = /[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+/g;
const TELEPHONE = /(?:(?:\+|00) ?33[\s.]?(?:\(0\))?[\s.-]?|(?<!\d)0)[1-9](?:[\s./-]?\d{2}){4}(?!\d)/g;
const NIR =
  /(?<!\d)[12][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]?(?:\d{2}|2[AB])[\s.]?\d{3}[\s.]?\d{3}(?:[\s./-]?\d{2})?(?!\d)/gi;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g;
const NAISSANCE =
  /(\bnée?s? le|\bdate de naissance ?:?) ?\d{1,2}(?:er)?(?:[/.-]\d{1,2}[/.-]\d{2,4}|\s\p{L}+\s\d{4})/giu;
const ADRESSE =
  /\b\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.?|boulevard|bd|place|allée|impasse|chemin|quai|square|cité|résidence) [\p{L}\d'’ -]{2,40}?(?=,|[.;?!\n]|$| à | a | dans | est | et | en | \d{5})/giu;
const CIVILITE =
  /(?<!\p{L})(M\.|MM\.|[Mm]rs?\.?|[Mm]me\.?|[Mm]lle\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|MME|MONSIEUR|MADAME|Dr\.?|[Mm]aître)[ \t]+((?:(?:[Dd]e |[Dd]u |[Dd]es |[Ll]e |[Ll]a |[Ee]l |[Bb]en |[Vv]an |[Dd]['’])?\p{L}[\p{L}'’-]*)(?:[ \t]+\p{Lu}[\p{L}'’-]*){0,2})/gu;
const PRESENTATION =
  /((?:[Jj]e m['’]appelle|[Mm]on nom est|[Jj]e me nomme|[Nn]om et prénom ?:|[Pp]rénom ?:|[Nn]om ?:|[Ss]igné ?:?)\s+)(\p{L}[\p{L}'’-]+(?:[ \t]+\p{L}[\p{L}'’-]+)?)/gu;
const MAJUSCULES =
  /(?<![\p{L}\d'’-])\p{Lu}[\p{L}'’-]+(?:[ \t]+(?:(?:de|du|des|le|la|el|ben|van|d['’])[ \t]*)?\p{Lu}[\p{L}'’-]*\p{L}){1,3}/gu;

// « École Jean Moulin », « Ets Caudron », « rue Victor Hugo » : un lieu ou une structure porte le nom.
const PORTEUR =
  /(?<![\p{L}])(?:[ée]cole|coll[èe]ge|lyc[ée]e|rue|avenue|boulevard|place|all[ée]e|quai|piscine|gymnase|stade|salle|halle|r[ée]sidence|quartier|zac|centre|espace|association|asso|entreprise|soci[ée]t[ée]|ets|[ée]tablissements?|cabinet|groupe|maison|fondation|site|th[ée][âa]tre|m[ée]diath[èe]que|h[ôo]pital|ehpad|cr[èe]che|universit[ée]|sarl|sas|scop|chantier|op[ée]ration|march[ée]|lot|mairie|ville|commune|esat|ea|aci|ei|etti|geiq|r[ée]gie|arr[êe]t|loi|rapport|d[ée]cret)s?\s+(?:\p{Ll}+['’ ]\s?){0,2}$/iu;
/** Ce qui suit une civilité sans être un nom. */
const FONCTIONS =
  /^(?:(?:le|la|l['’]|les|votre|notre)\s*)?(?:maire|pr[ée]sidente?|directeur|directrice|pr[ée]f[èe]te?|ministre|monsieur|madame|adjointe?|responsable|chef|cheffe|facilitateur|facilitatrice|acheteur|acheteuse|bonjour|je|nous|vous|pourriez|pouvez|en|dans|et|ou)(?![\p{L}-])/iu;
const OUVERTURES = new Set(
  'bonjour bonsoir salut merci cordialement chere cher pour avec mais est peut puis dois quel quelle quels comment pourquoi concernant objet madame monsieur salutations bien le la les un une de du des et ou'.split(
    ' ',
  ),
);

/**
 * Masque ce qui désigne une personne : courriel, téléphone, numéro de sécurité sociale, compte bancaire,
 * naissance, adresse, nom.
 * @param connu vrai pour un mot du métier ou d'un lieu, qui n'est pas un nom de personne
 */
export const masquer = (texte: string, connu: (mot: string) => boolean): string =>
  masquerPrenoms(
    texte
      .replace(COURRIEL, '[courriel]')
      .replace(NIR, '[numéro]')
      .replace(IBAN, '[numéro]')
      .replace(TELEPHONE, '[téléphone]')
      .replace(NAISSANCE, '$1 [date]')
      .replace(ADRESSE, '[adresse]')
      .replace(CIVILITE, (trouve, civilite: string, nom: string) =>
        estUnNomApresCivilite(nom, connu) ? `${civilite} [nom]` : trouve,
      )
      .replace(PRESENTATION, (trouve, debut: string, nom: string) =>
        decouper(nom).every(connu) ? trouve : `${debut}[nom]`,
      )
      .replace(MAJUSCULES, (trouve, place: number, entier: string) =>
        PORTEUR.test(entier.slice(0, place)) ? trouve : masquerSuite(trouve, connu),
      ),
    connu,
  )
    .replace(/ {2,}/g, ' ')
    .trim();

/** « pour karim benali » : un prénom courant, puis un mot qui n'est ni du métier ni de la langue. */
const masquerPrenoms = (texte: string, connu: (mot: string) => boolean): string => {
  const morceaux = texte.split(/([\p{L}-]{3,})/u);
  let rendu = '';
  for (let rang = 0; rang < morceaux.length; rang += 1) {
    const [mot = '', espace = '', suivant = ''] = morceaux.slice(rang, rang + 3);
    const couple = rang % 2 === 1 && /^[ \t]+$/.test(espace) && suivant !== '' && estUnPrenom(mot);
    if (couple && !connu(suivant) && !estMotCourant(suivant) && !PORTEUR.test(rendu)) {
      rendu += '[nom]';
      rang += 2;
    } else rendu += mot;
  }
  return rendu;
};

const plier = (mot: string): string => aplatir(mot).replace(/œ/g, 'oe');
const decouper = (suite: string): readonly string[] => suite.split(/[\s'’-]+/).filter((mot) => mot !== '');
const estUnPrenom = (mot: string): boolean => decouper(plier(mot)).every((part) => PRENOMS.has(part));
/** Mots de la langue qui suivent un prénom sans être un nom. */
const estMotCourant = (mot: string): boolean =>
  /^(?:est|sera|etait|doit|peut|veut|fait|pour|avec|dans|chez|sur|sous|sans|depuis|qui|que|dont|mais|puis|donc|alors|elle|nous|vous|ils|son|ses|leur|une|des|les|aux|heures?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|habite|travaille|commence|arrive|recrute[er]?)$/.test(
    plier(mot),
  );

/** Un nom commence par une majuscule, ou n'est ni une fonction ni un mot connu. */
const estUnNomApresCivilite = (nom: string, connu: (mot: string) => boolean): boolean => {
  if (FONCTIONS.test(nom)) return false;
  if (/^\p{Lu}/u.test(nom)) return true;
  return !decouper(nom).some(connu) && !estMotCourant(nom);
};

/** « Bonjour Marie Dupont » garde son bonjour ; « Saint Omer » et « France Travail » restent. */
const masquerSuite = (suite: string, connu: (mot: string) => boolean): string => {
  const mots = suite.split(/(?<=[ \t])/);
  const debut = mots.findIndex((mot) => !OUVERTURES.has(plier(mot.trim())));
  if (debut < 0 || mots.length - debut < 2) return suite;
  const garde = mots.slice(0, debut).join('');
  const nom = mots.slice(debut).join('');
  const [premier = '', ...reste] = mots.slice(debut).map((mot) => mot.trim());
  const dernier = reste.at(-1) ?? '';
  if (PORTEUR.test(`${premier} `)) return suite;
  if (/^(?:saints?|saintes?|st|ste)$/.test(plier(premier))) return suite;
  if (estUnPrenom(premier)) return `${garde}[nom]`;
  if (estUnPrenom(dernier) && !decouper(premier).some(connu)) return `${garde}[nom]`;
  return decouper(nom).some(connu) ? suite : `${garde}[nom]`;
};
