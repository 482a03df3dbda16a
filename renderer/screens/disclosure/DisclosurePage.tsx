import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular, SaveRegular } from '@fluentui/react-icons';
import type { Disclosure } from '../../../shared/api/disclosure.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { nncaListOf } from '../../../shared/domain/schoolSoort.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { useSchool } from '../../app/useSchool.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { toBase64 } from '../../texts/bytes.ts';
import { moment } from '../../texts/format.ts';
import { disclosureText, historyLine, lineText, type OfSchool } from './texts.ts';

/** Everything that is kept of one pupil, to be printed or saved for a parent who asks to see it. */
export function DisclosurePage({ leerlingId, status }: { leerlingId: number; status: SessionStatus }) {
  const back = useNavigation((state) => state.back);
  const notify = useNotify();
  const query = useOperation('disclosure.get', { leerlingId });
  const known = useSchool();
  const school = {
    naam: status.schoolName ?? 'de school',
    ...(known ? { vestigingen: known.vestigingen, nnca: nncaListOf(known.soort) } : {}),
  };
  const save = async (data: Disclosure) => {
    const bytes = toBase64(disclosureText(data, school));
    if (await window.las.host.saveFile({ name: 'inzage-leerling.txt', bytes })) notify('Opgeslagen.');
  };
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Inzage"
          description="Alles wat van deze leerling is vastgelegd, ook nummers en een geheim adres. Controleer van wie het verzoek komt, en of iets over een ander eerst moet worden weggelakt."
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
              <Button icon={<SaveRegular />} disabled={!query.data} onClick={() => query.data && void save(query.data)}>
                Opslaan als bestand…
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
      <Answer query={query} loading="Alles wordt bij elkaar gezocht…">
        {(data) => (
          <Sheet label="Inzage" title={data.naam}>
            <p>
              Alles wat {school.naam} van deze leerling heeft vastgelegd, op {moment(data.madeAt)}.
            </p>
            {data.parts.map(({ kind, records }) => (
              <Part key={kind} kind={kind} records={records} asked={data.madeAt} school={school} />
            ))}
            <h3>Wie wat heeft gewijzigd of gezien</h3>
            <ul>
              {data.history.map((line, index) => (
                <li key={index}>{historyLine(line, school)}</li>
              ))}
            </ul>
          </Sheet>
        )}
      </Answer>
    </>
  );
}

type PartProps = Disclosure['parts'][number] & { asked: string; school: OfSchool };

function Part({ kind, records, asked, school }: PartProps) {
  return (
    <>
      <h3>{changeKindName(kind)}</h3>
      {records.map((lines, index) => (
        <ul key={index}>
          {lines.map((line, at) => (
            <li key={at}>{lineText(line, lines, asked, school)}</li>
          ))}
        </ul>
      ))}
    </>
  );
}
