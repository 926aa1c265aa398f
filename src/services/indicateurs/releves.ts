import type { ServiceIndicateurs } from '../../../dialogs/services/indicateurs.ts';
import { moisDe, type Periode } from '../../domain/dates.ts';
import { selectionner, TOUT } from '../../domain/indicateurs/selection.ts';
import { type Compte, peutDeclarer } from '../../domain/roles.ts';
import type { ServiceLiens } from '../liens.ts';
import { peutVoir } from './repondre.ts';
import type { Vue } from './vue.ts';

interface SourcesReleves {
  readonly voir: () => Promise<Vue>;
  readonly liens: ServiceLiens;
}

/** Heures de chaque entreprise dans la période, sur les opérations que le compte peut voir. */
const parEntreprise = (
  { table, parNumero }: Vue,
  { periode, compte }: { readonly periode: Periode; readonly compte: Compte },
): ReadonlyMap<string, number> => {
  const { entreprise, entreprises, heures } = table.colonnes;
  const rangs = selectionner(table, parNumero, {
    ...TOUT,
    periode,
    operation: (operation) => peutVoir(compte, operation),
  });
  const cumuls = new Map<string, number>();
  for (const rang of rangs) {
    const numero = entreprise[rang] ?? -1;
    if (numero < 0) continue;
    const nom = entreprises.texte(numero);
    cumuls.set(nom, (cumuls.get(nom) ?? 0) + Math.round((heures[rang] ?? 0) * 10_000));
  }
  return new Map([...cumuls].map(([nom, cumul]) => [nom, cumul / 10_000]));
};

/** Liens vers les relevés et les lignes, pour qui a le droit de les voir. */
export const createReleves = ({
  voir,
  liens,
}: SourcesReleves): Pick<ServiceIndicateurs, 'lienLignes' | 'lienReleve' | 'entreprisesDe'> => ({
  lienLignes: (demande, compte) => (peutDeclarer(compte) ? liens.creer({ type: 'heures', demande }, compte.id) : null),
  async lienReleve(entreprise, mois, compte) {
    if (!peutDeclarer(compte)) return null;
    const heures = parEntreprise(await voir(), { periode: moisDe(`${mois}-01`), compte }).get(entreprise) ?? 0;
    return { liens: liens.creer({ type: 'releve', entreprise, mois }, compte.id), heures };
  },
  async entreprisesDe(periode, compte) {
    if (!peutDeclarer(compte)) return [];
    return [...parEntreprise(await voir(), { periode, compte })].sort((a, b) => b[1] - a[1]).map(([nom]) => nom);
  },
});
