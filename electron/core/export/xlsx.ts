import type { FileHandle } from 'node:fs/promises';
import type { ExportColumn } from '../../../shared/domain/export/columns.ts';
import { xmlText } from '../../../shared/domain/export/xmlText.ts';
import { cellText, serialOf, type DateStyle } from './cells.ts';
import type { ListWriter, Row, Table } from './table.ts';
import { notAsWritten } from './verifiedFile.ts';
import { readPart, ZipWriter } from './zip.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Indices of the cell styles in `stylesXml`. */
const style = { text: 1, date: 2, header: 3 } as const;

const widths: Readonly<Record<ExportColumn['format'], number>> = { text: 20, date: 12, boolean: 10 };

const textCell = (value: string, index: number) =>
  `<c s="${index}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

/** A text is a text, whatever it looks like: no formula, no lost zero. A whole date is a date, so that it can be sorted on. */
function cell(column: ExportColumn, value: string | null | undefined, dates: DateStyle): string {
  if (!value) return '<c/>';
  const serial = column.format === 'date' ? serialOf(value) : undefined;
  if (serial !== undefined) return `<c s="${style.date}"><v>${serial}</v></c>`;
  return textCell(cellText(column, value, dates), style.text);
}

const rowXml = ({ columns, dates }: Table, row: Row): string =>
  `<row>${columns.map((column, index) => cell(column, row[index], dates)).join('')}</row>`;

async function* sheetXml(table: Table, onRows: (count: number) => void): AsyncGenerator<string> {
  const cols = table.columns.map(({ format }, index) => {
    const place = index + 1;
    return `<col min="${place}" max="${place}" width="${widths[format]}" customWidth="1"/>`;
  });
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  yield `<row>${table.columns.map(({ label }) => textCell(label, style.header)).join('')}</row>`;
  for await (const page of table.pages) {
    yield page.map((row) => rowXml(table, row)).join('');
    onRows(page.length);
  }
  yield '</sheetData></worksheet>';
}

/** Format 49 is text; `quotePrefix` keeps a text from being read as a formula when the cell is edited. */
const stylesXml = (dates: DateStyle): string =>
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${dates === 'dd-mm-yyyy' ? 'dd\\-mm\\-yyyy' : 'yyyy\\-mm\\-dd'}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>`;

/** The parts of a workbook around its one sheet. */
const frame = ({ title, dates }: Table): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xmlText(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': stylesXml(dates),
});

async function write(file: FileHandle, table: Table): Promise<number> {
  const zip = new ZipWriter(file);
  for (const [name, xml] of Object.entries(frame(table))) await zip.add(name, [xml]);
  let count = 0;
  await zip.add(
    SHEET,
    sheetXml(table, (rows) => (count += rows)),
  );
  await zip.finish();
  return count;
}

const ROW_END = '</row>';

async function verify(path: string, _table: Table, count: number): Promise<void> {
  let found = -1;
  let rest = '';
  const whole = await readPart(path, SHEET, (text) => {
    const rows = (rest + text).split(ROW_END);
    found += rows.length - 1;
    rest = (rows.at(-1) ?? '').slice(1 - ROW_END.length);
  });
  if (!whole || found !== count) throw notAsWritten();
}

/** XLSX, written row by row: fifty thousand pupils pass through a few megabytes of memory. */
export const xlsxWriter: ListWriter = { write, verify };
