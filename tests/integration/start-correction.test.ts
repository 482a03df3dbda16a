import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { advance, fetchTerugkoppelingen, PASSWORD, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** Correcting the datum inschrijving of an inschrijving that BRON knows: bericht 4 and then bericht 3 (PvE 4.2.8.1, 5.6.3, 5.6.4). */
const OLD = '2009-08-01';
const NEW = '2009-08-24';
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = () => fetchTerugkoppelingen(line);
const exchange = async () => {
  await send();
  return fetchAll();
};
const add = async (persoon: Persoonsgegevens = testPersons.hera) => {
  ({ leerlingId } = await addPupil(line.world, persoon));
};
const register = async (persoon?: Persoonsgegevens) => {
  await add(persoon);
  await exchange();
};
const first = async () => {
  const [one] = (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
  if (!one) throw new Error('no inschrijving');
  return one;
};
const input = async (datumInschrijving: string) => {
  const { id: inschrijvingId, version } = await first();
  return { inschrijvingId, version, datumInschrijving, atBron: true };
};
const correct = async (date = NEW) => line.world.call('enrolment.correctStart', await input(date));
const refusal = async (date = NEW) => (await line.world.fail('enrolment.correctStart', await input(date))).code;
const withdraw = async () => {
  const { id: inschrijvingId } = await first();
  const result = await line.world.las.invoke('enrolment.withdrawCorrection', { inschrijvingId });
  return result.ok ? 'withdrawn' : result.error.code;
};
const sent = (nr: number) => line.mock.messages({ direction: 'in', nr }).map(({ xml }) => xml);
const atBron = () => line.mock.register('99ZZ').map(({ datumInschrijving }) => datumInschrijving);

it('has BRON remove the old and register the new one, which names the old date', async () => {
  await register();
  expect(await correct()).toMatchObject({
    findings: [],
    dropped: 0,
    deliverBy: '2009-11-16',
    announcement: expect.stringContaining('verwijdert de inschrijving van 1-8-2009 en registreert die van 24-8-2009'),
  });
  expect(await first()).toMatchObject({
    bronState: 'te verwijderen',
    removal: { newStart: NEW, by: 'Secretaresse' },
    gegevens: correctInschrijving(),
  });
  await send();
  expect([sent(3).length, sent(4).length]).toEqual([1, 1]);
  expect(sent(4)[0]).toContain(OLD);
  expect(sent(4)[0]).not.toContain(NEW);
  expect(await withdraw()).toBe('removal-sent');
  expect(await fetchAll()).toMatchObject({ removed: 0, corrected: 1, unmatched: 0 });
  expect(atBron()).toEqual([]);
  const changed = await first();
  expect(changed.gegevens).toEqual(
    correctInschrijving({ datumInschrijving: NEW, datumOorspronkelijkeInschrijving: OLD }),
  );
  expect(changed).toMatchObject({ bronState: 'aan te leveren', knownByBron: false });
  expect(changed.removal).toBeUndefined();
  expect(await exchange()).toMatchObject({ geregistreerd: 1, metSignaal: 0 });
  expect(atBron()).toEqual([NEW]);
  expect(sent(3).at(-1)).toMatch(new RegExp(`<datumOorspronkelijkeInschrijving>${OLD}</`));
  expect(await first()).toMatchObject({ bronState: 'geregistreerd', signalen: [], findings: [] });
  await exchange();
  expect([sent(3).length, sent(4).length]).toEqual([2, 1]);
  expect((await line.world.call('bin.list', {})).total).toBe(0);
});

it('takes along what was changed meanwhile, and every period of a later day', async () => {
  await register();
  const leerjaarGroep = [
    { begindatum: OLD, leerjaar: '3', groep: '3a' },
    { begindatum: '2009-10-05', leerjaar: '3', groep: '3b' },
  ];
  await correct();
  await changeInschrijving(line.world, leerlingId, { leerjaarGroep, aanduidingNnca: '2' });
  expect((await first()).bronState).toBe('te verwijderen');
  await exchange();
  await exchange();
  expect((await first()).gegevens).toMatchObject({
    aanduidingNnca: '2',
    leerjaarGroep: [{ ...leerjaarGroep[0], begindatum: NEW }, leerjaarGroep[1]],
  });
  expect(atBron()).toEqual([NEW]);
});

describe('when the program ends in between', () => {
  const steps: [when: string, reach: () => Promise<unknown>][] = [
    ['before anything has left', async () => undefined],
    ['while the verwijdering is with BRON', send],
    ['after BRON has removed it', exchange],
    [
      'after the new one has left',
      async () => {
        await exchange();
        await send();
      },
    ],
  ];
  it.each(steps)('%s, the rest follows and nothing is sent twice', async (_, reach) => {
    await register();
    await correct();
    await reach();
    await line.world.restart();
    for (let round = 0; round < 3; round += 1) await exchange();
    expect(atBron()).toEqual([NEW]);
    expect([sent(3).length, sent(4).length]).toEqual([2, 1]);
    expect(await first()).toMatchObject({ bronState: 'geregistreerd', gegevens: { datumInschrijving: NEW } });
  });

  it('with the answer lost: the verwijdering goes again as it was, and the date is corrected once', async () => {
    await register();
    await correct();
    line.mock.setFault({ kind: 'break-after', nr: 4, times: 1 });
    await send();
    await line.world.restart();
    advance(line, 2);
    for (let round = 0; round < 3; round += 1) await exchange();
    const [one, other, ...more] = sent(4);
    expect([one, more]).toEqual([other, []]);
    expect(atBron()).toEqual([NEW]);
  });
});

it('can be withdrawn until it has left, with everything as it was and undo as before', async () => {
  await register();
  await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
  const before = await first();
  await correct();
  expect(await line.world.fail('undo.preview', { leerlingId })).toMatchObject({ code: 'undo-newer' });
  expect(await withdraw()).toBe('withdrawn');
  expect(await first()).toEqual(before);
  expect(await line.world.call('undo.preview', { leerlingId })).toMatchObject({ meldingen: [] });
  await exchange();
  expect([sent(3).length, sent(4).length, atBron()]).toEqual([2, 0, [OLD]]);
  expect(await withdraw()).toBe('removal-not-asked');
});

it('is not withdrawn where BRON is to remove the inschrijving for good', async () => {
  await register();
  const { id: inschrijvingId, version } = await first();
  await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
  expect(await withdraw()).toBe('removal-not-asked');
});

it('cannot be undone once BRON has removed it; it is corrected back', async () => {
  await register();
  await correct();
  await exchange();
  expect(await line.world.fail('undo.preview', { leerlingId })).toMatchObject({ code: 'undo-newer' });
  await exchange();
  await correct(OLD);
  await exchange();
  await exchange();
  expect(atBron()).toEqual([OLD]);
  expect((await first()).gegevens).toMatchObject({ datumInschrijving: OLD, datumOorspronkelijkeInschrijving: NEW });
});

it('may be corrected once more after BRON has removed it and before it is delivered', async () => {
  await register();
  await correct();
  await exchange();
  await line.world.call('enrolment.correctStart', { ...(await input('2009-09-01')), atBron: false });
  await exchange();
  expect(atBron()).toEqual(['2009-09-01']);
  expect(await first()).toMatchObject({
    bronState: 'geregistreerd',
    gegevens: { datumOorspronkelijkeInschrijving: OLD },
  });
});

describe('is refused', () => {
  const cases: [when: string, reach: () => Promise<unknown>, date: string, code: string][] = [
    ['for the date it has', register, OLD, 'start-stays'],
    ['for a date on which BRON would refuse it: more than a year ahead (332)', register, '2010-11-03', 'start-refused'],
    ['of what BRON never got', add, NEW, 'removal-unknown'],
    ['while a melding is under way', () => add().then(send), NEW, 'removal-under-way'],
    ['twice', () => register().then(() => correct()), '2009-09-01', 'removal-asked'],
  ];
  it.each(cases)('%s', async (_, reach, date, code) => {
    await reach();
    expect(await refusal(date)).toBe(code);
  });

  it('for a date on which the pupil is enrolled here already', async () => {
    await add();
    const { id: inschrijvingId, version } = await first();
    await line.world.call('enrolment.end', { inschrijvingId, version, datumUitschrijving: '2009-08-21' });
    const gegevens = correctInschrijving({ datumInschrijving: '2009-09-01' });
    await line.world.call('leerlingen.saveInschrijving', { leerlingId, gegevens });
    await exchange();
    expect(await refusal('2009-08-21')).toBe('inschrijving-overlaps');
    await correct('2009-08-24');
  });
});

it('that BRON refuses (13) stays as it was, and is withdrawn or offered again', async () => {
  await register();
  line.mock.reset();
  await correct();
  await exchange();
  expect(await first()).toMatchObject({
    bronState: 'afgekeurd',
    gegevens: correctInschrijving(),
    removal: { newStart: NEW },
    signalen: [{ state: 'open', ernst: 'A' }],
  });
  await send();
  expect(sent(4)).toHaveLength(1);
  expect(await withdraw()).toBe('withdrawn');
  expect(await first()).toMatchObject({ bronState: 'geregistreerd', signalen: [] });
});

it('of which BRON refuses the new inschrijving (13) is shown with the reason, and goes again once that is mended', async () => {
  await register();
  await correct();
  await exchange();
  line.mock.scenarios.set({ signaal: '301', nr: 3, times: 1 });
  await exchange();
  expect(await first()).toMatchObject({ bronState: 'afgekeurd', signalen: [{ code: '301' }] });
  await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
  await exchange();
  expect(atBron()).toEqual([NEW]);
});

it('with a signaal that BRON knows no such original (400) is registered all the same', async () => {
  await register();
  await correct();
  await exchange();
  line.mock.reset();
  await exchange();
  expect(await first()).toMatchObject({ bronState: 'geregistreerd met signaal', signalen: [{ code: '400' }] });
  expect(atBron()).toEqual([NEW]);
});

describe('after a restore', () => {
  it('from before BRON had removed it, nothing leaves until BRON has told, and BRON gets it once', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
    try {
      const { world } = line;
      await register();
      await correct();
      const backup = join(outside, 'kopie.reservekopie');
      await world.call('backup.make', { target: world.grant(backup, 'write') });
      // What the lost administration did after its backup.
      await exchange();
      await exchange();
      const { draft } = await world.call('restore.inspect', { file: world.grant(backup, 'read') });
      const secret = { password: PASSWORD };
      await world.call('restore.preview', { draft, secret });
      await world.call('restore.commit', { draft, secret });
      expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });
      // Of everybody, and then of him: under the day of before BRON has him no more.
      for (let round = 0; round < 2; round += 1) {
        await world.call('exchange.requestRegistratieoverzicht', {});
        await fetchAll();
      }
      expect([sent(3).length, sent(4).length]).toEqual([2, 1]);
      expect(await first()).toMatchObject({
        gegevens: { datumInschrijving: NEW, datumOorspronkelijkeInschrijving: OLD },
      });
      for (let round = 0; round < 2; round += 1) await exchange();
      expect(sent(4)).toHaveLength(1);
      expect(atBron()).toEqual([NEW]);
      expect(await first()).toMatchObject({ bronState: 'geregistreerd' });
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});

it('typed into the form is refused with the functions that do it', async () => {
  await register();
  const { id, version } = await first();
  const gegevens = correctInschrijving({ datumInschrijving: NEW });
  const failure = await line.world.fail('leerlingen.saveInschrijving', { leerlingId, id, version, gegevens });
  expect(failure).toMatchObject({ code: 'inschrijving-known', field: 'gegevens.datumInschrijving' });
  expect(failure.remedy).toMatch(/Datum inschrijving corrigeren.*Bij BRON verwijderen/);
});
