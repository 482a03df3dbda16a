import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { useToday } from '../../app/clock.ts';
import { Section } from '../../components/Section.tsx';
import { firstChoice, PupilChoice } from './PupilChoice.tsx';
import { outcomeSentences } from './sentences.ts';
import { useExport } from './useExport.tsx';

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalL } });

/** EDEXML 2.1, for programs of publishers and tests. */
export function EdexmlSection({ options }: { options: Output<'export.options'> }) {
  const styles = useStyles();
  const today = useToday();
  const [choice, setChoice] = useState(firstChoice);
  const { running, start, report } = useExport('export.edexml', (outcome) =>
    outcomeSentences(outcome, 'leerling', 'leerlingen'),
  );
  const { groep, ...rest } = choice;
  return (
    <Section
      title="EDEXML"
      description="Leerlingen en groepen voor leer- en toetsprogramma's (EDEXML 2.1). Het bestand wordt aan het officiële schema getoetst voordat u het krijgt. Wat bij het importeren is aangenomen en nog niet is bevestigd, gaat niet mee."
    >
      <div className={styles.root}>
        <PupilChoice choice={choice} onChange={setChoice} groepen={options.groepen} about="current" />
        <div>
          <Button
            icon={<ArrowExportRegular />}
            disabledFocusable={running}
            onClick={() => void start(`edexml-${today}.xml`, { ...rest, ...(groep ? { groep } : {}) })}
          >
            EDEXML exporteren…
          </Button>
          {report}
        </div>
      </div>
    </Section>
  );
}
