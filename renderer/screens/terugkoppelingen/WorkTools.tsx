import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons';
import type { WorkGroep, WorkGrouping, WorkKind, WorkOrder, WorkShow } from '../../../shared/api/work.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { groepName } from './sentences.ts';
import { everythingOpen, useWorkState } from './workState.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'flex-end',
    marginBottom: '12px',
  },
  total: { marginLeft: 'auto' },
});

interface Choice<T extends string> {
  value: T;
  text: string;
}

const shows: Choice<WorkShow>[] = [
  { value: 'open', text: 'Wat openstaat' },
  { value: 'all', text: 'Ook wat is afgevinkt' },
  { value: 'unregistered', text: 'Afgevinkt, maar nog niet bij BRON' },
];
const groupings: Choice<WorkGrouping>[] = [
  { value: 'signaal', text: 'Signaal' },
  { value: 'groep', text: 'Groep' },
  { value: 'none', text: 'Niet: één lijst' },
];
const orders: Choice<WorkOrder>[] = [
  { value: 'naam', text: 'Naam' },
  { value: 'groep', text: 'Groep' },
  { value: 'received', text: 'Nieuwste eerst' },
];
const ernsten: Choice<'' | 'A' | 'S'>[] = [
  { value: '', text: 'Afkeur en signalen' },
  { value: 'A', text: 'Alleen afkeur (niet geregistreerd)' },
  { value: 'S', text: 'Alleen signalen (wel geregistreerd)' },
];
const kinds: Choice<'' | WorkKind>[] = [
  { value: '', text: 'Alles' },
  { value: 'signaal', text: 'Gemeld door BRON' },
  { value: 'voorcontrole', text: 'Tegengehouden' },
  { value: 'geweigerd', text: 'Geweigerd door BRON' },
];

interface PickerProps<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

function Picker<T extends string>({ label, choices, value, onChange }: PickerProps<T>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found) onChange(found.value);
  };
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => choose(data.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Of the choice of a groep: none. No groep has this key. */
const ALL = '*';

/** How the work list is divided and limited, and how many rows that leaves. */
export function WorkTools({ groepen, total }: { groepen: readonly WorkGroep[]; total: number }) {
  const styles = useStyles();
  const { choose, show, ernst, code, kind, groep, grouping, order } = useWorkState();
  const isLimited = [ernst, code, kind, groep].some((value) => value !== undefined) || show !== 'open';
  const known = groepen.map((item) => ({ value: item.key, text: `${groepName(item, groepen)} (${item.count})` }));
  // Of the last point of a groep that was ticked off, the choice is still there to be undone.
  const gone = groep !== undefined && !known.some(({ value }) => value === groep);
  const groepChoices = [
    { value: ALL, text: 'Alle groepen' },
    ...known,
    ...(gone ? [{ value: groep, text: 'De gekozen groep (0)' }] : []),
  ];
  return (
    <div className={`${styles.root} no-print`} role="search" aria-label="Werklijst kiezen">
      <Picker
        label="Indelen op"
        choices={groupings}
        value={grouping}
        onChange={(value) => choose({ grouping: value })}
      />
      <Picker label="Volgorde" choices={orders} value={order} onChange={(value) => choose({ order: value })} />
      <Picker
        label="Ernst"
        choices={ernsten}
        value={ernst ?? ''}
        onChange={(value) => choose({ ernst: value === '' ? undefined : value })}
      />
      <Picker
        label="Herkomst"
        choices={kinds}
        value={kind ?? ''}
        onChange={(value) => choose({ kind: value === '' ? undefined : value })}
      />
      <Picker
        label="Groep van de leerling"
        choices={groepChoices}
        value={groep ?? ALL}
        onChange={(value) => choose({ groep: value === ALL ? undefined : value })}
      />
      <Picker label="Tonen" choices={shows} value={show} onChange={(value) => choose({ show: value })} />
      {isLimited ? (
        <Button icon={<FilterDismissRegular />} onClick={() => choose(everythingOpen)}>
          Alles tonen
        </Button>
      ) : null}
      <Text role="status" className={styles.total}>
        {counted(total, 'punt', 'punten')}
      </Text>
    </div>
  );
}
