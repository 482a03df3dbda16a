import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { groepenHandlers } from '../../electron/core/groepen/handlers.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { readInschrijving } from '../../electron/core/leerlingen/repository.ts';
import type { Parsed } from '../../shared/api/contract.ts';
import { addDirectly, contentOf, directAdministration } from '../support/direct.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { codeOf, codeOfPromise } from '../unit/databaseWorld.ts';

const YEAR = '2009-2010';
const NEXT = '2010-2011';

const groepOf = (naam: string, leerjaren: string[], more: Partial<Parsed<'groepen.save'>> = {}) => ({
  schooljaar: YEAR,
  vestigingsvolgnummer: '00',
  naam,
  leerjaren,
  leerkrachten: [],
  ...more,
});

const inGroep = (leerjaar: string, groep: string, date = '2009-08-01') =>
  correctInschrijving({ datumInschrijving: date, leerjaarGroep: [{ begindatum: date, leerjaar, groep }] });

/** A school with two groepen this year and three pupils in the first. */
function world() {
  const administration = directAdministration();
  const groepen = groepenHandlers(administration);
  const make = (input: Parsed<'groepen.save'>) => groepen['groepen.save'](input) as { id: number; version: number };
  const a = make(groepOf('3a', ['3'], { leerkrachten: ['user-2'] }));
  const b = make(groepOf('3/4b', ['4', '3']));
  const pupils = [testPersons.hera, testPersons.zeus, testPersons.remi].map((persoon) =>
    addDirectly(administration, persoon, inGroep('3', '3a')),
  );
  const ids = pupils.map(({ inschrijvingId }) => inschrijvingId);
  const versions = () => ids.map((id) => readInschrijving(administration.db, id).version);
  const items = () => ids.map((inschrijvingId, index) => ({ inschrijvingId, version: versions()[index]! }));
  return { administration, groepen, make, a, b, ids, items, pupils };
}

const list = (administration: Administration, schooljaar = YEAR) =>
  groepenHandlers(administration)['groepen.list']({ schooljaar }) as {
    rows: { id: number; naam: string; leerjaren: string[]; leerlingen: number; leerkrachten: unknown[] }[];
    without: number;
  };
const periodsOf = ({ db }: Administration, id: number) => readInschrijving(db, id).gegevens.leerjaarGroep;

describe('groepen per schooljaar', () => {
  it('lists them in order with their leerkrachten and the pupils of today', () => {
    const { administration, groepen, a, b } = world();
    addDirectly(administration, testPersons.odin, inGroep('5', '5c'));
    expect(list(administration)).toMatchObject({
      rows: [
        { naam: '3a', leerjaren: ['3'], leerlingen: 3, leerkrachten: [{ userId: 'user-2', naam: 'Juf Ank' }] },
        { naam: '3/4b', leerjaren: ['3', '4'], leerlingen: 0 },
      ],
      without: 1,
    });
    void groepen['groepen.order']({ schooljaar: YEAR, ids: [b.id, a.id] });
    expect(list(administration).rows.map(({ id }) => id)).toEqual([b.id, a.id]);
  });

  it('keeps a naam unique within a vestiging and a school year', () => {
    const { make } = world();
    expect(codeOf(() => make(groepOf('3A', ['3'])))).toBe('groep-exists');
    expect(codeOf(() => make(groepOf('3a', ['3'], { vestigingsvolgnummer: '01' })))).toBe('none');
    expect(codeOf(() => make(groepOf('3a', ['3'], { schooljaar: NEXT })))).toBe('none');
    expect(codeOf(() => make(groepOf('9z', ['3'], { vestigingsvolgnummer: '77' })))).toBe('not-found');
  });

  it('tells the second of two editors, and removes only what is empty', () => {
    const { groepen, make, a, b } = world();
    make({ ...groepOf('3/4 bijen', ['3', '4']), id: b.id, version: b.version });
    expect(codeOf(() => make({ ...groepOf('3/4 vlinders', ['3']), id: b.id, version: b.version }))).toBe(
      'changed-elsewhere',
    );
    expect(codeOf(() => groepen['groepen.remove']({ id: a.id, version: a.version }))).toBe('groep-in-use');
    expect(codeOf(() => groepen['groepen.remove']({ id: b.id, version: 2 }))).toBe('none');
  });

  it('another naam goes to the pupils, from this year on, as one change that can be undone', () => {
    const { administration, groepen, make, a, ids } = world();
    const early = addDirectly(administration, testPersons.odin, inGroep('3', '3a', '2008-08-01'));
    const before = contentOf(administration);
    expect(
      make({ ...groepOf('3 rood', ['3'], { leerkrachten: ['user-2'] }), id: a.id, version: a.version }),
    ).toMatchObject({
      leerlingen: 4,
    });
    expect(periodsOf(administration, ids[0]!)).toEqual([{ begindatum: '2009-08-01', leerjaar: '3', groep: '3 rood' }]);
    expect(periodsOf(administration, early.inschrijvingId)).toEqual([
      { begindatum: '2008-08-01', leerjaar: '3', groep: '3a' },
      { begindatum: '2009-08-01', leerjaar: '3', groep: '3 rood' },
    ]);
    expect(list(administration)).toMatchObject({ rows: [{ naam: '3 rood', leerlingen: 4 }, {}], without: 0 });
    const { batch } = groepen['groepen.lastBatch']({}) as { batch: { id: number } };
    void groepen['groepen.undo']({ id: batch.id });
    expect(contentOf(administration)).toEqual(before);
  });

  it('can get another naam while one of its pupils lies in the bin, who keeps what was known of him', () => {
    const { administration, make, a, ids, pupils } = world();
    const { leerlingId } = pupils[0]!;
    administration.db.prepare("UPDATE main.leerling SET deleted_at = '2009-10-01' WHERE id = ?").run(leerlingId);
    expect(make({ ...groepOf('3 rood', ['3']), id: a.id, version: a.version })).toMatchObject({ leerlingen: 2 });
    administration.db.prepare('UPDATE main.leerling SET deleted_at = NULL').run();
    expect(ids.map((id) => periodsOf(administration, id)[0]?.groep)).toEqual(['3a', '3 rood', '3 rood']);
  });

  it('adopts the groepen in which pupils are, and those of the year before', () => {
    const { administration, groepen } = world();
    addDirectly(administration, testPersons.odin, inGroep('5', 'Bijen'));
    addDirectly(administration, { ...testPersons.odin, burgerservicenummer: '999990196' }, inGroep('6', 'Bijen'));
    expect(groepen['groepen.adopt']({ schooljaar: YEAR, from: 'inschrijvingen' })).toEqual({ made: 1 });
    expect(list(administration).rows.at(-1)).toMatchObject({ naam: 'Bijen', leerjaren: ['5', '6'], leerlingen: 2 });
    expect(groepen['groepen.adopt']({ schooljaar: NEXT, from: 'year before' })).toEqual({ made: 3 });
    expect(groepen['groepen.adopt']({ schooljaar: NEXT, from: 'year before' })).toEqual({ made: 0 });
    expect(list(administration, NEXT).rows[0]).toMatchObject({ naam: '3a', leerkrachten: [{ userId: 'user-2' }] });
  });

  it('shows who comes later in the year, and who is gone not', () => {
    const { administration, groepen, a } = world();
    addDirectly(administration, testPersons.odin, inGroep('3', '3a', '2010-01-11'));
    const gone = inGroep('3', '3a');
    addDirectly(administration, { roepnaam: 'Gone' }, { ...gone, datumUitschrijving: '2009-10-30' });
    const page = { schooljaar: YEAR, groepId: a.id, offset: 0, limit: 2 };
    expect(groepen['groepen.leerlingen'](page)).toMatchObject({ day: '2009-11-02', total: 4, rows: { length: 2 } });
    expect(groepen['groepen.leerlingen']({ ...page, offset: 2 })).toMatchObject({
      rows: [{ naam: 'Noord, Odin', datumInschrijving: '2010-01-11' }, { naam: 'Proefpersoon, Rémi' }],
    });
  });
});

describe('putting pupils into a groep', () => {
  it('previews, writes nothing, and then writes all', async () => {
    const { administration, groepen, b, ids, items } = world();
    const before = contentOf(administration);
    const input = { groepId: b.id, begindatum: '2009-11-09' };
    const { rows } = (await groepen['groepen.previewPlacing']({ ...input, items: items() })) as {
      rows: Record<string, unknown>[];
    };
    expect(rows[0]).toMatchObject({
      naam: 'Jager, Hera de',
      before: { leerjaar: '3', groep: '3a' },
      after: { leerjaar: '3', groep: '3/4b' },
      changes: true,
      findings: [],
    });
    expect(contentOf(administration)).toEqual(before);
    expect(groepen['groepen.place']({ ...input, items: items() })).toEqual({ leerlingen: 3 });
    expect(periodsOf(administration, ids[0]!).at(-1)).toEqual({
      begindatum: '2009-11-09',
      leerjaar: '3',
      groep: '3/4b',
    });
    // Who is there already is left alone.
    expect(groepen['groepen.place']({ ...input, items: items() })).toEqual({ leerlingen: 0 });
  });

  it('takes the vestiging along, and begins on the datum inschrijving of who comes later', () => {
    const { administration, groepen, make } = world();
    const site = make(groepOf('3x', ['3'], { vestigingsvolgnummer: '01' }));
    const { inschrijvingId } = addDirectly(administration, testPersons.odin, inGroep('3', '3a', '2010-01-11'));
    void groepen['groepen.place']({
      groepId: site.id,
      begindatum: '2009-12-01',
      items: [{ inschrijvingId, version: 1 }],
    });
    expect(readInschrijving(administration.db, inschrijvingId).gegevens).toMatchObject({
      vestiging: [{ begindatum: '2010-01-11', vestigingsvolgnummer: '01' }],
      leerjaarGroep: [{ begindatum: '2010-01-11', groep: '3x' }],
    });
  });

  it('does nothing at all when one of them cannot', async () => {
    const { administration, groepen, a, b, ids, items } = world();
    const stale = items();
    const { leerjaarGroep: _, ...rest } = readInschrijving(administration.db, ids[2]!).gegevens;
    void leerlingenHandlers(administration)['leerlingen.saveInschrijving']({
      leerlingId: 3,
      id: ids[2]!,
      version: 1,
      gegevens: { ...rest, leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '4', groep: '4z' }] },
    });
    const before = contentOf(administration);
    const input = { groepId: b.id, begindatum: '2009-11-09' };
    expect(codeOf(() => groepen['groepen.place']({ ...input, items: stale }))).toBe('changed-elsewhere');
    expect(codeOf(() => groepen['groepen.place']({ ...input, begindatum: '2010-08-01', items: items() }))).toBe(
      'groep-date',
    );
    const wrong = { groepId: a.id, begindatum: '2009-11-09', items: [{ inschrijvingId: ids[0]!, leerjaar: '8' }] };
    expect(await codeOfPromise(groepen['groepen.previewPlacing'](wrong) as Promise<unknown>)).toBe('groep-leerjaar');
    expect(contentOf(administration)).toEqual(before);
  });

  it('undo is refused when a pupil was changed since, and tells of whom BRON has heard', () => {
    const { administration, groepen, b, ids, items } = world();
    const { db } = administration;
    void groepen['groepen.place']({ groepId: b.id, begindatum: '2009-11-09', items: items() });
    db.prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, created_at, sent_at)
       VALUES (3, '0', ?, 'verzonden', '2009-11-02T09:00:00Z', '2009-11-02T09:00:00.000Z')`,
    ).run(ids[0]!);
    expect(groepen['groepen.lastBatch']({})).toMatchObject({
      batch: { kind: 'placing', leerlingen: 3, madeBy: 'Secretaresse' },
      sent: 1,
      changed: 0,
    });
    const { clock } = administration;
    const now = clock.now();
    clock.set(new Date('2009-12-10T08:00:00Z'));
    expect(groepen['groepen.lastBatch']({})).toEqual({ sent: 0, changed: 0 });
    clock.set(now);
    const { gegevens, version } = readInschrijving(db, ids[1]!);
    void leerlingenHandlers(administration)['leerlingen.saveInschrijving']({
      leerlingId: 2,
      id: ids[1]!,
      version,
      gegevens: { ...gegevens, leerjaarGroep: [] },
    });
    const { batch, changed } = groepen['groepen.lastBatch']({}) as { batch: { id: number }; changed: number };
    expect(changed).toBe(1);
    expect(codeOf(() => groepen['groepen.undo']({ id: batch.id }))).toBe('batch-changed');
    // Who lies in the bin cannot be put back either.
    db.prepare('UPDATE main.inschrijving SET deleted_at = ? WHERE id = ?').run('2009-11-02', ids[2]!);
    expect(groepen['groepen.lastBatch']({})).toMatchObject({ changed: 2 });
  });
});

describe('the next school year', () => {
  it('proposes per pupil, and takes all of them at once', () => {
    const { administration, groepen, make } = world();
    const last = addDirectly(administration, { roepnaam: 'Acht' }, inGroep('8', '8a'));
    const young = addDirectly(administration, { roepnaam: 'Een' }, inGroep('1', '1a', '2010-02-01'));
    const strange = addDirectly(administration, { roepnaam: 'Nul' }, inGroep('0', '0a'));
    addDirectly(administration, { roepnaam: 'Weg' }, { ...inGroep('3', '3a'), datumUitschrijving: '2010-07-31' });
    const four = make(groepOf('4a', ['4'], { schooljaar: NEXT }));
    make(groepOf('4b', ['4'], { schooljaar: NEXT }));
    const one = make(groepOf('1/2', ['1', '2'], { schooljaar: NEXT }));
    const preview = groepen['groepen.previewNextYear']({ schooljaar: YEAR }) as {
      rows: {
        naam: string;
        inschrijvingId: number;
        version: number;
        proposal: { outcome: 'moves up'; groepId?: number };
      }[];
      done: number;
    };
    expect(Object.fromEntries(preview.rows.map(({ naam, proposal }) => [naam, proposal]))).toEqual({
      'Jager, Hera de': { outcome: 'moves up', leerjaar: '4', groepId: four.id },
      'Jager, Zeus de': { outcome: 'moves up', leerjaar: '4', groepId: four.id },
      'Proefpersoon, Rémi': { outcome: 'moves up', leerjaar: '4', groepId: four.id },
      '(geen achternaam), Acht': { outcome: 'leaves' },
      '(geen achternaam), Een': { outcome: 'repeats', leerjaar: '1', groepId: one.id, remark: 'started late' },
      '(geen achternaam), Nul': { outcome: 'none', remark: 'leerjaar unknown' },
    });
    const chosen = preview.rows.map(({ inschrijvingId, version, proposal }) => ({
      inschrijvingId,
      version,
      ...proposal,
    }));
    const withoutRemark = chosen.map(
      ({ remark: _, ...item }: Record<string, unknown>) => item,
    ) as Parsed<'groepen.nextYear'>['items'];
    const before = contentOf(administration);
    expect(groepen['groepen.nextYear']({ schooljaar: YEAR, items: withoutRemark })).toEqual({ leerlingen: 5 });
    expect(readInschrijving(administration.db, last.inschrijvingId).gegevens.datumUitschrijving).toBe('2010-07-31');
    expect(periodsOf(administration, young.inschrijvingId).at(-1)).toEqual({
      begindatum: '2010-08-01',
      leerjaar: '1',
      groep: '1/2',
    });
    expect(periodsOf(administration, strange.inschrijvingId)).toHaveLength(1);
    expect(list(administration, NEXT).rows[0]).toMatchObject({ naam: '4a', leerlingen: 3 });
    expect(groepen['groepen.previewNextYear']({ schooljaar: YEAR })).toMatchObject({ rows: { length: 1 }, done: 4 });
    const { batch } = groepen['groepen.lastBatch']({}) as { batch: { id: number } };
    expect(groepen['groepen.undo']({ id: batch.id })).toEqual({ leerlingen: 5 });
    expect(contentOf(administration)).toEqual(before);
  });

  it('writes nothing when one who stays has no groep', () => {
    const { administration, groepen, items } = world();
    const before = contentOf(administration);
    const [first, ...rest] = items();
    const all = [
      { ...first!, outcome: 'leaves' as const },
      ...rest.map((item) => ({ ...item, outcome: 'moves up' as const })),
    ];
    expect(codeOf(() => groepen['groepen.nextYear']({ schooljaar: YEAR, items: all }))).toBe('groep-missing');
    expect(contentOf(administration)).toEqual(before);
  });

  it('undo gives back exactly what was there, whatever was done', () => {
    const dates = fc
      .integer({ min: 0, max: 11 })
      .map((month) => `${month < 5 ? 2009 : 2010}-${String(((month + 7) % 12) + 1).padStart(2, '0')}-15`);
    const placing = fc.record({
      date: dates,
      to: fc.constantFrom('a', 'b'),
      who: fc.subarray([0, 1, 2], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(placing, { minLength: 1, maxLength: 5 }), (placings) => {
        const { administration, groepen, a, b, items } = world();
        for (const [index, { date, to, who }] of placings.entries()) {
          const before = contentOf(administration);
          const all = items().filter((_, place) => who.includes(place));
          const input = { groepId: to === 'a' ? a.id : b.id, begindatum: date, items: all };
          const { leerlingen } = groepen['groepen.place'](input) as { leerlingen: number };
          if (leerlingen === 0) continue;
          const { batch } = groepen['groepen.lastBatch']({}) as { batch: { id: number } };
          void groepen['groepen.undo']({ id: batch.id });
          expect(contentOf(administration)).toEqual(before);
          if (index % 2 === 0)
            void groepen['groepen.place']({ ...input, items: items().filter((_, place) => who.includes(place)) });
        }
      }),
      { numRuns: 15 },
    );
  });
});
