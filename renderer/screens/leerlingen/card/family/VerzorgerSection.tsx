import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular, HomePersonRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { GezinVerzorger } from '../../../../../shared/api/gezin.ts';
import { useAction } from '../../../../app/api.ts';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { Section } from '../../../../components/Section.tsx';
import { FindVerzorgerDialog } from './FindVerzorgerDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { UnlinkDialog } from './UnlinkDialog.tsx';
import { VerzorgerDialog } from './VerzorgerDialog.tsx';
import { VerzorgerItem } from './VerzorgerItem.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The dialog that is open, and about whom. */
type Open = { kind: 'find' | 'new' | 'move' } | { kind: 'edit' | 'unlink'; verzorger: GezinVerzorger } | undefined;

interface Props {
  leerlingId: number;
  verzorgers: readonly GezinVerzorger[];
  readOnly: boolean;
}

/** The verzorgers of a pupil in the order in which the school calls them. */
export function VerzorgerSection({ leerlingId, verzorgers, readOnly }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState<Open>();
  const order = useAction('gezin.order');
  const close = () => setOpen(undefined);
  const moveUp = (index: number) => {
    const ids = verzorgers.map(({ link }) => link.id);
    const [above, own] = [ids[index - 1], ids[index]];
    if (above === undefined || own === undefined) return;
    order.mutate({ leerlingId, linkIds: ids.with(index - 1, own).with(index, above) });
  };
  return (
    <Section
      title="Verzorgers"
      description="Wie bovenaan staat, belt de school het eerst."
      actions={
        readOnly ? undefined : (
          <div className={styles.actions}>
            <Button icon={<HomePersonRegular />} onClick={() => setOpen({ kind: 'move' })}>
              Verhuizing…
            </Button>
            <Button icon={<AddRegular />} onClick={() => setOpen({ kind: 'find' })}>
              Verzorger toevoegen…
            </Button>
          </div>
        )
      }
    >
      <FailureMessage failure={order.error?.failure} />
      {verzorgers.length === 0 ? (
        <EmptyState title="Nog geen verzorgers">
          {readOnly ? 'Er is nog niemand ingevoerd.' : 'Kies Verzorger toevoegen om een ouder of voogd in te voeren.'}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Verzorgers">
          {verzorgers.map((verzorger, index) => (
            <VerzorgerItem
              key={verzorger.id}
              verzorger={verzorger}
              readOnly={readOnly}
              first={index === 0}
              onMoveUp={() => moveUp(index)}
              onEdit={() => setOpen({ kind: 'edit', verzorger })}
              onUnlink={() => setOpen({ kind: 'unlink', verzorger })}
            />
          ))}
        </ul>
      )}
      {open?.kind === 'find' ? (
        <FindVerzorgerDialog leerlingId={leerlingId} onClose={close} onNew={() => setOpen({ kind: 'new' })} />
      ) : null}
      {open?.kind === 'new' ? <VerzorgerDialog leerlingId={leerlingId} onClose={close} /> : null}
      {open?.kind === 'edit' ? (
        <VerzorgerDialog leerlingId={leerlingId} verzorger={open.verzorger} onClose={close} />
      ) : null}
      {open?.kind === 'unlink' ? <UnlinkDialog verzorger={open.verzorger} onClose={close} /> : null}
      {open?.kind === 'move' ? <MoveDialog leerlingId={leerlingId} onClose={close} /> : null}
    </Section>
  );
}
