import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CsvPreview } from '../../../../shared/api/csv.ts';
import { damageIn } from '../../../../shared/domain/import/csv/columns.ts';
import { repairKinds, type RepairKind } from '../../../../shared/domain/import/csv/repairs.ts';
import { Section } from '../../../components/Section.tsx';
import { countOf } from '../../../texts/format.ts';
import { columnName, repairTexts } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  why: { display: 'block', paddingLeft: '2.25rem', color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

/** "BSN: 2 nummers; Geboren: 1 datum", undefined when the columns as mapped do not have this damage. */
function damageText({ headers, columns, mapping }: CsvPreview, kind: RepairKind): string | undefined {
  const { one, more } = repairTexts[kind];
  const parts = columns.flatMap((facts, index) => {
    const count = damageIn(facts, mapping[index] ?? null)[kind];
    return count > 0 ? [`${columnName(headers, index)}: ${countOf(count, one, more)}`] : [];
  });
  return parts.length > 0 ? parts.join('; ') : undefined;
}

interface Props {
  preview: CsvPreview;
  onChange: (repairs: CsvPreview['repairs']) => void;
}

/** What a spreadsheet damaged in the columns as they are mapped, each kind to be repaired only with consent; nothing without damage. */
export function RepairChoice({ preview, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  const damaged = repairKinds.flatMap((kind) => {
    const where = damageText(preview, kind);
    return where === undefined ? [] : [{ kind, where }];
  });
  if (damaged.length === 0) return null;
  return (
    <Section
      title="Door Excel beschadigd"
      description="Er wordt niets hersteld zonder uw vinkje. Wat niet wordt hersteld of overgenomen, staat straks als opmerking bij de leerling."
    >
      <div className={styles.root}>
        {damaged.map(({ kind, where }) => (
          <div key={kind}>
            <Checkbox
              aria-describedby={`${id}-${kind}`}
              checked={preview.repairs[kind]}
              label={`${repairTexts[kind].label} (${where})`}
              onChange={(_, { checked }) => onChange({ ...preview.repairs, [kind]: checked === true })}
            />
            <Text id={`${id}-${kind}`} className={styles.why}>
              {repairTexts[kind].why}
            </Text>
          </div>
        ))}
      </div>
    </Section>
  );
}
