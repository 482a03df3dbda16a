import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactLines, contactToSend } from '../../shared/aansluiting/contactLines.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { START, startConnected, whileUnreachable } from '../support/administration.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

type Line = Awaited<ReturnType<typeof startConnected>>;
let line: Line;

/** A school that starts on 7 December, of which the organisatie BRON holds the contactgegevens of PGNPO. */
beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START), answerTimeoutMs: 5_000 });
  const planning = { brinnummer: '99ZZ', plannedWeek: '2009-12-07', start: '2009-12-07', outdated: true };
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(new URL('/aansluitingen', line.mock.addresses.control), {
    ...{ method: 'POST', headers, body: JSON.stringify(planning) },
  });
  expect(answer.status).toBe(200);
});
afterEach(() => line.close());

function goTo(day: string): void {
  line.world.clock.set(new Date(`${day}T08:00:00Z`));
  line.mock.setClock(new Date(`${day}T08:00:00Z`));
}

const own = async () => (await line.world.call('aansluiting.contact', {})).contact;
const held = async () => (await line.world.call('mijnBron.contact', {})).contactgegevens;
const person = { naam: 'A. Ministratie', telefoonnummer: '0101234567', email: 'administratie@school.example' };
const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', postcode: '2554EJ', plaats: 'Den Haag' };

async function fillIn(): Promise<void> {
  const { hoofdvestiging, aanleverpunten, relatiebeheerder } = await own();
  await line.world.call('aansluiting.saveContact', {
    hoofdvestiging: { ...hoofdvestiging, adres, gemachtigde: person },
    aanleverpunten: aanleverpunten.map((point) => ({ ...point, adres, contactpersoon: person })),
    relatiebeheerder,
  });
}
const different = async () =>
  contactLines(await own(), await held())
    .filter(({ same }) => !same)
    .map(({ of, label }) => `${of}: ${label}`);
const send = async () => {
  const contactgegevens = contactToSend(await own(), await held(), '00');
  return line.world.las.invoke('mijnBron.saveContact', { contactgegevens });
};

describe('contactgegevens beside those of Mijn BRON', () => {
  it('C-21 C-33: those of PGNPO differ field by field, and those of the own aanleverpunt are replaced by what is here', async () => {
    await fillIn();
    expect(await different()).toEqual(
      expect.arrayContaining(['Hoofdvestiging: Huisnummer', 'Gemachtigde: Naam', 'Aanleverpunt 00: LAS']),
    );
    expect(await send()).toMatchObject({ ok: true });
    const left = await different();
    expect(left).toContain('Gemachtigde: Naam');
    expect(left.filter((line) => line.includes('aanleverpunt 00'))).toEqual([]);
  });

  it.each([
    ['2009-11-29', true],
    ['2009-11-30', false],
    ['2009-12-06', false],
  ])('C-34: on %s Mijn BRON takes them: %s', async (day, taken) => {
    await fillIn();
    goTo(day);
    const answer = await send();
    expect(answer.ok).toBe(taken);
    if (!answer.ok) expect(answer.error.message).toContain('Mijn BRON antwoordt:');
  });
});

describe('aantallen to Mijn BRON', () => {
  const path = () => line.world.call('aansluiting.get', {});

  it('C-29 C-31: are reported and noted in one go, and step 6 is done', async () => {
    await addPupil(line.world, testPersons.hera, correctInschrijving());
    await line.world.call('mijnBron.reportAantallen', (await path()).counted);
    expect(await path()).toMatchObject({
      reported: [{ reportedOn: '2009-11-02', leerlingen: 1, ambulant: 0 }],
      aantallenDiffer: false,
    });
    expect((await line.world.call('mijnBron.aantallen', {})).reported[0]).toMatchObject({ leerlingen: 1, ambulant: 0 });
  });

  it('C-32: after an inschrijving they are offered again, and Mijn BRON holds the new ones', async () => {
    await line.world.call('mijnBron.reportAantallen', { leerlingen: 0, ambulant: 0 });
    await addPupil(line.world, testPersons.hera, correctInschrijving());
    expect(await path()).toMatchObject({ aantallenDiffer: true, counted: { leerlingen: 1 } });
    await line.world.call('mijnBron.reportAantallen', (await path()).counted);
    expect((await path()).aantallenDiffer).toBe(false);
  });

  it('C-29: more ambulant begeleid than pupils is refused before it goes anywhere', async () => {
    const failure = await line.world.fail('mijnBron.reportAantallen', { leerlingen: 1, ambulant: 2 });
    expect(failure.code).toBe('aansluiting-ambulant');
    expect((await line.world.call('mijnBron.aantallen', {})).reported).toEqual([]);
  });

  it('are not noted when Mijn BRON cannot be reached', async () => {
    await whileUnreachable(line, async () => {
      expect((await line.world.fail('mijnBron.reportAantallen', { leerlingen: 1, ambulant: 0 })).code).toBe(
        'endpoint-refused',
      );
    });
    expect((await path()).reported).toEqual([]);
  });
});
