import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { dataFolder } from '../../electron/core/database/dataFolder.ts';
import { readKeys } from '../../electron/core/users/keysFile.ts';
import { unlockWithPassword } from '../../electron/core/users/keys.ts';
import { createAdministration, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { operations } from '../../shared/api/contract.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';
import { addEveryRole, ownPassword, signIn, signInAsBeheerder } from '../support/users.ts';

let world: TestLas;
const pupils: Record<string, number> = {};

/** Does something to the database while the program is locked, beside the program. */
async function beside(work: (db: Connection) => void): Promise<void> {
  const folder = dataFolder(world.dataDir);
  await world.call('session.lock', {});
  const { key } = await unlockWithPassword(readKeys(folder.keys), PASSWORD, 'secretaresse');
  const db = openDatabase(folder.database, key);
  work(db);
  db.close();
}

/** Gives the leerkracht the groep 3a of the Hoofdvestiging in a schooljaar. */
const assignGroep = (userId: string, schooljaar: string) =>
  beside((db) => {
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO groep (schooljaar, vestigingsvolgnummer, naam, leerjaren, position) VALUES (?, '00', '3a', '3', 1)`,
      )
      .run(schooljaar);
    db.prepare('INSERT INTO groep_leerkracht (groep_id, user_id) VALUES (?, ?)').run(lastInsertRowid, userId);
  });

/** Holds a melding of every pupil back for what is wrong with the postcode and with the achternaam. */
const holdBack = () =>
  beside((db) => {
    const findings = ['postcode', 'achternaam'].map((element) => ({
      ...{ code: '1', ernst: 'A', section: '4.2.8.1', gegevensgroep: 'persoonMetPgn', element },
      omschrijving: `Er is iets met ${element}.`,
    }));
    db.prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, findings, created_at)
       SELECT 3, 'b' || id, id, 'tegengehouden', ?, '2009-11-02T08:00:00.000Z' FROM inschrijving`,
    ).run(JSON.stringify(findings));
  });

const inGroep = (groep: string, vestigingsvolgnummer = '00') =>
  correctInschrijving({
    leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep }],
    vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer }],
  });

const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', plaatsnaam: 'Voorbeeld', postcode: '2548AE' };

/** A mother of Hera and Zeus, and of Remi, who is in another groep. */
async function addFamily(): Promise<void> {
  const verzorger = {
    gegevens: {
      achternaam: 'Jager',
      roepnaam: 'Aphrodite',
      telefoonMobile: '06 12345678',
      opleiding: '2',
      note: 'alleen voor het kantoor',
    },
  };
  const link = { gegevens: { relatie: 'moeder', livesWithLeerling: 'true' } };
  const { id } = await world.call('gezin.saveVerzorger', { leerlingId: pupils.hera ?? 0, verzorger, link });
  for (const name of ['zeus', 'remi'])
    await world.call('gezin.linkVerzorger', { leerlingId: pupils[name] ?? 0, verzorgerId: id, gegevens: {} });
}

beforeAll(async () => {
  world = await startTestLas();
  await createAdministration(world);
  const ids = await addEveryRole(world);
  const add = async (name: string, ...args: Parameters<typeof addPupil> extends [TestLas, ...infer R] ? R : never) => {
    pupils[name] = (await addPupil(world, ...args)).leerlingId;
  };
  await add('hera', { ...testPersons.hera, ...adres, geheim: 'true' }, inGroep('3a'));
  await add('zeus', { ...testPersons.zeus, ...adres }, inGroep('3a'));
  await add('remi', testPersons.remi, inGroep('4b'));
  await add('odin', testPersons.odin, inGroep('3a', '01'));
  await add(
    'moved',
    { achternaam: 'Verhuisd' },
    {
      ...inGroep('3a'),
      leerjaarGroep: [
        { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
        { begindatum: '2009-10-01', leerjaar: '3', groep: '3b' },
      ],
    },
  );
  await add('left', { achternaam: 'Vertrokken' }, { ...inGroep('3a'), datumUitschrijving: '2009-10-31' });
  for (const date of ['2010-07-31', '2010-08-01'])
    await add(
      date,
      { achternaam: `Begint ${date}` },
      correctInschrijving({
        datumInschrijving: date,
        leerjaarGroep: [{ begindatum: date, leerjaar: '3', groep: '3a' }],
        vestiging: [{ begindatum: date, vestigingsvolgnummer: '00' }],
      }),
    );
  await addFamily();
  await assignGroep(ids.leerkracht, '2009-2010');
  await holdBack();
  await signIn(world, 'leerkracht', ownPassword('leerkracht'));
});
afterAll(async () => {
  await world.close();
});

const found = async (search: string) =>
  (await world.call('leerlingen.list', { search, show: 'alle' })).rows.map(({ naam }) => naam);

describe('a leerkracht', () => {
  it('finds the pupils who are in the own groep of this vestiging today or will be this school year, and nobody else', async () => {
    expect(await found('')).toEqual(['Begint 2010-07-31', 'Jager, Hera de', 'Jager, Zeus de']);
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(3);
    expect(await found('noord')).toEqual([]);
    for (const name of ['remi', 'odin', 'moved', 'left', '2010-08-01'])
      expect(await world.fail('leerlingen.get', { id: pupils[name] ?? 0 }), name).toMatchObject({ code: 'not-found' });
  });

  it('finds nobody by a number that is not for her, whole or in part', async () => {
    for (const number of ['999992533', '9999', '92533']) expect(await found(number), number).toEqual([]);
    expect(await found('hera')).toEqual(['Jager, Hera de']);
  });

  it('sees no number, no secret address, nothing of family and funding, and nothing of BRON', async () => {
    const hera = await world.call('leerlingen.get', { id: pupils.hera ?? 0 });
    expect(hera.persoon).toMatchObject({ roepnaam: 'Hera', geboortedatum: '2001-12-31', geheim: 'true' });
    const text = JSON.stringify(hera);
    for (const secret of ['999992533', 'Dorpsstraat', '2548AE', 'Voorbeeld']) expect(text).not.toContain(secret);
    expect(hera.inschrijvingen[0]).toMatchObject({ findings: [], signalen: [], gegevens: { gewicht: [] } });
    expect(hera.inschrijvingen[0]?.gegevens).toMatchObject({ leerjaarGroep: [{ groep: '3a' }] });
    expect(hera.inschrijvingen[0]?.gegevens.aanduidingNnca).toBeUndefined();
    const zeus = await world.call('leerlingen.get', { id: pupils.zeus ?? 0 });
    expect(zeus.persoon).toMatchObject({ straatnaam: 'Dorpsstraat', postcode: '2548AE' });
    expect(JSON.stringify(zeus)).not.toContain('999992120');
  });

  it('sees of a family whom to call, and of its children only the own pupils', async () => {
    const hera = await world.call('gezin.get', { leerlingId: pupils.hera ?? 0 });
    expect(hera.verzorgers).toMatchObject([
      {
        gegevens: { roepnaam: 'Aphrodite', telefoonMobile: '06 12345678' },
        address: '',
        alsoOf: [{ id: pupils.zeus }],
      },
    ]);
    expect(hera.siblings).toMatchObject([{ leerlingId: pupils.zeus, state: 'sibling' }]);
    const text = JSON.stringify(hera);
    for (const secret of ['opleiding', 'kantoor', 'Dorpsstraat', 'Remi']) expect(text).not.toContain(secret);
    const { verzorgers } = await world.call('gezin.get', { leerlingId: pupils.zeus ?? 0 });
    expect(verzorgers).toMatchObject([{ address: '' }]);
    expect(await world.fail('gezin.get', { leerlingId: pupils.remi ?? 0 })).toMatchObject({ code: 'not-found' });
  });

  it('gets pupils by these operations only; whoever adds one adds to the tests above what it shows', () => {
    const open = Object.entries(operations).filter(([, { access }]) => access === 'ownGroup');
    expect(open.map(([name]) => name).sort()).toEqual(['gezin.get', 'leerlingen.get', 'leerlingen.list']);
  });

  it('leaves no line of having seen a number; who sees one leaves one in fifteen minutes', async () => {
    const later = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));
    const id = pupils.hera ?? 0;
    later(60);
    await world.call('leerlingen.get', { id });
    await signIn(world, 'lezer');
    for (const minutes of [0, 5, 9, 2]) {
      later(minutes);
      await world.call('leerlingen.get', { id });
    }
    await signInAsBeheerder(world);
    const { rows } = await world.call('changes.list', { filter: { kind: 'view', leerlingId: id } });
    const looks = rows.filter(({ userName }) => userName !== 'Secretaresse');
    expect(looks.map(({ userName, new: which }) => [userName, which])).toEqual([
      ['Naam lezer', 'burgerservicenummer'],
      ['Naam lezer', 'burgerservicenummer'],
    ]);
    await signIn(world, 'leerkracht');
  });

  it('has an empty list in another schooljaar, until the groepen of that year are given', async () => {
    world.clock.set(new Date('2010-08-02T08:00:00Z'));
    expect(await found('')).toEqual([]);
  });
});

describe('a lezer', () => {
  it('sees numbers, and a secret address nowhere', async () => {
    await signIn(world, 'lezer');
    const hera = await world.call('leerlingen.get', { id: pupils.hera ?? 0 });
    expect(hera).toMatchObject({ adresHidden: true, persoon: { burgerservicenummer: '999992533' } });
    const families = [];
    for (const name of ['hera', 'zeus', 'remi'])
      families.push(await world.call('gezin.get', { leerlingId: pupils[name] ?? 0 }));
    for (const secret of ['Dorpsstraat', '2548AE']) expect(JSON.stringify([hera, ...families])).not.toContain(secret);
    expect(await world.call('leerlingen.get', { id: pupils.zeus ?? 0 })).toMatchObject({
      adresHidden: false,
      persoon: { straatnaam: 'Dorpsstraat' },
    });
  });

  it('reads of a melding nothing that is about a secret address', async () => {
    const elements = async (name: string) => {
      const { rows } = await world.call('exchange.berichten', { leerlingId: pupils[name] ?? 0 });
      return rows.flatMap(({ findings }) => findings.map(({ element }) => element));
    };
    expect(await elements('hera')).toEqual(['achternaam']);
    expect(await elements('zeus')).toEqual(['postcode', 'achternaam']);
    await signInAsBeheerder(world);
    expect(await elements('hera')).toEqual(['postcode', 'achternaam']);
  });
});
