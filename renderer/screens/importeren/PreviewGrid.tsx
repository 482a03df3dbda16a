import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ImportFilter, ImportRow } from '../../../shared/api/import.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { RowGrid, type GridColumn } from '../../components/RowGrid.tsx';
import { actionTexts, rowSentence } from './sentences.ts';
import { useRows } from './useRows.ts';

const useStyles = makeStyles({ grid: { maxHeight: '26rem' } });

const columns: readonly (GridColumn & { cell: (row: ImportRow) => string })[] = [
  { header: 'Nr', width: '3.5rem', cell: ({ number }) => String(number) },
  { header: 'Naam', width: 'minmax(12rem, 2fr)', cell: ({ naam }) => naam },
  { header: 'Geboortedatum', width: '8.5rem', cell: ({ geboortedatum }) => formatDutchDate(geboortedatum ?? '') },
  { header: 'Groep', width: 'minmax(5rem, 1fr)', cell: ({ groep }) => groep ?? '' },
  { header: 'Wat gebeurt er', width: '8rem', cell: ({ action }) => actionTexts[action] },
  { header: 'Bijzonderheden', width: 'minmax(16rem, 4fr)', cell: rowSentence },
];

interface Props {
  filter: ImportFilter;
  /** The row that was opened last: it gets the keyboard back when `opened` ends. */
  opened: number | undefined;
  onOpen: (number: number) => void;
}

/** The pupils of the file and what will happen with each. */
export function PreviewGrid({ filter, opened, onOpen }: Props) {
  const styles = useStyles();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [active, setActive] = useState(0);
  const { total, rowAt } = useRows(filter, range.first, range.last);
  const focusRef = useRef<() => void>(null);
  const wasOpened = useRef(false);
  useEffect(() => {
    if (wasOpened.current && opened === undefined) focusRef.current?.();
    wasOpened.current = opened !== undefined;
  }, [opened]);
  useEffect(() => setActive(0), [filter]);
  return (
    <RowGrid
      label="Leerlingen in het bestand"
      columns={columns}
      minWidth="60rem"
      className={styles.grid}
      total={total}
      cellsAt={(index) => {
        const row = rowAt(index);
        return row && columns.map(({ cell }) => cell(row));
      }}
      active={active}
      onActive={setActive}
      onOpen={(index) => {
        const row = rowAt(index);
        if (row) onOpen(row.number);
      }}
      onScroll={(first, last) =>
        setRange((known) => (known.first === first && known.last === last ? known : { first, last }))
      }
      shown={filter}
      focusRef={focusRef}
    />
  );
}
