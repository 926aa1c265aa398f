import type { ContexteLecture, Services } from '../../dialogs/services.ts';
import type { Comprehension } from '../domain/comprehension.ts';
import { cleDuLieu } from '../domain/territoire-index.ts';
import { lireConfirmation } from '../nlu/confirmation.ts';
import { lireConversionEtp } from '../nlu/etp.ts';
import { lireIntention } from '../nlu/intentions.ts';
import { lireOrdre } from '../nlu/ordres.ts';
import { lirePolitesse } from '../nlu/politesse.ts';

type Lectures = Pick<Services, 'droit' | 'territoire' | 'heures'>;

/** Lit un message de toutes les façons utiles, puis le range dans une conversation. */
export const createComprendre =
  ({ droit, territoire, heures }: Lectures): Services['comprendre'] =>
  async (texte: string, contexte: ContexteLecture): Promise<Comprehension> => {
    const politesse = lirePolitesse(texte);
    const ordre = lireOrdre(texte);
    const etp = lireConversionEtp(texte);
    const question = droit.chercher(texte, contexte.sujet);
    const { score } = await heures.lire(texte, { ...contexte, brouillon: [] });
    const lieu = territoire.lireLieu(texte);
    const lu = lireIntention(texte, { question, lieu, heures: score, politesse, ordre, etp });
    const nomme = lieu.type === 'trouve' && !lieu.corrige ? cleDuLieu(lieu.lieu) : null;
    return {
      ...lu,
      politesse,
      ordre,
      etp,
      question,
      lieu: nomme,
      heures: score,
      confirmation: lireConfirmation(texte),
    };
  };
