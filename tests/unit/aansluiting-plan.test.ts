import { describe, expect, it } from 'vitest';
import { plan, startFits } from '../../shared/aansluiting/plan.ts';
import { desks, partOf, partsOf, stappen } from '../../shared/aansluiting/steps.ts';
import { partKeys, type PartKey, type PathFacts } from '../../shared/aansluiting/types.ts';
import { weekOn, weeksLeft, werkwekenFrom } from '../../shared/aansluiting/werkweken.ts';
import { holidays, preparedFacts } from '../support/path.ts';

const beginning: PathFacts = { kind: 'WPO', documents: [], ticked: {}, known: {} };
const statesOf = (facts: PathFacts, today: string) => plan(facts, holidays, today).steps.map(({ state }) => state);

describe('the thirteen steps', () => {
  it('C-07: seven of the voorbereiding and six of the fase, in order', () => {
    expect(stappen.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(stappen.map(({ phase }) => phase)).toEqual([
      ...Array<string>(7).fill('voorbereiding'),
      ...Array<string>(6).fill('aansluiting'),
    ]);
  });
  it('every part belongs to one step', () => {
    expect(stappen.flatMap(({ parts }) => parts.map(({ key }) => key))).toEqual([...partKeys]);
    for (const key of partKeys) expect(partOf(key).part.key).toBe(key);
  });
  it('C-13: step 1 brings three documents, step 5 two', () => {
    const documents = (step: number) =>
      stappen[step - 1]?.parts.filter(({ ticks }) => ticks === 'document').map(({ key }) => key);
    expect(documents(1)).toEqual(['vooraankondiging1', 'brochure', 'stappenplan']);
    expect(documents(5)).toEqual(['vooraankondiging2', 'handboek']);
  });
  it('C-12: a WEC school has no vergelijkingsoverzicht', () => {
    const keys = (kind: 'WPO' | 'WEC') => partsOf(stappen[11]!, kind).map(({ key }) => key);
    expect(keys('WPO')).toEqual(['gtb', 'vergelijkingsoverzicht', 'reactie']);
    expect(keys('WEC')).toEqual(['gtb', 'reactie']);
  });
  it('C-66: what only the school can judge is never ticked by the program', () => {
    const persons = partKeys.filter((key) => partOf(key).part.ticks === 'person');
    expect(persons).toEqual(
      expect.arrayContaining(['contactChecked', 'contactRechecked', 'gtb', 'vergelijkingsoverzicht']),
    );
  });
  it.each([
    [3, 'leverancier'],
    [4, 'systeembeheerder'],
    [4, 'leverancier'],
    [9, 'leverancier'],
    [10, 'leverancier'],
    [10, 'handboek'],
    [1, 'kennisbank'],
    [13, 'kennisbank'],
  ] as const)('C-76: a question about step %s goes to %s', (step, desk) => {
    expect(stappen[step - 1]?.ask.map((one) => one.desk)).toContain(desk);
  });
  it('C-76: everything else goes to the Kennisbank first and the Helpdesk second', () => {
    expect(desks.kennisbank).toMatch(/eerst in de Kennisbank.*dan de Helpdesk BRON/s);
    for (const { number, ask } of stappen) if (number !== 3) expect(ask.map(({ desk }) => desk)).not.toEqual([]);
    expect(stappen[2]?.ask).toEqual([{ about: 'het updaten van uw LAS', desk: 'leverancier' }]);
  });
});

describe('werkweken', () => {
  it.each([
    ['2009-11-11', 'over New Year', '2009-11-27', '2009-12-18', '2010-01-29'],
    ['2010-06-07', 'over the summer', '2010-06-25', '2010-08-27', '2010-09-24'],
    ['2009-12-19', 'from a day in the holidays', '2010-01-22', '2010-02-12', '2010-03-19'],
    ['2010-03-06', 'from a Saturday', '2010-03-26', '2010-04-16', '2010-05-14'],
  ])('C-06: from %s, %s: week 3 ends on %s, week 6 on %s, week 10 on %s', (from, _, third, sixth, tenth) => {
    const weeks = werkwekenFrom(holidays, from);
    expect(weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([weeks[2]?.last, weeks[5]?.last, weeks[9]?.last]).toEqual([third, sixth, tenth]);
  });
  it.each([
    ['2009-11-11', 10, 1],
    ['2009-11-13', 10, 1],
    ['2009-11-14', 9, 1],
    ['2009-11-15', 9, 1],
    ['2009-11-16', 9, 2],
    ['2009-12-18', 5, 6],
    ['2009-12-25', 4, undefined],
    ['2010-01-03', 4, undefined],
    ['2010-01-04', 4, 7],
    ['2010-01-28', 1, 10],
    ['2010-01-29', 1, 10],
    ['2010-01-30', 0, 10],
    ['2010-02-01', 0, undefined],
  ])('C-06: on %s there are %s left, and it is week %s', (date, left, week) => {
    const weeks = werkwekenFrom(holidays, '2009-11-11');
    expect([weeksLeft(weeks, date), weekOn(weeks, date)]).toEqual([left, week]);
  });
  it('C-06: a school that entered no holidays counts every week', () => {
    expect(werkwekenFrom([], '2009-11-11').at(-1)?.last).toBe('2010-01-15');
  });
});

describe('the start', () => {
  it.each([
    ['2009-10-18', false],
    ['2009-10-19', true],
    ['2009-10-20', true],
    ['2009-11-05', true],
    ['2009-11-21', true],
    ['2009-11-22', true],
    ['2009-11-23', false],
  ])('C-14: planned for the week of 2-11-2009, a start on %s fits: %s', (start, fits) => {
    expect(startFits('2009-11-02', start)).toBe(fits);
  });
  it.each([
    ['2009-12-20', false],
    ['2009-12-21', true],
    ['2010-01-24', true],
    ['2010-01-25', false],
    ['2010-08-01', false],
  ])('C-14: over New Year, planned for the week of 4-1-2010, a start on %s fits: %s', (start, fits) => {
    expect(startFits('2010-01-06', start)).toBe(fits);
    const facts = preparedFacts(start);
    const [first, ...others] = facts.documents;
    const documents = [{ ...first!, start: '2010-01-06' }, ...others];
    expect(plan({ ...facts, documents }, holidays, '2009-12-01')).toMatchObject({
      plannedWeek: '2010-01-04',
      startTooFar: !fits,
    });
  });
});

describe('where a school is', () => {
  it('C-07: at the beginning the fase is closed and the first step is to be done', () => {
    expect(statesOf(beginning, '2009-09-01')).toEqual([
      'current',
      ...Array<string>(3).fill('open'),
      ...Array<string>(3).fill('waiting'),
      ...Array<string>(6).fill('closed'),
    ]);
  });
  it.each([
    ['2009-11-13', 'waiting'],
    ['2009-11-14', 'current'],
    ['2009-11-15', 'current'],
  ])(
    'C-26: step 5 begins a month before the start, planned for the week of 14-12-2009: on %s it is %s',
    (today, state) => {
      const { documents, ...facts } = preparedFacts('2009-12-18');
      expect(statesOf({ ...facts, documents: documents.slice(0, 3) }, today)[4]).toBe(state);
    },
  );
  it.each(partKeys.filter((key) => partOf(key).stap.phase === 'voorbereiding' && !partOf(key).part.optional))(
    'C-07: without %s the gate stays closed',
    (key: PartKey) => {
      const { documents, ticked, known, ...facts } = preparedFacts('2009-12-18');
      const without = <T extends object>(record: T) =>
        Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
      const lacking = {
        ...facts,
        documents: documents.filter(({ kind }) => kind !== key),
        ticked: without(ticked),
        known: without(known),
      };
      const made = plan(lacking, holidays, '2009-12-18');
      expect(made.prepared).toBe(false);
      expect(made.steps.slice(7).map(({ state }) => state)).toEqual(Array<string>(6).fill('closed'));
    },
  );
  it.each(['2009-12-17', '2009-12-18', '2009-12-19'])(
    'C-07: with steps 1 to 7 done the gate is open, and on %s the wachtwoordbrief is what comes next',
    (today) => {
      const made = plan(preparedFacts('2009-12-18'), holidays, today);
      expect(made).toMatchObject({ prepared: true, state: 'voorbereiding', current: 8 });
      const early = today < '2009-12-18';
      expect(made.steps[7]).toMatchObject(early ? { state: 'waiting', from: '2009-12-18' } : { state: 'current' });
      expect(made.steps[8]?.state).toBe('waiting');
    },
  );
  it('C-36: the receipt of the wachtwoordbrief starts the ten weeks, also when the start was planned for another day', () => {
    const made = plan(preparedFacts('2009-12-14', '2009-12-18'), holidays, '2009-12-18');
    expect(made).toMatchObject({ state: 'aansluiting', letterOn: '2009-12-18', week: 1, weeksLeft: 10, current: 9 });
    expect(made.weeks[0]).toEqual({ week: 1, first: '2009-12-18', last: '2009-12-18' });
  });
  it('C-39: the weeks run on without certificate', () => {
    expect(plan(preparedFacts('2009-12-18', '2009-12-18'), holidays, '2010-02-08')).toMatchObject({
      week: 7,
      weeksLeft: 4,
      current: 9,
    });
  });

  const onTheWay = (): PathFacts => {
    const facts = preparedFacts('2009-11-11', '2009-11-11');
    const known = { ...facts.known, download: '2009-11-12', install: '2009-11-12', test: '2009-11-13' } as const;
    return { ...facts, known, exchangedOn: '2009-11-23' };
  };
  it.each([
    ['2009-11-26', 'waiting'],
    ['2009-11-27', 'waiting'],
    ['2009-11-28', 'open'],
  ])('C-50: on %s the voortgangsmail of week 3 is %s', (today, state) => {
    expect(statesOf(onTheWay(), today).slice(9)).toEqual(['current', state, 'open', 'waiting']);
  });
  it.each([
    ['2009-12-17', 'waiting'],
    ['2009-12-18', 'waiting'],
    ['2009-12-19', 'open'],
  ])('C-50: with one mail, on %s that of week 6 is %s', (today, state) => {
    const facts = onTheWay();
    const documents = [...facts.documents, { kind: 'voortgangsmail' as const, receivedOn: '2009-11-27' }];
    expect(statesOf({ ...facts, documents }, today)[10]).toBe(state);
  });
  it('C-50: two voortgangsmails tick step 11', () => {
    const facts = onTheWay();
    const mail = (receivedOn: string) => ({ kind: 'voortgangsmail' as const, receivedOn });
    const documents = [...facts.documents, mail('2009-11-27'), mail('2009-12-18')];
    const step = plan({ ...facts, documents }, holidays, '2009-12-18').steps[10];
    expect(step).toMatchObject({ state: 'done', parts: [{ doneOn: '2009-11-27' }, { doneOn: '2009-12-18' }] });
  });
  it.each([
    ['2010-01-28', 'aansluiting', 1],
    ['2010-01-29', 'aansluiting', 1],
    ['2010-01-30', 'over', 0],
  ])('C-06: on %s the fase is %s with %s weeks left', (today, state, left) => {
    const made = plan(onTheWay(), holidays, today);
    expect(made).toMatchObject({ state, weeksLeft: left });
    expect(made.steps[12]?.state).toBe(left === 0 ? 'open' : 'waiting');
  });
  it.each(['gekwalificeerd', 'aangesloten', 'closed'] as const)(
    'C-68, C-69: after the ending %s nothing is due any more, and what was not done is over',
    (ending) => {
      const facts = onTheWay();
      const documents = [...facts.documents, { kind: 'afronding' as const, receivedOn: '2010-01-20', ending }];
      const made = plan({ ...facts, documents }, holidays, '2010-03-01');
      expect(made).toMatchObject({ state: ending, deadlines: [] });
      expect([made.current, made.weeksLeft, made.week]).toEqual([undefined, undefined, undefined]);
      expect(new Set(made.steps.map((step) => step.state))).toEqual(new Set(['done', 'over']));
      expect(made.steps[12]?.state).toBe('done');
    },
  );
  it.each([
    ['2009-12-17', true, '2009-12-18'],
    ['2009-12-18', false, '2009-12-18'],
    ['2009-12-19', false, '2009-12-19'],
  ])('a clock on %s, with something noted on 18-12: set back: %s, judged by %s', (today, clockSetBack, day) => {
    expect(plan({ ...onTheWay(), recordedOn: '2009-12-18' }, holidays, today)).toMatchObject({ clockSetBack, day });
  });
});
