import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  berichtState,
  type BerichtRow,
  type BerichtState,
  type ExchangeOverview,
} from '../../../shared/api/exchange.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Section } from '../../components/Section.tsx';
import { BerichtBadge, berichtStateLabel } from './BerichtBadge.tsx';
import { BERICHTEN_ID, useBerichtenState } from './berichtenState.ts';
import { momentOf } from './moments.ts';
import { OfferAgainDialog } from './OfferAgainDialog.tsx';
import { SendAnywayDialog } from './SendAnywayDialog.tsx';
import { reasonOf } from './sentences.ts';
import { TextLink } from './TextLink.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { Pager } from '../../components/Pager.tsx';

const PAGE = 50;

const useStyles = makeStyles({
  table: { tableLayout: 'fixed' },
  name: { width: '20%' },
  state: { width: '13.5rem' },
  when: { width: '8rem' },
  action: { width: '11.5rem' },
});

interface Props {
  mayAct: boolean;
  counts: ExchangeOverview['berichten'];
}

/** The meldingen, newest first, each with why it is where it is. */
export function Berichten({ mayAct, counts }: Props) {
  const styles = useStyles();
  const go = useNavigation((navigation) => navigation.go);
  const { state, page, show } = useBerichtenState();
  const [asked, setAsked] = useState<BerichtRow>();
  const now = useNow(15).toISOString();
  const query = useOperation(
    'exchange.berichten',
    { ...(state ? { state } : {}), offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  const Asking = asked?.state === 'tegengehouden' ? SendAnywayDialog : OfferAgainDialog;
  const open = ({ leerlingId, inschrijvingId }: BerichtRow) => {
    if (leerlingId === undefined) return;
    go({ screen: 'leerling', id: leerlingId, ...(inschrijvingId === undefined ? {} : { focus: { inschrijvingId } }) });
  };
  return (
    <div id={BERICHTEN_ID} tabIndex={-1}>
      <KeepFocus>
        <Section
          title="Meldingen"
          actions={
            <Field label="Toestand">
              <Select
                value={state ?? ''}
                onChange={(_, data) => show({ state: (data.value || undefined) as BerichtState | undefined, page: 0 })}
              >
                <option value="">Alle meldingen</option>
                {berichtState.options.map((option) => (
                  <option key={option} value={option}>
                    {`${berichtStateLabel[option]} (${counts[option]})`}
                  </option>
                ))}
              </Select>
            </Field>
          }
        >
          <Answer query={query} loading="Meldingen worden opgehaald…">
            {({ total, rows }) =>
              rows.length === 0 ? (
                <EmptyState
                  title={state ? 'Geen meldingen in deze toestand' : 'Nog geen meldingen'}
                  icon={<MailInboxRegular />}
                >
                  {state
                    ? 'Kies een andere toestand om andere meldingen te zien.'
                    : 'Meldingen ontstaan zodra u verstuurt.'}
                </EmptyState>
              ) : (
                <>
                  <LineTable label="Meldingen" minWidth="52rem" className={styles.table} busy={query.isFetching}>
                    <thead>
                      <tr>
                        <th scope="col" className={styles.name}>
                          Leerling
                        </th>
                        <th scope="col" className={styles.state}>
                          Toestand
                        </th>
                        <th scope="col">Waarom, en wat nu</th>
                        <th scope="col" className={styles.when}>
                          Verstuurd
                        </th>
                        {mayAct ? (
                          <th scope="col" className={styles.action}>
                            Actie
                          </th>
                        ) : null}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.id}>
                          <th scope="row">
                            {row.leerlingId === undefined ? (
                              (row.leerlingNaam ?? 'Onbekende leerling')
                            ) : (
                              <TextLink onClick={() => open(row)}>
                                {row.leerlingNaam ?? 'Leerling zonder naam'}
                              </TextLink>
                            )}
                            <Text size={200} block>
                              {row.berichtidentificatie}
                            </Text>
                          </th>
                          <td>
                            <BerichtBadge state={row.state} settled={row.settled} />
                          </td>
                          <td>{reasonOf(row, now)}</td>
                          <td>
                            {row.sentAt ? momentOf(row.sentAt, now) : 'nog niet'}
                            {row.attempts > 1 ? (
                              <Text block size={200}>{`${row.attempts} keer aangeboden`}</Text>
                            ) : null}
                          </td>
                          {mayAct ? (
                            <td>
                              {row.state === 'tegengehouden' ? (
                                <Button
                                  size="small"
                                  aria-label={`Toch versturen: ${row.leerlingNaam ?? row.berichtidentificatie}`}
                                  onClick={() => setAsked(row)}
                                >
                                  Toch versturen…
                                </Button>
                              ) : null}
                              {row.offerable ? (
                                <Button
                                  size="small"
                                  aria-label={`Opnieuw aanbieden: ${row.leerlingNaam ?? row.berichtidentificatie}`}
                                  onClick={() => setAsked(row)}
                                >
                                  Opnieuw aanbieden…
                                </Button>
                              ) : null}
                            </td>
                          ) : null}
                        </tr>
                      ))}
                    </tbody>
                  </LineTable>
                  <Pager
                    label="Bladeren door meldingen"
                    total={total}
                    size={PAGE}
                    page={page}
                    onPage={(next) => show({ page: next })}
                  />
                </>
              )
            }
          </Answer>
        </Section>
        {asked ? <Asking bericht={asked} onClose={() => setAsked(undefined)} /> : null}
      </KeepFocus>
    </div>
  );
}
