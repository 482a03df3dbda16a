import { beforeEach, describe, expect, it } from 'vitest';
import { advance } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, testPersons } from '../support/pupils.ts';
import { restoring } from '../support/restoring.ts';

const { line, makeBackup, restore, fetchAll, exchange, held, state, sentIds } = restoring();

/** A pupil whom BRON had before the backup that is put back, and has no more: it has told so of everybody. */
async function restoreOneWhomBronLost() {
  const { world, mock } = line();
  const pupil = await addPupil(world, testPersons.hera);
  await exchange();
  await makeBackup();
  mock.reset();
  await restore();
  await askAll();
  return pupil;
}

/** Asks BRON what is missing, and fetches the answer. */
async function askAll() {
  const asked = await line().world.call('exchange.requestRegistratieoverzicht', {});
  await fetchAll();
  return asked;
}

/** The datum uitschrijving that BRON has of those who are not the same here. */
async function compared() {
  const { rows } = await line().world.call('registratieoverzicht.compared', {});
  return rows.flatMap(({ bron }) => (bron ? [bron.datumUitschrijving] : []));
}

/** BRON hears after a backup that a pupil left before it; when that is put back, it is asked apart. */
async function leaveAfterBackup(leerlingId: number) {
  const { world } = line();
  await makeBackup();
  await exchange();
  await changeInschrijving(world, leerlingId, { datumUitschrijving: '2009-10-30' });
  await exchange();
  await restore();
  await askAll();
  expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 1, unasked: 1 });
  await askAll();
  expect(await held()).toBeUndefined();
  expect(await compared()).toEqual(['2009-10-30']);
}

describe('pupils whom BRON had, and who are in no overview of everybody since the restore', () => {
  it('what BRON no longer has is to be delivered again', async () => {
    const { world } = line();
    const hera = await restoreOneWhomBronLost();
    expect((await world.call('exchange.registratieoverzichten', {})).rows[0]?.received).toMatchObject({ missing: 1 });
    // It may have ended before the day of the backup: only its first day tells.
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 1 });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
  });

  it('they are not thrown away, nor does their inschrijving begin on another day, before it is known what BRON has', async () => {
    const { world } = line();
    const { leerlingId } = await restoreOneWhomBronLost();
    const { version, inschrijvingen } = await world.call('leerlingen.get', { id: leerlingId });
    const bin = { kind: 'leerling', id: leerlingId, version } as const;
    expect(await world.fail('bin.put', bin)).toMatchObject({ code: 'held-unknown' });
    const [{ id, version: of, gegevens }] = inschrijvingen as [(typeof inschrijvingen)[number]];
    const later = { leerlingId, id, version: of, gegevens: { ...gegevens, datumInschrijving: '2009-09-01' } };
    expect(await world.fail('leerlingen.saveInschrijving', later)).toMatchObject({
      code: 'held-unknown',
    });
    await askAll();
    expect(await held()).toBeUndefined();
    await world.call('bin.put', bin);
  });

  describe('that BRON does not tell of together', () => {
    let hera: number;
    let remi: number;

    /** One whom BRON was told to have left after the backup, and one whose melding got no answer before it; BRON has told of everybody. */
    beforeEach(async () => {
      const { world, mock } = line();
      hera = (await addPupil(world, testPersons.hera)).leerlingId;
      await exchange();
      remi = (await addPupil(world, testPersons.remi)).leerlingId;
      mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
      await world.call('exchange.send', {});
      await makeBackup();
      await changeInschrijving(world, hera, { datumUitschrijving: '2009-10-30' });
      await exchange();
      await restore();
      await askAll();
      expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, unasked: 1 });
    });

    const verzoeken = async () => (await line().world.call('exchange.registratieoverzichten', {})).rows;
    const expectBothKnown = async () => {
      expect(await held()).toBeUndefined();
      // What BRON tells of the one is not lost with the refusal of the other.
      expect(await compared()).toEqual(['2009-10-30']);
    };

    /** BRON refuses who is born on the day itself (843), and all others in the same message. */
    const refuseTogether = async () => {
      await changePersoon(line().world, remi, { geboortedatum: '2009-11-02' });
      await line().world.call('exchange.requestRegistratieoverzicht', {});
      expect(await fetchAll()).toMatchObject({ afgekeurd: 0, verzoekenAfgekeurd: 1 });
      expect(await held()).toMatchObject({ pupilsToKnow: 2, unasked: 2 });
    };

    it('are asked about one by one', async () => {
      await refuseTogether();
      expect(await askAll()).toMatchObject({ sent: 2 });
      expect((await verzoeken()).slice(0, 3)).toMatchObject([
        { leerlingen: 1, state: 'afgekeurd' },
        { leerlingen: 1, state: 'geregistreerd' },
        { leerlingen: 2, state: 'afgekeurd' },
      ]);
      await expectBothKnown();
    });

    it('are asked about again when what BRON refused was put right meanwhile', async () => {
      await refuseTogether();
      await line().world.call('exchange.requestRegistratieoverzicht', {});
      await changePersoon(line().world, remi, { geboortedatum: testPersons.remi.geboortedatum });
      await fetchAll();
      expect(await held()).toMatchObject({ pupilsToKnow: 1, unasked: 1 });
      expect(await askAll()).toMatchObject({ sent: 1 });
      await expectBothKnown();
    });

    it('are asked about one by one when BRON refuses the message itself (359), and one of whom it does so is not waited for', async () => {
      const { world, mock } = line();
      mock.setFault({ kind: 'signaal-359', nr: 5, times: 2 });
      expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ geweigerd: 1 });
      expect(await held()).toMatchObject({ pupilsToKnow: 2, unasked: 2 });
      await changePersoon(world, hera, { roepnaam: 'Her' });
      expect(await askAll()).toMatchObject({ sent: 2, geweigerd: 1 });
      expect(await held()).toBeUndefined();
    });
  });

  it('are those of whom only an overview had told, too', async () => {
    const { world } = line();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await makeBackup();
    await exchange();
    await restore();
    await askAll();
    expect([await held(), await state(leerlingId)]).toEqual([undefined, 'geregistreerd']);
    await leaveAfterBackup(leerlingId);
  });

  it('are those whose melding was given up, too', async () => {
    const { world, mock } = line();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    await makeBackup();
    await restore();
    await askAll();
    await askAll();
    expect([await held(), await state(leerlingId)]).toEqual([undefined, 'aan te leveren']);
    await leaveAfterBackup(leerlingId);
  });

  it('a question about pupils that got no answer is offered again', async () => {
    const { world, mock } = line();
    await restoreOneWhomBronLost();
    const before = sentIds(5);
    mock.setFault({ kind: 'break-after', nr: 5, times: 1 });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ onzeker: 1 });
    expect(await held()).toMatchObject({ pupilsToKnow: 1, unasked: 0 });
    advance(line(), 61);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    const [first, ...again] = sentIds(5).slice(before.length);
    expect(new Set([first, ...again]).size).toBe(1);
    expect(again).toHaveLength(1);
  });

  it('an inschrijving that ended before the day of the backup, as BRON was told after it, is found there', async () => {
    const { world, mock } = line();
    const [hera, remi] = [await addPupil(world, testPersons.hera), await addPupil(world, testPersons.remi)];
    await exchange();
    await makeBackup();
    await changeInschrijving(world, hera.leerlingId, { datumUitschrijving: '2009-10-30' });
    await changeInschrijving(world, remi.leerlingId, { datumUitschrijving: '2009-10-29' });
    await exchange();
    await restore();
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, waiting: 0, unasked: 1 });
    expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });

    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1, problems: [] });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 0 });
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, waiting: 1, unasked: 0 });
    expect(await fetchAll()).toMatchObject({ registratieoverzichten: 1, problems: [] });
    expect(await held()).toBeUndefined();
    const [asked] = (await world.call('exchange.registratieoverzichten', {})).rows;
    expect(asked).toMatchObject({ peildatum: '2009-08-01', leerlingen: 2, received: { matched: 2, unmatched: 0 } });

    // What BRON was told stands beside what the backup says, and is lost in neither.
    const { rows } = await world.call('registratieoverzicht.compared', {});
    expect(rows).toHaveLength(2);
    const { taken } = await world.call('registratieoverzicht.takeOver', { keys: rows.map(({ key }) => key) });
    expect(taken).toBe(2);
    await exchange();
    const atBron = mock.register('99ZZ').map(({ content }) => content);
    expect(atBron).toMatchObject([{ datumUitschrijving: '2009-10-30' }, { datumUitschrijving: '2009-10-29' }]);
    expect([await state(hera.leerlingId), await state(remi.leerlingId)]).toEqual(['geregistreerd', 'geregistreerd']);
  });
});
