import type { BesoinsCumules, GenreBesoin } from '../../src/domain/territoire/besoins.ts';
import type { EtatDesLieux, MoyensConnus } from '../../src/domain/territoire/etat-des-lieux.ts';
import type { NaturePorteur } from '../../src/domain/territoire.ts';
import { accorder, formatJour, formatListe, formatNombre } from '../kit/format.ts';

export const horsRegion = (nom: string, region: string): string =>
  `${nom} est en dehors de la région ${region} : je ne connais la couverture que de cette région.`;

export const titreZones = (ou: string, blanches: number, total: number): string => {
  if (blanches === 0)
    return `**${ou}** : aucune zone blanche, les ${formatNombre(total)} intercommunalités ont un facilitateur local.`;
  return `**${ou}** : ${accorder(blanches, 'zone blanche', 'zones blanches')} sur ${accorder(total, 'intercommunalité')}, c’est-à-dire sans facilitateur local vérifié.`;
};

export const liste = (noms: readonly string[]): string => noms.map((nom) => `- ${nom}`).join('\n');

export const listeParDepartement = (
  groupes: readonly { readonly nom: string; readonly epcis: readonly string[] }[],
): string => groupes.map(({ nom, epcis }) => `- ${nom} (${epcis.length}) : ${formatListe(epcis)}`).join('\n');

export const sansPersonne = (liste_: string, nombre_: number): string | null =>
  nombre_ === 0 ? null : `**Pas couvertes du tout** (${nombre_}) :\n\n${liste_}`;

export const parLeDepartement = (liste_: string, nombre_: number): string | null =>
  nombre_ === 0 ? null : `**Couvertes par le Département seulement** (${nombre_}) :\n\n${liste_}`;

export const enPartie = (
  epcis: readonly { readonly nom: string; readonly communesCouvertes: number; readonly communes: number }[],
): string | null =>
  epcis.length === 0
    ? null
    : `**Couvertes en partie** (${epcis.length}) :\n\n${liste(epcis.map(({ nom, communesCouvertes, communes }) => `${nom} : ${accorder(communesCouvertes, 'commune')} sur ${formatNombre(communes)}`))}`;

export const couvertes = (noms: readonly string[]): string | null =>
  noms.length === 0 ? null : `**Couvertes** (${noms.length}) : ${formatListe(noms)}.`;

export const conseil =
  'En zone blanche, la clause reste possible : donnez-moi la commune d’exécution, je vous dirai à qui vous adresser.';

export const page = 'Le tableau et la carte sont sur la page `/territoire`, avec les données à télécharger.';

export const titreEtat = (ou: string): string => `**État des lieux des facilitateurs** — ${ou}`;

export const nombre = ({ structures, aConfirmer, chefsDeFile }: EtatDesLieux): string =>
  `- Structures vérifiées : **${formatNombre(structures)}**${aConfirmer > 0 ? ` (et ${formatNombre(aConfirmer)} à confirmer, que je ne montre pas)` : ''}\n- Chefs de file : **${chefsDeFile.length === 0 ? 'aucun désigné' : formatListe(chefsDeFile.map(({ nom }) => nom))}**`;

const moyen = ({ total, connues, inconnues }: MoyensConnus, unite: string): string => {
  if (connues === 0) return `inconnu pour ${accorder(inconnues, 'structure')}`;
  const reste = inconnues === 0 ? '' : `, inconnu pour ${formatNombre(inconnues)}`;
  return `**${formatNombre(total)} ${unite}** pour ${accorder(connues, 'structure')}${reste}`;
};

export const moyens = ({ etp, personnes }: EtatDesLieux): string =>
  `- Équivalents temps plein : ${moyen(etp, 'ETP')}\n- Personnes : ${moyen(personnes, 'personnes')}`;

/** Nature d'une structure porteuse, comme on la dit. */
export const NATURES: Readonly<Record<NaturePorteur, string>> = {
  plie: 'PLIE',
  'maison-emploi': 'maison de l’emploi',
  'mission-locale': 'mission locale',
  departement: 'Département',
  intercommunalite: 'intercommunalité',
  commune: 'commune',
  association: 'association',
  etat: 'service de l’État',
  autre: 'autre',
};

export const natures = (liste_: EtatDesLieux['natures']): string =>
  `**Structures porteuses** : ${liste_.map(({ nature, structures }) => `${NATURES[nature]} ${formatNombre(structures)}`).join(' ; ') || 'aucune'}.`;

export const lieux = (
  connus: readonly { readonly nom: string; readonly structures: number }[],
  sansLieu: number,
): string => {
  const dits = connus.map(({ nom, structures }) => (structures > 1 ? `${nom} (${structures})` : nom));
  const reste = sansLieu > 0 ? `lieu d’accueil inconnu pour ${accorder(sansLieu, 'structure')}` : null;
  return `**Lieux d’implantation** : ${[dits.length > 0 ? formatListe(dits) : null, reste].filter((partie) => partie !== null).join(' ; ')}.`;
};

export const aires = ({ niveaux }: EtatDesLieux): string =>
  `**Aires d’intervention** : ${[
    `${accorder(niveaux.communes, 'structure')} à l’échelle de communes`,
    `${formatNombre(niveaux.epci)} d’intercommunalités`,
    `${formatNombre(niveaux.departement)} de départements`,
    `${formatNombre(niveaux.region)} de la région`,
  ].join(', ')}.`;

const part = ({ nombre: combien, habitants }: EtatDesLieux['epcis']['couvert']): string =>
  `**${formatNombre(combien)}** (${formatNombre(habitants)} habitants)`;

export const couverture = (epcis: EtatDesLieux['epcis']): string =>
  `**Intercommunalités** :\n\n- couvertes : ${part(epcis.couvert)}\n- couvertes en partie : ${part(epcis.partie)}\n- par le Département seulement : ${part(epcis.departement)}\n- pas couvertes du tout : ${part(epcis.aucune)}`;

export const aCompleter =
  '_Ces chiffres sont ceux de mon annuaire, que la coordination régionale complète : ce qui est inconnu n’est pas nul._';

export const besoinsReserves =
  'Les besoins non satisfaits sont réservés à la coordination régionale. Vous pouvez demander « zones blanches » ou « état des lieux des facilitateurs ».';

export const aucunBesoin = (ou: string | null): string =>
  `Aucun besoin non satisfait n’est noté${ou === null ? '' : ` (${ou})`} : personne n’a cherché de facilitateur en zone blanche.`;

const GENRES: Readonly<Record<GenreBesoin, string>> = {
  'preparer-marche': 'préparer un marché',
  'realiser-heures': 'réaliser des heures',
  'trouver-contact': 'trouver un contact',
};

const GENRES_DITS: readonly GenreBesoin[] = ['preparer-marche', 'realiser-heures', 'trouver-contact'];

export const besoins = (
  liste_: readonly (BesoinsCumules & { readonly nom: string })[],
  { total, territoires }: { readonly total: number; readonly territoires: number },
): string =>
  [
    `**Besoins non satisfaits** : ${accorder(total, 'demande')} sur ${accorder(territoires, 'territoire')} sans facilitateur local.`,
    liste_
      .map(({ nom, nombre: combien, parGenre, dernier }) => {
        const genres = GENRES_DITS.filter((genre) => parGenre[genre] > 0).map(
          (genre) => `${GENRES[genre]} ${formatNombre(parGenre[genre])}`,
        );
        return `- **${nom}** : ${accorder(combien, 'demande')} (${genres.join(', ')}), la dernière le ${formatJour(dernier)}`;
      })
      .join('\n'),
    '_Une demande compte une fois par conversation, territoire et jour ; rien n’est gardé sur les personnes._',
  ].join('\n\n');
