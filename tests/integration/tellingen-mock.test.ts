import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { begeleid } from '../mock-bron/testing/aansluiting.ts';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** GTBs, vergelijkingsoverzicht and reactie over TLS with the mock BRON; 99ZZ starts on 16 November 2009. */
let line: Awaited<ReturnType<typeof startConnected>>;
const call: (typeof line)['world']['call'] = (name, input) => line.world.call(name, input);

async function control(method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(new URL(path, line.mock.addresses.control), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(response.status, await response.text()).toBe(200);
}
const delay = (werkdagen: number) => control('PUT', '/gtb-delay', { werkdagen });

/** Moves both clocks to nine o'clock on a day. */
function goTo(day: string): void {
  advance(line, (Date.parse(`${day}T08:00:00Z`) - line.world.clock.now().getTime()) / 60_000);
}
async function exchange(): Promise<void> {
  await call('exchange.send', {});
  await fetchTerugkoppelingen(line);
}

beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(new Date('2009-10-05T07:00:00Z')) });
  const [plannedWeek, akkoordverklaring] = ['2009-11-16', '2009-10-05'];
  await control('POST', '/aansluitingen', { brinnummer: '99ZZ', plannedWeek, start: plannedWeek, akkoordverklaring });
  await delay(0);
  goTo('2009-12-01');
});
afterEach(() => line.close());

const { hera, zeus } = testPersons;
const peildatum = '2009-10-01';
const gtbOfOctober = async () =>
  (await call('tellingen.gtbs', {})).gtbs.find(
    (gtb) => gtb.peildatum === peildatum && gtb.vestigingsvolgnummer === '00',
  );
const different = async () =>
  (await call('tellingen.different', { peildatum })).rows.map(({ naam, causes }) => [naam, causes[0]?.text]);

describe('the GTBs of the mock', () => {
  it('C-56 C-60: are there on the seventh werkdag, not the day before; until then the program says that they can come', async () => {
    await delay(7);
    await addPupil(line.world, hera);
    await exchange();
    goTo('2009-12-09');
    expect(await call('mijnBron.fetchGtbs', {})).toEqual({ total: 0, fetched: [] });
    expect(await call('tellingen.gtbs', {})).toMatchObject({ exchangedOn: '2009-12-01', newBy: '2009-12-10' });
    goTo('2009-12-10');
    expect((await call('tellingen.gtbs', {})).newBy).toBe('2009-12-10');
    const { total, fetched } = await call('mijnBron.fetchGtbs', {});
    expect(fetched).toHaveLength(total);
    const { gtbs, newBy } = await call('tellingen.gtbs', {});
    expect(newBy).toBeUndefined();
    expect(gtbs.filter(({ picked }) => picked).map((gtb) => [gtb.vestigingsvolgnummer, gtb.peildatum])).toEqual([
      ['00', '2010-03-01'],
      ['01', '2010-03-01'],
    ]);
    expect(await call('mijnBron.fetchGtbs', {})).toEqual({ total, fetched: [] });
  });

  it('C-61: what differs from the own count is changed, sent anew, and then stands on the next GTB', async () => {
    const { leerlingId } = await addPupil(line.world, hera);
    await addPupil(line.world, zeus);
    await exchange();
    await call('mijnBron.fetchGtbs', {});
    expect([(await gtbOfOctober())?.totaal, await different()]).toEqual([2, []]);

    goTo('2009-12-02');
    await changeInschrijving(line.world, leerlingId, {
      indicatieBekostiging: [{ begindatum: '2009-08-01', indicatieBekostiging: 'false' }],
    });
    expect(await different()).toEqual([['Jager, Hera de', 'De wijziging is nog niet naar BRON verstuurd.']]);
    await exchange();
    expect(await different()).toEqual([
      ['Jager, Hera de', 'BRON verwerkte de laatste wijziging na 1-12-2009; die komt op de volgende GTB.'],
    ]);
    await call('mijnBron.fetchGtbs', {});
    expect(await gtbOfOctober()).toMatchObject({ totaal: 1, notCounted: 1 });
    expect(await different()).toEqual([]);
  });
});

describe('the vergelijkingsoverzicht and the reactie', () => {
  const giveForm = (onderwijssoort: string) =>
    control('PUT', '/aansluitingen/99ZZ/cfi', {
      leerlingen: [
        {
          ...{ pgn: hera.burgerservicenummer, geboortedatum: hera.geboortedatum, onderwijssoort },
          cviNummer: begeleid.lgfIndicatie[0]?.cviNummer,
        },
      ],
    });
  const overview = () => call('tellingen.vergelijkingsoverzicht', {});

  it('C-62 C-64: a difference comes in with what each side has, and goes when DUO-CFI has what BRON has', async () => {
    await addPupil(line.world, hera, correctInschrijving(begeleid));
    await exchange();
    await giveForm('32');
    await call('mijnBron.fetchVergelijkingsoverzicht', {});
    expect((await overview()).overview?.rows).toMatchObject([
      { kind: 'V4', naam: 'Jager, Hera de', gegevens: [{ name: 'Onderwijssoort indicatie' }] },
    ]);
    goTo('2009-12-02');
    await giveForm('31');
    expect(await call('mijnBron.fetchVergelijkingsoverzicht', {})).toEqual({});
    expect(await overview()).toMatchObject({ state: 'none' });
  });

  it('C-65: the reactie is taken of the gemachtigde whom Mijn BRON knows, and of nobody else', async () => {
    await addPupil(line.world, hera);
    await exchange();
    await call('mijnBron.fetchGtbs', {});
    const { gtbs } = await call('tellingen.reactie', {});
    const reactie = { choice: 'akkoord', gtbs: gtbs.map(({ kenmerk }) => kenmerk), confirmed: true } as const;
    const refused = await line.world.fail('mijnBron.giveReactie', reactie);
    expect(refused.code).toBe('reactie-other-gemachtigde');
    expect((await call('tellingen.reactie', {})).given).toEqual([]);

    const { naam } = (await call('mijnBron.contact', {})).contactgegevens.hoofdvestiging.gemachtigde;
    const settings = await call('settings.get', {});
    const gemachtigde = { ...settings.school.gemachtigde, naam };
    await call('settings.save', { ...settings, school: { ...settings.school, gemachtigde } });
    await call('mijnBron.giveReactie', reactie);
    expect(line.mock.mijnBron.reacties('99ZZ')).toMatchObject([{ choice: 'akkoord', by: naam }]);
    expect((await call('tellingen.reactie', {})).given).toMatchObject([{ choice: 'akkoord', by: naam }]);
  });
});
