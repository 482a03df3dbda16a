import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  CheckmarkStarburstRegular,
  DocumentMultipleRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useMay } from '../../app/may.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { ProposalSection } from '../proposals/ProposalSection.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { CodeList } from './CodeList.tsx';
import { everythingOpen, filterInput, useWorkState } from './workState.ts';
import { WorkTable } from './WorkTable.tsx';
import { WorkTools } from './WorkTools.tsx';

const PAGE = 200;

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '15rem minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  },
  bar: { marginBottom: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  joy: { color: tokens.colorStatusSuccessForeground1, fontSize: '64px' },
});

type Work = Output<'terugkoppelingen.work'>;

/** No signaal is open, and nothing was ticked off that BRON does not have. */
function NothingLeft() {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const choose = useWorkState((state) => state.choose);
  const may = useMay();
  const { data } = useOperation('proposals.list', { limit: 1 }, { enabled: may('register') });
  if (data && data.open > 0)
    return (
      <EmptyState title="Geen signalen open">Wat BRON voorstelt, wacht hierboven nog op uw beslissing.</EmptyState>
    );
  return (
    <EmptyState
      title="Alles klopt!"
      icon={<CheckmarkStarburstRegular className={styles.joy} />}
      action={
        <div className={styles.buttons}>
          <Button icon={<ArrowDownloadRegular />} onClick={() => go({ screen: 'uitwisselen' })}>
            Naar Uitwisselen
          </Button>
          <Button onClick={() => choose({ ...everythingOpen, show: 'all' })}>Bekijken wat is afgevinkt</Button>
        </div>
      }
    >
      Geen enkel signaal staat open. Tijd voor koffie.
    </EmptyState>
  );
}

/** Says that ticking off an afkeuring registers nothing. */
function UnregisteredBar({ count }: { count: number }) {
  const styles = useStyles();
  const choose = useWorkState((state) => state.choose);
  return (
    <MessageBar intent="warning" layout="multiline" className={`${styles.bar} no-print`}>
      <MessageBarBody>
        {counted(count, 'afkeuring is', 'afkeuringen zijn')} afgevinkt, maar BRON heeft de gegevens niet. De leerling
        blijft afgekeurd tot u ze verbetert en opnieuw verstuurt.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => choose({ ...everythingOpen, show: 'unregistered' })}>Deze tonen</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Found({ work, mayAct }: { work: Work; mayAct: boolean }) {
  const styles = useStyles();
  const { choose, code, groep, show, grouping, page } = useWorkState();
  const { total, rows, codes, groepen, unregistered } = work;
  const last = Math.max(Math.ceil(total / PAGE) - 1, 0);
  // The last rows of the last page were ticked off.
  useEffect(() => {
    if (page > last) choose({ page: last });
  }, [page, last, choose]);
  return (
    <div className={styles.columns}>
      <CodeList codes={codes} selected={code} onSelect={(next) => choose({ code: next })} />
      <div>
        {unregistered > 0 && show !== 'unregistered' ? <UnregisteredBar count={unregistered} /> : null}
        <WorkTools groepen={groepen} total={total} />
        {rows.length === 0 ? (
          <EmptyState title="Niets in deze selectie">
            Kies iets anders bij Tonen, of kies Alles tonen om te zien wat er verder nog openstaat.
          </EmptyState>
        ) : (
          <WorkTable work={work} grouping={grouping} isLaterPage={page > 0} groep={groep} mayAct={mayAct} />
        )}
        <Pager
          label="Bladeren door de werklijst"
          total={total}
          size={PAGE}
          page={page}
          onPage={(next) => choose({ page: next })}
        />
      </div>
    </div>
  );
}

/** The work list: everything that is not right yet, a step away from the field where it can be put right. */
export function WorkList({ status }: { status: SessionStatus }) {
  const state = useWorkState();
  const { choose, grouping, order, page, show } = state;
  const now = useNow(60).toISOString();
  const query = useOperation(
    'terugkoppelingen.work',
    { ...filterInput(state), grouping, order, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader
        title="Terugkoppelingen"
        description="Nog niet correct: wat BRON heeft gemeld en wat de voorcontrole tegenhoudt. Kies een leerling om meteen bij het veld te komen."
        actions={
          <>
            <Button
              className="no-print"
              icon={<DocumentMultipleRegular />}
              onClick={() => choose({ printing: true, page })}
            >
              Per groep afdrukken…
            </Button>
            <Button className="no-print" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
              Lijst afdrukken
            </Button>
          </>
        }
      />
      <div className="only-print">
        {status.schoolName ?? ''} {status.brinnummer ?? ''} – afgedrukt {momentOf(now)}
      </div>
      <ProposalSection />
      <Answer query={query} loading="De werklijst wordt opgehaald…">
        {(work) =>
          work.open === 0 && work.unregistered === 0 && show === 'open' ? (
            <NothingLeft />
          ) : (
            <Found work={work} mayAct={mayNow(status, 'register')} />
          )
        }
      </Answer>
    </>
  );
}
