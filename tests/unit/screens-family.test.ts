import { describe, expect, it } from 'vitest';
import type { GroepRow, NextYearRow } from '../../shared/api/groepen.ts';
import {
  choiceFor,
  groepenFor,
  streamsOf,
  withChoices,
  withGroep,
  withoutGroep,
} from '../../renderer/screens/groepen/nextYearFacts.ts';
import {
  dayMistake,
  holidayMistake,
  isComplete,
  savedDraft,
  schoolDaysOf,
  withProposal,
} from '../../renderer/screens/groepen/schoolYearDraft.ts';
import { leerjarenText } from '../../renderer/screens/groepen/words.ts';
import { formOf, gegevensOf, linkOf, mistakesIn } from '../../renderer/screens/leerlingen/card/family/verzorgerForm.ts';

const groep = (id: number, naam: string, leerjaren: string[], vestigingsvolgnummer = '00'): GroepRow => ({
  id,
  version: 1,
  schooljaar: '2010-2011',
  vestigingsvolgnummer,
  naam,
  leerjaren,
  leerkrachten: [],
  leerlingen: 0,
});
const pupil = (inschrijvingId: number, more: Partial<NextYearRow> = {}): NextYearRow => ({
  inschrijvingId,
  leerlingId: inschrijvingId,
  version: 1,
  naam: 'Jager, Hera de',
  leerjaar: '3',
  groep: '3a',
  vestigingsvolgnummer: '00',
  proposal: { outcome: 'moves up', leerjaar: '4', remark: 'started late' },
  ...more,
});

describe('the end of a school year', () => {
  const groepen = [groep(1, '4a', ['4'], '01'), groep(2, '4a', ['4']), groep(3, '3/4', ['3', '4'])];

  it('holds what was proposed until something else is chosen', () => {
    const rows = withChoices([pupil(1), pupil(2)], { 2: { outcome: 'leaves' } }, []);
    expect(rows.map(({ choice }) => choice)).toEqual([{ outcome: 'moves up', leerjaar: '4' }, { outcome: 'leaves' }]);
    expect(withoutGroep(rows).map(({ inschrijvingId }) => inschrijvingId)).toEqual([1]);
  });

  it.each([
    ['repeats', { outcome: 'repeats', leerjaar: '3', groepId: 3 }],
    ['moves up', { outcome: 'moves up', leerjaar: '4', groepId: 2 }],
    ['leaves', { outcome: 'leaves' }],
    ['none', { outcome: 'none' }],
  ] as const)('%s comes to %j', (outcome, choice) => {
    expect(choiceFor(pupil(1), outcome, groepen, 'WPO')).toEqual(choice);
  });

  it('offers the groepen of the leerjaar, the own vestiging first', () => {
    const [row] = withChoices([pupil(1)], {}, groepen);
    expect(groepenFor(row!, groepen).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(withGroep({ outcome: 'moves up' }, groepen[2])).toEqual({ outcome: 'moves up', groepId: 3, leerjaar: '3' });
    expect(withGroep({ outcome: 'moves up', leerjaar: '4', groepId: 3 }, undefined)).toEqual({
      outcome: 'moves up',
      leerjaar: '4',
    });
  });

  it('gives a choice the groep that fits, also where the groepen came after the choice', () => {
    const choices = { 1: { outcome: 'repeats', leerjaar: '3' }, 2: { outcome: 'leaves' } } as const;
    const rows = withChoices([pupil(1), pupil(2)], choices, groepen);
    expect(rows.map(({ choice }) => choice)).toEqual([{ ...choices[1], groepId: 3 }, choices[2]]);
    const chosen = { 1: { outcome: 'moves up', leerjaar: '4', groepId: 1 } } as const;
    expect(withChoices([pupil(1)], chosen, groepen)[0]?.choice).toEqual(chosen[1]);
  });

  it('brings together who moves up from one groep to one leerjaar', () => {
    const rows = withChoices(
      [pupil(1), pupil(2, { groep: '2b', proposal: { outcome: 'moves up', leerjaar: '3' } }), pupil(3)],
      {},
      [],
    );
    expect(streamsOf(rows).map(({ groep: from, leerjaar, rows: of }) => [from, leerjaar, of.length])).toEqual([
      ['2b', '3', 1],
      ['3a', '4', 2],
    ]);
  });

  it('names leerjaren as one says them', () => {
    expect([['3'], ['3', '4'], ['1', '2', '3']].map(leerjarenText)).toEqual([
      'leerjaar 3',
      'leerjaar 3 en 4',
      'leerjaar 1, 2 en 3',
    ]);
  });
});

describe('a school year as it is typed', () => {
  const saved = savedDraft({ years: [] }, '2014-2015');

  it('fills in what is prescribed and leaves what stands', () => {
    const own = { naam: 'kerstvakantie', first: '2014-12-22', last: '2015-01-02' };
    const filled = withProposal(
      { ...saved, vakantieregio: 'midden', firstDay: '2014-08-25', holidays: [own] },
      '2014-2015',
    );
    expect([filled.firstDay, filled.lastDay]).toEqual(['2014-08-25', '2015-07-10']);
    expect(filled.holidays.filter(({ naam }) => /kerst/i.test(naam))).toEqual([own]);
    expect(withProposal(filled, '2014-2015')).toEqual(filled);
    const { days, weeks } = schoolDaysOf(filled, '2014-2015', { years: [] });
    expect(days).toBeGreaterThan(190);
    expect(weeks).toBeGreaterThan(40);
    expect(isComplete(filled, '2014-2015')).toBe(true);
  });

  it('says what is wrong', () => {
    const day = { naam: 'Vrij', first: '2014-10-01', last: '2014-10-01' };
    expect(holidayMistake({ ...day, naam: ' ' })).toBe('Vul een naam in.');
    expect(holidayMistake({ ...day, last: '31-' })).toContain('laatste vrije dag in');
    expect(holidayMistake({ ...day, last: '2014-09-30' })).toContain('ligt voor de eerste');
    expect(dayMistake('2015-08-01', '2014-2015')).toContain('2014-2015');
    expect(isComplete({ ...saved, firstDay: '2015-06-01', lastDay: '2015-05-01' }, '2014-2015')).toBe(false);
  });
});

describe('a verzorger as he is typed', () => {
  const empty = formOf(undefined);

  it('keeps only what was filled in, and no address of who lives with the pupil', () => {
    const form = { ...empty, roepnaam: ' Aphrodite ', postcode: '2548 AE', huisnummer: '1' };
    expect(gegevensOf(form)).toEqual({ roepnaam: 'Aphrodite' });
    expect(gegevensOf({ ...form, livesWithLeerling: false })).toMatchObject({ postcode: '2548AE', huisnummer: '1' });
    expect(linkOf({ ...empty, relatie: 'moeder', noodcontact: true })).toMatchObject({
      relatie: 'moeder',
      livesWithLeerling: 'true',
      noodcontact: 'true',
    });
  });

  it('asks for a name and takes no e-mail address that is none', () => {
    expect(Object.keys(mistakesIn({ ...empty, email: 'a b' }))).toEqual(['achternaam', 'email']);
    expect(mistakesIn({ ...empty, voorletters: 'A.', email: 'a@school.example' })).toEqual({});
  });

  it('comes back as it was', () => {
    const gegevens = { roepnaam: 'Aphrodite', straatnaam: 'Bergweg', land: '6030' };
    const link = { id: 1, version: 1, gegevens: { relatie: 'moeder' } };
    const form = formOf({ id: 1, version: 1, gegevens, link, address: '', alsoOf: [] });
    expect(JSON.parse(JSON.stringify(gegevensOf(form)))).toEqual(gegevens);
    expect(JSON.parse(JSON.stringify(linkOf(form)))).toEqual(link.gegevens);
  });
});
