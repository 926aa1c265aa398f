import type { OperationReleve, Releve } from '../../domain/soldes/releve.ts';

const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const nombre = (valeur: number | null): string =>
  valeur === null ? 'non connues' : `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(valeur)} h`;

const mois = (jour: string): string =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${jour}T00:00:00Z`),
  );

const STYLE = `body{font:11pt/1.4 system-ui,sans-serif;margin:2rem auto;max-width:48rem;color:#111}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;break-after:avoid}table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;font-weight:600}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left}td.n,th.n{text-align:right}section{break-inside:avoid}.signatures{display:flex;gap:4rem;margin-top:3rem}.signatures p{flex:1;border-top:1px solid #111;padding-top:.25rem}@page{margin:18mm}`;

const section = (operation: OperationReleve): string => {
  const { intitule, donneurOrdre, lot, lignes, cumul, cumulTous, dues } = operation;
  const titre = [intitule, lot === null ? null : `lot ${lot}`].filter((morceau) => morceau !== null).join(', ');
  const rangees = lignes.map(
    (ligne) =>
      `<tr><td>${echapper(ligne.beneficiaire)}</td><td>${echapper(ligne.modalite ?? 'non précisée')}</td><td class="n">${nombre(ligne.heures)}</td></tr>`,
  );
  return `<section><h2>${echapper(titre)}</h2>
<p>Donneur d’ordre : ${echapper(donneurOrdre ?? 'non connu')}</p>
<table><thead><tr><th scope="col">Bénéficiaire</th><th scope="col">Modalité</th><th scope="col" class="n">Heures</th></tr></thead>
<tbody>${rangees.join('')}</tbody>
<tfoot><tr><th scope="row" colspan="2">Total du mois</th><td class="n">${nombre(operation.mois)}</td></tr></tfoot></table>
<p>Depuis le début de l’opération : ${nombre(cumul)} par l’entreprise, ${nombre(cumulTous)} toutes entreprises ; heures dues : ${nombre(dues)}.</p></section>`;
};

/** Relevé mensuel d'une entreprise, en une page à imprimer ou à garder en PDF. */
export const pageReleve = (releve: Releve): string => {
  const titre = `Relevé d’heures d’insertion — ${releve.entreprise} — ${mois(releve.periode.du)}`;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${echapper(titre)}</title><style>${STYLE}</style></head>
<body><h1>${echapper(titre)}</h1>
<p>Total du mois : <strong>${nombre(releve.total)}</strong>. Les personnes sont désignées par leur code ; une ligne compte dans le mois de son dernier jour.</p>
${releve.operations.length === 0 ? '<p>Aucune heure n’est enregistrée pour ce mois.</p>' : releve.operations.map(section).join('\n')}
<div class="signatures"><p>L’entreprise</p><p>Le facilitateur</p></div></body></html>
`;
};
