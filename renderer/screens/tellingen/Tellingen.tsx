import { useId } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TabBar, tabId } from '../../components/TabBar.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { Gtbs } from './Gtbs.tsx';
import { Proeftelling } from './Proeftelling.tsx';
import { useTellingenState, type Part } from './tellingenState.ts';

const parts: Record<Part, { name: string; manual: string; about: string }> = {
  proeftelling: { name: 'Proeftelling', manual: 'tellingen', about: 'de proeftelling' },
  gtb: { name: 'GTB', manual: 'gtb-controleren', about: 'het controleren van de GTB' },
};

/** The counts that a school is funded on: its own, those of BRON, and what it says of them (Stappenplan step 12). */
export function Tellingen() {
  const panel = useId();
  const go = useNavigation((state) => state.go);
  const { part, choose } = useTellingenState();
  return (
    <KeepFocus>
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
        onSelect={(value) => choose({ part: value as Part, shown: undefined, gtb: undefined })}
      />
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, part)}>
        {part === 'proeftelling' ? <Proeftelling /> : <Gtbs />}
      </div>
    </KeepFocus>
  );
}
