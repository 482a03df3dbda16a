import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  CheckmarkStarburstRegular,
  FilterDismissRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import { mayDo } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { CodeList } from './CodeList.tsx';
import { useWorkState } from './workState.ts';
import { WorkTable } from './WorkTable.tsx';
import { Pager } from '../../components/Pager.tsx';

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
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'flex-end',
    marginBottom: '12px',
  },
  total: { marginLeft: 'auto' },
  joy: { color: tokens.colorStatusSuccessForeground1, fontSize: '64px' },
});

/** The work list: everything that is not right yet, a step away from the field where it can be put right. */
export function Terugkoppelingen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { ernst, code, page, show } = useWorkState();
  const now = useNow(60).toISOString();
  const query = useOperation(
    'terugkoppelingen.work',
    { ...(ernst ? { ernst } : {}), ...(code ? { code } : {}), offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  const filtered = ernst !== undefined || code !== undefined;
  return (
    <>
      <PageHeader
        title="Terugkoppelingen"
        description="Nog niet correct: wat BRON heeft gemeld en wat de voorcontrole tegenhoudt. Kies een leerling om meteen bij het veld te komen."
        actions={
          <Button className="no-print" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
            Afdrukken
          </Button>
        }
      />
      <div className="only-print">
        {status.schoolName ?? ''} {status.brinnummer ?? ''} – afgedrukt {momentOf(now)}
      </div>
      <Answer query={query} loading="De werklijst wordt opgehaald…">
        {({ total, rows, codes }) =>
          codes.length === 0 ? (
            <EmptyState
              title="Alles klopt!"
              icon={<CheckmarkStarburstRegular className={styles.joy} />}
              action={
                <Button icon={<ArrowDownloadRegular />} onClick={() => go({ screen: 'uitwisselen' })}>
                  Naar Uitwisselen
                </Button>
              }
            >
              Geen enkel signaal staat open. Tijd voor koffie.
            </EmptyState>
          ) : (
            <div className={styles.columns}>
              <CodeList codes={codes} selected={code} onSelect={(next) => show({ code: next })} />
              <div>
                <div className={`${styles.tools} no-print`}>
                  <Field label="Ernst">
                    <Select
                      value={ernst ?? ''}
                      onChange={(_, data) =>
                        show({ ernst: data.value === 'A' || data.value === 'S' ? data.value : undefined })
                      }
                    >
                      <option value="">Afkeur en signalen</option>
                      <option value="A">Alleen afkeur (niet geregistreerd)</option>
                      <option value="S">Alleen signalen (wel geregistreerd)</option>
                    </Select>
                  </Field>
                  {filtered ? (
                    <Button icon={<FilterDismissRegular />} onClick={() => show({ ernst: undefined, code: undefined })}>
                      Alles tonen
                    </Button>
                  ) : null}
                  <Text role="status" className={styles.total}>
                    {counted(total, 'punt', 'punten')}
                  </Text>
                </div>
                {rows.length === 0 ? (
                  <EmptyState title="Niets in deze selectie">
                    Kies Alles tonen om te zien wat er verder nog openstaat.
                  </EmptyState>
                ) : (
                  <WorkTable rows={rows} mayAct={mayDo(status.role, 'register')} />
                )}
                <Pager
                  label="Bladeren door de werklijst"
                  total={total}
                  size={PAGE}
                  page={page}
                  onPage={(next) => show({ page: next })}
                />
              </div>
            </div>
          )
        }
      </Answer>
    </>
  );
}
