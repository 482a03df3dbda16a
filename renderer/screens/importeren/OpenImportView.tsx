import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, SaveRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { importFilter, type ImportAction, type ImportFilter, type OpenImport } from '../../../shared/api/import.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { CandidateDialog } from './CandidateDialog.tsx';
import { PreviewGrid } from './PreviewGrid.tsx';
import { Questions } from './Questions.tsx';
import { actionTexts, filterCount, filterTexts, planText } from './sentences.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'flex-end',
  },
  count: { marginLeft: 'auto', paddingBottom: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: '1.25rem', maxHeight: '14rem', overflowY: 'auto' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** What the file says of itself, in one line. */
function headerText({ header, counts }: OpenImport): string {
  const parts = [
    countOf(counts.total, 'leerling', 'leerlingen'),
    header.versie ? `EDEXML ${header.versie}` : '',
    header.brinnummer ? `school ${header.brinnummer}` : '',
    header.schooljaar ? `schooljaar ${header.schooljaar}` : '',
    header.peildatum ? `peildatum ${formatDutchDate(header.peildatum)}` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function Remarks({ open }: { open: OpenImport }) {
  const styles = useStyles();
  if (open.remarks.length === 0) return null;
  return (
    <details>
      <summary>{countOf(open.remarks.length, 'opmerking over het bestand', 'opmerkingen over het bestand')}</summary>
      <ul className={styles.list} aria-label="Opmerkingen over het bestand">
        {open.remarks.map(({ sentence, line }, index) => (
          <li key={`${index} ${sentence}`}>
            {line === undefined ? '' : `Regel ${line}: `}
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Props {
  open: OpenImport;
  busy: boolean;
  failure: LasFailure | undefined;
  onApply: (replacementsSeen: boolean) => void;
  onCancel: () => void;
}

/** The import that was read: what the file is, the questions, the pupils, and the button that saves them. */
export function OpenImportView({ open, busy, failure, onApply, onCancel }: Props) {
  const styles = useStyles();
  const [filter, setFilter] = useState<ImportFilter>('alle');
  const [number, setNumber] = useState<number>();
  const [seen, setSeen] = useState(false);
  const school = useOperation('settings.get', {}).data?.school;
  const answer = useAction('import.answer');
  const choose = useAction('import.choose');
  const { counts } = open;
  const saved = counts.nieuw + counts.bijwerken;
  const ready = saved > 0 && (counts.vervangt === 0 || seen) && (!open.otherSchool || open.answers.otherSchool);

  return (
    <>
      <Section title={open.fileName} description={headerText(open)}>
        <div className={styles.stack}>
          {counts.onvolledig > 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>
                  {countOf(counts.onvolledig, 'leerling is', 'leerlingen zijn')} onvolledig
                </MessageBarTitle>
                Persoonsgegevens die ontbreken worden nooit ingevuld. Na het opslaan staan deze leerlingen op de lijst
                Onvolledig.
              </MessageBarBody>
            </MessageBar>
          ) : null}
          <Remarks open={open} />
        </div>
      </Section>
      <Section
        title="Vragen"
        description="Wat het bestand niet zegt, beantwoordt u hier één keer voor alle leerlingen."
      >
        <Questions
          open={open}
          vestigingen={school?.vestigingen ?? []}
          onAnswer={(answers) => {
            answer.mutate(answers);
          }}
        />
        <FailureMessage failure={answer.error?.failure} />
      </Section>
      <Section title="Leerlingen" description="Kies een leerling om de gegevens te zien en te bepalen wat er gebeurt.">
        <div className={styles.stack}>
          <div className={styles.tools}>
            <Field label="Tonen">
              <Select value={filter} onChange={(_, data) => setFilter(data.value as ImportFilter)}>
                {importFilter.options.map((value) => (
                  <option key={value} value={value}>
                    {filterTexts[value]} ({filterCount(open, value)})
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Alle getoonde leerlingen">
              <Select
                value=""
                onChange={(_, data) => {
                  if (data.value !== '') choose.mutate({ filter, action: data.value as ImportAction });
                }}
              >
                <option value="">Kies wat er gebeurt…</option>
                {Object.entries(actionTexts).map(([action, text]) => (
                  <option key={action} value={action}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
            <Text role="status" className={styles.count}>
              {planText(open)}
            </Text>
          </div>
          {filterCount(open, filter) > 0 ? (
            <PreviewGrid filter={filter} opened={number} onOpen={setNumber} />
          ) : (
            <Text>Geen leerlingen in deze selectie.</Text>
          )}
          <FailureMessage failure={choose.error?.failure} />
          {counts.vervangt > 0 ? (
            <Checkbox
              checked={seen}
              onChange={(_, data) => setSeen(data.checked === true)}
              label={`Ik heb gezien dat bij ${countOf(counts.vervangt, 'leerling', 'leerlingen')} een ingevuld persoonsgegeven een andere waarde krijgt.`}
            />
          ) : null}
          <FailureMessage failure={failure} />
          <div className={styles.buttons}>
            <Button icon={<DismissRegular />} disabledFocusable={busy} onClick={onCancel}>
              Niet importeren
            </Button>
            <Button
              appearance="primary"
              icon={<SaveRegular />}
              disabled={!ready}
              disabledFocusable={busy}
              onClick={() => onApply(seen)}
            >
              {countOf(saved, 'leerling opslaan', 'leerlingen opslaan')}
            </Button>
          </div>
        </div>
      </Section>
      {number === undefined ? null : <CandidateDialog number={number} onClose={() => setNumber(undefined)} />}
    </>
  );
}
