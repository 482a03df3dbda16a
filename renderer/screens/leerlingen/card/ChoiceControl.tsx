import { Combobox, makeStyles, Option, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { choiceText, type Choice } from '../../../texts/values.ts';

/** Longer lists than this are searched by typing. */
const LONG_LIST = 45;
const MOST_SHOWN = 50;

const useStyles = makeStyles({ control: { minWidth: 0, width: '100%' } });

/** What every control of a gegeven gets. */
export interface ControlProps {
  id: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
  onBlur: () => void;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

interface Props extends ControlProps {
  choices: readonly Choice[];
  /** How a value is called that is not among them. */
  unoffered: string;
  /** Any other text is right as well: the choices only suggest. */
  free?: boolean;
}

/** A gegeven that is chosen from a list; a long list, and one that only suggests, is searched by typing. */
export const ChoiceControl = (props: Props) =>
  props.free === true || props.choices.length > LONG_LIST ? <SearchedChoice {...props} /> : <ListedChoice {...props} />;

function ListedChoice({ choices, unoffered, value, onChange, onBlur, readOnly, free: _free, ...field }: Props) {
  const styles = useStyles();
  const isKnown = choices.some(({ code }) => code === value);
  return (
    <Select
      {...field}
      className={styles.control}
      value={value}
      disabled={readOnly}
      onChange={(_, data) => onChange(data.value)}
      onBlur={onBlur}
    >
      <option value="">(leeg)</option>
      {value && !isKnown ? <option value={value}>{unoffered}</option> : null}
      {choices.map((choice) => (
        <option key={choice.code} value={choice.code}>
          {choiceText(choice)}
        </option>
      ))}
    </Select>
  );
}

function SearchedChoice({
  choices,
  unoffered: _unoffered,
  value,
  onChange,
  onBlur,
  readOnly,
  free = false,
  ...field
}: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const current = choices.find(({ code }) => code === value);
  const shown = current ? choiceText(current) : value;
  const wanted = (typed ?? '').trim().toLowerCase();
  const fits = (text: string) => (free ? text.startsWith(wanted) : text.includes(wanted));
  const found = choices.filter((choice) => fits(choiceText(choice).toLowerCase())).slice(0, MOST_SHOWN);
  const type = (text: string) => {
    setTyped(text);
    if (free) onChange(text);
  };
  const leave = () => {
    // What was typed is kept: a code or a label that is known, otherwise the text itself, which the voorcontrole names.
    if (typed !== undefined) {
      const match = choices.find(({ code, label }) => code === typed.trim() || label.toLowerCase() === wanted);
      onChange(match?.code ?? typed.trim());
    }
    setTyped(undefined);
    onBlur();
  };
  return (
    <Combobox
      {...field}
      className={styles.control}
      freeform
      value={typed ?? shown}
      selectedOptions={value ? [value] : []}
      disabled={readOnly}
      placeholder={free ? '' : 'Typ een naam of code'}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onOptionSelect={(_, data) => {
        setTyped(undefined);
        if (data.optionValue !== undefined) onChange(data.optionValue);
      }}
      onBlur={leave}
    >
      {found.map((choice) => (
        <Option key={choice.code} value={choice.code} text={choiceText(choice)}>
          {choiceText(choice)}
        </Option>
      ))}
    </Combobox>
  );
}
