import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, START, startTestLas, type TestLas } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import { readDownloaded } from '../support/gtbFiles.ts';
import {
  gtbOf,
  offerGtbs,
  overviewOf,
  refusal,
  startMijnBronServer,
  type MijnBronServer,
} from '../support/mijnBronServer.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';
import { addressAt, createTestPki, type TestPki } from '../support/troubledLines/line.ts';
import { addEveryRole, signIn } from '../support/users.ts';

/** GTBs, vergelijkingsoverzicht and reactie; it is 2 November 2009. */
let pki: TestPki;
let server: MijnBronServer;
let world: TestLas;
beforeAll(async () => {
  pki = await createTestPki(START);
  server = await startMijnBronServer(pki);
});
afterAll(async () => {
  await server.close();
  pki.close();
});
beforeEach(async () => {
  server.answers.clear();
  server.asked.length = 0;
  world = await startTestLas({ clock: createFixedClock(START) });
  await createAdministration(world);
});
afterEach(() => world.close());

async function connect() {
  await installFile(world, pki.clientFile.bytes, pki.clientFile.password);
  const settings = await world.call('settings.get', {});
  const exchange = { endpoint: addressAt(server.port), caPem: pki.authority.caPem };
  await world.call('settings.save', { ...settings, exchange });
}
const later = (days: number) => world.clock.set(new Date(START.getTime() + days * 86_400_000));

describe('C-58: the GTBs that are here', () => {
  it('are the newest of each vestiging and peildatum, with how many pupils they name', async () => {
    const named = { pgn: '999992533', geboortedatum: '2001-12-31', datumInschrijving: '2009-08-01' };
    await readDownloaded(
      world,
      gtbOf({ madeOn: '2009-10-10', processedUntil: '2009-10-09', aantallen: { totaal: 9 } }),
    );
    await readDownloaded(
      world,
      gtbOf({ notCounted: [{ ...named, signalen: ['G01'] }], attention: [{ ...named, signalen: ['A03'] }] }),
    );
    await readDownloaded(world, gtbOf({ peildatum: '2009-08-01' }));
    await readDownloaded(world, gtbOf({ vestigingsvolgnummer: '01', naam: 'Nevenvestiging' }));
    const { gtbs } = await world.call('tellingen.gtbs', {});
    expect(
      gtbs.map(({ peildatum, vestigingsvolgnummer, totaal, notCounted, attention, picked }) => ({
        ...{ peildatum, vestigingsvolgnummer, totaal, notCounted, attention, picked },
      })),
    ).toEqual([
      {
        peildatum: '2009-10-01',
        vestigingsvolgnummer: '00',
        totaal: 2,
        notCounted: 1,
        attention: 1,
        picked: 'Dit is de meest recente GTB.',
      },
      {
        peildatum: '2009-10-01',
        vestigingsvolgnummer: '01',
        totaal: 2,
        notCounted: 0,
        attention: 0,
        picked: 'Dit is de meest recente GTB.',
      },
      {
        peildatum: '2009-08-01',
        vestigingsvolgnummer: '00',
        totaal: 2,
        notCounted: 0,
        attention: 0,
        picked: undefined,
      },
    ]);
  });

  it('are counted at the teldata of their school year', async () => {
    await readDownloaded(world, gtbOf());
    await readDownloaded(world, gtbOf({ vestigingsvolgnummer: '01' }));
    const { schooljaar, kind, dates } = await world.call('tellingen.dates', {});
    expect([schooljaar, kind]).toEqual(['2009-2010', 'WPO']);
    expect(dates.filter(({ gtbs }) => gtbs > 0).map(({ peildatum, gtbs }) => [peildatum, gtbs])).toEqual([
      ['2009-10-01', 2],
    ]);
    expect((await world.call('tellingen.dates', { schooljaar: '2008-2009' })).dates[0]?.peildatum).toBe('2008-08-01');
    expect(await world.fail('tellingen.dates', { schooljaar: '2009' })).toMatchObject({ code: 'invalid-input' });
  });
});

describe('the vergelijkingsoverzicht', () => {
  const overview = () => world.call('tellingen.vergelijkingsoverzicht', {});

  it('C-62: is not known until it was asked for; that there is none is said', async () => {
    expect(await overview()).toEqual({ kind: 'WPO', state: 'unknown' });
    await connect();
    server.answers.set('GET vergelijkingsoverzicht', { status: 204 });
    await world.call('mijnBron.fetchVergelijkingsoverzicht', {});
    expect(await overview()).toMatchObject({ kind: 'WPO', state: 'none', fetchedAt: START.toISOString() });
  });

  it('C-62: tells of each difference who it is here, what each side has, what to do and where', async () => {
    const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
    await readDownloaded(world, overviewOf());
    expect(await overview()).toMatchObject({
      state: 'open',
      overview: {
        rows: [
          {
            ...{ kind: 'V1', label: 'Ontbreekt in BRON', leerlingId, inschrijvingId, pgn: '…2533', conscious: false },
            naam: 'Jager, Hera de',
            place: { gegevensgroep: 'lgfIndicatie' },
            gegevens: [
              { name: 'Onderwijssoort indicatie', cfi: expect.stringContaining('(33)') as string },
              { name: 'Datum indicatiestelling', cfi: '1-5-2008' },
              { name: 'Begin van de begeleiding', cfi: '1-8-2008' },
            ],
          },
        ],
      },
    });
  });

  it('C-70: names the risk of recovery of a pupil who is missing in BRON', async () => {
    await readDownloaded(world, overviewOf());
    expect((await overview()).overview?.rows.map(({ recovery }) => recovery)).toEqual([true]);
    expect(await world.call('tellingen.reactie', {})).toMatchObject({
      vergelijkingsoverzicht: { rows: 1, recovery: 1 },
    });
  });

  it('C-64: a difference that is meant to be so is marked, with who says so and why, also on the next overview', async () => {
    await readDownloaded(world, overviewOf());
    const [row] = (await overview()).overview?.rows ?? [];
    const mark = { id: row?.id ?? 0, conscious: true, note: 'Formulier was onjuist.' };
    await world.call('tellingen.markRow', mark);
    await readDownloaded(world, overviewOf({ madeOn: '2009-10-28', kenmerk: 'nieuw' }));
    expect((await overview()).overview).toMatchObject({
      kenmerk: 'nieuw',
      rows: [{ conscious: true, note: 'Formulier was onjuist.', by: 'Secretaresse' }],
    });
    const [after] = (await overview()).overview?.rows ?? [];
    await world.call('tellingen.markRow', { id: after?.id ?? 0, conscious: false });
    expect((await overview()).overview?.rows[0]).toMatchObject({ conscious: false });
    const { rows: lines } = await world.call('changes.list', { filter: { kind: 'vergelijkingsoverzicht_row' } });
    expect(lines.map(({ new: value }) => value)).toEqual(['nee', 'Formulier was onjuist.']);
    expect(await world.fail('tellingen.markRow', { id: 999, conscious: true })).toMatchObject({ code: 'not-found' });
  });

  it('C-12: is never asked of Mijn BRON for a WEC-school', async () => {
    await world.close();
    world = await startTestLas({ clock: createFixedClock(START) });
    await createAdministration(world, { ...creation, school: { ...creation.school, soort: 'SO' } });
    await connect();
    expect(await world.call('mijnBron.fetchVergelijkingsoverzicht', {})).toEqual({});
    expect(server.asked).toEqual([]);
    expect(await overview()).toEqual({ kind: 'WEC', state: 'unknown' });
  });

  it('does not go with the pupil of another, but goes with the pupil it names', async () => {
    const { leerlingId } = await addPupil(world, testPersons.hera, correctInschrijving());
    await readDownloaded(
      world,
      overviewOf({ rows: [...overviewOf().rows, { ...overviewOf().rows[0]!, pgn: '999992120' }] }),
    );
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    await world.call('bin.put', { kind: 'leerling', id: leerlingId, version });
    later(1);
    expect((await overview()).overview?.rows.map(({ naam }) => naam)).toEqual([undefined, undefined]);
    await world.call('bin.destroy', { kind: 'leerling', id: leerlingId, confirmed: true });
    expect((await overview()).overview?.rows.map(({ pgn }) => pgn)).toEqual(['…2120']);
  });
});

describe('a reactie', () => {
  const about = { choice: 'akkoord', confirmed: true } as const;
  const page = () => world.call('tellingen.reactie', {});

  it('C-66: cannot be given before there is a GTB', async () => {
    await connect();
    expect((await page()).refused).toMatchObject({ code: 'reactie-without-gtb' });
    expect(await world.fail('mijnBron.giveReactie', { ...about, gtbs: ['x'] })).toMatchObject({
      code: 'reactie-without-gtb',
    });
    expect(server.asked).toEqual([]);
  });

  it.each(['akkoord', 'kwaliteitAkkoordAantalNiet', 'kwaliteitNietAantalNiet', 'kwaliteitNietAantalAkkoord'] as const)(
    'C-65: "%s" is given by the gemachtigde, about the GTBs and the overview that were shown, and kept',
    async (choice) => {
      await connect();
      offerGtbs(server, [gtbOf(), gtbOf({ peildatum: '2009-08-01' }), gtbOf({ vestigingsvolgnummer: '01' })]);
      await world.call('mijnBron.fetchGtbs', {});
      await readDownloaded(world, overviewOf());
      const { gtbs, gemachtigde, vergelijkingsoverzicht } = await page();
      const given = {
        choice,
        gtbs: gtbs.map(({ kenmerk }) => kenmerk),
        vergelijkingsoverzicht: vergelijkingsoverzicht?.kenmerk,
      };
      expect(given.gtbs).toEqual([gtbOf().kenmerk, gtbOf({ vestigingsvolgnummer: '01' }).kenmerk]);
      server.answers.set('POST reactie', {
        status: 200,
        body: { ...given, by: gemachtigde, receivedOn: '2009-11-02' },
      });
      const { reactie } = await world.call('mijnBron.giveReactie', { ...given, confirmed: true });
      expect(reactie).toEqual({ ...given, by: 'A. Ministratie', receivedOn: '2009-11-02' });
      expect(server.asked.at(-1)).toMatchObject({ request: 'POST reactie', body: { ...given, by: 'A. Ministratie' } });
      expect((await page()).given).toEqual([reactie]);
      // The path ticks it by itself.
      const { plan } = await world.call('aansluiting.get', {});
      expect(plan.steps[11]?.parts).toContainEqual({ key: 'reactie', doneOn: '2009-11-02' });
      const { rows: lines } = await world.call('changes.list', { filter: { kind: 'reactie' } });
      expect(lines.map(({ new: value }) => value)).toEqual([choice]);
    },
  );

  it('C-66: is refused when a newer GTB came in after what was shown, and is never sent by the program itself', async () => {
    await connect();
    offerGtbs(server, [gtbOf()]);
    await world.call('mijnBron.fetchGtbs', {});
    const shown = (await page()).gtbs.map(({ kenmerk }) => kenmerk);
    await readDownloaded(world, gtbOf({ madeOn: '2009-11-01', kenmerk: 'nieuwer' }));
    expect(await world.fail('mijnBron.giveReactie', { ...about, gtbs: shown })).toMatchObject({
      code: 'reactie-outdated',
    });
    await readDownloaded(world, overviewOf());
    expect(await world.fail('mijnBron.giveReactie', { ...about, gtbs: ['nieuwer'] })).toMatchObject({
      code: 'reactie-outdated',
    });
    expect(server.asked.filter(({ request }) => request === 'POST reactie')).toEqual([]);
    expect((await page()).given).toEqual([]);
    expect(await world.las.invoke('mijnBron.giveReactie', { choice: 'akkoord', gtbs: ['nieuwer'] })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  it('that Mijn BRON refuses is not kept', async () => {
    await connect();
    offerGtbs(server, [gtbOf()]);
    await world.call('mijnBron.fetchGtbs', {});
    server.answers.set('POST reactie', refusal(409, 'phase-over', 'De fase aansluiting van uw school is voorbij.'));
    const failure = await world.fail('mijnBron.giveReactie', { ...about, gtbs: [gtbOf().kenmerk] });
    expect(failure.message).toContain('De fase aansluiting van uw school is voorbij.');
    expect((await page()).given).toEqual([]);
  });

  it('is not for the administratie to give', async () => {
    await addEveryRole(world);
    await signIn(world, 'administratie');
    expect(await world.fail('mijnBron.giveReactie', { ...about, gtbs: ['x'] })).toMatchObject({ code: 'not-allowed' });
  });
});
