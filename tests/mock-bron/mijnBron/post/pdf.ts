import { createRequire } from 'node:module';
import type Pdfmake from 'pdfmake';
import type { Content, TableCell, TFontDictionary } from 'pdfmake/interfaces.js';
import { startOfDay } from '../../../../shared/domain/clock.ts';
import { inFull, MARK, type Block, type Letter } from './letter.ts';

/** The printer, loaded when the first letter is printed: it takes a second, and a mock seldom needs it. */
let printer: Promise<typeof Pdfmake> | undefined;

async function openPrinter(): Promise<typeof Pdfmake> {
  const { default: pdfmake } = await import('pdfmake');
  // The fonts that come with pdfmake; it has no types for this file.
  const fonts = createRequire(import.meta.url)('pdfmake/fonts/Roboto.js') as TFontDictionary;
  const fontFiles: ReadonlySet<unknown> = new Set(
    Object.values(fonts).flatMap((font) => Object.values(font) as unknown[]),
  );
  pdfmake.setFonts(fonts);
  // A letter names no file and no address: nothing else is read.
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake;
}

function block(part: Block): Content {
  if ('text' in part) return { text: part.text, margin: [0, 0, 0, 8] };
  if ('list' in part) return { ul: [...part.list], margin: [0, 0, 0, 8] };
  const rows = part.facts.map(([name, value]): TableCell[] => [{ text: name, style: 'fact' }, value]);
  return {
    table: { widths: ['auto', '*'], body: rows },
    layout: 'noBorders',
    margin: [0, 0, 0, 8],
  };
}

/** A letter as PDF, A4. */
export async function letterPdf(letter: Letter, sentOn: string): Promise<Buffer> {
  const { address, titel, aanhef, blocks, signedBy } = letter;
  printer ??= openPrinter();
  const document = (await printer).createPdf({
    pageSize: 'A4',
    pageMargins: [70, 70, 70, 70],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
    // The same letter is the same file, whenever it is written out.
    info: { title: titel, author: 'Oefen-BRON', creationDate: startOfDay(sentOn) },
    language: 'nl-NL',
    styles: { fact: { bold: true } },
    footer: { text: MARK, fontSize: 9, alignment: 'center', margin: [70, 20, 70, 0] },
    content: [
      { text: 'Oefen-BRON', fontSize: 16, bold: true, color: '#154273', margin: [0, 0, 0, 24] },
      ...(address.length > 0 ? [{ text: address.join('\n'), margin: [0, 0, 0, 24] } satisfies Content] : []),
      { text: inFull(sentOn), margin: [0, 0, 0, 16] },
      { text: titel, fontSize: 14, bold: true, margin: [0, 0, 0, 12] },
      ...(aanhef ? [{ text: aanhef, margin: [0, 0, 0, 8] } satisfies Content] : []),
      ...blocks.map(block),
      ...(signedBy
        ? [{ text: `Met vriendelijke groet,\n\n${signedBy}`, margin: [0, 16, 0, 0] } satisfies Content]
        : []),
    ],
  });
  return document.getBuffer();
}
