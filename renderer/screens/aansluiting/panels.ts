import type { ComponentType } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { AantallenPanel } from './AantallenPanel.tsx';
import { CertificatePanel } from './CertificatePanel.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { CountsPanel } from './CountsPanel.tsx';
import { CyclePanel } from './CyclePanel.tsx';
import { EndingPanel } from './EndingPanel.tsx';
import { PortTest } from './PortTest.tsx';
import { VersionPanel } from './VersionPanel.tsx';
import { VoortgangPanel } from './VoortgangPanel.tsx';

export interface PanelProps {
  path: Path;
}

/** What stands in the panel of a step below its parts, in this order; each is a component of its own. */
const panels: Readonly<Record<number, readonly ComponentType<PanelProps>[]>> = {
  2: [ContactPanel],
  3: [VersionPanel],
  4: [PortTest],
  6: [AantallenPanel],
  7: [ContactPanel],
  9: [CertificatePanel],
  10: [CyclePanel],
  11: [VoortgangPanel],
  12: [CountsPanel],
  13: [EndingPanel],
};

export const panelsOf = (step: number): readonly ComponentType<PanelProps>[] => panels[step] ?? [];
