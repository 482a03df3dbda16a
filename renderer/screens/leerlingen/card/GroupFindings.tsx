import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { SignaalLink } from '../../handleiding/SignaalLink.tsx';
import { useCardContext } from './context.ts';
import type { CardPlace } from './places.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `0 0 ${tokens.spacingVerticalS}`, padding: 0 },
  item: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  blocking: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
});

/** What the voorcontrole says of a group as a whole. */
export function GroupFindings({ scope, place }: { scope: string | undefined; place: CardPlace }) {
  const styles = useStyles();
  const findings = useCardContext().findingsAt(scope, place);
  if (findings.length === 0) return null;
  return (
    <ul className={styles.list}>
      {findings.map(({ code, ernst, omschrijving }) => (
        <li key={code + omschrijving} className={styles.item}>
          {ernst === 'A' ? (
            <DismissCircleRegular className={styles.blocking} fontSize={20} aria-hidden="true" />
          ) : (
            <WarningRegular className={styles.warning} fontSize={20} aria-hidden="true" />
          )}
          <Text>
            {omschrijving} [{code}] <SignaalLink code={code} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
