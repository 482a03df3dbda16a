import { makeStyles } from '@fluentui/react-components';
import type { Output } from '../../../../shared/api/contract.ts';
import { longDate } from '../../uitwisselen/moments.ts';

type Head = Pick<Output<'reports.day'>, 'replaces' | 'note' | 'vestigingen' | 'bronKnown'>;

/** What a sheet is, in the place of what, and of which school. */
export function SheetHead({ head, school, about }: { head: Head; school: string; about: string }) {
  return (
    <>
      <p>
        {school}, {about}. Geteld in de eigen administratie.
      </p>
      {head.replaces ? <p>Komt in de plaats van: {head.replaces}.</p> : null}
      {head.note ? <p>{head.note}</p> : null}
    </>
  );
}

const vestigingColumns = ({ vestigingen }: Head) => (vestigingen.length > 1 ? vestigingen : []);

/** How many columns {@link NumberHeads} has. */
export const numberColumns = (head: Head, hasGtb: boolean): number =>
  vestigingColumns(head).length + 1 + Number(head.bronKnown) + Number(hasGtb);

/** The headings of the numbers: one for each vestiging when there are more, and what the sides are called. */
export function NumberHeads({ head, hasGtb }: { head: Head; hasGtb: boolean }) {
  return (
    <>
      {vestigingColumns(head).map(({ volgnummer, naam }) => (
        <th key={volgnummer} scope="col">
          {volgnummer} {naam}
        </th>
      ))}
      <th scope="col">Totaal</th>
      {head.bronKnown ? <th scope="col">In BRON</th> : null}
      {hasGtb ? <th scope="col">Op de GTB</th> : null}
    </>
  );
}

interface Numbers {
  own: readonly number[];
  total: number;
  bron: number;
  gtb?: number | undefined;
}

interface CellsProps {
  head: Head;
  hasGtb: boolean;
  numbers: Numbers;
  text: (value: number) => string;
}

/** The numbers of a row, below {@link NumberHeads}. */
export function NumberCells({ head, hasGtb, numbers, text }: CellsProps) {
  return (
    <>
      {vestigingColumns(head).map(({ volgnummer }, index) => (
        <td key={volgnummer}>{text(numbers.own[index] ?? 0)}</td>
      ))}
      <td>{text(numbers.total)}</td>
      {head.bronKnown ? <td>{text(numbers.bron)}</td> : null}
      {hasGtb ? <td>{numbers.gtb === undefined ? '–' : text(numbers.gtb)}</td> : null}
    </>
  );
}

/** What the numbers rest on, small, at the foot. */
export function SheetFoot({ assumptions }: { assumptions: readonly string[] }) {
  return (
    <>
      <h3>Waar dit blad van uitgaat</h3>
      <ul>
        {assumptions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>Op dit blad staan geen gegevens van leerlingen. Alleen BRON beslist.</p>
    </>
  );
}

const useStyles = makeStyles({
  lines: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '32px', marginTop: '48px' },
  line: { borderTop: '1px solid currentColor', paddingTop: '4px' },
});

/** Where the sheet is signed, and by when it is handed in. */
export function Signature({ handInBy }: { handInBy?: string | undefined }) {
  const styles = useStyles();
  return (
    <>
      {handInBy ? <p>Uiterlijk in te leveren op {longDate(handInBy)}.</p> : null}
      <div className={styles.lines}>
        <span className={styles.line}>Naam en functie</span>
        <span className={styles.line}>Datum en handtekening</span>
      </div>
    </>
  );
}
