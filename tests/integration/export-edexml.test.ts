import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ASSUMED_OF_PAGE } from '../../electron/core/export/edexmlPupils.ts';
import { createEdexmlValidator } from '../../electron/core/export/edexmlSchema.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import type { Input } from '../../shared/api/contract.ts';
import { createAdministration, START, startTestLas, type TestLas } from '../support/administration.ts';
import { loggedExports } from '../support/database.ts';
import { registeredFromFile } from '../support/edexmlState.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';
import { temporaryDatabase, temporaryFolder } from '../unit/databaseWorld.ts';

const fixture = fileURLToPath(new URL('fixtures/edexml.xml', import.meta.url));

async function emptyWorld(): Promise<TestLas> {
  const world = await startTestLas({ clock: createFixedClock(START) });
  onTestFinished(() => world.close());
  await createAdministration(world);
  return world;
}

async function importFrom(world: TestLas, path: string): Promise<void> {
  const open = await world.call('import.openEdexml', { token: world.grant(path, 'read'), fileName: 'x.xml' });
  await world.call('import.answer', { ...open.answers, vestigingen: { ...open.answers.vestigingen, NEV: '01' } });
  await world.call('import.apply', { replacementsSeen: true });
}

async function exported(world: TestLas, query: Omit<Input<'export.edexml'>, 'target'> = {}) {
  const path = join(temporaryFolder(), 'edexml.xml');
  const outcome = await world.call('export.edexml', { ...query, target: world.grant(path, 'write') });
  return { path, outcome, xml: readFileSync(path, 'utf8') };
}

const everything = { withNumbers: true, withSecretAddresses: true, show: 'alle' } as const;

describe('EDEXML 2.1', () => {
  it('comes back as it went: import, export, import is the identity', async () => {
    const first = await emptyWorld();
    await importFrom(first, fixture);
    const once = await exported(first, everything);
    expect(once.outcome).toMatchObject({ count: 4, withoutName: 0 });
    const second = await emptyWorld();
    await importFrom(second, once.path);
    expect(await registeredFromFile(second)).toEqual(await registeredFromFile(first));
    expect((await exported(second, everything)).xml).toBe(once.xml);
  });

  it('holds every element of the file it came from that the schema allows', async () => {
    const world = await emptyWorld();
    await importFrom(world, fixture);
    const { xml } = await exported(world, everything);
    const texts = (text: string) =>
      [...text.matchAll(/<([\w-]+)>([^<]+)<\/\1>/g)].map(([, name, value]) => `${name}: ${value}`);
    const leerlingen = (text: string) => text.slice(text.indexOf('<leerlingen>')).replaceAll(/>\s+</g, '><');
    const missing = texts(leerlingen(readFileSync(fixture, 'utf8'))).filter(
      (item) => !texts(leerlingen(xml)).includes(item),
    );
    // `?` is not known, and sex 0 is what is absent here.
    expect(missing).toEqual(['geslacht: 0', 'gewicht: ?']);
  });

  it('leaves numbers and secret addresses out unless they are asked for, and is of one group', async () => {
    const world = await emptyWorld();
    await addPupil(world, { ...testPersons.hera, geheim: 'true' });
    await addPupil(
      world,
      testPersons.zeus,
      correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '4', groep: '4b' }] }),
    );
    const plain = await exported(world);
    expect(plain.xml).not.toMatch(/999992|bsn/);
    expect(plain.xml.match(/2548AE/g)).toHaveLength(1);
    expect(plain.outcome).toMatchObject({ count: 2, secretAddressesLeftOut: 1 });
    expect(plain.xml).toContain('Gemaakt met een oefenadministratie');
    const group = await exported(world, { groep: { groep: '4b', vestigingsvolgnummer: '00' }, withNumbers: true });
    expect(group.outcome.count).toBe(1);
    expect(group.xml).toContain('<bsn>999992120</bsn>');
    expect(group.xml).toContain('<groep key="00-4b"><naam>4b</naam><jaargroep>4</jaargroep></groep>');
    expect((await loggedExports(world)).map(({ new_value }) => new_value)).toEqual([
      'EDEXML 2.1, 2 leerlingen',
      'EDEXML 2.1, 1 leerlingen, met nummers',
    ]);
  });

  it('is valid whatever is registered: what does not fit stays out, who has no name is told', async () => {
    const world = await emptyWorld();
    await addPupil(world, {
      ...testPersons.hera,
      geboortedatum: '2001-00-00',
      voorvoegsel: 'veel te lang voorvoegsel',
      postcode: '12',
      burgerservicenummer: '1',
    });
    await addPupil(world, { roepnaam: 'Alleen\u0001 <roepnaam> & "meer"', voornamen: 'Niet zonder achternaam' });
    await addPupil(world, { geboortedatum: '2003-01-01' });
    await addPupil(
      world,
      { achternaam: 'Dubbel', leerlingnummer: '1001', geslacht: 'O' },
      correctInschrijving({
        leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '9', groep: 'x'.repeat(100) }],
        vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '77' }],
      }),
    );
    const { xml, outcome } = await exported(world, everything);
    expect(outcome).toMatchObject({ count: 3, withoutName: 1 });
    expect(xml).toContain('<leerling key="1001"><achternaam>Dubbel</achternaam><geslacht>0</geslacht>');
    // The leerlingnummer of a second pupil with the same one cannot be his key.
    expect(xml).toContain(
      '<leerling key="bronwijs-leerling-1"><achternaam>Jager</achternaam><roepnaam>Hera</roepnaam>',
    );
    expect(xml).not.toMatch(/voorvoegsel|postcodenl|bsn|2001-00-00|Niet zonder/);
    const validator = await createEdexmlValidator('resources/edexml/2.1');
    expect(validator.validate(xml)).toBeUndefined();
    validator.dispose();
  });

  it('is judged by the official schema, in parts when there are many pupils', async () => {
    const validator = await createEdexmlValidator('resources/edexml/2.1');
    onTestFinished(() => validator.dispose());
    const text = readFileSync(fixture, 'utf8');
    expect(validator.validate(text)).toBeUndefined();
    expect(validator.validate(text.replace('<geslacht>2</geslacht>', '<geslacht>3</geslacht>'))).toBe('geslacht');
    expect(validator.validate(text.replace('<groep key="k1"/>', '<groep key="nowhere"/>'))).toBe('groep');
    expect(validator.validate('<EDEX')).toBe('EDEX');
  });

  it('is not made for nobody, nor for a schooljaar that it does not have', async () => {
    const world = await emptyWorld();
    const fails = () => world.fail('export.edexml', { target: world.grant(join(temporaryFolder(), 'x.xml'), 'write') });
    expect((await fails()).code).toBe('export-empty');
    await addPupil(world, testPersons.hera);
    world.clock.set(new Date('2026-09-01T08:00:00Z'));
    expect(await fails()).toMatchObject({
      code: 'edexml-schooljaar',
      message: 'EDEXML 2.1 kent het schooljaar 2026-2027 niet.',
    });
  });

  it('reads a page of pupils without going through what was assumed of all others', () => {
    const { db } = temporaryDatabase();
    const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${ASSUMED_OF_PAGE}`).all('[1]');
    expect(plan[0]?.detail).toContain('gegeven_mark_by_inschrijving');
  });
});
