import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { toBase64 } from '../../texts/bytes.ts';

const useStyles = makeStyles({
  text: { width: '100%', marginTop: tokens.spacingVerticalM, fontFamily: tokens.fontFamilyMonospace },
  buttons: { display: 'flex', marginTop: tokens.spacingVerticalM, gap: tokens.spacingHorizontalS },
});

/** What a helpdesk needs to know, shown before it is saved: the file holds exactly what stands here. */
export function HelpdeskSection() {
  const styles = useStyles();
  const notify = useNotify();
  const [report, setReport] = useState<Output<'diagnostics.get'>>();
  const make = useAction('diagnostics.get', { onSuccess: setReport });
  const save = async ({ name, text }: Output<'diagnostics.get'>) => {
    if (await window.las.host.saveFile({ name, bytes: toBase64(text) })) notify('Opgeslagen.');
  };
  return (
    <Section title="Gegevens voor de helpdesk">
      <Text block>
        Vraagt een helpdesk hoe het programma er bij u voor staat, geef dan dit bestand: versies, instellingen,
        aantallen en de laatste regels van het technische logboek. Namen, nummers, geboortedatums, adressen en
        contactgegevens staan er niet in. Lees het na voordat u het opslaat.
      </Text>
      <FailureMessage failure={make.error?.failure} />
      {report ? (
        <Textarea
          className={styles.text}
          aria-label="Inhoud van het bestand"
          readOnly
          rows={16}
          resize="vertical"
          value={report.text}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button disabledFocusable={make.isPending} onClick={() => make.mutate({})}>
          {report ? 'Vernieuwen' : 'Gegevens bekijken'}
        </Button>
        {report ? (
          <Button appearance="primary" onClick={() => void save(report)}>
            Opslaan als bestand…
          </Button>
        ) : null}
      </div>
    </Section>
  );
}
