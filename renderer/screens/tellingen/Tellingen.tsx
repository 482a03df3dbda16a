import { useId } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useNavigation } from '../../app/navigation.ts';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TabBar, tabId } from '../../components/TabBar.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { Growth } from './growth/Growth.tsx';
import { Proeftelling } from './Proeftelling.tsx';
import { Reports } from './reports/Reports.tsx';
import { useTellingenState, type Part } from './tellingenState.ts';

const parts: Record<Part, { name: string; manual: string; about: string }> = {
  proeftelling: { name: 'Proeftelling', manual: 'tellingen', about: 'de proeftelling' },
  growth: { name: 'Groei', manual: 'groei', about: 'groei en bijzondere bekostiging' },
  reports: { name: 'Bladen', manual: 'tellingen-afdrukken', about: 'de bladen' },
};

/** The counts that a school is funded on: its own, those of BRON, and what it says of them (Stappenplan step 12). */
export function Tellingen({ status }: { status: SessionStatus }) {
  const panel = useId();
  const go = useNavigation((state) => state.go);
  const { part, choose } = useTellingenState();
  return (
    <KeepFocus>
      <div className="no-print">
        <PageHeader
          title="Tellingen"
          description={
            <>
              Hoeveel leerlingen meetellen voor de bekostiging, volgens uw administratie en volgens BRON.{' '}
              <TextLink onClick={() => go({ screen: 'handleiding', page: parts[part].manual })}>
                Uitleg over {parts[part].about}
              </TextLink>
            </>
          }
        />
        <TabBar
          label="Delen van Tellingen"
          tabs={Object.entries(parts).map(([value, { name }]) => ({ value, name }))}
          selected={part}
          panelId={panel}
          onSelect={(value) => choose({ part: value as Part, shown: undefined })}
        />
      </div>
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, part)}>
        {part === 'proeftelling' ? <Proeftelling /> : null}
        {part === 'growth' ? <Growth /> : null}
        {part === 'reports' ? <Reports status={status} /> : null}
      </div>
    </KeepFocus>
  );
}
