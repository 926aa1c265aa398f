import { readFileSync } from 'node:fs';
import type { Texte } from '../../../src/domain/marches/reservation.ts';

/** Un avis inventé et ce qu'il faut y lire. */
export interface AvisInvente {
  readonly statut: string;
  readonly audiences: string;
  readonly lots: string;
  /** `oui`, `oui:250`, `non`, ou `-` si rien n'en parle. */
  readonly clause: string;
  readonly texte: string;
  readonly textes: readonly Texte[];
}

const lireChamp = (champ: string): Texte => {
  const lu = /^([a-z_]+(?::\w+)?)=(.*)$/s.exec(champ);
  return { champ: lu?.[1] ?? 'texte', texte: lu?.[2] ?? champ };
};

/** Avis d'un fichier voisin : statut, audiences, lots, clause, champs séparés par « || ». */
export const lireAvisInventes = (fichier: string): AvisInvente[] =>
  readFileSync(`test/domain/marches/${fichier}`, 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
    .map((ligne) => {
      const [statut = '', audiences = '', lots = '', clause = '', texte = ''] = ligne.split('\t');
      return { statut, audiences, lots, clause, texte, textes: texte.split(' || ').map(lireChamp) };
    });
