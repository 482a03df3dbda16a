import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BinRow } from '../../../shared/api/bin.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { DestroyDialog } from './DestroyDialog.tsx';
import { Retention } from './Retention.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { Pager } from '../../components/Pager.tsx';

const PAGE = 50;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What an item is, in a few words. */
const itemName = ({ kind, naam, datumInschrijving }: BinRow): string =>
  kind === 'leerling'
    ? naam
    : `Inschrijving ${datumInschrijving ? formatDutchDate(datumInschrijving) : 'zonder datum'} van ${naam}`;

/** What was thrown away: to be restored, or by a beheerder destroyed for good. */
export function Bin({ status }: { status: SessionStatus }) {
  const back = useNavigation((state) => state.back);
  const [page, setPage] = useState(0);
  const query = useOperation('bin.list', { offset: page * PAGE, limit: PAGE }, { keepPrevious: true });
  return (
    <>
      <PageHeader
        title="Prullenbak"
        description="Wat u hebt weggegooid, en voor de beheerder wat weg mag. Terugzetten brengt alles terug zoals het was."
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <Answer query={query} loading="De prullenbak wordt opgehaald…">
        {({ total, rows }) =>
          rows.length === 0 ? (
            <EmptyState title="De prullenbak is leeg" icon={<DeleteRegular />}>
              Leerlingen en inschrijvingen die u weggooit, komen hier te staan.
            </EmptyState>
          ) : (
            <BinTable rows={rows} total={total} page={page} onPage={setPage} mayDestroy={mayNow(status, 'manage')} />
          )
        }
      </Answer>
      {mayNow(status, 'manage') ? <Retention /> : null}
    </>
  );
}

interface TableProps {
  rows: readonly BinRow[];
  total: number;
  page: number;
  onPage: (page: number) => void;
  mayDestroy: boolean;
}

function BinTable({ rows, total, page, onPage, mayDestroy }: TableProps) {
  const styles = useStyles();
  const notify = useNotify();
  const now = useNow(15).toISOString();
  const [asked, setAsked] = useState<BinRow>();
  const restore = useAction('bin.restore');
  const putBack = (row: BinRow) =>
    restore.mutate({ kind: row.kind, id: row.id }, { onSuccess: () => notify(`Teruggezet: ${itemName(row)}.`) });
  return (
    <Section title="In de prullenbak">
      <FailureMessage failure={restore.error?.failure} />
      <LineTable label="Prullenbak" minWidth="44rem">
        <thead>
          <tr>
            <th scope="col">Wat</th>
            <th scope="col">Geboren op</th>
            <th scope="col">Weggegooid</th>
            <th scope="col">Actie</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind + String(row.id)}>
              <th scope="row">{itemName(row)}</th>
              <td>{row.geboortedatum ? formatDutchDate(row.geboortedatum) : ''}</td>
              <td>
                {momentOf(row.deletedAt, now)}
                {row.deletedBy ? ` door ${row.deletedBy}` : ''}
              </td>
              <td>
                <span className={styles.buttons}>
                  <Button
                    size="small"
                    aria-label={`Terugzetten: ${itemName(row)}`}
                    disabledFocusable={restore.isPending}
                    onClick={() => putBack(row)}
                  >
                    Terugzetten
                  </Button>
                  {mayDestroy ? (
                    <Button size="small" aria-label={`Vernietigen…: ${itemName(row)}`} onClick={() => setAsked(row)}>
                      Vernietigen…
                    </Button>
                  ) : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </LineTable>
      <Pager label="Bladeren door de prullenbak" total={total} size={PAGE} page={page} onPage={onPage} />
      {asked ? <DestroyDialog row={asked} name={itemName(asked)} onClose={() => setAsked(undefined)} /> : null}
    </Section>
  );
}
