import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdexml } from '../../electron/core/import/edexml/read.ts';
import { isDate } from '../../shared/domain/dates.ts';
import { firstDayOfFile } from '../../shared/domain/import/assumptions.ts';
import type { Candidate, FileHeader, ImportProblem } from '../../shared/domain/import/candidate.ts';
import { LasError } from '../../shared/api/errors.ts';
import { anyEdexml, edexmlText } from '../support/edexml.ts';
import { temporaryFolder } from './databaseWorld.ts';

interface Found {
  header: FileHeader | undefined;
  candidates: Candidate[];
  remarks: ImportProblem[];
}

async function read(content: string | Buffer, resourcesDir?: string): Promise<Found> {
  const file = join(temporaryFolder(), 'edexml.xml');
  writeFileSync(file, content);
  const found: Found = { header: undefined, candidates: [], remarks: [] };
  for await (const part of readEdexml(file, resourcesDir === undefined ? {} : { resourcesDir })) {
    if (part.kind === 'header') found.header = part.header;
    else if (part.kind === 'leerling') found.candidates.push(part.candidate);
    else if (part.kind === 'remark') found.remarks.push(part.remark);
  }
  return found;
}

const failure = async (content: string | Buffer) =>
  read(content).then(
    () => 'read',
    (error: unknown) => (error instanceof LasError ? error.failure.code : 'other'),
  );

const school = '<school><schooljaar>2009-2010</schooljaar><brincode>99ZZ</brincode><xsdversie>2.1</xsdversie></school>';
const document = (leerling: string, rest = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${school}${rest}<leerlingen><leerling key="1">${leerling}</leerling></leerlingen></EDEX>`;
const one = async (leerling: string, rest = '') => {
  const { candidates } = await read(document(leerling, rest));
  const [candidate] = candidates;
  if (!candidate) throw new Error('no candidate');
  return candidate;
};
const sentences = ({ problems }: Candidate) => problems.map(({ sentence }) => sentence).join(' ');

describe('the values of a leerling', () => {
  it.each<[string, string, object, string]>([
    [
      'a question mark is no name',
      '<achternaam>?</achternaam><roepnaam>Jip</roepnaam>',
      { roepnaam: 'Jip' },
      'vraagteken',
    ],
    ['geslacht 0', '<geslacht>0</geslacht>', {}, 'geslacht is in het bestand onbekend'],
    ['geslacht 9', '<geslacht>9</geslacht>', {}, 'geslacht is in het bestand onbekend'],
    ['geslacht 2', '<geslacht>2</geslacht>', { geslacht: 'V' }, ''],
    ['geslacht 3', '<geslacht>3</geslacht>', {}, '"3" bestaat niet'],
    [
      'one reading',
      '<achternaam>Berg</achternaam><voorvoegsel>v.</voorvoegsel>',
      { achternaam: 'Berg', voorvoegsel: 'van' },
      'gelezen als "van"',
    ],
    [
      'several readings',
      '<achternaam>Berg</achternaam><voorvoegsel>v.d.</voorvoegsel>',
      { achternaam: 'Berg', voorvoegsel: 'v.d.' },
      '"van de", "van den" of "van der"',
    ],
    [
      'capitals',
      '<achternaam>Berg</achternaam><voorvoegsel>Van Der</voorvoegsel>',
      { achternaam: 'Berg', voorvoegsel: 'van der' },
      '',
    ],
    [
      'not in the table',
      '<achternaam>B</achternaam><voorvoegsel>zu der</voorvoegsel>',
      { achternaam: 'B', voorvoegsel: 'zu der' },
      'staat niet in de tabel',
    ],
    ['a wrong number stays', '<bsn>133456785</bsn>', { burgerservicenummer: '133456785' }, 'elfproef'],
    ['sofinummer', '<sofinummer>999992533</sofinummer>', { burgerservicenummer: '999992533' }, ''],
    ['four digits', '<bsn_ondwnr-4>2731</bsn_ondwnr-4>', {}, 'laatste vier cijfers'],
    [
      'a Dutch date',
      '<geboortedatum>21-6-2003</geboortedatum>',
      { geboortedatum: '2003-06-21' },
      'gelezen als 21-6-2003',
    ],
    ['a century is not guessed', '<geboortedatum>21-6-03</geboortedatum>', {}, 'is geen datum'],
    ['a time zone', '<geboortedatum>2003-06-21Z</geboortedatum>', { geboortedatum: '2003-06-21' }, ''],
    ['a day that is not', '<geboortedatum>2003-02-30</geboortedatum>', {}, 'is geen datum'],
    ['a country', '<land>MA</land>', { geboorteland: '5022' }, ''],
    [
      'a country of then',
      '<geboortedatum>2000-06-21</geboortedatum><land>YO</land>',
      { geboortedatum: '2000-06-21', geboorteland: '6068' },
      '',
    ],
    ['an unknown country', '<land>QQ</land>', {}, '"QQ" staat niet in de landentabel'],
    ['an unknown country of a parent', '<land_vader>QQ</land_vader>', {}, 'geboorteland van de vader "QQ"'],
    ['a postcode', '<postcodenl>2548 ae</postcodenl>', { postcode: '2548AE' }, ''],
    ['a Belgian postnummer', '<postnummerbe>2000</postnummerbe>', { land: '5010' }, ''],
    ['too long', `<achternaam>${'x'.repeat(201)}</achternaam>`, {}, 'te lang'],
  ])('%s', async (_, leerling, persoon, sentence) => {
    const candidate = await one(leerling);
    expect(candidate.persoon).toEqual({ leerlingnummer: '1', ...persoon });
    expect(sentences(candidate)).toContain(sentence);
    if (sentence === '') expect(candidate.problems).toEqual([]);
  });

  it('tells of groepen and vestigingen that are not in the file', async () => {
    const candidate = await one('<groep key="g9"/><vestiging key="VX"/>');
    expect(candidate.school).toEqual({ vestiging: { key: 'VX' } });
    expect(sentences(candidate)).toContain('De groep "g9" staat niet in het bestand.');
    expect(sentences(candidate)).toContain('De vestiging "VX" staat niet in het bestand.');
  });

  it.each([
    ['De allerbeste combinatiegroep van de school', 'De allerbeste combinatiegroep'],
    ['Groep 5 en 6 van juffrouw Els 🌈🌈', 'Groep 5 en 6 van juffrouw Els'],
    ['Groep 5 en 6 van juffrouw El 🌈🌈', 'Groep 5 en 6 van juffrouw El 🌈'],
  ])('takes the jaargroep of the groep, and shortens a name that BRON does not take: %s', async (naam, groep) => {
    const rest = `<groepen><groep key="g"><naam>${naam}</naam><jaargroep>5</jaargroep></groep></groepen>`;
    const { school: facts, problems } = await one('<groep key="g"/>', rest);
    expect(facts).toEqual({ jaargroep: '5', groep });
    expect(problems[0]?.sentence).toContain('ingekort');
  });

  it('keeps what it has no place for, and toevoegingen as notes', async () => {
    const blok = '<toevoegingen><blok xsi:type="X"><code>Zorg</code><opmerking>Bril</opmerking></blok></toevoegingen>';
    const candidate = await one(`<emailadres>a@b.example</emailadres>${blok}`);
    expect(candidate.notes).toEqual(['Zorg: Bril']);
    expect(candidate.facts).toMatchObject({ emailadres: 'a@b.example', key: '1' });
  });
});

describe('the file', () => {
  it.each<[string, string | Buffer, string]>([
    ['a DTD', document('').replace('<EDEX', '<!DOCTYPE EDEX SYSTEM "file:///etc/passwd">\n<EDEX'), 'import-doctype'],
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${document('&c;')}`, 'import-doctype'],
    ['an unknown entity', document('<roepnaam>&eacute;</roepnaam>'), 'import-doctype'],
    ['another document', '<html><body/></html>', 'import-not-edexml'],
    ['no XML', 'naam;geboortedatum\r\nJip;1-1-2003', 'import-not-xml'],
    ['nothing', '', 'import-not-xml'],
    ['cut off', document('<roepnaam>Jip</roepnaam>').slice(0, -30), 'import-not-xml'],
    ['two schools', document('', school), 'import-two-schools'],
    ['a made-up encoding', document('').replace('UTF-8', 'klingon-8'), 'import-encoding'],
    ['another encoding than it says', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('x')]), 'import-encoding'],
    ['one endless text', document(`<roepnaam>${'x'.repeat(1_200_000)}</roepnaam>`), 'import-not-edexml'],
    ['bottomless', document('<a>'.repeat(40)), 'import-not-edexml'],
  ])('%s is refused', async (_, content, code) => {
    expect(await failure(content)).toBe(code);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['ISO-8859-1', (text) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['UTF-8 that says UTF-16', (text) => Buffer.from(text.replace('UTF-8', 'utf-16'))],
  ])('is read in %s', async (_, encode) => {
    const { candidates, remarks } = await read(encode(document('<roepnaam>Rémi</roepnaam>')));
    expect(candidates[0]?.persoon.roepnaam).toBe('Rémi');
    expect(remarks).toEqual([]);
  });

  it('that is not the UTF-8 it says to be is read as Windows-1252, and says so', async () => {
    const { candidates, remarks } = await read(Buffer.from(document('<roepnaam>Rémi</roepnaam>'), 'latin1'));
    expect(candidates[0]?.persoon.roepnaam).toBe('Rémi');
    expect(remarks[0]?.sentence).toContain('gelezen als Windows-1252');
  });

  it.each<[string, string, object, string[]]>([
    ['as they should be', '2009-2010 2009-10-01T12:00:00', { schooljaar: '2009-2010', peildatum: '2009-10-01' }, []],
    ['that are unknown', '? ?', {}, ['schooljaar "?"', 'peildatum "?"']],
    [
      'written in another way',
      '2009/2010 01-10-2009',
      { schooljaar: '2009-2010', peildatum: '2009-10-01' },
      ['als 2009-2010', 'gelezen als'],
    ],
    ['that cannot be', '2009-2011 2009-13-01', {}, ['"2009-2011" is geen schooljaar', '"2009-13-01" is geen datum']],
  ])('with a schooljaar and a peildatum %s', async (_, values, expected, told) => {
    const [schooljaar, peildatum] = values.split(' ');
    const { header, remarks } = await read(
      document('').replace(
        '<schooljaar>2009-2010</schooljaar>',
        `<schooljaar>${schooljaar}</schooljaar><peildatum>${peildatum}</peildatum>`,
      ),
    );
    const { versie: _version, brinnummer: _brin, source: _source, vestigingen: _vestigingen, ...dates } = header ?? {};
    expect(dates).toEqual(expected);
    expect(remarks).toHaveLength(told.length);
    told.forEach((part, index) => expect(remarks[index]?.sentence).toContain(part));
    expect(isDate(firstDayOfFile(header ?? { source: 'edexml', vestigingen: [] }, '2009-11-02'))).toBe(true);
  });

  it('of an unknown version, with teachers and parts of its own is read, and that is told', async () => {
    const text = document('<roepnaam>Jip</roepnaam>')
      .replace('2.1</xsd', '3.7</xsd')
      .replace('</leerlingen>', '</leerlingen><leerkrachten><leerkracht key="l"/></leerkrachten><eigen/>');
    const { candidates, remarks } = await read(text);
    expect(candidates).toHaveLength(1);
    const told = remarks.map(({ sentence }) => sentence).join(' ');
    for (const part of ['"3.7"', 'een leerkracht', '"eigen"']) expect(told).toContain(part);
  });

  it('that breaks the official schema is told by line, in Dutch', async () => {
    const text = document(
      '<roepnaam>Jip</roepnaam>\n<geboortedatum>21-6-2003</geboortedatum>\n<geslacht>5</geslacht>\n<groep key="weg"/>',
    );
    const { remarks, candidates } = await read(text, 'resources');
    expect(candidates).toHaveLength(1);
    expect(remarks).toEqual([
      { line: 3, field: 'schema', sentence: 'De waarde "21-6-2003" van geboortedatum is geen datum.' },
      { line: 4, field: 'schema', sentence: 'De waarde "5" van geslacht staat niet in de lijst van EDEXML.' },
      { line: 5, field: 'schema', sentence: '"groep" verwijst naar "weg", en dat staat niet in het bestand.' },
    ]);
  });

  const wrong = '<roepnaam>Jip</roepnaam>\n<geslacht>5</geslacht>';
  it.each<[string, string, number]>([
    ['with lines that end as Windows ends them', document(wrong).replaceAll('\n', '\r\n'), 3],
    ['with a tag of several lines', document(wrong).replace('<leerling key', '<leerling\n\nkey'), 5],
    [
      'with a comment before the pupil',
      document(wrong).replace('<leerling key', '<!-- <leerling>\n -->\n<leerling key'),
      5,
    ],
    [
      'with an empty list before that of the pupils',
      document(wrong).replace('<leerlingen>', '<leerlingen/>\n<leerlingen>'),
      4,
    ],
    [
      'in what comes after the pupils',
      document('<roepnaam>Jip</roepnaam>').replace(
        '</leerlingen>',
        '</leerlingen>\n<leerkrachten>\n<leerkracht key="l"><geslacht>5</geslacht></leerkracht></leerkrachten>',
      ),
      4,
    ],
    ['before the pupils', document('', '\n<groepen><groep key="g"><jaargroep>99</jaargroep></groep></groepen>'), 3],
    ['without pupils', document('', '\n<eigen/>').replace(/<leerlingen>.*<\/leerlingen>/, ''), 3],
  ])('breaks the schema on the right line %s', async (_where, text, line) => {
    const { remarks } = await read(text, 'resources');
    expect(remarks.filter(({ field }) => field === 'schema').map((remark) => remark.line)).toContain(line);
  });

  it('is judged alike when more pupils are wrong than are judged together', async () => {
    const pupils = Array.from(
      { length: 250 },
      (_, index) => `<leerling key="${index}">\n${index === 230 ? wrong : '<roepnaam>Jip</roepnaam>'}\n</leerling>`,
    );
    const text = document('').replace(/<leerling key="1"><\/leerling>/, pupils.join('\n'));
    const { remarks } = await read(text, 'resources');
    expect(remarks.map(({ line, sentence }) => ({ line, sentence }))).toEqual([
      { line: 2 + 230 * 3 + 2, sentence: 'De waarde "5" van geslacht staat niet in de lijst van EDEXML.' },
    ]);
  });

  it('of any version that is valid is read whole and without a word about the schema', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdexml(), async (model) => {
        const { header, candidates, remarks } = await read(edexmlText(model), 'resources');
        expect(header).toMatchObject({ versie: model.version, schooljaar: model.school.schooljaar });
        expect(candidates.map(({ key }) => key)).toEqual(model.leerlingen.map(({ key }) => key));
        expect(remarks).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
