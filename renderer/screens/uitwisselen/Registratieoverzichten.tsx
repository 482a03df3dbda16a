import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular, DocumentSearchRegular, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSchool } from '../../app/useSchool.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { AskOverviewDialog } from './AskOverviewDialog.tsx';
import { BerichtBadge } from './BerichtBadge.tsx';
import { longDate, momentOf } from './moments.ts';
import { receivedText, selectionText } from './overzichtTexts.ts';
import { counted } from './sentences.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { Pager } from '../../components/Pager.tsx';

const PAGE = 50;

const useStyles = makeStyles({
  table: { '& tbody th': { fontWeight: tokens.fontWeightRegular } },
  root: { display: 'grid', gap: '16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  busy: boolean;
  /** Absent: this person may not. */
  onRequest?: (() => void) | undefined;
}

/** What BRON was asked to tell of pupils, what came of it, and what of it belongs to nobody here. */
export function Registratieoverzichten({ busy, onRequest }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const now = useNow(30).toISOString();
  const vestigingen = useSchool()?.vestigingen ?? [];
  const [asking, setAsking] = useState(false);
  const query = useOperation('exchange.registratieoverzichten', {});
  return (
    <Section
      title="Wat BRON heeft"
      description="Met een registratieoverzicht vertelt BRON wat er op een dag van uw leerlingen geregistreerd staat: van allemaal, van één vestiging of van bepaalde leerlingen. Het komt mee met de terugkoppelingen."
      {...(onRequest
        ? {
            actions: (
              <div className={styles.actions}>
                <Button icon={<DocumentSearchRegular />} disabledFocusable={busy} onClick={onRequest}>
                  Registratieoverzicht van vandaag opvragen
                </Button>
                <Button icon={<FilterRegular />} disabledFocusable={busy} onClick={() => setAsking(true)}>
                  Ander registratieoverzicht opvragen…
                </Button>
              </div>
            ),
          }
        : {})}
    >
      <Answer query={query}>
        {({ rows }) => (
          <div className={styles.root}>
            {rows.length === 0 ? (
              <Text>Er is nog geen registratieoverzicht gevraagd.</Text>
            ) : (
              <LineTable label="Registratieoverzichten" className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">Stand op</th>
                    <th scope="col">Van wie</th>
                    <th scope="col">Gevraagd</th>
                    <th scope="col">Toestand</th>
                    <th scope="col">Uitkomst</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{longDate(row.peildatum)}</th>
                      <td>{selectionText(row, vestigingen)}</td>
                      <td>{momentOf(row.requestedAt, now)}</td>
                      <td>{row.received ? 'Ontvangen' : <BerichtBadge state={row.state} />}</td>
                      <td>{receivedText(row)}</td>
                    </tr>
                  ))}
                </tbody>
              </LineTable>
            )}
            {onRequest && rows.some(({ received }) => received) ? (
              <div>
                <Button icon={<ArrowSwapRegular />} onClick={() => go({ screen: 'registratieoverzicht' })}>
                  Vergelijken met BRON
                </Button>
              </div>
            ) : null}
            <Unmatched />
          </div>
        )}
      </Answer>
      {asking ? <AskOverviewDialog onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Unmatched() {
  const styles = useStyles();
  const [page, setPage] = useState(0);
  const { data } = useOperation('exchange.unmatched', { offset: page * PAGE, limit: PAGE }, { keepPrevious: true });
  if (!data || data.total === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>
        {counted(data.total, 'inschrijving bij BRON hoort', 'inschrijvingen bij BRON horen')} bij niemand van hier
      </h3>
      <Text>
        BRON heeft deze inschrijvingen, en hier staat geen leerling met dat nummer en die datum. Zijn ze na de
        reservekopie ingevoerd, voer ze dan opnieuw in.
      </Text>
      <LineTable label="Bij BRON en niet hier" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Naam</th>
            <th scope="col">Geboren</th>
            <th scope="col">Ingeschreven</th>
            <th scope="col">Uitgeschreven</th>
            <th scope="col">Aanleverpunt</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.naam || 'naam niet bekend'}</th>
              <td>{row.geboortedatum ? longDate(row.geboortedatum) : '–'}</td>
              <td>{longDate(row.datumInschrijving)}</td>
              <td>{row.datumUitschrijving ? longDate(row.datumUitschrijving) : '–'}</td>
              <td>{row.aanleverpunt ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </LineTable>
      <Pager label="Bladeren door wat niet hier staat" total={data.total} size={PAGE} page={page} onPage={setPage} />
    </>
  );
}
