import { Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkStarburstRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { lackingFacts, type LackingFact } from '../../../shared/domain/import/lacking.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { countOf } from '../../texts/format.ts';
import { lackingText, lackingTexts } from '../importeren/sentences.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { Pager } from '../../components/Pager.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { useStyles } from './styles.ts';

const PAGE = 100;

/** Where the card has the field that is lacking. */
const elements: Readonly<Record<LackingFact, string>> = {
  naam: 'achternaam',
  geboortedatum: 'geboortedatum',
  geslacht: 'geslacht',
  nummer: 'burgerservicenummer',
  adres: 'postcode',
};

/** The pupils of whom a personal fact is lacking: a work list, each a step away from the field. */
export function Onvolledig() {
  const styles = useStyles();
  const { back, go } = useNavigation();
  const [fact, setFact] = useState<LackingFact>();
  const [page, setPage] = useState(0);
  const query = useOperation(
    'onvolledig.list',
    { ...(fact ? { fact } : {}), offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader
        title="Onvolledig"
        description="Leerlingen van wie een persoonsgegeven ontbreekt. Dat vult het programma nooit zelf in. Kies een leerling om het gegeven in te voeren."
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <Answer query={query}>
        {({ aantal, velden, total, rows }) =>
          aantal === 0 ? (
            <EmptyState title="Alle leerlingen zijn volledig" icon={<CheckmarkStarburstRegular />}>
              Van elke leerling zijn naam, geboortedatum, geslacht, nummer en adres bekend.
            </EmptyState>
          ) : (
            <>
              <div className={styles.tools}>
                <Field label="Er ontbreekt">
                  <Select
                    value={fact ?? ''}
                    onChange={(_, data) => {
                      setFact((data.value || undefined) as LackingFact | undefined);
                      setPage(0);
                    }}
                  >
                    <option value="">Alles ({aantal})</option>
                    {lackingFacts.map((value) => (
                      <option key={value} value={value}>
                        {lackingTexts[value]} ({velden[value] ?? 0})
                      </option>
                    ))}
                  </Select>
                </Field>
                <Text role="status" className={styles.count}>
                  {countOf(total, 'leerling', 'leerlingen')}
                </Text>
              </div>
              <LineTable label="Onvolledige leerlingen" minWidth="36rem">
                <thead>
                  <tr>
                    <th scope="col">Leerling</th>
                    <th scope="col">Groep</th>
                    <th scope="col">Er ontbreekt</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ leerlingId, naam, groep, lacking }) => (
                    <tr key={leerlingId}>
                      <th scope="row">
                        <TextLink
                          onClick={() =>
                            go({
                              screen: 'leerling',
                              id: leerlingId,
                              focus: { gegevensgroep: 'persoon', element: elements[fact ?? lacking[0] ?? 'naam'] },
                            })
                          }
                        >
                          {naam}
                        </TextLink>
                      </th>
                      <td>{groep ?? '–'}</td>
                      <td>{lackingText(lacking)}</td>
                    </tr>
                  ))}
                </tbody>
              </LineTable>
              <Pager
                label="Bladeren door de onvolledige leerlingen"
                total={total}
                size={PAGE}
                page={page}
                onPage={setPage}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}
