import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type Control } from 'react-hook-form';
import type { Settings } from '../../../shared/api/settings.ts';
import { useAction } from '../../app/api.ts';
import { useGuard } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PeopleFields } from '../../components/PeopleFields.tsx';
import { SchoolFields } from '../../components/SchoolFields.tsx';
import { judgedForm, type SchoolForm } from '../../components/schoolForm.ts';
import { Section } from '../../components/Section.tsx';
import { showAtField, TextField } from '../../components/TextField.tsx';
import { ExchangeFields } from './ExchangeFields.tsx';
import { formOf, settingsForm, settingsOf, type SettingsForm } from './settingsForm.ts';

const useStyles = makeStyles({
  // A fieldset, so that a person who may only look cannot type.
  fields: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  bar: {
    position: 'sticky',
    bottom: '-40px',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    justifyContent: 'flex-end',
    padding: '12px 24px',
    marginBottom: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow8,
  },
  words: { flex: '1 1 auto' },
  failure: { flex: '1 1 100%' },
});

const judge = zodResolver(settingsForm);

/** Against the resetOptions of the form, which hold for every reset. */
const EVERYTHING = { keepDirtyValues: false };

/** The settings that are saved together: school, people, exchange and lock. */
export function SettingsEditor({ settings, readOnly }: { settings: Settings; readOnly: boolean }) {
  const styles = useStyles();
  const notify = useNotify();
  const form = useForm<SettingsForm>({
    values: formOf(settings),
    // What is being typed stays when the settings are fetched again.
    resetOptions: { keepDirtyValues: true },
    resolver: (values, context, options) => judge(judgedForm(values), context, options),
  });
  const save = useAction('settings.save', {
    onSuccess: (saved) => {
      form.reset(formOf(saved), EVERYTHING);
      notify('De instellingen zijn opgeslagen.');
    },
    onError: ({ failure }) => showAtField(form, failure),
  });
  const { isDirty } = form.formState;
  const discard = () => {
    form.reset(formOf(settings), EVERYTHING);
    save.reset();
  };
  const submit = (): Promise<boolean> =>
    new Promise((done) => {
      void form.handleSubmit(
        (values) =>
          save.mutateAsync(settingsOf(values)).then(
            () => done(true),
            () => done(false),
          ),
        () => done(false),
      )();
    });
  useGuard(isDirty, { save: submit, discard });

  const schoolControl = form.control as unknown as Control<SchoolForm>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) void submit();
      }}
    >
      <fieldset className={styles.fields} disabled={readOnly}>
        <Section
          title="School"
          description="BRIN, soort en aanleverpunt liggen vast zodra er een melding is verstuurd."
        >
          <SchoolFields control={schoolControl} />
        </Section>
        <Section title="Contactpersoon en gemachtigde">
          <PeopleFields control={schoolControl} />
        </Section>
        <Section
          title="Verbinding met BRON"
          description="Deze instellingen krijgt u van uw leverancier of systeembeheerder. Verander ze alleen op hun verzoek."
        >
          <ExchangeFields control={form.control} setValue={form.setValue} />
        </Section>
        <Section title="Vergrendelen">
          <TextField
            control={form.control}
            name="idleMinutes"
            label="Minuten zonder invoer voor het programma zich vergrendelt"
            hint="1 tot 120 minuten. Vergrendelen kan ook met Ctrl+L."
            mistake="Kies een aantal minuten van 1 tot en met 120."
            maxLength={3}
          />
        </Section>
      </fieldset>
      {isDirty || save.isPending || save.error ? (
        <div className={styles.bar} role="region" aria-label="Wijzigingen">
          <div className={styles.failure}>
            <FailureMessage failure={save.error?.failure} />
          </div>
          <Text className={styles.words}>Er zijn wijzigingen die nog niet zijn opgeslagen.</Text>
          <Button disabled={save.isPending} onClick={discard}>
            Weggooien
          </Button>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={save.isPending}
            {...(save.isPending ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {save.isPending ? 'Opslaan…' : 'Opslaan'}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
