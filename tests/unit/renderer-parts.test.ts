import { describe, expect, it } from 'vitest';
import { readTypedDate, shownDate } from '../../renderer/components/dateText.ts';
import { newPasswordProblem, passwordStrength } from '../../renderer/components/password.ts';
import { emptySchool, isSamePerson, nextVolgnummer, schoolOf } from '../../renderer/components/schoolForm.ts';
import { longMoment, timeOf } from '../../renderer/texts/format.ts';
import { formOf, settingsForm, settingsOf } from '../../renderer/screens/instellingen/settingsForm.ts';
import { testOutcome } from '../../renderer/screens/instellingen/testOutcome.ts';
import { searchPages, titleOf } from '../../renderer/screens/handleiding/search.ts';
import { bareCode } from '../../renderer/screens/start/recovery.ts';
import { stepsToDo } from '../../renderer/screens/demo/steps.ts';
import type { Settings } from '../../shared/api/settings.ts';

describe('a typed date', () => {
  it.each([
    ['1-9-2002', '2002-09-01'],
    ['01092002', '2002-09-01'],
    ['', ''],
    ['  ', ''],
  ])('%j is kept as %j', (typed, value) => {
    expect(readTypedDate(typed, '2009-11-02', false)).toEqual({ value });
  });

  it('is kept as typed when it does not exist, with the reason', () => {
    expect(readTypedDate('31-2-2002', '2009-11-02', false)).toEqual({
      value: '31-2-2002',
      reason: 'De datum 31-2-2002 bestaat niet.',
    });
  });

  it('may lack its day only where that is allowed', () => {
    expect(readTypedDate('00-05-2002', '2009-11-02', true)).toEqual({ value: '2002-05-00' });
    expect(readTypedDate('00-05-2002', '2009-11-02', false).reason).toBeDefined();
  });

  it('shows a kept text that is no date as it is', () => {
    expect([shownDate('2002-09-01'), shownDate('31-2-2002'), shownDate(undefined)]).toEqual([
      '1-9-2002',
      '31-2-2002',
      '',
    ]);
  });
});

describe('a new password', () => {
  it('is judged by its length in characters', () => {
    expect(passwordStrength('elf tekens!').enough).toBe(false);
    expect(passwordStrength('elf tekens!').sentence).toBe('Nog 1 teken nodig.');
    expect(passwordStrength('twaalf teken').enough).toBe(true);
    expect(passwordStrength('😀'.repeat(11)).enough).toBe(false);
  });

  it('has to be the same twice', () => {
    expect(newPasswordProblem('kort', 'kort')).toMatch(/12 tekens/);
    expect(newPasswordProblem('een lange zin', 'een andere zin')).toMatch(/niet gelijk/);
    expect(newPasswordProblem('een lange zin', 'een lange zin')).toBeUndefined();
  });
});

describe('the school form', () => {
  const person = { naam: 'M. Oefenaar', telefoon: '010', email: '' };

  it('fills in the gemachtigde when it is the same person', () => {
    const school = { ...emptySchool, contactpersoon: person };
    expect(schoolOf({ school, samePerson: true }).gemachtigde).toEqual(person);
    expect(schoolOf({ school, samePerson: false }).gemachtigde.naam).toBe('');
    expect([isSamePerson(school), isSamePerson({ ...school, gemachtigde: person })]).toEqual([false, true]);
  });

  it.each([
    [[], '00'],
    [['00', '03'], '04'],
    [['00', 'x'], '01'],
    [['99'], '99'],
  ])('gives after %j the volgnummer %j', (used, next) => {
    expect(nextVolgnummer(used)).toBe(next);
  });
});

describe('the settings form', () => {
  const person = { naam: 'M. Oefenaar', telefoon: '', email: '' };
  const settings: Settings = {
    school: {
      ...emptySchool,
      brinnummer: '99ZZ',
      naam: 'De Oefenboom',
      vestigingen: [{ volgnummer: '00', naam: 'Dorpsplein' }],
      contactpersoon: person,
      gemachtigde: person,
    },
    exchange: {
      endpoint: '',
      site: '',
      caPem: '',
      proxy: { mode: 'geen', host: '', port: '', user: '', passwordSet: false },
      ports: { http: '', https: '' },
    },
    idleMinutes: 15,
  };

  it('gives back what it was filled with', () => {
    expect(settingsOf(formOf(settings))).toMatchObject(settings);
  });

  it.each([
    ['1', true],
    ['120', true],
    ['0', false],
    ['121', false],
    ['1.5', false],
    ['', false],
  ])('judges %j minutes', (idleMinutes, right) => {
    expect(settingsForm.safeParse({ ...formOf(settings), idleMinutes }).success).toBe(right);
  });
});

describe('the certificate', () => {
  it('is told to work', () => {
    const result = { stopped: false, received: 1 };
    expect(testOutcome(result)).toMatchObject({ works: true, title: 'Het certificaat werkt.' });
    expect(testOutcome(result).sentences[1]).toBe('Er kwam 1 terugkoppeling mee; die is meteen verwerkt.');
    expect(testOutcome({ ...result, stopped: true }).works).toBe(false);
  });
});

describe('the manual', () => {
  const pages = [
    { name: 'a', title: 'Versturen', text: '# Versturen\n\nU verstuurt **meldingen** naar [BRON](b.md).' },
    { name: 'b', title: 'Certificaat', text: '# Certificaat\n\nNa het versturen: één keer installeren.' },
  ];
  const names = (search: string) => searchPages(pages, search).map(({ page }) => page.name);

  it('is found by every word, without accents or capitals, titles first', () => {
    expect(names('')).toEqual(['a', 'b']);
    expect(names('een INSTALLEREN')).toEqual(['b']);
    expect(names('versturen')).toEqual(['a', 'b']);
    expect(names('meldingen installeren')).toEqual([]);
  });

  it('shows the words around the hit without the signs of Markdown', () => {
    expect(searchPages(pages, 'meldingen')[0]?.excerpt).toBe('U verstuurt meldingen naar BRON.');
  });

  it('takes its titles from the first heading', () => {
    expect([titleOf('# Kop\ntekst', 'x'), titleOf('tekst', 'x')]).toEqual(['Kop', 'x']);
  });
});

describe('small things', () => {
  it('shows moments in Dutch time, in winter and in summer', () => {
    expect(longMoment('2009-11-02T08:00:00Z')).toBe('maandag 2 november 2009, 09:00');
    expect(timeOf('2009-07-02T08:00:00Z')).toBe('10:00');
  });

  it('compares recovery codes without dashes, spaces and case', () => {
    expect(bareCode(' k7m2p–9xq4r b3TV8 ')).toBe('K7M2P9XQ4RB3TV8');
  });

  it('does all that is left of the demo, in order', () => {
    const steps = [
      { step: 'certificaat' as const, done: true },
      { step: 'versturen' as const, done: false },
      { step: 'terugkoppelingen' as const, done: false },
    ];
    expect(stepsToDo({ steps })).toEqual(['versturen', 'terugkoppelingen']);
  });
});
