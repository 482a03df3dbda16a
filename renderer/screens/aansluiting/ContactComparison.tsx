import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { PrintRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { contactLines, contactToSend } from '../../../shared/aansluiting/contactLines.ts';
import type { ContactForm } from '../../../shared/api/aansluiting.ts';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import { call, useAction, useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { useSchool } from '../../app/useSchool.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { MijnBronTools } from '../../components/MijnBronTools.tsx';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { ContactTable } from './ContactTable.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  contact: ContactForm;
  /** They can be sent: everything is filled in, and nothing forbids a change. */
  sendable: boolean;
}

/** Lays the contactgegevens beside those that Mijn BRON holds, and sends them there (Stappenplan steps 2 and 7). */
export function ContactComparison({ contact, sendable }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const [held, setHeld] = useState<Contactgegevens>();
  return (
    <div className={styles.root}>
      <h3 className={styles.heading}>Vergelijken met Mijn BRON</h3>
      <MijnBronTools
        kind="contactgegevens"
        name="de contactgegevens"
        onFetch={async () => {
          const { contactgegevens } = await call('mijnBron.contact', {});
          setHeld(contactgegevens);
          return 'De contactgegevens zijn opgehaald.';
        }}
        onRead={({ madeOn, contactgegevens }) => {
          setHeld(contactgegevens);
          return `De contactgegevens van ${longDate(madeOn)} zijn ingelezen.`;
        }}
      />
      {held ? (
        <Compared contact={contact} held={held} sendable={sendable} onHeld={setHeld} />
      ) : (
        <div>
          <Button icon={<PrintRegular />} onClick={() => go({ screen: 'contact' })}>
            Blad om met de hand te vergelijken
          </Button>
        </div>
      )}
    </div>
  );
}

function Compared({
  contact,
  held,
  sendable,
  onHeld,
}: Props & { held: Contactgegevens; onHeld: (now: Contactgegevens) => void }) {
  const may = useMay();
  const certificate = useOperation('certificate.get', {});
  const [asking, setAsking] = useState(false);
  const { aanleverpunt: point = '' } = useSchool() ?? {};
  const lines = contactLines(contact, held);
  const changed = lines.filter(({ same }) => !same);
  const different = changed.length;
  const here = changed.some(({ aanleverpunt, own }) => aanleverpunt === point && own !== undefined);
  const maySend = may('exchange') && certificate.data?.certificate !== undefined;
  return (
    <>
      <MessageBar intent={different === 0 ? 'success' : 'warning'} layout="multiline" role="status">
        <MessageBarBody>
          {different === 0
            ? 'De contactgegevens hier en in Mijn BRON zijn gelijk. Kloppen ze ook? Alleen u kunt dat bepalen.'
            : `Er ${different === 1 ? 'verschilt' : 'verschillen'} ${countOf(different, 'gegeven', 'gegevens')}. Wijzig wat hier niet klopt. Klopt het hier, dan kan het programma aanleverpunt ${point} naar Mijn BRON sturen; de rest wijzigt de gemachtigde op de site van Mijn BRON.`}
        </MessageBarBody>
      </MessageBar>
      {here && sendable && maySend ? (
        <div>
          <Button appearance="primary" icon={<SendRegular />} onClick={() => setAsking(true)}>
            Aanleverpunt {point} naar Mijn BRON sturen…
          </Button>
        </div>
      ) : null}
      <ContactTable lines={lines} />
      {asking ? (
        <SendDialog contact={contact} held={held} point={point} onHeld={onHeld} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}

interface SendProps {
  contact: ContactForm;
  held: Contactgegevens;
  /** The own aanleverpunt. */
  point: string;
  onHeld: (now: Contactgegevens) => void;
  onClose: () => void;
}

function SendDialog({ contact, held, point, onHeld, onClose }: SendProps) {
  const notify = useNotify();
  const send = useAction('mijnBron.saveContact', {
    onSuccess: ({ contactgegevens }) => {
      onHeld(contactgegevens);
      notify(`De contactgegevens van aanleverpunt ${point} staan nu zo in Mijn BRON.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`Contactgegevens van aanleverpunt ${point} naar Mijn BRON sturen?`}
      submit="Sturen"
      submitting="Sturen…"
      busy={send.isPending}
      failure={send.error?.failure}
      onSubmit={() => send.mutate({ contactgegevens: contactToSend(contact, held, point) })}
      onClose={onClose}
    >
      <Text>
        Wat hier van dit aanleverpunt en zijn contactpersoon staat, komt in de plaats van wat Mijn BRON nu heeft. De
        rest blijft in Mijn BRON zoals het is.
      </Text>
    </ActionDialog>
  );
}
