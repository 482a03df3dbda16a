import { Agent } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { https } from '../mock-bron/testing/client.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let agent: Agent;

beforeAll(async () => {
  world = await createMockWorld();
  agent = new Agent({ ca: world.mock.caPem, keepAlive: true });
});
afterAll(async () => {
  agent.destroy();
  await world.close();
  expect(world.errors).toEqual([]);
});

async function get(path: string): Promise<{ status: number; page: string }> {
  const { status, body } = await https(new URL(path, world.mock.addresses.site).href, { agent });
  return { status, page: body.toString('utf8') };
}

/** The text of a page, as a reader has it. */
const read = (page: string) =>
  page
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
const linksOf = (page: string) => [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => path);

describe('the Kennisbank', () => {
  it('C-73: has a page for every signaal of both editions, with what it means and what to do', async () => {
    expect(catalog.size).toBeGreaterThan(100);
    for (const { code, title, meaning, remedy } of catalog.values()) {
      const { status, page } = await get(`/kennisbank/signaal/${code}`);
      expect(status).toBe(200);
      for (const text of [`Signaal ${code}: ${title}`, meaning, remedy]) expect(read(page)).toContain(read(text));
    }
  });

  it('links each of its pages, and none that is not there', async () => {
    const { page } = await get('/kennisbank');
    const links = linksOf(page).filter((path) => path.startsWith('/kennisbank/'));
    for (const code of catalog.keys()) expect(links).toContain(`/kennisbank/signaal/${code}`);
    const further = new Set<string>();
    for (const path of links) {
      const found = await get(path);
      expect(found.status, path).toBe(200);
      for (const link of linksOf(found.page)) further.add(link);
    }
    for (const path of further) if (!path.startsWith('/mijn-bron')) expect((await get(path)).status, path).toBe(200);
    expect((await get('/kennisbank/signaal/999')).status).toBe(404);
    expect((await get('/kennisbank/onderwerp/bestaat-niet')).status).toBe(404);
  });

  it('has a page for each of the thirteen steps', async () => {
    const { page } = await get('/kennisbank');
    for (let step = 1; step <= 13; step += 1) {
      expect(linksOf(page)).toContain(`/kennisbank/onderwerp/stap-${step}`);
      expect(read((await get(`/kennisbank/onderwerp/stap-${step}`)).page)).toContain(`Stap ${step}: `);
    }
  });

  it.each([
    ['a code', '322', /1 pagina gevonden.*322:/],
    ['words in any order and without accents', 'poorten FIREWALL', /Stap 4: u opent poorten/],
    ['nothing that is there', 'xyzzy', /Niets gevonden\. Zoek op een ander woord/],
  ])('finds %s', async (_what, question, expected) => {
    const { page } = await get(`/kennisbank?zoek=${encodeURIComponent(question)}`);
    expect(read(page)).toMatch(expected);
  });

  it('shows what was asked as text', async () => {
    const { page } = await get(`/kennisbank?zoek=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script');
    expect((await get('/kennisbank?zoek=a&zoek=b')).status).toBe(200);
  });
});

describe('who helps with what', () => {
  it('C-73: names the six ways in which a school is supported', async () => {
    const text = read((await get('/ondersteuning')).page);
    for (const way of ['Handboek', 'site', 'Kennisbank', 'Voortgangsmails', 'Helpdesk BRON', 'Relatiebeheer']) {
      expect(text).toContain(way);
    }
  });

  it('C-72: promises an answer within two working days, by a form', async () => {
    const { page } = await get('/helpdesk');
    expect(read(page)).toContain('binnen twee werkdagen antwoord');
    expect(linksOf(page)).toContain('/mijn-bron/vragen');
  });

  it('C-74: has the four handleidingen', async () => {
    const { page } = await get('/ondersteuning');
    const manuals = linksOf(page).filter((path) => path.includes('/handleiding-'));
    expect(manuals.map((path) => path.split('/').at(-1))).toEqual([
      'handleiding-mijn-bron',
      'handleiding-certificaat',
      'handleiding-gtb',
      'handleiding-vergelijkingsoverzicht',
    ]);
  });

  it.each([
    ['stap-3', 'leverancier van uw LAS'],
    ['stap-4', 'systeembeheerder of het bedrijf dat uw computers beheert'],
    ['stap-9', 'leverancier van uw LAS'],
    ['stap-10', 'Kennisbank, neem dan contact op met de Helpdesk BRON'],
  ])('C-76: sends questions about %s to the right address', async (slug, address) => {
    expect(read((await get(`/kennisbank/onderwerp/${slug}`)).page)).toContain(address);
  });

  it('C-77: the relatiebeheerder stays, the Helpdesk also after the fase, and no telephone number is given', async () => {
    const text = read((await get('/kennisbank/onderwerp/wie-helpt-u')).page);
    expect(text).toContain('vóór, tijdens en na de fase aansluiting');
    expect(text).toContain('binnen twee werkdagen, ook na de fase aansluiting');
    expect(text).not.toMatch(/\d{3,}/);
  });
});
