import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { moveProblem, adresSince } from '../../../../shared/domain/adres.ts';
import { formatDutchDate, isDate } from '../../../../shared/domain/dates.ts';
import { DateField } from '../../../components/DateField.tsx';
import { adresLine } from '../../../../shared/domain/adresLine.ts';
import { useCardContext } from './context.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  date: { maxWidth: '16rem' },
});

/** Asks from which day another address holds: a move keeps the former address, a correction does not. */
export function MoveQuestion() {
  const styles = useStyles();
  const { card, mine, today } = useCardContext();
  const { base } = card.state;
  const movedOn = mine.movedOn ?? today;
  const former = mine.contact.formerAdres;
  const problem = isDate(movedOn) ? moveProblem(former, movedOn, today) : undefined;
  const since = formatDutchDate(adresSince(former) ?? '');
  return (
    <div className={styles.root} role="group" aria-label="Vanaf wanneer geldt dit adres?">
      <Field
        label="Waarom is het adres gewijzigd?"
        hint={`Tot nu toe: ${adresLine(base.persoon) || 'onbekend adres in Nederland'}.`}
      >
        <RadioGroup
          value={movedOn === '' ? 'mistake' : 'move'}
          onChange={(_, data) => card.setMovedOn(data.value === 'move' ? today : '')}
        >
          <Radio value="move" label="De leerling is verhuisd: het vorige adres blijft bewaard" />
          <Radio value="mistake" label="Het vorige adres was een vergissing: het hoeft niet bewaard te blijven" />
        </RadioGroup>
      </Field>
      {movedOn === '' ? null : (
        <DateField
          className={styles.date}
          label="Woont er sinds"
          value={movedOn}
          onChange={card.setMovedOn}
          required
          error={
            problem === 'ahead'
              ? 'Deze dag moet nog komen. Sla het adres op zodra het geldt.'
              : problem === 'before'
                ? `Het vorige adres begon op ${since}; kies een latere dag.`
                : undefined
          }
        />
      )}
    </div>
  );
}
