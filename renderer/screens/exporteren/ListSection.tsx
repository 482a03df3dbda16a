import { Button, Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Input, Output } from '../../../shared/api/contract.ts';
import { listNames, lists, standardColumns, type ListName } from '../../../shared/domain/export/columns.ts';
import { useToday } from '../../app/clock.ts';
import { useKind } from '../../app/useKind.ts';
import { Section } from '../../components/Section.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ColumnSets } from './ColumnSets.tsx';
import { firstChoice, PupilChoice } from './PupilChoice.tsx';
import { outcomeSentences } from './sentences.ts';
import { useExport } from './useExport.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}` },
  narrow: { maxWidth: '20rem' },
});

type Format = Input<'export.list'>['format'];
type Dates = NonNullable<Input<'export.list'>['dates']>;

interface Props {
  options: Output<'export.options'>;
  onSetsChanged: () => void;
}

/** A list as a file for Excel. */
export function ListSection({ options, onSetsChanged }: Props) {
  const styles = useStyles();
  const today = useToday();
  const kind = useKind();
  const [list, setList] = useState<ListName>('leerlingen');
  const [columns, setColumns] = useState(() => standardColumns('leerlingen', kind));
  const [choice, setChoice] = useState(firstChoice);
  const [format, setFormat] = useState<Format>('xlsx');
  const [dates, setDates] = useState<Dates>('dd-mm-yyyy');
  const { running, start, report } = useExport('export.list', (outcome) => outcomeSentences(outcome, 'rij', 'rijen'));

  const numbers = new Set(lists[list].columns.filter(({ sensitive }) => sensitive === 'number').map(({ key }) => key));
  const written = columns.filter((key) => choice.withNumbers || !numbers.has(key));
  const { groep, ...rest } = choice;

  return (
    <Section
      title="Lijst voor Excel"
      description="Een lijst met de kolommen die u kiest, als Excel-bestand of als CSV. Een Excel-bestand bewaart nullen vooraan en datums zoals ze zijn; kies CSV als een ander programma daarom vraagt."
    >
      <div className={styles.root}>
        <Field label="Lijst" className={styles.narrow}>
          <Select
            value={list}
            onChange={(_, { value }) => {
              setList(value as ListName);
              setColumns(standardColumns(value as ListName, kind));
            }}
          >
            {listNames.map((name) => (
              <option key={name} value={name}>
                {lists[name].title}
              </option>
            ))}
          </Select>
        </Field>
        <PupilChoice
          choice={choice}
          onChange={setChoice}
          groepen={options.groepen}
          about={list === 'werklijst' ? 'numbers' : 'everything'}
        />
        <ColumnSets
          key={list}
          list={list}
          sets={options.columnSets}
          chosen={columns}
          onChoose={setColumns}
          onChanged={onSetsChanged}
        />
        <ColumnChoice list={list} chosen={written} onChange={setColumns} withNumbers={choice.withNumbers} />
        <div className={styles.row}>
          <Field label="Soort bestand">
            <RadioGroup layout="horizontal" value={format} onChange={(_, { value }) => setFormat(value as Format)}>
              <Radio value="xlsx" label="Excel (XLSX)" />
              <Radio value="csv" label="CSV" />
            </RadioGroup>
          </Field>
          <Field label="Datums">
            <RadioGroup layout="horizontal" value={dates} onChange={(_, { value }) => setDates(value as Dates)}>
              <Radio value="dd-mm-yyyy" label="31-12-2009" />
              <Radio value="yyyy-mm-dd" label="2009-12-31" />
            </RadioGroup>
          </Field>
        </div>
        <div>
          <Button
            appearance="primary"
            icon={<ArrowExportRegular />}
            disabledFocusable={running || written.length === 0}
            onClick={() =>
              void start(`${list}-${today}.${format}`, {
                list,
                format,
                dates,
                columns: written,
                ...rest,
                ...(groep ? { groep } : {}),
              })
            }
          >
            Lijst exporteren…
          </Button>
          {report}
        </div>
      </div>
    </Section>
  );
}
