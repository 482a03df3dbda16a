import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import type { PrintedRow } from '../../../shared/api/work.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useKind } from '../../app/useKind.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { dayOf } from '../../texts/format.ts';
import { elementAt, placeName, placeOf } from '../leerlingen/card/places.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { askedValues, groepName } from './sentences.ts';
import { filterInput, useWorkState } from './workState.ts';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '24px',
    marginBottom: '24px',
    '@media print': { border: 'none', padding: 0, margin: 0, backgroundColor: '#fff', color: '#000' },
  },
  next: { '@media print': { breakBefore: 'page' } },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'break-word',
    marginTop: '12px',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '8px',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      '@media print': { border: '1px solid #000' },
    },
    '& tbody tr': { breakInside: 'avoid', height: '72px' },
  },
  of: { fontWeight: tokens.fontWeightRegular },
  name: { width: '22%' },
  answer: { width: '30%' },
  block: { display: 'block' },
});

const withheldText: Record<NonNullable<PrintedRow['withheld']>, string> = {
  number: 'Het nummer staat niet op dit blad: de administratie heeft het.',
  adres: 'Het adres is geheim en staat niet op dit blad: de administratie heeft het.',
};

function Question({ row }: { row: PrintedRow }) {
  const styles = useStyles();
  const schoolKind = useKind();
  const { title, meaning, withheld, gegevensgroep } = row;
  const place = placeOf(row, schoolKind);
  const compared = withheld ? withheldText[withheld] : askedValues(row, elementAt(place, schoolKind));
  return (
    <>
      <Text weight="semibold" className={styles.block}>
        {title}
      </Text>
      {gegevensgroep === undefined ? null : (
        <Text className={styles.block}>Gegeven: {placeName(place, schoolKind)}</Text>
      )}
      {compared ? <Text className={styles.block}>{compared}</Text> : null}
      <Text size={200} className={styles.block}>
        {meaning}
      </Text>
    </>
  );
}

/** What is not yet right as sheets of paper, one groep after another: for the teacher to write the answers on. */
export function Printout({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const state = useWorkState();
  const query = useOperation('terugkoppelingen.printout', filterInput(state));
  const day = dayOf(useNow(60).toISOString());
  const school = `${status.schoolName ?? ''} (${status.brinnummer ?? ''})`;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Afdrukken per groep"
          description="Elke groep begint op een eigen blad, voor de leerkracht. Nummers en geheime adressen staan er niet op. Wat u in de werklijst had gekozen, geldt ook hier."
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={() => state.choose({ printing: false })}>
                Terug naar de werklijst
              </Button>
              <Button
                appearance="primary"
                icon={<PrintRegular />}
                disabled={!query.data || query.data.groepen.length === 0}
                onClick={() => void window.las.host.print()}
              >
                Afdrukken
              </Button>
            </>
          }
        />
      </div>
      <Answer query={query} loading="De bladen worden gemaakt…">
        {({ groepen }) =>
          groepen.length === 0 ? (
            <EmptyState title="Er is niets af te drukken">
              In deze selectie staat niets waar een leerkracht bij kan helpen.
            </EmptyState>
          ) : (
            groepen.map((groep, index) => (
              <section
                key={groep.key}
                aria-label={groepName(groep, groepen)}
                className={`${styles.sheet} ${index > 0 ? styles.next : ''}`}
              >
                <h2 className={styles.title}>{groepName(groep, groepen)}</h2>
                <Text className={styles.block}>
                  {counted(groep.rows.length, 'vraag', 'vragen')} over de gegevens van uw leerlingen. Schrijf het
                  antwoord erachter en breng dit blad terug naar de administratie.
                </Text>
                <table className={styles.table} aria-label={`Vragen over ${groepName(groep, groepen)}`}>
                  <colgroup>
                    <col className={styles.name} />
                    <col />
                    <col className={styles.answer} />
                  </colgroup>
                  <thead>
                    <tr>
                      <td colSpan={3} className={styles.of}>
                        {school} – {groepName(groep, groepen)} – {day}
                      </td>
                    </tr>
                    <tr>
                      <th scope="col">Leerling</th>
                      <th scope="col">Vraag</th>
                      <th scope="col">Antwoord</th>
                    </tr>
                  </thead>
                  <tbody>
                    {groep.rows.map((row) => (
                      <tr key={row.key}>
                        <th scope="row">{row.leerlingNaam}</th>
                        <td>
                          <Question row={row} />
                        </td>
                        <td aria-label="Ruimte voor het antwoord" />
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            ))
          )
        }
      </Answer>
    </>
  );
}
