import { makeStyles } from '@fluentui/react-components';
import { useEffect, type RefObject } from 'react';
import { RowGrid } from '../../components/RowGrid.tsx';
import { columns } from './columns.tsx';
import { useListState } from './listState.ts';
import type { ListInput, Pages } from './usePages.ts';

const useStyles = makeStyles({ grid: { flex: '1 1 auto', minHeight: '12rem' } });

interface Props {
  query: ListInput;
  pages: Pages;
  onOpen: (id: number) => void;
  onRange: (first: number, last: number) => void;
  /** Set by the grid: puts the keyboard on the active row. */
  focusRef: RefObject<(() => void) | null>;
}

/** The pupils that were asked for; on return from a card the keyboard is on the row of that pupil. */
export function LeerlingGrid({ query, pages, onOpen, onRange, focusRef }: Props) {
  const styles = useStyles();
  const active = useListState((state) => state.active);
  const { setActive, setScrollTop } = useListState.getState();
  useEffect(() => {
    if (useListState.getState().left) focusRef.current?.();
    useListState.getState().setLeft(false);
  }, [focusRef]);
  return (
    <RowGrid
      label="Leerlingen"
      columns={columns}
      minWidth="58rem"
      className={styles.grid}
      total={pages.total}
      cellsAt={(index) => {
        const leerling = pages.rowAt(index);
        return leerling && columns.map(({ cell }) => cell(leerling));
      }}
      busy={pages.isFetching}
      active={active}
      onActive={setActive}
      onOpen={(index) => {
        const leerling = pages.rowAt(index);
        if (leerling) onOpen(leerling.id);
      }}
      onScroll={(first, last, top) => {
        onRange(first, last);
        setScrollTop(top);
      }}
      initialTop={useListState.getState().scrollTop}
      shown={JSON.stringify(query)}
      focusRef={focusRef}
    />
  );
}
