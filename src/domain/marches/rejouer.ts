import { decalerJour, type Jour } from '../dates.ts';
import type { Avis } from '../marches.ts';
import { creerVoisins, type Voisins } from './besoin.ts';
import { debutDe } from './fin-contrat.ts';
import { type ConfianceRetour, cleAcheteur, precede, prevoirRetour, type Retour } from './retours.ts';

/** Une fin prévue est juste si le contrat suivant commence à moins de six mois d'elle. */
const MOIS_TOLERES = 6;
const MOIS_D_AVANCE = 3;

/** Renouvellements du passé : combien auraient été annoncés, et combien d'avance. */
export interface Rappel {
  readonly renouvellements: number;
  /** Le contrat précédent ne donne ni durée croyable ni rythme, ou semblait ponctuel. */
  readonly sansPrevision: number;
  /** Fin prévue à six mois près. */
  readonly justes: number;
  /** Justes, et l'appel conseillé au moins trois mois avant le nouveau contrat. */
  readonly annonces: number;
}

/** Annonces que le passé permet de vérifier : combien sont vraiment revenues. */
export interface Precision {
  readonly annonces: number;
  readonly revenues: number;
}

export interface Rejeu {
  readonly contrats: number;
  readonly acheteurs: number;
  readonly rappel: Rappel;
  readonly precision: Readonly<Record<ConfianceRetour, Precision>>;
}

const proche = ({ fin }: Retour, jour: Jour): boolean =>
  decalerJour(fin, { months: -MOIS_TOLERES }) <= jour && jour <= decalerJour(fin, { months: MOIS_TOLERES });

const parDebut = (a: Avis, b: Avis): number => (debutDe(a) ?? '').localeCompare(debutDe(b) ?? '');

/** Les contrats d'un acheteur, et ceux du même besoin. */
interface Groupe {
  readonly contrats: readonly Avis[];
  readonly voisins: Voisins;
}

/** Contrats du même besoin qui précèdent, du plus ancien au plus récent. */
const precedentsDe = (avis: Avis, { voisins }: Groupe): Avis[] =>
  [...voisins.lister(avis, (autre) => precede(autre, avis))].sort(parDebut);

/** Ce qu'on aurait annoncé du contrat `avis`, avec ce qui était connu à son départ. */
const annoncer = (avis: Avis, groupe: Groupe): Retour | null =>
  prevoirRetour({ avis, estime: false }, precedentsDe(avis, groupe));

/** @param relus renouvellements relus à la main ; null : ceux que le métier voit */
const rappeler = (groupes: readonly Groupe[], relus: ReadonlySet<string> | null): Rappel => {
  const rappel = { renouvellements: 0, sansPrevision: 0, justes: 0, annonces: 0 };
  for (const groupe of groupes)
    for (const apres of groupe.contrats) {
      const avant = precedentsDe(apres, groupe).at(-1);
      if (!(relus?.has(apres.id) ?? avant !== undefined)) continue;
      rappel.renouvellements += 1;
      const retour = avant === undefined ? null : annoncer(avant, groupe);
      if (retour === null) rappel.sansPrevision += 1;
      const debut = debutDe(apres);
      if (retour === null || debut === null || !proche(retour, debut)) continue;
      rappel.justes += 1;
      if (retour.appeler <= decalerJour(debut, { months: -MOIS_D_AVANCE })) rappel.annonces += 1;
    }
  return rappel;
};

/** Seules les fins assez anciennes se vérifient : après elles, il faut six mois de données. */
const verifier = (groupes: readonly Groupe[], dernier: Jour): Rejeu['precision'] => {
  const precision = {
    bonne: { annonces: 0, revenues: 0 },
    moyenne: { annonces: 0, revenues: 0 },
    faible: { annonces: 0, revenues: 0 },
  };
  for (const groupe of groupes)
    for (const avis of groupe.contrats) {
      const retour = annoncer(avis, groupe);
      if (retour === null || decalerJour(retour.fin, { months: MOIS_TOLERES }) > dernier) continue;
      const bilan = precision[retour.confiance];
      bilan.annonces += 1;
      const revenu = groupe.voisins.existe(
        avis,
        (autre) => precede(avis, autre) && proche(retour, debutDe(autre) ?? ''),
      );
      if (revenu) bilan.revenues += 1;
    }
  return precision;
};

/**
 * Rejoue le passé sur des attributions, en ne se servant pour chaque contrat que de ceux qui le précèdent.
 * @param relus identifiants des renouvellements vus par une personne ; null : tous ceux que `precede` trouve
 */
export const rejouer = (avis: readonly Avis[], relus: ReadonlySet<string> | null = null): Rejeu => {
  const contrats = avis.filter((lu) => lu.nature === 'attribution' && debutDe(lu) !== null);
  const parAcheteur = new Map<string, Avis[]>();
  for (const contrat of contrats) {
    const groupe = parAcheteur.get(cleAcheteur(contrat));
    if (groupe === undefined) parAcheteur.set(cleAcheteur(contrat), [contrat]);
    else groupe.push(contrat);
  }
  const groupes = [...parAcheteur.values()].map((siens) => ({ contrats: siens, voisins: creerVoisins(siens) }));
  const dernier = contrats
    .map((lu) => debutDe(lu) ?? '')
    .sort()
    .at(-1);
  return {
    contrats: contrats.length,
    acheteurs: groupes.length,
    rappel: rappeler(groupes, relus),
    precision: verifier(groupes, dernier ?? ''),
  };
};
