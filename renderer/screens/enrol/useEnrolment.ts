import { useEffect, useEffectEvent, useState } from 'react';
import { isDate } from '../../../shared/domain/dates.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../../shared/domain/pgn.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { School } from '../../../shared/api/session.ts';
import { formFacts } from '../../../shared/domain/forms/facts.ts';
import { firstValues } from '../../../shared/domain/forms/values.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { followDatumInschrijving } from '../leerlingen/card/periods.ts';
import type { Texts } from '../leerlingen/card/tree.ts';
import { inschrijvingInOrder, type CardState } from '../leerlingen/card/draft.ts';
import { useCard, type Card } from '../leerlingen/card/useCard.ts';
import type { Sought } from './FindStep.tsx';
import { emptyVerzorger, knownVerzorgers, type VerzorgerInput } from './verzorgers.ts';

/** Key of the inschrijving that is being made. */
export const SCOPE = 'nieuw';

/** What is asked for the proposals, and not kept. */
export interface Facts {
  firstDay: string;
  firstSchoolDay: string;
  verzorgers: VerzorgerInput[];
}

const noFacts: Facts = { firstDay: '', firstSchoolDay: '', verzorgers: [emptyVerzorger, emptyVerzorger] };

/** The number that was looked for, as the gegeven that it is. */
function numberOf(typed: string): Texts {
  const number = typed.replaceAll(/\s/g, '');
  if (isValidOnderwijsnummer(number) && !isValidBsn(number)) return { onderwijsnummer: number };
  return number === '' ? {} : { burgerservicenummer: number };
}

/** Fills what was looked for in where nothing stands yet. */
function useSought(card: Card, sought: Sought, arrived: boolean): void {
  const fill = useEffectEvent(() => {
    const { achternaam, geboortedatum } = sought;
    const persoon = card.state.mine.persoon as Texts;
    const wanted: Texts = { ...numberOf(sought.number), achternaam: achternaam.trim(), geboortedatum };
    for (const [element, value] of Object.entries(wanted))
      if (value && !persoon[element]) card.edit(undefined, { group: 'persoon', element }, value);
  });
  useEffect(() => {
    if (arrived) fill();
  }, [arrived]);
}

/** What was typed in the steps, as it is kept when it is not finished. */
export interface EnrolmentWork {
  base: CardState['base'];
  mine: CardState['mine'];
  facts: Facts;
}

interface Options {
  school: School;
  leerlingId: number | undefined;
  sought: Sought;
  /** The persoonsgegevens have come into sight. */
  arrived: boolean;
  /** Work that was kept earlier, to go on with. */
  resumed: EnrolmentWork | undefined;
}

/** Puts work that was kept earlier on the card, once the card is there. */
function useResumed(card: Card, ready: boolean, resumed: EnrolmentWork | undefined): void {
  const put = useEffectEvent(() => {
    if (resumed) card.resume(resumed);
  });
  useEffect(() => {
    if (ready) put();
  }, [ready]);
}

/** What inschrijven works with: the card that is being made, the facts, the proposals, and doing it. */
export function useEnrolment({ school, leerlingId, sought, arrived, resumed }: Options) {
  const { kind } = soortOf(school.soort);
  const card = useCard(leerlingId, kind, () => undefined);
  const today = useToday();
  const notify = useNotify();
  const [facts, setFacts] = useState(resumed?.facts ?? noFacts);
  useResumed(card, leerlingId === undefined || card.card !== undefined, resumed);
  const { mine } = card.state;
  const inschrijving = mine.inschrijvingen.find(({ key }) => key === SCOPE);
  const gegevens = inschrijving?.gegevens ?? emptyInschrijving(kind);
  useSought(card, sought, arrived && leerlingId === undefined && !resumed);

  // A known pupil comes with the inschrijvingen that it has: the new one is added once they are there.
  const add = useEffectEvent(() => void card.addInschrijving());
  const missing = inschrijving === undefined && card.card !== undefined;
  useEffect(() => {
    if (missing) add();
  }, [missing]);

  const { geboortedatum } = mine.persoon;
  const { datumInschrijving } = gegevens;
  const changed = card.changed || facts !== noFacts;
  const proposals = useOperation(
    'enrolment.propose',
    {
      ...(leerlingId === undefined ? {} : { leerlingId }),
      ...(geboortedatum ? { geboortedatum: geboortedatum.slice(0, 10) } : {}),
      ...(isDate(facts.firstDay) ? { firstDay: facts.firstDay } : {}),
      ...(isDate(facts.firstSchoolDay) ? { firstSchoolDay: facts.firstSchoolDay } : {}),
      ...(isDate(datumInschrijving) ? { datumInschrijving } : {}),
      verzorgers: knownVerzorgers(facts.verzorgers),
    },
    { keepPrevious: true },
  ).data;

  const change = (next: (now: InschrijvingGegevens) => InschrijvingGegevens) => card.editInschrijving(SCOPE, next);

  const start = useAction('enrolment.start', {
    onSuccess: ({ leerlingId: id, announcement }) => {
      // In the place of these steps: going back leads to where one came from.
      useNavigation.setState({ route: { screen: 'leerling', id } });
      notify(`De leerling is ingeschreven. ${announcement}`);
    },
    onError: ({ failure }) => {
      if (failure.code === 'changed-elsewhere') card.refetch();
    },
  });

  return {
    card,
    facts,
    setFacts: (next: Partial<Facts>) => setFacts((now) => ({ ...now, ...next })),
    proposals,
    school,
    inschrijving,
    gegevens,
    change,
    /** Sets the datum inschrijving; the first periods that began on the former one follow. */
    setStart: (date: string, before = datumInschrijving) =>
      change((now) => {
        const next = { ...now, datumInschrijving: date };
        return followDatumInschrijving(next, before, firstValues(school, formFacts(school, next, today)));
      }),
    changed,
    /** What was typed so far; undefined when nothing was. */
    work: changed ? ({ base: card.state.base, mine, facts } satisfies EnrolmentWork) : undefined,
    busy: start.isPending,
    failure: start.error?.failure,
    /** Enrols the pupil, all or nothing; false when that failed. */
    enrol: async (): Promise<boolean> => {
      const { id, version, persoon } = mine;
      const leerling = id === undefined || version === undefined ? {} : { leerling: { id, version } };
      return start.mutateAsync({ ...leerling, persoon, gegevens: inschrijvingInOrder(gegevens) }).then(
        () => true,
        // The failure stands on the screen.
        () => false,
      );
    },
  };
}
export type Enrolment = ReturnType<typeof useEnrolment>;
