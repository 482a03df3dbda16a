import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { contactLines } from '../../../shared/aansluiting/contactLines.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { dayOf } from '../../texts/format.ts';
import { ContactTable } from './ContactTable.tsx';

const useStyles = makeStyles({
  sheet: { backgroundColor: tokens.colorNeutralBackground1, padding: '20px 24px', display: 'grid', gap: '12px' },
});

/** The contactgegevens on paper, with a column to fill in what Mijn BRON holds, for who has no certificate and no file. */
export function ContactSheet({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const query = useOperation('aansluiting.contact', {});
  const back = useNavigation((state) => state.back);
  const day = dayOf(useNow(60).toISOString());
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Contactgegevens vergelijken"
          description="Druk dit blad af en leg het naast Mijn BRON. Vul in de laatste kolom in wat daar anders staat."
          actions={
            <>
              <Button icon={<ArrowLeftRegular />} onClick={back}>
                Terug
              </Button>
              <Button appearance="primary" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
                Afdrukken
              </Button>
            </>
          }
        />
      </div>
      <Answer query={query}>
        {({ contact }) => (
          <section className={styles.sheet} aria-label="Contactgegevens">
            <Text>
              Contactgegevens van {status.schoolName ?? ''} ({status.brinnummer ?? ''}), {day}
            </Text>
            <ContactTable lines={contactLines(contact, undefined)} byHand />
          </section>
        )}
      </Answer>
    </>
  );
}
