import type { Jour } from '../../domain/dates.ts';
import type { Avis } from '../../domain/marches.ts';
import { decouperEnregistrements } from './enregistrements.ts';
import { direErreur, lireTexte } from './lire-un.ts';
import { Rangement } from './rangement.ts';

/** Un enregistrement refusé : où il commence dans le fichier, et pourquoi. */
export interface ProblemeAvis {
  readonly line: number;
  readonly message: string;
}

/** Fichier d'avis lu : ce qui est bon est gardé, le reste est dit. */
export interface LectureAvis {
  readonly avis: Avis[];
  readonly problems: ProblemeAvis[];
}

/**
 * Lit un texte d'avis ou de contrats, reconnu à son contenu : BOAMP (OpenDataSoft), DECP (toutes formes JSON), nos
 * propres avis, ou les modèles de démonstration, datés depuis `aujourdhui`. `file` nomme le fichier dans les messages.
 */
export const parseNotices = (text: string, file: string, aujourdhui: Jour | null = null): LectureAvis => {
  const rangement = new Rangement();
  const parId = new Map<string, Avis>();
  const problems: ProblemeAvis[] = [];
  const enregistrements = decouperEnregistrements(text);
  if (enregistrements.length === 0 && !/[[{]/.test(text))
    problems.push({ line: 1, message: `${file} : aucun enregistrement JSON` });
  enregistrements.forEach(({ texte, ligne }, rang) => {
    try {
      for (const avis of rangement.ranger(lireTexte(texte, aujourdhui))) parId.set(avis.id, avis);
    } catch (erreur) {
      problems.push({ line: ligne, message: `${file}, enregistrement ${rang + 1} : ${direErreur(erreur)}` });
    }
  });
  for (const avis of rangement.finir()) parId.set(avis.id, avis);
  return { avis: [...parId.values()], problems };
};
