import { describe, expect, it } from 'vitest';
import { canonical } from '../../shared/pve/berichten/content.ts';
import { messages } from '../../shared/pve/berichten/messages.ts';
import {
  NAMESPACE,
  XmlCharacterError,
  XmlError,
  decode,
  decodeUtf8,
  encode,
  parseXml,
} from '../../shared/pve/berichten/xml.ts';
import { group } from '../../shared/pve/gegevensset/build.ts';
import { persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const person = (content: string) =>
  `<persoonsgegevensZonderPGN xmlns="${NAMESPACE}">${content}</persoonsgegevensZonderPGN>`;
const read = (xml: string) => decode(persoonZonderPgn, parseXml(xml));
/** The test fails rather than hangs when a hostile document costs more than it should. */
const quickly = (work: () => void) => {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(3000);
};

describe('bytes', () => {
  it('are UTF-8, with or without byte order mark', () => {
    expect(decodeUtf8(bytes('<a>é</a>'))).toBe('<a>é</a>');
    expect(decodeUtf8(bytes([0xef, 0xbb, 0xbf], '<a/>'))).toBe('<a/>');
  });

  it.each([
    ['a lone byte of Latin-1', bytes('<a>', [0xe9], '</a>')],
    ['an overlong form', bytes('<a>', [0xc0, 0xaf], '</a>')],
    ['a surrogate', bytes('<a>', [0xed, 0xa0, 0x80], '</a>')],
    ['a cut-off character', bytes('<a>', [0xe2, 0x82])],
    ['UTF-16', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
  ])('are refused when they are %s', (_, input) => {
    expect(() => decodeUtf8(input)).toThrow(XmlError);
  });
});

describe('hostile XML', () => {
  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]><a/>'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>'],
    ['a bare DOCTYPE', '<!DOCTYPE a><a/>'],
  ])('with %s is refused', (_, xml) => {
    expect(() => parseXml(xml)).toThrow('DOCTYPE is not allowed');
  });

  it('with a billion laughs is refused at once', () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const xml = `<!DOCTYPE a [<!ENTITY l0 "lol">${entities}]><a>&l9;</a>`;
    quickly(() => expect(() => parseXml(xml)).toThrow('DOCTYPE'));
  });

  it('with an undeclared entity is refused', () => {
    expect(() => parseXml('<a>&x;</a>')).toThrow(XmlError);
  });

  it('nested too deep is refused at once', () => {
    expect(() => parseXml(`${'<a>'.repeat(32)}${'</a>'.repeat(32)}`)).not.toThrow();
    expect(() => parseXml(`${'<a>'.repeat(33)}${'</a>'.repeat(33)}`)).toThrow('nested too deep');
    quickly(() => expect(() => parseXml('<a>'.repeat(1_000_000))).toThrow('nested too deep'));
  });

  it('with a huge text or very many elements costs no more than its size', () => {
    quickly(() => expect(parseXml(`<a>${'x'.repeat(10_000_000)}</a>`).text).toHaveLength(10_000_000));
    quickly(() => expect(parseXml(`<a>${'<b/>'.repeat(200_000)}</a>`).children).toHaveLength(200_000));
    quickly(() => {
      const signaal = '<signaal xmlns="http://ib-groep.nl/services/Basis-v1.0"/>';
      const list = decode(messages[13], parseXml(`<a>${signaal.repeat(50_000)}</a>`))['signaal'];
      expect(list).toHaveLength(50_000);
    });
  });

  it.each([
    ['nothing', ''],
    ['no end', '<a>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>x'],
    ['an unbound prefix', '<x:a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a reference to a control character', '<a>&#1;</a>'],
    ['ISO-8859-1 declared', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['UTF-16 declared', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['XML 1.1', '<?xml version="1.1"?><a>&#1;</a>'],
  ])('with %s is refused', (_, xml) => {
    expect(() => parseXml(xml)).toThrow(XmlError);
  });

  it('is refused without repeating what it said', () => {
    expect(() => parseXml('<a>Bultenaar</b>')).toThrow(/^not well-formed at line 1$/);
  });

  it('cannot reach the prototype of what is read', () => {
    const result = read(person('<__proto__>1</__proto__><constructor>1</constructor><toString>1</toString>'));
    expect(Object.keys(result)).toEqual([]);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });
});

describe('ways to write the same', () => {
  const expected = { geboortedatum: '2002-09-01', achternaam: 'Puk' };

  it.each([
    ['a default namespace', person('<geboortedatum>20020901</geboortedatum><achternaam>Puk</achternaam>')],
    [
      'a prefix',
      `<p:persoonsgegevensZonderPGN xmlns:p="${NAMESPACE}"><p:geboortedatum>20020901</p:geboortedatum><p:achternaam>Puk</p:achternaam></p:persoonsgegevensZonderPGN>`,
    ],
    [
      'a prefix per element',
      `<p:persoonsgegevensZonderPGN xmlns:p="${NAMESPACE}"><geboortedatum xmlns="${NAMESPACE}">20020901</geboortedatum><q:achternaam xmlns:q="${NAMESPACE}">Puk</q:achternaam></p:persoonsgegevensZonderPGN>`,
    ],
    ['CDATA', person('<geboortedatum><![CDATA[20020901]]></geboortedatum><achternaam>P<![CDATA[u]]>k</achternaam>')],
    [
      'comments and processing instructions',
      person('<!-- a --><geboortedatum>2002<!-- b -->0901</geboortedatum><?x y?><achternaam>Pu<?z?>k</achternaam>'),
    ],
    ['character references', person('<geboortedatum>&#50;0020901</geboortedatum><achternaam>&#x50;uk</achternaam>')],
    [
      'white space between',
      person('\n\t <geboortedatum>20020901</geboortedatum>\r\n\n<achternaam >Puk</achternaam\n>'),
    ],
    [
      'lower case encoding',
      `<?xml version="1.0" encoding="utf-8" standalone="yes"?>${person('<geboortedatum>20020901</geboortedatum><achternaam>Puk</achternaam>')}`,
    ],
  ])('%s', (_, xml) => {
    expect(read(xml)).toEqual(expected);
  });

  it('passes over elements of another namespace or none', () => {
    expect(read(person('<achternaam xmlns="urn:other">x</achternaam><achternaam xmlns="">y</achternaam>'))).toEqual({});
  });

  it('keeps white space around a text, not around a date or a boolean (as XML Schema does)', () => {
    const xml = `<inschrijvingWPO xmlns="${NAMESPACE}"><datumInschrijving>
      2009-08-01
    </datumInschrijving><aanduidingNNCA> 1 </aanduidingNNCA></inschrijvingWPO>`;
    const [, , inschrijving] = messages[3].groups;
    expect(decode(inschrijving, parseXml(xml))).toEqual({ datumInschrijving: '2009-08-01', aanduidingNnca: ' 1 ' });
  });
});

describe('writing', () => {
  const back = (achternaam: string) => read(encode(persoonZonderPgn, { achternaam }))['achternaam'];

  it.each(['<b>&amp;"\'</b>', ']]>', 'a\r\nb\rc\n\td', '  x  ', 'Ÿska 𝒳 é e\u0301', '\u0085\u2028\ufffd'])(
    'keeps %j',
    (text) => {
      expect(back(text)).toBe(text);
    },
  );

  it.each([
    ['\u0000', 'U+0000'],
    ['a\u0001b', 'U+0001'],
    ['\u001f', 'U+001F'],
    ['\ud800', 'U+D800'],
    ['x\udc00', 'U+DC00'],
    ['\ufffe', 'U+FFFE'],
  ])('refuses %j', (text, character) => {
    const write = () => encode(persoonZonderPgn, { achternaam: text });
    expect(write).toThrow(XmlCharacterError);
    expect(write).toThrow(`achternaam holds ${character}, which XML cannot carry`);
  });

  it('can write whatever is canonical', () => {
    const content = canonical(persoonZonderPgn, {
      achternaam: 'P\u0000u\u001fk\ud800',
      voorvoegsel: '\u0001',
      voornamen: 'a\tb',
    });
    expect(content).toEqual({ achternaam: 'Puk', voornamen: 'a\tb' });
    expect(() => encode(persoonZonderPgn, content)).not.toThrow();
  });

  it('leaves out what is not filled', () => {
    expect(encode(persoonZonderPgn, { achternaam: '', voornamen: undefined })).toBe(
      `<persoonsgegevensZonderPGN xmlns="${NAMESPACE}"/>`,
    );
  });

  it('indents, and never inside a value', () => {
    const outer = group({ ...messages[13], elements: [], groups: messages[13].groups });
    const xml = encode(outer, { signaal: [{ signaalcode: '1\n2' }] }, '    ');
    expect(xml.split('\n')).toEqual([
      `    <Terugkoppelingafkeuring xmlns="${NAMESPACE}">`,
      '      <signaal>',
      '        <signaalcode>1&#10;2</signaalcode>',
      '      </signaal>',
      '    </Terugkoppelingafkeuring>',
    ]);
  });
});
