import type { FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { PeriodBlocks } from './PeriodBlocks.tsx';
import { PeriodTable } from './PeriodTable.tsx';

/** As many columns as fit beside one another. */
const MOST_COLUMNS = 3;

/** Whether a group needs the whole width: it has groups below it, or more gegevens than a table holds. */
export const isWide = ({ groups, elements }: FieldGroup): boolean =>
  groups.length > 0 || elements.length > MOST_COLUMNS;

interface Props {
  group: FieldGroup;
  scope: string;
  onDate?: string | undefined;
}

/** The voorkomens of a group: rows of a table, or a block for each where these would be too wide. */
export const Periods = (props: Props) =>
  isWide(props.group) ? <PeriodBlocks {...props} /> : <PeriodTable {...props} />;
