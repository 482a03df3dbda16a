import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { mayNow } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EdexmlSection } from './EdexmlSection.tsx';
import { EverythingSection } from './EverythingSection.tsx';
import { ListSection } from './ListSection.tsx';

/** Everything that can be written to a file. */
export function Exporteren({ status }: { status: SessionStatus }) {
  const allowed = mayNow(status, 'transfer');
  const options = useOperation('export.options', {}, { enabled: allowed, topics: ['leerlingen'] });
  return (
    <>
      <PageHeader
        title="Exporteren"
        description="Zet gegevens in een bestand. In het logboek komt te staan wat er is geëxporteerd en hoeveel; niet van wie."
      />
      {allowed ? (
        <Answer query={options}>
          {(data) => (
            <>
              <ListSection options={data} onSetsChanged={() => void options.refetch()} />
              <EdexmlSection options={data} />
            </>
          )}
        </Answer>
      ) : (
        <EmptyState title="U kunt niet exporteren">
          Exporteren doet de beheerder, de gemachtigde of de administratie. Vraag een van hen om het bestand.
        </EmptyState>
      )}
      {mayNow(status, 'manage') ? <EverythingSection /> : null}
    </>
  );
}
