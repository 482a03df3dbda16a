import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Proposal } from '../../../shared/api/proposals.ts';
import { useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { SignaalLink } from '../handleiding/SignaalLink.tsx';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';
import type { Moved } from '../leerlingen/card/family/useMoveAlong.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { ReplaceNumberDialog } from './ReplaceNumberDialog.tsx';
import { SituationTable } from './SituationTable.tsx';
import { followUpTexts, isTickedOff, kindTexts, SOLVED_HERE, stateTexts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  proposal: Proposal;
  /** Whether it stands on the card of its pupil. */
  onCard: boolean;
  /** A move was taken over. */
  onMoved: (moved: Moved) => void;
}

/** One thing that BRON says of a pupil: what it is, what would change, and the decision. */
export function ProposalItem({ proposal, onCard, onMoved }: Props) {
  const styles = useStyles();
  const heading = useId();
  const notify = useNotify();
  const go = useNavigation((state) => state.go);
  const [asking, setAsking] = useState<'decline' | 'replace'>();
  const { id, nr, state, leerlingId, leerlingNaam, signalen, changes, situations, applicable, confirm, solvedHere } =
    proposal;
  const followUp = state === 'declined' ? undefined : proposal.followUp;
  const { title, meaning, page } = kindTexts[nr];
  const subject = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const ticked = isTickedOff(proposal);
  const leave = (leaving: NonNullable<Proposal['followUp']>) =>
    go({ screen: 'leerling', id: leerlingId, focus: { inschrijvingId: leaving.inschrijvingId }, leaving });
  const take = useAction('proposals.apply', {
    onSuccess: ({ moved }) => {
      setAsking(undefined);
      notify(`Overgenomen van BRON: ${leerlingNaam}.`);
      if (moved) {
        const { begindatum: date, ...rest } = moved;
        onMoved({ ...rest, date });
      } else if (followUp?.leavingReason === 'deceased') leave(followUp);
    },
  });
  const close = () => setAsking(undefined);
  return (
    <li className={styles.root} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading} className={styles.title}>
          {onCard ? title : `${leerlingNaam}: ${subject}`}
        </h3>
        <Text>
          {nr === 16 ? 'Laatst gemeld op ' : ''}
          {momentOf(proposal.receivedAt)}
        </Text>
      </div>
      <div>
        <Text>{meaning} </Text>
        {page ? (
          <span className="no-print">
            <TextLink onClick={() => go({ screen: 'handleiding', page })}>Uitleg bij {subject}</TextLink>
          </span>
        ) : null}
      </div>
      {signalen.map(({ code, ernst, title: said }) => (
        <div key={code} className={styles.head}>
          <ErnstBadge ernst={ernst} />
          <Text>
            {said} [{code}]
          </Text>
          <SignaalLink code={code} />
        </div>
      ))}
      {changes.length > 0 ? <ChangeTable {...proposal} /> : null}
      {followUp ? <Text weight="semibold">{followUpTexts[followUp.leavingReason]}</Text> : null}
      {situations.length > 0 ? <SituationTable {...proposal} /> : null}
      {state === 'open' && solvedHere ? <Text weight="semibold">{SOLVED_HERE}</Text> : null}
      {state === 'open' ? null : (
        <Text>
          {ticked ? 'Afgevinkt' : stateTexts[state]}
          {proposal.reason ? `: ${proposal.reason}` : ''} (
          {[proposal.decidedBy, proposal.decidedAt && momentOf(proposal.decidedAt)].filter(Boolean).join(', ')})
        </Text>
      )}
      {asking === undefined ? <FailureMessage failure={take.error?.failure} /> : null}
      <div className={`${styles.buttons} no-print`}>
        {state === 'open' && applicable ? (
          <Button
            appearance="primary"
            disabledFocusable={take.isPending}
            aria-label={`Overnemen: ${title}, ${leerlingNaam}`}
            onClick={() => (confirm ? setAsking('replace') : take.mutate({ id }))}
          >
            {confirm ? 'Overnemen…' : 'Overnemen'}
          </Button>
        ) : null}
        {followUp ? (
          <Button
            appearance={ticked && followUp.leavingReason === 'deceased' ? 'primary' : 'secondary'}
            aria-label={`Uitschrijven: ${leerlingNaam}`}
            onClick={() => leave(followUp)}
          >
            Uitschrijven…
          </Button>
        ) : null}
        {state === 'open' ? (
          <Button
            disabledFocusable={take.isPending}
            aria-label={`${ticked ? 'Afvinken' : 'Niet overnemen'}: ${title}, ${leerlingNaam}`}
            onClick={() => setAsking('decline')}
          >
            {ticked ? 'Afvinken…' : 'Niet overnemen…'}
          </Button>
        ) : null}
        {onCard ? null : (
          <Button
            aria-label={`Naar de leerlingkaart van ${leerlingNaam}`}
            onClick={() => go({ screen: 'leerling', id: leerlingId })}
          >
            Naar de leerlingkaart
          </Button>
        )}
      </div>
      {asking === 'decline' ? <DeclineDialog proposal={proposal} onClose={close} /> : null}
      {asking === 'replace' ? (
        <ReplaceNumberDialog
          proposal={proposal}
          busy={take.isPending}
          failure={take.error?.failure}
          onConfirm={() => take.mutate({ id, confirmed: true })}
          onClose={close}
        />
      ) : null}
    </li>
  );
}
