import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBrand as readInstalled } from '../../electron/core/hosting/brand.ts';
import { shadesOf } from '../../renderer/app/shades.ts';
import { supportText } from '../../renderer/app/brand.ts';
import { brandPage } from '../../scripts/package/brandPage.mts';
import { readOptions } from '../../scripts/package/options.mts';
import { readBrand } from '../../scripts/package/readBrand.mts';
import { contrastWithWhite } from '../../shared/brand/colours.ts';
import { vendorBrand, writeBrand } from '../support/brand.ts';
import { sourcesBelow } from '../support/sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brand-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a brand', () => {
  it('is read with its files', () => {
    expect(readBrand(writeBrand(folder))).toEqual(vendorBrand);
  });

  it.each([
    ['a key that nobody knows', { ...vendorBrand, color: '#000000' }, 'brand.json: unrecognized key: "color"'],
    ['no publisher', { ...vendorBrand, publisher: [] }, 'publisher: at least one name'],
    ['a colour too light', { ...vendorBrand, colour: '#FFCC00' }, 'colour: a darker colour: white letters'],
    ['a colour by name', { ...vendorBrand, colour: 'purple' }, 'colour: six hexadecimal digits'],
    ['a name for another folder', { ...vendorBrand, name: '../Bronwijs' }, 'name: letters and digits'],
    ['a name of a device with a dot', { ...vendorBrand, name: 'Las.' }, 'name: letters and digits'],
    [
      'a page without https',
      { ...vendorBrand, support: { page: 'http://a.example', telephone: '0881234567' } },
      'support.page: an address that begins with https://',
    ],
    [
      'updates without https',
      { ...vendorBrand, update: { address: 'http://a.example' } },
      'update.address: an address that begins',
    ],
    [
      'a CA elsewhere',
      { ...vendorBrand, bron: { oefen: { endpoint: 'https://a.example/', ca: '../ca.pem' } } },
      'bron.oefen.ca: the name of a .pem file',
    ],
    [
      'a CA that is not there',
      { ...vendorBrand, bron: { oefen: { endpoint: 'https://a.example/', ca: 'other.pem' } } },
      'other.pem: the certificate (PEM) of a certification authority',
    ],
    [
      'the practice environment as the real BRON',
      { ...vendorBrand, bron: { echt: { endpoint: 'https://localhost:6914/' } } },
      'bron.echt.endpoint: not this computer itself',
    ],
    [
      'the real BRON to practise with',
      { ...vendorBrand, bron: { oefen: { endpoint: 'https://webservice.duo.nl:6914/' } } },
      'bron.oefen.endpoint: not the real BRON',
    ],
    ['no JSON', '{', 'is not JSON'],
  ])('is refused with %s', (_, content, sentence) => {
    expect(() => readBrand(writeBrand(folder, content))).toThrow(sentence);
  });

  it('is refused without its icons, or with small ones', () => {
    writeBrand(folder);
    rmSync(join(folder, 'icon.ico'));
    copyFileSync(join(folder, 'brand.json'), join(folder, 'icon.png'));
    expect(() => readBrand(folder)).toThrow(/icon\.png: .*\n.*icon\.ico: /);
    expect(() => readBrand(join(folder, 'nowhere'))).toThrow('There is no brand.json in');
  });

  it('says every fault at once', () => {
    expect(() => readBrand(writeBrand(folder, {}))).toThrow(
      /name: missing\n.*appId: missing\n.*publisher: missing\n.*colour: missing/s,
    );
  });

  it('is our own where no other was packed, and is never half of one', () => {
    expect(readInstalled(folder)).toMatchObject({ name: 'Bronwijs', appId: 'nl.bronwijs.las' });
    expect(readInstalled('resources')).toEqual(readInstalled(folder));
    writeBrand(join(folder, 'brand'), { name: 'Leerlijn' });
    expect(() => readInstalled(folder)).toThrow();
  });
});

describe('the page of a brand', () => {
  const html = readFileSync('renderer/index.html', 'utf8');

  it('carries what the screens need, as text', () => {
    const page = brandPage(html, { ...vendorBrand, name: 'A"><script>$&' });
    expect(page).toContain('<meta name="brand-name" content="A&#34;&#62;&#60;script&#62;$&#38;" />');
    expect(page).toContain('<title>A&#34;');
    expect(page).toContain('__CSP_NONCE__');
  });

  it('must have the places for it', () => {
    writeFileSync(join(folder, 'index.html'), '');
    expect(() => brandPage('<title>Bronwijs</title>', vendorBrand)).toThrow('no place for the brand');
  });

  it('gives the support as half a sentence', () => {
    expect(supportText(vendorBrand.support)).toBe('088 123 45 67 of hulp.leverancier.example');
    expect(supportText()).toBeUndefined();
  });
});

it('no sentence of the program names it under our name, whatever the brand', () => {
  // Names of folders, forms of files, and what scripts/package replaces.
  const ours = /hosting\/places|backup\/format|renderer\/app\/brand|edexml\/head|serveCore/;
  const sources = sourcesBelow('electron', 'renderer', 'shared').filter(({ path }) => !ours.test(path));
  const named = sources.filter(({ text }) => text.replaceAll(/\/\*.*?\*\/|^ *\/\/.*$/gms, '').includes('Bronwijs'));
  expect(sources.length).toBeGreaterThan(500);
  expect(named.map(({ path }) => path)).toEqual([]);
});

describe('the shades of a colour', () => {
  it.each(['#0B6E85', '#7A1F5C', '#2F4F9E', '#A33B00'])(
    '%s go from dark to light, with white letters on 80 and below',
    (colour) => {
      const contrasts = Object.values(shadesOf(colour)).map(contrastWithWhite);
      expect(contrasts).toHaveLength(16);
      expect(contrasts).toEqual(contrasts.toSorted((a, b) => b - a));
      expect(contrasts[7]).toBeGreaterThanOrEqual(4.5);
      expect(shadesOf(colour)[80]).toBe(colour);
    },
  );
});

describe('the command line of npm run package', () => {
  it.each([
    [['--win', 'dir', '--linux', 'dir'], 'one package at a time'],
    [['--linux', 'nsis'], '--linux cannot be "nsis": choose dir.'],
    [['--win', 'msi'], 'choose nsis or dir'],
    [['--stub', '--electron', 'x'], 'Choose --stub or --electron.'],
    [['--win', 'dir', '--per-machine'], 'choose --win nsis'],
    [['--brnad', 'x'], "Unknown option '--brnad'"],
  ])('refuses %j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });

  it('makes the installer for one person unless asked for something else', () => {
    expect(readOptions([])).toMatchObject({ platform: 'win', target: 'nsis', perMachine: false, stub: false });
  });
});
