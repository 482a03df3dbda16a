import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createAnswerCheck } from '../mock-bron/testing/valid.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;
let polls: number;
let answers: Awaited<ReturnType<typeof createAnswerCheck>>;

beforeAll(async () => {
  answers = await createAnswerCheck();
  world = await createMockWorld();
  school = await world.school();
});
afterAll(async () => {
  answers.dispose();
  await world.close();
});
beforeEach(() => {
  world.mock.reset();
  polls = 0;
});
afterEach(() => {
  expect(answers.problems(world.mock)).toEqual([]);
  expect(world.errors).toEqual([]);
});

async function ask(scenario: Record<string, unknown>) {
  const response = await fetch(new URL('/scenarios', world.mock.addresses.control), {
    method: 'POST',
    body: JSON.stringify(scenario),
    headers: { 'Content-Type': 'application/json' },
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

/** What came back, as `number of the message: codes`. */
async function fetched(from = school): Promise<string[]> {
  polls += 1;
  const bundle: Partial<Message<7>> = await from.poll(String(polls));
  const lists = [
    [8, bundle.identificatieverzoekAntwoord],
    [9, bundle.wijzigingSleutelgegevensAntwoord],
    [10, bundle.meldingInschrijvingAntwoord],
    [11, bundle.verwijderenInschrijvingAntwoord],
    [12, bundle.terugkoppelingRegistratieoverzicht],
    [13, bundle.terugkoppelingAfkeuring],
  ] as const;
  return lists.flatMap(([nr, list = []]) =>
    list.map((item) =>
      [nr, ...('signaal' in item ? (item.signaal ?? []) : []).map(({ signaalcode }) => signaalcode)].join(' '),
    ),
  );
}

describe('a signaal on demand', () => {
  it('of ernst A refuses the next melding, and the one after it goes well', async () => {
    expect((await ask({ signaal: '322' })).json).toMatchObject({ signaal: '322', ernst: 'A', times: 1 });
    await school.meld(correctMelding('M1', pupils.hera));
    expect(await fetched()).toEqual(['13 322']);
    expect(world.mock.register('99ZZ')).toEqual([]);
    await school.meld(correctMelding('M2', pupils.hera));
    expect(await fetched()).toEqual(['10']);
  });

  it('of ernst S goes with what was registered', async () => {
    await ask({ signaal: '400', times: 2 });
    for (const id of ['M1', 'M2', 'M3']) await school.meld(correctMelding(id, pupils.hera));
    expect(await fetched()).toEqual(['10 400', '10 400', '10']);
  });

  it('hits only the pupil, the school and the message that were asked for', async () => {
    const other = await world.school('98AA');
    await ask({ signaal: '322', pgn: pupils.zeus.burgerservicenummer });
    await ask({ signaal: '341', brinnummer: '98AA' });
    await ask({ signaal: '304', nr: 4 });
    await school.meld(correctMelding('M1', pupils.hera));
    await school.meld(correctMelding('M2', pupils.zeus));
    await other.meld(correctMelding('M1', pupils.remi));
    expect((await fetched()).sort()).toEqual(['10', '13 322']);
    expect(await fetched(other)).toEqual(['13 341']);
    const { postcode: _, ...persoon } = pupils.hera;
    await school.send(4, {
      berichtidentificatie: 'M3',
      persoon: [persoon],
      identificatieInschrijving: [{ datumInschrijving: '2009-08-01' }],
    });
    expect(await fetched()).toEqual(['13 304']);
  });

  it('comes back to every kind of message', async () => {
    await ask({ signaal: '956' });
    await school.send(1, { berichtidentificatie: 'I1', persoonMetPgn: [pupils.hera] });
    expect(await fetched()).toEqual(['8 956']);
    await ask({ signaal: '991' });
    await school.ask({ berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-10-01' }] });
    expect(await fetched()).toEqual(['12']);
    await ask({ signaal: '990' });
    await school.ask({ berichtidentificatie: 'V2', selectiegegevens: [{ peildatum: '2009-10-01' }] });
    expect(await fetched()).toEqual(['13 990']);
  });

  it('says what the tester wants it to say', async () => {
    await ask({ signaal: '990', omschrijving: 'Neem contact op met DUO.' });
    await school.meld(correctMelding('M1', pupils.hera));
    const { terugkoppelingAfkeuring } = await school.poll('1');
    expect(terugkoppelingAfkeuring?.[0]?.signaal).toEqual([
      { signaalcode: '990', omschrijving: 'Neem contact op met DUO.' },
    ]);
  });

  it('can be listed and cleared', async () => {
    await ask({ signaal: '322' });
    const scenarios = new URL('/scenarios', world.mock.addresses.control);
    expect(await (await fetch(scenarios)).json()).toMatchObject({ scenarios: [{ signaal: '322' }] });
    await fetch(scenarios, { method: 'DELETE' });
    expect(await (await fetch(scenarios)).json()).toEqual({ scenarios: [] });
  });

  it.each([
    [{ signaal: '999' }, '7.1.16'],
    [{ signaal: '366' }, 'signaal-366'],
    [{ signaal: '400', nr: 5 }, 'ernst S'],
    [{ signaal: '322', nr: 6 }, 'nr'],
    [{ signaal: '322', unknown: 1 }, 'unknown'],
  ])('refuses %j', async (scenario, reason) => {
    expect(await ask(scenario)).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining(reason) as string },
    });
  });
});
