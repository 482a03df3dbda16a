import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;
let polls: number;

beforeEach(async () => {
  world = await createMockWorld();
  school = await world.school();
  polls = 0;
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

type Selectie = NonNullable<Message<5>['selectiegegevens']>[number];
const key = ({ burgerservicenummer, geboortedatum, geslacht }: (typeof pupils)[keyof typeof pupils]) => ({
  burgerservicenummer,
  geboortedatum,
  geslacht,
});

/** Whatever waits is fetched, so that the next answer is the only one. */
const fetch = (from = school) => {
  polls += 1;
  return from.poll(String(polls));
};
/** Sends a verzoek and gives the bundle that answers it. */
async function overview(id: string, selectie: Selectie, from = school): Promise<Message<7>> {
  expect(await from.ask({ berichtidentificatie: id, selectiegegevens: [selectie] })).toMatchObject({
    statusMelding: 'B',
  });
  return fetch(from);
}
const personsOf = (bundle: Message<7>) => bundle.terugkoppelingRegistratieoverzicht?.[0]?.persoon ?? [];
const numbersOf = (bundle: Message<7>) => personsOf(bundle).map(({ burgerservicenummer }) => burgerservicenummer);
const codesOf = (bundle: Message<7>) =>
  bundle.terugkoppelingAfkeuring?.flatMap(({ signaal }) => signaal ?? []).map(({ signaalcode }) => signaalcode);

const { hera, zeus, remi, odin, loki } = pupils;

describe('a registratieoverzicht of all pupils (PvE 5.6.5, 5.6.12)', () => {
  it('gives every inschrijving that is valid on the peildatum, its last and first day included', async () => {
    await school.meld(
      correctMelding('M1', hera, { datumInschrijving: '2009-08-01', datumUitschrijving: '2009-10-01' }),
    );
    await school.meld(correctMelding('M2', zeus, { datumInschrijving: '2009-10-01' }));
    await school.meld(correctMelding('M3', remi, { datumInschrijving: '2009-10-02' }));
    await school.meld(
      correctMelding('M4', odin, { datumInschrijving: '2009-08-01', datumUitschrijving: '2009-09-30' }),
    );
    expect((await fetch()).terugkoppelingAfkeuring).toBeUndefined();
    const bundle = await overview('V1', { peildatum: '2009-10-01' });
    expect(bundle.terugkoppelingRegistratieoverzicht).toHaveLength(1);
    expect(bundle.terugkoppelingRegistratieoverzicht?.[0]?.berichtidentificatie).toBe('V1');
    expect(numbersOf(bundle)).toEqual([hera.burgerservicenummer, zeus.burgerservicenummer]);
    expect(world.mock.state().messages).toMatchObject({ geregistreerd: 4, answered: 1, afgekeurd: 0 });
  });

  it('gives persoonsgegevens as bericht 10 without leerlingnummer, the registered stand and the last approved melding', async () => {
    await school.meld(correctMelding('M1', hera));
    const changed = correctMelding('M2', hera, { datumOorspronkelijkeInschrijving: '2009-08-03', adviesVo: '60' });
    await school.meld(changed);
    const second = await world.school('99ZZ', '01');
    await second.meld(correctMelding('M3', { ...hera, geslacht: 'M' }));
    const [, answer] = (await fetch()).meldingInschrijvingAntwoord ?? [];
    const bundle = await overview('V1', { peildatum: '2009-11-02' });
    const { datumOorspronkelijkeInschrijving: _, ...inschrijving } = changed.inschrijvingWpo?.[0] ?? {};
    expect(personsOf(bundle)).toEqual([
      {
        ...answer?.persoon?.[0],
        inschrijvingWpo: [inschrijving],
        meldinggegevens: [{ berichtidentificatie: 'M2', aanleverpuntnummer: '00' }],
      },
    ]);
    expect(answer?.persoon?.[0]?.adres).toBeDefined();
    expect(JSON.stringify(bundle)).not.toContain('signaal');
  });

  it('gives the postcode volgens instelling of the peildatum, not the newest', async () => {
    await school.meld(correctMelding('M1', hera));
    world.mock.advanceClock(30 * 86_400);
    await school.meld(correctMelding('M2', { ...hera, postcode: '2517JR' }));
    await fetch();
    const postcode = async (id: string, peildatum: string) => personsOf(await overview(id, { peildatum }))[0]?.postcode;
    expect(await postcode('V1', '2009-09-01')).toBe('2548AE');
    expect(await postcode('V2', '2009-12-01')).toBe('2548AE');
    expect(await postcode('V3', '2009-12-02')).toBe('2517JR');
  });

  it('is one of the school: other aanleverpunten count, other schools do not; the asking aanleverpunt gets it', async () => {
    const [second, other] = [await world.school('99ZZ', '01'), await world.school('98AA')];
    await school.meld(correctMelding('M1', hera));
    await second.meld(correctMelding('M2', zeus));
    await other.meld(correctMelding('M3', remi));
    await fetch(second);
    const bundle = await overview('V1', { peildatum: '2009-11-02' }, second);
    expect(personsOf(bundle).map(({ meldinggegevens }) => meldinggegevens?.[0])).toEqual([
      { berichtidentificatie: 'M1', aanleverpuntnummer: '00' },
      { berichtidentificatie: 'M2', aanleverpuntnummer: '01' },
    ]);
    expect((await fetch()).terugkoppelingRegistratieoverzicht).toBeUndefined();
  });

  it('is empty when nothing is registered on the peildatum', async () => {
    const bundle = await overview('V1', { peildatum: '2009-11-02' });
    expect(bundle.terugkoppelingRegistratieoverzicht).toEqual([{ berichtidentificatie: 'V1' }]);
  });

  it('goes alone when it is larger than a bundle (PvE 5.6.7)', async () => {
    await school.meld(correctMelding('M1', hera));
    await fetch();
    await world.restart({ bundleBytes: 3000 });
    school = await world.school();
    await school.ask({ berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-11-02' }] });
    for (const [id, pupil] of [
      ['M2', zeus],
      ['M3', remi],
      ['M4', odin],
      ['M5', loki],
    ] as const) {
      await school.meld(correctMelding(id, pupil));
    }
    await school.ask({ berichtidentificatie: 'V2', selectiegegevens: [{ peildatum: '2009-11-02' }] });
    const sizes: number[] = [];
    for (;;) {
      polls += 1;
      const { body } = await school.post(encodeEnvelope(6, { berichtidentificatie: String(polls) }, school.header));
      const text = body.toString('utf8');
      if (!text.includes('antwoord') && !text.includes('overzicht')) break;
      sizes.push(body.length);
      // The one that is too large has no company.
      if (body.length > 3000) expect(text.match(/antwoord>|inschrijving>/g)?.length).toBe(2);
    }
    expect(sizes.filter((size) => size > 3000)).toHaveLength(1);
  });
});

describe('a registratieoverzicht of a vestiging (reading R28)', () => {
  beforeEach(async () => {
    const moved = [
      { begindatum: '2009-08-01', vestigingsvolgnummer: '00' },
      { begindatum: '2009-10-15', vestigingsvolgnummer: '01' },
    ];
    await school.meld(correctMelding('M1', hera, { vestiging: moved }));
    await school.meld(correctMelding('M2', zeus));
    expect((await fetch()).terugkoppelingAfkeuring).toBeUndefined();
  });

  it.each([
    ['2009-10-14', '00', [hera, zeus]],
    ['2009-10-14', '01', []],
    ['2009-10-15', '1', [hera]],
    ['2009-10-15', '0', [zeus]],
    // Closed, and an inspectielocatie: both are vestigingen of the school.
    ['2009-10-15', '02', []],
    ['2009-10-15', '90', []],
  ])('on %s at %s', async (peildatum, vestigingsvolgnummer, expected) => {
    const bundle = await overview('V1', { peildatum, vestigingsvolgnummer });
    expect(codesOf(bundle)).toBeUndefined();
    expect(numbersOf(bundle)).toEqual(expected.map(({ burgerservicenummer }) => burgerservicenummer));
  });

  it('397: the school has no such vestiging', async () => {
    const bundle = await overview('V1', { peildatum: '2009-11-02', vestigingsvolgnummer: '07' });
    expect(bundle.terugkoppelingRegistratieoverzicht).toBeUndefined();
    expect(bundle.terugkoppelingAfkeuring).toMatchObject([
      { berichtidentificatie: 'V1', signaal: [{ signaalcode: '397' }] },
    ]);
    expect(world.mock.state().messages).toMatchObject({ answered: 0, afgekeurd: 1 });
  });
});

describe('a registratieoverzicht of persons', () => {
  beforeEach(async () => {
    await school.meld(correctMelding('M1', hera));
    await school.meld(correctMelding('M2', zeus));
    await fetch();
  });

  it('gives those, and leaves out who is not enrolled or not found (R30)', async () => {
    const persoon = [key(zeus), key(remi)];
    expect(numbersOf(await overview('V1', { peildatum: '2009-11-02', persoon }))).toEqual([zeus.burgerservicenummer]);
    expect(numbersOf(await overview('V2', { peildatum: '2009-11-02', persoon: [key(remi)] }))).toEqual([]);
    const unknown = [
      { ...key(zeus), geslacht: 'V' },
      { ...key(hera), burgerservicenummer: undefined, onderwijsnummer: '100000053' },
    ];
    expect(numbersOf(await overview('V4', { peildatum: '2009-11-02', persoon: unknown }))).toEqual([]);
    const elsewhere = { peildatum: '2009-11-02', vestigingsvolgnummer: '01', persoon: [key(zeus)] };
    expect(numbersOf(await overview('V3', elsewhere))).toEqual([]);
  });

  it('finds a pupil by the onderwijsnummer that BRON gave', async () => {
    const { persoonMetPgn: _, ...rest } = correctMelding('M3', hera);
    const names = { achternaam: 'Onbekend', voornamen: 'Iris', straatnaam: 'Teststraat', huisnummer: '1' };
    const persoon = { geboortedatum: '2001-05-00', geslacht: 'V', postcode: '2548AE' };
    await school.meld({ ...rest, persoonZonderPgn: [{ ...persoon, ...names, leerlingnummer: '4711' }] });
    const onderwijsnummer = (await fetch()).meldingInschrijvingAntwoord?.[0]?.persoon?.[0]?.onderwijsnummer ?? '';
    const asked = [{ onderwijsnummer, geboortedatum: '2001-05-00', geslacht: 'V' }];
    const [found, ...others] = personsOf(await overview('V1', { peildatum: '2009-11-02', persoon: asked }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ onderwijsnummer, geboortedatum: '2001-05-00', postcode: '2548AE' });
    expect(found).not.toHaveProperty('leerlingnummer');
  });

  it.each([
    ['750', { ...key(zeus), burgerservicenummer: '999992121' }],
    ['751', { onderwijsnummer: '100000054', geboortedatum: '2003-12-31', geslacht: 'M' }],
    ['740', { geboortedatum: '2003-12-31', geslacht: 'M' }],
    ['742', { ...key(zeus), geboortedatum: '2003-13-31' }],
    ['843', { ...key(zeus), geboortedatum: '2009-11-02' }],
    ['741', { ...key(zeus), geslacht: 'X' }],
  ])('%s refuses the whole verzoek (PvE 4.2.7)', async (code, person) => {
    const bundle = await overview('V1', { peildatum: '2009-11-02', persoon: [key(hera), person] });
    expect(codesOf(bundle)).toContain(code);
    expect(bundle.terugkoppelingRegistratieoverzicht).toBeUndefined();
  });
});

describe('the synchronous controles', () => {
  it('396: berichten 3 and 5 share one series of berichtidentificaties per BRIN', async () => {
    await school.meld(correctMelding('M1', hera));
    const second = await world.school('99ZZ', '01');
    const verzoek = { berichtidentificatie: 'M1', selectiegegevens: [{ peildatum: '2009-11-02' }] };
    expect(await second.ask(verzoek)).toMatchObject({ statusMelding: 'A', signaal: [{ signaalcode: '396' }] });
  });

  it.each([
    ['no selectiegegevens', { berichtidentificatie: 'V1' }],
    ['no peildatum', { berichtidentificatie: 'V1', selectiegegevens: [{ vestigingsvolgnummer: '00' }] }],
    ['no date', { berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-02-30' }] }],
  ] as [string, Message<5>][])('359: %s', async (_, verzoek) => {
    expect(await school.ask(verzoek)).toMatchObject({ statusMelding: 'A', signaal: [{ signaalcode: '359' }] });
  });
});

it('a register of the first version is brought up to date with its addresses', async () => {
  await school.meld(correctMelding('M1', hera));
  await fetch();
  await world.mock.close();
  const register = new Database(join(world.folder, 'register.sqlite'));
  register.exec(`
    ALTER TABLE addresses RENAME TO addresses_2;
    CREATE TABLE addresses (person INTEGER NOT NULL REFERENCES persons (id), brinnummer TEXT NOT NULL, postcode TEXT,
      land TEXT, PRIMARY KEY (person, brinnummer)) STRICT;
    INSERT INTO addresses SELECT person, brinnummer, postcode, land FROM addresses_2;
    DROP TABLE addresses_2;
    ALTER TABLE certificates DROP COLUMN revoked_at;
    ALTER TABLE persons DROP COLUMN follows_on;
    PRAGMA user_version = 1;`);
  register.close();
  await world.restart();
  school = await world.school();
  expect(personsOf(await overview('V1', { peildatum: '2009-11-02' }))[0]?.postcode).toBe('2548AE');
});
