import { Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkRegular, CheckmarkStarburstRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { fieldName, fieldValue } from '../../texts/fields.ts';
import { countOf } from '../../texts/format.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { useStyles } from './styles.ts';
import { Pager } from '../../components/Pager.tsx';
import { LineTable } from '../../components/LineTable.tsx';

const PAGE = 100;

const keyOf = ({ gegevensgroep, element }: { gegevensgroep: string; element: string }) => `${gegevensgroep} ${element}`;

/** School facts that a general answer filled in: confirmed one by one, or one field for everybody. */
export function Aangenomen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const notify = useNotify();
  const { back, go } = useNavigation();
  const [key, setKey] = useState('');
  const [page, setPage] = useState(0);
  const choose = (next: string) => {
    setKey(next);
    setPage(0);
  };
  const [gegevensgroep = '', element = ''] = key.split(' ');
  const field = key === '' ? undefined : { gegevensgroep, element };
  const query = useOperation(
    'aangenomen.list',
    { ...(field ? { field } : {}), offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  const confirm = useAction('aangenomen.confirm', {
    onSuccess: ({ confirmed }) => notify(`${countOf(confirmed, 'gegeven', 'gegevens')} bevestigd.`),
  });
  const mayConfirm = mayNow(status, 'register');
  return (
    <>
      <PageHeader
        title="Aangenomen"
        description="Schoolgegevens die bij een import zijn ingevuld met een algemeen antwoord. Bevestig wat klopt; wijzigen op de kaart is ook bevestigen."
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <KeepFocus>
        <FailureMessage failure={confirm.error?.failure} />
        <Answer query={query}>
          {({ total, fields, rows }) => {
            const chosen = fields.find((item) => keyOf(item) === key);
            return fields.length === 0 ? (
              <EmptyState title="Niets te bevestigen" icon={<CheckmarkStarburstRegular />}>
                Er zijn geen aangenomen gegevens.
              </EmptyState>
            ) : (
              <>
                <div className={styles.tools}>
                  <Field label="Gegeven">
                    <Select value={key} onChange={(_, data) => choose(data.value)}>
                      <option value="">Alle gegevens</option>
                      {fields.map((item) => (
                        <option key={keyOf(item)} value={keyOf(item)}>
                          {fieldName(item.gegevensgroep, item.element)} ({item.count})
                        </option>
                      ))}
                    </Select>
                  </Field>
                  {chosen && mayConfirm ? (
                    <Button
                      icon={<CheckmarkRegular />}
                      // The field goes from the list of what can be chosen.
                      onClick={() =>
                        confirm.mutate({ field: { gegevensgroep, element } }, { onSuccess: () => choose('') })
                      }
                    >
                      {`${fieldName(gegevensgroep, element)} bevestigen bij alle ${chosen.count}`}
                    </Button>
                  ) : null}
                  <Text role="status" className={styles.count}>
                    {countOf(total, 'gegeven', 'gegevens')}
                  </Text>
                </div>
                <LineTable label="Aangenomen gegevens" minWidth="36rem">
                  <thead>
                    <tr>
                      <th scope="col">Leerling</th>
                      <th scope="col">Groep</th>
                      <th scope="col">Gegeven</th>
                      <th scope="col">Aangenomen</th>
                      {mayConfirm ? <th scope="col">Actie</th> : null}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.id}>
                        <th scope="row">
                          <TextLink
                            onClick={() =>
                              go({
                                screen: 'leerling',
                                id: row.leerlingId,
                                focus: {
                                  gegevensgroep: row.gegevensgroep,
                                  element: row.element,
                                  ...(row.inschrijvingId === undefined ? {} : { inschrijvingId: row.inschrijvingId }),
                                },
                              })
                            }
                          >
                            {row.naam}
                          </TextLink>
                        </th>
                        <td>{row.groep ?? '–'}</td>
                        <td>{fieldName(row.gegevensgroep, row.element)}</td>
                        <td>{fieldValue(row.gegevensgroep, row.element, row.value)}</td>
                        {mayConfirm ? (
                          <td>
                            <Button
                              size="small"
                              aria-label={`Bevestigen: ${row.naam}, ${fieldName(row.gegevensgroep, row.element)}`}
                              onClick={() => confirm.mutate({ id: row.id })}
                            >
                              Bevestigen
                            </Button>
                          </td>
                        ) : null}
                      </tr>
                    ))}
                  </tbody>
                </LineTable>
                <Pager
                  label="Bladeren door de aangenomen gegevens"
                  total={total}
                  size={PAGE}
                  page={page}
                  onPage={setPage}
                />
              </>
            );
          }}
        </Answer>
      </KeepFocus>
    </>
  );
}
