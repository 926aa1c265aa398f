import type { Dispense } from '../../src/domain/droit/dispense.ts';
import { formatMontant } from '../kit/format.ts';

const EN = { travaux: 'en travaux', fournitures: 'en fournitures et services' } as const;

/** « 55 000 € HT de services : achat direct possible, sous 60 000 € HT… ». */
export const achatDirect = (cas: string, dispense: Dispense, alors: string | null): string => {
  const debut = alors === null ? `${cas} :` : `${cas}, ${alors.toLowerCase()} :`;
  if (dispense.type === 'selon')
    return `${debut} **cela dépend du contrat**. Achat direct possible ${EN.travaux}, sous ${formatMontant(dispense.travaux)} HT ; pas ${EN.fournitures}, où le seuil est de ${formatMontant(dispense.fournitures)} HT (article R2122-8).`;
  const ou = dispense.travaux ? EN.travaux : EN.fournitures;
  return dispense.type === 'possible'
    ? `${debut} **achat direct possible**, sans publicité ni mise en concurrence, sous ${formatMontant(dispense.seuil)} HT ${ou} (article R2122-8), si c’est la valeur de tout le besoin.`
    : `${debut} **publicité et mise en concurrence nécessaires**, adaptées au montant, à partir de ${formatMontant(dispense.seuil)} HT ${ou} (article R2122-8). Réserver le marché (articles L2113-12 et L2113-13) limite les candidats, mais ne dispense pas de la procédure.`;
};
