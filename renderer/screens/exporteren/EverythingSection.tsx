import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import { useToday } from '../../app/clock.ts';
import { Section } from '../../components/Section.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { useExport } from './useExport.tsx';

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalL } });

/** The whole administration as JSON, for the beheerder. */
export function EverythingSection() {
  const styles = useStyles();
  const today = useToday();
  const { running, start, report } = useExport('everything.export', ({ count }) => [
    `Het bestand is geschreven en nagelezen: ${counted(count, 'regel', 'regels')}.`,
  ]);
  return (
    <Section
      title="Alles exporteren"
      description="De hele administratie in één leesbaar JSON-bestand: om over te stappen naar een ander programma, of om haar in een lege administratie te importeren. Een reservekopie is iets anders: die is versleuteld en bevat ook het logboek en het certificaat."
    >
      <div className={styles.root}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Dit bestand is niet versleuteld en bevat alle gegevens van alle leerlingen, ook burgerservicenummers. Bewaar
            het op een veilige plaats en verwijder het zodra u het niet meer nodig hebt.
          </MessageBarBody>
        </MessageBar>
        <div>
          <Button
            icon={<ArrowExportRegular />}
            disabledFocusable={running}
            onClick={() => void start(`administratie-${today}.jsonl`, {})}
          >
            Alles exporteren…
          </Button>
          {report}
        </div>
      </div>
    </Section>
  );
}
