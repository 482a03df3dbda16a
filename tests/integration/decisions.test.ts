import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { reopen, tickOff } from '../../electron/core/exchange/decisions.ts';
import { signalenOf } from '../../electron/core/exchange/signalen.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { readInschrijving, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { answer, type Answer, type Said } from '../support/answers.ts';
import { addDirectly, directAdministration } from '../support/direct.ts';
import { asWpo, correctInschrijving, testPersons } from '../support/pupils.ts';

/** What was decided about a signaal holds until BRON says something new: docs/koppelvlak.md, "What was decided". */
let administration: Administration;
let leerlingId: number;
let inschrijvingId: number;

const gewicht = (begindatum: string, value: string) => ({ codeGewichtenregeling: '2', begindatum, gewicht: value });

beforeEach(() => {
  administration = directAdministration();
  const gegevens = correctInschrijving({
    gewicht: [gewicht('2009-08-01', '0,30'), gewicht('2009-10-01', '1,20')],
  });
  ({ leerlingId, inschrijvingId } = addDirectly(administration, testPersons.hera, gegevens));
});

const hear = (given: Answer, id = inschrijvingId) => answer(administration, id, given);
const holding = (id = inschrijvingId) => signalenOf(administration.db, id);

async function saveInschrijving(changes: Partial<GegevensWpo>): Promise<void> {
  const { id, version, gegevens } = readInschrijving(administration.db, inschrijvingId);
  await leerlingenHandlers(administration)['leerlingen.saveInschrijving']({
    leerlingId,
    id,
    version,
    gegevens: { ...asWpo(gegevens), ...changes },
  });
}

async function savePersoon(changes: Partial<Persoonsgegevens>): Promise<void> {
  const { id, version, gegevens } = readLeerling(administration.db, leerlingId);
  await leerlingenHandlers(administration)['leerlingen.save']({ id, version, persoon: { ...gegevens, ...changes } });
}

const later = (minutes = 60) =>
  administration.clock.set(new Date(administration.clock.now().getTime() + minutes * 60_000));

function tickAll(note = 'Ouders gebeld: het klopt zo.'): void {
  for (const { id, state } of holding()) if (state === 'open') tickOff(administration, id, note);
}

const brpPostcode = (postcodeBrp: string) => (stand: { persoon?: { adres?: unknown }[] }) => {
  for (const persoon of stand.persoon ?? []) persoon.adres = [{ postcodeBrp }];
};
const postcode: Answer = {
  signalen: [{ signaalcode: '770', omschrijving: 'Postcode 2548AE is niet de postcode volgens de BRP.' }],
  registered: brpPostcode('2517JR'),
};
const saidOf = (code: string, omschrijving: string): Answer => ({ signalen: [{ signaalcode: code, omschrijving }] });
const differs = (value: string, from: string) =>
  saidOf('460', `Gewicht ${value} (vanaf ${from}) wijkt af van het gewicht dat bij de inschrijving is vastgesteld.`);
const second = differs('1,20', '2009-10-01');
const skipped = saidOf('368', 'De gewichtenregeling geldt niet voor deze school: het gewicht wordt overgeslagen.');
const unknown = saidOf('999', 'Neem contact op over deze leerling.');

interface Case {
  name: string;
  first: Answer;
  /** What is changed here in between. */
  change?: () => Promise<void>;
  then: Answer;
  remembered: boolean;
}

const nothingNew: Omit<Case, 'remembered'>[] = [
  { name: 'the same in another bericht', first: postcode, then: postcode },
  {
    name: 'something else changed here',
    first: postcode,
    change: () => saveInschrijving({ aanduidingNnca: '2' }),
    then: postcode,
  },
  {
    name: 'the same words with other capitals and spaces',
    first: postcode,
    then: {
      ...postcode,
      signalen: [{ signaalcode: '770', omschrijving: 'POSTCODE 2548AE  is niet de postcode volgens de BRP.' }],
    },
  },
  {
    name: 'the voorkomen stands elsewhere in its list',
    first: second,
    change: () =>
      saveInschrijving({
        gewicht: [gewicht('2009-08-01', '0,30'), gewicht('2009-09-01', '0'), gewicht('2009-10-01', '1,20')],
      }),
    then: second,
  },
  { name: 'a group as a whole, with the same in it', first: skipped, then: skipped },
  { name: 'a code that we do not know', first: unknown, then: unknown },
  {
    name: 'an afkeuring repeated',
    first: { ...saidOf('753', 'De combinatie is niet gevonden.'), nr: 13 },
    change: () => savePersoon({ roepnaam: 'Heer' }),
    then: { ...saidOf('753', 'De combinatie is niet gevonden.'), nr: 13 },
  },
];

const somethingNew: Omit<Case, 'remembered'>[] = [
  { name: 'another value at BRON', first: postcode, then: { ...postcode, registered: brpPostcode('3225VG') } },
  {
    name: 'another value here',
    first: postcode,
    change: () => savePersoon({ postcode: '2548AG' }),
    then: {
      ...postcode,
      signalen: [{ signaalcode: '770', omschrijving: 'Postcode is niet de postcode volgens de BRP.' }],
    },
  },
  {
    name: 'another code about the same gegeven',
    first: postcode,
    then: {
      ...saidOf('771', 'Postcode 2548AE is anders dan de waarde die BRON heeft geregistreerd.'),
      registered: brpPostcode('2517JR'),
    },
  },
  { name: 'another voorkomen', first: second, then: differs('0,30', '2009-08-01') },
  {
    name: 'a voorkomen with the same values and another date',
    first: second,
    change: () => saveInschrijving({ gewicht: [gewicht('2009-08-01', '0,30'), gewicht('2009-10-15', '1,20')] }),
    then: differs('1,20', '2009-10-15'),
  },
  { name: 'other words', first: unknown, then: saidOf('999', 'Neem met spoed contact op over deze leerling.') },
  {
    name: 'a group as a whole, with something else in it',
    first: skipped,
    change: () => saveInschrijving({ gewicht: [gewicht('2009-08-01', '1,20')] }),
    then: skipped,
  },
  {
    name: 'an afkeuring instead of a signaal',
    first: unknown,
    change: () => saveInschrijving({ aanduidingNnca: '2' }),
    then: { ...unknown, nr: 13 },
  },
];

const cases: Case[] = [
  ...nothingNew.map((item) => ({ ...item, remembered: true })),
  ...somethingNew.map((item) => ({ ...item, remembered: false })),
];

const newest = () => holding().sort((a, b) => b.id - a.id)[0];

describe('a decision', () => {
  it.each(cases)('$name: remembered $remembered', async ({ first, change, then, remembered }) => {
    await hear(first);
    const [before] = holding();
    expect(before).toMatchObject({ state: 'open', decidedBefore: false, earlier: [] });
    tickAll();
    const decidedAt = administration.clock.now().toISOString();
    later();
    await change?.();
    await hear(then);
    const decision = { note: 'Ouders gebeld: het klopt zo.', decidedBy: 'Secretaresse', decidedAt };
    const now = newest();
    expect(now?.id).not.toBe(before?.id);
    if (remembered) expect(now).toMatchObject({ state: 'afgevinkt', decidedBefore: true, ...decision, earlier: [] });
    else {
      expect(now).toMatchObject({ state: 'open', decidedBefore: false });
      expect(now).not.toHaveProperty('note');
      // What was decided before is there to read.
      expect(now?.earlier).toMatchObject([decision]);
    }
  });

  it('is told apart for each inschrijving of a pupil', async () => {
    const other = (await leerlingenHandlers(administration)['leerlingen.saveInschrijving']({
      leerlingId,
      gegevens: correctInschrijving({ datumInschrijving: '2008-08-01', datumUitschrijving: '2009-07-31' }),
    })) as { id: number };
    await hear(unknown);
    tickAll();
    await hear(unknown, other.id);
    expect(holding(other.id)).toMatchObject([{ state: 'open', earlier: [] }]);
  });

  it('comes back when BRON says the same after it had not said it for a while', async () => {
    await hear(postcode);
    tickAll();
    await hear({ signalen: [] });
    expect(holding()).toEqual([]);
    await hear(postcode);
    expect(holding()).toMatchObject([{ state: 'afgevinkt', decidedBefore: true }]);
  });

  it('holds only when all of what cannot be told apart was ticked off', async () => {
    const twice: Answer = { signalen: [...unknown.signalen, ...unknown.signalen] };
    await hear(twice);
    tickOff(administration, holding()[0]?.id ?? 0, 'Gebeld.');
    await hear(twice);
    expect(holding().map(({ state }) => state)).toEqual(['open', 'open']);
    tickAll();
    await hear(twice);
    expect(holding().map(({ state }) => state)).toEqual(['afgevinkt', 'afgevinkt']);
  });

  it('asks nothing of anybody: the inschrijving is simply registered, and the run says so', async () => {
    expect(await hear(postcode)).toMatchObject({ metSignaal: 1, geregistreerd: 0 });
    tickAll();
    expect(await hear(postcode)).toMatchObject({ metSignaal: 0, geregistreerd: 1 });
    const state = administration.db.prepare('SELECT state, open_signalen FROM bron_state').get();
    expect(state).toEqual({ state: 'geregistreerd', open_signalen: 0 });
  });
});

describe('a decision that is taken back', () => {
  it('stays readable, and BRON saying the same again comes in as open', async () => {
    await hear(postcode);
    tickAll('Klopt.');
    later();
    const [ticked] = holding();
    reopen(administration, ticked?.id ?? 0);
    expect(holding()).toMatchObject([
      { state: 'open', note: 'Klopt.', decidedBy: 'Secretaresse', reopenedBy: 'Secretaresse' },
    ]);
    expect(() => reopen(administration, ticked?.id ?? 0)).toThrow('bestaat niet');
    later();
    await hear(postcode);
    expect(holding()).toMatchObject([{ state: 'open', decidedBefore: false, earlier: [{ note: 'Klopt.' }] }]);
    tickAll('Toch goed.');
    await hear(postcode);
    expect(holding()).toMatchObject([{ state: 'afgevinkt', note: 'Toch goed.', earlier: [{ note: 'Klopt.' }] }]);
  });
});

const sayings: readonly Said[][] = [
  [],
  ...[postcode, second, skipped, unknown].map(({ signalen }) => [...signalen]),
  [...second.signalen, ...unknown.signalen],
];
const step = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), which: fc.nat(sayings.length - 1) }),
  fc.record({ kind: fc.constant('tick' as const), which: fc.nat(3) }),
  fc.record({ kind: fc.constant('reopen' as const), which: fc.nat(3) }),
);

it('whatever is said, decided and taken back: what BRON repeats stands as it stood when it last said so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      const { inschrijvingId: id } = addDirectly(administration, testPersons.odin);
      const standing = new Map<string, 'open' | 'afgevinkt'>();
      for (const { kind, which } of steps) {
        later();
        const chosen = holding(id)[which];
        if (kind === 'say') {
          const signalen = sayings[which] ?? [];
          await hear({ signalen }, id);
          const expected = signalen.map(({ signaalcode }) => [signaalcode, standing.get(signaalcode) ?? 'open']);
          expect(
            holding(id)
              .map(({ code, state }) => [code, state])
              .sort(),
          ).toEqual(expected.sort());
        } else if (chosen && kind === 'tick' && chosen.state === 'open') tickOff(administration, chosen.id, 'Gezien.');
        else if (chosen && kind === 'reopen' && chosen.state === 'afgevinkt') reopen(administration, chosen.id);
        for (const { code, state } of holding(id)) standing.set(code, state as 'open' | 'afgevinkt');
      }
    }),
    { numRuns: process.env.LAS_FULL ? 300 : 40, ...(process.env.LAS_FULL ? {} : { seed: 20091102 }) },
  );
});
