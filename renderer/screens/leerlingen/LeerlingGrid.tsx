import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTable, type Row } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import { columns, features, gridTemplateColumns } from './columns.tsx';
import { useListState } from './listState.ts';
import type { ListInput, Pages } from './usePages.ts';

const ROW_HEIGHT = 40;

const useStyles = makeStyles({
  grid: {
    flex: '1 1 auto',
    minHeight: '12rem',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { position: 'relative', minWidth: '58rem' },
  row: {
    display: 'grid',
    gridTemplateColumns,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    minWidth: '58rem',
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

interface Props {
  query: ListInput;
  pages: Pages;
  onOpen: (id: number) => void;
  onRange: (first: number, last: number) => void;
  /** Set by the grid: puts the keyboard on the active row. */
  focusRef: RefObject<(() => void) | null>;
}

/** The pupils as a grid of which only the rows in sight exist; the active row always does, so that it keeps the focus. */
export function LeerlingGrid({ query, pages, onOpen, onRange, focusRef }: Props) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(useListState.getState().left);
  const active = useListState((state) => state.active);
  const { setActive, setScrollTop } = useListState.getState();
  const { total } = pages;
  const current = Math.min(active, Math.max(total - 1, 0));
  const table = useTable({ features, columns, data: pages.rows, getRowId: ({ id }) => String(id) });
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: () => useListState.getState().scrollTop,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
    onChange: (instance) => {
      if (instance.range) onRange(instance.range.startIndex, instance.range.endIndex);
      setScrollTop(instance.scrollOffset ?? 0);
    },
  });

  useEffect(() => {
    useListState.getState().setLeft(false);
  }, []);
  const focusRow = (index: number) => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  };
  useEffect(() => {
    if (wantsFocus.current && focusRow(current)) wantsFocus.current = false;
  });
  useEffect(() => {
    focusRef.current = () => {
      if (!focusRow(current)) wantsFocus.current = true;
    };
  });
  // Another search begins at the top.
  const asked = JSON.stringify(query);
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== asked) scroller.current?.scrollTo({ top: 0 });
    before.current = asked;
  }, [asked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || total === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      const row = pages.rowAt(current);
      event.preventDefault();
      if (row) onOpen(row.id);
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

  const cells = (row: Row<typeof features, LeerlingRow>) =>
    row.getAllCells().map((cell, index) => {
      const value = cell.getValue();
      return (
        <div
          key={cell.id}
          role="gridcell"
          aria-colindex={index + 1}
          className={styles.cell}
          title={index === 0 && typeof value === 'string' ? value : undefined}
        >
          <table.FlexRender cell={cell} />
        </div>
      );
    });

  const rowsById = table.getRowModel().rowsById;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Leerlingen"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={pages.isFetching}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={mergeClasses(styles.header)}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className={styles.row}>
            {group.headers.map((header, index) => (
              <div key={header.id} role="columnheader" aria-colindex={index + 1} className={styles.cell}>
                <table.FlexRender header={header} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const leerling = pages.rowAt(index);
          const row = leerling && rowsById[String(leerling.id)];
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
              onClick={() => leerling && onOpen(leerling.id)}
            >
              {row ? (
                cells(row)
              ) : (
                <div role="gridcell" aria-colindex={1} className={styles.cell}>
                  Wordt opgehaald…
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
