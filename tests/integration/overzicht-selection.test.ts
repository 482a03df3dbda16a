import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { createClock } from '../../shared/domain/clock.ts';
import {
  advance,
  connect,
  createAdministration,
  startConnected,
  startTestLas,
  type TestLas,
} from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

/** A registratieoverzicht of a pupil, of several, or of a vestiging (PvE 5.6.5): what it leaves out says nothing of the others. */
let line: Awaited<ReturnType<typeof startConnected>>;
let open: TestLas[];
beforeEach(async () => {
  open = [];
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  for (const world of open) await world.close();
  await line.close();
});

type Asked = Input<'exchange.requestRegistratieoverzicht'>;

const fetch = (world = line.world) => {
  advance({ ...line, world }, 31);
  return world.call('exchange.requestTerugkoppelingen', {});
};
const ask = (asked: Asked, world = line.world) => world.call('exchange.requestRegistratieoverzicht', asked);
const overview = async (asked: Asked, world = line.world) => {
  expect(await ask(asked, world)).toMatchObject({ sent: 1, problems: [] });
  await fetch(world);
  return (await world.call('exchange.registratieoverzichten', {})).rows[0];
};
const deliver = async () => {
  await line.world.call('exchange.send', {});
  await fetch();
};
const state = async (id: number) => (await line.world.call('leerlingen.get', { id })).bronState;
const at = (vestigingsvolgnummer: string) =>
  correctInschrijving({ vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer }] });
const lastVerzoek = () => line.mock.messages({ direction: 'in', nr: 5 }).at(-1)?.xml ?? '';

/** Hera at 00, Zeus at 01, registered; then BRON loses everything. */
async function lost(): Promise<{ hera: number; zeus: number }> {
  const { leerlingId: hera } = await addPupil(line.world, testPersons.hera, at('00'));
  const { leerlingId: zeus } = await addPupil(line.world, testPersons.zeus, at('01'));
  await deliver();
  expect([await state(hera), await state(zeus)]).toEqual(['geregistreerd', 'geregistreerd']);
  line.mock.reset();
  return { hera, zeus };
}

describe('what a registratieoverzicht leaves out', () => {
  it('is not with BRON any more, of the pupil who was asked for; of another it says nothing', async () => {
    const { hera, zeus } = await lost();
    expect(await overview({ leerlingIds: [hera] })).toMatchObject({
      peildatum: '2009-11-02',
      leerlingen: 1,
      naam: 'Jager, Hera de',
      received: { matched: 0, unmatched: 0, missing: 1 },
    });
    expect(lastVerzoek()).toContain(testPersons.hera.burgerservicenummer);
    expect(lastVerzoek()).not.toContain(testPersons.zeus.burgerservicenummer);
    expect([await state(hera), await state(zeus)]).toEqual(['aan te leveren', 'geregistreerd']);
    expect((await line.world.call('exchange.registratieoverzichten', { leerlingId: zeus })).rows).toEqual([]);
  });

  it('is not with BRON any more, of each of the pupils who were asked for', async () => {
    const { hera, zeus } = await lost();
    expect(await overview({ leerlingIds: [zeus, hera, zeus] })).toMatchObject({
      leerlingen: 2,
      received: { missing: 2 },
    });
  });

  it('is not with BRON any more, of the vestiging where BRON had the pupil', async () => {
    const { hera, zeus } = await lost();
    expect(await overview({ vestigingsvolgnummer: '01' })).toMatchObject({
      vestigingsvolgnummer: '01',
      received: { missing: 1 },
    });
    expect([await state(hera), await state(zeus)]).toEqual(['geregistreerd', 'aan te leveren']);
  });

  it.each([
    ['2009-10-14', '01', 'geregistreerd'],
    ['2009-10-14', '00', 'aan te leveren'],
    ['2009-10-15', '00', 'geregistreerd'],
    ['2009-10-15', '01', 'aan te leveren'],
  ])('of a pupil who moved, asked on %s of vestiging %s: %s', async (peildatum, vestigingsvolgnummer, expected) => {
    const vestiging = [
      { begindatum: '2009-08-01', vestigingsvolgnummer: '00' },
      { begindatum: '2009-10-15', vestigingsvolgnummer: '01' },
    ];
    const { leerlingId } = await addPupil(line.world, testPersons.hera, correctInschrijving({ vestiging }));
    await deliver();
    line.mock.reset();
    await overview({ peildatum, vestigingsvolgnummer });
    expect(await state(leerlingId)).toBe(expected);
  });

  it('may be at another vestiging, by a melding that BRON has and did not answer yet', async () => {
    const { leerlingId } = await addPupil(line.world, testPersons.hera, at('00'));
    await deliver();
    await changeInschrijving(line.world, leerlingId, at('01'));
    await line.world.call('exchange.send', {});
    line.mock.reset();
    expect(await overview({ vestigingsvolgnummer: '00' })).toMatchObject({ received: { missing: 0 } });
    expect(await state(leerlingId)).toBe('in behandeling');
  });
});

describe('a pupil', () => {
  it('is asked for as BRON has it, whatever was changed here since', async () => {
    const { leerlingId } = await addPupil(line.world, testPersons.hera);
    await deliver();
    await changePersoon(line.world, leerlingId, { geslacht: 'M' });
    expect(await overview({ leerlingIds: [leerlingId] })).toMatchObject({ received: { matched: 1, missing: 0 } });
  });

  it('without number cannot be asked for, and nothing is asked then of the others either', async () => {
    const { leerlingId: hera } = await addPupil(line.world, testPersons.hera);
    const { burgerservicenummer: _, ...zonderNummer } = testPersons.zeus;
    const { leerlingId: zeus } = await addPupil(line.world, zonderNummer);
    const failure = await line.world.fail('exchange.requestRegistratieoverzicht', { leerlingIds: [hera, zeus] });
    expect(failure).toMatchObject({ code: 'overzicht-without-number' });
    expect(failure.message).toContain('Jager, Zeus de');
    expect(line.mock.messages({ direction: 'in', nr: 5 })).toEqual([]);
  });
});

it('the same selection is not asked again before it is answered; any other is', async () => {
  const { hera, zeus } = await lost();
  const sent = async (asked: Asked) => (await ask(asked)).sent;
  const selections: Asked[] = [
    {},
    { vestigingsvolgnummer: '01' },
    { vestigingsvolgnummer: '00' },
    { leerlingIds: [hera] },
    { leerlingIds: [hera, zeus] },
    { leerlingIds: [hera], vestigingsvolgnummer: '00' },
    { leerlingIds: [hera], peildatum: '2009-10-01' },
  ];
  for (const asked of selections) expect(await sent(asked)).toBe(1);
  for (const asked of selections) expect(await sent(asked)).toBe(0);
  await fetch();
  for (const asked of selections) expect(await sent(asked)).toBe(1);
});

describe('what BRON has and matches nothing here', () => {
  /** Another LAS of the school, that knows nobody; it was told of Hera at 00 and Zeus at 01, whom BRON has lost since. */
  async function fresh(): Promise<TestLas> {
    await addPupil(line.world, testPersons.hera, at('00'));
    await addPupil(line.world, testPersons.zeus, at('01'));
    await deliver();
    const world = await startTestLas({ clock: createClock(new Date(line.world.clock.now())) });
    open.push(world);
    await createAdministration(world);
    await connect(world, line.mock);
    await overview({}, world);
    expect(await unmatched(world)).toEqual(['Jager', 'Jager']);
    line.mock.reset();
    return world;
  }
  const unmatched = async (world: TestLas) =>
    (await world.call('exchange.unmatched', {})).rows.map(({ naam }) => naam.split(',')[0]);
  const born = async (world: TestLas) =>
    (await world.call('exchange.unmatched', {})).rows.map(({ geboortedatum }) => geboortedatum);

  it('is forgotten of the vestiging that was asked for', async () => {
    const world = await fresh();
    await overview({ vestigingsvolgnummer: '00' }, world);
    expect(await born(world)).toEqual([testPersons.zeus.geboortedatum]);
  });

  it('is forgotten of the pupil who was asked for', async () => {
    const world = await fresh();
    const later = correctInschrijving({ datumInschrijving: '2009-10-01' });
    const { leerlingId } = await addPupil(world, testPersons.zeus, later);
    await overview({ leerlingIds: [leerlingId] }, world);
    expect(await born(world)).toEqual([testPersons.hera.geboortedatum]);
  });
});

it('the comparison goes on from the newest overview of all pupils, with what came in since', async () => {
  const { hera } = await lost();
  const compared = () => line.world.call('registratieoverzicht.compared', {});
  await overview({ leerlingIds: [hera] });
  expect((await compared()).overview).toBeUndefined();
  await overview({ peildatum: '2009-11-01' });
  const whole = (await compared()).overview;
  expect(whole).toEqual({ peildatum: '2009-11-01', receivedAt: expect.any(String) as string });
  const partial = await overview({ vestigingsvolgnummer: '01', peildatum: '2009-10-01' });
  expect((await compared()).overview).toEqual({ ...whole, refreshedAt: partial?.received?.at });
});

describe('a selection that BRON refuses', () => {
  it('for its vestiging (397) says so in the list', async () => {
    const refused = await overview({ vestigingsvolgnummer: '07' });
    expect(refused).toMatchObject({ state: 'afgekeurd', vestigingsvolgnummer: '07' });
    expect(refused?.reason).toContain('[397]');
    expect(refused).not.toHaveProperty('received');
  });

  it.each(['752', '753'])('for a pupil (%s) says so in the list, and nothing is forgotten', async (signaal) => {
    const { leerlingId } = await addPupil(line.world, testPersons.hera);
    await deliver();
    line.mock.scenarios.set({ signaal, nr: 5, times: 1 });
    const refused = await overview({ leerlingIds: [leerlingId] });
    expect(refused).toMatchObject({ state: 'afgekeurd', naam: 'Jager, Hera de' });
    expect(refused?.reason).toContain(`[${signaal}]`);
    expect(await state(leerlingId)).toBe('geregistreerd');
  });
});
