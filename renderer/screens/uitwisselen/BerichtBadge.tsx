import { Badge, type BadgeProps } from '@fluentui/react-components';
import {
  ArchiveRegular,
  ArrowUploadRegular,
  CheckmarkCircleRegular,
  CheckmarkCircleWarningRegular,
  ClockRegular,
  DeleteRegular,
  DismissCircleRegular,
  DocumentRegular,
  HandRightRegular,
  ProhibitedRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { stateMeaning } from './sentences.ts';

/** A melding with signalen of which none is open any more looks otherwise than its state. */
type Shown = BerichtState | 'settled';
type Look = { label: string; color: NonNullable<BadgeProps['color']>; icon: ReactElement };

const looks: Record<Shown, Look> = {
  opgesteld: { label: 'Opgesteld', color: 'brand', icon: <DocumentRegular /> },
  tegengehouden: { label: 'Tegengehouden', color: 'severe', icon: <HandRightRegular /> },
  verzonden: { label: 'Verzonden', color: 'informative', icon: <ArrowUploadRegular /> },
  onzeker: { label: 'Onzeker', color: 'warning', icon: <QuestionCircleRegular /> },
  geweigerd: { label: 'Geweigerd', color: 'danger', icon: <ProhibitedRegular /> },
  'in behandeling': { label: 'In behandeling', color: 'informative', icon: <ClockRegular /> },
  geregistreerd: { label: 'Geregistreerd', color: 'success', icon: <CheckmarkCircleRegular /> },
  'geregistreerd met signaal': {
    label: 'Geregistreerd met signaal',
    color: 'warning',
    icon: <CheckmarkCircleWarningRegular />,
  },
  afgekeurd: { label: 'Afgekeurd', color: 'danger', icon: <DismissCircleRegular /> },
  settled: { label: 'Met signaal, afgehandeld', color: 'success', icon: <CheckmarkCircleRegular /> },
  verwijderd: { label: 'Verwijderd', color: 'success', icon: <DeleteRegular /> },
  vervallen: { label: 'Vervallen', color: 'subtle', icon: <ArchiveRegular /> },
};

/** What the states of a melding are called. */
export const berichtStateLabel = Object.fromEntries(
  Object.entries(looks).map(([state, { label }]) => [state, label]),
) as Record<Shown, string>;

/** The state of a melding in words, with a sign and a colour. */
export function BerichtBadge({ state, settled = false }: { state: BerichtState; settled?: boolean }) {
  const { label, color, icon } = looks[settled ? 'settled' : state];
  return (
    <Badge appearance="tint" size="large" color={color} icon={icon} title={stateMeaning[state]} data-state={state}>
      {label}
    </Badge>
  );
}
