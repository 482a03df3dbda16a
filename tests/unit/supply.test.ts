import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAllowed, lockProblems, readLock } from '../../scripts/supply/lockFile.mts';
import { makeLicenceList, makeSbom } from '../../scripts/supply/sbom.mts';
import { importedPackages, shippedPlaces } from '../../scripts/supply/shipped.mts';

const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> };
const packages = readLock(readFileSync('package-lock.json', 'utf8'));
const integrity = `sha512-${'A'.repeat(86)}==`;
const good = { version: '1.0.0', integrity, license: 'MIT' };
const problemsOf = (entry: object) =>
  lockProblems(readLock(JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/x': entry } })), {
    known: false,
  });

describe('the lock file', () => {
  it('has for every package a hash, no address, no script that nobody decided about, and a licence of the list', () => {
    expect(packages.size).toBeGreaterThan(500);
    expect(lockProblems(packages, allowScripts)).toEqual([]);
  });

  it.each([
    ['nothing', good, undefined],
    ['a missing hash', { ...good, integrity: undefined }, 'no sha512 integrity'],
    ['a weak hash', { ...good, integrity: 'sha1-AAAA' }, 'no sha512 integrity'],
    ['an address', { ...good, resolved: 'https://registry.example/x.tgz' }, 'names where it comes from'],
    ['a script', { ...good, hasInstallScript: true }, 'runs a script at installation'],
    ['no licence', { ...good, license: undefined }, 'licence unknown'],
    ['a licence that binds the vendor', { ...good, license: 'GPL-3.0-only' }, 'licence GPL-3.0-only'],
  ])('is told %s', (_, entry, problem) => {
    const found = problemsOf(entry);
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['(BSD-3-Clause OR GPL-2.0)', true],
    ['(MIT AND Zlib)', true],
    ['(MIT AND GPL-2.0)', false],
    ['AGPL-3.0', false],
  ])('of %s the licence is allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});

describe('the bill of materials', () => {
  const shipped = shippedPlaces(packages, importedPackages('.'));
  const sbom = makeSbom({ name: 'Bronwijs', version: '0.1.0' }, packages, shipped);

  it('names what goes along, and nothing that only builds or tests', () => {
    const names = sbom.components.map(({ name }) => name);
    const own = ['axios', 'csv-parse', 'libxml2-wasm', 'node-forge', 'zod', 'better-sqlite3-multiple-ciphers'];
    expect(names).toEqual(expect.arrayContaining([...own, 'react', 'scheduler', 'electron']));
    for (const tool of [
      'vitest',
      'eslint',
      '@playwright/test',
      'electron-builder',
      'soap',
      '@stryker-mutator/core',
      '@e965/xlsx',
    ])
      expect(names).not.toContain(tool);
    expect(names.filter((name) => name.startsWith('@types/'))).toEqual([]);
  });

  it('is CycloneDX, with a version, a hash and a licence of each, and the same each time', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    for (const { hashes, licenses, purl } of sbom.components) {
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses[0]?.expression).not.toBe('');
      expect(purl).toMatch(/^pkg:npm\/[^@]+@\d/);
    }
    expect(makeSbom({ name: 'Bronwijs', version: '0.1.0' }, packages, shipped)).toEqual(sbom);
  });

  it('goes with the texts of the licences', () => {
    const list = makeLicenceList('.', packages, shipped);
    expect(list).toMatch(/^react \d+\.\d+\.\d+: MIT$/m);
    expect(list).toContain('Permission is hereby granted');
  });
});
