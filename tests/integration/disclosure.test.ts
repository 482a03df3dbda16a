import { afterEach, beforeEach, expect, it } from 'vitest';
import { disclosureText } from '../../renderer/screens/disclosure/texts.ts';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** What a parent who asks gets to see: everything of the child, nothing of another. */
let line: Awaited<ReturnType<typeof startConnected>>;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(() => line.close());

it('tells everything of one pupil, what BRON has included, and who saw it; nothing of another', async () => {
  const { world } = line;
  const persoon = { ...testPersons.hera, straatnaam: 'Verzinstraat', geheim: 'true' as const };
  const { leerlingId } = await addPupil(world, persoon);
  await addPupil(world, testPersons.zeus);
  await world.call('notes.save', { leerlingId, date: '2009-11-02', text: 'Notitie over haar' });
  await world.call('gezin.saveVerzorger', {
    leerlingId,
    verzorger: { gegevens: { achternaam: 'Zorgzaam', email: 'thuis@gezin.example' } },
    link: { gegevens: { relatie: 'moeder' } },
  });
  await world.call('exchange.send', {});
  await fetchTerugkoppelingen(line);

  const seen = await world.call('disclosure.get', { leerlingId });
  const text = disclosureText(seen, { naam: 'Basisschool De Proef', nnca: 'BAO' });
  const own = [
    '999992533',
    '31-12-2001',
    'Hera',
    'Verzinstraat',
    'Notitie over haar',
    'Zorgzaam',
    'thuis@gezin.example',
    '3a',
  ];
  for (const value of own) expect(text).toContain(value);
  expect(text).not.toMatch(/Zeus|999992120/);
  // Codes have their labels, of what was sent and of what BRON has too.
  for (const line of [
    'Geslacht: V – Vrouwelijk',
    'Adres is geheim: Ja',
    'Persoonsgegevens met PGN, Geslacht: V – Vrouwelijk',
    'Persoonsgegevens, Geboorteland: 6030 – Nederland',
    'Eerste nationaliteit, Nationaliteit: 0001 – Nederlandse',
    'Gewicht, Code gewichtenregeling: 2 – Regeling 2',
  ])
    expect(text).toContain(line);
  expect(seen.parts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['leerling', 'verzorger', 'leerling_note', 'inschrijving', 'bron_stand', 'bericht']),
  );
  // The next one tells of this one.
  const [last] = (await world.call('disclosure.get', { leerlingId })).history;
  expect(last).toMatchObject({ kind: 'view', by: 'Secretaresse', new: 'alles' });
  expect(await world.fail('disclosure.get', { leerlingId: 999 })).toMatchObject({ code: 'not-found' });
});
