import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBrinFile } from '../mock-bron/registers/brin.ts';
import { readBrpFiles } from '../mock-bron/registers/brp.ts';
import { openElementcodes } from '../mock-bron/registers/elementcodes.ts';
import { openPostcodes } from '../mock-bron/registers/postcodes.ts';
import { RegisterFileError } from '../mock-bron/registers/read.ts';

const readers = {
  brin: readBrinFile,
  brp: (file: string) => readBrpFiles([file]),
  postcodes: openPostcodes,
  elementcodes: openElementcodes,
};
type Register = keyof typeof readers;

const manual = readFileSync(new URL('../../docs/mock-registers.md', import.meta.url), 'utf8');
const examples = new Map(
  [...manual.matchAll(/^```(?:json|text) (\w+)\n(.*?)^```$/gms)].map(([, name, text]) => [name, text ?? '']),
);

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-registers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(register: Register, text: string) {
  const file = join(folder, `${(files += 1)}`);
  writeFileSync(file, text);
  return readers[register](file);
}

describe.each(Object.keys(readers) as Register[])('the example of %s in the manual', (register) => {
  it('is read, also with the mark of a Windows program before it', () => {
    const example = examples.get(register) ?? '';
    expect(example).not.toBe('');
    expect(read(register, example)).toEqual(read(register, `\uFEFF${example}`));
  });
});

describe('a file of a register that is not right', () => {
  it.each<[Register, string, (text: string) => string, RegExp]>([
    ['brin', 'no JSON', (text) => text.slice(1), /BRIN file .* is not JSON: .*position/],
    ['brin', 'a wrong BRIN', (text) => text.replace('97AA', '97aa'), /schools\[0\]\.brinnummer/],
    [
      'brin',
      'a school twice',
      (text) => text.replace('97WA', '97AA'),
      /97AA stands there twice[^]*schools\[1\]\.brinnummer/,
    ],
    ['brin', 'another key', (text) => text.replace('"plaats"', '"stad"'), /"stad"/],
    ['brin', 'no date', (text) => text.replace('2005-08-01', '2005-02-30'), /vestigingen\[1\]\.opened/],
    [
      'brp',
      'a person twice',
      (text) => text.replace('999990020', '999990019'),
      /999990019 stands there twice[^]*persons\[1\]/,
    ],
    ['brp', 'no geslacht', (text) => text.replace('"V"', '"X"'), /persons\[0\]\.geslacht/],
    ['postcodes', 'no postcode', (text) => `${text}\n0123AB`, /line 4: "0123AB"/],
    ['elementcodes', 'a wrong code', (text) => text.replace('0012', '12'), /elementcodes/],
  ])('%s: %s is refused at its place', (register, _, spoil, message) => {
    const wrong = () => read(register, spoil(examples.get(register) ?? ''));
    expect(wrong).toThrow(RegisterFileError);
    expect(wrong).toThrow(message);
  });

  it.each(Object.keys(readers) as Register[])('%s: one that is not there is named', (register) => {
    expect(() => readers[register](join(folder, 'nowhere'))).toThrow(/file .*nowhere cannot be read/);
  });
});
