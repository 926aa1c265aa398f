import { EcritureZip } from './zip.ts';

/** Une case : texte, nombre, jour, ou vide. */
export type Cellule = string | number | null | { readonly jour: string };

export interface Feuille {
  /** 31 signes au plus, sans / \ ? * [ ] :. */
  readonly nom: string;
  /** Largeur de chaque colonne, en signes. */
  readonly largeurs?: readonly number[];
  /** La première ligne est celle des titres. */
  readonly lignes: Iterable<readonly Cellule[]> | AsyncIterable<readonly Cellule[]>;
}

const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LIENS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style des jours et des titres, dans l'ordre de `cellXfs`. */
const STYLE_JOUR = 1;
const STYLE_TITRE = 2;

// biome-ignore lint/suspicious/noControlCharactersInRegex: ces signes sont interdits en XML, il faut les nommer.
const INTERDITS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const echapper = (texte: string): string =>
  texte
    .replace(INTERDITS, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const JOUR_ZERO = Date.UTC(1899, 11, 30);
const numeroDuJour = (jour: string): number => (Date.parse(`${jour}T00:00:00Z`) - JOUR_ZERO) / 86_400_000;

/** 0 → « A », 27 → « AB ». */
const lettres = (colonne: number): string =>
  colonne < 26
    ? String.fromCharCode(65 + colonne)
    : lettres(Math.floor(colonne / 26) - 1) + String.fromCharCode(65 + (colonne % 26));

const LETTRES = Array.from({ length: 64 }, (_, colonne) => lettres(colonne));

const ecrireCellule = (cellule: Cellule, colonne: number, rangee: number): string => {
  if (cellule === null || cellule === '') return '';
  const place = `r="${LETTRES[colonne] ?? lettres(colonne)}${rangee}"`;
  if (typeof cellule === 'number') return `<c ${place}><v>${cellule}</v></c>`;
  if (typeof cellule === 'object') return `<c ${place} s="${STYLE_JOUR}"><v>${numeroDuJour(cellule.jour)}</v></c>`;
  const style = rangee === 1 ? ` s="${STYLE_TITRE}"` : '';
  return `<c ${place} t="inlineStr"${style}><is><t xml:space="preserve">${echapper(cellule)}</t></is></c>`;
};

const LIGNES_PAR_MORCEAU = 500;

async function* ecrireFeuille({ lignes, largeurs = [] }: Feuille): AsyncGenerator<string> {
  const colonnes = largeurs.map((l, rang) => `<col min="${rang + 1}" max="${rang + 1}" width="${l}" customWidth="1"/>`);
  const figer =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `${ENTETE}<worksheet xmlns="${PRINCIPAL}">${figer}${colonnes.length > 0 ? `<cols>${colonnes.join('')}</cols>` : ''}<sheetData>`;
  let morceau: string[] = [];
  let numero = 0;
  for await (const ligne of lignes) {
    numero += 1;
    morceau.push(
      `<row r="${numero}">${ligne.map((cellule, colonne) => ecrireCellule(cellule, colonne, numero)).join('')}</row>`,
    );
    if (morceau.length < LIGNES_PAR_MORCEAU) continue;
    yield morceau.join('');
    morceau = [];
  }
  yield `${morceau.join('')}</sheetData></worksheet>`;
}

const styles = `${ENTETE}<styleSheet xmlns="${PRINCIPAL}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

/** Écrit un classeur .xlsx au fil de l'eau. */
export const ecrireClasseur = async (fichier: string, feuilles: readonly Feuille[]): Promise<void> => {
  const zip = new EcritureZip(fichier);
  const rangs = feuilles.map((_, rang) => rang + 1);
  await zip.ajouter('[Content_Types].xml', [
    `${ENTETE}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${rangs.map((rang) => `<Override PartName="/xl/worksheets/sheet${rang}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
  ]);
  await zip.ajouter('_rels/.rels', [
    `${ENTETE}<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${LIENS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.ajouter('xl/workbook.xml', [
    `${ENTETE}<workbook xmlns="${PRINCIPAL}" xmlns:r="${LIENS}"><sheets>${feuilles.map(({ nom }, rang) => `<sheet name="${echapper(nom.replace(/[/\\?*[\]:]/g, ' ').slice(0, 31))}" sheetId="${rang + 1}" r:id="rId${rang + 1}"/>`).join('')}</sheets></workbook>`,
  ]);
  await zip.ajouter('xl/_rels/workbook.xml.rels', [
    `${ENTETE}<Relationships xmlns="${PAQUET}/relationships">${rangs.map((rang) => `<Relationship Id="rId${rang}" Type="${LIENS}/worksheet" Target="worksheets/sheet${rang}.xml"/>`).join('')}<Relationship Id="rId${rangs.length + 1}" Type="${LIENS}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  await zip.ajouter('xl/styles.xml', [styles]);
  for (const [rang, feuille] of feuilles.entries())
    await zip.ajouter(`xl/worksheets/sheet${rang + 1}.xml`, ecrireFeuille(feuille));
  await zip.fermer();
};
