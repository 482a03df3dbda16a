import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import type { Part } from '../../../shared/aansluiting/types.ts';
import { ONLY_YOU } from '../../../shared/aansluiting/steps.ts';
import { useAction } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Spoken } from '../../components/Spoken.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { DocumentDialog } from './DocumentDialog.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { dueOf, ownerOf } from './texts.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'flex-start',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  sign: { fontSize: '20px', lineHeight: 0, marginTop: '2px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  words: { flex: '1 1 260px', minWidth: 0, display: 'grid', gap: '2px' },
  detail: { color: tokens.colorNeutralForeground2 },
  failure: { flex: '1 1 100%' },
});

interface Props {
  path: Path;
  part: Part;
  doneOn: string | undefined;
  /** The step is behind the gate. */
  closed: boolean;
}

/** One part of a step: whether it is done, by whom and by when, and the button that a person ticks it with. */
export function PartRow({ path, part, doneOn, closed }: Props) {
  const styles = useStyles();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { key, title, ticks, optional } = part;
  const task = path.tasks.find((one) => one.part === key);
  const due = dueOf(key, task, path.plan);
  const done = doneOn !== undefined;
  const Sign = done ? CheckmarkCircleFilled : CircleRegular;
  const byHand = ticks !== 'program' && may('register') && !closed;
  return (
    <li className={styles.row} data-part={key} data-done={done}>
      <span aria-hidden="true" className={mergeClasses(styles.sign, done && styles.done)}>
        <Sign />
      </span>
      <div className={styles.words}>
        <Text weight="semibold">
          {title}
          <Spoken>{done ? ' (gedaan)' : ' (nog niet gedaan)'}</Spoken>
        </Text>
        <Text size={200} className={styles.detail}>
          {done
            ? `Gedaan op ${longDate(doneOn)}${task?.doneBy ? ` door ${task.doneBy}` : ''}.`
            : `Door ${ownerOf(part, task)}${due ? `, uiterlijk ${longDate(due)}` : ''}.${optional ? ' Niet verplicht.' : ''} ${notDoneText[ticks]}`}
        </Text>
      </div>
      {byHand && !done ? (
        <Button
          onClick={() => setAsking(true)}
          aria-label={`${ticks === 'document' ? 'Noteren' : 'Afvinken'}: ${title}`}
        >
          {ticks === 'document' ? 'Noteren' : 'Afvinken'}
        </Button>
      ) : null}
      {byHand && done ? <TakeBack path={path} part={part} className={styles.failure} /> : null}
      {asking && ticks === 'document' ? <DocumentDialog part={part} onClose={() => setAsking(false)} /> : null}
      {asking && ticks !== 'document' ? <DoneDialog part={part} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

const notDoneText: Record<Part['ticks'], string> = {
  program: 'Het programma vinkt dit zelf af.',
  either: 'Het programma vinkt dit zelf af zodra het dat weet.',
  person: ONLY_YOU,
  document: '',
};

/** The documents that ticked a part. */
const documentOf = ({ documents }: Path, { key }: Part) => {
  if (key === 'mail3' || key === 'mail6')
    return documents.filter(({ kind }) => kind === 'voortgangsmail')[key === 'mail3' ? 0 : 1];
  return documents.findLast(({ kind }) => kind === key);
};

/** Takes back what a person ticked by mistake; nothing where the program knows it. */
function TakeBack({ path, part, className }: { path: Path; part: Part; className: string }) {
  const remove = useAction('aansluiting.removeDocument');
  const tick = useAction('aansluiting.tick');
  const document = part.ticks === 'document' ? documentOf(path, part) : undefined;
  const ticked = path.tasks.some(({ part: key, doneBy }) => key === part.key && doneBy !== undefined);
  if (!document && !ticked) return null;
  const takeBack = () => (document ? remove.mutate({ id: document.id }) : tick.mutate({ part: part.key, on: null }));
  const failure = (remove.error ?? tick.error)?.failure;
  return (
    <>
      <Button
        appearance="subtle"
        disabledFocusable={remove.isPending || tick.isPending}
        aria-label={`Terugnemen: ${part.title}`}
        onClick={takeBack}
      >
        Terugnemen
      </Button>
      {failure ? (
        <div className={className}>
          <FailureMessage failure={failure} />
        </div>
      ) : null}
    </>
  );
}
