import { useId, type ComponentType } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useKind } from '../../app/useKind.ts';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TabBar, tabId } from '../../components/TabBar.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { Growth } from './growth/Growth.tsx';
import { Gtbs } from './Gtbs.tsx';
import { Overview } from './Overview.tsx';
import { Proeftelling } from './Proeftelling.tsx';
import { Reactie } from './Reactie.tsx';
import { Reports } from './reports/Reports.tsx';
import { useTellingenState, type Part } from './tellingenState.ts';

interface PartOfScreen {
  name: string;
  /** Page of the manual, and what it explains. */
  manual: string;
  about: string;
  Show: ComponentType<{ status: SessionStatus }>;
}

/** In the order of the tabs. */
const parts: Record<Part, PartOfScreen> = {
  proeftelling: { name: 'Proeftelling', manual: 'tellingen', about: 'de proeftelling', Show: Proeftelling },
  gtb: { name: 'GTB', manual: 'gtb-controleren', about: 'het controleren van de GTB', Show: Gtbs },
  vergelijkingsoverzicht: {
    name: 'Vergelijkingsoverzicht AB',
    manual: 'vergelijkingsoverzicht',
    about: 'het vergelijkingsoverzicht',
    Show: Overview,
  },
  reactie: { name: 'Reactie', manual: 'reactie-geven', about: 'de reactie', Show: Reactie },
  growth: { name: 'Groei', manual: 'groei', about: 'groei en bijzondere bekostiging', Show: Growth },
  reports: { name: 'Bladen', manual: 'tellingen-afdrukken', about: 'de bladen', Show: Reports },
};

/** The counts that a school is funded on: its own, those of BRON, and what it says of them (Stappenplan step 12). */
export function Tellingen({ status }: { status: SessionStatus }) {
  const panel = useId();
  const go = useNavigation((state) => state.go);
  const kind = useKind();
  const { part, choose } = useTellingenState();
  const { manual, about, Show } = parts[part];
  // The comparison is of WPO-schools only (Stappenplan step 12).
  const shown = Object.entries(parts).filter(([value]) => kind === 'WPO' || value !== 'vergelijkingsoverzicht');
  return (
    <KeepFocus>
      <div className="no-print">
        <PageHeader
          title="Tellingen"
          description={
            <>
              Hoeveel leerlingen meetellen voor de bekostiging, volgens uw administratie en volgens BRON.{' '}
              <TextLink onClick={() => go({ screen: 'handleiding', page: manual })}>Uitleg over {about}</TextLink>
            </>
          }
        />
        <TabBar
          label="Delen van Tellingen"
          tabs={shown.map(([value, { name }]) => ({ value, name }))}
          selected={part}
          panelId={panel}
          onSelect={(value) => choose({ part: value as Part, shown: undefined, gtb: undefined })}
        />
      </div>
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, part)}>
        <Show status={status} />
      </div>
    </KeepFocus>
  );
}
