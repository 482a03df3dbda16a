import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vergelijkingsoverzicht } from '../../shared/mijnBron/comparison.ts';
import { begeleid, createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';

let world: PathWorld;
let school: TestSchool;

beforeAll(async () => {
  world = await createPathWorld();
  school = await world.school();
});
beforeEach(() => {
  world.begin('2009-10-05');
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const indicatie = begeleid.lgfIndicatie[0]!;
/** What DUO-CFI has of Hera: an onderwijssoort that is not in BRON, unless it is changed. */
const hera = (onderwijssoort = '32') => ({
  pgn: pupils.hera.burgerservicenummer,
  geboortedatum: pupils.hera.geboortedatum,
  onderwijssoort,
  cviNummer: indicatie.cviNummer,
});

async function start(brinnummer = '99ZZ'): Promise<void> {
  await world.plan({ brinnummer, plannedWeek: '2009-11-16', start: '2009-11-16', akkoordverklaring: '2009-10-05' });
}
const giveCfi = (leerlingen: unknown[], brinnummer = '99ZZ') =>
  world.call('PUT', `/aansluitingen/${brinnummer}/cfi`, { leerlingen });
const overview = () => world.mock.mijnBron.vergelijkingsoverzicht('99ZZ');
const none = expect.objectContaining({ code: 'no-overview' }) as Error;

async function exchange(date: string, id: string, changes = {}): Promise<void> {
  await world.goTo(date);
  await school.meld(correctMelding(id, pupils.hera, { ...begeleid, ...changes }));
}

describe('the vergelijkingsoverzicht', () => {
  it('C-62: is there when BRON differs from what DUO-CFI has; until then a notice says that there is none', async () => {
    await start();
    await giveCfi([hera()]);
    await exchange('2009-12-01', 'V1');
    expect(overview).toThrow('Voor uw school is er geen vergelijkingsoverzicht Ambulant Begeleide Leerlingen.');
    await world.goTo('2009-12-03');
    expect(overview).toThrow(none);
    await world.goTo('2009-12-04');
    const found = overview();
    expect(vergelijkingsoverzicht.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      kenmerk: '99ZZ-AB-1',
      madeOn: '2009-12-04',
      rows: [{ kind: 'V4', cfi: { onderwijssoort: '32' }, bron: { onderwijssoort: '31' } }],
    });
  });

  it('C-63: when nothing differs any more, no new one comes and the old one goes', async () => {
    await start();
    await giveCfi([hera()]);
    await exchange('2009-12-01', 'V1');
    await world.goTo('2009-12-04');
    expect(overview().kenmerk).toBe('99ZZ-AB-1');
    await exchange('2009-12-07', 'V2', { lgfIndicatie: [{ ...indicatie, onderwijssoortIndicatie: '32' }] });
    await world.goTo('2009-12-10');
    expect(overview).toThrow(none);
  });

  it('C-63: a new one comes only when something changed in it', async () => {
    await start();
    await giveCfi([hera()]);
    await exchange('2009-12-01', 'V1');
    await world.goTo('2009-12-04');
    await school.meld(correctMelding('V2', pupils.zeus));
    await world.goTo('2009-12-10');
    expect(overview()).toMatchObject({ kenmerk: '99ZZ-AB-1', madeOn: '2009-12-04' });
    await exchange('2009-12-11', 'V3', { lgfIndicatie: [{ ...indicatie, onderwijssoortIndicatie: '33' }] });
    await world.goTo('2009-12-16');
    expect(overview()).toMatchObject({ kenmerk: '99ZZ-AB-2', rows: [{ kind: 'V4', bron: { onderwijssoort: '33' } }] });
  });

  it('C-62: data of DUO-CFI that come later are compared at once', async () => {
    await start();
    await exchange('2009-12-01', 'V1');
    await world.goTo('2009-12-07');
    await giveCfi([hera('31')]);
    expect(overview).toThrow(none);
    await giveCfi([]);
    expect(overview()).toMatchObject({ madeOn: '2009-12-07', rows: [{ kind: 'V2' }] });
    expect((await giveCfi([{ ...hera(), brinnummerWec: 7 }])).status).toBe(400);
  });

  it('C-12: is there for WPO only, and only in the fase', async () => {
    await start('98AE');
    await giveCfi([hera()], '98AE');
    await start();
    await giveCfi([hera()]);
    await exchange('2009-11-10', 'V1');
    await world.goTo('2009-11-16');
    expect(overview).toThrow(none);
    await exchange('2009-12-01', 'V2');
    await world.goTo('2010-02-07');
    expect(overview().rows).toHaveLength(1);
    world.mock.mijnBron.sayAbleToExchange(gemachtigde);
    await world.goTo('2010-02-08');
    expect(overview).toThrow(none);
    const wec = () => world.mock.mijnBron.vergelijkingsoverzicht('98AE');
    expect(wec).toThrow(none);
  });

  it('C-57: the reactie is about it together with the GTB, and about no older one', async () => {
    await start();
    await giveCfi([hera()]);
    await exchange('2009-12-01', 'V1');
    await world.goTo('2009-12-04');
    const { mijnBron } = world.mock;
    const newest = new Map<string, string>();
    for (const line of mijnBron.gtbs('99ZZ').toReversed()) newest.set(line.vestigingsvolgnummer, line.kenmerk);
    const react = (kenmerk?: string) => () =>
      mijnBron.giveReactie(gemachtigde, {
        choice: 'akkoord',
        by: 'x',
        gtbs: [...newest.values()],
        ...(kenmerk ? { vergelijkingsoverzicht: kenmerk } : {}),
      });
    expect(react()).toThrow(expect.objectContaining({ code: 'overview-outdated' }));
    expect(react('99ZZ-AB-1')()).toMatchObject({ choice: 'akkoord', vergelijkingsoverzicht: '99ZZ-AB-1' });
  });
});
