import { makeStyles, tokens } from '@fluentui/react-components';
import { situationOf } from '../../../shared/domain/forms/situation.ts';
import { inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import { useOperation } from '../../app/api.ts';
import { useCardContext } from '../leerlingen/card/context.ts';
import type { InschrijvingDraft } from '../leerlingen/card/draft.ts';
import { domId, type CardPlace } from '../leerlingen/card/places.ts';
import { GewichtProposals } from './GewichtProposals.tsx';
import { ProposalNote } from './ProposalNote.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalL,
    ':empty': { display: 'none' },
  },
});

/** What the verzorgers on the card say of NNCA and gewicht, where the card says otherwise; nothing without verzorgers. */
export function InschrijvingProposals({ inschrijving }: { inschrijving: InschrijvingDraft }) {
  const styles = useStyles();
  const { card, mine } = useCardContext();
  const { key: scope, gegevens } = inschrijving;
  const { geboortedatum } = mine.persoon;
  const { datumInschrijving, aanduidingNnca } = gegevens;
  const place: CardPlace = { group: inschrijvingKinds[gegevens.kind].key, element: 'aanduidingNnca' };
  const proposals = useOperation(
    'enrolment.propose',
    {
      ...(mine.id === undefined ? {} : { leerlingId: mine.id }),
      ...(geboortedatum ? { geboortedatum: geboortedatum.slice(0, 10) } : {}),
      ...(datumInschrijving ? { datumInschrijving: datumInschrijving.slice(0, 10) } : {}),
    },
    { enabled: mine.id !== undefined, keepPrevious: true },
  ).data;
  if (!proposals || proposals.known.verzorgers === 0 || situationOf(gegevens) !== 'school') return null;
  const { nnca, gewicht } = proposals;
  return (
    <div className={styles.root}>
      {nnca.value !== undefined && nnca.value !== aanduidingNnca ? (
        <ProposalNote
          name="Aanduiding NNCA"
          shown={nnca.value}
          reason={nnca.reason}
          taken={false}
          onTake={() => {
            card.edit(scope, place, nnca.value);
            card.check();
            document.getElementById(domId(scope, place))?.focus();
          }}
        />
      ) : null}
      {gegevens.kind === 'WPO' ? (
        <GewichtProposals scope={scope} gegevens={gegevens} proposals={gewicht} onlyDifferent />
      ) : null}
    </div>
  );
}
