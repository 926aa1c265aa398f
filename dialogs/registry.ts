import type { Intention } from '../src/domain/comprehension.ts';
import { accueil } from './accueil/dialog.ts';
import { alertes } from './alertes/dialog.ts';
import { calculerHeures } from './calculer-heures/dialog.ts';
import { chercherMarches } from './chercher-marches/dialog.ts';
import { compte } from './compte/dialog.ts';
import { declarerHeures } from './declarer-heures/dialog.ts';
import { donneesPersonnelles } from './donnees-personnelles/dialog.ts';
import { etatTerritoire } from './etat-territoire/dialog.ts';
import type { Conversation } from './kit/conversation.ts';
import { questionJuridique } from './question-juridique/dialog.ts';
import { suivreIndicateurs } from './suivre-indicateurs/dialog.ts';
import { suivreParcours } from './suivre-parcours/dialog.ts';
import { tenirAnnuaire } from './tenir-annuaire/dialog.ts';
import { trouverFacilitateur } from './trouver-facilitateur/dialog.ts';

/** Intention → conversation : la seule liste, complète par construction. */
export const REGISTRE: Readonly<Record<Intention, Conversation>> = {
  accueil,
  'question-juridique': questionJuridique,
  'calculer-heures': calculerHeures,
  'trouver-facilitateur': trouverFacilitateur,
  'etat-territoire': etatTerritoire,
  'tenir-annuaire': tenirAnnuaire,
  'chercher-marches': chercherMarches,
  alertes,
  'declarer-heures': declarerHeures,
  'suivre-indicateurs': suivreIndicateurs,
  'suivre-parcours': suivreParcours,
  compte,
  'donnees-personnelles': donneesPersonnelles,
};
