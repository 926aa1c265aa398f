import type { FaitRegistre } from '../../src/domain/heures/historique.ts';
import type { LigneHeures } from '../../src/domain/heures.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { formatHeures, formatListe, formatPeriode } from '../kit/format.ts';
import { contexteDe, nommerOperations } from './lecture.ts';
import { LIBELLES, ligneCourte, MODALITES, PUBLICS, SEXES } from './messages.ts';
import * as textes from './messages-registre.ts';
import type { NommerOperation } from './recapitulatif.ts';

const FAITS_MONTRES = 20;

/** Dit qui a fait quoi, quand et d'où : pour une personne, une opération, ou la dernière saisie. */
export const direHistorique = async (tour: Tour): Promise<Issue> => {
  const { services, message } = tour;
  const recherche = await lireRecherche(tour);
  const faits = recherche === null ? [] : await services.registre.historique(recherche.recherche, message.compte);
  const titre = recherche?.titre ?? null;
  if (faits.length === 0) return { reponses: [{ texte: textes.historiqueVide(titre) }] };
  const nommer = await nommerOperations(tour);
  const lignes = faits.slice(-FAITS_MONTRES).map((fait) =>
    textes.ligneHistorique({
      ...fait.ecriture.origine,
      vous: fait.ecriture.origine.auteur === message.compte.id,
      quoi: decrireFait(fait, nommer),
    }),
  );
  return { reponses: [{ texte: textes.historique(titre, lignes, faits.length) }] };
};

const lireRecherche = async (tour: Tour) => {
  const { services, message, memoire } = tour;
  const lue = (await services.heures.lire(message.texte, { ...contexteDe(tour), brouillon: [] })).lignes[0];
  if (lue?.beneficiaire) {
    const { code } = services.heures.coder(lue.beneficiaire);
    return { titre: code, recherche: { beneficiaire: code } };
  }
  if (lue?.operation) {
    const nommer = await nommerOperations(tour);
    return { titre: nommer(lue.operation), recherche: { operation: lue.operation } };
  }
  const dernieres = await services.heures.dernieres(message.compte);
  const saisies = memoire.enregistree?.saisies ?? dernieres.map(({ id }) => id);
  return saisies.length === 0 ? null : { titre: null, recherche: { saisies } };
};

const decrireFait = ({ ecriture, avant, apres }: FaitRegistre, nommer: NommerOperation): string => {
  const ligne = apres ?? avant;
  const courte = ligne === null ? '' : ligneCourte({ ...ligne, operation: nommer(ligne.operation) });
  if (ecriture.type === 'saisie') return textes.FAITS.saisie(courte);
  if (ecriture.type === 'annulation') return textes.FAITS.annulation(courte);
  const changements = avant && apres ? comparer(avant, apres, nommer) : [];
  return ecriture.defait === undefined
    ? textes.FAITS.correction(courte, changements)
    : textes.FAITS.retablissement(courte, changements);
};

/** Ce qui change d'une ligne à l'autre : « heures : 35 h → 28 h ». */
const comparer = (avant: LigneHeures, apres: LigneHeures, nommer: NommerOperation): string[] => {
  const colonnes: readonly (readonly [string, (ligne: LigneHeures) => string])[] = [
    [LIBELLES.heures, ({ heures }) => formatHeures(heures)],
    [LIBELLES.beneficiaire, ({ beneficiaire }) => beneficiaire],
    [LIBELLES.operation, ({ operation }) => nommer(operation)],
    [LIBELLES.periode, ({ debut, fin }) => formatPeriode({ du: debut, au: fin })],
    [LIBELLES.entreprise, ({ entreprise }) => entreprise ?? textes.RIEN],
    [LIBELLES.sexe, ({ sexe }) => (sexe === null ? textes.RIEN : SEXES[sexe])],
    [LIBELLES.publics, ({ publics }) => formatListe(publics.map((public_) => PUBLICS[public_])) || textes.RIEN],
    [LIBELLES.modalite, ({ modalite }) => (modalite === null ? textes.RIEN : MODALITES[modalite])],
    [textes.SITUATION, ({ sortie }) => (sortie === null ? textes.RIEN : textes.SORTIES[sortie])],
  ];
  return colonnes
    .filter(([, lire]) => lire(avant) !== lire(apres))
    .map(([nom, lire]) => textes.changement(nom, lire(avant), lire(apres)));
};
