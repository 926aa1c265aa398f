/** Une ligne du registre des traitements (article 30 du RGPD). */
interface Traitement {
  readonly nom: string;
  readonly finalite: string;
  readonly personnes: string;
  readonly donnees: string;
  readonly acces: string;
  readonly duree: string;
}

/** Durée après laquelle une personne est anonymisée d'elle-même ; `off` : quand on le demande. */
export type Conservation = 'off' | { readonly mois: number };

const direDuree = (conservation: Conservation): string => {
  const ensuite =
    'le code est remplacé par un code tiré au sort, le libellé effacé ; les heures restent dans les totaux. Le registre note qu’une personne a été anonymisée, jamais laquelle.';
  return conservation === 'off'
    ? `Durée choisie par le responsable du traitement, comptée depuis la dernière heure ou le dernier fait de parcours ; ensuite, à sa demande (npm run anonymize), ${ensuite}`
    : `${conservation.mois} mois depuis la dernière heure ou le dernier fait de parcours (réglage RETENTION_MONTHS) ; ensuite, chaque nuit et sans intervention, ${ensuite}`;
};

const traitements = (conservation: Conservation): readonly Traitement[] => [
  {
    nom: 'Suivi des heures d’insertion',
    finalite: 'Tenir le dû et le fait des clauses sociales, suivre les parcours, produire des indicateurs régionaux.',
    personnes: 'Personnes en insertion, désignées par un code.',
    donnees:
      'Code, publics, sexe et année de naissance s’ils sont donnés, heures, opération, entreprise, modalité, situation à la sortie et à 3, 6 et 12 mois. Aucun nom : un nom tapé devient un code avant toute écriture. Un libellé facultatif n’est visible que de la structure qui l’a donné, et s’efface.',
    acces: 'Le facilitateur qui suit l’opération, les coordinateurs, les administrateurs.',
    duree: direDuree(conservation),
  },
  {
    nom: 'Comptes et conversations',
    finalite:
      'Reconnaître qui déclare des heures, reprendre une saisie interrompue, savoir qui a écrit ou corrigé quoi.',
    personnes: 'Facilitateurs, coordinateurs, administrateurs ; visiteurs sans identité.',
    donnees: 'Identifiant de compte, rôle, libellé de structure, saisie en cours, date et canal de chaque écriture.',
    acces: 'Les administrateurs ; chacun pour ce qui le concerne.',
    duree: 'Tant que le compte est ouvert ; le registre des heures garde l’auteur de chaque écriture.',
  },
  {
    nom: 'Alertes de marchés',
    finalite: 'Prévenir d’un nouvel avis, d’une correction ou d’une annulation.',
    personnes: 'Personnes qui ont demandé une alerte.',
    donnees:
      'Recherche gardée, avis déjà dits, identifiant de compte ou de conversation ; pour Teams, l’adresse technique de la conversation, sans nom.',
    acces: 'Chacun pour ses alertes.',
    duree: 'Jusqu’à ce que l’alerte soit arrêtée ; l’adresse Teams ne sert alors plus.',
  },
  {
    nom: 'Questions restées sans réponse',
    finalite: 'Améliorer les fiches.',
    personnes: 'Personnes qui posent une question.',
    donnees: 'Texte de la question, noms, numéros et adresses masqués ; avis « utile » ou « pas utile ».',
    acces: 'Les administrateurs.',
    duree: 'Jusqu’à ce que la fiche soit écrite.',
  },
  {
    nom: 'Indicateurs publiés',
    finalite: 'Rendre compte des clauses sociales.',
    personnes: 'Aucune : des totaux.',
    donnees:
      'Heures, nombres de personnes et parts. Une partie filtrée de moins de cinq personnes n’est pas montrée, ni ce qui permettrait de la retrouver par soustraction.',
    acces: 'Tout le monde.',
    duree: 'Sans limite.',
  },
];

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:52rem;padding:0 1rem;color:#111}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}dt{font-weight:600}dd{margin:0 0 .5rem 0}';

const enPage = ({ nom, finalite, personnes, donnees, acces, duree }: Traitement): string =>
  `<section><h2>${nom}</h2><dl><dt>Finalité</dt><dd>${finalite}</dd><dt>Personnes</dt><dd>${personnes}</dd><dt>Données</dt><dd>${donnees}</dd><dt>Qui y accède</dt><dd>${acces}</dd><dt>Durée</dt><dd>${duree}</dd></dl></section>`;

/** Registre des traitements, à compléter par le responsable : son nom, sa base légale, son délégué. */
export const pageRegistre = (conservation: Conservation): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Registre des traitements — Clausette</title><style>${STYLE}</style></head>
<body><main><h1>Registre des traitements</h1>
<p>Ce que ce logiciel fait des données personnelles. Le responsable du traitement est la structure qui l’exploite : elle complète ce registre par sa base légale et les coordonnées de sa personne déléguée à la protection des données.</p>
${traitements(conservation).map(enPage).join('\n')}
<section><h2>Vos droits</h2><p>Accès, rectification, effacement, limitation : demandez à la structure qui suit votre parcours, avec le code qu’elle vous a donné. Le facilitateur peut afficher tout ce qui est gardé sous ce code, et l’effacer ; les heures restent dans les totaux, sans que rien ne vous désigne. Vous pouvez aussi saisir la CNIL.</p></section>
<section><h2>Sécurité et transferts</h2><p>Les données restent sur la machine qui héberge le service ; aucune n’est envoyée à un modèle ou à un tiers, hors du canal par lequel vous écrivez (Teams ou cette page).</p></section>
</main></body></html>
`;
