import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDate } from '../../shared/domain/dates.ts';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import { inMessage, type InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { judgeMelding } from '../../shared/pve/controles/judge.ts';
import type { Voorkomen } from '../../shared/pve/gegevensset/types.ts';
import { waardelijsten, waarden } from '../../shared/pve/waardelijsten/waardelijsten.ts';
import { generatedInschrijving } from '../support/generatedPupil.ts';
import { baseOf, brinOf } from './support/controleCases.ts';

const numRuns = process.env['LAS_FULL'] === '1' ? 5_000 : 300;

/** The basisschool or the WEC-school of the cases, and what BRIN has. */
const bases = { WPO: baseOf(undefined), WEC: baseOf('wec') };

/** The same with its dates so many days later. */
const shifted = <T extends object>(value: T, days: number): T =>
  days === 0
    ? value
    : (JSON.parse(JSON.stringify(value), (_, item: unknown) =>
        typeof item === 'string' && isDate(item) ? addDays(item, days) : item,
      ) as T);

/** A pupil of a school, and the day of delivery. */
interface Delivery {
  geboortedatum: string;
  inschrijving: Voorkomen;
  deliveredOn: string;
}

/** What is found, without the number of the voorkomen; when all dates are so many days later, those of the registers too. */
function findings(kind: InschrijvingKind, delivery: Delivery, days = 0): string[] {
  const { edition, ...base } = bases[kind];
  const { geboortedatum, inschrijving, deliveredOn } = shifted(delivery, days);
  const { school, brin, samenwerkingsverbanden } = shifted(
    { school: base.school, brin: base.brin, samenwerkingsverbanden: base.samenwerkingsverbanden },
    days,
  );
  const content: MeldingContent = {
    persoonMetPgn: [{ burgerservicenummer: '999992533', geboortedatum, geslacht: 'V', postcode: '2548AE' }],
    ...inMessage(kind, inschrijving),
  };
  return judgeMelding({ content, school, deliveredOn, edition, brin: brinOf(brin, samenwerkingsverbanden) })
    .map(({ code, ernst, gegevensgroep, element }) => `${code} ${ernst} ${gegevensgroep}.${element ?? ''}`)
    .sort();
}

const textsIn = (voorkomen: Voorkomen): string[] =>
  Object.values(voorkomen).flatMap((value) => (Array.isArray(value) ? value.flatMap(textsIn) : (value ?? [])));

/** Periods in which no rule and no list changes and every day is equally far from its day a year later; both days included (PvE 4.2.3, 4.2.4, 7.1). */
const periods: [InschrijvingKind, from: string, to: string][] = [
  ['WPO', '2012-03-01', '2013-07-31'],
  ['WPO', '2013-08-01', '2014-07-31'],
  ['WPO', '2014-08-02', '2014-12-31'],
  ['WEC', '2011-03-01', '2012-02-28'],
  ['WEC', '2015-08-02', '2016-02-28'],
];

describe('an inschrijving whose dates all shift within one period', () => {
  it.each(periods)('%s from %s to %s: no list changes', (_, from, to) => {
    // A pupil with a PGN has no land or nationaliteit.
    const lists = waardelijsten.filter((list) => list !== 'land' && list !== 'nationaliteit');
    const validOn = (date: string) => lists.map((list) => [list, ...waarden(list, date).map(({ code }) => code)]);
    expect(validOn(to)).toEqual(validOn(from));
  });

  it.each(periods)('%s from %s to %s has the same findings', (kind, from, to) => {
    const length = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const start = fc.integer({ min: 0, max: length }).map((days) => addDays(from, days));
    // Far from every boundary of age: years are not all as long.
    const age = fc.integer({ min: 2400, max: 3000 });
    const inside = (date: string) => date >= from && date <= to;
    fc.assert(
      fc.property(generatedInschrijving(kind, start), start, age, fc.nat(), (generated, deliveredOn, days, pick) => {
        // A toelaatbaarheidsverklaring ends on 31 July (423): it cannot shift by days.
        const { toelaatbaarheidsverklaring: _, ...inschrijving } = generated;
        const dates = [deliveredOn, ...textsIn(inschrijving).filter(isDate)].sort();
        fc.pre(dates.every(inside));
        const room = (Date.parse(to) - Date.parse(dates.at(-1) ?? to)) / 86_400_000;
        const by = pick % (room + 1);
        const delivery = { geboortedatum: addDays(dates[0] ?? from, -days), inschrijving, deliveredOn };
        expect(findings(kind, delivery, by)).toEqual(findings(kind, delivery));
      }),
      { numRuns },
    );
  });
});

/** The voorkomen with its keys, groups and voorkomens in another order. */
function reordered(voorkomen: Voorkomen, order: () => number): Voorkomen {
  const anew = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, at: order() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return Object.fromEntries(
    anew(Object.entries(voorkomen)).map(([key, value]) => [
      key,
      Array.isArray(value) ? anew(value.map((item) => reordered(item, order))) : value,
    ]),
  );
}

describe('the order of groups, gegevens and voorkomens', () => {
  it.each(['WPO', 'WEC'] as const)('does not matter for what is found in an inschrijving %s', (kind) => {
    const start = fc.integer({ min: 0, max: 3160 }).map((days) => addDays('2008-01-01', days));
    fc.assert(
      fc.property(generatedInschrijving(kind, start), start, fc.gen(), (inschrijving, deliveredOn, generate) => {
        const delivery = { geboortedatum: '2003-12-31', inschrijving, deliveredOn };
        const other = reordered(inschrijving, () => generate(fc.nat));
        expect(findings(kind, { ...delivery, inschrijving: other })).toEqual(findings(kind, delivery));
      }),
      { numRuns },
    );
  });
});
