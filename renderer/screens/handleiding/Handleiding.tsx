import { Button, makeStyles, mergeClasses, SearchBox, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Markdown } from './Markdown.tsx';
import { FIRST_PAGE, pages } from './pages.ts';
import { searchPages } from './search.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 1fr)',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  },
  side: { display: 'grid', gap: '12px' },
  search: { maxWidth: 'none' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    width: '100%',
    display: 'grid',
    gap: '2px',
    padding: '8px 12px',
    textAlign: 'left',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    boxSizing: 'border-box',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  excerpt: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  paper: {
    padding: '24px 32px',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 700px)': { padding: '16px' },
    '@media print': { border: 'none', padding: 0 },
  },
});

/** The manual: its pages, a search over all of them, and the page that is being read. */
export function Handleiding({ page = FIRST_PAGE }: { page: string | undefined }) {
  const styles = useStyles();
  const { go, back, history } = useNavigation();
  const [search, setSearch] = useState('');
  const hits = searchPages(pages, search);
  const shown = pages.find(({ name }) => name === page) ?? pages[0];
  return (
    <>
      <PageHeader
        title="Handleiding"
        actions={
          <>
            {history.length > 0 ? (
              <Button className="no-print" icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
            ) : null}
            <Button className="no-print" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
              Pagina afdrukken
            </Button>
          </>
        }
      />
      <div className={styles.root}>
        <div className={mergeClasses(styles.side, 'no-print')}>
          <SearchBox
            className={styles.search}
            aria-label="Zoeken in de handleiding"
            placeholder="Zoeken in de handleiding"
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
          <nav aria-label="Pagina's van de handleiding">
            <ul className={styles.list}>
              {hits.map(({ page: { name, title }, excerpt }) => (
                <li key={name}>
                  <button
                    type="button"
                    className={mergeClasses(styles.item, shown?.name === name && styles.current)}
                    aria-current={shown?.name === name ? 'page' : undefined}
                    onClick={() => go({ screen: 'handleiding', page: name })}
                  >
                    {title}
                    {excerpt === '' ? null : (
                      <Text size={200} className={styles.excerpt}>
                        {excerpt}
                      </Text>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <Text role="status" size={200}>
            {search.trim() === ''
              ? ''
              : hits.length === 0
                ? 'Niets gevonden. Probeer een ander woord.'
                : `${hits.length} gevonden`}
          </Text>
        </div>
        <article className={styles.paper} aria-label={shown?.title}>
          {shown ? <Markdown text={shown.text} /> : <EmptyState title="De handleiding ontbreekt" />}
        </article>
      </div>
    </>
  );
}
