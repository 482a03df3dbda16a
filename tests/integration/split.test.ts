import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { creation, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, correctInschrijving, correctWec, testPersons } from '../support/pupils.ts';

/** Changes that are an uitschrijving and a new inschrijving for BRON (PvE 4.1). */
const OLD = '2012-08-01';
const LAST = '2013-07-31';
const NEW = '2013-08-01';
const clock = () => createFixedClock(new Date('2013-09-02T08:00:00Z'));
const secondary: Persoonsgegevens = { ...testPersons.hera, leerlingnummer: '2001' };

let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = () => fetchTerugkoppelingen(line);
const exchange = async () => {
  await send();
  return fetchAll();
};
const add = async (persoon: Persoonsgegevens, gegevens: InschrijvingGegevens) => {
  ({ leerlingId } = await addPupil(line.world, persoon, gegevens));
};
const inschrijvingen = async () => (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
const newest = async () => {
  const [item] = await inschrijvingen();
  if (!item) throw new Error('no inschrijving');
  return item;
};
const input = async (gegevens: InschrijvingGegevens, date = NEW) => {
  const { id: inschrijvingId, version } = await newest();
  return { inschrijvingId, version, gegevens, date };
};
const split = async (gegevens: InschrijvingGegevens, date = NEW) =>
  line.world.call('enrolment.split', await input(gegevens, date));
const sent = () => line.mock.messages({ direction: 'in', nr: 3 }).length;
const periods = (brinnummer: string) =>
  line.mock.register(brinnummer).map(({ content }) => {
    const { inschrijvingWpo, inschrijvingWec } = content as { inschrijvingWpo?: object[]; inschrijvingWec?: object[] };
    const [one] = inschrijvingWec ?? inschrijvingWpo ?? [content];
    const { datumInschrijving, datumUitschrijving } = one as Record<string, string | undefined>;
    return [datumInschrijving, datumUitschrijving];
  });

describe('from SO to VSO at a WEC-school', () => {
  const so = correctWec({ datumInschrijving: OLD, leerjaarGroep: [{ begindatum: OLD, groep: 'a', leerjaar: '7' }] });
  const vso = {
    ...so,
    schoolsoort: [...so.schoolsoort, { begindatum: NEW, schoolsoort: '2' }],
    leerjaarGroep: [...so.leerjaarGroep, { begindatum: NEW, groep: 'v1', leerjaar: '1' }],
  };
  beforeEach(async () => {
    const school = { ...creation.school, brinnummer: '98AE', soort: 'SO' as const };
    const vestigingen = [{ volgnummer: '00', naam: 'A' }];
    line = await startConnected({ clock: clock() }, { ...creation, school: { ...school, vestigingen } });
    await add(secondary, so);
    await exchange();
  });

  it('is held back as a change of the inschrijving (430), and goes as an uitschrijving and a new inschrijving', async () => {
    const { id, version } = await newest();
    const check = await line.world.call('leerlingen.check', { persoon: secondary, gegevens: vso });
    expect(check.findings.map(({ code }) => code)).toEqual(['430']);
    expect(await split(vso)).toMatchObject({ left: [], findings: [], deliverBy: '2013-09-09' });
    const [opened, ended] = await inschrijvingen();
    expect(ended).toMatchObject({ id, version: version + 1, gegevens: { ...so, datumUitschrijving: LAST } });
    expect(opened).toMatchObject({
      awaits: OLD,
      bronState: 'aan te leveren',
      gegevens: {
        datumInschrijving: NEW,
        schoolsoort: [{ begindatum: NEW, schoolsoort: '2' }],
        leerjaarGroep: [{ begindatum: NEW, groep: 'v1', leerjaar: '1' }],
        indicatiestelling: so.indicatiestelling,
      },
    });
  });

  it('sends the uitschrijving first and the new one once BRON has that, also when the program ended in between', async () => {
    await split(vso);
    expect(await send()).toMatchObject({ sent: 1, waiting: 1 });
    expect(sent()).toBe(2);
    expect(await send()).toMatchObject({ sent: 0, waiting: 1 });
    expect(sent()).toBe(2);
    await line.world.restart();
    expect(await fetchAll()).toMatchObject({ geregistreerd: 1, afgekeurd: 0 });
    expect((await inschrijvingen())[0]?.awaits).toBeUndefined();
    expect(await exchange()).toMatchObject({ geregistreerd: 1, afgekeurd: 0 });
    expect(periods('98AE').sort()).toEqual([
      [OLD, LAST],
      [NEW, undefined],
    ]);
    await exchange();
    expect(sent()).toBe(3);
    expect((await inschrijvingen()).map(({ bronState }) => bronState)).toEqual(['geregistreerd', 'geregistreerd']);
  });

  it('keeps the new one here as long as BRON refuses the uitschrijving', async () => {
    await split(vso);
    line.mock.scenarios.set({ signaal: '301', nr: 3, times: 1 });
    await exchange();
    await exchange();
    expect(sent()).toBe(2);
    expect((await inschrijvingen()).map(({ bronState }) => bronState)).toEqual(['aan te leveren', 'afgekeurd']);
    expect((await line.world.call('exchange.overview', {})).counts).toMatchObject({ afgekeurd: 1 });
  });

  it('is undone as one change while nothing of it is with BRON', async () => {
    await split(vso);
    const { change } = await line.world.call('undo.preview', { leerlingId });
    await line.world.call('undo.perform', { leerlingId, change });
    expect(await inschrijvingen()).toMatchObject([{ gegevens: so, bronState: 'geregistreerd' }]);
    await exchange();
    expect(sent()).toBe(1);
  });

  it('goes to a pupil who is guided at another school with what BRON asks for one', async () => {
    const ambulant = { ...(await input(so)), situation: 'ambulant' as const };
    await line.world.call('enrolment.split', ambulant);
    const [opened, ended] = await inschrijvingen();
    expect(ended?.gegevens).toEqual({ ...so, datumUitschrijving: LAST });
    expect(opened?.gegevens).toMatchObject({
      aanduidingNnca: '0',
      schoolsoort: [{ begindatum: NEW, schoolsoort: '0' }],
      indicatiestelling: [{ ambulanteBegeleiding: [{ begindatum: NEW }] }],
    });
  });

  const refusals: [what: string, date: string, code: string][] = [
    ['on its first day', OLD, 'split-outside'],
    ['before it', '2012-07-31', 'split-outside'],
  ];
  it.each(refusals)('is refused %s', async (_, date, code) => {
    expect((await line.world.fail('enrolment.split', await input(vso, date))).code).toBe(code);
  });

  it('is refused while BRON is to remove the inschrijving, and to the second of two editors', async () => {
    const before = await input(vso);
    await split(so, '2013-01-07');
    expect((await line.world.fail('enrolment.split', before)).code).toBe('changed-elsewhere');
    const [, ended] = await inschrijvingen();
    const { id: inschrijvingId = 0, version = 0 } = ended ?? {};
    await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
    const again = { inschrijvingId, version, gegevens: ended?.gegevens ?? so, date: '2012-10-01' };
    expect((await line.world.fail('enrolment.split', again)).code).toBe('removal-asked');
  });
});

describe('to another vestiging of a basisschool', () => {
  const before = correctInschrijving({ datumInschrijving: OLD });
  const moved = { ...before, vestiging: [...before.vestiging, { begindatum: NEW, vestigingsvolgnummer: '01' }] };
  beforeEach(async () => {
    line = await startConnected({ clock: clock() });
    await add({ ...testPersons.hera, geboortedatum: '2001-12-31' }, before);
  });

  it('may be a change of the inschrijving', async () => {
    const { findings } = await line.world.call('leerlingen.check', { persoon: testPersons.hera, gegevens: moved });
    expect(findings).toEqual([]);
  });

  it('waits for the uitschrijving too when the inschrijving itself was under way, and BRON refuses neither', async () => {
    await send();
    await split(moved);
    expect(await send()).toMatchObject({ sent: 0, waiting: 1 });
    await fetchAll();
    for (let time = 0; time < 2; time += 1) expect(await exchange()).toMatchObject({ sent: 0, geregistreerd: 1 });
    expect(periods('99ZZ')).toEqual(expect.arrayContaining([[NEW, undefined]]));
  });

  it('of which BRON knows nothing yet goes at once, both together', async () => {
    await split(moved);
    expect((await inschrijvingen())[0]?.awaits).toBeUndefined();
    expect(await exchange()).toMatchObject({ geregistreerd: 2, afgekeurd: 0 });
    expect(periods('99ZZ').sort()).toEqual([
      [OLD, LAST],
      [NEW, undefined],
    ]);
  });
});

it('a pupil who was removed at BRON and comes on another day waits for the verwijdering', async () => {
  line = await startConnected({ clock: clock() });
  await add(testPersons.hera, correctInschrijving({ datumInschrijving: OLD }));
  await exchange();
  const { id: inschrijvingId, version } = await newest();
  await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Dubbel ingevoerd.' });
  const gegevens = correctInschrijving({ datumInschrijving: NEW });
  await line.world.call('leerlingen.saveInschrijving', { leerlingId, gegevens });
  await exchange();
  expect(sent()).toBe(1);
  await exchange();
  expect(periods('99ZZ')).toEqual([[NEW, undefined]]);
});
