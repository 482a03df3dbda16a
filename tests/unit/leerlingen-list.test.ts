import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { refreshInschrijving } from '../../electron/core/exchange/state.ts';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { indexLeerling } from '../../electron/core/leerlingen/listIndex.ts';
import { readLeerling, writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import { fold } from '../../electron/core/leerlingen/search.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { creation } from '../support/administration.ts';
import { correctInschrijving } from '../support/pupils.ts';
import { temporaryDatabase } from './databaseWorld.ts';

const clock = createFixedClock(new Date('2009-11-02T08:00:00Z'));

function open(): Administration {
  const { db } = temporaryDatabase();
  writeSchool(db, creation.school, 'oefen');
  return { db, clock, emit: () => undefined, caller: { userId: 'x', role: 'beheerder' } };
}

const find = ({ db }: Administration, search: string, show: 'actueel' | 'uitgeschreven' | 'alle' = 'alle') =>
  listLeerlingen(db, clock, { search, show, offset: 0, limit: 500 });

const names = fc.constantFrom('Zoë', 'Jan', 'Jan-Willem', "d'Arc", 'Ån', 'van der Ven', 'Ven', 'Öz', 'Łukasz', '');
const persons = fc.record({
  roepnaam: names,
  voornamen: names,
  voorvoegsel: fc.constantFrom('', 'van der', "'t"),
  achternaam: names,
  leerlingnummer: fc.constantFrom('', '12', '123', '1'),
});

const words = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What the list should find: every searched word starts a word of the pupil. */
const matches = (persoon: Persoonsgegevens, search: string) =>
  words(search).every((wanted) => Object.values(persoon).some((text) => words(text).some((w) => w.startsWith(wanted))));

describe('a folded text', () => {
  it('is the same whether or not something stands beside it that has a diacritic', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), names, fc.constantFrom('A^b', 'A`b', ' a\u00a0\tB ')), (text) => {
        expect(fold(`${text} é`)).toBe(`${fold(text)} e`.trim());
      }),
    );
  });
});

describe('the list of pupils', () => {
  it('finds whoever has each searched word at the start of a word, whatever was saved before', () => {
    const administration = open();
    fc.assert(
      fc.property(
        fc.array(persons, { minLength: 1, maxLength: 12 }),
        persons,
        fc.constantFrom('jan', 'ven', 'van ven', 'zoe', 'o', 'an', '12', "'t", 'lukasz jan', 'd', 'x', ''),
        (saved, later, search) => {
          administration.db.exec('BEGIN');
          const ids = saved.map((persoon) => writeLeerling(administration, persoon).id);
          writeLeerling(administration, later, ids[0], 1);
          const expected = ids.filter((id) => matches(readLeerling(administration.db, id).gegevens, search));
          const { total, rows } = find(administration, search);
          administration.db.exec('ROLLBACK');
          expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(expected);
          expect(total).toBe(expected.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is in the order of achternaam and then of the name in daily use, without regard to accents', () => {
    const administration = open();
    for (const [achternaam, roepnaam] of [
      ['Öz', 'Anna'],
      ['Oz', 'Bram'],
      ['Ozaki', 'Anna'],
      ['de Wit', 'Zoë'],
    ] as const)
      writeLeerling(administration, { achternaam, roepnaam });
    expect(find(administration, '').rows.map(({ naam }) => naam)).toEqual([
      'de Wit, Zoë',
      'Öz, Anna',
      'Oz, Bram',
      'Ozaki, Anna',
    ]);
  });

  it('counts a pupil as present up to and including his last day', () => {
    const administration = open();
    const last = (datumUitschrijving?: string) => {
      const { id } = writeLeerling(administration, { achternaam: datumUitschrijving ?? 'nooit' });
      const gegevens = correctInschrijving(datumUitschrijving ? { datumUitschrijving } : {});
      refreshInschrijving(administration.db, clock, writeInschrijving(administration, id, gegevens).id);
      return id;
    };
    const [gone, today, running] = [last('2009-11-01'), last('2009-11-02'), last()];
    const { id: none } = writeLeerling(administration, { achternaam: 'zonder inschrijving' });
    const ids = (show: 'actueel' | 'uitgeschreven') => find(administration, '', show).rows.map(({ id }) => id);
    expect(ids('actueel').sort()).toEqual([today, running, none].sort());
    expect(ids('uitgeschreven')).toEqual([gone]);
  });

  it('can be computed anew without a difference', () => {
    const administration = open();
    const { db } = administration;
    const rows = () => [
      db.prepare('SELECT * FROM leerling_row').all(),
      db.prepare('SELECT * FROM leerling_word ORDER BY word, is_number').all(),
    ];
    fc.assert(
      fc.property(persons, (persoon) => {
        db.exec('BEGIN');
        const { id } = writeLeerling(administration, persoon);
        const before = rows();
        indexLeerling(db, id);
        const after = rows();
        db.exec('ROLLBACK');
        expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
