import { useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { SheetHeader } from '../../components/SheetHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Section } from '../../components/Section.tsx';
import { AgeingSheet } from './AgeingSheet.tsx';
import { WaitingTable } from './WaitingTable.tsx';

const PAGE = 20;

/** The sheet that shows the schoolleider whether the school is up to date, and below it, on the screen only, whom it is about. */
export function AgeingPage({ status }: { status: SessionStatus }) {
  const back = useNavigation((state) => state.back);
  const [page, setPage] = useState(0);
  const summary = useOperation('ageing.summary', {});
  const list = useOperation('ageing.list', { offset: page * PAGE, limit: PAGE }).data;
  return (
    <>
      <SheetHeader
        title="Is de school bij?"
        description="Een blad voor de schoolleider: wat BRON heeft, wat wacht en hoe lang. Zonder gegevens van leerlingen."
        onBack={back}
        waiting={!summary.data}
      />
      <Answer query={summary}>
        {(data) => (
          <>
            <AgeingSheet summary={data} school={`${status.schoolName ?? ''} (${status.brinnummer ?? ''})`} />
            {list && list.total > 0 ? (
              <Section className="no-print" title="Om wie het gaat" description="Dit deel wordt niet afgedrukt.">
                <WaitingTable rows={list.rows} day={data.day} />
                <Pager
                  label="Bladeren door de wijzigingen"
                  total={list.total}
                  size={PAGE}
                  page={page}
                  onPage={setPage}
                />
              </Section>
            ) : null}
          </>
        )}
      </Answer>
    </>
  );
}
