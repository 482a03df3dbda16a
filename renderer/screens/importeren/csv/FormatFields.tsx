import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  csvDelimiters,
  csvEncodings,
  type CsvDelimiter,
  type CsvEncoding,
  type CsvPreview,
} from '../../../../shared/api/csv.ts';
import { delimiterTexts, encodingTexts } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
});

type Format = Pick<CsvPreview, 'encoding' | 'delimiter'>;

interface Props {
  /** As the file is read now. */
  read: Format;
  busy: boolean;
  onReread: (format: Format) => void;
}

/** The encoding and the separator that were found, and a way to have the file read otherwise. */
export function FormatFields({ read, busy, onReread }: Props) {
  const styles = useStyles();
  const [format, setFormat] = useState<Format>({ encoding: read.encoding, delimiter: read.delimiter });
  const same = format.encoding === read.encoding && format.delimiter === read.delimiter;
  return (
    <div className={styles.root}>
      <Field label="Tekenset">
        <Select
          value={format.encoding}
          onChange={(_, { value }) => setFormat({ ...format, encoding: value as CsvEncoding })}
        >
          {csvEncodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encodingTexts[encoding]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Scheidingsteken">
        <Select
          value={format.delimiter}
          onChange={(_, { value }) => setFormat({ ...format, delimiter: value as CsvDelimiter })}
        >
          {csvDelimiters.map((delimiter) => (
            <option key={delimiter} value={delimiter}>
              {delimiterTexts[delimiter]}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={same || busy} onClick={() => onReread(format)}>
        Opnieuw lezen
      </Button>
    </div>
  );
}
