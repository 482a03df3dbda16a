import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';

let world: PathWorld;

beforeAll(async () => {
  world = await createPathWorld();
});
beforeEach(() => {
  world.begin('2009-10-05');
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const planned = { plannedWeek: '2009-11-18', start: '2009-11-16' };

describe('what the organisatie BRON sends before the start', () => {
  it('C-13: step 1 brings vooraankondiging 1 with the planned week, the brochure and the stappenplan, by post and in Mijn BRON', async () => {
    await world.plan(planned);
    expect((await world.post()).map(({ kind, by, to, sentOn, start }) => ({ kind, by, to, sentOn, start }))).toEqual([
      { kind: 'stappenplan', by: 'post', to: 'school', sentOn: '2009-10-05', start: undefined },
      { kind: 'brochure', by: 'post', to: 'school', sentOn: '2009-10-05', start: undefined },
      { kind: 'vooraankondiging1', by: 'post', to: 'school', sentOn: '2009-10-05', start: '2009-11-16' },
    ]);
    const digital = world.mock.mijnBron.documents(gemachtigde);
    expect(digital.map(({ kind }) => kind)).toEqual(['stappenplan', 'brochure', 'vooraankondiging1']);
    const [letter] = await world.post('vooraankondiging1');
    const page = (await world.read(letter!)).toString('utf8');
    expect(page).toContain('maandag 16 november 2009');
    expect(page).toContain('Oefen-BRON');
    expect((await world.read(letter!, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('C-13: only the letter on paper tells the log-ins of Mijn BRON, not the digital one', async () => {
    const { logIns } = await world.plan(planned);
    const [letter] = await world.post('vooraankondiging1');
    const onPaper = (await world.read(letter!)).toString('utf8');
    const onSite = await world.mock.mijnBron.document(gemachtigde, letter!.id, 'html');
    for (const { gebruikersnaam, wachtwoord, aanleverpunt } of logIns) {
      expect(onPaper).toContain(`${gebruikersnaam}, wachtwoord ${wachtwoord}`);
      expect(onSite.content.toString('utf8')).not.toContain(wachtwoord);
      expect(world.mock.mijnBron.logIn(gebruikersnaam, wachtwoord)).toMatchObject(
        aanleverpunt === null ? { role: 'gemachtigde' } : { role: 'contactpersoon', aanleverpunt },
      );
      expect(() => world.mock.mijnBron.logIn(gebruikersnaam, `${wachtwoord}x`)).toThrow('horen niet bij elkaar');
    }
    expect(logIns).toHaveLength(3);
  });

  it('C-14: the start is drawn at most two weeks from the planned week, with a seed the same in every run', async () => {
    const starts = new Set<string>();
    for (const { brinnummer } of world.mock.registers().brin.schools) {
      const draw = () => world.plan({ brinnummer, plannedWeek: '2010-01-20' });
      if (brinnummer === '98AF') continue;
      const { start } = await draw();
      world.begin('2009-10-05');
      expect((await draw()).start).toBe(start);
      starts.add(start);
    }
    expect([...starts].every((start) => start >= '2010-01-04' && start <= '2010-02-01')).toBe(true);
    expect(starts.size).toBeGreaterThan(2);
  });

  it.each([
    ['2009-11-01', 409],
    ['2009-11-02', 200],
    ['2009-12-06', 200],
    ['2009-12-07', 409],
  ])('C-14: a start on %s for the week of 16 November is answered with %i', async (start, status) => {
    const { status: answer } = await world.call('POST', '/aansluitingen', {
      brinnummer: '99ZZ',
      plannedWeek: '2009-11-16',
      start,
    });
    expect(answer).toBe(status);
  });

  it.each([
    ['the day before', '2009-10-15', 0],
    ['on the day', '2009-10-16', 1],
    ['the day after', '2009-10-17', 1],
  ])('C-26: vooraankondiging 2 comes a month before the start: %s', async (_when, date, count) => {
    await world.plan(planned);
    await world.goTo(date);
    const letters = await world.post('vooraankondiging2');
    expect(letters).toHaveLength(count);
    expect((await world.state()).voortgang.start).toBe(count === 0 ? undefined : '2009-11-16');
    expect(letters.map(({ sentOn, start }) => [sentOn, start])).toEqual(
      count === 0 ? [] : [['2009-10-16', '2009-11-16']],
    );
    expect(await world.post('handboek')).toHaveLength(count);
  });

  it('C-26: vooraankondiging 2 of a start in January comes before New Year, a month earlier', async () => {
    await world.plan({ plannedWeek: '2010-01-11', start: '2010-01-11' });
    await world.goTo('2010-01-12');
    expect(await world.post('vooraankondiging2')).toMatchObject([{ sentOn: '2009-12-11', start: '2010-01-11' }]);
  });
});

describe('contactgegevens in Mijn BRON', () => {
  it('C-21: those of PGNPO can be outdated; otherwise they are those of BRIN', async () => {
    await world.plan({ ...planned, outdated: true });
    await world.plan({ ...planned, brinnummer: '98AA' });
    const [outdated, current] = ['99ZZ', '98AA'].map((brinnummer) => world.mock.mijnBron.contact(brinnummer));
    expect(outdated!.hoofdvestiging.gemachtigde.naam).toBe('Vroegere medewerker');
    expect(outdated!.aanleverpunten[0]!.contactpersoon.naam).not.toBe('Anna de Vries');
    expect(current!.aanleverpunten[0]!.contactpersoon).toMatchObject({
      naam: 'Bram Jansen',
      email: 'bram@98aa.example',
    });
  });

  it.each([
    ['2009-11-08', 'saved'],
    ['2009-11-09', 'contact-frozen'],
    ['2009-11-15', 'contact-frozen'],
    ['2009-11-16', 'saved'],
    ['2009-11-17', 'saved'],
  ])('C-34: in the week before the start they cannot be changed: on %s %s', async (date, outcome) => {
    await world.plan(planned);
    await world.goTo(date);
    const { mijnBron } = world.mock;
    const contact = mijnBron.contact('99ZZ');
    contact.hoofdvestiging.adres.huisnummer = '7';
    const save = () => mijnBron.saveContact(gemachtigde, contact);
    if (outcome === 'saved') expect(save().hoofdvestiging.adres.huisnummer).toBe('7');
    else expect(save).toThrow(expect.objectContaining({ code: outcome }));
    expect(mijnBron.contactFreeze('99ZZ')).toEqual({ from: '2009-11-09', until: '2009-11-15' });
  });

  it.each([
    ['2010-01-03', 'saved'],
    ['2010-01-04', 'contact-frozen'],
  ])('C-34: over New Year too: on %s %s', async (date, outcome) => {
    await world.plan({ plannedWeek: '2010-01-11', start: '2010-01-11' });
    await world.goTo(date);
    const { mijnBron } = world.mock;
    const save = () => mijnBron.saveContact(gemachtigde, mijnBron.contact('99ZZ'));
    if (outcome === 'saved') expect(save()).toBeDefined();
    else expect(save).toThrow(expect.objectContaining({ code: outcome }));
  });

  it('C-16: every aanleverpunt stays in them, and one that comes later gets a wachtwoordbrief at once', async () => {
    await world.plan({ ...planned, akkoordverklaring: '2009-10-05' });
    await world.goTo('2009-11-16');
    const { mijnBron } = world.mock;
    const contact = mijnBron.contact('99ZZ');
    const [first, second] = contact.aanleverpunten;
    const save = (aanleverpunten: typeof contact.aanleverpunten, caller = gemachtigde) =>
      mijnBron.saveContact(caller, { ...contact, aanleverpunten });
    expect(() => save([first!])).toThrow(expect.objectContaining({ code: 'contact-incomplete' }));
    expect(() => save([first!, second!, second!])).toThrow(expect.objectContaining({ code: 'aanleverpunt-twice' }));
    const third = { ...second!, aanleverpunt: '02' };
    const contactpersoon = { ...gemachtigde, role: 'contactpersoon' as const, aanleverpunt: '01' };
    expect(() => save([first!, second!, third], contactpersoon)).toThrow(
      expect.objectContaining({ code: 'other-aanleverpunt' }),
    );
    expect(save([first!, { ...second!, las: 'Bronwijs 0.1' }], contactpersoon).aanleverpunten[1]!.las).toBe(
      'Bronwijs 0.1',
    );
    await world.goTo('2009-11-18');
    save([first!, second!, third]);
    expect((await world.post('wachtwoordbrief')).map(({ aanleverpunt, sentOn }) => [aanleverpunt, sentOn])).toEqual([
      ['02', '2009-11-18'],
      ['01', '2009-11-16'],
      ['00', '2009-11-16'],
    ]);
  });
});

describe('aantallen in Mijn BRON', () => {
  it('C-29: at a WPO school the ambulant begeleide pupils are part of the total', async () => {
    await world.plan(planned);
    const { mijnBron } = world.mock;
    expect(() => mijnBron.reportAantallen(gemachtigde, { leerlingen: 10, ambulant: 11 })).toThrow(
      expect.objectContaining({ code: 'more-ambulant-than-total' }),
    );
    expect(mijnBron.aantallen('99ZZ')).toEqual([]);
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 10, ambulant: 10 });
    expect(mijnBron.aantallen('99ZZ')).toEqual([{ reportedOn: '2009-10-05', leerlingen: 10, ambulant: 10 }]);
  });

  it('C-30: at a WEC school they are pupils of other schools', async () => {
    await world.plan({ ...planned, brinnummer: '98AE' });
    const caller = { ...gemachtigde, brinnummer: '98AE' };
    expect(world.mock.mijnBron.reportAantallen(caller, { leerlingen: 3, ambulant: 40 })).toMatchObject({
      ambulant: 40,
    });
  });

  it('C-32: they can be changed again, and the newest are the normaantallen', async () => {
    await world.plan(planned);
    const { mijnBron } = world.mock;
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 10, ambulant: 1 });
    await world.goTo('2009-11-20');
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 11, ambulant: 1 });
    mijnBron.reportAantallen(gemachtigde, { leerlingen: 11, ambulant: 1 });
    expect(mijnBron.aantallen('99ZZ')).toEqual([
      { reportedOn: '2009-11-20', leerlingen: 11, ambulant: 1 },
      { reportedOn: '2009-10-05', leerlingen: 10, ambulant: 1 },
    ]);
    expect(mijnBron.voortgang('99ZZ').norm).toEqual({ leerlingen: 11, ambulant: 1 });
  });
});
