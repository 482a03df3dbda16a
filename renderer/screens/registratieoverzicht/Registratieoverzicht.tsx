import { Button, makeStyles, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, CheckmarkCircleRegular, PrintRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { longDate, momentOf } from '../uitwisselen/moments.ts';
import { GroupList, type Compared, type Selection } from './GroupList.tsx';
import { OverzichtItem } from './OverzichtItem.tsx';
import { TakeAllDialog } from './TakeAllDialog.tsx';
import { takenTogether } from './texts.ts';

const PAGE = 50;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

interface Props {
  status: SessionStatus;
  /** Only what is about this pupil. */
  leerlingId: number | undefined;
}

function NothingKnown() {
  const go = useNavigation((state) => state.go);
  return (
    <EmptyState
      title="Nog niet bekend wat BRON heeft"
      action={
        <Button icon={<ArrowDownloadRegular />} onClick={() => go({ screen: 'uitwisselen' })}>
          Naar Uitwisselen
        </Button>
      }
    >
      Vraag bij Uitwisselen een registratieoverzicht van alle leerlingen op en haal daarna de terugkoppelingen op.
    </EmptyState>
  );
}

interface FoundProps {
  compared: Compared;
  selection: Selection;
  page: number;
  onSelect: (selection: Selection) => void;
  onPage: (page: number) => void;
  /** Absent: a group is not taken over as a whole here. */
  onTakeAll?: (() => void) | undefined;
}

function Found({ compared, selection, page, onSelect, onPage, onTakeAll }: FoundProps) {
  const styles = useStyles();
  const { overview, open, left, total, rows } = compared;
  const last = Math.max(Math.ceil(total / PAGE) - 1, 0);
  // The last rows of the last page were taken over.
  useEffect(() => {
    if (page > last) onPage(last);
  }, [page, last, onPage]);
  if (!overview) return <NothingKnown />;
  return (
    <>
      <Text block>
        Vergeleken met wat BRON had op {longDate(overview.peildatum)}, ontvangen {momentOf(overview.receivedAt)}.
        {overview.refreshedAt
          ? ` Van een deel van de leerlingen is daarna nog een overzicht ontvangen, het laatst ${momentOf(overview.refreshedAt)}.`
          : ''}
      </Text>
      {open + left > 0 ? <GroupList compared={compared} selection={selection} onSelect={onSelect} /> : null}
      {onTakeAll ? (
        <Button className="no-print" appearance="primary" onClick={onTakeAll}>
          Alles overnemen…
        </Button>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title={open === 0 && selection.show === 'open' ? 'Alles is gelijk' : 'Niets in deze groep'}
          icon={<CheckmarkCircleRegular />}
        >
          {open === 0 ? 'Wat u hebt en wat BRON heeft komt overeen.' : 'Kies hierboven iets anders.'}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Verschillen met BRON">
          {rows.map((row) => (
            <OverzichtItem key={row.key} row={row} />
          ))}
        </ul>
      )}
      <Pager label="Bladeren door de verschillen" total={total} size={PAGE} page={page} onPage={onPage} />
    </>
  );
}

/** What is not the same here and in BRON, in groups, each row with what can be done about it. */
export function Registratieoverzicht({ status, leerlingId }: Props) {
  const [selection, setSelection] = useState<Selection>({ show: 'open' });
  const [page, setPage] = useState(0);
  const [taking, setTaking] = useState<{ group: OverzichtRow['group']; count: number }>();
  const now = useNow(60).toISOString();
  const { show, group } = selection;
  const query = useOperation(
    'registratieoverzicht.compared',
    {
      show,
      offset: page * PAGE,
      limit: PAGE,
      ...(group ? { group } : {}),
      ...(leerlingId === undefined ? {} : { leerlingId }),
    },
    { keepPrevious: true },
  );
  const select = (next: Selection) => {
    setSelection(next);
    setPage(0);
  };
  const canTakeAll = leerlingId === undefined && show === 'open' && group !== undefined && takenTogether(group);
  return (
    <KeepFocus>
      <PageHeader
        title="Vergelijken met BRON"
        description="Wat er in uw administratie staat, naast wat BRON volgens het laatste registratieoverzicht heeft. Open een regel om gegeven voor gegeven te vergelijken."
        actions={
          <Button className="no-print" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
            Afdrukken
          </Button>
        }
      />
      <div className="only-print">
        {status.schoolName ?? ''} {status.brinnummer ?? ''} – afgedrukt {momentOf(now)}
      </div>
      <Answer query={query} loading="De vergelijking wordt gemaakt…">
        {(compared) => (
          <Found
            compared={compared}
            selection={selection}
            page={page}
            onSelect={select}
            onPage={setPage}
            onTakeAll={
              canTakeAll && compared.counts[group] > 0
                ? () => setTaking({ group, count: compared.counts[group] })
                : undefined
            }
          />
        )}
      </Answer>
      {taking ? <TakeAllDialog {...taking} onClose={() => setTaking(undefined)} /> : null}
    </KeepFocus>
  );
}
