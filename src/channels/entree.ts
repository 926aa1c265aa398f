import { z } from 'zod';

const Personne = z.looseObject({
  id: z.string().min(1, { error: 'l’identifiant est vide' }),
  aadObjectId: z.string().nullish(),
});

/** Ce que nous lisons d'une activité reçue ; le reste est laissé tel quel. */
export const ActiviteEntrante = z.looseObject({
  type: z.string().min(1),
  id: z.string().min(1).optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  from: Personne,
  recipient: Personne.partial().optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().nullish(),
  replyToId: z.string().nullish(),
  localTimestamp: z.string().optional(),
  localTimezone: z.string().optional(),
  membersAdded: z.array(Personne).optional(),
  entities: z.array(z.unknown()).nullish(),
});
export type ActiviteEntrante = z.infer<typeof ActiviteEntrante>;

/** Nomme en français les champs qui empêchent de lire une activité. */
export const nommerDefauts = (erreur: z.ZodError): string => {
  const champs = [...new Set(erreur.issues.map(({ path }) => path.join('.') || 'corps'))];
  return `Activité illisible. Champs absents ou mal formés : ${champs.join(', ')}.`;
};

const Valeur = z.record(z.string(), z.unknown());
const MsTeams = z.looseObject({ text: z.string().optional(), displayText: z.string().optional() });

/** Ce que dit une carte soumise : ses données (chaînes seules) et la phrase équivalente. */
export const lireSoumission = (
  value: unknown,
): { readonly donnees?: Readonly<Record<string, string>>; readonly texte?: string; readonly affiche?: string } => {
  const lue = Valeur.safeParse(value);
  if (!lue.success) return {};
  const teams = MsTeams.safeParse(lue.data.msteams);
  const paires = Object.entries(lue.data).flatMap(([cle, brut]): [string, string][] =>
    // Un champ numérique revient en nombre selon le client.
    (typeof brut === 'string' || typeof brut === 'number') && cle !== 'texte' ? [[cle, String(brut)]] : [],
  );
  const texte = teams.data?.text ?? lue.data.texte;
  const affiche = teams.data?.displayText;
  return {
    ...(paires.length === 0 ? {} : { donnees: Object.fromEntries(paires) }),
    ...(typeof texte === 'string' ? { texte } : {}),
    ...(affiche === undefined ? {} : { affiche }),
  };
};

const Mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.looseObject({ id: z.string() }),
});

/** Retire du texte les mentions adressées au robot (« @Clausette … » dans un canal Teams). */
export const retirerMentions = ({ text, entities, recipient }: ActiviteEntrante): string => {
  const mentions = (entities ?? []).flatMap((entite) => {
    const mention = Mention.safeParse(entite);
    return mention.success && mention.data.mentioned.id === recipient?.id ? [mention.data.text] : [];
  });
  return mentions.reduce((texte, mention) => texte.replaceAll(mention, ' '), text ?? '').trim();
};
