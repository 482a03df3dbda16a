import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { EventPayload } from '../../../../shared/api/contract.ts';
import { useAction, useEvent, useOperation } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { Section } from '../../../components/Section.tsx';
import { ChooseFile } from '../ChooseFile.tsx';
import { ImportProgressBar } from '../ImportProgressBar.tsx';
import { contents, originText } from './sentences.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '1.25rem' } });

const TITLE = 'Alles importeren';

/** What the file holds, before it is taken over. */
function Inspection() {
  const [progress, setProgress] = useState<EventPayload<'export.progress'>>();
  const stop = useAction('export.stop');
  useEvent('export.progress', setProgress);
  return (
    <ImportProgressBar
      text="Het bestand wordt gelezen en gecontroleerd…"
      done={progress?.done ?? 0}
      total={progress?.total}
      onStop={() => stop.mutate({})}
    />
  );
}

/** The JSON export of a whole administration, to be taken into one in which nobody is registered yet. */
export function ImportEverything() {
  const styles = useStyles();
  const present = useOperation('leerlingen.list', { show: 'alle', limit: 1 });
  const inspect = useAction('everything.inspect');
  const discard = useAction('everything.discard');
  const take = useAction('everything.import', { onSuccess: () => inspect.reset() });
  const preview = inspect.data;
  const failure = inspect.error?.failure;

  if (take.data)
    return (
      <Section title={TITLE}>
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>
            <MessageBarTitle>Alles is geïmporteerd: {contents(take.data.counts).join(', ')}.</MessageBarTitle>
            Installeer zo nodig het certificaat bij Instellingen en maak daar de andere gebruikers opnieuw. Versturen
            staat stil tot BRON heeft verteld wat het heeft; zie Uitwisselen. Verwijder daarna het JSON-bestand: het is
            niet versleuteld.
          </MessageBarBody>
        </MessageBar>
      </Section>
    );
  if (inspect.isPending) return <Inspection />;
  if (!present.data) return null;
  if (present.data.total > 0)
    return (
      <Section
        title={TITLE}
        description="Een JSON-export van een hele administratie kan alleen in een lege administratie; hier staan al leerlingen. Maak een nieuwe administratie in een lege map en importeer het bestand daar."
      />
    );
  return (
    <>
      <ChooseFile
        title={TITLE}
        description="Een JSON-bestand dat met Alles exporteren is gemaakt. Dat kan alleen zolang deze administratie leeg is, en zij moet van dezelfde school zijn."
        kind="JSON-bestand"
        extensions={['jsonl', 'json']}
        // Who stopped it knows that.
        failure={failure?.code === 'export-stopped' ? undefined : failure}
        onChoose={({ token }) => {
          take.reset();
          inspect.mutate({ token });
        }}
      />
      {preview ? (
        <ActionDialog
          title="Alles importeren?"
          submit={TITLE}
          busy={take.isPending}
          failure={take.error?.failure}
          onSubmit={() => take.mutate({ draft: preview.draft })}
          onClose={() => {
            inspect.reset();
            discard.mutate({});
          }}
        >
          <Text>{originText(preview)} Erin staan:</Text>
          <ul className={styles.list} aria-label="Inhoud van het bestand">
            {contents(preview.counts).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Text>
            De gegevens van de school, de vestigingen en de instellingen worden die uit het bestand. Gebruikers,
            wachtwoorden, het certificaat en het logboek staan er niet in: die houdt u zoals ze hier zijn.
          </Text>
        </ActionDialog>
      ) : null}
    </>
  );
}
