import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { Destroyable } from '../../../shared/api/retention.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Section } from '../../components/Section.tsx';
import { DestroyLeaversDialog } from './DestroyLeaversDialog.tsx';
import { KeepLeaversDialog } from './KeepLeaversDialog.tsx';
import { Protocol } from './Protocol.tsx';

const PAGE = 50;

const useStyles = makeStyles({
  gap: { marginTop: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
});

/** Pupils of whom the retention period is over, to be destroyed by a beheerder, and the protocol of what was. */
export function Retention() {
  const styles = useStyles();
  const [page, setPage] = useState(0);
  const query = useOperation('retention.list', { offset: page * PAGE, limit: PAGE }, { keepPrevious: true });
  return (
    <Answer query={query} loading="De leerlingen worden opgehaald…">
      {({ total, rows, protocol }) => (
        <>
          <Section title="Bewaartermijn voorbij">
            <Text block>
              Vijf jaar na de uitschrijving hoeft de school de gegevens van een leerling niet langer te bewaren. Kies
              wie vernietigd mag worden. Moet iets langer blijven, bijvoorbeeld door een klacht of een rechtszaak, kies
              dan <b>langer bewaren</b>, met de dag tot wanneer.
            </Text>
            {total === 0 ? (
              <Text block className={styles.gap}>
                Er is nu niemand van wie de bewaartermijn voorbij is.
              </Text>
            ) : (
              <Proposed rows={rows} total={total} page={page} onPage={setPage} />
            )}
          </Section>
          {protocol.length > 0 ? <Protocol rows={protocol} /> : null}
        </>
      )}
    </Answer>
  );
}

interface ProposedProps {
  rows: readonly Destroyable[];
  total: number;
  page: number;
  onPage: (page: number) => void;
}

function Proposed({ rows, total, page, onPage }: ProposedProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<'destroy' | 'keep'>();
  const may = rows.filter(({ underWay, keptUntil }) => !underWay && keptUntil === undefined);
  const picked = may.filter(({ leerlingId }) => chosen.has(leerlingId));
  const choose = (ids: readonly number[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const button = (what: 'destroy' | 'keep', text: string) => (
    <Button disabledFocusable={picked.length === 0} onClick={() => picked.length > 0 && setAsked(what)}>
      {text}
    </Button>
  );
  return (
    <>
      <LineTable label="Bewaartermijn voorbij" minWidth="36rem">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                label="Kies alle"
                checked={picked.length === may.length && may.length > 0 ? true : picked.length > 0 ? 'mixed' : false}
                onChange={(_, { checked }) =>
                  choose(
                    may.map(({ leerlingId }) => leerlingId),
                    checked === true,
                  )
                }
              />
            </th>
            <th scope="col">Leerling</th>
            <th scope="col">Uitgeschreven op</th>
            <th scope="col">Bijzonderheid</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ leerlingId, naam, datumUitschrijving, underWay, keptUntil }) => (
            <tr key={leerlingId}>
              <td>
                <Checkbox
                  aria-label={`Kies ${naam}`}
                  disabled={underWay || keptUntil !== undefined}
                  checked={chosen.has(leerlingId) && keptUntil === undefined}
                  onChange={(_, { checked }) => choose([leerlingId], checked === true)}
                />
              </td>
              <th scope="row">{naam}</th>
              <td>{formatDutchDate(datumUitschrijving)}</td>
              <td>
                {underWay ? (
                  <Text block>Eerst afronden: BRON heeft de laatste wijziging nog niet verwerkt.</Text>
                ) : null}
                {keptUntil === undefined ? null : <Kept leerlingId={leerlingId} naam={naam} until={keptUntil} />}
              </td>
            </tr>
          ))}
        </tbody>
      </LineTable>
      <Pager label="Bladeren door de leerlingen" total={total} size={PAGE} page={page} onPage={onPage} />
      <div className={mergeClasses(styles.gap, styles.buttons)}>
        {button('destroy', 'Gekozen leerlingen vernietigen…')}
        {button('keep', 'Gekozen leerlingen langer bewaren…')}
      </div>
      {asked === 'destroy' ? <DestroyLeaversDialog rows={picked} onClose={() => setAsked(undefined)} /> : null}
      {asked === 'keep' ? <KeepLeaversDialog rows={picked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

/** Until when a pupil is kept on purpose, and the way to decide otherwise. */
function Kept({ leerlingId, naam, until }: { leerlingId: number; naam: string; until: string }) {
  const notify = useNotify();
  const action = useAction('retention.keep', { onSuccess: () => notify(`Niet langer bewaard: ${naam}.`) });
  return (
    <>
      <Text>Bewaard tot en met {formatDutchDate(until)}. </Text>
      <Button
        size="small"
        aria-label={`Niet langer bewaren: ${naam}`}
        onClick={() => action.mutate({ leerlingIds: [leerlingId] })}
      >
        Niet langer bewaren
      </Button>
      <FailureMessage failure={action.error?.failure} />
    </>
  );
}
