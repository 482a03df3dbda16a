import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactForm } from '../../../shared/api/aansluiting.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { ContactComparison } from './ContactComparison.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import type { PanelProps } from './panels.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '16px' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

const adresText = ({ straatnaam, huisnummer, postcode, plaats }: ContactForm['hoofdvestiging']['adres']) =>
  straatnaam === '' ? 'adres nog niet ingevuld' : `${straatnaam} ${huisnummer}, ${postcode} ${plaats}`;
const personText = ({ naam, telefoonnummer, email }: ContactForm['relatiebeheerder']) =>
  [naam === '' ? 'nog niet ingevuld' : naam, telefoonnummer, email].filter((part) => part !== '').join(', ');

/** The contactgegevens as they are here, to lay beside those in Mijn BRON, and the way to change them (Stappenplan steps 2 and 7). */
export function ContactPanel({ path }: PanelProps) {
  const contact = useOperation('aansluiting.contact', {});
  return <Answer query={contact}>{(data) => <Contact {...data} path={path} />}</Answer>;
}

function Contact({ contact, complete, path }: PanelProps & { contact: ContactForm; complete: boolean }) {
  const styles = useStyles();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { hoofdvestiging, aanleverpunten } = contact;
  const { freeze } = path.plan;
  const frozen = freeze?.now === true;
  return (
    <div className={styles.root}>
      <ul className={styles.list} aria-label="Contactgegevens">
        <li>
          Hoofdvestiging {hoofdvestiging.brinnummer} {hoofdvestiging.vestigingsvolgnummer}: {hoofdvestiging.naam},{' '}
          {adresText(hoofdvestiging.adres)}
        </li>
        <li>Gemachtigde: {personText(hoofdvestiging.gemachtigde)}</li>
        {aanleverpunten.map((point) => (
          <li key={point.aanleverpunt}>
            Aanleverpunt {point.aanleverpunt} ({point.las}): {adresText(point.adres)}. Contactpersoon:{' '}
            {personText(point.contactpersoon)}
          </li>
        ))}
      </ul>
      {frozen ? (
        <Text>
          Tot en met {longDate(freeze.last)} mogen de contactgegevens niet veranderen: dat zou de verzending van de
          wachtwoordbrief in gevaar brengen.
        </Text>
      ) : may('register') ? (
        <div>
          <Button appearance={complete ? 'secondary' : 'primary'} onClick={() => setEditing(true)}>
            {complete ? 'Contactgegevens wijzigen' : 'Contactgegevens invullen'}
          </Button>
        </div>
      ) : null}
      <ContactComparison contact={contact} sendable={complete && !frozen} />
      {editing ? <ContactDialog contact={contact} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
