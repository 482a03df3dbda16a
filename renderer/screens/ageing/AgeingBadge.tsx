import { Badge, type BadgeProps } from '@fluentui/react-components';
import { AlertUrgentRegular, CheckmarkCircleRegular, ClockRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Ageing } from '../../../shared/domain/enrolment/delivery.ts';
import { ageingWords } from './texts.ts';

const looks: Record<Ageing, { color: NonNullable<BadgeProps['color']>; icon: ReactElement }> = {
  onTime: { color: 'success', icon: <CheckmarkCircleRegular /> },
  soon: { color: 'warning', icon: <ClockRegular /> },
  late: { color: 'danger', icon: <AlertUrgentRegular /> },
};

/** How a change stands in its term: in words, with a sign and a colour. */
export const AgeingBadge = ({ ageing }: { ageing: Ageing }) => (
  <Badge appearance="tint" color={looks[ageing].color} icon={looks[ageing].icon}>
    {ageingWords[ageing]}
  </Badge>
);
