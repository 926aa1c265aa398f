import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';
import type { Conversations, EtatRange } from '../port.ts';

const Range = z.strictObject({ revision: z.number().int(), etat: z.unknown() });

/**
 * Une conversation, un petit fichier écrit d'un bloc par lowdb (fichier provisoire puis renommage) :
 * un arrêt brutal laisse l'ancien ou le nouveau, jamais la moitié d'un.
 */
export class JsonConversations implements Conversations {
  readonly #dossier: string;

  constructor(dossier: string) {
    mkdirSync(dossier, { recursive: true, mode: 0o700 });
    this.#dossier = dossier;
  }

  #fichier(id: string): string {
    return join(this.#dossier, `${createHash('sha256').update(id).digest('hex').slice(0, 32)}.json`);
  }

  async find(id: string): Promise<EtatRange | null> {
    const fichier = this.#fichier(id);
    const base = new Low<unknown>(new JSONFile(fichier), null);
    try {
      await base.read();
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      await rename(fichier, `${fichier}.illisible`);
      return null;
    }
    const range = Range.safeParse(base.data);
    return range.success ? range.data : null;
  }

  async write(id: string, range: EtatRange, revision: number): Promise<boolean> {
    const actuel = await this.find(id);
    if ((actuel?.revision ?? 0) !== revision) return false;
    await new Low<unknown>(new JSONFile(this.#fichier(id)), range).write();
    return true;
  }
}
