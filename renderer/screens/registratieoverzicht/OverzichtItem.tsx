import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { OverzichtDifference, OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { LetStandDialog } from './LetStandDialog.tsx';
import { groupTexts, periodText } from './texts.ts';

const useStyles = makeStyles({
  root: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, breakInside: 'avoid' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  name: { justifyContent: 'flex-start', minWidth: '16rem' },
  body: { display: 'grid', gap: tokens.spacingVerticalM, padding: '8px 0 8px 32px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What can be done with a row. */
function useRowActions(row: OverzichtRow) {
  const notify = useNotify();
  const take = useAction('registratieoverzicht.takeOver', {
    onSuccess: ({ taken }) => {
      if (taken > 0) notify(`Overgenomen van BRON: ${row.naam}.`);
    },
  });
  const deliver = useAction('registratieoverzicht.deliverAgain', {
    onSuccess: () => notify(`${row.naam} gaat mee zodra u verstuurt.`),
  });
  const reopen = useAction('registratieoverzicht.letStand');
  const refused = take.data?.failures[0]?.failure;
  return {
    busy: take.isPending || deliver.isPending || reopen.isPending,
    failure: refused ?? take.error?.failure ?? deliver.error?.failure ?? reopen.error?.failure,
    takeAll: () => take.mutate({ keys: [row.key] }),
    takeOne: ({ part, path }: OverzichtDifference) => take.mutate({ keys: [row.key], only: [{ part, path }] }),
    deliver: () => deliver.mutate({ key: row.key }),
    reopen: () => reopen.mutate({ key: row.key }),
  };
}

/** One inschrijving that is not the same on both sides; it opens to show gegeven by gegeven. */
export function OverzichtItem({ row }: { row: OverzichtRow }) {
  const styles = useStyles();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const panel = useId();
  const go = useNavigation((state) => state.go);
  const actions = useRowActions(row);
  const { naam, geboortedatum, group, here, bron, left, leerlingId, inschrijvingId, bronState } = row;
  const both = here !== undefined && bron !== undefined;
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          className={styles.name}
          icon={opened ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={opened}
          aria-controls={opened ? panel : undefined}
          onClick={() => setOpened(!opened)}
        >
          {naam}
          {geboortedatum ? ` (${formatDutchDate(geboortedatum)})` : ''}
        </Button>
        <Text weight="semibold">{groupTexts[group].title}</Text>
        <Text>Bij u {periodText(here)}</Text>
        <Text>Bij BRON {periodText(bron)}</Text>
      </div>
      {left ? (
        <Text block>
          Blijft staan: {left.reason} ({[left.by, momentOf(left.at)].filter(Boolean).join(', ')})
        </Text>
      ) : null}
      {opened ? (
        <div id={panel} className={styles.body}>
          <Text>{groupTexts[group].meaning}</Text>
          {bronState ? (
            <div>
              <StateBadge state={bronState} />
            </div>
          ) : null}
          <DifferenceTable row={row} busy={actions.busy} onTake={both ? actions.takeOne : undefined} />
          <FailureMessage failure={actions.failure} />
          <div className={`${styles.buttons} no-print`}>
            {bron ? (
              <Button appearance="primary" disabledFocusable={actions.busy} onClick={actions.takeAll}>
                {both ? 'Alles van BRON overnemen' : 'Overnemen'}
              </Button>
            ) : null}
            {here ? (
              <Button disabledFocusable={actions.busy} onClick={actions.deliver}>
                Opnieuw aanleveren
              </Button>
            ) : null}
            {left ? (
              <Button disabledFocusable={actions.busy} onClick={actions.reopen}>
                Weer openen
              </Button>
            ) : (
              <Button disabledFocusable={actions.busy} onClick={() => setAsking(true)}>
                Laten staan…
              </Button>
            )}
            {leerlingId === undefined ? null : (
              <Button
                onClick={() =>
                  go({ screen: 'leerling', id: leerlingId, ...(inschrijvingId ? { focus: { inschrijvingId } } : {}) })
                }
              >
                Naar de leerlingkaart
              </Button>
            )}
          </div>
        </div>
      ) : null}
      {asking ? <LetStandDialog row={row} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}
