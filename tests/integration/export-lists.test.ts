import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx/xlsx.mjs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { lists, standardColumns } from '../../shared/domain/export/columns.ts';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';
import { loggedExports } from '../support/database.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';
import { temporaryFolder } from '../unit/databaseWorld.ts';

let world: TestLas;

beforeAll(async () => {
  world = await startTestLas();
  await createAdministration(world);
  await addPupil(world, { ...testPersons.hera, roepnaam: '=1+1', leerlingnummer: '0012', geheim: 'true' });
  await addPupil(
    world,
    { ...testPersons.zeus, geboortedatum: '2003-12-00' },
    correctInschrijving({
      leerjaarGroep: [
        { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
        { begindatum: '2009-10-01', leerjaar: '4', groep: '4b' },
        { begindatum: '2009-12-01', leerjaar: '5', groep: '5c' },
      ],
      vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '01' }],
    }),
  );
  await addPupil(
    world,
    { ...testPersons.remi, achternaam: 'Één; "twee"\r\ndrie' },
    correctInschrijving({ datumUitschrijving: '2009-10-01' }),
  );
});
afterAll(() => world.close());

type Query = Omit<Input<'export.list'>, 'target'>;

const leerlingen: Query = { list: 'leerlingen', format: 'csv', columns: standardColumns('leerlingen', 'WPO') };

async function exported(query: Query, name: string) {
  const path = join(temporaryFolder(), name);
  const outcome = await world.call('export.list', { ...query, target: world.grant(path, 'write') });
  return { path, outcome, bytes: readFileSync(path) };
}

const recordsOf = (bytes: Buffer): Record<string, string>[] =>
  parse(bytes, { delimiter: ';', bom: true, columns: true });

describe('a list as CSV', () => {
  it('is what Dutch Excel expects, with formulas guarded and the values of today', async () => {
    const { bytes, outcome } = await exported({ ...leerlingen, show: 'alle' }, 'leerlingen.csv');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString('utf8');
    expect(text).toContain('"Één; ""twee""\r\ndrie"');
    expect(text.split('\r\n')[0]).toBe(
      '\uFEFFLeerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Geboortedatum;Geslacht;Leerjaar;Groep',
    );
    expect(outcome).toEqual({ count: 3, bytes: bytes.length, secretAddressesLeftOut: 0 });
    expect(recordsOf(bytes).map((row) => [row['Roepnaam'], row['Leerjaar'], row['Groep']])).toEqual([
      ['Rémi', '3', '3a'],
      ["'=1+1", '3', '3a'],
      ['Zeus', '4', '4b'],
    ]);
    expect(recordsOf(bytes)[1]).toMatchObject({ Geboortedatum: '31-12-2001', Leerlingnummer: '0012' });
    expect(recordsOf(bytes)[2]).toMatchObject({ Geboortedatum: '00-12-2003' });
  });

  it('holds who is enrolled today, or one group, and dates as chosen', async () => {
    const today = await exported({ ...leerlingen, dates: 'yyyy-mm-dd' }, 'x.csv');
    expect(recordsOf(today.bytes).map((row) => row['Geboortedatum'])).toEqual(['2001-12-31', '2003-12-00']);
    const { groepen } = await world.call('export.options', {});
    expect(groepen).toEqual([
      { groep: '3a', vestigingsvolgnummer: '00' },
      { groep: '4b', vestigingsvolgnummer: '01' },
    ]);
    const group = await exported({ ...leerlingen, groep: groepen[1]! }, 'x.csv');
    expect(recordsOf(group.bytes).map((row) => row['Roepnaam'])).toEqual(['Zeus']);
    const left = await exported({ ...leerlingen, show: 'uitgeschreven' }, 'x.csv');
    expect(recordsOf(left.bytes).map((row) => row['Roepnaam'])).toEqual(['Rémi']);
  });

  it('gives numbers and secret addresses only when asked for', async () => {
    const columns = ['leerling.burgerservicenummer', 'leerling.postcode'];
    const refused = await world.fail('export.list', {
      ...leerlingen,
      columns,
      target: world.grant(join(temporaryFolder(), 'x.csv'), 'write'),
    });
    expect(refused).toMatchObject({ code: 'invalid-input', field: 'columns' });
    const some = await exported({ ...leerlingen, columns, withNumbers: true }, 'x.csv');
    expect(some.outcome.secretAddressesLeftOut).toBe(1);
    expect(recordsOf(some.bytes).map(Object.values)).toEqual([
      ['999992533', ''],
      ['999992120', '2548AE'],
    ]);
    const all = await exported({ ...leerlingen, columns, withNumbers: true, withSecretAddresses: true }, 'x.csv');
    expect(all.outcome.secretAddressesLeftOut).toBe(0);
    expect(recordsOf(all.bytes).map(Object.values)[0]).toEqual(['999992533', '2548AE']);
  });

  it('has a source for every column of every list', async () => {
    for (const list of ['leerlingen', 'inschrijvingen'] as const) {
      const columns = lists[list].columns.map(({ key }) => key);
      const { bytes, outcome } = await exported(
        { list, format: 'csv', columns, show: 'alle', withNumbers: true },
        'x.csv',
      );
      expect(outcome.count).toBe(3);
      expect(Object.keys(recordsOf(bytes)[0]!)).toHaveLength(columns.length);
    }
    const { rows } = await world.call('leerlingen.list', { search: 'zeus' });
    await world.call('gezin.saveVerzorger', {
      leerlingId: rows[0]!.id,
      verzorger: { gegevens: { achternaam: 'Jager', telefoon: '+31 10 1234567' } },
      link: { gegevens: { relatie: 'vader', noodcontact: 'true', livesWithLeerling: 'true' } },
    });
    const columns = lists.verzorgers.columns.map(({ key }) => key);
    const verzorgers = recordsOf((await exported({ list: 'verzorgers', format: 'csv', columns }, 'x.csv')).bytes);
    expect(verzorgers).toMatchObject([
      { Roepnaam: 'Zeus', Groep: '4b', Relatie: 'vader', Telefoon: "'+31 10 1234567", Noodcontact: 'ja' },
    ]);
    // He lives where the pupil lives.
    expect(verzorgers[0]!['Postcode verzorger']).toBe('2548AE');
    // Nothing has been sent yet, so that nothing is wrong yet; an empty file is never made.
    const work = { list: 'werklijst', format: 'csv', columns: standardColumns('werklijst', 'WPO') } as const;
    const target = world.grant(join(temporaryFolder(), 'x.csv'), 'write');
    expect((await world.fail('export.list', { ...work, target })).code).toBe('export-empty');
    const [row] = recordsOf(
      (
        await exported(
          {
            list: 'inschrijvingen',
            format: 'csv',
            columns: ['gewicht.gewicht', 'indicatieBekostiging.indicatieBekostiging', 'bron.state'],
          },
          'x.csv',
        )
      ).bytes,
    );
    expect(row).toEqual({ Gewicht: '0', 'Indicatie bekostiging': 'ja', 'Stand bij BRON': 'aan te leveren' });
  });
});

describe('the list of verzorgers', () => {
  it('has the addresses of the card, and those of a secret pupil only when asked for', async () => {
    const idOf = async (search: string) => (await world.call('leerlingen.list', { search })).rows[0]!.id;
    const [hera, zeus] = [await idOf('999992533'), await idOf('zeus')];
    const own = { straatnaam: 'Bergweg', huisnummer: '9', postcode: '2517JR', plaatsnaam: 'Den Haag' };
    const add = (leerlingId: number, achternaam: string, address: object, livesWithLeerling?: 'true') =>
      world.call('gezin.saveVerzorger', {
        leerlingId,
        verzorger: { gegevens: { achternaam, ...address } },
        link: { gegevens: livesWithLeerling ? { livesWithLeerling } : {} },
      });
    await add(zeus, 'Thuis', own, 'true');
    await add(zeus, 'Elders', own);
    await add(zeus, 'Odin', {});
    const { id: verzorgerId } = await add(hera, 'Geheim', own, 'true');
    await world.call('gezin.linkVerzorger', { leerlingId: zeus, verzorgerId, gegevens: {} });
    const columns = ['leerling.roepnaam', 'verzorger.achternaam', 'verzorger.postcode'];
    const rowsOf = async (withSecretAddresses: boolean) => {
      const query = { list: 'verzorgers', format: 'csv', columns, withSecretAddresses } as const;
      const { bytes, outcome } = await exported(query, 'x.csv');
      const ofZeus = recordsOf(bytes).filter(({ Roepnaam }) => Roepnaam === 'Zeus');
      const postcodes = ofZeus.map((row) => [row['Achternaam verzorger'], row['Postcode verzorger']]);
      return { postcodes: Object.fromEntries(postcodes) as object, leftOut: outcome.secretAddressesLeftOut };
    };
    const card = (await world.call('gezin.get', { leerlingId: zeus })).verzorgers;
    const shown = { Thuis: '2548AE', Elders: '2517JR', Odin: '', Geheim: '2548AE' };
    for (const [name, postcode] of Object.entries(shown))
      expect(card.find(({ gegevens }) => gegevens.achternaam === name)?.address).toContain(postcode);
    expect(await rowsOf(true)).toMatchObject({ postcodes: shown, leftOut: 0 });
    expect(await rowsOf(false)).toMatchObject({ postcodes: { ...shown, Geheim: '' }, leftOut: 2 });
  });
});

describe('a list as XLSX', () => {
  it('keeps texts as texts and dates as dates', async () => {
    const columns = [...standardColumns('leerlingen', 'WPO'), 'leerling.burgerservicenummer'];
    const { bytes, outcome } = await exported({ ...leerlingen, format: 'xlsx', columns, withNumbers: true }, 'x.xlsx');
    const book = read(bytes, { cellStyles: true, cellDates: false });
    expect(book.SheetNames).toEqual(['Leerlingen']);
    const sheet = book.Sheets['Leerlingen']!;
    const rows = utils.sheet_to_json<Record<string, string | Date>>(sheet);
    expect(rows).toHaveLength(outcome.count);
    expect(rows[0]).toMatchObject({ Roepnaam: '=1+1', Leerlingnummer: '0012', Burgerservicenummer: '999992533' });
    // The incomplete date stays a text.
    expect(rows[0]!['Geboortedatum']).toEqual(new Date('2001-12-31T00:00:00Z'));
    expect(rows[1]!['Geboortedatum']).toBe('00-12-2003');
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && 'f' in cell)).toBe(false);
  });
});

describe('an export', () => {
  it('is logged with what and how many, never with whom', async () => {
    const before = (await loggedExports(world)).length;
    await exported({ ...leerlingen, columns: ['leerling.burgerservicenummer'], withNumbers: true }, 'x.csv');
    expect((await loggedExports(world)).slice(before)).toEqual([
      { entity: 'export', field: 'leerlingen', new_value: 'CSV, 2 rijen, met nummers' },
    ]);
  });

  it('keeps column sets per user', async () => {
    const set = { list: 'leerlingen', name: 'Klassenlijst', columns: ['leerling.roepnaam'] } as const;
    await world.call('export.saveColumnSet', { ...set, columns: ['leerling.achternaam'] });
    await world.call('export.saveColumnSet', { ...set, columns: [...set.columns] });
    expect((await world.call('export.options', {})).columnSets).toEqual([set]);
    await world.call('export.removeColumnSet', { list: 'leerlingen', name: 'klassenlijst' });
    expect((await world.call('export.options', {})).columnSets).toEqual([]);
  });

  it('that cannot be written says so, leaves a former file and nothing else', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.csv');
    writeFileSync(path, 'former');
    const running = world.call('export.list', { ...leerlingen, target: world.grant(path, 'write') });
    await world.call('export.stop', {});
    // Three rows are one slice, so it may have been through: either way the file is whole.
    await running;
    expect(readdirSync(folder)).toEqual(['x.csv']);
    const missing = await world.fail('export.list', {
      ...leerlingen,
      target: world.grant(join(folder, 'missing', 'x.csv'), 'write'),
    });
    expect(missing.code).toBe('target-not-writable');
    expect(await world.fail('export.list', { ...leerlingen, target: 'made up' })).toMatchObject({ code: 'file-gone' });
  });
});
