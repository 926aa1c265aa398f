import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createActualisation, HORLOGE } from './actualisation.ts';
import { assembler } from './assemble.ts';
import { createBotFramework } from './channels/botframework/bot-framework.ts';
import { createDirectLine } from './channels/directline/direct-line.ts';
import { ecrireHeureLocale } from './channels/heure-locale.ts';
import { type Config, ConfigError, estBoucleLocale, readConfig } from './config.ts';
import { COMPTES_DEMONSTRATION, installerDemonstration } from './demonstration.ts';
import { createOuvrirDocument } from './documents/ouvrir.ts';
import { SEUIL_SECRET } from './domain/indicateurs/secret.ts';
import { VISITEUR } from './domain/roles.ts';
import { createLecteurContours } from './import/geo/depot.ts';
import { signaler, signalerPanne } from './journal.ts';
import { ContentError, loadRessources } from './load.ts';
import { programmerConservation } from './services/conservation.ts';
import { createGeographie } from './services/indicateurs/geographie.ts';
import { createVue } from './services/indicateurs/vue.ts';
import { createRetenirCanal } from './services/marches/canaux.ts';
import { openJsonStore } from './store/json/open.ts';
import { routesDocuments } from './web/documents/routes.ts';
import { routeEtatNotices } from './web/notices/etat.ts';
import { routesNotices } from './web/notices/routes.ts';
import { createServer } from './web/server.ts';

/** Démarre le service ; une faute de réglage ou de contenu se dit en français et arrête là. */
export const startService = async (racine: string): Promise<void> => {
  try {
    await demarrer(racine, readConfig(racine));
  } catch (cause) {
    if (!(cause instanceof ConfigError || cause instanceof ContentError)) throw cause;
    process.stderr.write(`Clausette ne démarre pas. ${cause.message}\n`);
    process.exitCode = 1;
  }
};

const demarrer = async (racine: string, config: Config): Promise<void> => {
  const store = openJsonStore(config.storeDir, (fichier, ligne) =>
    signaler('unreadable-line', { file: fichier, line: String(ligne) }),
  );
  const aujourdhui = ecrireHeureLocale(new Date()).slice(0, 10);
  if (config.demonstration) await installerDemonstration(store, racine, aujourdhui);
  const ressources = loadRessources(racine, config.region, store);
  const { traiter, trouverCompte, services, indexAvis, liens } = assembler(ressources, config);

  const comptes = config.demonstration ? COMPTES_DEMONSTRATION : [];
  const server = createServer({
    assets: lieuxDesFichiers(racine),
    pret: () => true,
    indicateurs: (periode) => services.indicateurs.calculer(periode),
    indicateursFiltres: async (demande) => {
      const { chiffres, cases } = await services.indicateurs.repondre(demande, VISITEUR);
      return { ...chiffres, suppressedBelow: SEUIL_SECRET, ...(cases === null ? {} : { cells: cases }) };
    },
    lieux: { region: ressources.region, commune: services.territoire.exemples.commune },
    territoire: {
      tableau: () => services.territoire.tableau(),
      contours: createLecteurContours(config.storeDir, config.region),
    },
    conservation: config.retention,
    comptesDemonstration: comptes.map(({ id, libelle }) => ({ id, libelle })),
    signaler,
  });
  const jour = (): string => ecrireHeureLocale(new Date()).slice(0, 10);
  routesDocuments(
    server,
    createOuvrirDocument({
      voir: createVue({ lignes: async () => (await store.registre.index()).lignes, operations: store.operations }),
      selection: createGeographie({ ...ressources, secteurs: ressources.knowledge.secteurs }).selection,
      liens,
      trouverCompte,
    }),
  );
  const { ouverts } = services.marches;
  routesNotices(server, {
    lireLieu: ouverts.lireLieu,
    lireMetier: ouverts.lireMetier,
    lister: (filtre, page) => ouverts.lister(filtre, page, jour()),
    trouver: (id) => ouverts.trouver(id, jour()),
  });
  const botFramework = createBotFramework({
    traiter,
    trouverCompte,
    credentials: config.credentials,
    loopback: estBoucleLocale(config.host),
    signaler,
    retenirCanal: createRetenirCanal(store),
  });
  server.post('/api/messages', botFramework.recevoir);
  const { departements, region } = ressources.territoire;
  const actualisation = createActualisation({
    store,
    config,
    departements: departements.filter((departement) => departement.region === region).map(({ code }) => code),
    indexAvis,
    pousser: botFramework.pousser,
  });
  routeEtatNotices(server, actualisation.etat);
  const arreterConservation =
    config.retention === 'off'
      ? () => undefined
      : programmerConservation({ store, mois: config.retention.mois, horloge: HORLOGE, signaler });
  const fermerFlux = createDirectLine({
    traiter,
    trouverCompte,
    signaler,
    secret: store.secret,
    comptesDemonstration: comptes.map(({ id }) => id),
    rateLimit: config.rateLimit,
  }).mount(server);

  // restify répète les erreurs de son serveur http : c'est lui qu'on écoute.
  server.once('error', (cause: NodeJS.ErrnoException) => {
    const pris = cause.code === 'EADDRINUSE';
    process.stderr.write(
      pris
        ? `Clausette ne démarre pas : le port ${config.port} est déjà pris. Arrêtez l’autre programme, ou donnez un autre PORT.\n`
        : `Clausette ne démarre pas : impossible d’écouter sur ${config.host}:${config.port} (${cause.code}).\n`,
    );
    process.exit(1);
  });
  server.listen(config.port, config.host, () => {
    annoncer(config, server.server.address());
    // Ce qui n'est pas utile pour répondre « prêt » se charge juste après : la reconnaissance si elle n'est pas compilée, les fautes de frappe et botbuilder.
    setTimeout(() => {
      ressources.questions();
      ressources.lieux.flous();
      ressources.ranger();
      void botFramework.preparer();
      // Lit les avis et prépare l'index, puis prévient qui attend des nouvelles.
      actualisation.demarrer();
      // L'index du registre, et les cumuls que toute question sur les chiffres commence par regarder.
      services.indicateurs.calculer(null).catch((cause: unknown) => void signalerPanne(cause));
    }, CHAUFFE_MS).unref();
  });

  const arreter = (): void => {
    fermerFlux();
    actualisation.arreter();
    arreterConservation();
    server.close(() => void store.close().then(() => process.exit(0)));
    setTimeout(() => process.exit(0), 3000).unref();
  };
  process.once('SIGTERM', arreter);
  process.once('SIGINT', arreter);
};

/** Délai avant de charger le reste, en millisecondes. */
const CHAUFFE_MS = 150;

/** Page construite et compressée si elle existe, sinon celle des sources et le paquet tel qu'installé. */
const lieuxDesFichiers = (racine: string) => {
  const construit = join(racine, 'dist', 'web');
  if (existsSync(construit)) return { dossier: construit };
  const webchat = join(racine, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');
  return { dossier: join(racine, 'src', 'web', 'page'), extra: { 'webchat.js': webchat } };
};

const annoncer = (config: Config, adresse: AddressInfo | string | null): void => {
  const port = typeof adresse === 'object' && adresse ? adresse.port : config.port;
  const lignes = [
    `Clausette écoute sur http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}/`,
    ...(config.credentials === null
      ? ['Sans identité Azure : les activités ne sont pas authentifiées, et seule cette machine peut se connecter.']
      : []),
    ...(config.demonstration
      ? ['Démonstration : comptes de démonstration ouverts ; données inventées si le dépôt était vide.']
      : []),
  ];
  process.stdout.write(`${lignes.join('\n')}\n`);
};
