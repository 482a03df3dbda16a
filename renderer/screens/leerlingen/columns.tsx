import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { Badge } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { StateBadge } from '../../components/StateBadge.tsx';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, LeerlingRow>();

/** Widths of the columns, in the order below. */
export const gridTemplateColumns = 'minmax(14rem, 3fr) minmax(8.5rem, 1fr) 8.5rem minmax(5rem, 1fr) 16rem 7.5rem';

export const columns = helper.columns([
  helper.accessor('naam', { header: 'Naam' }),
  helper.accessor('leerlingnummer', { header: 'Leerlingnummer' }),
  helper.accessor('geboortedatum', {
    header: 'Geboortedatum',
    cell: ({ getValue }) => formatDutchDate(getValue() ?? ''),
  }),
  helper.accessor('groep', { header: 'Groep' }),
  helper.accessor('bronState', { header: 'BRON', cell: ({ getValue }) => <StateBadge state={getValue()} /> }),
  helper.accessor('openSignalen', {
    header: 'Open signalen',
    cell: ({ getValue }) =>
      getValue() > 0 ? (
        <Badge appearance="tint" color="warning" icon={<AlertRegular />}>
          {getValue()}
        </Badge>
      ) : (
        '0'
      ),
  }),
]);
