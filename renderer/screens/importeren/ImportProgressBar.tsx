import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { StopRegular } from '@fluentui/react-icons';
import { Section } from '../../components/Section.tsx';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  text: { flex: '1 1 16rem' },
});

interface Props {
  text: string;
  done: number;
  /** Absent: not known. */
  total?: number | undefined;
  onStop: () => void;
}

/** How far a step of an import is, and a way to stop it. */
export function ImportProgressBar({ text, done, total, onStop }: Props) {
  const styles = useStyles();
  return (
    <Section title="Bezig">
      <div className={styles.progress} role="region" aria-label="Voortgang">
        <div className={styles.row}>
          <Text weight="semibold" className={styles.text} role="status">
            {text}
          </Text>
          <Button icon={<StopRegular />} onClick={onStop}>
            Stoppen
          </Button>
        </div>
        <ProgressBar
          thickness="large"
          aria-label="Voortgang van de import"
          {...(total === undefined ? {} : { value: done, max: total })}
        />
      </div>
    </Section>
  );
}
