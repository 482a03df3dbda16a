import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { FaultKind } from '../mock-bron/faults.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

type Selection = Pick<Input<'exchange.requestRegistratieoverzicht'>, 'vestigingsvolgnummer' | 'leerlingIds'>;
const DAY = 24 * 60;
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const wait = (minutes: number) => advance(line, minutes);
const fetchAll = async () => {
  wait(31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const askOverview = (peildatum?: string, selection: Selection = {}) =>
  line.world.call('exchange.requestRegistratieoverzicht', {
    ...selection,
    ...(peildatum === undefined ? {} : { peildatum }),
  });
const berichten = async () => (await line.world.call('exchange.berichten', {})).rows;
const states = async () => (await berichten()).map(({ state }) => state).reverse();
const newest = async () => (await berichten())[0];
const sentIds = () =>
  line.mock.messages({ direction: 'in', nr: 3 }).map(({ berichtidentificatie }) => berichtidentificatie);
const signalen = async () =>
  (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen.flatMap((one) => one.signalen);

/** A melding that BRON got and answers; or one that it never got, or got and works off only after a week. */
const add = async (persoon: Partial<(typeof testPersons)['hera'] | { geslacht: string }> = {}, gegevens = {}) => {
  ({ leerlingId } = await addPupil(line.world, { ...testPersons.hera, ...persoon }, correctInschrijving(gegevens)));
};
const withFault = async (kind: FaultKind, gegevens = {}) => {
  await add({}, gegevens);
  line.mock.setFault({ kind, nr: 3, times: 1, seconds: 7 * DAY * 60 });
  await send();
};

/** `allowed`, or the code of the refusal. */
async function offerAgain(id?: number): Promise<string> {
  const berichtId = id ?? (await newest())?.id ?? 0;
  const input = { berichtId, reason: 'De Helpdesk BRON vroeg erom.' };
  const result = await line.world.las.invoke('exchange.offerAgain', input);
  return result.ok ? 'allowed' : result.error.code;
}

const afgekeurd = async () => {
  await add({ geslacht: 'M' });
  await send();
  await fetchAll();
};
/** An uncertain melding, and a day later the overview of a selection that does not have it. */
const missingIn = (selection: () => Selection | Promise<Selection>) => async () => {
  await withFault('timeout-before');
  await fetchAll();
  wait(DAY + 1);
  await askOverview(undefined, await selection());
  await fetchAll();
};
const other = async () => (await addPupil(line.world, testPersons.zeus)).leerlingId;

const cases: [state: string, reach: () => Promise<unknown>, outcome: string][] = [
  ['afgekeurd, the same content', afgekeurd, 'allowed'],
  [
    'afgekeurd, what BRON does not get changed',
    () => afgekeurd().then(() => changePersoon(line.world, leerlingId, { roepnaam: 'Ander' })),
    'allowed',
  ],
  [
    'afgekeurd, changed',
    () => afgekeurd().then(() => changePersoon(line.world, leerlingId, { geslacht: 'V' })),
    'offer-again-changed',
  ],
  ['geweigerd', () => withFault('signaal-359'), 'allowed'],
  [
    'geweigerd, changed',
    () => withFault('signaal-359').then(() => changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' })),
    'offer-again-changed',
  ],
  ['tegengehouden', () => add({}, { gewicht: [] }).then(send), 'offer-again-not-needed'],
  ['geregistreerd', () => add().then(send).then(fetchAll), 'offer-again-not-needed'],
  ['in behandeling, just sent', () => add().then(send), 'offer-again-too-early'],
  ['onzeker, just sent', () => withFault('timeout-before'), 'offer-again-too-early'],
  [
    'onzeker, a day later and nothing asked',
    () => withFault('timeout-before').then(() => wait(DAY + 1)),
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview on the day of the melding',
    async () => {
      await withFault('timeout-before');
      await askOverview();
      await fetchAll();
      wait(DAY + 1);
    },
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview asked a day later and not fetched',
    async () => {
      await withFault('timeout-before');
      await fetchAll();
      wait(DAY + 1);
      await askOverview();
    },
    'offer-again-unknown',
  ],
  [
    'onzeker, a day later only by the clock of this computer',
    async () => {
      await withFault('timeout-before');
      await fetchAll();
      line.world.clock.set(new Date(line.world.clock.now().getTime() + DAY * 60_000));
      await askOverview('2009-11-02');
      await fetchAll();
    },
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview of a day before the inschrijving',
    async () => {
      await withFault('timeout-before');
      await fetchAll();
      wait(DAY + 1);
      await askOverview('2009-07-31');
      await fetchAll();
    },
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview asked a day later does not have it',
    async () => {
      await withFault('timeout-before');
      await fetchAll();
      wait(DAY + 1);
      await askOverview();
      await fetchAll();
    },
    'allowed',
  ],
  [
    'onzeker, an overview of its pupil does not have it',
    missingIn(async () => ({ leerlingIds: [await other(), leerlingId] })),
    'allowed',
  ],
  [
    'onzeker, an overview of another pupil does not have it',
    missingIn(async () => ({ leerlingIds: [await other()] })),
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview of its vestiging does not have it',
    missingIn(() => ({ vestigingsvolgnummer: '00' })),
    'allowed',
  ],
  [
    'onzeker, an overview of another vestiging does not have it',
    missingIn(() => ({ vestigingsvolgnummer: '01' })),
    'offer-again-unknown',
  ],
  [
    'onzeker, an overview of its pupil by another sex than the melding says does not have it',
    missingIn(async () => {
      await changePersoon(line.world, leerlingId, { geslacht: 'M' });
      return { leerlingIds: [leerlingId] };
    }),
    'offer-again-unknown',
  ],
  [
    'in behandeling, an overview asked a day later does not have it',
    async () => {
      await withFault('late');
      wait(DAY + 1);
      await askOverview();
      await fetchAll();
    },
    'allowed',
  ],
];

describe('offering a melding again that is', () => {
  for (const [state, reach, outcome] of cases) {
    it(`${state}: ${outcome}`, async () => {
      await reach();
      const before = await states();
      expect(await offerAgain()).toBe(outcome);
      expect(await states()).toEqual(outcome === 'allowed' ? [...before.slice(0, -1), 'vervallen'] : before);
    });
  }
});

it('goes out under a new berichtidentificatie, without the old signalen, and stands in the log of changes', async () => {
  await afgekeurd();
  expect(await signalen()).not.toEqual([]);
  expect((await newest())?.offerable).toBe(true);
  expect(await offerAgain()).toBe('allowed');
  expect(await signalen()).toEqual([]);
  expect((await newest())?.offerable).toBe(false);
  await send();
  expect(new Set(sentIds()).size).toBe(2);
  await fetchAll();
  expect(await states()).toEqual(['vervallen', 'afgekeurd']);
  const log = await line.world.call('changes.list', {});
  expect(JSON.stringify(log)).toContain('offeredAgain');
});

it('one that is not the newest any more is left alone', async () => {
  await afgekeurd();
  const first = (await newest())?.id ?? 0;
  await changePersoon(line.world, leerlingId, { geslacht: 'V' });
  await send();
  expect(await offerAgain(first)).toBe('offer-again-not-needed');
});

it('what was given up while it was uncertain and is registered after all: its terugkoppeling counts', async () => {
  await withFault('late');
  wait(DAY + 1);
  await askOverview();
  await fetchAll();
  expect(await offerAgain()).toBe('allowed');
  wait(7 * DAY);
  await fetchAll();
  expect(await states()).toEqual(['geregistreerd']);
  await send();
  expect(sentIds()).toHaveLength(1);
});

it('a terugkoppeling that only repeats what settled it before does not bring it back', async () => {
  await afgekeurd();
  expect(await offerAgain()).toBe('allowed');
  line.mock.setFault({ kind: 'bundle-replayed', nr: 6, times: 1 });
  await fetchAll();
  expect(await states()).toEqual(['vervallen']);
  expect(await signalen()).toEqual([]);
});

it('of a pupil who left before: the registratieoverzicht of today says nothing of it, and the program names the day that does', async () => {
  await withFault('timeout-before', { datumUitschrijving: '2009-10-16' });
  await fetchAll();
  wait(DAY + 1);
  await askOverview();
  await fetchAll();
  const berichtId = (await newest())?.id ?? 0;
  const failure = await line.world.fail('exchange.offerAgain', { berichtId, reason: 'BRON heeft haar niet.' });
  expect(failure).toMatchObject({
    code: 'offer-again-unknown',
    remedy: expect.stringContaining('met de peildatum 16-10-2009') as string,
  });
  await askOverview('2009-10-16');
  await fetchAll();
  expect(await offerAgain()).toBe('allowed');
});
