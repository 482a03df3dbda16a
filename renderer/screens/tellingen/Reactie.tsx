import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { ONLY_YOU } from '../../../shared/aansluiting/steps.ts';
import { reactieChoices } from '../../../shared/mijnBron/reactie.ts';
import { reactieTexts, type ReactieChoice } from '../../../shared/mijnBron/reactieTexts.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { GivenReacties } from './GivenReacties.tsx';
import { ReactieDialog } from './ReactieDialog.tsx';
import { ReactieSubject } from './ReactieSubject.tsx';
import { useTellingenState } from './tellingenState.ts';

type Page = Output<'tellingen.reactie'>;

const useStyles = makeStyles({
  choices: { marginTop: tokens.spacingVerticalL, marginBottom: tokens.spacingVerticalM },
  text: { display: 'block', maxWidth: '90ch', marginBottom: tokens.spacingVerticalM },
});

/** The reactie of the gemachtigde on GTB and vergelijkingsoverzicht (Stappenplan step 12). */
export function Reactie() {
  const query = useOperation('tellingen.reactie', {});
  return (
    <Answer query={query}>
      {(page) => (
        <>
          <Section
            title="Uw reactie op de GTB en het vergelijkingsoverzicht"
            description="Voor het einde van de tien werkweken zegt de gemachtigde of de gegevens in BRON kloppen. Het programma geeft nooit uit zichzelf een reactie."
          >
            {page.refused ? <Refused refused={page.refused} /> : <Choices page={page} />}
          </Section>
          {page.given.length > 0 ? <GivenReacties given={page.given} /> : null}
        </>
      )}
    </Answer>
  );
}

/** Why there is nothing to react to yet, and the way to what comes first. */
function Refused({ refused: { code, message, remedy } }: { refused: LasFailure }) {
  const choose = useTellingenState((state) => state.choose);
  return (
    <MessageBar intent="info" layout="multiline" data-failure={code}>
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle> {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => choose({ part: 'gtb' })}>Naar de GTB’s</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Choices({ page }: { page: Page }) {
  const styles = useStyles();
  const may = useMay();
  const [choice, setChoice] = useState<ReactieChoice>();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Text className={styles.text}>
        De reactie gaat over het volgende. <Text weight="semibold">{ONLY_YOU}</Text>
      </Text>
      <ReactieSubject page={page} />
      {may('authorise') ? (
        <>
          <Field className={styles.choices} label="Reactie" required>
            <RadioGroup value={choice ?? ''} onChange={(_, { value }) => setChoice(value as ReactieChoice)}>
              {reactieChoices.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={
                    <>
                      <Text weight="semibold">{reactieTexts[one].title}</Text>
                      <br />
                      {reactieTexts[one].says}
                    </>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
          <Button appearance="primary" disabled={!choice} onClick={() => setAsking(true)}>
            Verder…
          </Button>
        </>
      ) : (
        <Text className={styles.text}>Alleen de gemachtigde geeft de reactie: {page.gemachtigde}.</Text>
      )}
      {asking && choice ? <ReactieDialog page={page} choice={choice} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
