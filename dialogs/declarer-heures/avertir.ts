import type { Tour } from '../kit/conversation.ts';
import { type LigneBrouillon, versLigneHeures } from './brouillon.ts';

/** Applique les règles de la clause aux lignes prêtes ; `sauf` : les saisies qu'on corrige. */
export const avertir = async (
  { services, message }: Tour,
  lignes: readonly LigneBrouillon[],
  sauf: readonly string[] = [],
): Promise<LigneBrouillon[]> => {
  const { compte } = message;
  const pretes = lignes.map(versLigneHeures);
  const avertissements = await services.registre.avertir(
    pretes.filter((ligne) => ligne !== null),
    { compte, sauf },
  );
  let rang = 0;
  return Promise.all(
    lignes.map(async (ligne, place) => {
      const prete = pretes[place];
      const averti = prete ? avertissements[rang++] : undefined;
      if (!prete || !averti) return { ...ligne, regles: [], dites: [], doublonDu: null };
      const connue = ((await services.heures.totalPersonne(prete.beneficiaire, compte))?.saisies ?? 0) > 0;
      const regles = [...averti.regles];
      return {
        ...ligne,
        regles,
        dites: regles.filter((regle) => regle !== 'eligibilite-non-validee' || !connue),
        doublonDu: averti.doublons[0]?.origine.le.slice(0, 10) ?? null,
      };
    }),
  );
};

/** Une règle est-elle heurtée qui n'avait pas été montrée ? */
export const aDuNouveau = (montrees: readonly LigneBrouillon[], verifiees: readonly LigneBrouillon[]): boolean =>
  verifiees.some(
    (ligne, rang) =>
      ligne.dites.some((regle) => !montrees[rang]?.dites.includes(regle)) ||
      ligne.alertes.some((alerte) => !montrees[rang]?.alertes.includes(alerte)),
  );
