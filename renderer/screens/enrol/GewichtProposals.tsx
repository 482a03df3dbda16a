import { makeStyles, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import type { GegevensWpo } from '../../../shared/api/inschrijving.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { inPeriodOrder } from '../../../shared/pve/berichten/content.ts';
import { gewichtWpo } from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { useCardContext } from '../leerlingen/card/context.ts';
import { domId } from '../leerlingen/card/places.ts';
import { ProposalNote } from './ProposalNote.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalL,
    ':empty': { display: 'none' },
  },
});

type Proposed = Output<'enrolment.propose'>['gewicht'][number];

const isTaken = (gegevens: GegevensWpo, { codeGewichtenregeling, begindatum, value }: Proposed): boolean =>
  gegevens.gewicht.some(
    (item) =>
      item.codeGewichtenregeling === codeGewichtenregeling && item.gewicht === value && item.begindatum === begindatum,
  );

interface Props {
  scope: string;
  gegevens: GegevensWpo;
  proposals: readonly Proposed[];
  /** Shows only what can be taken over. */
  onlyDifferent?: boolean;
}

/** The proposed gewichten. One that is taken over comes in the place of that of the same regeling. */
export function GewichtProposals({ scope, gegevens, proposals, onlyDifferent = false }: Props) {
  const styles = useStyles();
  const { card } = useCardContext();
  const shown = proposals.filter(
    (proposal) => !onlyDifferent || (proposal.value !== undefined && !isTaken(gegevens, proposal)),
  );
  const take = ({ codeGewichtenregeling, begindatum, value = '' }: Proposed) => {
    const taken = { codeGewichtenregeling, begindatum, gewicht: value };
    const kept = gegevens.gewicht.filter(
      (item) => (item.codeGewichtenregeling ?? codeGewichtenregeling) !== codeGewichtenregeling,
    );
    const gewicht = inPeriodOrder(gewichtWpo, [...kept, taken]);
    card.editInschrijving(scope, (now) => ({ ...now, gewicht }));
    card.check();
    const field = domId(scope, { group: 'gewicht', voorkomen: gewicht.indexOf(taken), element: 'gewicht' });
    requestAnimationFrame(() => document.getElementById(field)?.focus());
  };
  return (
    <div className={styles.root}>
      {shown.map((proposal) => {
        const { codeGewichtenregeling: code, begindatum, value, reason } = proposal;
        return (
          <ProposalNote
            key={code}
            name={`Gewicht, regeling ${code}`}
            shown={value && `${value} in regeling ${code} vanaf ${formatDutchDate(begindatum)}`}
            reason={reason}
            taken={isTaken(gegevens, proposal)}
            onTake={() => take(proposal)}
          />
        );
      })}
    </div>
  );
}
