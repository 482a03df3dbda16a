import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

const ROW_HEIGHT = 40;

const useStyles = makeStyles({
  grid: {
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { position: 'relative' },
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
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

/** A column of a grid: its heading, and its width as CSS has it for the tracks of a grid. */
export interface GridColumn {
  header: string;
  width: string;
}

interface Props {
  label: string;
  columns: readonly GridColumn[];
  /** Below this width the grid scrolls sideways. */
  minWidth: string;
  className: string;
  total: number;
  /** What the row at an index shows, column by column; undefined while it is being fetched. */
  cellsAt: (index: number) => readonly ReactNode[] | undefined;
  busy?: boolean;
  /** The row with the keyboard. */
  active: number;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  /** The rows in sight, and how far the grid was scrolled. */
  onScroll: (first: number, last: number, top: number) => void;
  initialTop?: number;
  /** When this changes the grid begins at its top again. */
  shown: string;
  /** Set by the grid: puts the keyboard on the active row, as soon as that is there. */
  focusRef: RefObject<(() => void) | null>;
}

/** Rows that are opened, of which only those in sight exist; the active one always does, so that it keeps the focus. */
export function RowGrid({ label, columns, minWidth, className, total, cellsAt, busy = false, ...props }: Props) {
  const { active, onActive, onOpen, onScroll, initialTop = 0, shown, focusRef } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const current = Math.min(active, Math.max(total - 1, 0));
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: () => initialTop,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
    onChange: ({ range, scrollOffset }) => {
      if (range) onScroll(range.startIndex, range.endIndex, scrollOffset ?? 0);
    },
  });

  const focusRow = (): boolean => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  };
  useEffect(() => {
    if (wantsFocus.current && focusRow()) wantsFocus.current = false;
  });
  useEffect(() => {
    focusRef.current = () => {
      if (!focusRow()) wantsFocus.current = true;
    };
  });
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) scroller.current?.scrollTo({ top: 0 });
    before.current = shown;
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || total === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(current);
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const inSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = Math.min(Math.max(step(current, inSight, total), 0), total - 1);
    wantsFocus.current = true;
    onActive(next);
    virtualizer.scrollToIndex(next);
  };

  const track = { gridTemplateColumns: columns.map(({ width }) => width).join(' '), minWidth };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      className={mergeClasses(styles.grid, className)}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.header}>
        <div role="row" aria-rowindex={1} className={styles.row} style={track}>
          {columns.map(({ header }, index) => (
            <div key={header} role="columnheader" aria-colindex={index + 1} className={styles.cell}>
              {header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            data-index={index}
            aria-rowindex={index + 2}
            tabIndex={index === current ? 0 : -1}
            className={mergeClasses(styles.row, styles.data)}
            style={{ ...track, transform: `translateY(${start}px)` }}
            onFocus={() => onActive(index)}
            onClick={() => {
              onActive(index);
              onOpen(index);
            }}
          >
            {(cellsAt(index) ?? ['Wordt opgehaald…']).map((cell, column) => (
              <div
                key={columns[column]?.header}
                role="gridcell"
                aria-colindex={column + 1}
                className={styles.cell}
                title={typeof cell === 'string' ? cell : undefined}
              >
                {cell}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
