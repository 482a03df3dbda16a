import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useAction, useOperation } from '../../../app/api.ts';
import { useCardContext } from './context.ts';
import { placeOf, type CardPlace } from './places.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center', marginTop: '4px' },
});

interface Props {
  /** Key of the inschrijving; absent for the persoonsgegevens. */
  scope: string | undefined;
  place: CardPlace;
  value: string;
}

/** Says at a field that its value was assumed, with the button that confirms it, or that it is fictional. */
export function MarkNote({ scope, place, value }: Props) {
  const styles = useStyles();
  const { mine, readOnly } = useCardContext();
  const leerlingId = mine.id;
  const marks = useOperation(
    'aangenomen.ofLeerling',
    { leerlingId: leerlingId ?? 1 },
    { enabled: leerlingId !== undefined },
  );
  const confirm = useAction('aangenomen.confirm');
  const mark = marks.data?.marks.find((item) => {
    const { group, element } = placeOf(item);
    const own = item.inschrijvingId === undefined ? undefined : String(item.inschrijvingId);
    return own === scope && group === place.group && element === place.element && item.value === value;
  });
  if (!mark) return null;
  if (mark.kind === 'fictief')
    return (
      <div className={styles.root}>
        <Badge appearance="outline" color="informative">
          Fictief
        </Badge>
      </div>
    );
  return (
    <div className={styles.root}>
      <Badge appearance="tint" color="warning">
        Aangenomen
      </Badge>
      {readOnly ? null : (
        <Button size="small" disabledFocusable={confirm.isPending} onClick={() => confirm.mutate({ id: mark.id })}>
          Bevestigen
        </Button>
      )}
    </div>
  );
}
