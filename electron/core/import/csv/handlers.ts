import type { CsvPreview } from '../../../../shared/api/csv.ts';
import { LasError } from '../../../../shared/api/errors.ts';
import { today } from '../../../../shared/domain/clock.ts';
import { dateOrders } from '../../../../shared/domain/import/csv/columns.ts';
import { doubleTarget, proposeMapping } from '../../../../shared/domain/import/csv/targets.ts';
import type { HandlersOf, WithFiles } from '../../context.ts';
import { sizeOf } from '../../files/chosenFile.ts';
import { describeOpenImport } from '../preview.ts';
import type { ImportRunner } from '../runner.ts';
import { detectFormat } from './detect.ts';
import type { CsvDraft } from './drafts.ts';
import { inspectCsv } from './inspect.ts';
import { recallMapping, rememberMapping } from './mappings.ts';
import { readCsv } from './read.ts';
import type { CsvFormat } from './rows.ts';

const NOTHING = { zeros: false, serialDates: false, shortYears: false, americanDates: false };

/** The operations on CSV files, up to the open import; from there on the import goes as any other. */
export function csvHandlers(administration: WithFiles, runner: ImportRunner, draft: CsvDraft): HandlersOf<'csv'> {
  const { db, clock, files, emit } = administration;

  const preview = async (id: string, format: CsvFormat): Promise<CsvPreview> => {
    const { path, fileName } = draft.get(id);
    const shape = await runner.inspect((stopped) => inspectCsv(path, format, stopped));
    const known = recallMapping(db, shape.headers);
    const { mapping, repairs } = known ?? { mapping: proposeMapping(shape.headers), repairs: NOTHING };
    return {
      draft: id,
      fileName,
      ...format,
      ...shape,
      mapping: [...mapping],
      repairs: { ...repairs },
      remembered: known !== undefined,
    };
  };

  return {
    'csv.inspect': async ({ token, fileName }) => {
      const path = files.take(token, 'read');
      const id = draft.add({ path, fileName, size: sizeOf(path) });
      return preview(id, await detectFormat(path));
    },
    'csv.reread': ({ draft: id, encoding, delimiter }) => preview(id, { encoding, delimiter }),
    'csv.open': async ({ draft: id, encoding, delimiter, mapping, repairs }) => {
      const { path, fileName, size } = draft.get(id);
      const format = { encoding, delimiter };
      const { headers, columns } = await runner.inspect((stopped) => inspectCsv(path, format, stopped));
      if (mapping.length !== headers.length || mapping.every((key) => key === null))
        throw new LasError('csv-mapping-empty', {}, 'mapping');
      const double = doubleTarget(mapping);
      if (double) throw new LasError('csv-mapping-double', { target: double.label }, 'mapping');
      const reading = {
        headers,
        mapping,
        orders: columns.map(dateOrders),
        repairs,
        year: Number(today(clock).slice(0, 4)),
      };
      await runner.read(fileName, () => readCsv(path, format, reading), size);
      rememberMapping(db, headers, mapping, repairs);
      draft.clear();
      emit('data.changed', { topics: ['import'] });
      const open = describeOpenImport(administration);
      if (!open) throw new LasError('import-none');
      return open;
    },
    'csv.discard': () => {
      draft.clear();
      return {};
    },
  };
}
