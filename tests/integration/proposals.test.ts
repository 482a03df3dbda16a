import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { lookInto } from '../support/database.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** What BRON says of a pupil by itself (PvE 5.6.14): kept as a proposal on which a person decides. */
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;
const { burgerservicenummer: bsn } = testPersons.hera;

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
const list = (show: 'open' | 'all' = 'open') => line.world.call('proposals.list', { leerlingId, show });
const die = (datumOverlijden: string) => line.mock.brp.change(bsn, { datumOverlijden });

describe('a proposal', () => {
  it('is kept with its pupil and counted in the run', async () => {
    die('2009-10-31');
    expect(await fetch()).toMatchObject({ received: 1, proposals: 1, unmatched: 0 });
    expect(await list()).toMatchObject({ total: 1, open: 1, rows: [{ nr: 15, leerlingId, state: 'open' }] });
  });

  it('that was declined is not made again when BRON says the same; something new takes its place', async () => {
    die('2009-10-31');
    await fetch();
    const [first] = (await list()).rows;
    await line.world.call('proposals.decline', { id: first?.id ?? 0, reason: 'Bij ons bekend' });
    expect(await list()).toMatchObject({ total: 0, rows: [] });
    expect(await list('all')).toMatchObject({ rows: [{ state: 'declined', reason: 'Bij ons bekend' }] });
    expect(await line.world.fail('proposals.decline', { id: first?.id ?? 0, reason: 'Nog eens' })).toMatchObject({
      code: 'proposal-decided',
    });
    die('2009-10-30');
    await fetch();
    die('2009-10-29');
    await fetch();
    expect(await list()).toMatchObject({ total: 1, open: 1 });
  });

  it('goes with the pupil when it is destroyed', async () => {
    die('2009-10-31');
    await fetch();
    const { inschrijvingen } = await line.world.call('leerlingen.get', { id: leerlingId });
    const { id = 0, version = 0 } = inschrijvingen[0] ?? {};
    await line.world.call('exchange.remove', { inschrijvingId: id, version, reason: 'Verkeerde leerling' });
    await line.world.call('exchange.send', {});
    await fetch();
    const pupil = await line.world.call('leerlingen.get', { id: leerlingId });
    await line.world.call('bin.put', { kind: 'leerling', id: leerlingId, version: pupil.version });
    await line.world.call('bin.destroy', { kind: 'leerling', id: leerlingId, confirmed: true });
    const left = await lookInto(line.world, (db) =>
      ['proposal', 'terugkoppeling', 'bericht'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      ),
    );
    expect(left).toEqual([0, 0, 0]);
  });
});
