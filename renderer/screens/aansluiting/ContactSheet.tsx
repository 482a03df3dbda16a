import { contactLines } from '../../../shared/aansluiting/contactLines.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { SheetHeader } from '../../components/SheetHeader.tsx';
import { dayOf } from '../../texts/format.ts';
import { ContactTable } from './ContactTable.tsx';

/** The contactgegevens on paper, with a column to fill in what Mijn BRON holds, for who has no certificate and no file. */
export function ContactSheet({ status }: { status: SessionStatus }) {
  const query = useOperation('aansluiting.contact', {});
  const back = useNavigation((state) => state.back);
  const day = dayOf(useNow(60).toISOString());
  return (
    <>
      <SheetHeader
        title="Contactgegevens vergelijken"
        description="Druk dit blad af en leg het naast Mijn BRON. Vul in de laatste kolom in wat daar anders staat."
        onBack={back}
      />
      <Answer query={query}>
        {({ contact }) => (
          <Sheet label="Contactgegevens" title="Contactgegevens">
            <p>
              Van {status.schoolName ?? ''} ({status.brinnummer ?? ''}), {day}
            </p>
            <ContactTable lines={contactLines(contact, undefined)} byHand />
          </Sheet>
        )}
      </Answer>
    </>
  );
}
