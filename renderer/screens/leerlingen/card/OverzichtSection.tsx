import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular, DocumentSearchRegular } from '@fluentui/react-icons';
import { useAction, useOperation } from '../../../app/api.ts';
import { useMay } from '../../../app/may.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useNotify } from '../../../app/notify.tsx';
import { Answer } from '../../../components/Answer.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Section } from '../../../components/Section.tsx';
import { longDate, momentOf } from '../../uitwisselen/moments.ts';
import { receivedText } from '../../uitwisselen/overzichtTexts.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

/** Asks BRON what it has of a pupil today, says what came of that, and leads to the comparison. */
export function OverzichtSection({ leerlingId }: { leerlingId: number }) {
  const styles = useStyles();
  const may = useMay();
  const go = useNavigation((state) => state.go);
  const notify = useNotify();
  const query = useOperation('exchange.registratieoverzichten', { leerlingId }, { enabled: may('read') });
  const ask = useAction('exchange.requestRegistratieoverzicht', {
    onSuccess: ({ sent, problems }) => {
      if (problems.length > 0) return;
      notify(
        sent === 0
          ? 'Dit registratieoverzicht was al gevraagd; haal straks de terugkoppelingen op.'
          : 'Het registratieoverzicht van deze leerling is gevraagd; haal straks de terugkoppelingen op.',
      );
    },
  });
  if (!may('read')) return null;
  return (
    <Section
      title="Registratieoverzicht"
      actions={
        <div className={styles.actions}>
          {may('exchange') ? (
            <Button
              icon={<DocumentSearchRegular />}
              disabledFocusable={ask.isPending}
              onClick={() => ask.mutate({ leerlingIds: [leerlingId] })}
            >
              Registratieoverzicht van deze leerling vragen
            </Button>
          ) : null}
          {may('register') ? (
            <Button icon={<ArrowSwapRegular />} onClick={() => go({ screen: 'registratieoverzicht', leerlingId })}>
              Vergelijken met het registratieoverzicht
            </Button>
          ) : null}
        </div>
      }
    >
      <div className={styles.root}>
        <Answer query={query}>
          {({ rows: [last] }) => (
            <Text>
              {last
                ? `Gevraagd ${momentOf(last.requestedAt)}, naar de stand van ${longDate(last.peildatum)}. ${receivedText(last)}`
                : 'Van deze leerling apart is nog niets gevraagd.'}
            </Text>
          )}
        </Answer>
        <FailureMessage failure={ask.error?.failure ?? ask.data?.problems[0]} />
      </div>
    </Section>
  );
}
