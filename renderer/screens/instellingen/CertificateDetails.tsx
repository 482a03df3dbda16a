import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Certificate } from '../../../shared/api/certificate.ts';
import { dayOf, moment } from '../../texts/format.ts';
import { Fingerprint } from './Fingerprint.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    gap: '6px 20px',
    margin: 0,
    '@media (max-width: 600px)': { gridTemplateColumns: '1fr', gap: '2px' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

interface Props {
  certificate: Certificate & { installedAt?: string; daysLeft?: number };
}

/** What stands in a certificate. */
export function CertificateDetails({ certificate }: Props) {
  const styles = useStyles();
  const { grantedTo, grantedBy, validFrom, validTo, fingerprint, installedAt, daysLeft } = certificate;
  const left = daysLeft === undefined || daysLeft < 1 ? '' : ` (nog ${daysLeft} ${daysLeft === 1 ? 'dag' : 'dagen'})`;
  const rows: [string, ReactNode][] = [
    ['Verleend aan', grantedTo],
    ['Verleend door', grantedBy],
    ['Geldig van', dayOf(validFrom)],
    ['Geldig tot', `${dayOf(validTo)}${left}`],
    ['Vingerafdruk', <Fingerprint key={fingerprint} value={fingerprint} />],
    ...(installedAt === undefined ? [] : [['Geïnstalleerd op', moment(installedAt)] satisfies [string, string]]),
  ];
  return (
    <dl className={styles.root}>
      {rows.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
