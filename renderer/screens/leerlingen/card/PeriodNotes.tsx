import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import type { FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { readTypedDate } from '../../../components/dateText.ts';
import { useCardContext } from './context.ts';
import { valueAt } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { domId, type CardPlace } from './places.ts';
import { sayingAt, wordsId } from './saying.ts';

const useStyles = makeStyles({
  words: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  wrong: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
});

interface Props {
  group: FieldGroup;
  scope: string | undefined;
  /** The voorkomen, without element. */
  place: CardPlace;
  /** Id of the field that is being typed in: as long as a date is being typed it is not wrong yet. */
  typing: string | undefined;
}

/** A cell is too narrow for words: what is to be said of the fields of one period stands in a row of its own below it. */
export function PeriodNotes({ group, scope, place, typing }: Props) {
  const styles = useStyles();
  const context = useCardContext();
  const told = group.elements.flatMap((element) => {
    const at = { ...place, element: element.key };
    const id = domId(scope ?? '', at);
    const [signalen, conflict] = [context.signalenAt(scope, at), context.conflictAt(scope, at)];
    const saying = sayingAt(context, element, scope, at);
    const value = valueAt(context.mine, scope, at) ?? '';
    const noDate =
      element.format === 'datum' && typing !== id ? readTypedDate(value, context.today, false).reason : undefined;
    const { wrong, texts, reported } = noDate ? { ...saying, wrong: true, texts: [noDate] } : saying;
    return texts.length > 0 || signalen.length > 0 || conflict
      ? [{ element, id: wordsId(id), wrong, text: texts.join(' '), reported, signalen, conflict }]
      : [];
  });
  if (told.length === 0) return null;
  return (
    <tr>
      <td colSpan={group.elements.length + 1}>
        {told.map(({ element, id, wrong, text, reported, signalen, conflict }) => (
          <Fragment key={element.key}>
            {text ? (
              <div id={id} className={styles.words}>
                {wrong ? (
                  <DismissCircleRegular className={styles.wrong} fontSize={20} aria-hidden="true" />
                ) : (
                  <WarningRegular className={styles.warning} fontSize={20} aria-hidden="true" />
                )}
                <Text>{text.includes(element.name) ? text : `${element.name}: ${text}`}</Text>
              </div>
            ) : (
              <span id={id} hidden>
                {reported}
              </span>
            )}
            <FieldNotes element={element} signalen={signalen} conflict={conflict} />
          </Fragment>
        ))}
      </td>
    </tr>
  );
}
