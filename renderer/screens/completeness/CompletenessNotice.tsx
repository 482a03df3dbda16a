import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { countOf } from '../../texts/format.ts';

// Above a list that fills the window: that gives way, not this.
const useStyles = makeStyles({ root: { flexShrink: 0, marginBottom: tokens.spacingVerticalM } });

/** Says that pupils are incomplete or that facts wait to be confirmed, and leads there. */
export function CompletenessNotice({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const enabled = mayNow(status, 'read');
  const incomplete = useOperation('onvolledig.list', { limit: 1 }, { enabled }).data?.aantal ?? 0;
  const assumed = useOperation('aangenomen.list', { limit: 1 }, { enabled }).data?.total ?? 0;
  if (incomplete === 0 && assumed === 0) return null;
  const parts = [
    incomplete > 0 ? `Van ${countOf(incomplete, 'leerling', 'leerlingen')} ontbreekt een persoonsgegeven.` : '',
    assumed > 0 ? `${countOf(assumed, 'gegeven is', 'gegevens zijn')} aangenomen en nog niet bevestigd.` : '',
  ];
  return (
    <MessageBar intent="info" layout="multiline" className={styles.root}>
      <MessageBarBody>{parts.filter(Boolean).join(' ')}</MessageBarBody>
      <MessageBarActions>
        {incomplete > 0 ? <Button onClick={() => go({ screen: 'onvolledig' })}>Onvolledig</Button> : null}
        {assumed > 0 ? <Button onClick={() => go({ screen: 'aangenomen' })}>Aangenomen</Button> : null}
      </MessageBarActions>
    </MessageBar>
  );
}
