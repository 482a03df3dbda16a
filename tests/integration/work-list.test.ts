import { beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { tickOff } from '../../electron/core/exchange/decisions.ts';
import { signalenOf } from '../../electron/core/exchange/signalen.ts';
import { workHandlers } from '../../electron/core/exchange/workHandlers.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { Input, Output } from '../../shared/api/contract.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { Role } from '../../shared/api/roles.ts';
import { workOperations } from '../../shared/api/work.ts';
import { answer, type Answer } from '../support/answers.ts';
import { addDirectly, directAdministration } from '../support/direct.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

/** The work list: divided, counted, ticked off as a whole, and on paper for the teachers. */
let administration: Administration;
beforeEach(() => {
  administration = directAdministration();
});

const as = (role: Role): Administration => ({ ...administration, caller: { userId: 'user-1', role } });
const work = (input: Input<'terugkoppelingen.work'> = {}, by = administration) =>
  workHandlers(by)['terugkoppelingen.work'](
    workOperations['terugkoppelingen.work'].input.parse(input),
  ) as Output<'terugkoppelingen.work'>;
const printout = (input: Input<'terugkoppelingen.printout'> = {}, by = administration) =>
  workHandlers(by)['terugkoppelingen.printout'](workOperations['terugkoppelingen.printout'].input.parse(input));
const tickOffAll = (input: Input<'terugkoppelingen.tickOffAll'>) =>
  workHandlers(administration)['terugkoppelingen.tickOffAll'](
    workOperations['terugkoppelingen.tickOffAll'].input.parse(input),
  );

const postcode: Answer = {
  signalen: [{ signaalcode: '770', omschrijving: 'Postcode 2548AE is niet de postcode volgens de BRP.' }],
  registered: ({ persoon = [] }) => {
    for (const one of persoon) one.adres = [{ postcodeBrp: '2517JR' }];
  },
};
const bsnFound: Answer = {
  signalen: [{ signaalcode: '755', omschrijving: 'Het burgerservicenummer 999992533 is in de BRP gevonden.' }],
};
const rejected: Answer = {
  nr: 13,
  signalen: [{ signaalcode: '753', omschrijving: 'De combinatie is niet gevonden.' }],
};

interface Groep {
  groep?: string;
  vestiging?: string;
}

function addPupil(
  roepnaam: string,
  { groep = '3a', vestiging = '00' }: Groep = {},
  persoon: Partial<Persoonsgegevens> = {},
) {
  const begindatum = '2009-08-01';
  return addDirectly(
    administration,
    { ...testPersons.hera, roepnaam, achternaam: 'Jager', voorvoegsel: 'de', ...persoon },
    correctInschrijving({
      leerjaarGroep: [{ begindatum, leerjaar: '3', groep }],
      vestiging: [{ begindatum, vestigingsvolgnummer: vestiging }],
    }),
  ).inschrijvingId;
}

const hear = (inschrijvingId: number, given: Answer) => answer(administration, inschrijvingId, given);
const names = (rows: { leerlingNaam: string }[]) =>
  rows.map(({ leerlingNaam }) => leerlingNaam.replace(/^Jager, | de$/g, ''));
const codeOf = async (run: () => unknown) => {
  try {
    await run();
    return 'none';
  } catch (error) {
    return error instanceof LasError ? error.failure.code : String(error);
  }
};

/** A melding that the voorcontrole held back, with the id of a signaal of somebody else. */
function holdBack(inschrijvingId: number): number {
  const findings = [
    { code: '341', ernst: 'A', omschrijving: 'Gewicht ontbreekt.', section: '4.2', gegevensgroep: 'gewicht' },
    { code: '331', ernst: 'S', omschrijving: 'Ver weg.', section: '4.2', gegevensgroep: 'gewicht' },
    {
      code: '740',
      ernst: 'A',
      omschrijving: 'Leeg.',
      section: '4.2',
      gegevensgroep: 'persoonMetPgn',
      element: 'geslacht',
    },
  ];
  const { db } = administration;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, findings, created_at)
       VALUES (3, 'held', ?, 'tegengehouden', '{}', '', ?, '2009-11-02T08:00:00Z')`,
    )
    .run(inschrijvingId, JSON.stringify(findings));
  db.prepare("UPDATE main.bron_state SET state = 'tegengehouden' WHERE inschrijving_id = ?").run(inschrijvingId);
  return Number(lastInsertRowid);
}

describe('the parts of the work list', () => {
  beforeEach(async () => {
    await hear(addPupil('Ank', { groep: '10' }), postcode);
    await hear(addPupil('Bea', { groep: '3a' }), rejected);
    await hear(addPupil('Cor', { groep: '3a', vestiging: '01' }), postcode);
    await hear(addPupil('Dik', { groep: '1/2 A' }), bsnFound);
    await hear(addPupil('Els', { groep: '' }), postcode);
  });

  it('are one list by default: afkeuringen first, then by name', () => {
    const { rows, total, open } = work();
    expect(names(rows)).toEqual(['Bea', 'Ank', 'Cor', 'Dik', 'Els']);
    expect([total, open]).toEqual([5, 5]);
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['']));
  });

  it('are what is the matter, with the explanation and the count of each', () => {
    const { rows, codes } = work({ grouping: 'signaal' });
    expect(rows.map(({ part }) => part)).toEqual(['A753', 'S755', 'S770', 'S770', 'S770']);
    expect(codes).toMatchObject([
      { key: 'A753', code: '753', count: 1, tickable: 1 },
      { key: 'S755', code: '755', count: 1, tickable: 1 },
      { key: 'S770', code: '770', count: 3, tickable: 3 },
    ]);
    expect(codes.every(({ title, meaning, remedy }) => title && meaning && remedy)).toBe(true);
  });

  it('are the groepen as people count, each vestiging its own, pupils without one last', () => {
    const { rows, groepen } = work({ grouping: 'groep' });
    expect(groepen).toEqual([
      { key: '00:1/2 A', groep: '1/2 A', vestiging: '00', count: 1 },
      { key: '00:3a', groep: '3a', vestiging: '00', count: 1 },
      { key: '01:3a', groep: '3a', vestiging: '01', count: 1 },
      { key: '00:10', groep: '10', vestiging: '00', count: 1 },
      { key: '', count: 1 },
    ]);
    expect(names(rows)).toEqual(['Dik', 'Bea', 'Cor', 'Ank', 'Els']);
  });

  it.each<[Input<'terugkoppelingen.work'>, string[]]>([
    [{ ernst: 'A' }, ['Bea']],
    [{ code: '770' }, ['Ank', 'Cor', 'Els']],
    [{ groep: '01:3a' }, ['Cor']],
    [{ groep: '' }, ['Els']],
    [{ kind: 'geweigerd' }, []],
    [{ code: '770', offset: 1, limit: 1 }, ['Cor']],
    [{ order: 'groep' }, ['Dik', 'Bea', 'Cor', 'Ank', 'Els']],
    [{ order: 'received', ernst: 'S' }, ['Ank', 'Cor', 'Dik', 'Els']],
  ])('%j', (input, expected) => {
    expect(names(work(input).rows)).toEqual(expected);
  });

  it('count with every filter but their own', () => {
    const { codes, groepen, total } = work({ code: '770', groep: '00:10' });
    expect(codes.map(({ code, count }) => [code, count])).toEqual([['770', 1]]);
    expect(groepen.map(({ key }) => key)).toEqual(['01:3a', '00:10', '']);
    expect(total).toBe(1);
  });
});

describe('rows that are not of BRON', () => {
  it('have keys of their own and can be taken for no signaal', async () => {
    const other = addPupil('Ank');
    await hear(other, postcode);
    const held = addPupil('Bea');
    const berichtId = holdBack(held);
    const { rows, codes } = work();
    expect(rows.map(({ kind, code }) => [kind, code])).toEqual([
      ['voorcontrole', '341'],
      ['voorcontrole', '740'],
      ['signaal', '770'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
    for (const row of rows.slice(0, 2)) {
      expect(row).not.toHaveProperty('signaalId');
      expect(row).not.toHaveProperty('id');
      expect(row.berichtId).toBe(berichtId);
    }
    expect(codes.map(({ code, tickable }) => [code, tickable])).toEqual([
      ['341', 0],
      ['740', 0],
      ['770', 1],
    ]);
    expect(await codeOf(() => tickOffAll({ ernst: 'A', code: '341', expected: 1, note: 'x' }))).toBe('work-changed');
  });
});

describe('ticking off', () => {
  it('takes every signaal of one code with one note, and none when there are others than were seen', async () => {
    const ids = ['Ank', 'Bea', 'Cor'].map((roepnaam) => addPupil(roepnaam));
    for (const id of ids) await hear(id, postcode);
    await hear(ids[0] ?? 0, { ...postcode, signalen: [...postcode.signalen, ...bsnFound.signalen] });
    const all = { ernst: 'S', code: '770', note: 'Verhuisd, komt nog in de BRP.' } as const;
    expect(await codeOf(() => tickOffAll({ ...all, expected: 2 }))).toBe('work-changed');
    expect(work().open).toBe(4);
    expect(await tickOffAll({ ...all, expected: 3 })).toEqual({ count: 3 });
    expect(work().rows.map(({ code }) => code)).toEqual(['755']);
    const { rows } = work({ show: 'all' });
    expect(rows.map(({ code, state, note }) => [code, state, note])).toEqual([
      ['755', 'open', undefined],
      ...ids.map(() => ['770', 'afgevinkt', 'Verhuisd, komt nog in de BRP.']),
    ]);
  });

  it.each(['', '   '])('wants a note: %j is none', (note) => {
    const { success } = workOperations['terugkoppelingen.tickOff'].input.safeParse({ signaalId: 1, note });
    expect(success).toBe(false);
  });

  it('of an afkeuring leaves it in sight as long as BRON does not have the gegevens', async () => {
    const id = addPupil('Ank');
    await hear(id, rejected);
    const [afkeuring] = signalenOf(administration.db, id);
    tickOff(administration, afkeuring?.id ?? 0, 'De ouders zoeken het uit.');
    expect(work()).toMatchObject({ total: 0, open: 0, unregistered: 1 });
    expect(work({ show: 'unregistered' }).rows).toMatchObject([{ code: '753', state: 'afgevinkt' }]);
    await hear(id, { signalen: [] });
    expect(work()).toMatchObject({ open: 0, unregistered: 0 });
  });
});

describe('on paper', () => {
  it('stands per groep what a teacher is asked: no number, no secret address, no words of BRON', async () => {
    await hear(addPupil('Ank', { groep: '4b' }), postcode);
    await hear(addPupil('Bea', { groep: '3a' }, { geheim: 'true' }), postcode);
    await hear(addPupil('Cor', { groep: '' }), bsnFound);
    holdBack(addPupil('Dik', { groep: '4b' }));
    const { groepen } = await printout();
    expect(groepen.map(({ groep, rows }) => [groep, names(rows)])).toEqual([
      ['3a', ['Bea']],
      ['4b', ['Dik', 'Dik', 'Ank']],
      [undefined, ['Cor']],
    ]);
    expect(groepen[0]?.rows[0]).toMatchObject({ withheld: 'adres', element: 'postcode' });
    expect(groepen[1]?.rows.at(-1)).toMatchObject({ lasValue: '2548AE', bronValue: '2517JR' });
    expect(groepen[2]?.rows[0]).toMatchObject({ withheld: 'number' });
    expect(JSON.stringify([groepen[0], groepen[2]])).not.toMatch(/999992533|2548AE|2517JR/);
    expect(JSON.stringify(groepen)).not.toMatch(/omschrijving|999992533/);
  });

  it('leaves out what the caller may not see', async () => {
    await hear(addPupil('Bea', {}, { geheim: 'true' }), postcode);
    expect((await printout({}, as('lezer'))).groepen).toEqual([]);
    expect(work({}, as('lezer'))).toMatchObject({ total: 0, open: 0, codes: [] });
    expect(work({}, as('administratie'))).toMatchObject({ total: 1 });
  });
});
