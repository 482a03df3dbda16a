import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { momentOf } from '../uitwisselen/moments.ts';

/** Says that the program no longer exchanges by itself, because only a person can take away what is wrong. */
export function ScheduleNotice({ now }: { now: string }) {
  const go = useNavigation((state) => state.go);
  const { data } = useOperation('schedule.get', {});
  if (!data?.problem?.paused || data.everyMinutes === null) return null;
  const { at, failure } = data.problem;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>De automatische uitwisseling is gepauzeerd sinds {momentOf(at, now)}.</MessageBarTitle>
        {failure.message} Het programma probeert het pas weer als dit is opgelost.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go({ screen: 'uitwisselen' })}>Wie dit kan oplossen</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
