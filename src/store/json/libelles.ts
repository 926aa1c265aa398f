import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';
import type { Libelles } from '../port.ts';

/** Libellés par structure, puis par code de personne. */
const Contenu = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Petit fichier récrit d'un bloc : ce qu'on efface n'y laisse aucune trace,
 * contrairement aux journaux en ajout seul.
 */
export class JsonLibelles implements Libelles {
  readonly #fichier: string;

  constructor(fichier: string) {
    this.#fichier = fichier;
  }

  async #ouvrir(): Promise<Low<z.infer<typeof Contenu>>> {
    const base = new Low<z.infer<typeof Contenu>>(new JSONFile(this.#fichier), {});
    await base.read();
    base.data = Contenu.parse(base.data);
    return base;
  }

  async find(structure: string, personne: string): Promise<string | null> {
    return (await this.#ouvrir()).data[structure]?.[personne] ?? null;
  }

  async put(structure: string, personne: string, libelle: string): Promise<void> {
    const base = await this.#ouvrir();
    base.data = { ...base.data, [structure]: { ...base.data[structure], [personne]: libelle } };
    await base.write();
  }

  async remove(personne: string, structure: string | null): Promise<number> {
    const base = await this.#ouvrir();
    const visees = Object.keys(base.data).filter(
      (cle) => (structure === null || cle === structure) && base.data[cle]?.[personne] !== undefined,
    );
    for (const cle of visees) delete base.data[cle]?.[personne];
    if (visees.length > 0) await base.write();
    return visees.length;
  }
}
