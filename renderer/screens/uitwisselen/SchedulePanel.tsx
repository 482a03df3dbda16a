import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ScheduleState } from '../../../shared/api/schedule.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useMay } from '../../app/may.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { CausePanel } from '../../components/CausePanel.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from './moments.ts';
import { choiceOf, everyMinutesOf, nextSentence, nextTry, pauseEnds, scheduleChoices } from './scheduleSentences.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

/**
 * Whether and how often the program exchanges by itself, when next, and why it does not for now.
 * @param explained codes of the causes that are explained elsewhere on the page
 */
export function SchedulePanel({ explained }: { explained: readonly string[] }) {
  const schedule = useOperation('schedule.get', {});
  return (
    <Section
      title="Automatisch uitwisselen"
      description="Het programma verstuurt wat klaarstaat en haalt terugkoppelingen op, zolang deze administratie open is. Is zij vergrendeld of afgesloten, dan gebeurt er niets; na het ontgrendelen wordt het ingehaald."
    >
      <Answer query={schedule}>{(state) => <Content state={state} explained={explained} />}</Answer>
    </Section>
  );
}

function Content({ state, explained }: { state: ScheduleState; explained: readonly string[] }) {
  const styles = useStyles();
  const may = useMay();
  const now = useNow(15).toISOString();
  return (
    <div className={styles.root}>
      {may('manage') ? <Choose state={state} /> : null}
      <Text data-next>{nextSentence(state, now)}</Text>
      <Problem state={state} explained={explained} now={now} />
    </div>
  );
}

function Choose({ state: { everyMinutes } }: { state: ScheduleState }) {
  const styles = useStyles();
  const notify = useNotify();
  const [changed, setChanged] = useState<string>();
  const choice = changed ?? choiceOf(everyMinutes);
  const set = useAction('schedule.set', {
    onSuccess: (now) => {
      setChanged(undefined);
      notify(now.everyMinutes === null ? 'Automatisch uitwisselen staat uit.' : 'Automatisch uitwisselen staat aan.');
    },
  });
  const chosen = everyMinutesOf(choice);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!set.isPending && chosen !== everyMinutes) set.mutate({ everyMinutes: chosen });
      }}
    >
      <div className={styles.form}>
        <Field label="Vanzelf uitwisselen">
          <Select value={choice} onChange={(_, { value }) => setChanged(value)}>
            {scheduleChoices.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" disabledFocusable={set.isPending || chosen === everyMinutes}>
          Instellen
        </Button>
      </div>
      <FailureMessage failure={set.error?.failure} />
    </form>
  );
}

function Problem({ state, explained, now }: { state: ScheduleState; explained: readonly string[]; now: string }) {
  const { everyMinutes, problem, holdNeedsPerson } = state;
  const on = everyMinutes !== null;
  return (
    <>
      {on && holdNeedsPerson ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>BRON heeft het verzoek om een registratieoverzicht geweigerd.</MessageBarTitle>
            Het programma vraagt het niet vanzelf nog eens. Kies bovenaan Registratieoverzicht opvragen; zolang blijft
            versturen stilstaan.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {problem?.paused ? (
        <>
          <Text weight="semibold">
            Gepauzeerd sinds {momentOf(problem.at, now)}: opnieuw proberen heeft pas zin als iemand dit heeft opgelost.
          </Text>
          {explained.includes(problem.failure.code) ? (
            <Text>{problem.failure.message} Wie dit kan oplossen, staat bij de uitkomst hierboven.</Text>
          ) : (
            <CausePanel failure={problem.failure} />
          )}
          <Text>{pauseEnds(state)}</Text>
        </>
      ) : null}
      {on && problem && !problem.paused ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>De uitwisseling van {momentOf(problem.at, now)} lukte niet.</MessageBarTitle>
            {problem.failure.message} {nextTry(problem.failure)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
