import { Button, Text } from '@fluentui/react-components';
import { PersonSearchRegular } from '@fluentui/react-icons';
import { Section } from '../../components/Section.tsx';

interface Props {
  busy: boolean;
  onIdentify: () => void;
}

/** Asks BRON for the number of every pupil of whom it has not confirmed one (bericht 1). */
export function Identify({ busy, onIdentify }: Props) {
  return (
    <Section
      title="Leerlingen identificeren"
      description="Vraagt BRON onder welk nummer het een leerling kent, voordat u inschrijvingen verstuurt. Het antwoord is een voorstel: u beslist of u het overneemt."
      actions={
        <Button icon={<PersonSearchRegular />} disabledFocusable={busy} onClick={onIdentify}>
          Alle leerlingen zonder bevestigd nummer identificeren
        </Button>
      }
    >
      <Text>Een leerling apart vraagt u op de leerlingkaart, op het tabblad BRON.</Text>
    </Section>
  );
}
