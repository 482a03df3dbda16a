import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, HistoryRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { mayNow } from '../../app/may.ts';
import { useNotify } from '../../app/notify.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { countOf, dayOf } from '../../texts/format.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { Filters } from './Filters.tsx';
import { filterOf, useFilter } from './filterState.ts';
import { LongWork } from './LongWork.tsx';
import { useChanges, type Changes } from './useChanges.ts';
import { verdictInWords } from './words.ts';

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalL },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalL} 0`,
  },
});

/** Who changed, saw, exported or decided what; verified and exported from here. For the beheerder. */
export function Logboek({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const notify = useNotify();
  const filter = filterOf(useFilter((state) => state.chosen));
  const changes = useChanges(filter);
  const facets = useOperation('changes.facets', {}, { topics: ['changes'] });
  const verify = useAction('changes.verify');
  const write = useAction('changes.export', {
    onSuccess: ({ lines, stopped }) =>
      notify(
        stopped
          ? 'Het exporteren is gestopt; er is geen bestand.'
          : `${countOf(lines, 'regel', 'regels')} geëxporteerd.`,
      ),
  });
  const mayAct = mayNow(status, 'manage');
  const busy = verify.isPending || write.isPending;

  const save = async () => {
    const target = await window.las.host.chooseTarget({ name: 'logboek.csv' });
    if (!target) return;
    const done = await write.mutateAsync({ filter, target: target.token }).catch(() => undefined);
    if (done && !done.stopped) await window.las.host.fileWritten(target);
  };
  const verdict = verify.data === undefined ? undefined : verdictInWords(verify.data);
  return (
    <>
      <PageHeader
        title="Logboek"
        description="Wie wat heeft gewijzigd, wie een BSN heeft gezien, wat is geëxporteerd en wie zich aanmeldde. Regels worden nooit gewijzigd of verwijderd."
        actions={
          <>
            {mayAct ? (
              <Button icon={<ArrowDownloadRegular />} disabledFocusable={busy} onClick={() => void save()}>
                Exporteren…
              </Button>
            ) : null}
            <Button icon={<ShieldCheckmarkRegular />} disabledFocusable={busy} onClick={() => verify.mutate({})}>
              Controleren
            </Button>
          </>
        }
      />
      {status.logCut ? <CutPanel mayAct={mayAct} /> : null}
      {verify.isPending ? <LongWork activity="Het logboek wordt gecontroleerd." /> : null}
      {write.isPending ? <LongWork activity="De gekozen regels worden geëxporteerd." /> : null}
      <FailureMessage failure={(verify.error ?? write.error)?.failure} />
      {verdict && !verify.isPending ? (
        <MessageBar
          className={styles.bar}
          role="status"
          layout="multiline"
          intent={verify.data?.intact ? (verify.data.stopped ? 'info' : 'success') : 'error'}
          data-verdict={verify.data?.intact}
        >
          <MessageBarBody>
            <MessageBarTitle>{verdict.title}</MessageBarTitle>
            {verdict.text}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Filters facets={facets.data} />
      <FailureMessage failure={changes.failure} actions={<Button onClick={changes.refetch}>Opnieuw proberen</Button>} />
      {changes.loading ? <Loading label="Het logboek wordt gelezen…" /> : null}
      {changes.rows.length > 0 ? <ChangeTable rows={changes.rows} /> : null}
      {!changes.loading && !changes.failure ? <Foot changes={changes} /> : null}
    </>
  );
}

/** How far the list goes, and what can be done about it. */
function Foot({ changes: { rows, searching, until, more, fetchMore, stop } }: { changes: Changes }) {
  const styles = useStyles();
  if (rows.length === 0 && !searching && !more)
    return (
      <EmptyState title="Geen regels gevonden" icon={<HistoryRegular />}>
        Kies een andere periode, gebruiker of soort, of zoek op een ander woord.
      </EmptyState>
    );
  return (
    <div className={styles.foot}>
      <Text role="status">
        {searching && until !== undefined
          ? `Er wordt verder terug gezocht, nu bij ${dayOf(until)}…`
          : `${countOf(rows.length, 'regel', 'regels')} getoond${more ? '' : '; dit is alles'}.`}
      </Text>
      {searching ? <Button onClick={stop}>Stoppen</Button> : null}
      {more && !searching ? <Button onClick={fetchMore}>Meer regels tonen</Button> : null}
    </div>
  );
}

/** Says that the end of the log is gone, and lets the beheerder take note of it. */
function CutPanel({ mayAct }: { mayAct: boolean }) {
  const styles = useStyles();
  const accept = useAction('changes.acceptHead');
  return (
    <>
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>Aan het eind van het logboek ontbreken regels.</MessageBarTitle>
          Ze waren er nog toen dit programma voor het laatst werd gebruikt. Dat kan komen doordat iemand een oudere
          kopie van de map heeft teruggezet, of regels heeft verwijderd. Zoek uit wat er is gebeurd; daarna gaat het
          logboek verder vanaf wat er nu staat, met een regel dat u dit hebt gezien.
        </MessageBarBody>
        {mayAct ? (
          <MessageBarActions>
            <Button disabledFocusable={accept.isPending} onClick={() => accept.mutate({})}>
              Ik heb dit gezien
            </Button>
          </MessageBarActions>
        ) : null}
      </MessageBar>
      <FailureMessage failure={accept.error?.failure} />
    </>
  );
}
