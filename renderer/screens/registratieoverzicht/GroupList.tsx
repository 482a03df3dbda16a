import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { groupTexts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: `${tokens.spacingVerticalM} 0` },
});

export type Compared = Output<'registratieoverzicht.compared'>;
type Group = OverzichtRow['group'];

/** What is shown of the comparison. */
export interface Selection {
  show: 'open' | 'left';
  group?: Group | undefined;
}

interface Props {
  compared: Compared;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

/** The groups with how many rows each has; one is chosen, or all. */
export function GroupList({ compared, selection, onSelect }: Props) {
  const styles = useStyles();
  const { counts, open, left } = compared;
  const { show, group } = selection;
  const groups = Object.keys(groupTexts) as Group[];
  return (
    <div className={`${styles.root} no-print`} role="group" aria-label="Wat u ziet">
      <ToggleButton checked={show === 'open' && group === undefined} onClick={() => onSelect({ show: 'open' })}>
        Alles wat openstaat ({open})
      </ToggleButton>
      {groups
        .filter((name) => counts[name] > 0 || name === group)
        .map((name) => (
          <ToggleButton key={name} checked={name === group} onClick={() => onSelect({ show, group: name })}>
            {groupTexts[name].title} ({counts[name]})
          </ToggleButton>
        ))}
      {left > 0 || show === 'left' ? (
        <ToggleButton checked={show === 'left' && group === undefined} onClick={() => onSelect({ show: 'left' })}>
          Blijft staan ({left})
        </ToggleButton>
      ) : null}
    </div>
  );
}
