import { Text } from '@fluentui/react-components';
import { portPlaces } from '../../../shared/aansluiting/ports.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { PortResult } from '../../../shared/api/ports.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { Sheet, SheetTable } from '../../components/Sheet.tsx';
import { SheetHeader } from '../../components/SheetHeader.tsx';
import { moment } from '../../texts/format.ts';
import { PlaceList } from './PlaceList.tsx';
import { noteOf, placeNumbers, purposes } from './portTexts.ts';

/** The page for the systeembeheerder: what has to be open, what was found, and where to look. Without data of persons. */
export function PortSheet({ status }: { status: SessionStatus }) {
  const query = useOperation('ports.last', {});
  const back = useNavigation((state) => state.back);
  return (
    <>
      <SheetHeader
        title="Blad voor de systeembeheerder"
        description="Druk dit blad af en geef het aan wie uw computers en netwerk beheert. Er staan geen gegevens van personen op."
        onBack={back}
        waiting={!query.data}
      />
      <Answer query={query}>{(state) => <Ports state={state} school={status.schoolName ?? ''} />}</Answer>
    </>
  );
}

const outcomeWords: Record<PortResult['outcome'], string> = {
  open: 'Open.',
  closed: 'Niet open.',
  unset: 'Niet getest.',
};

function Ports({ state: { targets, last }, school }: { state: Output<'ports.last'>; school: string }) {
  const resultOf = (port: number) => last?.ports.find((result) => result.port === port);
  const problems = (last?.ports ?? []).filter(({ problem }) => problem !== undefined);
  return (
    <Sheet label="Poorten voor BRON" title="Poorten voor BRON">
      <p>
        {school === '' ? 'Onze school' : school} wisselt gegevens uit met BRON, het Basisregister Onderwijs. Ons
        leerlingenadministratiesysteem staat op een computer van de school en maakt zelf verbinding met BRON. Daarvoor
        moeten drie TCP-poorten openstaan voor verkeer <strong>van binnen naar buiten</strong>. Van buiten naar binnen
        hoeft niets open te staan.
      </p>
      <SheetTable label="Poorten die open moeten staan">
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
      </SheetTable>
      {problems.map((result) => (
        <div key={result.port}>
          <h3>Poort {result.port}</h3>
          <p>
            <Text weight="semibold">{result.problem?.message}</Text> {result.problem?.tell} {placeNumbers(result)}
          </p>
        </div>
      ))}
      <h3>Waar een poort dicht kan zitten</h3>
      <p>Van deze computer naar buiten. Niet elke school heeft ze alle vijf.</p>
      <PlaceList places={portPlaces} label="Plaatsen waar een poort dicht kan zitten" />
      <h3>Waar u op let bij poort 6914</h3>
      <ul>
        <li>De verbinding gebruikt TLS 1.2 of hoger, met een certificaat van de school (clientcertificaat).</li>
        <li>Zonder het adres uit van het openen van beveiligd verkeer (SSL-inspectie): daarmee kan dit niet werken.</li>
        <li>Een proxy moet CONNECT naar dit adres en deze poort toelaten.</li>
      </ul>
    </Sheet>
  );
}
