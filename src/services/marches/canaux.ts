import type { CanalMarches } from '../../domain/marches/canal.ts';
import type { Store } from '../../store/port.ts';

/** Ne garde l'adresse d'une conversation que si une alerte y attend des nouvelles. */
export const createRetenirCanal =
  ({ alertes, canaux }: Pick<Store, 'alertes' | 'canaux'>) =>
  async (canal: CanalMarches): Promise<void> => {
    const attendue = (await alertes.all()).some(
      (alerte) => alerte.active && alerte.canal === canal.canal && alerte.conversation === canal.conversation,
    );
    if (attendue) await canaux.put([canal]);
  };
