import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUpRegular, EditRegular, PersonDeleteRegular } from '@fluentui/react-icons';
import type { GezinVerzorger } from '../../../../../shared/api/gezin.ts';
import { formatDutchDate } from '../../../../../shared/domain/dates.ts';
import { labelOf, opleidingen, relaties } from '../../../../../shared/domain/verzorgers.ts';
import { verzorgerName } from './verzorgerForm.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    justifyContent: 'space-between',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { flex: '1 1 20rem', minWidth: 0, display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'flex-start' },
});

/** What the school has to know of a verzorger at a glance. */
function lines({ gegevens, link, address, alsoOf }: GezinVerzorger): string[] {
  const { telefoonMobile, telefoon, telefoonWork, email, opleiding, datumOuderverklaring, note } = gegevens;
  const numbers = [
    telefoonMobile && `mobiel ${telefoonMobile}`,
    telefoon && `thuis ${telefoon}`,
    telefoonWork && `werk ${telefoonWork}`,
    email,
  ].filter(Boolean);
  const statement = datumOuderverklaring ? ` (ouderverklaring van ${formatDutchDate(datumOuderverklaring)})` : '';
  return [
    numbers.length > 0 ? numbers.join(' · ') : 'Geen telefoonnummer of e-mailadres bekend.',
    link.gegevens.livesWithLeerling ? 'Woont bij de leerling.' : address ? `Adres: ${address}` : 'Adres onbekend.',
    opleiding ? `Opleiding: ${labelOf(opleidingen, opleiding)}${statement}` : '',
    alsoOf.length > 0 ? `Ook verzorger van ${alsoOf.map(({ naam }) => naam).join('; ')}.` : '',
    note ?? '',
  ].filter(Boolean);
}

interface Props {
  verzorger: GezinVerzorger;
  readOnly: boolean;
  /** Nobody stands above. */
  first: boolean;
  onMoveUp: () => void;
  onEdit: () => void;
  onUnlink: () => void;
}

/** One verzorger on the card of a pupil. */
export function VerzorgerItem({ verzorger, readOnly, first, onMoveUp, onEdit, onUnlink }: Props) {
  const styles = useStyles();
  const { relatie, gezagsdrager, noodcontact } = verzorger.link.gegevens;
  const name = verzorgerName(verzorger.gegevens);
  return (
    <li className={styles.root}>
      <div className={styles.text}>
        <div className={styles.head}>
          <Text weight="semibold">{name}</Text>
          {relatie ? <Text>{labelOf(relaties, relatie).toLowerCase()}</Text> : null}
          {gezagsdrager ? <Badge appearance="outline">Heeft gezag</Badge> : null}
          {noodcontact ? (
            <Badge appearance="outline" color="important">
              Bellen bij nood
            </Badge>
          ) : null}
        </div>
        {lines(verzorger).map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </div>
      {readOnly ? null : (
        <div className={styles.actions}>
          <Button
            appearance="subtle"
            icon={<ArrowUpRegular />}
            aria-label={`${name} eerder bellen`}
            title="Eerder bellen"
            disabledFocusable={first}
            onClick={onMoveUp}
          />
          <Button icon={<EditRegular />} aria-label={`${name} wijzigen`} onClick={onEdit}>
            Wijzigen…
          </Button>
          <Button
            appearance="subtle"
            icon={<PersonDeleteRegular />}
            aria-label={`${name} van deze leerling losmaken`}
            title="Van deze leerling losmaken"
            onClick={onUnlink}
          />
        </div>
      )}
    </li>
  );
}
