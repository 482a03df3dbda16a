import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** A melding of this aanleverpunt that this administration does not know: it left after the backup that was put back, or from a copy. */
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected();
  ({ leerlingId } = await addPupil(line.world, testPersons.hera));
  await line.world.call('exchange.send', {});
  await fetch();
});
afterEach(async () => {
  await line.close();
});

const fetch = () => fetchTerugkoppelingen(line);
const stateOf = async () => (await line.world.call('leerlingen.get', { id: leerlingId })).bronState;

async function fromElsewhere(
  berichtidentificatie: string,
  aanduidingNnca: string,
  { postcode = testPersons.hera.postcode }: { postcode?: string } = {},
): Promise<void> {
  const { burgerservicenummer, geboortedatum, geslacht } = testPersons.hera;
  const persoon = { burgerservicenummer, geboortedatum, geslacht, postcode };
  const school = await createTestSchool(line.mock);
  await school.meld(
    correctMelding(berichtidentificatie, persoon, {
      aanduidingNnca,
      leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep: '3a' }],
    }),
  );
  school.close();
}

describe('the terugkoppeling to a melding that is not known here', () => {
  it('tells what BRON has now: what is kept here is delivered anew, and BRON ends with that', async () => {
    await fromElsewhere('ELDERS0000000001', '2');
    expect(await fetch()).toMatchObject({ received: 1, geregistreerd: 1, unmatched: 0 });
    expect(await stateOf()).toBe('aan te leveren');

    await line.world.call('exchange.send', {});
    await fetch();
    expect(await stateOf()).toBe('geregistreerd');
    expect(line.mock.register('99ZZ')).toMatchObject([{ content: { aanduidingNnca: '1' } }]);
  });

  it('brings its signalen to the pupil, and what BRON has can be taken over', async () => {
    await fromElsewhere('ELDERS0000000001', '1', { postcode: '2517JR' });
    expect(await fetch()).toMatchObject({ received: 1, metSignaal: 1, unmatched: 0 });
    const { inschrijvingen } = await line.world.call('leerlingen.get', { id: leerlingId });
    expect(inschrijvingen[0]?.signalen).toMatchObject([{ code: '770', state: 'open', lasValue: '2517JR' }]);

    await line.world.call('terugkoppelingen.takeOver', { signaalId: inschrijvingen[0]?.signalen[0]?.id ?? 0 });
    await line.world.call('exchange.send', {});
    await fetch();
    expect(await stateOf()).toBe('geregistreerd');
  });

  it('changes nothing when BRON has what is kept here', async () => {
    await fromElsewhere('ELDERS0000000001', '1');
    await fetch();
    expect(await stateOf()).toBe('geregistreerd');
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0 });
  });
});

describe('a copy that asked for terugkoppelingen under a higher number', () => {
  for (const [text, ahead] of [
    ['a day', 1],
    ['a month', 30],
    ['half a year', 180],
  ] as const)
    it(`with a clock ${text} ahead: the run goes on under a higher one, and nobody need press again`, async () => {
      const school = await createTestSchool(line.mock);
      const number = line.world.clock.now().getTime() + ahead * 86_400_000;
      await school.poll(String(number).padStart(16, '0'));
      school.close();
      await fromElsewhere('ELDERS0000000001', '2');
      advance(line, 31);
      expect(await fetch()).toMatchObject({ received: 1, problems: [] });
    });
});
