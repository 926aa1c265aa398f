import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { COLONNES_HEURES } from '../src/import/heures.ts';

const COMMUNES = ['59350', '59178', '62498', '80021', '60057', '02408', '62193', '59606'];
const OBJETS = [
  'Construction d’une école',
  'Nettoyage des locaux',
  'Entretien des espaces verts',
  'Voirie',
  'Collecte',
];
const MODALITES = ['ETTI', 'ACI', 'EI', 'AI', 'GEIQ', 'EMBAUCHE_DIRECTE', 'ALTERNANCE'];
const PUBLICS = ['RSA', 'QPV', 'DELD', 'JEUNE', 'RSA|QPV', 'RSA|DELD', 'TH', ''];
const SORTIES = ['', '', 'CDI', 'CDD_6_MOIS', 'INTERIM', 'FORMATION', 'RECHERCHE'];
const MOIS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

const pris = (liste: readonly string[], rang: number): string => liste[rang % liste.length] ?? '';
const quatre = (nombre: number): string => String(nombre).padStart(4, '0');

/** Une ligne inventée, toujours la même pour le même rang. */
const ligne = (rang: number): string => {
  const numero = (rang * 7919) % 5000;
  const personne = (rang * 104_729) % 120_000;
  const mois = pris(MOIS, Math.floor(rang / 3));
  const an = 2016 + (rang % 10);
  const commune = pris(COMMUNES, numero);
  return [
    `OP-${quatre(numero)}`,
    `${pris(OBJETS, numero)} — lot ${numero}`,
    `Donneur d’ordre ${numero % 300}`,
    'EXECUTION',
    commune,
    numero % 20 === 0 ? 'oui' : 'non',
    `Entreprise ${quatre(numero % 1500)}`,
    `B-${personne}`,
    personne % 6 === 0 ? 'F' : 'M',
    String(1960 + (personne % 45)),
    pris(PUBLICS, personne),
    pris(MODALITES, numero),
    `${an}-${mois}-01`,
    `${an}-${mois}-28`,
    `${20 + (rang % 130)},${rang % 10}`,
    pris(SORTIES, personne),
  ].join(';');
};

/** Écrit un fichier d'heures inventé de `lignes` lignes, au fil de l'eau. */
export const ecrireFichierInvente = async (fichier: string, lignes: number): Promise<void> => {
  const sortie = createWriteStream(fichier);
  sortie.write(`${COLONNES_HEURES.join(';')}\n`);
  const paquet = 5000;
  for (let debut = 0; debut < lignes; debut += paquet) {
    const taille = Math.min(paquet, lignes - debut);
    const texte = Array.from({ length: taille }, (_, i) => ligne(debut + i)).join('\n');
    if (!sortie.write(`${texte}\n`)) await once(sortie, 'drain');
  }
  sortie.end();
  await once(sortie, 'finish');
};
