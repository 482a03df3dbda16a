import {
  Combobox,
  Field,
  InfoLabel,
  Input,
  makeStyles,
  mergeClasses,
  Option,
  Select,
  tokens,
  type LabelProps,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Gegevenselement } from '../../../../shared/pve/gegevensset/types.ts';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from './context.ts';
import { valueAt } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { domId, type CardPlace } from './places.ts';
import { choicesOf, choiceText, lengthHint, type Choice } from './values.ts';

/** Longer lists than this are searched by typing. */
const LONG_LIST = 45;
/** More than any gegeven may hold: a too long text can still be kept and shown as wrong. */
const STORABLE_LENGTH = 300;

const useStyles = makeStyles({
  // Positioned, so that a label that is only there for the screen reader does not make the page longer.
  root: { position: 'relative', minWidth: 0, scrollMarginBlock: '6rem', borderRadius: tokens.borderRadiusMedium },
  highlighted: {
    outline: `3px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '4px',
  },
  inTable: {
    '& .fui-Input, & .fui-Select': { width: '100%', minWidth: 0 },
    '& .fui-Input__input': { minWidth: 0 },
    '& .fui-Input__contentAfter': { display: 'none' },
    '& .fui-Field__label': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  control: { minWidth: 0, width: '100%' },
});

interface ControlProps {
  id: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
  onBlur: () => void;
}

function ChoiceControl({ choices, ...props }: ControlProps & { choices: readonly Choice[] }) {
  const { value, onChange, onBlur, readOnly, id, ...field } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const current = choices.find(({ code }) => code === value);
  const shown = current ? choiceText(current) : value;
  if (choices.length <= LONG_LIST) {
    return (
      <Select
        {...field}
        id={id}
        className={styles.control}
        value={value}
        disabled={readOnly}
        onChange={(_, data) => onChange(data.value)}
        onBlur={onBlur}
      >
        <option value="">(leeg)</option>
        {value && !current ? <option value={value}>{`${value} (niet in de waardelijst)`}</option> : null}
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choiceText(choice)}
          </option>
        ))}
      </Select>
    );
  }
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = choices.filter((choice) => choiceText(choice).toLowerCase().includes(wanted)).slice(0, 50);
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
      id={id}
      className={styles.control}
      freeform
      value={typed ?? shown}
      selectedOptions={value ? [value] : []}
      disabled={readOnly}
      placeholder="Typ een naam of code"
      onChange={(event) => setTyped(event.target.value)}
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

interface Props {
  element: Gegevenselement;
  /** Key of the inschrijving; absent for the persoonsgegevens. */
  scope?: string;
  place: CardPlace;
  /** In a table the heading of the column is the visible label. */
  inTable?: boolean;
  readOnly?: boolean;
  hint?: string;
  onDate?: string | undefined;
  scheme?: string | undefined;
}

/** One gegeven of the gegevensset as a field, with what the voorcontrole and BRON say of it. */
export function GegevenField({ element, scope, place, inTable = false, hint, onDate, scheme, ...props }: Props) {
  const styles = useStyles();
  const context = useCardContext();
  const { card, mine, findingsAt, signalenAt, conflictAt, highlighted, vestigingen, today } = context;
  const id = domId(scope ?? '', place);
  const value = valueAt(mine, scope, place) ?? '';
  const readOnly = context.readOnly || props.readOnly === true;
  const findings = findingsAt(scope, place);
  const signalen = signalenAt(scope, place).filter(({ state }) => state === 'open');
  const wrong = findings.some(({ ernst }) => ernst === 'A') || signalen.some(({ ernst }) => ernst === 'A');
  const texts = [
    lengthHint(element, value),
    ...findings.map(({ omschrijving, code }) => `${omschrijving} [${code}]`),
    signalen.length > 0 ? 'BRON meldt iets bij dit gegeven: zie hieronder.' : undefined,
  ].filter((text) => text !== undefined);
  const message = texts.length > 0 ? texts.join(' ') : undefined;
  const label = inTable ? `${element.name}, periode ${(place.voorkomen ?? 0) + 1}` : element.name;
  const change = (next: string) => card.edit(scope, place, next);
  const className = mergeClasses(inTable && styles.inTable);

  const isDate = element.format === 'datum' || element.format === 'partialDate';
  const choices = isDate ? undefined : choicesOf(element, { onDate: onDate ?? today, scheme, vestigingen });
  const control: ControlProps = { id, value, readOnly, onChange: change, onBlur: card.check };

  return (
    <div className={mergeClasses(styles.root, highlighted === id && styles.highlighted)}>
      {isDate ? (
        <DateField
          id={id}
          label={label}
          className={className}
          value={value}
          onChange={change}
          onBlur={card.check}
          partial={element.format === 'partialDate'}
          required={element.required}
          readOnly={readOnly}
          {...(inTable ? {} : (hint ?? element.help) ? { hint: hint ?? element.help ?? '' } : {})}
          {...(wrong ? { error: message } : { warning: message })}
        />
      ) : (
        <Field
          className={className}
          required={element.required}
          {...(hint ? { hint } : {})}
          validationState={message === undefined ? 'none' : wrong ? 'error' : 'warning'}
          validationMessage={message === undefined ? undefined : { children: message, role: undefined }}
          label={{
            htmlFor: id,
            children: inTable
              ? label
              : (_: unknown, slotProps: LabelProps) => (
                  <InfoLabel
                    {...slotProps}
                    htmlFor={id}
                    {...(element.help ? { info: element.help, infoButton: { 'aria-label': 'Uitleg bij' } } : {})}
                  >
                    {label}
                  </InfoLabel>
                ),
          }}
        >
          {choices ? (
            <ChoiceControl {...control} choices={choices} />
          ) : (
            <Input
              id={id}
              value={value}
              readOnly={readOnly}
              maxLength={STORABLE_LENGTH}
              autoComplete="off"
              spellCheck={false}
              inputMode={element.format === 'num' ? 'numeric' : 'text'}
              className={styles.control}
              onChange={(_, data) => change(data.value)}
              onBlur={card.check}
            />
          )}
        </Field>
      )}
      {inTable ? null : (
        <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} element={element} />
      )}
    </div>
  );
}
