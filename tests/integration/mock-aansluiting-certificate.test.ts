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

/** A school that starts on Monday 16 November 2009, with what it needs for that. */
const start = (more: Record<string, unknown> = {}) =>
  world.plan({ plannedWeek: '2009-11-16', start: '2009-11-16', akkoordverklaring: '2009-10-05', ...more });

describe('the wachtwoordbrief', () => {
  it.each([
    ['the day before the start', '2009-11-15', 0],
    ['on the start', '2009-11-16', 2],
    ['the day after', '2009-11-17', 2],
  ])('C-35: comes aangetekend, one for each aanleverpunt, to the gemachtigde: %s', async (_when, date, count) => {
    await start();
    await world.goTo(date);
    const letters = await world.post('wachtwoordbrief');
    expect(letters.map(({ aanleverpunt }) => aanleverpunt).toSorted()).toEqual(['00', '01'].slice(0, count));
    for (const letter of letters) {
      expect(letter).toMatchObject({ by: 'post', to: 'gemachtigde', sentOn: '2009-11-16' });
      const page = (await world.read(letter)).toString('utf8');
      expect(page).toContain('AANGETEKEND');
      expect(page).toMatch(new RegExp(`Gebruikersnaam</th><td>99ZZ${letter.aanleverpunt}-\\d{6}<`));
      expect(page).toMatch(/Wachtwoord<\/th><td>\w{12}</);
      expect(page).toContain('maandag 30 november 2009');
    }
  });

  it('C-35: Mijn BRON lists it without its content', async () => {
    await start();
    await world.goTo('2009-11-16');
    const { mijnBron } = world.mock;
    const [letter] = mijnBron.documents({ ...gemachtigde, aanleverpunt: '01' });
    expect(letter).toMatchObject({ kind: 'wachtwoordbrief' });
    await expect(mijnBron.document(gemachtigde, letter!.id, 'html')).rejects.toMatchObject({
      code: 'document-by-post-only',
    });
    // Of another aanleverpunt it is not even listed.
    const other = { ...gemachtigde, aanleverpunt: '00' };
    await expect(mijnBron.document(other, letter!.id, 'html')).rejects.toMatchObject({ code: 'document-unknown' });
  });

  it.each([
    ['2009-11-15', 'voorbereiding', undefined],
    ['2009-11-16', 'aansluiting', 10],
    ['2009-11-22', 'aansluiting', 9],
  ])('C-36: it is the starting shot of the ten werkweken: on %s %s', async (date, state, weeksLeft) => {
    await start();
    await world.goTo(date);
    const { voortgang } = await world.state();
    expect(voortgang).toMatchObject({ state });
    expect(voortgang.weeksLeft).toBe(weeksLeft);
  });

  it('C-17: without akkoordverklaring it does not come, nor when the tester asks for it; the weeks run from when it does', async () => {
    await start({ akkoordverklaring: undefined });
    await world.goTo('2009-11-25');
    expect(await world.post('wachtwoordbrief')).toEqual([]);
    expect(await world.call('POST', '/wachtwoordbrief', { brinnummer: '99ZZ', aanleverpunt: '00' })).toMatchObject({
      status: 409,
      json: { error: expect.stringContaining('akkoordverklaring') },
    });
    const { json } = await world.call('POST', '/aansluitingen/99ZZ/akkoordverklaring', { signedOn: '2009-11-20' });
    expect(json).toMatchObject({ voortgang: { state: 'aansluiting', letterOn: '2009-11-25', weeksLeft: 10 } });
    expect(world.mock.mijnBron.contact('99ZZ').akkoordverklaring).toBe('2009-11-20');
    expect(await world.post('wachtwoordbrief')).toMatchObject([{ sentOn: '2009-11-25' }, { sentOn: '2009-11-25' }]);
    // Week 1 is that of 23 November.
    expect((await world.state()).endsOn).toBe('2010-02-15');
  });
});

describe('the certificate', () => {
  it.each([
    ['2009-11-29', 200],
    ['2009-11-30', 200],
    ['2009-12-01', 410],
  ])('C-37: it can be downloaded for two weeks from the letter: on %s the site answers %i', async (date, status) => {
    await start();
    await world.goTo(date);
    expect(await world.download()).toBe(status);
    expect((await world.state()).voortgang.certificateDownloadedOn).toBeUndefined();
    expect(world.mock.mijnBron.voortgang('99ZZ', '00').certificateDownloadedOn).toBe(status === 200 ? date : undefined);
  });

  it.each([
    ['2010-01-04', 200],
    ['2010-01-05', 410],
  ])('C-37: over New Year too: on %s the site answers %i', async (date, status) => {
    world.begin('2009-12-01');
    await world.plan({ plannedWeek: '2009-12-14', start: '2009-12-21', akkoordverklaring: '2009-12-01' });
    await world.goTo(date);
    expect(await world.download()).toBe(status);
  });

  it('C-37: the two weeks are days, also when the clocks are put back in them', async () => {
    await world.plan({ plannedWeek: '2009-10-19', start: '2009-10-19', akkoordverklaring: '2009-10-05' });
    await world.goTo('2009-10-19T00:00:30');
    await world.goTo('2009-11-02T23:30');
    expect(await world.download()).toBe(200);
  });

  it('C-38: a second download is refused', async () => {
    await start();
    await world.goTo('2009-11-17');
    expect(await world.download()).toBe(200);
    expect(await world.download()).toBe(410);
  });

  it('C-39: the weeks go on when it is not downloaded', async () => {
    await start();
    await world.goTo('2009-12-12');
    expect((await world.state()).voortgang.weeksLeft).toBe(6);
  });

  it('C-41: it counts as tested with the first verzoek terugkoppeling after the download', async () => {
    await start();
    await world.goTo('2009-11-17');
    const school = await world.school('99ZZ', '00');
    await school.poll('0000000000000001');
    const of00 = () => world.mock.mijnBron.voortgang('99ZZ', '00');
    await world.goTo('2009-11-18');
    await world.download('00');
    expect(of00().certificateTestedOn).toBeUndefined();
    await world.goTo('2009-11-19');
    await school.poll('0000000000000002');
    expect(of00()).toMatchObject({ certificateDownloadedOn: '2009-11-18', certificateTestedOn: '2009-11-19' });
    expect(world.mock.mijnBron.voortgang('99ZZ').certificateTestedOn).toBeUndefined();
  });
});

describe('the Helpdesk BRON watches over it', () => {
  it.each([
    ['the day before', '2009-11-22', []],
    ['on the day', '2009-11-23', ['00', '01']],
    ['the day after', '2009-11-24', ['00', '01']],
  ])('C-42: not downloaded after a week, the contactpersoon gets a message: %s', async (_when, date, points) => {
    await start();
    await world.goTo(date);
    const mails = await world.post('herinneringDownloaden');
    expect(mails.map(({ aanleverpunt }) => aanleverpunt).toSorted()).toEqual(points);
    for (const mail of mails)
      expect(mail).toMatchObject({ by: 'mail', sentOn: '2009-11-23', email: 'anna@99zz.example' });
  });

  it.each([
    ['the day before', '2009-11-29', []],
    ['on the day', '2009-11-30', ['00', '01']],
    ['the day after', '2009-12-01', ['00', '01']],
  ])('C-42: not tested after two weeks, it calls: %s', async (_when, date, points) => {
    await start();
    await world.goTo(date);
    expect((await world.state()).calls.map(({ aanleverpunt }) => aanleverpunt).toSorted()).toEqual(points);
    expect((await world.post('herinneringTesten')).map(({ sentOn }) => sentOn)).toEqual(points.map(() => '2009-11-30'));
  });

  it('C-42: who has downloaded and tested hears nothing, and a call lapses when it is tested after all', async () => {
    await start();
    await world.goTo('2009-11-18');
    for (const point of ['00', '01']) await world.download(point);
    const school = await world.school('99ZZ', '00');
    await school.poll('0000000000000001');
    await world.goTo('2009-12-02');
    expect(await world.post('herinneringDownloaden')).toEqual([]);
    expect((await world.state()).calls).toMatchObject([{ aanleverpunt: '01', telefoonnummer: '0600000001' }]);
    await (await world.school('99ZZ', '01')).poll('0000000000000001');
    expect((await world.state()).calls).toEqual([]);
  });
});
