import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonSearchRegular } from '@fluentui/react-icons';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from '../uitwisselen/moments.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

type About = Output<'exchange.aboutLeerling'>;
type State = NonNullable<About['last']>['state'];

const questions = { 1: 'Het identificatieverzoek', 2: 'De wijziging van de sleutelgegevens' } as const;
const states: Partial<Record<State, string>> = {
  opgesteld: 'staat klaar',
  verzonden: 'is verstuurd',
  onzeker: 'kreeg geen bruikbaar antwoord en wordt opnieuw aangeboden',
  'in behandeling': 'is bij BRON in behandeling',
  geweigerd: 'is door BRON geweigerd',
  afgekeurd: 'is door BRON afgekeurd',
};

function lastSentence({ last }: About): string | undefined {
  if (!last) return undefined;
  const said = states[last.state] ?? 'is door BRON beantwoord';
  return `${questions[last.nr]} ${said} (${momentOf(last.at)}).${last.reason ? ` ${last.reason}` : ''}`;
}

/** Whether BRON has confirmed the number of a pupil, and the question to BRON which number it is. */
export function NumberSection({ leerlingId }: { leerlingId: number }) {
  const styles = useStyles();
  const may = useMay();
  const notify = useNotify();
  const query = useOperation('exchange.aboutLeerling', { leerlingId }, { enabled: may('read') });
  const identify = useAction('exchange.identify', {
    onSuccess: ({ problems }) => {
      if (problems.length === 0) notify('De identificatie is bij BRON gevraagd; haal straks de terugkoppelingen op.');
    },
  });
  if (!may('read')) return null;
  return (
    <Section
      title="Nummer bij BRON"
      actions={
        may('exchange') ? (
          <Button
            icon={<PersonSearchRegular />}
            disabledFocusable={identify.isPending}
            onClick={() => identify.mutate({ leerlingIds: [leerlingId] })}
          >
            Identificeren bij BRON
          </Button>
        ) : undefined
      }
    >
      <div className={styles.root}>
        <Answer query={query}>
          {(about) => (
            <>
              <Text>
                {about.confirmed
                  ? 'BRON kent deze leerling onder het nummer dat hier staat.'
                  : 'BRON heeft het nummer van deze leerling nog niet bevestigd.'}
              </Text>
              {about.last ? <Text>{lastSentence(about)}</Text> : null}
            </>
          )}
        </Answer>
        <FailureMessage failure={identify.error?.failure ?? identify.data?.problems[0]} />
      </div>
    </Section>
  );
}
