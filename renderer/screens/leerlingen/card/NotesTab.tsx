import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { LONGEST_NOTE, type Note } from '../../../../shared/api/notes.ts';
import { formatDutchDate, isDate } from '../../../../shared/domain/dates.ts';
import { useAction, useOperation } from '../../../app/api.ts';
import { useNotify } from '../../../app/notify.tsx';
import { Answer } from '../../../components/Answer.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { OfferedDraft } from '../../../components/OfferedDraft.tsx';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import type { NoteDraft } from './useNote.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '60rem' },
  date: { maxWidth: '16rem' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  note: { maxWidth: '80ch' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: `${tokens.spacingVerticalXS} 0` },
});

/** Dated notes about a pupil: one is written above, the newest stands first below. */
export function NotesTab({ leerlingId, note }: { leerlingId: number; note: NoteDraft }) {
  const styles = useStyles();
  const { readOnly } = useCardContext();
  const notify = useNotify();
  const field = useRef<HTMLTextAreaElement>(null);
  const notes = useOperation('notes.list', { leerlingId });
  const save = useAction('notes.save');
  const remove = useAction('notes.remove');
  const { form, write, edit, clear } = note;
  const isNew = form.id === undefined;
  const mayTake = isDate(form.date) && form.text.trim() !== '';

  const submit = async () => {
    const { id, version, date, text } = form;
    const known = id === undefined || version === undefined ? {} : { id, version };
    await save.mutateAsync({ leerlingId, ...known, date, text }).then(
      () => {
        clear();
        notify('De notitie is opgeslagen.');
        field.current?.focus();
      },
      // The failure stands in the form, with what was written.
      () => undefined,
    );
  };
  const takeAway = async ({ id, version }: Note) => {
    await remove.mutateAsync({ leerlingId, id, version }).then(
      () => notify('De notitie is weggehaald. Met Laatste wijziging ongedaan maken komt zij terug.'),
      () => undefined,
    );
  };

  return (
    <>
      {readOnly ? null : (
        <Section title={isNew ? 'Nieuwe notitie' : 'Notitie wijzigen'}>
          <OfferedDraft offered={note.offered} onResume={note.resume} />
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <DateField
              className={styles.date}
              label="Datum"
              value={form.date}
              onChange={(date) => write({ date })}
              required
            />
            <Field label="Tekst" required>
              <Textarea
                ref={field}
                rows={4}
                resize="vertical"
                value={form.text}
                maxLength={LONGEST_NOTE}
                onChange={(_, data) => write({ text: data.value })}
              />
            </Field>
            <FailureMessage failure={save.error?.failure} />
            <div className={styles.buttons}>
              <Button type="submit" appearance="primary" disabledFocusable={!mayTake || save.isPending}>
                Notitie opslaan
              </Button>
              {isNew && form.text === '' ? null : <Button onClick={clear}>Weggooien</Button>}
            </div>
          </form>
        </Section>
      )}
      <Section title="Notities">
        <FailureMessage failure={remove.error?.failure} />
        <Answer query={notes}>
          {({ notes: written }) =>
            written.length === 0 ? (
              <Text>Er zijn nog geen notities over deze leerling.</Text>
            ) : (
              <ul className={styles.list}>
                {written.map((item) => (
                  <li key={item.id} className={styles.note}>
                    <Text weight="semibold">
                      {formatDutchDate(item.date)}, {item.by ?? 'een vroegere gebruiker'}
                    </Text>
                    <p className={styles.text}>{item.text}</p>
                    {readOnly ? null : (
                      <div className={styles.buttons}>
                        <Button
                          size="small"
                          aria-label={`Notitie van ${formatDutchDate(item.date)} wijzigen`}
                          onClick={() => {
                            edit(item);
                            field.current?.focus();
                          }}
                        >
                          Wijzigen
                        </Button>
                        <Button
                          size="small"
                          aria-label={`Notitie van ${formatDutchDate(item.date)} weghalen`}
                          onClick={() => void takeAway(item)}
                        >
                          Weghalen
                        </Button>
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </Section>
    </>
  );
}
