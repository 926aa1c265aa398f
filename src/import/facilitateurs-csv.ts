import { z } from 'zod';
import { fautesDeCouverture } from '../domain/rattachement.ts';
import { Facilitateur, NaturePorteur, NiveauCouverture } from '../domain/territoire.ts';
import type { Territoire } from '../domain/territoire-index.ts';
import { type LigneCsv, lireCsv, type Refus } from './csv.ts';
import { colonnesManquantes, Lecteur, lireListe, lireTexte } from './lecteur.ts';
import { type Lu, lireDansListe, lireDateCsv, lireHeuresCsv, lireOuiNon } from './valeurs.ts';

export const COLONNES_FACILITATEURS = [
  'id',
  'nom',
  'porteur',
  'nature',
  'niveau',
  'codes',
  'couvre_aussi',
  'role',
  'services',
  'etp',
  'personnes',
  'implantations',
  'site',
  'contact',
  'verifie',
  'verifie_le',
  'source',
  'source_annee',
  'chef_de_file',
  'coordonne',
] as const;

const OBLIGATOIRES = ['id', 'nom', 'porteur', 'niveau', 'codes', 'source', 'source_annee'] as const;

/** Un tableur mange les zéros de tête : « 2691 » redevient « 02691 », et le département « 2 », « 02 ». */
const completer = (code: string, niveau: string): string =>
  niveau === 'communes' ? code.padStart(5, '0') : niveau === 'departement' ? code.padStart(2, '0') : code;

/** « epci:200072460|communes:59512|communes:59650 » → une couverture par niveau. */
const lireCouvertures = (texte: string): Lu<{ niveau: string; codes: string[] }[]> => {
  const parNiveau = new Map<string, string[]>();
  for (const morceau of texte.split('|')) {
    const [niveau = '', code = ''] = morceau.split(':').map((partie) => partie.trim());
    if (code === '' || !NiveauCouverture.safeParse(niveau).success)
      return { raison: `« ${morceau} » : écrivez niveau:code, par exemple communes:59512` };
    parNiveau.set(niveau, [...(parNiveau.get(niveau) ?? []), completer(code, niveau)]);
  }
  return { valeur: [...parNiveau].map(([niveau, codes]) => ({ niveau, codes })) };
};

const lireBrut = (lecteur: Lecteur): unknown => {
  const niveau = lecteur.exiger('niveau', (texte) => lireDansListe(texte, NiveauCouverture.options));
  const codes = lecteur.exiger('codes', lireListe) ?? [];
  return {
    id: lecteur.exiger('id', lireTexte),
    nom: lecteur.exiger('nom', lireTexte),
    porteur: lecteur.exiger('porteur', lireTexte),
    nature: lecteur.permettre('nature', (texte) => lireDansListe(texte.replaceAll(' ', '-'), NaturePorteur.options)),
    couverture: { niveau, codes: codes.map((code) => completer(code, niveau ?? '')) },
    couvreAussi: lecteur.permettre('couvre_aussi', lireCouvertures) ?? [],
    role: lecteur.permettre('role', lireTexte),
    services: lecteur.permettre('services', lireListe) ?? [],
    etp: lecteur.permettre('etp', lireHeuresCsv),
    personnes: lecteur.permettre('personnes', lireHeuresCsv),
    implantations: (lecteur.permettre('implantations', lireListe) ?? []).map((code) => completer(code, 'communes')),
    site: lecteur.permettre('site', lireTexte),
    contact: lecteur.permettre('contact', lireTexte),
    verifie: lecteur.permettre('verifie', lireOuiNon) ?? false,
    verifieLe: lecteur.permettre('verifie_le', lireDateCsv),
    source: {
      libelle: lecteur.exiger('source', lireTexte),
      annee: lecteur.exiger('source_annee', lireTexte),
    },
    chefDeFile: lecteur.permettre('chef_de_file', lireOuiNon) ?? false,
    coordonne: lecteur.permettre('coordonne', lireListe) ?? [],
  };
};

/** Lit l'annuaire d'un CSV ; les bonnes lignes sont rendues, les autres expliquées. */
export const importerFacilitateurs = async (
  fichier: string,
  territoire: Territoire,
): Promise<{ readonly structures: readonly Facilitateur[]; readonly refus: readonly Refus[] }> => {
  const refus: Refus[] = [];
  const structures = new Map<string, Facilitateur>();
  const lireUne = (ligne: LigneCsv): void => {
    const lecteur = new Lecteur(fichier, ligne);
    const lu = Facilitateur.safeParse(lireBrut(lecteur), { error: z.locales.fr().localeError });
    if (lecteur.refus.length > 0) return void refus.push(...lecteur.refus);
    const raisons = lu.success
      ? [
          ...fautesDeCouverture(lu.data, territoire),
          ...(structures.has(lu.data.id) ? [`id : « ${lu.data.id} » est déjà pris plus haut`] : []),
        ]
      : lu.error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`);
    for (const raison of raisons) refus.push({ fichier, ligne: ligne.numero, colonne: null, raison });
    if (lu.success && raisons.length === 0) structures.set(lu.data.id, lu.data);
  };
  let premiere = true;
  for await (const ligne of lireCsv(fichier, (refuse) => refus.push(refuse))) {
    const manquantes = premiere ? colonnesManquantes(fichier, ligne, OBLIGATOIRES) : [];
    if (manquantes.length > 0) return { structures: [], refus: manquantes };
    premiere = false;
    lireUne(ligne);
  }
  return { structures: [...structures.values()], refus };
};
