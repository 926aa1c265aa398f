import { createHmac } from 'node:crypto';
import type { DonneesPersonne, ServicePersonnes } from '../../dialogs/services/personnes.ts';
import type { Beneficiaire } from '../../dialogs/services.ts';
import type { Operation } from '../domain/heures.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import { sommer } from '../domain/registre.ts';
import { type Compte, peutDeclarer, peutVoirOperation } from '../domain/roles.ts';
import { plier } from '../nlu/normaliser.ts';
import type { Store } from '../store/port.ts';
import { anonymiser } from './anonymiser.ts';
import { estNomSeul, separerCivilite } from './civilites.ts';

/** Ce qui ressemble déjà à un code : « P-0231 », « B16-0004 », « p8001 ». */
const CODE = /^[a-z]{1,4}\d{0,4}[-_ ]?\d{1,8}$/i;
const CHIFFRES = '23456789';
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Un code posé ici à la place d'un nom : le recoder en ferait une autre personne. */
const CODE_POSE = /^P-[2-9A-HJ-NP-Z]{6}$/i;

/**
 * Remplace un nom par un code stable propre au dépôt ; un code est seulement mis en forme.
 * Le nom lui-même n'est écrit nulle part.
 */
export const createCodage =
  (secret: string) =>
  (beneficiaire: string): Beneficiaire => {
    const { nom, sexe } = separerCivilite(beneficiaire.trim());
    const nu = nom.trim();
    if (CODE_POSE.test(nu)) return { code: nu.toUpperCase(), libelle: nu.toUpperCase() };
    if (CODE.test(nu)) {
      const code = nu
        .toUpperCase()
        .replace(/[_ ]/, '-')
        .replace(/^([A-Z]+)(\d+)$/, '$1-$2');
      return { code, libelle: code };
    }
    // Un nom de famille seul garde sa civilité : « Mme Martin » n'est pas « M. Martin ».
    const distinct = sexe !== null && estNomSeul(nu) ? `${nu} ${sexe === 'F' ? 'mme' : 'm'}` : nu;
    const cle = plier(distinct)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .split(' ')
      .sort()
      .join(' ');
    const empreinte = createHmac('sha256', secret).update(cle).digest();
    const [premier = 0, ...autres] = empreinte.subarray(0, 6);
    // Le premier signe est un chiffre : un code tout en lettres se lirait comme un mot.
    const suffixe =
      CHIFFRES[premier % CHIFFRES.length] + autres.map((octet) => ALPHABET[octet % ALPHABET.length]).join('');
    const mots = cle.split(' ').map((mot) => empreinteDeMot(mot, secret));
    return { code: `P-${suffixe}`, libelle: initiales(nu), mots };
  };

/** Empreinte courte d'un mot d'un nom : « Claire » redit se rattache à « Claire Boulanger » sans que le nom soit gardé. */
const empreinteDeMot = (mot: string, secret: string): string =>
  createHmac('sha256', secret).update(`mot ${mot}`).digest('base64url').slice(0, 6);

/** « Farid Zaoui » → « F. Z. ». */
const initiales = (nom: string): string =>
  nom
    .split(/[\s-]+/)
    .filter((mot) => mot !== '')
    .map((mot) => `${mot.charAt(0).toUpperCase()}.`)
    .join(' ');

/** Code tel qu'on l'écrit au milieu d'une phrase. */
const CODE_DIT = /\b[a-z]{1,4}\d{0,4}-[a-z0-9]{1,10}\b|\b[a-z]{1,2}\d{3,8}\b/gi;

/** Ce qui est gardé d'une personne, et l'effacement de ce qui la désigne. */
export const createServicePersonnes = ({
  store,
  lignes,
  coder,
}: {
  readonly store: Store;
  readonly lignes: () => Promise<TableLignes>;
  readonly coder: ReturnType<typeof createCodage>;
}): ServicePersonnes => {
  const operationsDe = async (): Promise<ReadonlyMap<string, Operation>> =>
    new Map((await store.operations.all()).map((operation) => [operation.id, operation]));
  const decrire = async (code: string, compte: Compte): Promise<DonneesPersonne | null> => {
    const operations = await operationsDe();
    const siennes = (await lignes()).deBeneficiaire(code).map(({ ligne }) => ligne);
    const faits = (await store.parcours.all()).filter(({ personne }) => personne === code);
    const tout = siennes.every(({ operation }) =>
      peutVoirOperation(compte, operations.get(operation)?.facilitateur ?? null),
    );
    if (!peutDeclarer(compte) || !tout) return null;
    return {
      code,
      lignes: siennes.length,
      heures: sommer(siennes.map(({ heures }) => heures)),
      premier: siennes.map(({ debut }) => debut).sort()[0] ?? null,
      dernier:
        siennes
          .map(({ fin }) => fin)
          .sort()
          .at(-1) ?? null,
      operations: [...new Set(siennes.map(({ operation }) => operations.get(operation)?.intitule ?? operation))],
      publics: [...new Set(siennes.flatMap(({ publics }) => publics))],
      sexe: siennes.find(({ sexe }) => sexe !== null)?.sexe ?? null,
      anneeNaissance: siennes.find(({ anneeNaissance }) => anneeNaissance !== null)?.anneeNaissance ?? null,
      sorties: [...new Set(siennes.flatMap(({ sortie }) => (sortie === null ? [] : [sortie])))],
      faitsDeParcours: faits.length,
    };
  };
  return {
    lireCode: (texte) => {
      const dit = texte.match(CODE_DIT)?.find((mot) => /\d/.test(mot) || mot.startsWith('P-'));
      return dit === undefined ? null : coder(dit).code;
    },
    decrire,
    async effacer(code, compte, origine) {
      if ((await decrire(code, compte)) === null) return null;
      return (await anonymiser([code], { store, origine })).get(code) ?? null;
    },
  };
};
