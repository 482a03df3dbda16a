import { Agent } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactgegevens } from '../../shared/mijnBron/contact.ts';
import { voortgang } from '../../shared/mijnBron/progress.ts';
import { parseMoment } from '../mock-bron/dutchTime.ts';
import { https } from '../mock-bron/testing/client.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';
import { createVisitor, linksOf, type Visitor } from '../support/mijnBron/visitor.ts';

/** A school that starts on Monday 23 November 2009, seen through the site and the machine interface of a whole mock. */
let world: MockWorld;
const visitors: Visitor[] = [];

beforeEach(async () => {
  world = await createMockWorld();
  world.mock.organisation.plan({
    brinnummer: '99ZZ',
    plannedWeek: '2009-11-23',
    start: '2009-11-23',
    akkoordverklaring: '2009-10-01',
  });
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.close();
  await world.mock.settled();
  await world.close();
  expect(world.errors).toEqual([]);
});

const on = (date: string) => {
  world.mock.setClock(parseMoment(date));
};
async function logIn(aanleverpunt: string | null): Promise<Visitor> {
  const { site } = world.mock.addresses;
  const { gebruikersnaam = '', wachtwoord = '' } =
    world.mock.organisation.state('99ZZ').logIns.find((known) => known.aanleverpunt === aanleverpunt) ?? {};
  const visitor = createVisitor(site, world.mock.caPem);
  visitors.push(visitor);
  const path = '/mijn-bron/inloggen';
  expect((await visitor.submit(path, path, { gebruikersnaam, wachtwoord })).path).toBe('/mijn-bron');
  return visitor;
}

const CHANGE = '/mijn-bron/contactgegevens/wijzigen';

describe('a school in Mijn BRON', () => {
  it('C-13: reads its first vooraankondiging after logging in with what that letter tells', async () => {
    const gemachtigde = await logIn(null);
    const { html, text } = await gemachtigde.get('/mijn-bron/documenten');
    expect(text).toMatch(/vooraankondiging/i);
    const [letter = ''] = linksOf(html).filter((path) => path.endsWith('/html'));
    const page = await gemachtigde.get(letter);
    expect(page.status).toBe(200);
    expect(page.html).toContain('<html lang="nl">');
    const pdf = await gemachtigde.get(letter.replace(/html$/, 'pdf'));
    expect(pdf.html.startsWith('%PDF-')).toBe(true);
  });

  it.each([
    ['2009-11-15', true],
    ['2009-11-16', false],
    ['2009-11-22', false],
    ['2009-11-23', true],
  ])('C-34: on %s the contactgegevens of a start on 23 November can be changed: %s', async (date, may) => {
    on(date);
    const contactpersoon = await logIn('00');
    const { html } = await contactpersoon.get('/mijn-bron/contactgegevens');
    expect(linksOf(html).includes(CHANGE)).toBe(may);
    const saved = await contactpersoon.submit(CHANGE, CHANGE, { 'aanleverpunten.0.las': 'Bronwijs 9' });
    expect(saved.status).toBe(may ? 200 : 409);
    const { las } = world.mock.mijnBron.contact('99ZZ').aanleverpunten[0]!;
    expect(las === 'Bronwijs 9').toBe(may);
  });

  it('C-53 C-72: sees where it is, and asks the Helpdesk', async () => {
    const contactpersoon = await logIn('00');
    expect((await contactpersoon.get('/mijn-bron/voortgang')).text).toContain(
      'Voorbereiding op de fase aansluiting BRON',
    );
    const path = '/mijn-bron/vragen';
    const asked = await contactpersoon.submit(path, path, { onderwerp: 'Start', tekst: 'Wanneer?' });
    // Monday 2 November, and two werkdagen.
    expect(asked.text).toContain('U krijgt uiterlijk 4-11-2009 antwoord');
  });

  it('C-65: gives no reactie before the fase and before there is a GTB', async () => {
    const gemachtigde = await logIn(null);
    expect((await gemachtigde.get('/mijn-bron/gtb/reactie')).text).toContain('Er is nog geen GTB van uw school');
    expect((await gemachtigde.get('/mijn-bron/gtb/vergelijking')).text).toContain('er geen vergelijkingsoverzicht');
  });

  it('shows on every page what it is about, also when there is nothing yet', async () => {
    const gemachtigde = await logIn(null);
    for (const link of linksOf((await gemachtigde.get('/mijn-bron')).html)) {
      expect((await gemachtigde.get(link)).status, link).toBe(200);
    }
  });
});

describe('a LAS at Mijn BRON', () => {
  it('C-19 C-31: reads and changes what the site shows, with the certificate of its wachtwoordbrief', async () => {
    on('2009-11-23');
    const { gebruikersnaam, wachtwoord } = world.mock.createWachtwoordbrief('99ZZ', '00');
    const gemachtigde = await logIn(null);
    const answer = await https(
      new URL('/certificaat', world.mock.addresses.site).href,
      { method: 'POST', ca: world.mock.caPem, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      new URLSearchParams({ gebruikersnaam, wachtwoord }).toString(),
    );
    const agent = new Agent({ ca: world.mock.caPem, pfx: answer.body, passphrase: wachtwoord });
    const ask = async (method: string, path: string, content?: unknown) => {
      const url = new URL(`/MIJNBRON/v1/${path}`, world.mock.addresses.soap).href;
      const headers = content === undefined ? {} : { 'Content-Type': 'application/json' };
      const { status, body } = await https(
        url,
        { method, agent, headers },
        content === undefined ? content : JSON.stringify(content),
      );
      return { status, body: JSON.parse(body.toString('utf8')) as unknown };
    };
    try {
      const read = contactgegevens.parse((await ask('GET', 'contactgegevens')).body);
      read.aanleverpunten[0]!.las = 'Bronwijs 1.0';
      expect((await ask('PUT', 'contactgegevens', read)).status).toBe(200);
      expect((await gemachtigde.get('/mijn-bron/contactgegevens')).text).toContain('Bronwijs 1.0');

      expect((await ask('POST', 'aantallen', { leerlingen: 3, ambulant: 4 })).body).toMatchObject({
        fout: 'more-ambulant-than-total',
      });
      expect((await ask('POST', 'aantallen', { leerlingen: 240, ambulant: 4 })).status).toBe(200);
      const shown = voortgang.parse((await ask('GET', 'voortgang')).body);
      expect(shown).toMatchObject({ norm: { leerlingen: 240, ambulant: 4 }, certificateDownloadedOn: '2009-11-23' });
      const file = await gemachtigde.get('/mijn-bron/bestand/aantallen.json');
      expect(JSON.parse(file.html)).toMatchObject({ aantallen: (await ask('GET', 'aantallen')).body });
      expect((await ask('GET', 'documenten')).status).toBe(200);
    } finally {
      agent.destroy();
    }
  });
});
