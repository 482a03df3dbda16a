import { expect, it } from 'vitest';
import type { Path } from '../../shared/api/aansluiting.ts';
import { editionText, otherVersion } from '../../renderer/screens/aansluiting/versionTexts.ts';

const told = (edition: string, day: string, start?: string) =>
  editionText({
    version: { program: '1.0.0', edition },
    plan: { day, ...(start ? { start } : {}) } as Path['plan'],
  });

it('C-22: says what BRON asks today, or on the day of the start when that is still to come', () => {
  expect(told('2014-12', '2009-11-02')).toContain('BRON vraagt vandaag de uitgave van december 2014');
  expect(told('2014-12', '2009-12-07', '2009-12-07')).toContain('BRON vraagt vandaag');
  expect(told('2015-11', '2015-11-02', '2015-11-30')).toContain(
    'BRON vraagt op 30 november 2015, de dag van de start, de uitgave van november 2015',
  );
  expect(told('2031-01', '2031-02-01')).toContain('Vraag uw leverancier om een nieuwe versie.');
});

it('C-22: tells of another version in the contactgegevens', () => {
  expect(otherVersion('1.0.0', 'Bronwijs 1.0.0')).toBeUndefined();
  expect(otherVersion('1.0.0', ' ')).toBeUndefined();
  expect(otherVersion('1.0.0', 'Bronwijs 0.9.0')).toContain('“Bronwijs 0.9.0”');
});
