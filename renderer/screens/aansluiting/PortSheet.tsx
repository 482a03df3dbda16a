import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { portPlaces } from '../../../shared/aansluiting/ports.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { PortResult } from '../../../shared/api/ports.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { moment } from '../../texts/format.ts';
import { PlaceList } from './PlaceList.tsx';
import { noteOf, purposes } from './portTexts.ts';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '24px',
    maxWidth: '960px',
    '@media print': { border: 'none', padding: 0, backgroundColor: '#fff', color: '#000' },
  },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  heading: { margin: '20px 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: '4px 0', maxWidth: '80ch' },
  list: { margin: '4px 0', paddingLeft: '20px', maxWidth: '80ch' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    overflowWrap: 'anywhere',
    marginTop: '12px',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '8px',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      '@media print': { border: '1px solid #000' },
    },
    '& tbody tr': { breakInside: 'avoid' },
  },
});

/** The page for the systeembeheerder: what has to be open, what was found, and where to look. Without data of persons. */
export function PortSheet({ status }: { status: SessionStatus }) {
  const query = useOperation('ports.last', {});
  const back = useNavigation((state) => state.back);
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Blad voor de systeembeheerder"
          description="Druk dit blad af en geef het aan wie uw computers en netwerk beheert. Er staan geen gegevens van personen op."
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
              <Button
                appearance="primary"
                icon={<PrintRegular />}
                disabled={!query.data}
                onClick={() => void window.las.host.print()}
              >
                Afdrukken
              </Button>
            </>
          }
        />
      </div>
      <Answer query={query}>{(state) => <Sheet state={state} school={status.schoolName ?? ''} />}</Answer>
    </>
  );
}

const outcomeWords: Record<PortResult['outcome'], string> = {
  open: 'Open.',
  closed: 'Niet open.',
  unset: 'Niet getest.',
};

function Sheet({ state: { targets, last }, school }: { state: Output<'ports.last'>; school: string }) {
  const styles = useStyles();
  const resultOf = (port: number) => last?.ports.find((result) => result.port === port);
  const problems = (last?.ports ?? []).filter(({ problem }) => problem !== undefined);
  return (
    <section className={styles.sheet} aria-label="Poorten voor BRON">
      <h2 className={styles.title}>Poorten voor BRON</h2>
      <p className={styles.text}>
        {school === '' ? 'Onze school' : school} wisselt gegevens uit met BRON, het Basisregister Onderwijs. Ons
        leerlingenadministratiesysteem staat op een computer van de school en maakt zelf verbinding met BRON. Daarvoor
        moeten drie TCP-poorten openstaan voor verkeer <strong>van binnen naar buiten</strong>. Van buiten naar binnen
        hoeft niets open te staan.
      </p>
      <table className={styles.table} aria-label="Poorten die open moeten staan">
        <thead>
          <tr>
            <th scope="col">TCP-poort</th>
            <th scope="col">Naar</th>
            <th scope="col">Waarvoor</th>
            <th scope="col">{last ? `Uitkomst op ${moment(last.at)}` : 'Uitkomst'}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ port, host }) => {
            const result = resultOf(port);
            return (
              <tr key={port}>
                <th scope="row">{port}</th>
                <td>{result?.host ?? host ?? 'nog niet ingesteld'}</td>
                <td>{purposes[port]}</td>
                <td>
                  {result ? outcomeWords[result.outcome] : 'Nog niet getest.'} {result ? noteOf(result) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {problems.map(({ port, problem }) => (
        <div key={port}>
          <h3 className={styles.heading}>Poort {port}</h3>
          <p className={styles.text}>
            <Text weight="semibold">{problem?.message}</Text> {problem?.tell}
          </p>
        </div>
      ))}
      <h3 className={styles.heading}>Waar een poort dicht kan zitten</h3>
      <p className={styles.text}>Loop deze plaatsen na, in deze volgorde. Niet elke school heeft ze alle vijf.</p>
      <PlaceList places={portPlaces} label="Plaatsen waar een poort dicht kan zitten" />
      <h3 className={styles.heading}>Waar u op let bij poort 6914</h3>
      <ul className={styles.list}>
        <li>De verbinding gebruikt TLS 1.2 of hoger, met een certificaat van de school (clientcertificaat).</li>
        <li>Zonder het adres uit van het openen van beveiligd verkeer (SSL-inspectie): daarmee kan dit niet werken.</li>
        <li>Een proxy moet CONNECT naar dit adres en deze poort toelaten.</li>
      </ul>
    </section>
  );
}
