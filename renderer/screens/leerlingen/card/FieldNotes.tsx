import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PeopleSwapRegular } from '@fluentui/react-icons';
import type { FieldElement } from '../../../../shared/pve/gegevensset/types.ts';
import { useCardContext, type PlacedSignaal } from './context.ts';
import type { Conflict } from './draft.ts';
import { SignaalNote } from './SignaalNote.tsx';
import { shownValue } from '../../../texts/values.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
  conflict: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
});

interface Props {
  signalen: readonly PlacedSignaal[];
  conflict?: Conflict | undefined;
  element?: FieldElement | undefined;
}

/** What stands below a field or a group: the signalen of BRON, and what somebody else saved meanwhile. */
export function FieldNotes({ signalen, conflict, element }: Props) {
  const styles = useStyles();
  const { choices } = useCardContext();
  if (signalen.length === 0 && !conflict) return null;
  return (
    <div className={styles.root}>
      {conflict ? (
        <div className={styles.conflict}>
          <PeopleSwapRegular aria-hidden="true" fontSize={20} />
          <Text size={200}>
            Intussen elders opgeslagen: {shownValue(element, conflict.theirs, choices)}. Uw invoer staat er nog en geldt
            zodra u opslaat.
          </Text>
        </div>
      ) : null}
      {signalen.map((signaal) => (
        <SignaalNote key={signaal.id} signaal={signaal} />
      ))}
    </div>
  );
}
