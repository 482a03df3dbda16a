import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createClock } from '../../shared/domain/clock.ts';
import {
  advance,
  connect,
  createAdministration,
  creation,
  startConnected,
  startTestLas,
} from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, correctWec, testPersons } from '../support/pupils.ts';

/** What BRON has, taken over into an administration: of a school that changes its LAS, and one difference at a time. */
type Line = Awaited<ReturnType<typeof startConnected>>;
type World = Line['world'];
let line: Line;
let open: World[];
beforeEach(() => {
  open = [];
});
afterEach(async () => {
  for (const world of open) await world.close();
  await line.close();
});

const NOW = new Date('2016-05-30T08:00:00Z');
const START = '2008-08-01';
async function start(input: Input<'session.create'> = creation) {
  line = await startConnected({ clock: createClock(NOW) }, input);
  return line.world;
}
async function fetch(world: World) {
  advance({ ...line, world }, 31);
  await world.call('exchange.requestTerugkoppelingen', {});
}
async function askOverview(world: World) {
  await world.call('exchange.requestRegistratieoverzicht', {});
  await fetch(world);
}
async function deliver(world: World) {
  await world.call('exchange.send', {});
  await fetch(world);
}
const compared = (world: World) => world.call('registratieoverzicht.compared', {});
async function onlyRow(world: World) {
  const { rows } = await compared(world);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
}

const eindtoets = {
  codeVerplichteEindtoets: '0011',
  niveauEindtoets: 'B',
  datumAfname: '2016-04-19',
  score: '535',
  toetsonderdeel: [
    {
      codeToetsonderdeel: '8000',
      toetsdomein: [
        { codeToetsdomein: '8050', referentieniveauToetsdomein: '04' },
        { codeToetsdomein: '8051', referentieniveauToetsdomein: '02' },
      ],
    },
    { codeToetsonderdeel: '8001', referentieniveauToetsonderdeel: '03', toetsdomein: [] },
  ],
};
const inLeerjaar8 = correctInschrijving({
  datumInschrijving: START,
  leerjaarGroep: [{ begindatum: START, leerjaar: '8', groep: '8a' }],
  adviesVo: '50',
  verplichteEindtoets: [eindtoets],
});
const wecSchool = {
  ...creation,
  school: {
    ...creation.school,
    brinnummer: '98AE',
    soort: 'SO' as const,
    vestigingen: [{ volgnummer: '00', naam: 'A' }],
  },
};
const inWec = correctWec({ leerjaarGroep: [{ begindatum: '2009-08-01', groep: 'a', leerjaar: '4' }] });

/** What BRON keeps of a pupil: the rest stays with the school that leaves its LAS. */
async function registeredOf(world: World) {
  const { rows } = await world.call('leerlingen.list', {});
  const cards = await Promise.all(rows.map(({ id }) => world.call('leerlingen.get', { id })));
  return cards
    .map(({ persoon: { burgerservicenummer, geboortedatum, geslacht, postcode }, inschrijvingen }) => ({
      burgerservicenummer,
      geboortedatum,
      geslacht,
      postcode,
      inschrijvingen: inschrijvingen.map(({ gegevens, bronState, toDeliverSince }) => ({
        gegevens,
        bronState,
        toDeliverSince,
      })),
    }))
    .sort((a, b) => (a.burgerservicenummer ?? '').localeCompare(b.burgerservicenummer ?? ''));
}

/** An empty administration of the same school, with another LAS. */
async function freshOf(input: Input<'session.create'>) {
  const fresh = await startTestLas({ clock: createClock(new Date(line.world.clock.now())) });
  open.push(fresh);
  await createAdministration(fresh, input);
  await connect(fresh, line.mock);
  return fresh;
}

describe('a school that changes its LAS', () => {
  const schools: [string, Input<'session.create'>, Persoonsgegevens[], InschrijvingGegevens][] = [
    ['WPO, with the verplichte eindtoets', creation, [testPersons.hera, testPersons.zeus], inLeerjaar8],
    ['WEC', wecSchool, [testPersons.hera], inWec],
  ];
  it.each(schools)(
    'gets everything of BRON that the old LAS had registered: %s',
    async (_, input, pupils, gegevens) => {
      const old = await start(input);
      for (const pupil of pupils) await addPupil(old, pupil, gegevens);
      await deliver(old);
      const before = await registeredOf(old);
      expect(before.flatMap(({ inschrijvingen }) => inschrijvingen).map(({ bronState }) => bronState)).toEqual(
        pupils.map(() => 'geregistreerd'),
      );

      const fresh = await freshOf(input);
      await askOverview(fresh);
      expect(await compared(fresh)).toMatchObject({ counts: { onlyBron: pupils.length }, total: pupils.length });

      const { keys } = await fresh.call('registratieoverzicht.keys', { group: 'onlyBron' });
      const result = await fresh.call('registratieoverzicht.takeOver', { keys });
      expect(result).toEqual({ taken: pupils.length, failures: [] });
      expect(await registeredOf(fresh)).toEqual(before);
      expect(await compared(fresh)).toMatchObject({ total: 0, left: 0 });
      await askOverview(fresh);
      expect(await compared(fresh)).toMatchObject({ total: 0 });
    },
  );

  it('gets the inschrijving with the pupil who is there, and not when it is not known which one that is', async () => {
    const old = await start();
    await addPupil(old, testPersons.hera, inLeerjaar8);
    await addPupil(old, testPersons.zeus, inLeerjaar8);
    await deliver(old);
    const fresh = await freshOf(creation);
    for (const persoon of [testPersons.hera, testPersons.zeus, testPersons.zeus]) {
      await fresh.call('leerlingen.save', { persoon });
    }
    await askOverview(fresh);
    const { keys } = await fresh.call('registratieoverzicht.keys', { group: 'onlyBron' });
    const { taken, failures } = await fresh.call('registratieoverzicht.takeOver', { keys });
    expect([taken, failures.map(({ failure }) => failure.code)]).toEqual([1, ['overzicht-two-pupils']]);
    const { rows } = await fresh.call('leerlingen.list', {});
    expect(rows.map(({ bronState }) => bronState).sort()).toEqual([
      'geen inschrijving',
      'geen inschrijving',
      'geregistreerd',
    ]);
    const made = rows.find(({ bronState }) => bronState === 'geregistreerd')!;
    expect(await fresh.fail('undo.preview', { leerlingId: made.id })).toMatchObject({ code: 'restore-known' });
  });
});

describe('a difference', () => {
  async function registered() {
    const world = await start();
    const { leerlingId } = await addPupil(world, testPersons.zeus, inLeerjaar8);
    await deliver(world);
    await askOverview(world);
    expect(await compared(world)).toMatchObject({ total: 0 });
    return { world, leerlingId };
  }
  const inschrijvingOf = async (world: World, id: number) => {
    const [inschrijving] = (await world.call('leerlingen.get', { id })).inschrijvingen;
    return inschrijving;
  };

  it('gets the value of BRON, of one gegeven or all, and that can be undone', async () => {
    const { world, leerlingId } = await registered();
    await changeInschrijving(world, leerlingId, { adviesVo: '40', datumUitschrijving: '2016-05-01' });
    const row = await onlyRow(world);
    expect([row.group, row.differences.map(({ path, here, bron }) => [path, here, bron])]).toEqual([
      'uitgeschreven',
      [
        ['datumUitschrijving', '2016-05-01', undefined],
        ['adviesVo', '40', '50'],
      ],
    ]);
    const only = [{ part: 'inschrijving' as const, path: 'adviesVo' }];
    await world.call('registratieoverzicht.takeOver', { keys: [row.key], only });
    expect((await onlyRow(world)).differences.map(({ path }) => path)).toEqual(['datumUitschrijving']);
    expect((await inschrijvingOf(world, leerlingId))?.bronState).toBe('aan te leveren');

    await world.call('registratieoverzicht.takeOver', { keys: [row.key] });
    expect(await compared(world)).toMatchObject({ total: 0 });
    expect(await inschrijvingOf(world, leerlingId)).toMatchObject({
      bronState: 'geregistreerd',
      gegevens: inLeerjaar8,
    });
    const { lastChange } = await world.call('leerlingen.get', { id: leerlingId });
    expect(lastChange).toBeDefined();
    const { change } = lastChange!;
    await world.call('undo.perform', { leerlingId, change, confirmed: true });
    expect((await inschrijvingOf(world, leerlingId))?.gegevens.datumUitschrijving).toBe('2016-05-01');
  });

  it('stands with a reason until it changes, or until the reason is taken back', async () => {
    const { world, leerlingId } = await registered();
    await changeInschrijving(world, leerlingId, { adviesVo: '40' });
    const { key } = await onlyRow(world);
    await world.call('registratieoverzicht.letStand', { key, reason: 'Gaat morgen mee.' });
    expect(await compared(world)).toMatchObject({ open: 0, left: 1, total: 0 });
    const { rows } = await world.call('registratieoverzicht.compared', { show: 'left' });
    expect(rows).toMatchObject([{ key, left: { reason: 'Gaat morgen mee.' } }]);
    await changeInschrijving(world, leerlingId, { adviesVo: '30' });
    expect(await compared(world)).toMatchObject({ open: 1, left: 0 });
    await world.call('registratieoverzicht.letStand', { key, reason: 'Toch niet.' });
    await world.call('registratieoverzicht.letStand', { key });
    expect(await compared(world)).toMatchObject({ open: 1, left: 0 });
  });

  it('goes to BRON as it is here, at the next Versturen', async () => {
    const { world, leerlingId } = await registered();
    await changeInschrijving(world, leerlingId, { adviesVo: '40' });
    const { key } = await onlyRow(world);
    await world.call('registratieoverzicht.deliverAgain', { key });
    await deliver(world);
    expect(await compared(world)).toMatchObject({ total: 0 });
    expect(await inschrijvingOf(world, leerlingId)).toMatchObject({ bronState: 'geregistreerd' });
  });
});

it('a pupil who was taken over from BRON stays: undoing that he was made is refused with a sentence', async () => {
  const old = await start();
  await addPupil(old, testPersons.hera, inLeerjaar8);
  await deliver(old);
  const fresh = await freshOf(creation);
  await askOverview(fresh);
  const { keys } = await fresh.call('registratieoverzicht.keys', { group: 'onlyBron' });
  await fresh.call('registratieoverzicht.takeOver', { keys });
  expect(await fresh.fail('undo.preview', { leerlingId: 1 })).toMatchObject({ code: 'restore-known' });
});
