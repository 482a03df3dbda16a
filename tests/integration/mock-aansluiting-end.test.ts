import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reactie } from '../../shared/mijnBron/reactie.ts';
import { createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';

let world: PathWorld;
let school: TestSchool;

beforeAll(async () => {
  world = await createPathWorld();
  school = await world.school();
});
beforeEach(() => {
  world.begin('2009-05-04');
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const start = (day = '2009-11-16', more: Record<string, unknown> = {}) =>
  world.plan({ plannedWeek: day, start: day, akkoordverklaring: '2009-05-04', ...more });

/** The school exchanges, and has its GTBs. */
async function exchange(day = '2009-12-01', gtbDay = '2009-12-08'): Promise<void> {
  await world.goTo(day);
  await school.meld(correctMelding(`E${day}`, pupils.hera));
  await world.goTo(gtbDay);
}

/** A reactie on the newest GTB of each vestiging. */
function reactie(choice: Reactie['choice'], by = 'Directie Basisschool De Oefenboom'): Reactie {
  const newest = new Map<string, string>();
  for (const { vestigingsvolgnummer, kenmerk } of world.mock.mijnBron.gtbs('99ZZ').toReversed()) {
    newest.set(vestigingsvolgnummer, kenmerk);
  }
  return { choice, by, gtbs: [...newest.values()] };
}
const react = (choice: Reactie['choice']) => world.mock.mijnBron.giveReactie(gemachtigde, reactie(choice));
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('the reactie', () => {
  it('C-65: is one of four, of the gemachtigde, and can be given anew', async () => {
    await start();
    await exchange();
    const { mijnBron } = world.mock;
    for (const choice of [
      'kwaliteitNietAantalNiet',
      'kwaliteitNietAantalAkkoord',
      'kwaliteitAkkoordAantalNiet',
      'akkoord',
    ] as const) {
      expect(react(choice)).toMatchObject({ choice, receivedOn: '2009-12-08' });
    }
    expect(mijnBron.reacties('99ZZ').map(({ choice }) => choice)).toEqual([
      'akkoord',
      'kwaliteitAkkoordAantalNiet',
      'kwaliteitNietAantalAkkoord',
      'kwaliteitNietAantalNiet',
    ]);
  });

  it('C-65: is not for a contactpersoon; by certificate it names the gemachtigde', async () => {
    await start();
    await exchange();
    const { mijnBron } = world.mock;
    const aanleverpunt = '00';
    const as = (role: 'contactpersoon' | 'certificate', by?: string) => () =>
      mijnBron.giveReactie({ role, brinnummer: '99ZZ', aanleverpunt }, reactie('akkoord', by));
    expect(as('contactpersoon')).toThrow(refusal('not-gemachtigde'));
    expect(as('certificate', 'Iemand anders')).toThrow(refusal('not-gemachtigde'));
    expect(as('certificate', ' directie  basisschool de Oefenboom ')().choice).toBe('akkoord');
  });

  it('C-65: before the fase, and before there is a GTB, there is nothing to react to', async () => {
    await start();
    const give = () =>
      world.mock.mijnBron.giveReactie(gemachtigde, { choice: 'akkoord', by: 'x', gtbs: ['99ZZ00-20091001-1'] });
    expect(give).toThrow(refusal('phase-not-started'));
    await world.goTo('2009-11-20');
    expect(give).toThrow(refusal('no-gtb-yet'));
  });

  it('C-65: is about the present GTB of every vestiging', async () => {
    await start();
    await exchange();
    const { mijnBron } = world.mock;
    const full = reactie('akkoord');
    const give = (gtbs: string[]) => () => mijnBron.giveReactie(gemachtigde, { ...full, gtbs });
    const [closed, nevenvestiging, hoofdvestiging] = full.gtbs.toSorted((a, b) =>
      b.slice(4, 6).localeCompare(a.slice(4, 6)),
    );
    expect(give([closed!, hoofdvestiging!])).toThrow(refusal('gtb-outdated'));
    expect(give([hoofdvestiging!, hoofdvestiging!, nevenvestiging!])).toThrow(refusal('gtb-outdated'));
    expect(give(['98AA00-20091001-1', nevenvestiging!])).toThrow(refusal('gtb-unknown'));
    // A vestiging that was closed in an earlier school year may be left out.
    expect(give([hoofdvestiging!, nevenvestiging!])().choice).toBe('akkoord');
    expect(() => mijnBron.giveReactie(gemachtigde, { ...full, vergelijkingsoverzicht: '99ZZ-AB-1' })).toThrow(
      refusal('overview-outdated'),
    );
    await world.goTo('2009-12-09');
    await school.meld(correctMelding('E2', pupils.zeus));
    await world.goTo('2009-12-14');
    expect(give(full.gtbs)).toThrow(refusal('gtb-outdated'));
    expect(react('akkoord').gtbs).not.toEqual(full.gtbs);
  });
});

/** Start, and the werkdag after the ten werkweken: over the summer holiday, and over New Year. */
const ends = [
  ['2009-06-22', '2009-07-07', '2009-07-10', '2009-10-11', '2009-10-12', '2009-10-13'],
  ['2009-11-16', '2009-12-01', '2009-12-08', '2010-02-07', '2010-02-08', '2010-02-09'],
] as const;

describe('the end of the fase', () => {
  it.each(ends)('C-68: akkoord: gekwalificeerd after ten werkweken from %s', async (day, exchanged, seen, ...dates) => {
    await start(day);
    await exchange(exchanged, seen);
    react('akkoord');
    const states: string[] = [];
    for (const date of dates) {
      await world.goTo(date);
      states.push((await world.state()).voortgang.state);
    }
    expect(states).toEqual(['aansluiting', 'gekwalificeerd', 'gekwalificeerd']);
    expect((await world.state()).voortgang.endedOn).toBe(dates[1]);
  });

  it.each(ends)(
    'C-69: able to exchange, not agreed: aangesloten after ten werkweken from %s',
    async (day, exchanged, seen, ...dates) => {
      await start(day);
      await exchange(exchanged, seen);
      react('kwaliteitAkkoordAantalNiet');
      world.mock.mijnBron.sayAbleToExchange(gemachtigde);
      const states: string[] = [];
      for (const date of dates) {
        await world.goTo(date);
        states.push((await world.state()).voortgang.state);
      }
      expect(states).toEqual(['aansluiting', 'aangesloten', 'aangesloten']);
    },
  );

  it('C-67: a message by post goes to the school and to the bevoegd gezag, and tells what the ending means', async () => {
    await start();
    await exchange();
    react('akkoord');
    await world.goTo('2010-02-08');
    const letters = await world.post('afronding');
    expect(letters.map(({ by, to, sentOn }) => [by, to, sentOn])).toEqual([
      ['post', 'bevoegd gezag', '2010-02-08'],
      ['post', 'school', '2010-02-08'],
    ]);
    for (const letter of letters) {
      const page = (await world.read(letter)).toString('utf8');
      expect(page).toContain('is gekwalificeerd');
      expect(page).toContain('enkele weken');
      expect(page).toContain('1 augustus 2008');
    }
  });

  it('C-67: that of a school that is aangesloten says that there is no active support any more', async () => {
    await start();
    await exchange();
    world.mock.mijnBron.sayAbleToExchange(gemachtigde);
    await world.goTo('2010-02-08');
    const page = (await world.read((await world.post('afronding'))[0]!)).toString('utf8');
    expect(page).toContain('niet gekwalificeerd');
    expect(page).toContain('ondersteunt u niet meer actief');
  });

  it('C-69: a school that did neither stays where it is, marked, and ends as soon as it does', async () => {
    await start();
    await exchange();
    await world.goTo('2010-02-07');
    expect((await world.state()).overdue).toBe(false);
    await world.goTo('2010-02-15');
    expect(await world.state()).toMatchObject({ overdue: true, voortgang: { state: 'aansluiting', weeksLeft: 0 } });
    expect(await world.post('afronding')).toEqual([]);
    react('akkoord');
    expect(await world.state()).toMatchObject({
      overdue: false,
      ending: 'gekwalificeerd',
      voortgang: { endedOn: '2010-02-15' },
    });
    expect(await world.post('afronding')).toMatchObject([{ sentOn: '2010-02-15' }, { sentOn: '2010-02-15' }]);
  });

  it('C-69: afterwards reactie and aantallen are too late, and contactgegevens can still be changed (C-33)', async () => {
    await start();
    await exchange();
    world.mock.mijnBron.sayAbleToExchange(gemachtigde);
    await world.goTo('2010-02-08');
    const { mijnBron } = world.mock;
    expect(() => react('akkoord')).toThrow(refusal('phase-over'));
    expect(() => mijnBron.reportAantallen(gemachtigde, { leerlingen: 1, ambulant: 0 })).toThrow(refusal('phase-over'));
    const contact = mijnBron.contact('99ZZ');
    contact.hoofdvestiging.gemachtigde.naam = 'Nieuwe directeur';
    expect(mijnBron.saveContact(gemachtigde, contact).hoofdvestiging.gemachtigde.naam).toBe('Nieuwe directeur');
  });
});

describe('a school that merges or closes in the middle', () => {
  it('ends with a letter that says so, and nothing more is sent or can be changed', async () => {
    await start();
    await world.goTo('2009-11-20');
    const closing = await world.call('POST', '/aansluitingen/99ZZ/closing', { on: '2010-01-01', into: '98AA' });
    expect(closing).toMatchObject({ status: 200, json: { closing: { on: '2010-01-01', into: '98AA' } } });
    await world.goTo('2009-12-31');
    expect((await world.state()).ending).toBeUndefined();
    await world.goTo('2010-03-01');
    expect(await world.state()).toMatchObject({
      ending: 'closed',
      voortgang: { state: 'closed', endedOn: '2010-01-01' },
    });
    const letters = await world.post('afronding');
    expect(letters).toMatchObject([{ sentOn: '2010-01-01' }, { sentOn: '2010-01-01' }]);
    expect((await world.read(letters[0]!)).toString('utf8')).toContain('98AA');
    expect(await world.post('voortgangsmail')).toMatchObject([{ sentOn: '2009-12-04' }]);
    const { mijnBron } = world.mock;
    expect(() => mijnBron.saveContact(gemachtigde, mijnBron.contact('99ZZ'))).toThrow(refusal('school-closed'));
    expect(() => mijnBron.reportAantallen(gemachtigde, { leerlingen: 1, ambulant: 0 })).toThrow(
      refusal('school-closed'),
    );
  });

  it('also when BRIN says it, with the file of schools', async () => {
    await start();
    const { brin } = world.mock.registers();
    const schools = brin.schools.map((one) => (one.brinnummer === '99ZZ' ? { ...one, closed: '2009-12-01' } : one));
    await world.call('PUT', '/registers', { brin: { ...brin, schools } });
    await world.goTo('2009-12-01');
    expect(await world.state()).toMatchObject({ ending: 'closed', voortgang: { endedOn: '2009-12-01' } });
  });

  it('cannot be closed in the past, into itself or into a school that is not in BRIN, nor planned once closed or twice', async () => {
    await start();
    const close = (body: unknown) => world.call('POST', '/aansluitingen/99ZZ/closing', body);
    expect((await close({ on: '2009-05-03' })).status).toBe(409);
    expect((await close({ on: '2009-12-01', into: '99ZZ' })).status).toBe(409);
    expect((await close({ on: '2009-12-01', into: '12AB' })).status).toBe(404);
    const plan = (brinnummer: string) =>
      world.call('POST', '/aansluitingen', { brinnummer, plannedWeek: '2009-11-16' });
    expect((await plan('99ZZ')).status).toBe(409);
    expect((await plan('12AB')).status).toBe(404);
    await world.goTo('2009-10-05');
    expect((await plan('98AF')).status).toBe(409);
    expect(await world.call('GET', '/aansluitingen/98AB')).toMatchObject({
      status: 404,
      json: { error: expect.stringContaining('not-aangemeld') },
    });
  });
});
