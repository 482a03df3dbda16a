import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { nextYearOutcomes } from '../../../shared/domain/nextYear.ts';
import { shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { useGroepenState } from './groepenState.ts';
import { NextYearDialog } from './NextYearDialog.tsx';
import { outcomeTexts, withChoices, withoutGroep } from './nextYearFacts.ts';
import { NextYearTable } from './NextYearTable.tsx';
import { StreamTable } from './StreamTable.tsx';

const useStyles = makeStyles({
  bar: { marginBottom: '16px' },
  end: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'flex-end' },
});

interface Props {
  schooljaar: string;
  preview: Output<'groepen.previewNextYear'>;
}

/** The lists of who moves up, repeats and leaves, and carrying them out. */
export function NextYearLists({ schooljaar, preview }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const go = useNavigation((state) => state.go);
  const { choices, choose, endNextYear, showYear } = useGroepenState();
  const [confirming, setConfirming] = useState(false);
  const { groepen, done } = preview;
  const next = shiftSchooljaar(schooljaar, 1);
  const rows = withChoices(preview.rows, choices, groepen);
  const lacking = withoutGroep(rows).length;
  const moving = rows.filter(({ choice }) => choice.outcome !== 'none');
  const adopt = useAction('groepen.adopt');
  const carryOut = useAction('groepen.nextYear', {
    onSuccess: ({ leerlingen }) => {
      endNextYear();
      notify(`De overgang naar ${next} is vastgelegd voor ${countOf(leerlingen, 'leerling', 'leerlingen')}.`);
      showYear(next);
      go({ screen: 'groepen' });
    },
  });
  const submit = () =>
    carryOut.mutate({
      schooljaar,
      items: moving.map(({ inschrijvingId, version, choice }) => ({ inschrijvingId, version, ...choice })),
    });
  if (rows.length === 0) {
    return (
      <EmptyState title="Er is niets te doen">
        {done > 0
          ? `Alle ${countOf(done, 'leerling', 'leerlingen')} die blijven hebben al een plaats in ${next}.`
          : `Er zijn geen leerlingen die aan het einde van ${schooljaar} op school zitten.`}
      </EmptyState>
    );
  }
  return (
    <>
      {groepen.length === 0 ? (
        <MessageBar className={styles.bar} intent="warning" layout="multiline">
          <MessageBarBody>
            {`${next} heeft nog geen groepen. Neem die van ${schooljaar} over, of maak ze op het scherm Groepen.`}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              disabledFocusable={adopt.isPending}
              onClick={() => adopt.mutate({ schooljaar: next, from: 'year before' })}
            >{`Groepen van ${schooljaar} overnemen`}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {done > 0 ? (
        <MessageBar className={styles.bar}>
          <MessageBarBody>
            {`${countOf(done, 'leerling heeft', 'leerlingen hebben')} al een plaats in ${next} en ${done === 1 ? 'staat' : 'staan'} niet in deze lijsten.`}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <StreamTable rows={rows} groepen={groepen} onChoose={choose} />
      {nextYearOutcomes.map((outcome) => {
        const list = rows.filter(({ choice }) => choice.outcome === outcome);
        if (list.length === 0 && outcome === 'none') return null;
        return (
          <Section key={outcome} title={`${outcomeTexts[outcome].list} (${list.length})`}>
            {list.length === 0 ? (
              <span>Niemand.</span>
            ) : (
              <NextYearTable label={outcomeTexts[outcome].list} rows={list} groepen={groepen} onChoose={choose} />
            )}
          </Section>
        );
      })}
      <FailureMessage failure={adopt.error?.failure} />
      <div className={styles.end}>
        <span role="status">
          {lacking > 0 ? `Kies nog een groep voor ${countOf(lacking, 'leerling', 'leerlingen')}.` : ''}
        </span>
        <Button
          appearance="primary"
          disabledFocusable={lacking > 0 || moving.length === 0}
          onClick={() => setConfirming(true)}
        >
          Overgang vastleggen…
        </Button>
      </div>
      {confirming ? (
        <NextYearDialog
          next={next}
          rows={rows}
          busy={carryOut.isPending}
          failure={carryOut.error?.failure}
          onConfirm={submit}
          onClose={() => setConfirming(false)}
        />
      ) : null}
    </>
  );
}
