import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { vakantieregios, type Vakantieregio } from '../../../shared/domain/holidays.ts';
import type { Holiday } from '../../../shared/domain/schoolYear.ts';
import { useAction } from '../../app/api.ts';
import { useGuard } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { DateField } from '../../components/DateField.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { countOf } from '../../texts/format.ts';
import {
  dayMistake,
  holidayMistake,
  isComplete,
  savedDraft,
  schoolDaysOf,
  withProposal,
  type SchoolYearDraft,
} from './schoolYearDraft.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  row: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
    alignItems: 'start',
  },
  holiday: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) auto',
    alignItems: 'start',
    marginBottom: '8px',
    '@media (max-width: 700px)': { gridTemplateColumns: '1fr' },
  },
  remove: { marginTop: '26px', '@media (max-width: 700px)': { marginTop: 0 } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: '8px' },
});

const regioNames: Record<Vakantieregio, string> = { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' };

interface Props {
  schooljaar: string;
  data: Output<'schoolYears.list'>;
  mayEdit: boolean;
}

/** Types the school days and holidays of one school year; what is known can be taken over. */
export function SchoolYearForm({ schooljaar, data, mayEdit }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const saved = savedDraft(data, schooljaar);
  const version = data.years.find((year) => year.schooljaar === schooljaar)?.version;
  const [typed, setTyped] = useState<SchoolYearDraft>();
  const [tried, setTried] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const draft = typed ?? saved;
  const dirty = typed !== undefined && JSON.stringify(typed) !== JSON.stringify(saved);
  // What was typed has been saved, or was put back by hand.
  if (typed !== undefined && !dirty) setTyped(undefined);
  const saveRegio = useAction('schoolYears.saveVakantieregio');
  const save = useAction('schoolYears.save');
  const change = (part: Partial<SchoolYearDraft>) => setTyped({ ...draft, ...part });
  const setHoliday = (index: number, part: Partial<Holiday>) =>
    change({ holidays: draft.holidays.map((holiday, at) => (at === index ? { ...holiday, ...part } : holiday)) });
  const addHoliday = () => {
    change({ holidays: [...draft.holidays, { naam: '', first: '', last: '' }] });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role="group"]:last-of-type input')?.focus());
  };
  const discard = () => {
    setTyped(undefined);
    setTried(false);
    save.reset();
  };
  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (!isComplete(draft, schooljaar)) return false;
    try {
      if (draft.vakantieregio !== '' && draft.vakantieregio !== saved.vakantieregio)
        await saveRegio.mutateAsync({ vakantieregio: draft.vakantieregio as Vakantieregio });
      const { firstDay, lastDay } = draft;
      const holidays = [...draft.holidays].sort((a, b) => a.first.localeCompare(b.first));
      await save.mutateAsync({
        schooljaar,
        ...(version === undefined ? {} : { version }),
        ...(firstDay ? { firstDay } : {}),
        ...(lastDay ? { lastDay } : {}),
        holidays,
      });
      setTyped({ ...draft, holidays });
      setTried(false);
    } catch {
      // The failure stands in the form.
      return false;
    }
    notify(`De schooldagen en vakanties van ${schooljaar} zijn opgeslagen.`);
    return true;
  };
  useGuard(dirty, { save: submit, discard });
  const { days, weeks } = schoolDaysOf(draft, schooljaar, data);
  const order = tried && draft.firstDay && draft.lastDay && draft.lastDay < draft.firstDay;
  return (
    <form
      noValidate
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.row}>
        <Field label="Vakantieregio" hint="Geldt voor alle schooljaren.">
          <Select
            value={draft.vakantieregio}
            disabled={!mayEdit}
            onChange={(_, { value }) => change({ vakantieregio: value })}
          >
            {saved.vakantieregio ? null : <option value="">(nog niet gekozen)</option>}
            {vakantieregios.map((regio) => (
              <option key={regio} value={regio}>
                {regioNames[regio]}
              </option>
            ))}
          </Select>
        </Field>
        <DateField
          label="Eerste schooldag"
          value={draft.firstDay}
          readOnly={!mayEdit}
          error={dayMistake(draft.firstDay, schooljaar)}
          onChange={(firstDay) => change({ firstDay })}
        />
        <DateField
          label="Laatste schooldag"
          value={draft.lastDay}
          readOnly={!mayEdit}
          error={
            dayMistake(draft.lastDay, schooljaar) ?? (order ? 'De laatste schooldag ligt voor de eerste.' : undefined)
          }
          onChange={(lastDay) => change({ lastDay })}
        />
      </div>
      <fieldset ref={list} className={styles.group}>
        <legend className={styles.legend}>
          <Text weight="semibold">Vakanties en vrije dagen</Text>
        </legend>
        {draft.holidays.length === 0 ? <Text>Nog geen vakanties ingevuld.</Text> : null}
        {draft.holidays.map((holiday, index) => {
          const mistake = tried ? holidayMistake(holiday) : undefined;
          const name = holiday.naam || `regel ${index + 1}`;
          return (
            <div key={index} role="group" aria-label={`Vakantie ${index + 1}`} className={styles.holiday}>
              <Field
                label="Naam"
                validationState={mistake === undefined ? 'none' : 'error'}
                validationMessage={mistake}
              >
                <Input
                  value={holiday.naam}
                  maxLength={60}
                  readOnly={!mayEdit}
                  autoComplete="off"
                  onChange={(_, input) => setHoliday(index, { naam: input.value })}
                />
              </Field>
              <DateField
                label="Eerste vrije dag"
                value={holiday.first}
                readOnly={!mayEdit}
                onChange={(first) => setHoliday(index, { first })}
              />
              <DateField
                label="Laatste vrije dag"
                value={holiday.last}
                readOnly={!mayEdit}
                onChange={(last) => setHoliday(index, { last })}
              />
              {mayEdit ? (
                <Button
                  className={styles.remove}
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={`${name} verwijderen`}
                  title="Verwijderen"
                  onClick={() => change({ holidays: draft.holidays.filter((_, at) => at !== index) })}
                />
              ) : null}
            </div>
          );
        })}
        {mayEdit ? (
          <div className={styles.buttons}>
            <Button icon={<AddRegular />} disabled={draft.holidays.length >= 60} onClick={addHoliday}>
              Vakantie toevoegen
            </Button>
            <Button
              disabledFocusable={draft.vakantieregio === ''}
              onClick={() => setTyped(withProposal(draft, schooljaar))}
            >
              Voorgeschreven vakanties en feestdagen invullen
            </Button>
          </div>
        ) : null}
      </fieldset>
      <Text role="status">
        {`Dit schooljaar heeft zo ${countOf(days, 'schooldag', 'schooldagen')} in ${countOf(weeks, 'schoolweek', 'schoolweken')}.`}
      </Text>
      <FailureMessage failure={(saveRegio.error ?? save.error)?.failure} />
      {dirty ? (
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={save.isPending}>
            Schooldagen en vakanties opslaan
          </Button>
          <Button disabled={save.isPending} onClick={discard}>
            Wijzigingen weggooien
          </Button>
        </div>
      ) : null}
    </form>
  );
}
