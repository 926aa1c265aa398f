import type { CorrectionActive } from '../../dialogs/services/registre.ts';
import {
  type EcritureLigne,
  estEcritureLigne,
  type FaitRegistre,
  type Recherche,
  retracer,
  saisieDe,
} from '../domain/heures/historique.ts';
import type { TableLignes } from '../domain/indicateurs/table.ts';
import type { Registre } from '../store/port.ts';

/** L'histoire des saisies qui ont un jour été ce qu'on cherche : seules leurs écritures sont relues. */
export const retrouver = async (registre: Registre, recherche: Recherche): Promise<FaitRegistre[]> => {
  const index = await registre.index();
  const lues = await registre.relire(index.retrouver(recherche));
  return retracer(lues.filter(estEcritureLigne).map(voiler(index.lignes)));
};

/** Une personne anonymisée ne se montre que sous son code anonyme, jusque dans ses anciennes lignes. */
const voiler =
  (lignes: TableLignes) =>
  (ecriture: EcritureLigne): EcritureLigne => {
    const vers = lignes.codeAnonyme(saisieDe(ecriture));
    if (vers === null || ecriture.type === 'annulation') return ecriture;
    return { ...ecriture, ligne: { ...ecriture.ligne, beneficiaire: vers } };
  };

/** Une correction, sa ligne d'avant, si rien n'est venu après elle. */
export const retrouverCorrection = async (
  registre: Registre,
  { id, vise }: Extract<EcritureLigne, { type: 'correction' }>,
): Promise<CorrectionActive | null> => {
  const saisie = (await registre.index()).lignes.get(vise);
  const faits = await retrouver(registre, { saisies: [vise] });
  const fait = faits.at(-1);
  // Une écriture plus récente sur la même ligne ferait de la ligne d'avant une mauvaise ligne.
  return saisie && fait?.avant && fait.ecriture.id === id ? { id, saisie, avant: fait.avant } : null;
};
