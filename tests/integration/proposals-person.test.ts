import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** A spontane mutatie (bericht 15, PvE 5.6.14): what BRON has of a person is taken over as one change, or left as it is. */
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

const BSN = '999990019';
const OTHER_BSN = '999990020';
const home = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
const newHome = { straatnaam: 'Nieuwe weg', huisnummer: '2', postcode: '3225VG' };
const iris: BrpPerson = {
  bsn: BSN,
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  adressen: [{ ...home, datumIngang: '2005-01-01' }],
};
const persoon = {
  roepnaam: 'Iris',
  achternaam: 'Verzonnen',
  voornamen: 'Iris',
  burgerservicenummer: BSN,
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  ...home,
};

beforeEach(async () => {
  line = await startConnected();
  line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
  ({ leerlingId } = await addPupil(line.world, persoon));
  await line.world.call('exchange.send', {});
  expect(await fetch()).toMatchObject({ geregistreerd: 1 });
});
afterEach(async () => {
  await line.close();
});

const fetch = () => fetchTerugkoppelingen(line);
const card = (id = leerlingId) => line.world.call('leerlingen.get', { id });
const list = (show: 'open' | 'all' = 'open') => line.world.call('proposals.list', { leerlingId, show });
async function told(changes: Parameters<typeof line.mock.brp.change>[1]) {
  line.mock.brp.change(BSN, changes);
  await fetch();
  const [proposal] = (await list()).rows;
  if (!proposal) throw new Error('no proposal');
  return proposal;
}
const moves = { adressen: [...(iris.adressen ?? []), { ...newHome, datumIngang: '2009-10-30' }] };

describe('a spontane mutatie that is taken over', () => {
  it('writes the address with its first day, keeps the former one, and can be undone', async () => {
    const { id, changes, applicable, confirm } = await told(moves);
    expect({ applicable, confirm }).toEqual({ applicable: true, confirm: false });
    expect(changes).toContainEqual({ key: 'straatnaam', here: 'Leyweg', bron: 'Nieuwe weg' });
    const { moved } = await line.world.call('proposals.apply', { id });
    expect(moved).toMatchObject({ leerlingId, from: home, address: newHome, begindatum: '2009-10-30' });
    expect((await card()).persoon).toMatchObject(newHome);
    expect((await card()).contact.formerAdres).toMatchObject([{ ...home, einddatum: '2009-10-29' }]);
    expect(await list('all')).toMatchObject({ open: 0, rows: [{ state: 'applied', decidedBy: 'Secretaresse' }] });

    const { change } = await line.world.call('undo.preview', { leerlingId });
    await line.world.call('undo.perform', { leerlingId, change, confirmed: true });
    expect((await card()).persoon).toMatchObject(home);
  });

  it('asks who moves along with a brother or sister at the old address', async () => {
    const { leerlingId: sister } = await addPupil(line.world, { ...testPersons.hera, ...home });
    await line.world.call('gezin.decideSiblings', { leerlingId, otherId: sister, siblings: true });
    const { id } = await told(moves);
    const { moved } = await line.world.call('proposals.apply', { id });
    const { address, from } = moved ?? { address: {}, from: {} };
    const preview = await line.world.call('gezin.previewMove', { leerlingId, address, from });
    expect(preview.leerlingen).toMatchObject([{ id: sister, together: true }]);
    // Nobody moves without a person saying so.
    expect((await card(sister)).persoon).toMatchObject(home);
  });

  it('replaces a number only when that is confirmed, and delivers nothing for it', async () => {
    const { id, confirm, changes } = await told({ bsn: OTHER_BSN });
    expect(confirm).toBe(true);
    expect(changes).toEqual([{ key: 'burgerservicenummer', here: BSN, bron: OTHER_BSN }]);
    expect(await line.world.fail('proposals.apply', { id })).toMatchObject({ code: 'proposal-number-differs' });
    expect((await card()).persoon.burgerservicenummer).toBe(BSN);
    await line.world.call('proposals.apply', { id, confirmed: true });
    expect(await card()).toMatchObject({
      persoon: { burgerservicenummer: OTHER_BSN },
      bronState: 'geregistreerd',
    });
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0, tegengehouden: 0 });
  });

  it('gives the former number back when that is undone, and delivers nothing for it', async () => {
    const { id } = await told({ bsn: OTHER_BSN });
    await line.world.call('proposals.apply', { id, confirmed: true });
    const { change } = await line.world.call('undo.preview', { leerlingId });
    await line.world.call('undo.perform', { leerlingId, change, confirmed: true });
    expect(await card()).toMatchObject({ persoon: { burgerservicenummer: BSN }, bronState: 'geregistreerd' });
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0 });
  });

  it('refuses a number that another pupil has', async () => {
    await addPupil(line.world, { ...testPersons.hera, burgerservicenummer: OTHER_BSN });
    const { id } = await told({ bsn: OTHER_BSN });
    const failed = await line.world.fail('proposals.apply', { id, confirmed: true });
    expect(failed).toMatchObject({ code: 'proposal-number-taken' });
    expect((await list()).open).toBe(1);
  });

  it('makes the address secret (956)', async () => {
    const { id, signalen, changes } = await told({ geheim: true });
    // Before anybody decides.
    expect((await card()).persoon).toMatchObject({ ...home, geheim: 'true' });
    expect(signalen).toMatchObject([{ code: '956' }]);
    expect(changes).toEqual([]);
    expect(await line.world.fail('proposals.apply', { id })).toMatchObject({ code: 'proposal-nothing' });
    await line.world.call('proposals.decline', { id, reason: 'Gelezen.' });
    expect((await card()).persoon).toMatchObject({ ...home, geheim: 'true' });
  });

  it('offers to make the address secret again when that was undone', async () => {
    await told({ geheim: true });
    const { change } = await line.world.call('undo.preview', { leerlingId });
    await line.world.call('undo.perform', { leerlingId, change });
    expect((await card()).persoon.geheim).toBeUndefined();
    const [{ id, changes } = { id: 0, changes: [] }] = (await list()).rows;
    expect(changes).toEqual([{ key: 'geheim', bron: 'true' }]);
    await line.world.call('proposals.apply', { id });
    expect((await card()).persoon).toMatchObject({ ...home, geheim: 'true' });
  });

  it('makes the address secret also by the terugkoppeling to a melding (10 with 956)', async () => {
    const secret: BrpPerson = { ...iris, bsn: OTHER_BSN, geheim: true };
    line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris, secret] } });
    const { leerlingId: other } = await addPupil(line.world, { ...persoon, burgerservicenummer: OTHER_BSN });
    await line.world.call('exchange.send', {});
    await fetch();
    expect(await card(other)).toMatchObject({
      persoon: { geheim: 'true' },
      bronState: 'geregistreerd met signaal',
      inschrijvingen: [{ signalen: [{ code: '956' }] }],
    });
  });
});

describe('a spontane mutatie', () => {
  it('that leaves nothing to decide is noted as taken over by the program', async () => {
    const { id } = await told(moves);
    await line.world.call('proposals.apply', { id });
    line.mock.brp.change(BSN, { nationaliteiten: [{ nationaliteit: '0001', begindatum: '2009-10-01' }] });
    await fetch();
    const [nationality] = (await list()).rows;
    expect(nationality?.changes).toEqual([{ key: 'nationaliteit1', bron: '0001' }]);
    await line.world.call('proposals.apply', { id: nationality?.id ?? 0 });
    line.mock.brp.change(BSN, { nationaliteiten: [{ nationaliteit: '0001', begindatum: '2009-10-02' }] });
    expect(await fetch()).toMatchObject({ received: 1, proposals: 0, unmatched: 0 });
    const [last] = (await list('all')).rows;
    expect(last).toMatchObject({ state: 'applied' });
    expect(last?.decidedBy).toBeUndefined();
  });

  it('of a death asks for the uitschrijving, with nothing to take over', async () => {
    const { applicable, changes, followUp } = await told({ datumOverlijden: '2009-10-31' });
    expect(applicable).toBe(false);
    expect(changes).toEqual([{ key: 'datumOverlijden', bron: '2009-10-31' }]);
    const [inschrijving] = (await card()).inschrijvingen;
    const { id: inschrijvingId = 0, version = 0 } = inschrijving ?? {};
    expect(followUp).toEqual({ inschrijvingId, leavingReason: 'deceased', lastDay: '2009-10-31' });
    await line.world.call('enrolment.end', {
      inschrijvingId,
      version,
      datumUitschrijving: '2009-10-31',
      leavingReason: 'deceased',
      eindtoets: [],
    });
    expect((await list()).rows[0]?.followUp).toBeUndefined();
  });

  it('that is declined leaves the pupil as it is, and BRON is told nothing', async () => {
    const { id } = await told({ geslachtsnaam: 'Anders' });
    await line.world.call('proposals.decline', { id, reason: 'Op school heet zij zo.' });
    expect(await card()).toMatchObject({ persoon: { achternaam: 'Verzonnen' }, bronState: 'geregistreerd' });
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0 });
  });

  it('of another number alone comes together with the move that nobody decided on', async () => {
    await told(moves);
    await told({ bsn: OTHER_BSN });
    const { rows } = await list('all');
    expect(rows).toHaveLength(1);
    const [both] = rows;
    expect(both?.changes).toContainEqual({ key: 'straatnaam', here: 'Leyweg', bron: 'Nieuwe weg' });
    expect(both?.changes).toContainEqual({ key: 'burgerservicenummer', here: BSN, bron: OTHER_BSN });
    await line.world.call('proposals.apply', { id: both?.id ?? 0, confirmed: true });
    expect((await card()).persoon).toMatchObject({ ...newHome, burgerservicenummer: OTHER_BSN });
  });

  it('finds the pupil by the number that BRON has, also when that was declined', async () => {
    const { id } = await told({ bsn: OTHER_BSN });
    await line.world.call('proposals.decline', { id, reason: 'Het paspoort zegt anders.' });
    expect(await line.world.call('exchange.send', {})).toMatchObject({ sent: 0 });
    line.mock.brp.change(OTHER_BSN, { geslachtsnaam: 'Anders' });
    expect(await fetch()).toMatchObject({ proposals: 1, unmatched: 0 });
    expect((await list()).rows[0]?.changes.map(({ key }) => key)).toEqual(['burgerservicenummer', 'achternaam']);
  });

  it('tells with a corrected geboortedatum what is wrong with the age (350, 351), and delivers nothing for it', async () => {
    const { id, signalen, changes } = await told({ geboortedatum: '2010-03-04' });
    expect(signalen.map(({ code }) => code)).toEqual(['350', '351']);
    expect(changes).toEqual([{ key: 'geboortedatum', here: '2001-06-07', bron: '2010-03-04' }]);
    await line.world.call('proposals.apply', { id });
    expect(await card()).toMatchObject({ persoon: { geboortedatum: '2010-03-04' }, bronState: 'geregistreerd' });
  });

  it('shows as what BRON has before anybody decides, and leaves what was delivered as it is', async () => {
    await told({ geslachtsnaam: 'Anders', geheim: true });
    const { inschrijvingen, persoon: here, bronState } = await card();
    expect(inschrijvingen[0]?.bronStand?.persoon).toMatchObject({ burgerservicenummer: BSN, achternaam: 'Anders' });
    expect(inschrijvingen[0]?.bronStand?.persoon).not.toHaveProperty('adres');
    expect({ achternaam: here.achternaam, bronState }).toEqual({ achternaam: 'Verzonnen', bronState: 'geregistreerd' });
  });
});
