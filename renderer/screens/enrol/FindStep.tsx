import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { isDate, formatDutchDate } from '../../../shared/domain/dates.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { DateField } from '../../components/DateField.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { StepPage } from './StepPage.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  match: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
});

/** What is looked for before somebody is taken to be a new pupil. */
export interface Sought {
  number: string;
  achternaam: string;
  geboortedatum: string;
}

type Match = Output<'enrolment.find'>['matches'][number];

/** Since when a found pupil is enrolled, or until when it was. */
function historyOf({ inBin, datumInschrijving, datumUitschrijving }: Match): string {
  if (inBin) return 'ligt in de prullenbak';
  if (datumUitschrijving) return `uitgeschreven op ${formatDutchDate(datumUitschrijving)}`;
  return datumInschrijving ? `ingeschreven sinds ${formatDutchDate(datumInschrijving)}` : 'nog zonder inschrijving';
}

interface Props {
  sought: Sought;
  onSought: (change: Partial<Sought>) => void;
  onNew: () => void;
  onKnown: (leerlingId: number) => void;
}

/** Looks whether the pupil is known already: by number, or by surname and birth date. */
export function FindStep({ sought, onSought, onNew, onKnown }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const number = sought.number.replaceAll(/\s/g, '');
  const byName = sought.achternaam.trim() !== '' && isDate(sought.geboortedatum);
  const enough = /^\d{9}$/.test(number) || byName;
  const query = {
    ...(/^\d{9}$/.test(number) ? { number } : {}),
    ...(byName ? { achternaam: sought.achternaam, geboortedatum: sought.geboortedatum } : {}),
  };
  const found = useOperation('enrolment.find', query, { enabled: enough, keepPrevious: true });
  const restore = useAction('bin.restore', {
    onSuccess: ({ leerlingId }) => {
      notify('De leerling is teruggezet uit de prullenbak.');
      onKnown(leerlingId);
    },
  });
  const matches = enough ? (found.data?.matches ?? []) : [];

  return (
    <StepPage step="find" next="Nieuwe leerling invoeren" onNext={onNew}>
      <Section
        title="Zoeken"
        description="Zo komt een leerling niet twee keer in de administratie. Vul het nummer in, of de achternaam en de geboortedatum."
      >
        <div className={styles.fields}>
          <Field label="BSN of onderwijsnummer">
            <Input
              value={sought.number}
              maxLength={20}
              inputMode="numeric"
              autoComplete="off"
              onChange={(_, data) => onSought({ number: data.value })}
            />
          </Field>
          <Field label="Achternaam" hint="Zonder voorvoegsel.">
            <Input
              value={sought.achternaam}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => onSought({ achternaam: data.value })}
            />
          </Field>
          <DateField
            label="Geboortedatum"
            partial
            value={sought.geboortedatum}
            onChange={(geboortedatum) => onSought({ geboortedatum })}
          />
        </div>
      </Section>
      <FailureMessage failure={found.error?.failure ?? restore.error?.failure} />
      {matches.length > 0 ? (
        <Section title="Deze leerling is misschien al bekend">
          <ul className={styles.list} aria-label="Bekende leerlingen">
            {matches.map((match) => {
              const { leerlingId, naam, geboortedatum, inBin } = match;
              return (
                <li key={leerlingId} className={styles.match}>
                  <Text>
                    <strong>{naam}</strong>
                    {geboortedatum ? `, geboren op ${formatDutchDate(geboortedatum)}` : ''}, {historyOf(match)}
                  </Text>
                  {inBin ? (
                    <Button
                      aria-label={`Terugzetten en inschrijven: ${naam}`}
                      disabled={restore.isPending}
                      onClick={() => restore.mutate({ kind: 'leerling', id: leerlingId })}
                    >
                      Terugzetten en inschrijven
                    </Button>
                  ) : (
                    <Button aria-label={`Deze leerling inschrijven: ${naam}`} onClick={() => onKnown(leerlingId)}>
                      Deze leerling inschrijven
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      ) : (
        <MessageBar intent={enough && found.isSuccess ? 'success' : 'info'} role="status" layout="multiline">
          <MessageBarBody>
            {enough && found.isSuccess
              ? 'Deze leerling staat nog niet in de administratie.'
              : 'Weet u zeker dat de leerling nieuw is, dan kunt u zonder zoeken verder.'}
          </MessageBarBody>
        </MessageBar>
      )}
    </StepPage>
  );
}
