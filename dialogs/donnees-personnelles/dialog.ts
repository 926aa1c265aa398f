import { z } from 'zod';
import { peutDeclarer } from '../../src/domain/roles.ts';
import { origineDe } from '../declarer-heures/enregistrer.ts';
import type { Conversation, Issue, Ouverte, Tour } from '../kit/conversation.ts';
import * as messages from './messages.ts';

const Visee = z.strictObject({ code: z.string().min(1) });

const dire = (texte: string): Issue => ({ reponses: [{ texte }] });

const EFFACER = /\b(?:efface|supprime|anonymise|oublie|purge|d[ée]trui)/i;

/** Dire ce qui est gardé, et effacer ce qui désigne une personne. */
export const donneesPersonnelles: Conversation = {
  intention: 'donnees-personnelles',
  async demarrer(tour: Tour) {
    const { message, services } = tour;
    const code = services.personnes.lireCode(message.texte);
    const efface = EFFACER.test(message.texte);
    if (efface && !peutDeclarer(message.compte)) return dire(messages.reserve);
    if (code === null) return dire(efface ? messages.quelCode : messages.explication);
    if (!peutDeclarer(message.compte)) return dire(messages.rienPour(code));
    const donnees = await services.personnes.decrire(code, message.compte);
    if (donnees === null || donnees.lignes + donnees.faitsDeParcours === 0) return dire(messages.rienPour(code));
    if (!efface) return dire(messages.donnees(donnees));
    return {
      reponses: [
        {
          texte: messages.confirmer(donnees),
          choix: [
            { titre: 'Oui, effacer', valeur: 'oui' },
            { titre: 'Non', valeur: 'non' },
          ],
        },
      ],
      ouverte: { conversation: 'donnees-personnelles', etape: 'effacer', donnees: { code } },
    };
  },
  async poursuivre(tour: Tour, ouverte: Ouverte) {
    const { lecture, message, services } = tour;
    const visee = Visee.safeParse(ouverte.donnees);
    if (!visee.success) return null;
    if (lecture.confirmation === 'non' || lecture.ordre === 'abandonner') return dire(messages.gardees);
    if (lecture.confirmation !== 'oui') return null;
    const { code } = visee.data;
    const fait = await services.personnes.effacer(code, message.compte, origineDe(tour));
    return dire(fait === null ? messages.rienPour(code) : messages.effacees(code, fait.saisies));
  },
};
