import type { AvisMontre, CleAvis } from '../../../dialogs/services.ts';
import type { Jour } from '../../domain/dates.ts';
import type { IndexAvis } from '../../domain/marches/index-avis.ts';
import { chercherPlaces } from '../../domain/marches/recherche.ts';
import { type AvisSuivi, estOuvert } from '../../domain/marches/suivi.ts';
import type { Avis, FiltreMarches } from '../../domain/marches.ts';

const FIN = '9999-12-31';

/** Vrai si l'avis vient après la clé dans l'ordre des recherches. */
const vientApres = ({ dateLimite, publieLe, id }: Avis, cle: CleAvis): boolean => {
  const [limite, repere] = [dateLimite ?? FIN, cle.limite === '' ? FIN : cle.limite];
  if (limite !== repere) return limite > repere;
  const publie = publieLe ?? '';
  return publie === cle.publie ? id > cle.id : publie < cle.publie;
};

/** Avis d'une page de données ouvertes. */
export const listerPage = (
  index: IndexAvis,
  filtre: FiltreMarches,
  { aujourdhui, apres, taille }: { readonly aujourdhui: Jour; readonly apres: CleAvis | null; readonly taille: number },
): AvisMontre[] => {
  const places = chercherPlaces(index, filtre, aujourdhui);
  let debut = 0;
  if (apres !== null) {
    let fin = places.length;
    while (debut < fin) {
      const milieu = (debut + fin) >> 1;
      const avis = index.suivi(places[milieu] ?? 0)?.avis;
      if (avis !== undefined && vientApres(avis, apres)) fin = milieu;
      else debut = milieu + 1;
    }
  }
  return [...places.subarray(debut, debut + taille)].flatMap((place) => {
    const suivi = index.suivi(place);
    return suivi === undefined ? [] : [montrer(suivi, aujourdhui)];
  });
};

/** Un avis et s'il est ouvert ce jour-là. */
export const montrer = (suivi: AvisSuivi, aujourdhui: Jour): AvisMontre => ({
  avis: suivi.avis,
  ouvert: estOuvert(suivi, aujourdhui),
});
