import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { WorkRow } from '../../../shared/api/work.ts';
import { call, failureOf } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { SignaalLink } from '../handleiding/SignaalLink.tsx';
import { elementAt, placeName, placeOf } from '../leerlingen/card/places.ts';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { DecisionNote } from './DecisionNote.tsx';
import { comparedValues, kindText } from './sentences.ts';
import { TickOffForm } from './TickOffForm.tsx';

const useStyles = makeStyles({ block: { display: 'block' }, remedy: { display: 'block', marginTop: '4px' } });

/** What the card of a pupil is opened at. */
function focusOf({ inschrijvingId, gegevensgroep, element, voorkomen, parent }: WorkRow) {
  const place = Object.entries({ inschrijvingId, gegevensgroep, element, voorkomen, parent });
  return Object.fromEntries(place.filter(([, value]) => value !== undefined));
}

interface Props {
  row: WorkRow;
  /** What the rows of this part have in common stands in its head. */
  explained: boolean;
  mayAct: boolean;
}

/** One point of the work list; it leads to its field on the card. */
export function PointRow({ row, explained, mayAct }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const notify = useNotify();
  const [ticking, setTicking] = useState(false);
  const [failure, setFailure] = useState<LasFailure>();
  const { signaalId, kind, code, ernst, title, leerlingNaam, leerlingId, groep, remedy, omschrijving, state } = row;
  const element = elementAt(placeOf(row));
  const compared = comparedValues(row, element);
  const name =
    leerlingId === undefined ? (
      leerlingNaam
    ) : (
      <TextLink onClick={() => go({ screen: 'leerling', id: leerlingId, focus: focusOf(row) })}>
        {leerlingNaam}
      </TextLink>
    );
  const reopen = (id: number) => {
    setFailure(undefined);
    call('terugkoppelingen.reopen', { signaalId: id }).then(
      () => notify(`Signaal ${code} van ${leerlingNaam} staat weer open.`),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  return (
    <tr>
      <th scope="row">
        {name}
        <Text size={200} className={styles.block}>
          {row.gegevensgroep === undefined ? '' : placeName(placeOf(row))}
        </Text>
      </th>
      <td>{groep ?? '–'}</td>
      <td>
        {explained ? null : (
          <>
            <ErnstBadge ernst={ernst} />{' '}
            <Text weight="semibold">
              {title} [{code}]
            </Text>
          </>
        )}
        {omschrijving && omschrijving !== title ? <Text className={styles.block}>{omschrijving}</Text> : null}
        {compared ? <Text className={styles.block}>{compared}</Text> : null}
        {explained ? null : (
          <Text className={styles.remedy}>
            {remedy || 'Open de leerling en controleer het gegeven.'} <SignaalLink code={code} />
          </Text>
        )}
        <Text size={200} className={styles.block}>
          {kindText[kind]}
        </Text>
        <DecisionNote signaal={row} element={element} />
        <FailureMessage failure={failure} />
        {ticking && signaalId !== undefined ? (
          <TickOffForm
            onTickOff={async (note) => {
              await call('terugkoppelingen.tickOff', { signaalId, note });
              notify(`Signaal ${code} van ${leerlingNaam} is afgevinkt.`);
            }}
            onCancel={() => setTicking(false)}
          />
        ) : null}
      </td>
      {mayAct ? (
        <td className="no-print">
          {signaalId === undefined || ticking ? null : state === 'open' ? (
            <Button size="small" aria-label={`Afvinken: ${leerlingNaam}, ${code}`} onClick={() => setTicking(true)}>
              Afvinken…
            </Button>
          ) : (
            <Button size="small" aria-label={`Weer openen: ${leerlingNaam}, ${code}`} onClick={() => reopen(signaalId)}>
              Weer openen
            </Button>
          )}
        </td>
      ) : null}
    </tr>
  );
}
