import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleContact } from '../support/mijnBron/data.ts';
import { createSiteWorld, type SiteWorld } from '../support/mijnBron/site.ts';
import { linksOf, type Visitor } from '../support/mijnBron/visitor.ts';

let world: SiteWorld;
let gemachtigde: Visitor;
let contactpersoon: Visitor;

beforeEach(async () => {
  world = await createSiteWorld();
  gemachtigde = await world.loggedIn();
  contactpersoon = await world.loggedIn('99ZZ-00');
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const CONTACT = '/mijn-bron/contactgegevens';
const CHANGE = `${CONTACT}/wijzigen`;
const NUMBERS = '/mijn-bron/aantallen';

describe('Contactgegevens', () => {
  it('C-18: show BRIN-nummer, vestigingsnummer, naam, adres and gemachtigde of the hoofdvestiging', async () => {
    const { text } = await gemachtigde.get(CONTACT);
    for (const part of [
      '99ZZ',
      'Vestigingsnummer 00',
      'Basisschool De Proef',
      'Schoolstraat 1, 9999 XX Proefstad',
      'D. Recteur, 0101234567',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Akkoordverklaring van het bevoegd gezag 1-6-2009');
  });

  it('C-16 C-19: show every aanleverpunt with its LAS, adres and contactpersoon', async () => {
    const { text } = await gemachtigde.get(CONTACT);
    expect(text).toMatch(
      /Aanleverpunt 99ZZ00 LAS Bronwijs 0\.1 Adres Schoolstraat 1, .* Contactpersoon A\. Ministratie/,
    );
    expect(text).toMatch(/Aanleverpunt 99ZZ01 LAS Bronwijs 0\.1 .* Contactpersoon B\. Neven/);
    expect(text).toContain('meld dat aanleverpunt dan bij de Helpdesk BRON');
  });

  it('C-15: are changed by the gemachtigde, the hoofdvestiging first', async () => {
    const saved = await gemachtigde.submit(CHANGE, CHANGE, {
      'hoofdvestiging.adres.straatnaam': 'Nieuwe "Straat"',
      'hoofdvestiging.adres.postcode': '9998 ab',
      'aanleverpunten.1.contactpersoon.naam': ' C. Anders ',
    });
    expect(saved).toMatchObject({ status: 200, path: `${CONTACT}?gelukt=ja` });
    expect(saved.text).toContain('De contactgegevens zijn opgeslagen');
    const expected = exampleContact();
    expected.hoofdvestiging.adres = {
      ...expected.hoofdvestiging.adres,
      straatnaam: 'Nieuwe "Straat"',
      postcode: '9998AB',
    };
    expected.aanleverpunten[1]!.contactpersoon.naam = 'C. Anders';
    expect(world.state.contact).toEqual(expected);
  });

  it('C-20: take over the gemachtigde as contactpersoon when that is the same person', async () => {
    await gemachtigde.submit(CHANGE, CHANGE, { 'aanleverpunten.0.same': 'ja' });
    const { hoofdvestiging, aanleverpunten } = world.state.contact;
    expect(aanleverpunten[0]?.contactpersoon).toEqual(hoofdvestiging.gemachtigde);
    expect(aanleverpunten[1]?.contactpersoon.naam).toBe('B. Neven');
  });

  it('let the contactpersoon change the own aanleverpunt only', async () => {
    const { html, text } = await contactpersoon.get(CHANGE);
    expect(html).not.toContain('name="hoofdvestiging');
    expect(html).not.toContain('name="aanleverpunten.1');
    expect(text).toContain('De andere gegevens wijzigt de gemachtigde');
    await contactpersoon.submit(CHANGE, CHANGE, {
      'aanleverpunten.0.las': 'Bronwijs 0.2',
      'aanleverpunten.1.las': 'Anders',
      'hoofdvestiging.naam': 'Anders',
    });
    const expected = exampleContact();
    expected.aanleverpunten[0]!.las = 'Bronwijs 0.2';
    expect(world.state.contact).toEqual(expected);
  });

  it('say at each field what is wrong, and keep what was typed', async () => {
    const refused = await gemachtigde.submit(CHANGE, CHANGE, {
      'hoofdvestiging.naam': ' ',
      'hoofdvestiging.gemachtigde.email': 'geen adres',
      'aanleverpunten.0.adres.postcode': '12',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Er is nog niets opgeslagen');
    expect(refused.text).toContain('Gemachtigde: Vul een e-mailadres in zoals naam@school.nl');
    expect(refused.text).toContain('Aanleverpunt 99ZZ00: Vul een postcode in zoals 1234 AB');
    expect(refused.html).toContain('value="geen adres"');
    expect(refused.html).toContain('href="#hoofdvestiging-naam"');
    expect(world.state.contact).toEqual(exampleContact());
  });

  it.each([
    ['2009-11-01', false, 'Van 2-11-2009 tot en met 8-11-2009, de week voor de start'],
    [
      '2009-11-02',
      true,
      'Van 2-11-2009 tot en met 8-11-2009 kunt u de contactgegevens niet wijzigen: in de week voor de start wordt de wachtwoordbrief',
    ],
    ['2009-11-08', true, 'Helpdesk BRON'],
    ['2009-11-09', false, undefined],
  ])('C-34: on %s are frozen: %s', async (date, frozen, sentence) => {
    world.state.freeze = { from: '2009-11-02', until: '2009-11-08' };
    world.clock.set(new Date(`${date}T12:00:00Z`));
    const { html, text } = await gemachtigde.get(CONTACT);
    expect(linksOf(html).includes(CHANGE)).toBe(!frozen);
    if (sentence === undefined) expect(text).not.toContain('niet wijzigen');
    else expect(text).toContain(sentence);
  });

  it('C-34: refuse a form that was opened before the freeze, and keep what was typed', async () => {
    world.state.refuse = 'contact-frozen';
    const refused = await gemachtigde.submit(CHANGE, CHANGE, { 'hoofdvestiging.naam': 'Net te laat' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Wijzig ze na de start');
    expect(refused.html).toContain('value="Net te laat"');
  });

  it('C-33: are to be checked, also during and after the fase', async () => {
    const { text } = await gemachtigde.get(CONTACT);
    expect(text).toContain('ook tijdens en na de fase aansluiting');
    expect(text).toContain('Klopt alles, dan hoeft u niets te doen');
  });
});

describe('Aantallen', () => {
  it('C-29: of a WPO school are a total and which of it are ambulant begeleid', async () => {
    const { text } = await contactpersoon.get(NUMBERS);
    expect(text).toContain('met de ambulant begeleide leerlingen erbij');
    expect(text).toContain('Aantal leerlingen van het totaal dat ambulant wordt begeleid');
  });

  it('C-30: of a WEC school count the pupils at other schools apart', async () => {
    world.state.soort = 'WEC';
    const { text } = await contactpersoon.get(NUMBERS);
    expect(text).toContain(
      'op andere scholen dat door uw school ambulant wordt begeleid; zij horen niet bij het eerste aantal',
    );
  });

  it('C-31 C-32: are reported, and again after pupils came or left', async () => {
    const saved = await contactpersoon.submit(NUMBERS, NUMBERS, { leerlingen: '201', ambulant: ' 5 ' });
    expect(saved.text).toContain('De aantallen zijn doorgegeven');
    expect(saved.text).toContain('Komen er leerlingen bij of vertrekken er leerlingen');
    expect(saved.text).toMatch(/2-11-2009 201 5 1-9-2009 200 4/);
    expect(world.state.callers).toEqual([expect.objectContaining({ role: 'contactpersoon', aanleverpunt: '00' })]);
  });

  it.each([
    [{ leerlingen: '', ambulant: '0' }, 422, 'Vul bij ingeschreven leerlingen een heel getal in'],
    [{ leerlingen: '20,5', ambulant: '-1' }, 422, 'Vul bij ambulant begeleide leerlingen een heel getal in'],
    [{ leerlingen: '10', ambulant: '11' }, 422, 'controleer beide aantallen'],
  ])('are refused when they cannot be: %j', async (fields, status, sentence) => {
    const refused = await contactpersoon.submit(NUMBERS, NUMBERS, fields);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(sentence);
    expect(refused.html).toContain(`value="${fields.leerlingen}"`);
    expect(world.state.reported).toHaveLength(1);
  });
});
