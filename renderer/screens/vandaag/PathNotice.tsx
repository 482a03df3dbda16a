import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { deadlineRules } from '../../../shared/aansluiting/deadlines.ts';
import { reminders } from '../../../shared/aansluiting/plan.ts';
import { endings } from '../../../shared/aansluiting/types.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { daysText } from '../aansluiting/texts.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';

const AANTALLEN_STEP = 6;

/** What the path of the Stappenplan asks of the school these days: terms that are near or past, and aantallen to report again. */
export function PathNotice() {
  const go = useNavigation((state) => state.go);
  const path = useOperation('aansluiting.get', {}).data;
  if (!path) return null;
  const { plan, aantallenDiffer } = path;
  const ended = endings.some((ending) => ending === plan.state);
  const link = (step: number) => (
    <TextLink onClick={() => go({ screen: 'aansluiting', step })}>Naar stap {step} van de aansluiting</TextLink>
  );
  return (
    <>
      {reminders(plan).map(({ key, on, daysLeft, step }) => (
        <MessageBar key={key} intent={daysLeft < 0 ? 'error' : 'warning'} layout="multiline" data-deadline={key}>
          <MessageBarBody>
            <MessageBarTitle>
              {longDate(on)} ({daysText(daysLeft)})
            </MessageBarTitle>
            {deadlineRules[key].text} {link(step)}
          </MessageBarBody>
        </MessageBar>
      ))}
      {aantallenDiffer && !ended ? (
        <MessageBar intent="warning" layout="multiline" data-notice="aantallen">
          <MessageBarBody>
            <MessageBarTitle>De aantallen leerlingen zijn veranderd</MessageBarTitle>
            Er zijn leerlingen bijgekomen of vertrokken sinds u de aantallen doorgaf. Geef ze opnieuw door.{' '}
            {link(AANTALLEN_STEP)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
