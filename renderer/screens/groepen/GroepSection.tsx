import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { GroepDialog } from './GroepDialog.tsx';
import { GroepTable } from './GroepTable.tsx';
import { useGroepenState } from './groepenState.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'center' },
  bar: { marginBottom: '12px' },
});

interface Props {
  schooljaar: string;
  data: Output<'groepen.list'>;
  mayEdit: boolean;
}

/** The groepen of a school year: making, changing, ordering and removing them. */
export function GroepSection({ schooljaar, data: { rows, without, users }, mayEdit }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const show = useGroepenState((state) => state.show);
  const [editing, setEditing] = useState<GroepRow | 'new'>();
  const order = useAction('groepen.order');
  const adopt = useAction('groepen.adopt', {
    onSuccess: ({ made }) =>
      notify(made === 0 ? 'Er waren geen groepen om over te nemen.' : `${countOf(made, 'groep', 'groepen')} gemaakt.`),
  });
  const before = shiftSchooljaar(schooljaar, -1);
  const adoptButtons = (
    <div className={styles.buttons}>
      <Button disabledFocusable={adopt.isPending} onClick={() => adopt.mutate({ schooljaar, from: 'inschrijvingen' })}>
        Groepen van de leerlingen overnemen
      </Button>
      <Button disabledFocusable={adopt.isPending} onClick={() => adopt.mutate({ schooljaar, from: 'year before' })}>
        {`Groepen van ${before} overnemen`}
      </Button>
    </div>
  );
  const moveUp = (index: number) => {
    const ids = rows.map(({ id }) => id);
    const [above, own] = [ids[index - 1], ids[index]];
    if (above !== undefined && own !== undefined)
      order.mutate({ schooljaar, ids: ids.with(index - 1, own).with(index, above) });
  };
  return (
    <Section
      title={`Groepen in ${schooljaar}`}
      actions={
        mayEdit ? (
          <Button icon={<AddRegular />} onClick={() => setEditing('new')}>
            Groep toevoegen…
          </Button>
        ) : undefined
      }
    >
      <FailureMessage failure={(order.error ?? adopt.error)?.failure} />
      {rows.length === 0 ? (
        <EmptyState title="Nog geen groepen in dit schooljaar" {...(mayEdit ? { action: adoptButtons } : {})}>
          {mayEdit
            ? 'Neem de groepen over waarin uw leerlingen zitten, neem die van het vorige schooljaar over, of voeg ze een voor een toe.'
            : 'De administratie heeft voor dit schooljaar nog geen groepen gemaakt.'}
        </EmptyState>
      ) : (
        <>
          {without > 0 ? (
            <MessageBar className={styles.bar} intent="warning" layout="multiline">
              <MessageBarBody>
                {countOf(without, 'leerling zit', 'leerlingen zitten')} niet in een van deze groepen.
              </MessageBarBody>
              <MessageBarActions>
                <Button onClick={() => show('none')}>Bekijken</Button>
                {mayEdit ? (
                  <Button onClick={() => adopt.mutate({ schooljaar, from: 'inschrijvingen' })}>
                    Hun groepen overnemen
                  </Button>
                ) : null}
              </MessageBarActions>
            </MessageBar>
          ) : null}
          <GroepTable rows={rows} mayEdit={mayEdit} onEdit={setEditing} onMoveUp={moveUp} />
        </>
      )}
      {editing === undefined ? null : (
        <GroepDialog
          schooljaar={schooljaar}
          users={users}
          {...(editing === 'new' ? {} : { groep: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}
