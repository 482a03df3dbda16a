import { afterEach, describe, expect, it } from 'vitest';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils, terugkoppelingIds as ids } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;

async function begin(options?: Parameters<typeof createMockWorld>[0]) {
  world = await createMockWorld(options);
  school = await world.school();
}
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const meld = async (...list: [string, keyof typeof pupils][]) => {
  for (const [id, pupil] of list) await school.meld(correctMelding(id, pupils[pupil]));
};
const misuse = () => world.mock.state().polls[0]?.misuse;

describe('the terugkoppelvoorraad (PvE 5.6.6)', () => {
  it('higher confirms, equal repeats and tops up, lower is refused and changes nothing', async () => {
    await begin();
    await meld(['M1', 'hera'], ['M2', 'zeus']);
    expect(ids(await school.poll('1'))).toEqual(['M1', 'M2']);
    await meld(['M3', 'remi']);
    expect(ids(await school.poll('1'))).toEqual(['M1', 'M2', 'M3']);
    const refused = await school.poll('0');
    expect(refused.signaal?.[0]?.signaalcode).toBe('396');
    expect(ids(refused)).toEqual([]);
    expect(ids(await school.poll('1'))).toEqual(['M1', 'M2', 'M3']);
    await meld(['M4', 'odin']);
    expect(ids(await school.poll('2'))).toEqual(['M4']);
    expect(ids(await school.poll('3'))).toEqual([]);
  });

  it('keeps a bundle below the maximum, and sends what is larger alone (R21)', async () => {
    await begin({ bundleBytes: 6000 });
    await meld(['M1', 'hera'], ['M2', 'zeus'], ['M3', 'remi'], ['M4', 'odin'], ['M5', 'loki']);
    const seen: string[] = [];
    for (let poll = 1; seen.length < 5; poll += 1) {
      const { body } = await school.post(encodeEnvelope(6, { berichtidentificatie: String(poll) }, school.header));
      expect(body.length).toBeLessThanOrEqual(6000);
      const found = [...body.toString('utf8').matchAll(/<berichtidentificatie>(M\d)</g)].map(([, id]) => id ?? '');
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(5);
      seen.push(...found);
    }
    expect(seen).toEqual(['M1', 'M2', 'M3', 'M4', 'M5']);
    await world.restart({ bundleBytes: 0 });
    school = await world.school();
    await meld(['M6', 'hera'], ['M7', 'zeus']);
    expect(ids(await school.poll('11'))).toEqual(['M6']);
    expect(ids(await school.poll('12'))).toEqual(['M7']);
  });

  it('is one per aanleverpunt', async () => {
    await begin();
    const other = await world.school('99ZZ', '01');
    await meld(['M1', 'hera']);
    expect(ids(await other.poll('1'))).toEqual([]);
    expect(ids(await school.poll('1'))).toEqual(['M1']);
  });

  it('answers empty within 30 minutes of an empty answer, and counts it as misuse (R20)', async () => {
    await begin();
    expect(ids(await school.poll('1'))).toEqual([]);
    await meld(['M1', 'hera']);
    world.mock.advanceClock(29 * 60);
    expect(ids(await school.poll('2'))).toEqual([]);
    expect(misuse()).toBe(1);
    expect(world.mock.messages({ direction: 'out', berichtidentificatie: '2' })[0]?.note).toContain('misbruik');
    world.mock.advanceClock(60);
    expect(ids(await school.poll('3'))).toEqual(['M1']);
    expect(misuse()).toBe(1);
  });

  it('may make the pause longer at every misuse', async () => {
    await begin({ polling: { measure: 'longer', pauseMinutes: 10 } });
    await school.poll('1');
    await meld(['M1', 'hera']);
    world.mock.advanceClock(9 * 60);
    expect(ids(await school.poll('2'))).toEqual([]);
    world.mock.advanceClock(9 * 60);
    expect(ids(await school.poll('3'))).toEqual([]);
    world.mock.advanceClock(10 * 60);
    expect(ids(await school.poll('4'))).toEqual(['M1']);
    expect(misuse()).toBe(2);
  });

  it('may turn misuse away with HTTP 503 until the pause is over, without using up the id', async () => {
    await begin();
    world.mock.setPolling({ measure: 'busy' });
    await school.poll('1');
    await meld(['M1', 'hera']);
    world.mock.advanceClock(29 * 60);
    const { status, headers } = await school.post(encodeEnvelope(6, { berichtidentificatie: '2' }, school.header));
    expect([status, Number(headers['retry-after']) <= 60]).toEqual([503, true]);
    expect(misuse()).toBe(1);
    world.mock.advanceClock(60);
    expect(ids(await school.poll('2'))).toEqual(['M1']);
  });

  it('takes the same id after an empty answer for a repeat, not for misuse', async () => {
    await begin();
    await school.poll('1');
    expect(await school.poll('1')).toEqual({ berichtidentificatie: '1', datumTerugkoppeling: '2009-11-02' });
    expect(misuse()).toBe(0);
  });

  it('survives a restart, with clock, used ids and poll state', async () => {
    await begin();
    await meld(['M1', 'hera']);
    await school.poll('5');
    world.mock.advanceClock(3 * 86_400);
    await world.restart();
    school = await world.school();
    expect(world.mock.state().clock.date).toBe('2009-11-05');
    expect((await school.poll('4')).signaal?.[0]?.signaalcode).toBe('396');
    expect(ids(await school.poll('5'))).toEqual(['M1']);
    expect((await school.meld(correctMelding('M1', pupils.hera))).signaal?.[0]?.signaalcode).toBe('396');
    expect(world.mock.register('99ZZ')).toHaveLength(1);
    expect(world.mock.messages().length).toBeGreaterThan(3);
  });
});

describe('processing', () => {
  it('waits the processing time of the clock, and never registers twice', async () => {
    await begin({ load: { processingSeconds: { from: 3600, to: 3600 } } });
    await meld(['M1', 'hera']);
    expect(world.mock.state().messages).toMatchObject({ aangenomen: 1, geregistreerd: 0 });
    world.mock.advanceClock(3600);
    expect(world.mock.state().messages).toMatchObject({ aangenomen: 0, geregistreerd: 1 });
    for (let round = 0; round < 3; round += 1) world.mock.advanceClock(3600);
    await world.restart();
    school = await world.school();
    expect(world.mock.register('99ZZ')).toMatchObject([{ version: 1 }]);
    expect(ids(await school.poll('1'))).toEqual(['M1']);
  });

  it('gives a changed inschrijving a new version and returns the new stand', async () => {
    await begin();
    await meld(['M1', 'hera']);
    await school.meld(correctMelding('M2', pupils.hera, { datumUitschrijving: '2009-10-01' }));
    const bundle = await school.poll('1');
    expect(bundle.meldingInschrijvingAntwoord?.[1]?.inschrijvingWpo?.[0]?.datumUitschrijving).toBe('2009-10-01');
    expect(world.mock.register('99ZZ')).toMatchObject([{ version: 2, berichtidentificatie: 'M2' }]);
  });

  it('refuses an unknown combination with bericht 13 and registers nothing', async () => {
    await begin();
    await school.meld(correctMelding('M1', { ...pupils.hera, geslacht: 'M' }));
    const bundle = await school.poll('1');
    expect(bundle.meldingInschrijvingAntwoord).toBeUndefined();
    expect(bundle.terugkoppelingAfkeuring).toMatchObject([
      { berichtidentificatie: 'M1', signaal: [{ signaalcode: '753' }] },
    ]);
    expect(world.mock.register('99ZZ')).toEqual([]);
  });

  it('356: a WEC school may not deliver an inschrijving WPO', async () => {
    await begin();
    const wec = await world.school('98AE');
    await wec.meld(correctMelding('M1', pupils.hera));
    const [refusal] = (await wec.poll('1')).terugkoppelingAfkeuring ?? [];
    expect(refusal?.signaal?.map(({ signaalcode }) => signaalcode)).toEqual(['356']);
  });

  it('311: a second inschrijving that overlaps', async () => {
    await begin();
    await meld(['M1', 'hera']);
    await school.meld(correctMelding('M2', pupils.hera, { datumInschrijving: '2009-09-01' }));
    const bundle = await school.poll('1');
    expect(ids(bundle)).toEqual(['M1', 'M2']);
    expect(bundle.terugkoppelingAfkeuring?.[0]?.signaal?.map(({ signaalcode }) => signaalcode)).toContain('311');
  });

  it('312: a melding that is processed after one that was delivered later', async () => {
    await begin();
    world.mock.setFault({ kind: 'late', times: 1, seconds: 7200 });
    await meld(['M1', 'hera']);
    await school.meld(correctMelding('M2', pupils.hera, { datumUitschrijving: '2009-10-01' }));
    expect(ids(await school.poll('1'))).toEqual(['M2']);
    world.mock.advanceClock(7200);
    const [refusal] = (await school.poll('2')).terugkoppelingAfkeuring ?? [];
    expect(refusal?.berichtidentificatie).toBe('M1');
    expect(refusal?.signaal?.[0]?.signaalcode).toBe('312');
    expect(refusal?.signaal?.[0]?.omschrijving).toContain('M2');
    expect(world.mock.register('99ZZ')).toMatchObject([{ version: 1, berichtidentificatie: 'M2' }]);
  });
});

describe('identification (PvE 4.2.7)', () => {
  const zonder = (achternaam: string, geboortedatum = '2001-12-31') => ({
    persoonMetPgn: undefined,
    persoonZonderPgn: [
      {
        leerlingnummer: '4711',
        geboortedatum,
        geslacht: 'V',
        postcode: '2548AE',
        achternaam,
        voornamen: 'Hera',
        straatnaam: 'Teststraat',
        huisnummer: '1',
      },
    ],
  });

  it('finds a BSN by name, birth date and sex, and echoes the leerlingnummer', async () => {
    await begin();
    const { persoonMetPgn: _, ...rest } = correctMelding('M1', pupils.hera);
    await school.meld({ ...rest, persoonZonderPgn: zonder('Jager').persoonZonderPgn });
    const [answer] = (await school.poll('1')).meldingInschrijvingAntwoord ?? [];
    expect(answer?.persoon?.[0]).toMatchObject({ burgerservicenummer: '999992533', leerlingnummer: '4711' });
  });

  it('757 gives an onderwijsnummer, 756 finds it again', async () => {
    await begin();
    const { persoonMetPgn: _, ...rest } = correctMelding('M1', pupils.hera);
    await school.meld({ ...rest, persoonZonderPgn: zonder('Onbekend').persoonZonderPgn });
    await school.meld({ ...rest, berichtidentificatie: 'M2', persoonZonderPgn: zonder('Onbekend').persoonZonderPgn });
    const [first, second] = (await school.poll('1')).meldingInschrijvingAntwoord ?? [];
    const number = first?.persoon?.[0]?.onderwijsnummer ?? '';
    expect(first?.signaal?.map(({ signaalcode }) => signaalcode)).toContain('757');
    expect(second?.signaal?.map(({ signaalcode }) => signaalcode)).toContain('756');
    expect(second?.persoon?.[0]?.onderwijsnummer).toBe(number);
    await school.meld(
      correctMelding('M3', { onderwijsnummer: number, geboortedatum: '2001-12-31', geslacht: 'V', postcode: '2548AE' }),
    );
    expect(ids(await school.poll('2'))).toEqual(['M3']);
    expect(world.mock.register('99ZZ')).toMatchObject([{ onderwijsnummer: number, version: 3 }]);
  });
});
