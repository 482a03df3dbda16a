import { Badge } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { GridColumn } from '../../components/RowGrid.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

interface LeerlingColumn extends GridColumn {
  cell: (leerling: LeerlingRow) => ReactNode;
}

const signalen = ({ openSignalen }: LeerlingRow): ReactNode =>
  openSignalen === 0 ? (
    '0'
  ) : (
    <Badge appearance="tint" color="warning" icon={<AlertRegular />}>
      {openSignalen}
    </Badge>
  );

/** The columns of the list of pupils. */
export const columns: readonly LeerlingColumn[] = [
  { header: 'Naam', width: 'minmax(14rem, 3fr)', cell: ({ naam }) => naam },
  { header: 'Leerlingnummer', width: 'minmax(8.5rem, 1fr)', cell: ({ leerlingnummer }) => leerlingnummer },
  { header: 'Geboortedatum', width: '8.5rem', cell: ({ geboortedatum }) => formatDutchDate(geboortedatum ?? '') },
  { header: 'Groep', width: 'minmax(5rem, 1fr)', cell: ({ groep }) => groep },
  { header: 'BRON', width: '16rem', cell: ({ bronState }) => <StateBadge state={bronState} /> },
  { header: 'Open signalen', width: '7.5rem', cell: signalen },
];
