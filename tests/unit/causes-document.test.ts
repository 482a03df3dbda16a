import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentenceOfCode } from '../../electron/core/exchange/reason.ts';
import { causes, OPENING, solvers, type CauseCode } from '../../shared/api/causes.ts';
import { errorTexts, failure } from '../../shared/api/errors.ts';

const fromRoot = (path: string) => join(import.meta.dirname, '../..', path);
const codes = Object.keys(causes) as CauseCode[];

const table = [
  '| Cause | What the screen says | Who can solve it | By itself |',
  '|---|---|---|---|',
  ...codes.map((code) => {
    const { solver, unattended } = causes[code];
    return `| \`${code}\` | ${sentenceOfCode(code)} | ${solver} | ${unattended === 'again' ? 'tries again' : 'stops'} |`;
  }),
].join('\n');

const headings = {
  u: 'Dit kunt u zelf oplossen',
  systeembeheerder: 'Dit lost uw systeembeheerder op',
  'Helpdesk BRON': 'Hiervoor belt u de Helpdesk BRON',
  leverancier: 'Dit meldt u aan uw leverancier',
} as const;
const list = solvers
  .map((solver) => {
    const lines = codes
      .filter((code) => causes[code].solver === solver)
      .map((code) => `- **${sentenceOfCode(code)}** ${failure(code).remedy}`);
    return `## ${headings[solver]}\n\n${lines.join('\n')}`;
  })
  .join('\n\n');

/** Part of a document that is made of the data: from where it begins until the next heading of another kind, or the end. */
const parts = [
  { file: 'docs/koppelvlak.md', made: table, found: /\| Cause \|[^]*?(?=\n\n)/ },
  {
    file: 'resources/handleiding/verbinding-lukt-niet.md',
    made: list,
    found: /## Dit kunt u zelf oplossen[^]*(?=\n$)/,
  },
];

describe('the causes as documents list them', () => {
  it.each(parts)('$file has them all (make it anew with UPDATE_CAUSES=1)', ({ file, made, found }) => {
    const text = readFileSync(fromRoot(file), 'utf8');
    if (process.env['UPDATE_CAUSES'])
      writeFileSync(
        fromRoot(file),
        text.replace(found, () => made),
      );
    else expect(found.exec(text)?.[0]).toBe(made);
  });
});

describe('the texts of a cause', () => {
  it.each(codes)('%s are whole sentences that name no person and no brand', (code) => {
    const [message, remedy] = errorTexts[code];
    for (const text of [message, remedy, causes[code].tell]) {
      expect(text).toMatch(/^\p{Lu}.*[.?]$/u);
      expect(text).not.toMatch(/Bronwijs|leerling [A-Z]|BSN/);
    }
    // Every place can be filled in by the transport.
    const places = [...`${OPENING} ${message} ${remedy} ${causes[code].tell}`.matchAll(/\{(\w+)\}/g)].map(
      ([, at]) => at,
    );
    expect(['host', 'proxy', 'moment', 'status', 'issuer', 'date', 'detail']).toEqual(expect.arrayContaining(places));
  });
});

describe('a code that is kept with a message', () => {
  it.each([
    ['endpoint-timeout', 'BRON antwoordde niet binnen 30 seconden.'],
    ['endpoint-unreachable', 'Deze computer heeft geen netwerkverbinding met het adres van BRON.'],
    ['endpoint-http', 'BRON gaf een technische fout.'],
    ['proxy-refuses', 'De proxyserver van de school laat de verbinding met het adres van BRON niet toe.'],
    ['own-certificate-expired', 'Het beveiligingscertificaat van deze administratie is verlopen.'],
  ])('%s of this or an earlier version is a whole sentence', (code, sentence) => {
    expect(sentenceOfCode(code)).toBe(sentence);
  });

  it.each(codes)('%s has nothing left to fill in', (code) => {
    expect(sentenceOfCode(code)).not.toMatch(/[{}]|\(\)|\( ?HTTP|  /);
  });
});
