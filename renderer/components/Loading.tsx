import { makeStyles, Spinner } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    padding: '32px',
    // Most answers come at once: a spinner that flashes is worse than none.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: '300ms',
    animationDuration: '200ms',
    animationFillMode: 'backwards',
  },
});

/** Says that something is being fetched. */
export function Loading({ label = 'Gegevens worden opgehaald…' }: { label?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <Spinner label={label} labelPosition="below" />
    </div>
  );
}
