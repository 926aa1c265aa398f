import type { Avis } from '../../src/domain/marches.ts';
import { formatJour } from '../kit/format.ts';

export const lequel = (montres: number): string =>
  montres === 0
    ? 'À quel avis ? Cherchez d’abord (« marchés réservés nettoyage dans le Nord »), ou donnez le numéro de l’avis au BOAMP, par exemple 26-12345.'
    : 'À quel avis de la liste ? Dites par exemple « comment répondre au premier ».';

export const titre = ({ objet, acheteur, adresse }: Avis): string =>
  `**Pour répondre à « ${adresse ? `[${objet}](${adresse})` : objet} »**${acheteur ? ` (${acheteur})` : ''}`;

export const delai = ({ dateLimite, heureLimite }: Avis): string =>
  dateLimite === null
    ? '☐ **Délai** : la date limite n’est pas publiée, demandez-la à l’acheteur sur sa plateforme.'
    : `☐ **Délai** : offre complète déposée avant le ${formatJour(dateLimite)}${heureLimite ? ` à ${heureLimite.replace(':', ' h ')}` : ''}, sur la plateforme de l’acheteur. Retirez le règlement de la consultation : lui seul fait foi.`;

const ETAPES: Readonly<Record<string, string>> = {
  eligibilite: 'Preuve d’éligibilité',
  groupement: 'Groupement',
  'sous-traitance': 'Sous-traitance',
  variantes: 'Variantes',
  avance: 'Avance',
};

export const etape = (nom: string, reponse: string): string => `☐ **${ETAPES[nom] ?? nom}** : ${reponse}`;

export const appeler = (structures: readonly { readonly nom: string; readonly contact: string | null }[]): string =>
  `☐ **Qui appeler** : le facilitateur du lieu d’exécution, ${structures.map(({ nom, contact }) => (contact ? `${nom} (${contact})` : nom)).join(' ; ')}.`;

export const sansLieu =
  '☐ **Qui appeler** : l’avis ne dit pas où le marché s’exécute ; donnez la commune (« facilitateur Lens ») pour trouver le facilitateur.';
