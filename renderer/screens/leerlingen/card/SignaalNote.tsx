import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DismissCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { call, failureOf, useAction } from '../../../app/api.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { DecisionNote } from '../../terugkoppelingen/DecisionNote.tsx';
import { TickOffForm } from '../../terugkoppelingen/TickOffForm.tsx';
import { SignaalLink } from '../../handleiding/SignaalLink.tsx';
import { momentOf } from '../../uitwisselen/moments.ts';
import { useCardContext, type PlacedSignaal } from './context.ts';
import { valueAt } from './draft.ts';
import { elementAt, isOfLeerling, placeName, placeOf } from './places.ts';
import { shownValue } from '../../../texts/values.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorStatusWarningBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  rejecting: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  values: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, fontWeight: tokens.fontWeightSemibold },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Ernst in words with a sign: never by colour alone. */
export function ErnstBadge({ ernst }: { ernst: 'A' | 'S' }) {
  return ernst === 'A' ? (
    <Badge appearance="tint" color="danger" icon={<DismissCircleFilled />}>
      Afkeur
    </Badge>
  ) : (
    <Badge appearance="tint" color="warning" icon={<WarningFilled />}>
      Signaal
    </Badge>
  );
}

/** A signaal of BRON where it belongs: what it means, both values, and what can be done about it. */
export function SignaalNote({ signaal }: { signaal: PlacedSignaal }) {
  const styles = useStyles();
  const { card, mine, readOnly, choices, kindAt } = useCardContext();
  const [ticking, setTicking] = useState(false);
  const heading = useId();
  const kind = kindAt(signaal.scope);
  const place = placeOf(signaal, kind);
  const element = elementAt(place, kind);
  const takeOver = useAction('terugkoppelingen.takeOver');
  const { code, ernst, title, meaning, remedy, lasValue, bronValue, state } = signaal;
  const scope = isOfLeerling(place) ? undefined : signaal.scope;
  const current = valueAt(mine, scope, place);
  const edited = state === 'open' && element !== undefined && lasValue !== undefined && (current ?? '') !== lasValue;

  const take = async () => {
    // What was typed in this very field gives way to the value that was asked for.
    const saved = valueAt(card.state.base, scope, place);
    await takeOver.mutateAsync({ signaalId: signaal.id }).then(
      () => {
        card.edit(scope, place, saved);
        card.refetch();
        const value = shownValue(element, bronValue, choices);
        card.say({
          saved: `De waarde van BRON is overgenomen en opgeslagen: ${placeName(place, kind)} is nu ${value}.`,
        });
      },
      (error: unknown) => card.say({ failure: failureOf(error) }),
    );
  };

  const reopen = useAction('terugkoppelingen.reopen');
  const decision = <DecisionNote signaal={signaal} element={element} context={choices} />;
  const openAgain = () =>
    reopen.mutate(
      { signaalId: signaal.id },
      {
        onSuccess: () => {
          card.refetch();
          card.say({ saved: `Signaal ${code} staat weer open.` });
        },
      },
    );

  if (state === 'afgevinkt') {
    return (
      <div
        className={mergeClasses(styles.root, ernst === 'A' && styles.rejecting)}
        role="group"
        aria-label={`Afgevinkt signaal ${code}`}
      >
        <Text weight="semibold">
          Afgevinkt: {title} [{code}]
        </Text>
        {decision}
        <FailureMessage failure={reopen.error?.failure} />
        {readOnly ? null : (
          <div className={styles.buttons}>
            <Button disabled={reopen.isPending} onClick={openAgain}>
              Weer openen
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div
      className={mergeClasses(styles.root, ernst === 'A' && styles.rejecting)}
      role="group"
      aria-labelledby={heading}
      data-signaal={signaal.id}
    >
      <div className={styles.head} id={heading}>
        <ErnstBadge ernst={ernst} />
        <Text weight="semibold">
          {title} [{code}]
        </Text>
        <SignaalLink code={code} />
      </div>
      {meaning ? <Text>{meaning}</Text> : <Text>{signaal.omschrijving}</Text>}
      {element && (lasValue !== undefined || bronValue !== undefined) ? (
        <dl className={styles.values}>
          <dt>Bij u (aangeleverd)</dt>
          <dd>{shownValue(element, lasValue, choices)}</dd>
          <dt>Bij BRON</dt>
          <dd>{bronValue === undefined ? 'niet bekend' : shownValue(element, bronValue, choices)}</dd>
        </dl>
      ) : null}
      {remedy ? <Text>{remedy}</Text> : null}
      {edited ? (
        <Text italic>U hebt dit gegeven sindsdien gewijzigd: BRON beoordeelt het opnieuw bij de volgende melding.</Text>
      ) : null}
      <Text size={200}>
        BRON schreef op {momentOf(signaal.receivedAt)}: “{signaal.omschrijving}”
      </Text>
      {decision}
      <FailureMessage failure={takeOver.error?.failure} />
      {readOnly ? null : ticking ? (
        <TickOffForm
          onTickOff={async (note) => {
            await call('terugkoppelingen.tickOff', { signaalId: signaal.id, note });
            card.refetch();
            card.say({ saved: `Signaal ${code} is afgevinkt.` });
          }}
          onCancel={() => setTicking(false)}
        />
      ) : (
        <div className={styles.buttons}>
          {signaal.canTakeOver && current !== bronValue ? (
            <Button appearance="primary" disabled={takeOver.isPending} onClick={() => void take()}>
              Waarde van BRON overnemen
            </Button>
          ) : null}
          <Button onClick={() => setTicking(true)}>Afvinken…</Button>
        </div>
      )}
    </div>
  );
}
