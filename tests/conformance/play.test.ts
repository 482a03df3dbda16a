import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';
import type { ControlCall } from './support/berichtCases.ts';
import { base, controleCases } from './support/controleCases.ts';
import { createExchange, type Exchange, type Returned } from './support/wire/exchange.ts';
import { findingsIn } from './support/wire/findings.ts';
import { agree } from './support/wire/outcome.ts';
import { playOfMelding, type Play } from './support/wire/play.ts';

/** One of so many cases, beside those that ask for the most. */
const SAMPLE = 40;
const DEMANDING = /^(312|400|756|305: the geboortedatum of the BRP|known inschrijving: land differs|postcode: not in)/;

let world: MockWorld;
let exchange: Exchange;

beforeAll(async () => {
  world = await createMockWorld({ edition: '2014-12' });
  exchange = await createExchange(world.mock, base().school.brinnummer, '2014-12');
});
afterAll(async () => {
  exchange.close();
  await world.close();
});

async function control({ method, path, body }: ControlCall): Promise<void> {
  const { status } = await fetch(new URL(path, world.mock.addresses.control), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  expect([method, path, status]).toEqual([method, path, 200]);
}

/** Does what stands in a case that was written for another program, with the control interface and bare requests only. */
async function played({ setup, steps }: Play, brinnummer: string): Promise<string[]> {
  await control({ method: 'POST', path: '/reset', body: {} });
  await control({ method: 'POST', path: '/clock', body: { set: setup.clock } });
  await control({ method: 'PUT', path: '/registers', body: setup.registers });
  await control({ method: 'POST', path: '/register', body: { persons: setup.persons } });
  await exchange.use(brinnummer);
  const answered: Returned[] = [];
  for (const step of steps) {
    if (!('post' in step)) await control(step);
    else answered.push(...[(await exchange.sendXml(step.post)).returned].filter((returned) => returned !== undefined));
  }
  const accepted = answered.some(({ content }) => content.statusMelding === 'B');
  return [...answered, ...(accepted ? await exchange.collect() : [])].flatMap((returned) => findingsIn(returned));
}

describe('a case written for another program', () => {
  const cases = controleCases
    .filter(({ name, editions }, index) => editions.length === 2 && (index % SAMPLE === 0 || DEMANDING.test(name)))
    .flatMap((item) => {
      const play = playOfMelding(item);
      return play ? [[`${item.section} ${item.name}`, play, item.context.school.brinnummer] as const] : [];
    });

  it.each(cases)('%s', async (_, play, brinnummer) => {
    const codes = play.expected.map((finding) => finding.split(' ').slice(0, 2).join(' '));
    const got = await played(play, brinnummer);
    expect([got, agree(codes, got)]).toEqual([got, true]);
  });
});
