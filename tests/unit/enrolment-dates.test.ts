import fc from 'fast-check';
import { emptyInschrijving } from '../../shared/api/inschrijving.ts';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, isDate, schoolYear } from '../../shared/domain/dates.ts';
import {
  ageObjections,
  bornToLeaveBy,
  earliestStart,
  lastDayByAge,
  latestStart,
} from '../../shared/domain/enrolment/ages.ts';
import { withStart } from '../../shared/domain/enrolment/correct.ts';
import { deliverBy } from '../../shared/domain/enrolment/delivery.ts';
import { proposeEnd, proposeMovedEnd } from '../../shared/domain/enrolment/end.ts';
import { proofObjection } from '../../shared/domain/enrolment/proof.ts';
import { proposeStart, visitingPeriod } from '../../shared/domain/enrolment/start.ts';
import { correctInschrijving } from '../support/pupils.ts';

const someDate = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2016-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('datum inschrijving (PvE 4.1.3 element 38; WPO art. 39)', () => {
  it.each([
    ['in the course of the year: the first day in class', '2009-11-02', '2003-05-05', '2009-08-24', '2009-11-02'],
    ['the first school day: 1 August', '2009-08-24', '2003-05-05', '2009-08-24', '2009-08-01'],
    ['four on 1 August itself: 1 August', '2009-08-24', '2005-08-01', '2009-08-24', '2009-08-01'],
    ['not yet four on 1 August: the first day in class', '2009-08-24', '2005-08-02', '2009-08-24', '2009-08-24'],
    ['four on the first school day itself', '2009-08-24', '2005-08-24', '2009-08-24', '2009-08-24'],
    ['four after the first school day: the fourth birthday', '2009-08-24', '2005-08-25', '2009-08-24', '2009-08-25'],
    ['a visit before the fourth birthday', '2009-11-02', '2005-12-24', '2009-08-24', '2009-12-24'],
    ['born on 29 February: the fourth birthday is one too', '2008-02-20', '2004-02-29', '2007-08-20', '2008-02-29'],
    ['a birth date with an unknown day counts as the first', '2009-10-01', '2005-10-00', '2009-08-24', '2009-10-01'],
    ['the first school day is not known', '2009-08-24', '2003-05-05', undefined, '2009-08-24'],
  ])('%s', (_, firstDay, geboortedatum, firstSchoolDay, expected) => {
    expect(proposeStart({ firstDay, geboortedatum, firstSchoolDay }).value).toBe(expected);
  });

  it('asks for what it lacks, and proposes nothing without a first day', () => {
    expect(proposeStart({})).toMatchObject({ missing: ['de eerste dag in de klas'] });
    expect(proposeStart({}).value).toBeUndefined();
    expect(proposeStart({ firstDay: '2009-11-02' }).missing).toEqual(['de geboortedatum', 'de eerste schooldag']);
  });

  it('says of a visiting child that it is no pupil and that BRON gets no melding', () => {
    const { reason } = proposeStart({ firstDay: '2009-11-02', geboortedatum: '2005-12-24' });
    expect(reason).toContain('ten hoogste 5 dagen');
    expect(reason).toContain('geen melding naar BRON');
    expect(visitingPeriod('2005-12-24')).toEqual({ from: '2009-10-24', to: '2009-12-23' });
    expect(proposeStart({ firstDay: '2009-10-23', geboortedatum: '2005-12-24' }).reason).toContain(
      'nog niet op school',
    );
  });

  it('never lies before the fourth birthday, and not after the first day of who is four', () => {
    fc.assert(
      fc.property(
        someDate,
        someDate,
        fc.option(someDate, { nil: undefined }),
        (firstDay, geboortedatum, firstSchoolDay) => {
          const { value = '' } = proposeStart({ firstDay, geboortedatum, firstSchoolDay });
          expect(isDate(value)).toBe(true);
          expect(value >= earliestStart(geboortedatum)).toBe(true);
          if (firstDay >= earliestStart(geboortedatum)) expect(value <= firstDay).toBe(true);
        },
      ),
    );
  });
});

describe('ages (PvE 4.2.8.1: 306 to 309)', () => {
  it.each([
    ['four on the day', '2005-09-01', '2009-09-01', false, undefined],
    ['four a day later', '2005-09-02', '2009-09-01', false, 'nog geen 4 jaar'],
    ['varend, three and a half', '2006-03-01', '2009-09-01', true, undefined],
    ['varend, a day too young', '2006-03-02', '2009-09-01', true, 'nog geen 3 jaar en 6 maanden'],
    ['fourteen at the end of the school year', '1995-08-01', '2009-09-01', false, undefined],
    ['fifteen on 31 July', '1995-07-31', '2009-09-01', false, 'jonger zijn dan 15'],
    ['varend, eight on 31 July', '2002-07-31', '2009-09-01', true, 'jonger zijn dan 8'],
  ])('%s', (_, geboortedatum, datumInschrijving, varend, words) => {
    const objections = ageObjections({ geboortedatum, datumInschrijving, varend });
    expect(objections.join()).toEqual(words === undefined ? '' : expect.stringContaining(words));
  });

  it('names the very first and last day on which there is no objection', () => {
    fc.assert(
      fc.property(someDate, fc.boolean(), (geboortedatum, varend) => {
        const objectionsOn = (datumInschrijving: string) =>
          ageObjections({ geboortedatum, datumInschrijving, varend }).length;
        const [first, last] = [earliestStart(geboortedatum, varend), latestStart(geboortedatum, varend)];
        expect([addDays(first, -1), first, last, addDays(last, 1)].map(objectionsOn)).toEqual([1, 0, 0, 1]);
      }),
    );
  });

  it('lets a pupil leave at the end of the school year in which it turns 14 (WPO art. 39 lid 4)', () => {
    expect(lastDayByAge('1995-07-31')).toBe('2009-07-31');
    expect(lastDayByAge('1995-08-01')).toBe('2010-07-31');
    fc.assert(
      fc.property(someDate, someDate, (geboortedatum, day) => {
        expect(geboortedatum <= bornToLeaveBy(day)).toBe(lastDayByAge(geboortedatum) <= schoolYear(day).last);
        expect(ageOn(geboortedatum, lastDayByAge(geboortedatum))).toBe(14);
      }),
    );
  });
});

describe('datum uitschrijving (PvE 4.1.3 element 41)', () => {
  it.each([
    ['the last day in class', '2009-11-13', '2010-07-02', '2009-11-13'],
    ['the last school day of the year: 31 July', '2010-07-02', '2010-07-02', '2010-07-31'],
    ['the last school day is not known', '2010-07-02', undefined, '2010-07-02'],
  ])('%s', (_, lastDay, lastSchoolDay, expected) => {
    expect(proposeEnd({ lastDay, lastSchoolDay }).value).toBe(expected);
  });

  it.each([
    ['within four weeks: the day before', '2009-11-13', '2009-11-30', '2009-12-11', '2009-11-29'],
    ['a day later than four weeks: stays', '2009-11-13', '2009-11-30', '2009-12-12', '2009-11-13'],
    ['the next day: nothing to move', '2009-11-13', '2009-11-14', '2009-12-20', '2009-11-13'],
    ['the new school enrolled too early: no answer', '2009-11-13', '2009-11-13', '2009-11-16', undefined],
  ])('message of the new school %s', (_, datumUitschrijving, newStart, receivedOn, expected) => {
    expect(proposeMovedEnd({ datumUitschrijving, newStart, receivedOn }).value).toBe(expected);
  });
});

describe('what else is asked', () => {
  it.each([
    ['other', '2013-08-01', '2013-08-15'],
    ['dates', '2013-07-31', '2013-08-14'],
    ['dates', '2013-08-01', '2013-08-08'],
  ] as const)('BRON must have a change (%s) of %s by %s', (kind, changedOn, expected) => {
    expect(deliverBy(kind, changedOn)).toBe(expected);
  });

  it.each([
    ['nothing', { datumInschrijving: '2009-11-02' }, 'Bewaar een bewijs'],
    ['no date', { kind: 'ouderverklaring', datumInschrijving: '2009-11-02' }, 'Vul de datum van de ouderverklaring'],
    [
      'six months',
      { kind: 'bewijs van uitschrijving', date: '2009-05-02', datumInschrijving: '2009-11-02' },
      undefined,
    ],
    [
      'a day older',
      { kind: 'bewijs van uitschrijving', date: '2009-05-01', datumInschrijving: '2009-11-02' },
      'ouder dan 6 maanden',
    ],
  ])('proof of the former school: %s', (_, facts, words) => {
    expect(proofObjection(facts)).toEqual(words === undefined ? undefined : expect.stringContaining(words));
  });
});

describe('another datum inschrijving (PvE 4.2.8: 303)', () => {
  const stored = correctInschrijving({
    leerjaarGroep: [
      { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
      { begindatum: '2009-10-05', leerjaar: '3', groep: '3b' },
    ],
  });

  it.each([
    ['later, before the second period', '2009-09-01', ['2009-09-01', '2009-10-05'], 0],
    ['on the second period', '2009-10-05', ['2009-10-05'], 1],
    ['after the second period', '2009-11-01', ['2009-11-01'], 1],
    ['earlier', '2009-06-01', ['2009-06-01', '2009-10-05'], 0],
  ])('%s', (_, date, expected, dropped) => {
    const corrected = withStart(stored, date);
    expect(corrected.gegevens.leerjaarGroep.map(({ begindatum }) => begindatum)).toEqual(expected);
    expect(corrected.dropped).toBe(dropped);
    const { vestiging, indicatieBekostiging, gewicht } = corrected.gegevens;
    for (const [first] of [vestiging, indicatieBekostiging, gewicht]) expect(first?.begindatum).toBe(date);
  });

  it('takes along what begins with an inschrijving WEC, and leaves its indicatiestelling', () => {
    const begindatum = '2009-08-01';
    const wec = {
      ...emptyInschrijving('WEC'),
      datumInschrijving: begindatum,
      schoolsoort: [{ begindatum, schoolsoort: '1' }],
      soortVerblijf: [{ begindatum, soortVerblijf: '0' }],
      indicatiestelling: [{ begindatum, ambulanteBegeleiding: [] }],
    };
    expect(withStart(wec, '2009-09-01').gegevens).toEqual({
      ...wec,
      datumInschrijving: '2009-09-01',
      schoolsoort: [{ begindatum: '2009-09-01', schoolsoort: '1' }],
      soortVerblijf: [{ begindatum: '2009-09-01', soortVerblijf: '0' }],
    });
  });

  it('leaves a first period alone that did not begin with the inschrijving', () => {
    const odd = { ...stored, vestiging: [{ begindatum: '2009-08-15', vestigingsvolgnummer: '00' }] };
    expect(withStart(odd, '2009-08-10').gegevens.vestiging).toEqual(odd.vestiging);
  });
});
