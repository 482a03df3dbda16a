import { makeStyles, Switch, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Section } from '../../components/Section.tsx';
import { MoveAlongQuestion, type Moved } from '../leerlingen/card/family/useMoveAlong.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { ProposalItem } from './ProposalItem.tsx';

const PAGE = 20;

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

interface Props {
  /** Only of this pupil. */
  leerlingId?: number;
}

/** What BRON says of pupils by itself or when it was asked, each to be decided on; nothing at all as long as BRON said nothing. */
export function ProposalSection({ leerlingId }: Props) {
  const styles = useStyles();
  const may = useMay();
  const [all, setAll] = useState(false);
  const [page, setPage] = useState(0);
  const [moved, setMoved] = useState<Moved>();
  const mine = leerlingId === undefined ? {} : { leerlingId };
  const query = useOperation(
    'proposals.list',
    { ...mine, show: all ? 'all' : 'open', offset: page * PAGE, limit: PAGE },
    { keepPrevious: true, enabled: may('register') },
  );
  const last = Math.max(Math.ceil((query.data?.total ?? 0) / PAGE) - 1, 0);
  // The last of the last page were decided on.
  useEffect(() => {
    if (page > last) setPage(last);
  }, [page, last]);
  if (!may('register') || (query.data && query.data.ever === 0)) return null;
  return (
    <Section
      title="Voorstellen van BRON"
      description="Wat BRON over een leerling meldt. U beslist wat u overneemt. Alleen een adres dat geheim is, wordt meteen verborgen."
      actions={
        <Switch
          label="Ook afgehandelde tonen"
          checked={all}
          onChange={(_, { checked }) => {
            setAll(checked);
            setPage(0);
          }}
        />
      }
    >
      <Answer query={query} loading="De voorstellen worden opgehaald…">
        {({ open, total, rows }) => (
          <>
            <Text block>
              {open === 0
                ? 'Er wacht niets op uw beslissing.'
                : `${counted(open, 'voorstel wacht', 'voorstellen wachten')} op uw beslissing.`}
            </Text>
            <ul className={styles.list} aria-label="Voorstellen van BRON">
              {rows.map((proposal) => (
                <ProposalItem
                  key={proposal.id}
                  proposal={proposal}
                  onCard={leerlingId !== undefined}
                  onMoved={setMoved}
                />
              ))}
            </ul>
            <Pager label="Bladeren door de voorstellen" total={total} size={PAGE} page={page} onPage={setPage} />
          </>
        )}
      </Answer>
      {moved ? <MoveAlongQuestion moved={moved} onClose={() => setMoved(undefined)} /> : null}
    </Section>
  );
}
