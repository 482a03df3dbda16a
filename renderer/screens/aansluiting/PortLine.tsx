import { Badge, makeStyles, Spinner, Text, tokens, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleOffRegular, DismissCircleRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { portCauses } from '../../../shared/aansluiting/ports.ts';
import { isCause } from '../../../shared/api/causes.ts';
import type { PortResult, PortTarget } from '../../../shared/api/ports.ts';
import { CausePanel } from '../../components/CausePanel.tsx';
import { PlaceList } from './PlaceList.tsx';
import { noteOf, purposes, stageText } from './portTexts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px', padding: '12px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  host: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  stages: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', margin: 0, padding: 0, listStyleType: 'none' },
  stage: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  failed: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

const looks: Record<
  PortResult['outcome'],
  { label: string; color: NonNullable<BadgeProps['color']>; icon: ReactElement }
> = {
  open: { label: 'Open', color: 'success', icon: <CheckmarkCircleRegular /> },
  closed: { label: 'Niet open', color: 'danger', icon: <DismissCircleRegular /> },
  unset: { label: 'Niet getest', color: 'informative', icon: <CircleOffRegular /> },
};

interface Props {
  target: PortTarget;
  /** Absent: not known yet. */
  result: PortResult | undefined;
  testing: boolean;
}

/** One port: open or why not, what to do, by whom, and where to look. */
export function PortLine({ target: { port, host }, result, testing }: Props) {
  const styles = useStyles();
  const look = result && looks[result.outcome];
  return (
    <li className={styles.root} data-port={port} data-outcome={result?.outcome}>
      <div className={styles.head}>
        <h3 className={styles.title}>Poort {port}</h3>
        <Text>{purposes[port]}</Text>
        {host === undefined ? null : <Text className={styles.host}>{result?.host ?? host}</Text>}
        {look ? (
          <Badge appearance="tint" size="large" color={look.color} icon={look.icon}>
            {look.label}
          </Badge>
        ) : null}
        {!result && testing ? <Spinner size="extra-tiny" label="Wordt getest…" /> : null}
      </div>
      {result ? <Details result={result} /> : null}
    </li>
  );
}

function Details({ result }: { result: PortResult }) {
  const styles = useStyles();
  const { port, problem, stages } = result;
  const note = noteOf(result);
  const places = (problem && isCause(problem.code) && portCauses[problem.code]?.places) || [];
  return (
    <>
      {stages.length === 0 ? null : (
        <ul className={styles.stages} aria-label={`Stappen van de test van poort ${port}`}>
          {stages.map((tried) => (
            <li key={tried.stage} className={tried.state === 'failed' ? styles.failed : styles.stage}>
              {stageText(tried)}
            </li>
          ))}
        </ul>
      )}
      {note === undefined ? null : <Text>{note}</Text>}
      <CausePanel failure={problem} />
      {places.length === 0 ? null : (
        <div>
          <Text weight="semibold">Kijk op deze plaatsen, in deze volgorde:</Text>
          <PlaceList places={places} label={`Plaatsen om na te lopen voor poort ${port}`} />
        </div>
      )}
    </>
  );
}
