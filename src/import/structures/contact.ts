/** Boîtes de service : elles ne nomment personne. */
const GENERIQUES =
  /^(?:contact|accueil|info(?:s|rmations?)?|secretariat|administration|direction|commercial|service|services|bonjour|hello|mail|esat|ea|siae|association|asso|agence|atelier|ateliers|chantier|chantiers|insertion|devis|commande|commandes|production|siege|bureau|standard)(?:[._-]?[a-z0-9]+)?$/;

const plier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Une boîte qui porte le nom de la structure ou de son domaine est celle de la structure. */
const estGenerique = (adresse: string, nom: string): boolean => {
  const [boite = '', domaine = ''] = plier(adresse).split('@');
  if (GENERIQUES.test(boite)) return true;
  const nue = boite.replace(/[^a-z]/g, '');
  if (nue.length < 4) return false;
  const noms = plier(`${nom} ${domaine.split('.')[0] ?? ''}`).replace(/[^a-z]/g, '');
  return noms.includes(nue);
};

/** Un portable est le plus souvent celui d'une personne. */
const lireStandard = (texte: string): string | null => {
  const chiffres = texte.replace(/^(?:\+|00)33/, '0').replace(/\D/g, '');
  const numero = chiffres.length === 9 ? `0${chiffres}` : chiffres;
  return /^0[1-589]\d{8}$/.test(numero) ? (numero.match(/\d{2}/g) ?? []).join(' ') : null;
};

/** Contact d'une structure ; `ecarte` : une adresse ou un portable nominatif a été laissé de côté. */
export const lireContact = ({
  courriel,
  telephone,
  nom,
}: {
  readonly courriel: string;
  readonly telephone: string;
  readonly nom: string;
}): { readonly contact: string | null; readonly ecarte: boolean } => {
  const adresse = /[^\s<>;,]+@[^\s<>;,]+\.[a-z]{2,}/i.exec(courriel)?.[0] ?? null;
  const gardee = adresse !== null && estGenerique(adresse, nom) ? adresse.toLowerCase() : null;
  const standard = lireStandard(telephone);
  const parties = [standard, gardee].filter((partie) => partie !== null);
  return {
    contact: parties.length === 0 ? null : parties.join(', '),
    ecarte: (adresse !== null && gardee === null) || (telephone.trim() !== '' && standard === null),
  };
};

/** « www.exemple.fr » → adresse complète ; null si ce n'en est pas une. */
export const lireSite = (texte: string): string | null => {
  const complet = /^https?:\/\//i.test(texte) ? texte : `https://${texte}`;
  return /^https?:\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/i.test(complet) && URL.canParse(complet) ? complet : null;
};
