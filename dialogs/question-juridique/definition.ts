import { lireDemandeDefinition, lireSigleSeul } from '../../src/domain/droit/definition.ts';
import type { LectureQuestion } from '../../src/domain/droit.ts';
import type { Terme } from '../../src/domain/lexique.ts';
import type { Issue, Tour } from '../kit/conversation.ts';
import { choixDe, composer, dateLecture, listerSources } from './fiche.ts';
import * as messages from './messages.ts';

const CHOIX_MONTRES = 3;

/** Ce que veut dire un terme, puis ce que répond la fiche qui en parle. */
export const repondreDefinition = (tour: Tour, terme: Terme, question: LectureQuestion): Issue => {
  const { droit } = tour.services;
  const reconnue = question.certitude === 'sure' ? droit.fiche(question.fiche) : null;
  // Un sigle seul ne demande que son sens : la fiche du lexique répond mieux que la plus ressemblante.
  const sienne = terme.fiche === null ? null : droit.fiche(terme.fiche);
  const fiche = sienne === null || lireSigleSeul(tour.message.texte) !== null ? sienne : (reconnue ?? sienne);
  const demande = lireDemandeDefinition(tour.message.texte) ?? '';
  const autreSigle = terme.synonymes.find(
    (ecriture) => /^[A-Z]{2,8}$/.test(ecriture) && ecriture.toLowerCase() === demande,
  );
  const tete = [
    ...(autreSigle === undefined ? [] : [messages.autreSigle(autreSigle, terme.terme)]),
    messages.definition(terme.terme, terme.developpe, terme.definition),
    ...(terme.perime === false ? [] : [messages.perime(terme.perime)]),
  ];
  if (fiche === null) {
    const voisines = question.certitude === 'hesitante' ? question.fiches : reconnue ? [reconnue.id] : [];
    const choix = choixDe(tour, voisines.length > 0 ? voisines : PAR_DEFAUT).slice(0, CHOIX_MONTRES);
    return { reponses: [{ texte: [...tete, messages.offreDefinition].join('\n\n'), choix }] };
  }
  const { texte, citations } = composer(tour, fiche, { texte: '', entier: reconnue?.id === fiche.id });
  return {
    reponses: [
      {
        texte: [...tete, texte, listerSources(citations), dateLecture(fiche, tour.aujourdhui)].join('\n\n'),
        citations,
        choix: choixDe(tour, reconnue === null ? [fiche.id, ...fiche.liees] : fiche.liees).slice(0, CHOIX_MONTRES),
        avis: { fiche: fiche.id },
      },
    ],
    memoire: { fiche: fiche.id },
  };
};

/** Questions proposées quand rien de plus proche n'existe. */
const PAR_DEFAUT = ['obligation-principe', 'reserver-choisir-article', 'clause-definition'];
