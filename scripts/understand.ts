import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { assembler } from '../src/assemble.ts';
import { ecrireHeureLocale } from '../src/channels/heure-locale.ts';
import { readConfig } from '../src/config.ts';
import type { Alerte, ChampHeures, LigneLue } from '../src/domain/heures.ts';
import type { Compte } from '../src/domain/roles.ts';
import { loadRessources } from '../src/load.ts';
import { rootFolder } from '../src/root.ts';
import { openJsonStore } from '../src/store/json/open.ts';

// Explique comment un message est lu : une ligne en entrée, une ligne JSON en sortie.
//   echo "35 h pour P-0231 hier" | npm run --silent understand -- --at 2026-11-21T10:00:00+01:00

const Entree = z.object({ text: z.string(), prev: z.array(z.string()).default([]) });

/** Noms publics des alertes, tels que les outils de mesure les attendent. */
const DRAPEAUX: Readonly<Record<Alerte, string>> = {
  'plus-de-24-h-en-un-jour': 'hours_gt_24_single_day',
  'trop-d-heures-pour-la-periode': 'hours_too_many_for_period',
  'heures-nulles': 'hours_zero',
  'heures-negatives': 'hours_negative',
  'date-future': 'future_date',
  'avant-operation': 'before_operation',
  'apres-operation': 'after_operation',
  'date-invalide': 'invalid_date',
  'periode-inversee': 'inverted_range',
  'date-ambigue': 'ambiguous_date',
  'heures-ambigues': 'ambiguous_hours',
  'noms-attendus': 'needs_names',
};

const CHAMPS: Readonly<Record<ChampHeures, string>> = {
  heures: 'hours',
  periode: 'date',
  beneficiaire: 'beneficiary',
  operation: 'operation',
};

/** On lit avec les droits d'un coordinateur : toutes les opérations sont connues. */
const LECTEUR: Compte = { id: 'understand', role: 'coordinateur', libelle: 'Lecture', structure: null };

const { values } = parseArgs({ options: { at: { type: 'string' } } });
const instant = values.at ?? ecrireHeureLocale(new Date());
const racine = rootFolder();
const config = readConfig(racine);
const store = openJsonStore(config.storeDir);
const { services } = assembler(loadRessources(racine, config.region, store), config);
const contexte = { aujourdhui: instant.slice(0, 10), compte: LECTEUR, sujet: null };
const intitules = new Map((await store.operations.all()).map(({ id, intitule }) => [id, intitule]));

const decrire = async (ligne: LigneLue) => {
  const alertes = new Set([...ligne.alertes, ...(await services.heures.verifier(ligne, contexte))]);
  return {
    hours: ligne.heures,
    date:
      ligne.periode &&
      (ligne.periode.du === ligne.periode.au ? ligne.periode.du : { from: ligne.periode.du, to: ligne.periode.au }),
    beneficiary: ligne.beneficiaire,
    operation: ligne.operation === null ? null : (intitules.get(ligne.operation) ?? ligne.operation),
    company: ligne.entreprise,
    public: ligne.publics,
    gender: ligne.sexe,
    missing: manquants(ligne).map((champ) => CHAMPS[champ]),
    flags: [...alertes].map((alerte) => DRAPEAUX[alerte]),
  };
};

const manquants = (ligne: LigneLue): ChampHeures[] => {
  const valeurs = {
    heures: ligne.heures,
    periode: ligne.periode,
    beneficiaire: ligne.beneficiaire,
    operation: ligne.operation,
  } satisfies Record<ChampHeures, unknown>;
  return (['heures', 'periode', 'beneficiaire', 'operation'] as const).filter((champ) => valeurs[champ] === null);
};

const lireEntree = (ligne: string) => {
  if (!ligne.trimStart().startsWith('{')) return { text: ligne, prev: [] };
  try {
    const lue = Entree.safeParse(JSON.parse(ligne));
    return lue.success ? lue.data : { text: ligne, prev: [] };
  } catch {
    return { text: ligne, prev: [] };
  }
};

for await (const ligne of createInterface({ input: process.stdin })) {
  if (ligne.trim() === '') continue;
  const { text, prev } = lireEntree(ligne);
  let brouillon: readonly LigneLue[] = [];
  for (const precedent of prev) brouillon = (await services.heures.lire(precedent, { ...contexte, brouillon })).lignes;
  const lecture = await services.comprendre(text, contexte);
  const { lignes } = await services.heures.lire(text, { ...contexte, brouillon });
  const decrites = await Promise.all(lignes.map(decrire));
  const [premiere] = decrites;
  const { question } = lecture;
  process.stdout.write(
    `${JSON.stringify({
      intent: prev.length > 0 ? 'declarer-heures' : lecture.intention,
      score: lecture.score,
      ...(lecture.intention === 'question-juridique' && question.certitude === 'sure' ? { fiche: question.fiche } : {}),
      ...premiere,
      ...(decrites.length > 1 ? { entries: decrites } : {}),
    })}\n`,
  );
}
await store.close();
