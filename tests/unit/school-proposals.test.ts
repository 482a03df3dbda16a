import { describe, expect, it } from 'vitest';
import { proposeNnca } from '../../shared/domain/enrolment/nnca.ts';
import { proposeStart, type StartAges } from '../../shared/domain/enrolment/start.ts';
import { leerjarenOf } from '../../shared/domain/leerjaren.ts';
import { proposeNextYear } from '../../shared/domain/nextYear.ts';
import type { SchoolSoort } from '../../shared/pve/berichten/kinds.ts';

describe('proposals follow the soort of the school', () => {
  // 5007 is Suriname, 6030 Nederland, 6043 Turkije in the BRP table of countries.
  it.each<[SchoolSoort, string, string]>([
    ['BAO', '5007', '1'],
    ['SBAO', '5007', '2'],
    ['WEC', '5007', '2'],
    ['BAO', '6043', '2'],
    ['SBAO', '6030', '1'],
    ['TREKKEND', '6043', '0'],
  ])('NNCA at a %s of a verzorger from %s is %s (PvE 7.1.11, 317)', (soort, geboorteland, value) =>
    expect(proposeNnca([{ geboorteland }], soort).value).toBe(value),
  );

  it.each<[StartAges, string, string]>([
    ['usual', '2013-02-01', '2013-03-01'],
    ['varend', '2013-02-01', '2013-02-01'],
    ['varend', '2012-08-01', '2012-09-01'],
    ['none', '2012-01-09', '2012-01-09'],
  ])('the datum inschrijving of a child of 1 March 2009, %s ages, first there on %s, is %s', (ages, firstDay, value) =>
    expect(proposeStart({ firstDay, geboortedatum: '2009-03-01', ages }).value).toBe(value),
  );

  const pupil = { leerjaar: '8', groep: 'Beuk', vestigingsvolgnummer: '00', datumInschrijving: '2009-08-01' };
  const groepen = [{ id: 1, naam: 'Beuk', vestigingsvolgnummer: '00', leerjaren: leerjarenOf('WEC') }];
  it.each([
    ['WPO', '8', { outcome: 'leaves' }],
    ['WEC', '8', { outcome: 'moves up', leerjaar: '9', groepId: 1 }],
    ['WEC', '17', { outcome: 'leaves' }],
    ['WEC', '0', { outcome: 'none' }],
    ['WPO', '0', { outcome: 'none', remark: 'leerjaar unknown' }],
  ] as const)('a pupil of %s in leerjaar %s at the end of the year', (kind, leerjaar, expected) =>
    expect(proposeNextYear({ ...pupil, leerjaar }, '2009-2010', groepen, kind)).toEqual(expected),
  );
});
