import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { daysUntil, distanceTo, longDate } from '../uitwisselen/moments.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';

/** So many days before the end of the term it is told. */
const TOLD_DAYS = 7;

/** Tells a beheerder of whom the retention period is over, and of a destruction that is not done everywhere near or past its term. */
export function RetentionNotice({ now }: { now: string }) {
  const may = useMay();
  const go = useNavigation((state) => state.go);
  const due = useOperation('retention.due', {}, { enabled: may('manage') }).data;
  if (!due) return null;
  const { proposed, before } = due;
  const link = (text: string) => <TextLink onClick={() => go({ screen: 'bin' })}>{text}</TextLink>;
  return (
    <>
      {before !== undefined && daysUntil(before, now) <= TOLD_DAYS ? (
        <MessageBar
          intent={daysUntil(before, now) < 0 ? 'error' : 'warning'}
          layout="multiline"
          data-notice="destruction-term"
        >
          <MessageBarBody>
            <MessageBarTitle>
              {longDate(before)} ({distanceTo(before, now)})
            </MessageBarTitle>
            De laatste dag waarop er nog iets mag staan van gegevens die u hebt vernietigd. Op een plaats voor
            reservekopieën is dat nog niet gereed. {link('Naar het verslag van vernietiging')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {proposed > 0 ? (
        <MessageBar intent="info" layout="multiline" data-notice="retention">
          <MessageBarBody>
            Van {counted(proposed, 'leerling', 'leerlingen')} is de bewaartermijn van vijf jaar voorbij. Beslis of de
            gegevens worden vernietigd. {link('Naar Bewaartermijn voorbij')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
