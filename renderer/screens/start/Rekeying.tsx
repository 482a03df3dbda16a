import { Spinner } from '@fluentui/react-components';
import { StartPage } from './StartPage.tsx';

/** Shows while the administration is closed for a moment to get another key. */
export function Rekeying() {
  return (
    <StartPage title="Nieuwe sleutel" lead="De administratie wordt gekopieerd met een nieuwe sleutel en gecontroleerd.">
      <div role="status">
        <Spinner label="Even geduld; het programma gaat vanzelf verder. Sluit het niet af." labelPosition="below" />
      </div>
    </StartPage>
  );
}
