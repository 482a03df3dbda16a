import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diag } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../shared/pve/berichten/messages.ts';
import {
  WSDL_FILE_NAME,
  createSchemaValidator,
  schemaFileName,
  schemaFiles,
  type SchemaValidator,
} from '../../shared/pve/berichten/schema.ts';
import { NAMESPACE, decodeUtf8 } from '../../shared/pve/berichten/xml.ts';
import { readSchemas } from './support/schemas.ts';

const files = readSchemas();
const golden = (name: string) =>
  decodeUtf8(readFileSync(new URL(`golden/${name}.xml`, import.meta.url))).replaceAll('\r\n', '\n');
const minimal = golden('03-met-pgn-minimal');

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(files);
});
afterAll(() => schema.dispose());

/** The minimal bericht 3 with a part replaced; fails when the part is not there. */
const changed = (from: string, to: string) => {
  expect(minimal).toContain(from);
  return minimal.replace(from, to);
};
const elements = (xml: string) => schema.validateBody(xml).map(({ element }) => element);

describe('the files', () => {
  it('are up to date with the gegevensset', () => {
    const script = fileURLToPath(new URL('../../scripts/schemas.mts', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('are named and namespaced as PvE 5.1 and 5.4.1 say, and say whose they are', () => {
    expect(Object.keys(files).sort()).toEqual([
      'BegrippenregisterAlgemeenPO_V1.0.xsd',
      'BegrippenregisterInstellingEnOnderwijsPO_V1.0.xsd',
      'BegrippenregisterOnderwijsverbandPO_V1.0.xsd',
      'BegrippenregisterPersoonPO_V1.0.xsd',
      'BpokServices_V1.0.wsdl',
      'berichtenVerkeerIBGroepPO_V1.0.xsd',
    ]);
    expect([...schemaFiles.map(schemaFileName), WSDL_FILE_NAME].sort()).toEqual(Object.keys(files).sort());
    for (const text of Object.values(files)) {
      expect(text).toContain('targetNamespace="http://ib-groep.nl/services/Basis-v1.0"');
      expect(text).toContain('elementFormDefault="qualified"');
      expect(text).toContain('Reconstruction by the Bronwijs project; NOT the file of DUO');
    }
  });

  it('know every element name that PvE 7.3 lists for these messages', () => {
    const all = Object.values(files).join('');
    const listed = [
      'aanduidingNNCA',
      'voornamen',
      'bekostigingsGegevens',
      'BRINnummer',
      'Sofinummer',
      'tijdsbeeldPeriodeEinddatum',
      'tijdsbeeldPeriodeBegindatum',
      'datumIngangAdresBRP',
      'datumOorspronkelijkeInschrijving',
      'datumOverlijden',
      'datumVersturen',
      'datumVertrekUitNederland',
      'datumVestigingInNederland',
      'geboorteland',
      'geboorteLand',
      'gewichtGegevensWPO',
      'groep',
      'landWaarnaarVertrokken',
      'voortgang',
      'leerjaar',
      'Meldinginschrijvingantwoord',
      'nationaliteitgegevens',
      'nationaliteit',
      'postcode',
      'schoolSoortWEC',
      'codesoortOnderwijs',
      'vestigingsplaatsing',
    ];
    expect(listed.filter((name) => !all.includes(`<xs:element name="${name}"`))).toEqual([]);
  });

  it('must all be there', async () => {
    const { [schemaFileName('BegrippenregisterPersoonPO')]: _, ...rest } = files;
    await expect(createSchemaValidator(rest)).rejects.toThrow();
    await expect(createSchemaValidator({})).rejects.toThrow('is missing');
  });
});

describe('what the schema leaves to the controles', () => {
  it.each([
    ['a birth date that does not exist', '<geboortedatum>20050123', '<geboortedatum>20059999'],
    ['a code outside its waardelijst', '<geslacht>M', '<geslacht>X'],
    ['no PGN', '<Sofinummer>999991577</Sofinummer>', ''],
    ['neither postcode nor land', '<postcode>2554EJ</postcode>', ''],
    ['postcode and land', '<postcode>2554EJ</postcode>', '<postcode>2554EJ</postcode><land>6030</land>'],
    ['no gewicht', /<gewichtGegevensWPO>[^]*<\/gewichtGegevensWPO>/.exec(minimal)?.[0] ?? '', ''],
    ['no inschrijving at all', /<inschrijvingWPO>[^]*<\/inschrijvingWPO>/.exec(minimal)?.[0] ?? '', ''],
  ])('%s', (_, from, to) => {
    expect(schema.validateBody(changed(from, to))).toEqual([]);
  });
});

describe('what the schema refuses', () => {
  it.each([
    ['an empty element', '<groep>1/2 A</groep>', '<groep/>', ['groep']],
    ['a gegeven twice', '<geslacht>M</geslacht>', '<geslacht>M</geslacht><geslacht>M</geslacht>', ['geslacht']],
    [
      'another order',
      '<geslacht>M</geslacht>\n        <postcode>2554EJ</postcode>',
      '<postcode>2554EJ</postcode><geslacht>M</geslacht>',
      ['postcode'],
    ],
    ['an unknown element', '<geslacht>M</geslacht>', '<geslacht>M</geslacht><lengte>3</lengte>', ['lengte']],
    ['text between', '<inschrijvingWPO>', '<inschrijvingWPO>x', ['inschrijvingWPO']],
    ['an attribute', '<geslacht>', '<geslacht id="1">', ['geslacht']],
    ['white space around a code', '<geslacht>M<', '<geslacht> M <', ['geslacht']],
    ['no namespace', `<Meldinginschrijving xmlns="${NAMESPACE}">`, '<Meldinginschrijving>', ['Meldinginschrijving']],
    [
      'a type of the sender',
      '<geslacht>',
      '<geslacht xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="xs:anyType" xmlns:xs="http://www.w3.org/2001/XMLSchema">',
      ['geslacht'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(elements(changed(from, to))).toEqual(expect.arrayContaining(expected));
  });

  it('names line and element', () => {
    const line = minimal.split('\n').findIndex((text) => text.includes('<leerjaar>')) + 1;
    const [found, ...others] = schema.validateBody(changed('<leerjaar>1<', '<leerjaar>12<'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ line, element: 'leerjaar' });
    expect(found?.message).toContain("length of '2'");
  });

  it('counts characters, not bytes or halves of them', () => {
    expect(schema.validateBody(changed('<groep>1/2 A<', `<groep>${'𝒳'.repeat(30)}<`))).toEqual([]);
    expect(elements(changed('<groep>1/2 A<', `<groep>${'𝒳'.repeat(31)}<`))).toEqual(['groep']);
  });

  it('white space around a date is allowed, a time zone is not', () => {
    expect(elements(changed('2009-08-01<', ' 2009-08-01\n<'))).toEqual([]);
    expect(elements(changed('2009-08-01<', '2009-08-01Z<'))).toEqual(['datumInschrijving']);
  });
});

describe('hostile documents', () => {
  const schemaLocation = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} http://127.0.0.1:1/own.xsd urn:x file:///etc/passwd"`;

  it.each([
    [
      'an external entity',
      minimal.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('1/2 A', '&x;'),
      'DOCTYPE is not allowed',
    ],
    [
      'an external DTD',
      minimal.replace('?>', '?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">'),
      'DOCTYPE is not allowed',
    ],
    ['nesting', '<a>'.repeat(5000), 'Excessive depth'],
    ['a huge text', minimal.replace('1/2 A', 'x'.repeat(20_000_000)), 'too long'],
    ['nothing', '', 'parse'],
    ['no envelope', '<a/>', 'not a SOAP 1.1 envelope'],
    [
      'two messages',
      golden('06').replace(/(<Verzoek[^]*<\/Verzoekterugkoppeling>)/, '$1$1'),
      'not a SOAP 1.1 envelope',
    ],
  ])('%s is refused', (_, xml, message) => {
    const start = performance.now();
    expect(schema.validateBody(xml)[0]?.message).toContain(message);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('cannot bring their own schema', () => {
    expect(schema.validateBody(changed('<Meldinginschrijving ', `<Meldinginschrijving ${schemaLocation} `))).toEqual(
      [],
    );
    expect(
      elements(changed('<Meldinginschrijving ', `<Meldinginschrijving ${schemaLocation} `).replace('>M<', '>MM<')),
    ).toEqual(['geslacht']);
  });

  it('do not make the list of problems endless', () => {
    const xml = golden('07-empty').replace(
      '</datumVersturen>',
      `</datumVersturen>${'<Terugkoppelingafkeuring/>'.repeat(5000)}`,
    );
    expect(schema.validateBody(xml).length).toBeLessThanOrEqual(100);
  });

  it('are read as the text they are, whatever encoding they declare', () => {
    const xml = changed('encoding="UTF-8"', 'encoding="ISO-8859-1"').replace('1/2 A', 'é'.repeat(30));
    expect(schema.validateBody(xml)).toEqual([]);
  });
});

it('judges a thousand small messages in a moment, and frees what it uses', () => {
  diag.configure({ enabled: true });
  const start = performance.now();
  for (let i = 0; i < 1000; i += 1) schema.validateBody(minimal);
  const milliseconds = performance.now() - start;
  schema.validateBody('<a>');
  const kept = diag.report();
  diag.configure({ enabled: false });
  expect(kept).toEqual({});
  expect(milliseconds).toBeLessThan(5000);
});

it('every message is an element of its own', () => {
  for (const { xsd } of Object.values(messages)) {
    expect(schema.validateMessage(`<${xsd} xmlns="${NAMESPACE}"/>`)[0]?.message).not.toContain(
      'No matching global declaration',
    );
  }
});
