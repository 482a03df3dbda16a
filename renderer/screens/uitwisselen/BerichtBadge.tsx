import { Badge, type BadgeProps } from '@fluentui/react-components';
import {
  ArchiveRegular,
  ArrowUploadRegular,
  CheckmarkCircleRegular,
  CheckmarkCircleWarningRegular,
  ClockRegular,
  DismissCircleRegular,
  DocumentRegular,
  HandRightRegular,
  ProhibitedRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { stateMeaning } from './sentences.ts';

type Look = { label: string; color: NonNullable<BadgeProps['color']>; icon: ReactElement };

const looks: Record<BerichtState, Look> = {
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
  vervallen: { label: 'Vervallen', color: 'subtle', icon: <ArchiveRegular /> },
};

/** What the states of a melding are called. */
export const berichtStateLabel = Object.fromEntries(
  Object.entries(looks).map(([state, { label }]) => [state, label]),
) as Record<BerichtState, string>;

/** The state of a melding in words, with a sign and a colour. */
export function BerichtBadge({ state }: { state: BerichtState }) {
  const { label, color, icon } = looks[state];
  return (
    <Badge appearance="tint" size="large" color={color} icon={icon} title={stateMeaning[state]} data-state={state}>
      {label}
    </Badge>
  );
}
