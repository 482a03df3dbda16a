import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mijnBronFile } from '../../shared/mijnBron/file.ts';
import { reactieChoices } from '../../shared/mijnBron/reactie.ts';
import { exampleContact, exampleGtb } from '../support/mijnBron/data.ts';
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
const REACTIE = '/mijn-bron/gtb/reactie';

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

describe('Voortgang', () => {
  it('C-53: shows norm against registered, the weeks that are left, and each week', async () => {
    const { text } = await gemachtigde.get('/mijn-bron/voortgang');
    expect(text).toContain('Werkweken over 6 van 10');
    expect(text).toMatch(/Leerlingen 200 150 75% ja/);
    expect(text).toMatch(/Ambulant begeleide leerlingen 4 1 25% nee, u loopt achter/);
    expect(text).toMatch(/3 30-10-2009 100 1/);
  });

  it('asks for the aantallen when there are none to measure against', async () => {
    const { norm: _, ...progress } = world.state.progress;
    world.state.progress = { ...progress, perWeek: [] };
    const { text, html } = await gemachtigde.get('/mijn-bron/voortgang');
    expect(text).toContain('Geef eerst uw aantallen door');
    expect(html).not.toContain('<progress');
  });
});

describe('Documenten', () => {
  it('lists what was sent, and opens all but the wachtwoordbrief', async () => {
    const { text, html } = await gemachtigde.get('/mijn-bron/documenten');
    expect(text).toContain('Eerste vooraankondiging 1-6-2009 per post school');
    const links = linksOf(html).filter((path) => path.startsWith('/mijn-bron/documenten/'));
    expect(links).toEqual([
      ...['html', 'pdf', 'eml'].map((form) => `/mijn-bron/documenten/mail-3/${form}`),
      ...['html', 'pdf'].map((form) => `/mijn-bron/documenten/v1/${form}`),
    ]);
    const page = await gemachtigde.get('/mijn-bron/documenten/v1/html');
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
    expect(page.headers['content-security-policy']).toMatch(/style-src 'sha256-/);
    const pdf = await gemachtigde.get('/mijn-bron/documenten/v1/pdf');
    expect(pdf.headers['content-disposition']).toBe('attachment; filename="v1.pdf"');
  });

  it('explains what cannot be opened', async () => {
    const letter = await gemachtigde.get('/mijn-bron/documenten/brief-00/html');
    expect(letter.status).toBe(403);
    expect(letter.text).toContain('aangetekend verzonden');
    expect((await gemachtigde.get('/mijn-bron/documenten/weg/html')).status).toBe(404);
    expect((await gemachtigde.get('/mijn-bron/documenten/v1/exe')).status).toBe(404);
  });
});

describe('GTB/AB overzicht', () => {
  it('C-57: has three choices', async () => {
    const { html } = await gemachtigde.get('/mijn-bron/gtb');
    expect(linksOf(html).filter((path) => path.startsWith('/mijn-bron/gtb/'))).toEqual([
      '/mijn-bron/gtb/overzicht',
      '/mijn-bron/gtb/vergelijking',
      REACTIE,
    ]);
  });

  it('marks the newest GTB of each vestiging', async () => {
    world.state.gtbs = [exampleGtb('2009-10-01', '00'), exampleGtb('2009-08-01', '01'), exampleGtb('2009-08-01', '00')];
    const { text } = await gemachtigde.get('/mijn-bron/gtb/overzicht');
    expect(text).toMatch(/1-10-2009 00 30-10-2009 150 controleer deze GTB-2009-10-01-00/);
    expect(text).toMatch(/1-8-2009 01 30-10-2009 150 controleer deze GTB-2009-08-01-01/);
    expect(text).toMatch(/1-8-2009 00 30-10-2009 150 GTB-2009-08-01-00/);
  });

  it('C-59: shows who is not counted apart from who is counted with an attentiesignaal, and why', async () => {
    const { text, html } = await gemachtigde.get('/mijn-bron/gtb/overzicht/GTB-2009-10-01-00');
    expect(text).toMatch(/Totaal.* 150/i);
    expect(text).toMatch(
      /niet meetellen .* 12 •••••2533 31-12-2001 1-8-2009 G01 Inschrijving is als niet-bekostigd opgegeven G02/,
    );
    expect(text).toMatch(/attentiesignaal .* geen geen 00-00-2002 1-8-2009 A01/);
    expect(html).not.toContain('999992533');
    for (const code of ['G01', 'A01']) {
      expect(linksOf(html)).toContain(`/kennisbank/gtb/${code}`);
      expect((await gemachtigde.get(`/kennisbank/gtb/${code}`)).status).toBe(200);
    }
  });

  it('explains a GTB that is not there', async () => {
    const missing = await gemachtigde.get('/mijn-bron/gtb/overzicht/GTB-9');
    expect(missing).toMatchObject({ status: 404 });
    expect(missing.text).toContain('Open de lijst met GTB’s opnieuw');
    world.state.gtbs = [];
    expect((await gemachtigde.get('/mijn-bron/gtb/overzicht')).text).toContain('binnen zeven werkdagen');
  });

  it('shows on the vergelijkingsoverzicht what differs, with the risk of recovery', async () => {
    const { text } = await gemachtigde.get('/mijn-bron/gtb/vergelijking');
    expect(text).toMatch(/•••••2533 31-12-2001 Ontbreekt in BRON CVI-nummer: 12345 begin: 1-8-2008 niets/);
    expect(text).toMatch(/CVI 23456 1-1-2000 Indicatiedatum verschilt indicatie: 1-9-2008 indicatie: 1-10-2008/);
    expect(text).toContain('teruggevorderd tot uiterlijk 1-8-2008');
  });

  it('C-12 C-62: says that there is no vergelijkingsoverzicht', async () => {
    world.state.overview = undefined;
    const { status, text } = await gemachtigde.get('/mijn-bron/gtb/vergelijking');
    expect(status).toBe(200);
    expect(text).toContain('Voor uw school is er geen vergelijkingsoverzicht Ambulant Begeleide Leerlingen');
    expect(text).toContain('alleen in de fase aansluiting, alleen voor WPO-scholen');
  });
});

describe('Geef hier uw reactie', () => {
  it.each(reactieChoices)('C-65: %s is sent after a summary of what it is about', async (choice) => {
    const offered = await gemachtigde.get(REACTIE);
    expect(offered.html.match(/type="radio"/g)).toHaveLength(4);
    const summary = await gemachtigde.submit(REACTIE, REACTIE, { choice });
    expect(world.state.reacties).toEqual([]);
    expect(summary.text).toContain('Samenvatting van uw reactie');
    for (const part of ['GTB-2009-10-01-00', 'AB-1', '150 in BRON, normaantal 200', 'D. Recteur, gemachtigde']) {
      expect(summary.text).toContain(part);
    }
    const token = /name="token" value="([^"]+)"/.exec(summary.html)?.[1] ?? '';
    const fields = { token, choice, gtbs: 'GTB-2009-10-01-00', overview: 'AB-1' };
    const sent = await gemachtigde.post(`${REACTIE}/versturen`, fields);
    expect(sent.text).toContain('Uw reactie is ontvangen');
    expect(world.state.reacties).toEqual([
      {
        choice,
        by: 'D. Recteur',
        gtbs: ['GTB-2009-10-01-00'],
        vergelijkingsoverzicht: 'AB-1',
        receivedOn: '2009-11-02',
      },
    ]);
  });

  it('C-66: says that only the school can judge, and chooses nothing beforehand', async () => {
    const { text, html } = await gemachtigde.get(REACTIE);
    expect(text).toContain('Alleen u kunt bepalen of de kwantiteit en de kwaliteit van de gegevens juist zijn');
    expect(html).not.toContain('checked');
    expect((await gemachtigde.submit(REACTIE, REACTIE, {})).text).toContain('U hebt geen reactie gekozen');
  });

  it('is for the gemachtigde only', async () => {
    const { text, html } = await contactpersoon.get(REACTIE);
    expect(text).toContain('Vraag de gemachtigde om in te loggen');
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    for (const path of [REACTIE, `${REACTIE}/versturen`]) {
      expect((await contactpersoon.post(path, { token, choice: 'akkoord', gtbs: 'GTB-2009-10-01-00' })).status).toBe(
        403,
      );
    }
    expect(world.state.reacties).toEqual([]);
  });

  it('waits for a GTB', async () => {
    world.state.gtbs = [];
    const { text, html } = await gemachtigde.get(REACTIE);
    expect(text).toContain('Er is nog geen GTB van uw school');
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await gemachtigde.post(REACTIE, { token, choice: 'akkoord' })).status).toBe(409);
  });

  it('explains a refusal on the page itself', async () => {
    world.state.refuse = 'gtb-outdated';
    const { html } = await gemachtigde.get(REACTIE);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const refused = await gemachtigde.post(`${REACTIE}/versturen`, { token, choice: 'akkoord', gtbs: 'oud' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Bekijk de nieuwste en geef uw reactie opnieuw');
  });

  it('takes the statement that the school can exchange', async () => {
    const said = await gemachtigde.submit(REACTIE, '/mijn-bron/gtb/uitwisselen', {});
    expect(said.text).toContain('U hebt op 2-11-2009 aangegeven dat u gegevens kunt uitwisselen');
    expect(said.text).not.toContain('Uw reactie is ontvangen');
  });
});

describe('Vragen', () => {
  const QUESTIONS = '/mijn-bron/vragen';

  it('C-72: takes a question and says by when it is answered', async () => {
    const asked = await contactpersoon.submit(QUESTIONS, QUESTIONS, { onderwerp: 'GTB', tekst: 'Waar <vind> ik hem?' });
    expect(asked.text).toContain('Uw vraag is ontvangen onder nummer V1. U krijgt uiterlijk 4-11-2009 antwoord');
    expect(asked.text).toContain('Waar <vind> ik hem?');
    world.state.questions[0] = { ...world.state.questions[0]!, antwoord: 'In Mijn BRON.', answeredOn: '2009-11-03' };
    expect((await contactpersoon.get(QUESTIONS)).text).toContain('Antwoord van 3-11-2009 In Mijn BRON.');
  });

  it('asks for what is lacking', async () => {
    const refused = await contactpersoon.submit(QUESTIONS, QUESTIONS, { onderwerp: 'Iets', tekst: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Vul in wat u wilt vragen');
    expect(refused.html).toContain('value="Iets"');
  });
});

describe('files for the LAS', () => {
  const get = async (name: string) => gemachtigde.get(`/mijn-bron/bestand/${name}.json`);

  it('hold the same as the pages, and say what they are, whose and of which day', async () => {
    const { state } = world;
    const about = { brinnummer: '99ZZ', madeOn: '2009-11-02' };
    for (const [name, content] of [
      ['contactgegevens', { layout: 'bronwijs-contactgegevens-1', ...about, contactgegevens: state.contact }],
      ['aantallen', { layout: 'bronwijs-aantallen-1', ...about, aantallen: state.reported }],
      ['documenten', { layout: 'bronwijs-documenten-1', ...about, documenten: state.documents }],
      ['voortgang', { layout: 'bronwijs-voortgang-1', ...about, voortgang: state.progress }],
      ['vergelijkingsoverzicht', state.overview],
      ['gtb/GTB-2009-10-01-00', state.gtbs[0]],
    ] as const) {
      const file = await get(name);
      expect(file.headers['content-type']).toContain('application/json');
      expect(mijnBronFile.parse(JSON.parse(file.html))).toEqual(content);
    }
    expect((await get('contactgegevens')).headers['content-disposition']).toBe(
      'attachment; filename="contactgegevens-99ZZ-2009-11-02.json"',
    );
    expect((await get('gtb/GTB-2009-10-01-00')).headers['content-disposition']).toBe(
      'attachment; filename="gtb-99ZZ-00-2009-10-01.json"',
    );
  });

  it('are linked on every page that has one, and all there', async () => {
    for (const page of [
      'contactgegevens',
      'aantallen',
      'documenten',
      'voortgang',
      'gtb/overzicht',
      'gtb/vergelijking',
    ]) {
      const { html } = await gemachtigde.get(`/mijn-bron/${page}`);
      const files = linksOf(html).filter((path) => path.startsWith('/mijn-bron/bestand/'));
      expect(files, page).not.toEqual([]);
      for (const file of files) expect((await gemachtigde.get(file)).status, file).toBe(200);
    }
  });

  it('are not there under another name', async () => {
    for (const name of ['constructor', 'bestaat-niet', 'gtb/GTB-9']) expect((await get(name)).status).toBe(404);
  });
});
