import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, LightbulbRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { flex: '1 1 16rem' },
  icon: { flexShrink: 0 },
});

interface Props {
  /** What the proposal is for, as in "Overnemen: Aanduiding NNCA". */
  name: string;
  /** The proposed value as it is shown; absent when none can be made. */
  shown?: string | undefined;
  reason: string;
  /** The field holds the proposed value already. */
  taken: boolean;
  /** Takes the proposal over, and puts the cursor in the field. */
  onTake: () => void;
}

/** What the program proposes for a field, and why. It fills nothing in by itself. */
export function ProposalNote({ name, shown, reason, taken, onTake }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="note" aria-label={`Voorstel: ${name}`}>
      {taken ? (
        <CheckmarkRegular className={styles.icon} fontSize={20} aria-hidden="true" />
      ) : (
        <LightbulbRegular className={styles.icon} fontSize={20} aria-hidden="true" />
      )}
      <Text className={styles.text}>
        {shown === undefined ? 'Nog geen voorstel. ' : taken ? 'Volgens het voorstel. ' : null}
        {shown !== undefined && !taken ? (
          <>
            Voorstel: <strong>{shown}</strong>.{' '}
          </>
        ) : null}
        {reason}
      </Text>
      {shown === undefined || taken ? null : (
        <Button size="small" aria-label={`Overnemen: ${name}`} onClick={onTake}>
          Overnemen
        </Button>
      )}
    </div>
  );
}
