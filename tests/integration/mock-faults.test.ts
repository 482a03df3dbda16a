import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeEnvelope, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { eachWithMock } from '../support/mockWorld.ts';

let world: MockWorld;
let school: TestSchool;

eachWithMock((made, madeSchool) => {
  world = made;
  school = madeSchool;
});

const body = () => encodeEnvelope(3, correctMelding('M1', pupils.hera), school.header);
const registered = () => world.mock.register('99ZZ').length;
const status = async () => {
  const answer = await school.post(body());
  return decodeMessage(17, readEnvelope(answer.body.toString('utf8')).node);
};

describe('faults that were asked for', () => {
  it.each([
    ['timeout-before', 0],
    ['timeout-after', 1],
    ['break-before', 0],
    ['break-after', 1],
  ] as const)('%s: no answer', async (kind, count) => {
    world.mock.setFault({ kind, times: 1 });
    await expect(school.post(body(), {}, 500)).rejects.toThrow();
    expect(registered()).toBe(count);
    // The LAS offers it again: lost it is taken, received it is 396.
    const again = await status();
    expect(again.statusMelding).toBe(count === 0 ? 'B' : 'A');
    if (count === 1) expect(again.signaal?.[0]?.signaalcode).toBe('396');
    expect(registered()).toBe(1);
    expect(world.mock.register('99ZZ')[0]?.version).toBe(1);
    expect(world.mock.messages({ direction: 'out' })[0]?.note).toBe(`storing: ${kind}`);
  });

  it('http-500: a SOAP fault, nothing processed', async () => {
    world.mock.setFault({ kind: 'http-500', times: 2 });
    expect((await school.post(body())).status).toBe(500);
    expect((await school.post(body())).status).toBe(500);
    expect((await status()).statusMelding).toBe('B');
  });

  it('signaal-358: in 17 and in 7, nothing processed', async () => {
    world.mock.setFault({ kind: 'signaal-358' });
    expect(await status()).toMatchObject({ statusMelding: 'A', signaal: [{ signaalcode: '358' }] });
    expect((await school.poll('1')).signaal).toMatchObject([{ signaalcode: '358' }]);
    world.mock.clearFaults();
    expect((await status()).statusMelding).toBe('B');
  });

  it('slow: the answer comes late, and comes', async () => {
    world.mock.setFault({ kind: 'slow', times: 1, seconds: 1 });
    const before = performance.now();
    expect((await status()).statusMelding).toBe('B');
    expect(performance.now() - before).toBeGreaterThan(900);
  });

  it('only for the message it was asked for', async () => {
    world.mock.setFault({ kind: 'http-500', nr: 6 });
    expect((await status()).statusMelding).toBe('B');
    const poll = encodeEnvelope(6, { berichtidentificatie: '1' }, school.header);
    expect((await school.post(poll)).status).toBe(500);
    world.mock.clearFaults();
    expect((await school.poll('1')).meldingInschrijvingAntwoord).toHaveLength(1);
  });

  it('from the start, and those of chance as the seed of the mock says', async () => {
    const hits = async () => {
      await world.restart({ faults: [{ kind: 'http-503', nr: 6, chance: 0.5 }] });
      school = await world.school();
      const statuses: number[] = [];
      for (let poll = 0; poll < 20; poll += 1) {
        const verzoek = encodeEnvelope(6, { berichtidentificatie: '9' }, school.header);
        statuses.push((await school.post(verzoek)).status);
      }
      return statuses;
    };
    const first = await hits();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await hits()).toEqual(first);
  });

  it('a bundle whose answer was lost comes again under the same id', async () => {
    await status();
    world.mock.setFault({ kind: 'break-after', nr: 6, times: 1 });
    await expect(school.poll('1')).rejects.toThrow();
    expect((await school.poll('1')).meldingInschrijvingAntwoord).toHaveLength(1);
    expect((await school.poll('2')).meldingInschrijvingAntwoord).toBeUndefined();
  });
});
