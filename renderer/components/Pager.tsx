import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', marginTop: tokens.spacingVerticalM },
});

interface Props {
  label: string;
  total: number;
  /** Rows on a page. */
  size: number;
  page: number;
  onPage: (page: number) => void;
}

/** Leads through the pages of a list; shows nothing when there is one page only. */
export function Pager({ label, total, size, page, onPage }: Props) {
  const styles = useStyles();
  if (total <= size) return null;
  return (
    <nav className={styles.root} aria-label={label}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        Vorige
      </Button>
      <Text role="status">
        {page * size + 1} tot en met {Math.min((page + 1) * size, total)} van {total}
      </Text>
      <Button disabled={(page + 1) * size >= total} onClick={() => onPage(page + 1)}>
        Volgende
      </Button>
    </nav>
  );
}
