import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { Draft } from '../../shared/api/drafts.ts';
import { dayOf, timeOf } from '../texts/format.ts';
import { useOperation } from './api.ts';
import { useMay } from './may.ts';
import { useNavigation, type Route } from './navigation.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, marginBottom: tokens.spacingVerticalM },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: 'none' },
});

const whatOf = ({ form, title }: Draft): string => {
  if (form === 'note') return `Notitie bij ${title}`;
  return form === 'enrolment' ? `Inschrijven van ${title}` : title;
};

/** Where the work goes on: inschrijven that began without a known pupil begins there again. */
function routeOf({ form, subject, leerlingId }: Draft): Route {
  if (form === 'enrolment') return { screen: 'enrol', ...(subject === '' ? {} : { leerlingId: Number(subject) }) };
  return { screen: 'leerling', ...(leerlingId === undefined ? {} : { id: leerlingId }) };
}

/** Work that the person left unsaved, each one click away; nothing when there is none. */
export function UnfinishedWork() {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const may = useMay();
  const drafts = useOperation('drafts.list', {}, { enabled: may('register') }).data?.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>U hebt werk dat nog niet is opgeslagen.</MessageBarTitle>
        <ul className={styles.list}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <Button appearance="transparent" onClick={() => go(routeOf(draft))}>
                {whatOf(draft)}, {dayOf(draft.savedAt)} om {timeOf(draft.savedAt)}
              </Button>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
