import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ImportFilter, ImportRow } from '../../../shared/api/import.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { actionTexts, rowSentence } from './sentences.ts';
import { useRows } from './useRows.ts';

const ROW_HEIGHT = 40;
const headers = ['Nr', 'Naam', 'Geboortedatum', 'Groep', 'Wat gebeurt er', 'Bijzonderheden'];
const gridTemplateColumns = '3.5rem minmax(12rem, 2fr) 8.5rem minmax(5rem, 1fr) 8rem minmax(16rem, 4fr)';

const useStyles = makeStyles({
  grid: {
    maxHeight: '26rem',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { position: 'relative', minWidth: '60rem' },
  row: {
    display: 'grid',
    gridTemplateColumns,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    minWidth: '60rem',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  data: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
  },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const steps: Record<string, (active: number, page: number, total: number) => number> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, page) => active + page,
  PageUp: (active, page) => active - page,
  Home: () => 0,
  End: (_active, _page, total) => total - 1,
};

const cellsOf = (row: ImportRow): readonly string[] => [
  String(row.number),
  row.naam,
  formatDutchDate(row.geboortedatum ?? ''),
  row.groep ?? '',
  actionTexts[row.action],
  rowSentence(row),
];

interface Props {
  filter: ImportFilter;
  /** The row that was opened last: it gets the keyboard back when `opened` ends. */
  opened: number | undefined;
  onOpen: (number: number) => void;
}

/** The pupils of the file and what will happen with each; only the rows in sight exist, and the active one. */
export function PreviewGrid({ filter, opened, onOpen }: Props) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [active, setActive] = useState(0);
  const { total, rowAt } = useRows(filter, range.first, range.last);
  const current = Math.min(active, Math.max(total - 1, 0));
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT,
    rangeExtractor: (inSight) => [...new Set([...defaultRangeExtractor(inSight), current])].sort((a, b) => a - b),
    onChange: ({ range: inSight }) => {
      if (!inSight) return;
      const next = { first: inSight.startIndex, last: inSight.endIndex };
      setRange((known) => (known.first === next.first && known.last === next.last ? known : next));
    },
  });

  useEffect(() => {
    if (opened !== undefined) wantsFocus.current = true;
  }, [opened]);
  useEffect(() => {
    if (!wantsFocus.current || opened !== undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    row?.focus({ preventScroll: true });
    if (row) wantsFocus.current = false;
  });
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setActive(0);
  }, [filter]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || total === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      const row = rowAt(current);
      event.preventDefault();
      if (row) onOpen(row.number);
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const inSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = Math.min(Math.max(step(current, inSight, total), 0), total - 1);
    wantsFocus.current = true;
    setActive(next);
    virtualizer.scrollToIndex(next);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Leerlingen in het bestand"
      aria-rowcount={total + 1}
      aria-colcount={headers.length}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.header}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {headers.map((header, index) => (
            <div key={header} role="columnheader" aria-colindex={index + 1} className={styles.cell}>
              {header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              role="row"
              data-index={index}
              aria-rowindex={index + 2}
              tabIndex={index === current ? 0 : -1}
              className={mergeClasses(styles.row, styles.data)}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => setActive(index)}
              onClick={() => {
                setActive(index);
                if (row) onOpen(row.number);
              }}
            >
              {(row ? cellsOf(row) : ['Wordt opgehaald…']).map((text, column) => (
                <div
                  key={headers[column]}
                  role="gridcell"
                  aria-colindex={column + 1}
                  className={styles.cell}
                  title={text}
                >
                  {text}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
