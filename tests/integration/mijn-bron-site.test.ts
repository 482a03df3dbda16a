import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mijnBronFile } from '../../shared/mijnBron/file.ts';
import { reactieChoices } from '../../shared/mijnBron/reactie.ts';
import { exampleGtb } from '../support/mijnBron/data.ts';
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

const REACTIE = '/mijn-bron/gtb/reactie';

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
