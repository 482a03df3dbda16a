import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** The verplichte eindtoets goes along with its inschrijving: delivered, registered, read back and removed (PvE 4.1.5 and 5.6.3 of 2015-11). */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ clock: createClock(new Date('2016-05-30T08:00:00Z')) });
});
afterEach(async () => {
  await line.close();
});

const START = '2008-08-01';
const toetsonderdeel = [
  {
    codeToetsonderdeel: '8000',
    toetsdomein: [
      { codeToetsdomein: '8050', referentieniveauToetsdomein: '04' },
      { codeToetsdomein: '8051', referentieniveauToetsdomein: '02' },
    ],
  },
  { codeToetsonderdeel: '8001', referentieniveauToetsonderdeel: '03', toetsdomein: [] },
];
const eindtoets = {
  codeVerplichteEindtoets: '0011',
  niveauEindtoets: 'B',
  datumAfname: '2016-04-19',
  score: '535',
  toetsonderdeel,
};
const inLeerjaar8 = correctInschrijving({
  datumInschrijving: START,
  leerjaarGroep: [{ begindatum: START, leerjaar: '8', groep: '8a' }],
  adviesVo: '50',
  verplichteEindtoets: [eindtoets],
});
const withoutEmptyLists = {
  ...eindtoets,
  toetsonderdeel: toetsonderdeel.map(({ toetsdomein, ...item }) =>
    toetsdomein.length > 0 ? { ...item, toetsdomein } : item,
  ),
};

const fetch = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const exchange = async () => {
  await line.world.call('exchange.send', {});
  await fetch();
};
const readBack = async () => {
  await line.world.call('exchange.requestRegistratieoverzicht', {});
  await fetch();
};
async function inschrijvingOf(leerlingId: number) {
  const [inschrijving] = (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  const { bronState, bronStand, gegevens, findings, signalen, toDeliverSince } = inschrijving;
  const codes = [...findings, ...signalen].map(({ code }) => code);
  const { verplichteEindtoets } = gegevens;
  return { bronState, codes, toDeliverSince, verplichteEindtoets, atBron: bronStand?.gegevens['verplichteEindtoets'] };
}
const change = (leerlingId: number, changes: Partial<GegevensWpo>) =>
  changeInschrijving(line.world, leerlingId, changes);

describe('a verplichte eindtoets', () => {
  it('is registered as it was delivered, changed, and removed', async () => {
    const { leerlingId } = await addPupil(line.world, testPersons.zeus, inLeerjaar8);
    expect(await inschrijvingOf(leerlingId)).toMatchObject({ codes: [], verplichteEindtoets: [eindtoets] });
    await exchange();
    expect(await inschrijvingOf(leerlingId)).toMatchObject({
      bronState: 'geregistreerd',
      codes: [],
      atBron: [withoutEmptyLists],
    });

    const better = { ...eindtoets, score: '540' };
    await change(leerlingId, { verplichteEindtoets: [better] });
    expect((await inschrijvingOf(leerlingId)).bronState).toBe('aan te leveren');
    await exchange();
    expect(await inschrijvingOf(leerlingId)).toMatchObject({
      bronState: 'geregistreerd',
      verplichteEindtoets: [better],
      atBron: [{ ...withoutEmptyLists, score: '540' }],
    });

    await change(leerlingId, { verplichteEindtoets: [] });
    await exchange();
    const removed = await inschrijvingOf(leerlingId);
    expect(removed).toMatchObject({ bronState: 'geregistreerd met signaal', codes: ['476'], verplichteEindtoets: [] });
    expect(removed.atBron).toBeUndefined();
  });

  it('is the same in a registratieoverzicht', async () => {
    const { leerlingId } = await addPupil(line.world, testPersons.zeus, inLeerjaar8);
    await exchange();
    const before = await inschrijvingOf(leerlingId);
    await readBack();
    expect(await inschrijvingOf(leerlingId)).toEqual(before);
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0, tegengehouden: 0 });
  });

  it('that goes with its inschrijving is told with the pupil (476), and ticked off', async () => {
    const { leerlingId } = await addPupil(line.world, testPersons.zeus, inLeerjaar8);
    await exchange();
    const [inschrijving] = (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
    const { id: inschrijvingId = 0, version = 0 } = inschrijving ?? {};
    await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerde leerling.' });
    await exchange();
    const [told] = (await line.world.call('proposals.list', { leerlingId })).rows;
    expect(told).toMatchObject({ nr: 11, applicable: false, signalen: [{ code: '476', ernst: 'S' }] });
    const id = told?.id ?? 0;
    expect(await line.world.fail('proposals.apply', { id })).toMatchObject({ code: 'proposal-nothing' });
    await line.world.call('proposals.decline', { id, reason: 'Gelezen.' });
    expect((await line.world.call('proposals.list', { leerlingId })).open).toBe(0);
  });
});
