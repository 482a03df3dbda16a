import {
  Field,
  InfoLabel,
  Input,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
  type LabelProps,
} from '@fluentui/react-components';
import { useState, type ClipboardEvent } from 'react';
import type { FieldElement } from '../../../../shared/pve/gegevensset/types.ts';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from './context.ts';
import { valueAt } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { ChoiceControl, type ControlProps } from './ChoiceControl.tsx';
import { MarkNote } from './MarkNote.tsx';
import { domId, fieldLabel, type CardPlace } from './places.ts';
import { sayingAt, wordsId } from './saying.ts';
import { useGroepNames } from './useGroepNames.ts';
import { choicesOf, numberHint, suggestionsFor, tidyText, unofferedText } from '../../../texts/values.ts';

/** More than can be kept: a too long text is not cut off but shown as wrong. */
const LONGEST_TYPED = 5000;

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
  },
  control: { minWidth: 0, width: '100%' },
});

interface Props {
  element: FieldElement;
  /** Key of the inschrijving; absent for the persoonsgegevens. */
  scope?: string;
  place: CardPlace;
  /** What the field is called; left out: by its gegeven and its place. */
  label?: string;
  /** In a table the heading of the column is the visible label. */
  inTable?: boolean;
  /** Lines of a longer text. */
  rows?: number;
  readOnly?: boolean;
  hint?: string;
  onDate?: string | undefined;
  /** The code that the value belongs to: the gewichtenregeling of a gewicht, the eindtoets of a niveau. */
  scheme?: string | undefined;
}

/** One gegeven of the gegevensset as a field, with what the voorcontrole and BRON say of it. */
export function GegevenField({ element, scope, place, inTable = false, rows, hint, onDate, scheme, ...props }: Props) {
  const styles = useStyles();
  const context = useCardContext();
  const { card, mine, signalenAt, conflictAt, highlighted, today } = context;
  const id = domId(scope ?? '', place);
  const value = valueAt(mine, scope, place) ?? '';
  const readOnly = context.readOnly || props.readOnly === true;
  const [typing, setTyping] = useState(false);
  const names = useGroepNames(element.key === 'groep' && !readOnly ? (onDate ?? today) : undefined);
  const { wrong: judgedWrong, texts, reported } = sayingAt(context, element, scope, place);
  const noNumber = typing || texts.length > 0 ? undefined : numberHint(element, value);
  const wrong = judgedWrong || noNumber !== undefined;
  const message = [noNumber, ...texts, reported].filter(Boolean).join(' ') || undefined;
  const label = props.label ?? (inTable ? fieldLabel(element, place, context.kindAt(scope)) : element.name);
  const change = (next: string) => card.edit(scope, place, next);
  const className = mergeClasses(inTable && styles.inTable);

  const isDate = element.format === 'datum' || element.format === 'partialDate';
  const choiceContext = { ...context.choices, onDate: onDate ?? today, scheme };
  const choices = isDate
    ? undefined
    : choicesOf(element, choiceContext)?.filter(({ code }) => context.offers(scope, element.key, code));
  const suggestions = suggestionsFor(element);
  // A cell is too narrow for words: those stand in the row below.
  const described = inTable ? { 'aria-label': label, 'aria-describedby': wordsId(id) } : {};
  const control: ControlProps = { id, value, readOnly, onChange: change, onBlur: card.check, ...described };
  const tidyPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value: all, selectionStart, selectionEnd } = event.currentTarget;
    // Only where the pasted text is the whole of the field.
    if (readOnly || all.slice(selectionStart ?? 0, selectionEnd ?? 0) !== all) return;
    event.preventDefault();
    change(tidyText(element, event.clipboardData.getData('text')));
  };
  const leaveText = () => {
    setTyping(false);
    const tidy = tidyText(element, value);
    if (!readOnly && tidy !== value) change(tidy);
    card.check();
  };
  const text = {
    ...described,
    id,
    value,
    readOnly,
    maxLength: LONGEST_TYPED,
    autoComplete: 'off',
    spellCheck: rows !== undefined,
    className: styles.control,
    onChange: (_: unknown, data: { value: string }) => {
      setTyping(true);
      change(data.value);
    },
    onBlur: leaveText,
  };

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
          {...(inTable ? { describedBy: wordsId(id) } : {})}
        />
      ) : (
        <Field
          className={className}
          required={element.required}
          {...(hint ? { hint } : {})}
          validationState={message === undefined ? 'none' : wrong ? 'error' : 'warning'}
          validationMessage={message === undefined || inTable ? undefined : { children: message, role: undefined }}
          {...(inTable
            ? {}
            : {
                label: {
                  htmlFor: id,
                  children: (_: unknown, slotProps: LabelProps) => (
                    <InfoLabel
                      {...slotProps}
                      htmlFor={id}
                      {...(element.help ? { info: element.help, infoButton: { 'aria-label': 'Uitleg bij' } } : {})}
                    >
                      {label}
                    </InfoLabel>
                  ),
                },
              })}
        >
          {choices || suggestions ? (
            <ChoiceControl
              {...control}
              choices={choices ?? suggestions ?? []}
              unoffered={unofferedText(element, value, choiceContext)}
              free={choices === undefined}
            />
          ) : rows === undefined ? (
            <Input
              {...text}
              {...(names.length > 0 ? { list: `${id}-names` } : {})}
              inputMode={element.format === 'num' ? 'numeric' : 'text'}
              onPaste={tidyPaste}
            />
          ) : (
            <Textarea {...text} rows={rows} resize="vertical" />
          )}
        </Field>
      )}
      {names.length > 0 ? (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
      <MarkNote scope={scope} place={place} value={value} />
      {inTable ? null : (
        <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} element={element} />
      )}
    </div>
  );
}
