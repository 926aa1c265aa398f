import { existsSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Réglages, lus une fois au démarrage ; ce fichier est le seul lecteur de l'environnement. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly storeDir: string;
  readonly rateLimit: 'off' | { readonly parMinute: number };
  /** Code INSEE de la région servie. */
  readonly region: string;
  /** Durée après laquelle une personne dont rien n'est plus écrit est anonymisée, chaque nuit. */
  readonly retention: 'off' | { readonly mois: number };
  /** Adresse publique du service, sans barre finale : celle des liens donnés dans la conversation. */
  readonly publicUrl: string;
  /** Heure de Paris à laquelle le service va chercher les avis chaque jour. */
  readonly refreshNotices: 'off' | { readonly heure: string };
  /** Où les chercher : les services publics, ou un miroir. */
  readonly sourcesNotices: { readonly boamp: string; readonly decp: string };
  /** Identité du bot auprès d'Azure ; null : activités non authentifiées, sur cette machine seulement. */
  readonly credentials: Credentials | null;
  /** Comptes et jeu de démonstration : seulement sans identité et sur cette machine. */
  readonly demonstration: boolean;
}

/** Identité du bot, sous les noms qu'Azure Bot leur donne. */
export interface Credentials {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppType: 'SingleTenant' | 'UserAssignedMSI';
  readonly MicrosoftAppTenantId: string;
  /** Absent pour une identité managée. */
  readonly MicrosoftAppPassword?: string;
}

/** Un réglage faux : le démarrage s'arrête sur cette phrase. */
export class ConfigError extends Error {}

const vide = (valeur: unknown) => (valeur === '' ? undefined : valeur);
const texte = z.preprocess(vide, z.string().trim().optional());

/** Cinq ans : le temps du suivi à douze mois, du solde du marché et des contrôles qui peuvent le suivre. */
const CONSERVATION_USUELLE = 60;
const MOIS_DE_CONSERVATION = '« off » ou un nombre de mois, de 12 à 600';

const adresse = (usuelle: string) =>
  z.preprocess(vide, z.url({ protocol: /^https?$/, error: 'une adresse http(s)' }).default(usuelle));
/** « daily » : quand les services publics sont peu sollicités, et avant l'arrivée des agents. */
const HEURE_QUOTIDIENNE = '05:10';

const Environnement = z.object({
  PORT: z.preprocess(
    vide,
    z.coerce.number({ error: 'un numéro de port, de 0 à 65535' }).int().min(0).max(65_535).default(3978),
  ),
  HOST: z.preprocess(vide, z.string().trim().default('127.0.0.1')),
  STORE_DIR: texte,
  RATE_LIMIT: z.preprocess(
    vide,
    z
      .union([z.literal('off'), z.coerce.number().int().positive()], {
        error: '« off » ou un nombre de messages par minute',
      })
      .default(60),
  ),
  REGION: z.preprocess(
    vide,
    z
      .string()
      .regex(/^\d{2}$/, 'le code INSEE d’une région, deux chiffres')
      .default('32'),
  ),
  RETENTION_MONTHS: z.preprocess(
    vide,
    z
      .union([z.literal('off'), z.coerce.number()], { error: MOIS_DE_CONSERVATION })
      .refine((mois) => mois === 'off' || (Number.isInteger(mois) && mois >= 12 && mois <= 600), {
        error: MOIS_DE_CONSERVATION,
      })
      .default(CONSERVATION_USUELLE),
  ),
  PUBLIC_URL: z.preprocess(vide, z.url({ protocol: /^https?$/, error: 'une adresse http(s)' }).optional()),
  REFRESH_NOTICES: z.preprocess(
    vide,
    z
      .string()
      .regex(/^(?:off|daily|(?:[01]\d|2[0-3]):[0-5]\d)$/, '« off », « daily » ou une heure de Paris, comme « 05:30 »')
      .default('off'),
  ),
  BOAMP_URL: adresse('https://boamp-datadila.opendatasoft.com'),
  DECP_URL: adresse('https://data.economie.gouv.fr'),
  DEMO: z.preprocess(vide, z.enum(['auto', 'off'], { error: '« auto » ou « off »' }).default('auto')),
  MicrosoftAppId: texte,
  MicrosoftAppPassword: texte,
  MicrosoftAppType: z.preprocess(
    vide,
    z.enum(['SingleTenant', 'UserAssignedMSI'], { error: '« SingleTenant » ou « UserAssignedMSI »' }).optional(),
  ),
  MicrosoftAppTenantId: texte,
});
type Environnement = z.infer<typeof Environnement>;

/** Vrai si cette adresse n'est joignable que de cette machine. */
export const estBoucleLocale = (host: string): boolean =>
  host === 'localhost' || (isIPv4(host) && host.startsWith('127.')) || (isIPv6(host) && host === '::1');

/**
 * Lit et vérifie les réglages.
 * @param racine dossier du projet, où chercher `.env` et où ranger les données par défaut
 * @throws ConfigError en français, qui nomme le réglage faux
 */
export const readConfig = (racine: string, environnement: NodeJS.ProcessEnv = lireEnvironnement(racine)): Config => {
  const lu = Environnement.safeParse(environnement);
  if (!lu.success) {
    const [faute] = lu.error.issues;
    throw new ConfigError(
      `Réglage ${String(faute?.path[0])} incorrect : on attend ${faute?.message}. Voyez .env.example.`,
    );
  }
  const env = lu.data;
  const credentials = lireIdentite(env);
  if (credentials === null && !estBoucleLocale(env.HOST))
    throw new ConfigError(
      `HOST vaut ${env.HOST}, joignable d’ailleurs, alors que l’identité du bot (MicrosoftAppId…) n’est pas donnée : n’importe qui pourrait se faire passer pour un facilitateur. Donnez l’identité, ou écoutez sur 127.0.0.1.`,
    );
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    storeDir: resolve(racine, env.STORE_DIR ?? join('data', 'runtime')),
    rateLimit: env.RATE_LIMIT === 'off' ? 'off' : { parMinute: env.RATE_LIMIT },
    region: env.REGION,
    retention: env.RETENTION_MONTHS === 'off' ? 'off' : { mois: env.RETENTION_MONTHS },
    publicUrl: (env.PUBLIC_URL ?? `http://${nomDHote(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
    refreshNotices:
      env.REFRESH_NOTICES === 'off'
        ? 'off'
        : { heure: env.REFRESH_NOTICES === 'daily' ? HEURE_QUOTIDIENNE : env.REFRESH_NOTICES },
    sourcesNotices: { boamp: env.BOAMP_URL, decp: env.DECP_URL },
    credentials,
    demonstration: credentials === null && env.DEMO === 'auto',
  });
};

/** Nom sous lequel un navigateur de cette machine trouve le service. */
const nomDHote = (host: string): string =>
  estBoucleLocale(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host;

const lireEnvironnement = (racine: string): NodeJS.ProcessEnv => {
  const fichier = join(racine, '.env');
  if (existsSync(fichier)) process.loadEnvFile(fichier);
  return process.env;
};

const lireIdentite = (env: Environnement): Credentials | null => {
  const { MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword, MicrosoftAppType = 'SingleTenant' } = env;
  if (MicrosoftAppId === undefined) {
    if (MicrosoftAppPassword !== undefined)
      throw new ConfigError('MicrosoftAppPassword est donné sans MicrosoftAppId.');
    return null;
  }
  if (MicrosoftAppTenantId === undefined) throw new ConfigError('MicrosoftAppId est donné sans MicrosoftAppTenantId.');
  if (MicrosoftAppType === 'UserAssignedMSI') return { MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId };
  if (MicrosoftAppPassword === undefined)
    throw new ConfigError('MicrosoftAppId est donné sans MicrosoftAppPassword (ou MicrosoftAppType=UserAssignedMSI).');
  return { MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId, MicrosoftAppPassword };
};
