import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import { announce } from '../../../../shared/domain/enrolment/announce.ts';
import { deliverBy } from '../../../../shared/domain/enrolment/delivery.ts';
import { useOperation } from '../../../app/api.ts';
import { useToday } from '../../../app/clock.ts';

interface Props {
  persoon: Persoonsgegevens;
  /** The inschrijving as it would be. */
  gegevens: InschrijvingGegevens;
  /** By when BRON must have what was changed before, `yyyy-mm-dd`. */
  waiting: string | undefined;
  /** What becomes of it at BRON, where more happens than that a melding goes there. Dutch sentences. */
  becomes?: string;
}

/** What goes to BRON and by when, and what BRON would say of it, before something is done. */
export function BronNotice({ persoon, gegevens, waiting, becomes }: Props) {
  const today = useToday();
  const findings = useOperation('leerlingen.check', { persoon, gegevens }, { keepPrevious: true }).data?.findings ?? [];
  const [first] = [deliverBy('dates', today), ...(waiting ? [waiting] : [])].sort();
  const blocking = findings.filter(({ ernst }) => ernst === 'A').length;
  return (
    <MessageBar intent={findings.length > 0 ? 'warning' : 'info'} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>Naar BRON</MessageBarTitle>
        {becomes ?? announce({ blocking, deliverBy: first })}
        {findings.map(({ code, omschrijving }) => (
          <div key={code + omschrijving}>
            {omschrijving} [{code}]
          </div>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
