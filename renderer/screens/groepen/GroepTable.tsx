import { Button } from '@fluentui/react-components';
import { ArrowUpRegular, EditRegular } from '@fluentui/react-icons';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { useOperation } from '../../app/api.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { useGroepenState } from './groepenState.ts';
import { useTableStyles } from './tableStyles.ts';

interface Props {
  rows: readonly GroepRow[];
  mayEdit: boolean;
  onEdit: (groep: GroepRow) => void;
  onMoveUp: (index: number) => void;
}

/** The groepen of a school year; the name of one shows its pupils. */
export function GroepTable({ rows, mayEdit, onEdit, onMoveUp }: Props) {
  const styles = useTableStyles();
  const { shown, show } = useGroepenState();
  const vestigingen = useOperation('settings.get', {}).data?.school.vestigingen ?? [];
  const nameOf = (nummer: string) => vestigingen.find(({ volgnummer }) => volgnummer === nummer)?.naam ?? nummer;
  const several = vestigingen.length > 1;
  return (
    <table className={styles.table} aria-label="Groepen">
      <thead>
        <tr>
          <th scope="col">Groep</th>
          {several ? <th scope="col">Vestiging</th> : null}
          <th scope="col">Leerjaren</th>
          <th scope="col">Leerkrachten</th>
          <th scope="col" className={styles.number}>
            Leerlingen
          </th>
          {mayEdit ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((groep, index) => (
          <tr key={groep.id} aria-current={shown === groep.id ? true : undefined}>
            <th scope="row">
              <TextLink onClick={() => show(groep.id)}>{groep.naam}</TextLink>
            </th>
            {several ? <td>{nameOf(groep.vestigingsvolgnummer)}</td> : null}
            <td>{groep.leerjaren.join(', ')}</td>
            <td>{groep.leerkrachten.map(({ naam }) => naam).join(', ') || '–'}</td>
            <td>{groep.leerlingen}</td>
            {mayEdit ? (
              <td>
                <div className={styles.actions}>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<ArrowUpRegular />}
                    aria-label={`${groep.naam} omhoog`}
                    title="Omhoog"
                    disabledFocusable={index === 0}
                    onClick={() => onMoveUp(index)}
                  />
                  <Button
                    size="small"
                    icon={<EditRegular />}
                    aria-label={`${groep.naam} wijzigen`}
                    onClick={() => onEdit(groep)}
                  >
                    Wijzigen…
                  </Button>
                </div>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
