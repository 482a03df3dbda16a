import { describe, expect, it } from 'vitest';
import { advance } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, testPersons } from '../support/pupils.ts';
import { restoring } from '../support/restoring.ts';

const DAY = 24 * 60;

const { line, makeBackup, restore, fetchAll, exchange, held, state, sentIds } = restoring();

describe('after a restore', () => {
  it('nothing leaves until BRON has told what it holds on the day of the backup and today', async () => {
    const { world } = line();
    const hera = await addPupil(world, testPersons.hera);
    const remi = await addPupil(world, testPersons.remi);
    await exchange();
    const odin = await addPupil(world, testPersons.odin);
    await world.call('exchange.send', {});
    await makeBackup();
    // What the lost administration did after its backup.
    advance(line(), DAY);
    await fetchAll();
    await changePersoon(world, hera.leerlingId, { postcode: '2517JR' });
    await changeInschrijving(world, remi.leerlingId, { datumUitschrijving: '2009-11-03' });
    await addPupil(world, testPersons.zeus);
    await exchange();
    advance(line(), 3 * DAY);

    expect(await restore()).toMatchObject({ present: { leerlingen: 4, sentAfter: 3 } });
    expect(await held()).toMatchObject({
      backupDay: '2009-11-02',
      daysToKnow: ['2009-11-02', '2009-11-06'],
      waiting: 0,
    });
    expect(await state(odin.leerlingId)).toBe('in behandeling');
    expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });
    expect(await world.fail('exchange.identify', {})).toMatchObject({ code: 'sending-held' });

    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 2, problems: [] });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 0 });
    expect(await held()).toMatchObject({ waiting: 2 });
    expect(await fetchAll()).toMatchObject({ registratieoverzichten: 2, problems: [] });

    expect(await held()).toBeUndefined();
    expect((await world.call('session.status', {})).sendingHeld).toBe(false);
    expect((await world.call('exchange.registratieoverzichten', {})).rows).toMatchObject([
      { peildatum: '2009-11-06', received: { matched: 2, unmatched: 1, missing: 0 } },
      { peildatum: '2009-11-02', received: { matched: 3, unmatched: 1, missing: 0 } },
    ]);
    const { rows } = await world.call('exchange.unmatched', {});
    expect(rows).toMatchObject([{ geboortedatum: testPersons.zeus.geboortedatum, datumInschrijving: '2009-08-01' }]);
    // Registered while nobody listened; changed there; changed there too; all seen.
    expect(await state(odin.leerlingId)).toBe('geregistreerd');
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
    expect(await state(remi.leerlingId)).toBe('aan te leveren');

    const before = sentIds(3);
    const result = await exchange();
    expect(result).toMatchObject({ geregistreerd: expect.any(Number) as number, unmatched: 0, problems: [] });
    const after = sentIds(3).slice(before.length);
    expect(after).toHaveLength(2);
    // A new series: no berichtidentificatie is used twice.
    expect(new Set(sentIds(3)).size).toBe(before.length + 2);
    expect(after[0]?.slice(2, 6)).not.toBe(before[0]?.slice(2, 6));
    const polls = sentIds(6);
    expect([...polls].sort()).toEqual(polls);
  });

  it('a message that was under way lapses when BRON never got it, and its inschrijving goes out anew', async () => {
    const { world, mock } = line();
    const hera = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    expect(await state(hera.leerlingId)).toBe('onzeker');
    await makeBackup();
    await restore();
    advance(line(), 5);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    // It may have arrived, and have ended since.
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 1 });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
    await exchange();
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(mock.register('99ZZ')).toHaveLength(1);
  });

  it('terugkoppelingen that are still at BRON are fetched and processed while sending is held', async () => {
    const { world } = line();
    const hera = await addPupil(world, testPersons.hera);
    await world.call('exchange.send', {});
    await makeBackup();
    await restore();
    expect(await fetchAll()).toMatchObject({ received: 1, geregistreerd: 1 });
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'] });
  });

  it('an overview of some pupils does not free it, nor counts as what was asked', async () => {
    const { world } = line();
    const hera = await addPupil(world, testPersons.hera);
    await exchange();
    await makeBackup();
    await restore();
    for (const selection of [{ leerlingIds: [hera.leerlingId] }, { vestigingsvolgnummer: '00' }]) {
      expect(await world.call('exchange.requestRegistratieoverzicht', selection)).toMatchObject({ sent: 1 });
      expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'], waiting: 0 });
      expect(await fetchAll()).toMatchObject({ registratieoverzichten: 1 });
      expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'] });
    }
    await world.call('exchange.requestRegistratieoverzicht', {});
    expect(await held()).toMatchObject({ waiting: 1 });
    await fetchAll();
    expect(await held()).toBeUndefined();
  });
});

describe('after a restore and a clock that was set back', () => {
  it('what BRON tells frees sending all the same', async () => {
    const { world } = line();
    await addPupil(world, testPersons.hera);
    await makeBackup();
    await restore();
    world.clock.set(new Date(world.clock.now().getTime() - DAY * 60_000));
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await exchange()).toMatchObject({ geregistreerd: 1 });
  });
});

describe('after a restore of a backup in which a registratieoverzicht was under way', () => {
  it('it is asked anew: its answer came to the administration that was lost', async () => {
    const { world } = line();
    await addPupil(world, testPersons.hera);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await makeBackup();
    await fetchAll();
    await restore();
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1 });
    await fetchAll();
    expect(await held()).toBeUndefined();
  });
});

describe('a verzoek registratieoverzicht', () => {
  it('that got no answer is offered again with the same bytes', async () => {
    const { world, mock } = line();
    await addPupil(world, testPersons.hera);
    await exchange();
    mock.setFault({ kind: 'timeout-after', nr: 5, times: 1 });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1, onzeker: 1 });
    mock.clearFaults();
    advance(line(), 61);
    await world.call('exchange.send', {});
    await fetchAll();
    expect(new Set(mock.messages({ direction: 'in', nr: 5 }).map(({ xml }) => xml)).size).toBe(1);
    expect((await world.call('exchange.registratieoverzichten', {})).rows).toMatchObject([
      { peildatum: '2009-11-02', state: 'geregistreerd', received: { matched: 1, unmatched: 0, missing: 0 } },
    ]);
    expect(await world.call('exchange.berichten', {})).toMatchObject({ total: 1 });
  });

  it('asked by hand for any day changes nothing of what is equal', async () => {
    const { world } = line();
    const hera = await addPupil(world, testPersons.hera);
    await exchange();
    await world.call('exchange.requestRegistratieoverzicht', { peildatum: '2009-10-01' });
    await fetchAll();
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(await world.fail('exchange.requestRegistratieoverzicht', { peildatum: '2009-02-30' })).toMatchObject({
      code: 'invalid-input',
    });
  });
});
