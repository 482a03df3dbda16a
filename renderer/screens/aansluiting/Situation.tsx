import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { deadlineRules } from '../../../shared/aansluiting/deadlines.ts';
import { reminders } from '../../../shared/aansluiting/plan.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Section } from '../../components/Section.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { daysText, situationText } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

const COMING = 5;

interface Props {
  path: Path;
  onChoose: (step: number) => void;
}

/** Where the school is, what is wrong with that, and which days come next. */
export function Situation({ path, onChoose }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { plan } = path;
  const { title, text } = situationText(path);
  const late = reminders(plan);
  const coming = plan.deadlines.filter((one) => !one.done && one.daysLeft >= 0 && !late.includes(one)).slice(0, COMING);
  return (
    <Section title={title} description={text}>
      <div className={styles.root}>
        {plan.clockSetBack ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>De klok van deze computer staat terug.</MessageBarTitle>
              Op {longDate(plan.day)} is hier al iets genoteerd. Tot de klok goed staat, rekent het programma met die
              dag: de termijnen lopen gewoon door.
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {plan.startTooFar ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              De start ligt meer dan twee weken van de geplande startweek. Controleer de twee vooraankondigingen, of
              vraag het de Helpdesk BRON.
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {plan.weeksLeft !== undefined && !path.calendarEntered ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              Uw vakanties zijn nog niet ingevuld. Nu telt elke week als werkweek, ook een week waarin er geen les is.{' '}
              <TextLink onClick={() => go({ screen: 'groepen' })}>Vakanties invullen bij Groepen</TextLink>
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {late.map(({ key, on, daysLeft, step }) => (
          <MessageBar key={key} intent={daysLeft < 0 ? 'error' : 'warning'} layout="multiline" data-deadline={key}>
            <MessageBarBody>
              <MessageBarTitle>
                {longDate(on)} ({daysText(daysLeft)})
              </MessageBarTitle>
              {deadlineRules[key].text} <TextLink onClick={() => onChoose(step)}>Naar stap {step}</TextLink>
            </MessageBarBody>
          </MessageBar>
        ))}
        {coming.length > 0 ? (
          <ul className={styles.list} aria-label="Wat er komt">
            {coming.map(({ key, on, daysLeft }) => (
              <li key={key} data-deadline={key}>
                <Text weight="semibold">{longDate(on)}</Text> ({daysText(daysLeft)}): {deadlineRules[key].text}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Section>
  );
}
