import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CertificateState } from '../../../shared/api/certificate.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { earlierReason } from '../../texts/certificate.ts';
import { dayOf, moment } from '../../texts/format.ts';
import { CertificateDetails } from './CertificateDetails.tsx';
import { CopyCertificate } from './CopyCertificate.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { RemoveCertificate } from './RemoveCertificate.tsx';

const useStyles = makeStyles({
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { display: 'grid', gap: '20px', margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'grid', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  table: { '& tbody th': { fontWeight: tokens.fontWeightRegular } },
  fingerprint: { minWidth: '14rem' },
});

interface Props {
  state: CertificateState;
  mayInstall: boolean;
  about: readonly string[];
}

/** Certificates that come into use by themselves when the one before ends or they become valid. */
export function WaitingCertificates({ state, mayInstall, about }: Props) {
  const styles = useStyles();
  if (state.waiting.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>Staat klaar</h3>
      <ul className={styles.list} aria-label="Certificaten die klaarstaan">
        {state.waiting.map(({ usedFrom, ...certificate }) => (
          <li key={certificate.fingerprint} className={styles.item}>
            <Text weight="semibold">
              Wordt gebruikt vanaf {moment(usedFrom)}. Dat gaat vanzelf: u hoeft dan niets te doen.
            </Text>
            <CertificateDetails certificate={certificate} />
            {mayInstall ? (
              <div className={styles.buttons}>
                <CopyCertificate certificate={certificate} about={about} />
                <RemoveCertificate state={state} certificate={certificate} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Certificates that are not used any more, the last installed first. */
export function EarlierCertificates({ state, mayInstall }: Omit<Props, 'about'>) {
  const styles = useStyles();
  const { earlier } = state;
  if (earlier.length === 0) return null;
  const removable = mayInstall && earlier.some(({ hasKey }) => hasKey);
  return (
    <div>
      <h3 className={styles.heading}>Eerder gebruikt</h3>
      <LineTable label="Eerdere certificaten" minWidth="44rem" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Geldig van en tot</th>
            <th scope="col">Geïnstalleerd op</th>
            <th scope="col">Toestand</th>
            <th scope="col">Vingerafdruk</th>
            {removable ? <th scope="col">Actie</th> : null}
          </tr>
        </thead>
        <tbody>
          {earlier.map((certificate) => (
            <tr key={certificate.fingerprint}>
              <th scope="row">
                {dayOf(certificate.validFrom)} – {dayOf(certificate.validTo)}
              </th>
              <td>{moment(certificate.installedAt)}</td>
              <td>
                {earlierReason(certificate)}
                {certificate.hasKey ? '' : '; de sleutel is vernietigd'}
              </td>
              <td className={styles.fingerprint}>
                <Fingerprint value={certificate.fingerprint} />
              </td>
              {removable ? (
                <td>
                  {certificate.hasKey ? (
                    <RemoveCertificate state={state} certificate={certificate} size="small" />
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </LineTable>
    </div>
  );
}
