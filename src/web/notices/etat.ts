import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';

/** Où en est l'actualisation des avis, tel que le service le tient. */
export interface EtatActualisation {
  /** Heure de Paris de l'actualisation quotidienne ; null si elle n'est pas demandée. */
  readonly heure: string | null;
  readonly prochaine: string | null;
  readonly enCours: boolean;
  readonly derniere: {
    readonly debut: string;
    readonly fin: string;
    readonly issue: 'complete' | 'interrompue';
    readonly lus: number;
    readonly refuses: number;
    readonly taches: readonly {
      readonly nom: string;
      readonly issue: 'finie' | 'inchangee' | 'deja-finie' | 'interrompue';
      readonly lus: number;
      readonly refuses: number;
      readonly raison: string | null;
    }[];
  } | null;
}

const ISSUES = {
  complete: 'complete',
  interrompue: 'interrupted',
  finie: 'done',
  inchangee: 'unchanged',
  'deja-finie': 'already-done',
} as const;

const ecrireEtat = ({ heure, prochaine, enCours, derniere }: EtatActualisation): unknown => ({
  refresh: heure ?? 'off',
  running: enCours,
  next: prochaine,
  last:
    derniere === null
      ? null
      : {
          startedAt: derniere.debut,
          finishedAt: derniere.fin,
          outcome: ISSUES[derniere.issue],
          read: derniere.lus,
          refused: derniere.refuses,
          sources: derniere.taches.map(({ nom, issue, lus, refuses, raison }) => ({
            name: nom,
            outcome: ISSUES[issue],
            read: lus,
            refused: refuses,
            reason: raison,
          })),
        },
});

/** Pose `/api/notices/status` : la dernière actualisation et la prochaine, pour qui administre ; rien de personnel. */
export const routeEtatNotices = (server: Server, lire: () => EtatActualisation): void => {
  server.get('/api/notices/status', async (_req: IncomingMessage, res: ServerResponse) => {
    const corps = JSON.stringify(ecrireEtat(lire()));
    res.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(corps),
      'cache-control': 'no-store',
    });
    res.end(corps);
  });
};
