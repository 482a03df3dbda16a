import { Badge, type BadgeProps } from '@fluentui/react-components';
import {
  ArrowUploadRegular,
  CheckmarkCircleRegular,
  CheckmarkCircleWarningRegular,
  CircleOffRegular,
  DeleteRegular,
  ClockRegular,
  DismissCircleRegular,
  HandRightRegular,
  ProhibitedRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BronState } from '../../shared/api/leerlingen.ts';
import { bronStateTexts } from '../texts/states.ts';

const looks: Record<BronState, { color: NonNullable<BadgeProps['color']>; icon: ReactElement }> = {
  afgekeurd: { color: 'danger', icon: <DismissCircleRegular /> },
  geweigerd: { color: 'danger', icon: <ProhibitedRegular /> },
  tegengehouden: { color: 'severe', icon: <HandRightRegular /> },
  onzeker: { color: 'warning', icon: <QuestionCircleRegular /> },
  'te verwijderen': { color: 'brand', icon: <DeleteRegular /> },
  'aan te leveren': { color: 'brand', icon: <ArrowUploadRegular /> },
  'in behandeling': { color: 'informative', icon: <ClockRegular /> },
  'geregistreerd met signaal': { color: 'warning', icon: <CheckmarkCircleWarningRegular /> },
  geregistreerd: { color: 'success', icon: <CheckmarkCircleRegular /> },
  'geen inschrijving': { color: 'subtle', icon: <CircleOffRegular /> },
};

/** Where a pupil stands with BRON: in words, with a sign and a colour; the explanation shows on pointing. */
export function StateBadge({ state, size = 'large' }: { state: BronState; size?: 'medium' | 'large' }) {
  const { color, icon } = looks[state];
  const { label, explanation } = bronStateTexts[state];
  return (
    <Badge appearance="tint" color={color} icon={icon} size={size} title={explanation} data-state={state}>
      {label}
    </Badge>
  );
}
