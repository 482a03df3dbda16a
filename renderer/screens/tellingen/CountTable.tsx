import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { CountRow } from '../../../shared/api/counting.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { openerId, useTellingenState, type Shown } from './tellingenState.ts';
import { differenceText, numberText, sideTexts } from './texts.ts';

const useStyles = makeStyles({
  table: {
    '& .number': { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', width: '8rem' },
  },
  group: { paddingTop: '16px', color: tokens.colorNeutralForeground2 },
  label: { fontWeight: tokens.fontWeightRegular },
  detail: { display: 'block', color: tokens.colorNeutralForeground2 },
  different: { fontWeight: tokens.fontWeightSemibold },
  zeros: { marginTop: tokens.spacingVerticalM },
});

interface Props {
  counts: Output<'tellingen.count'>;
  busy: boolean;
  onShow: (shown: Shown) => void;
}

const isZero = ({ own, bron, gtb = 0 }: CountRow) => own === 0 && bron === 0 && gtb === 0;

/** The rows of a count, with each number of the administration, of BRON and of the GTB, and how they differ. */
export function CountTable({ counts, busy, onShow }: Props) {
  const styles = useStyles();
  const { zeros, choose } = useTellingenState();
  const hasGtb = counts.gtbs.length > 0;
  const rows = counts.rows.filter((row) => zeros || row.code === 'totaal' || !isZero(row));
  const groups = Object.entries(Object.groupBy(rows, ({ group }) => group));
  const columns = hasGtb ? 6 : 4;
  return (
    <>
      <Checkbox
        className={styles.zeros}
        label="Ook rijen waarin overal nul staat"
        checked={zeros}
        onChange={(_, { checked }) => choose({ zeros: checked === true })}
      />
      <LineTable label="Telling" minWidth={hasGtb ? '52rem' : '40rem'} className={styles.table} busy={busy}>
        <thead>
          <tr>
            <th scope="col">Rij</th>
            <th scope="col" className="number">
              {sideTexts.own}
            </th>
            <th scope="col" className="number">
              {sideTexts.bron}
            </th>
            <th scope="col" className="number">
              Verschil
            </th>
            {hasGtb ? (
              <>
                <th scope="col" className="number">
                  {sideTexts.gtb}
                </th>
                <th scope="col" className="number">
                  Verschil met GTB
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, ofGroup = []]) => (
            <Fragment key={group}>
              <tr>
                <th scope="colgroup" colSpan={columns} className={styles.group}>
                  {group}
                </th>
              </tr>
              {ofGroup.map((row) => (
                <Row key={row.code} row={row} hasGtb={hasGtb} onShow={onShow} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </LineTable>
    </>
  );
}

function Row({ row, hasGtb, onShow }: { row: CountRow; hasGtb: boolean; onShow: (shown: Shown) => void }) {
  const styles = useStyles();
  const { label, counts, source, assumed, own, bron, gtb } = row;
  return (
    <tr data-row={row.code}>
      <th scope="row" className={styles.label}>
        {label}
        <Text size={200} className={styles.detail}>
          {counts} ({source}) {assumed}
        </Text>
      </th>
      <NumberCell row={row} side="own" onShow={onShow} />
      <NumberCell row={row} side="bron" onShow={onShow} />
      <td className={mergeClasses('number', own !== bron && styles.different)}>{differenceText(row, own, bron)}</td>
      {hasGtb ? (
        <>
          <td className="number">{gtb === undefined ? '–' : numberText(row, gtb)}</td>
          <td className={mergeClasses('number', gtb !== undefined && own !== gtb && styles.different)}>
            {gtb === undefined ? '–' : differenceText(row, own, gtb)}
          </td>
        </>
      ) : null}
    </tr>
  );
}

/** A number that leads to its pupils, where it counts any. */
function NumberCell({ row, side, onShow }: { row: CountRow; side: 'own' | 'bron'; onShow: (shown: Shown) => void }) {
  const { code, label, named } = row;
  const text = numberText(row, row[side]);
  const shown: Shown = { list: 'row', code, label, side };
  return (
    <td className="number">
      {named && row[side] > 0 ? (
        <TextLink
          id={openerId(shown)}
          label={`${text}: ${label}, ${sideTexts[side]}, leerlingen tonen`}
          onClick={() => onShow(shown)}
        >
          {text}
        </TextLink>
      ) : (
        text
      )}
    </td>
  );
}
