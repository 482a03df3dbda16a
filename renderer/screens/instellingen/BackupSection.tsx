import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, HistoryRegular, SaveRegular } from '@fluentui/react-icons';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { pupilsIn } from '../../texts/backup.ts';
import { KnownBackups } from '../backup/KnownBackups.tsx';
import { useRestoreDialog } from '../backup/restoreState.ts';
import { momentOf } from '../uitwisselen/moments.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  places: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 16px', margin: 0 },
  place: { margin: 0, overflowWrap: 'anywhere' },
  term: { fontWeight: 600 },
});

/** The backups: the last one, making one, the second place, restoring one. */
export function BackupSection(props: Pick<ContentProps, 'readOnly' | 'safe'>) {
  const list = useOperation('backup.list', {});
  return (
    <Section
      title="Reservekopieën"
      description="Elke dag maakt het programma vanzelf een reservekopie en leest die terug om te zien of zij goed is. Bewaard blijven 7 dagen, 5 weken en 12 maanden. Wat u met de hand maakt blijft staan."
    >
      <Answer query={list}>{(data) => <Content data={data} {...props} />}</Answer>
    </Section>
  );
}

interface ContentProps {
  data: Output<'backup.list'>;
  readOnly: boolean;
  /** After a safe start a backup is not put back either, which a damaged administration asks for. */
  safe: boolean;
}

function Content({ data, readOnly, safe }: ContentProps) {
  const styles = useStyles();
  const leave = useNavigation((state) => state.leave);
  const setRestoring = useRestoreDialog((state) => state.setOpen);
  const { first, second, backups, useless } = data;
  return (
    <div className={styles.root}>
      <State />
      {readOnly ? null : <Make />}
      <dl className={styles.places}>
        <dt className={styles.term}>Eerste plaats</dt>
        <dd className={styles.place}>{first}</dd>
        <dt className={styles.term}>Tweede plaats</dt>
        <dd className={styles.place}>
          {second ?? 'Nog niet gekozen. Kies een map op een andere schijf: dan overleeft een kopie ook deze computer.'}
        </dd>
      </dl>
      {readOnly ? null : <SecondPlace chosen={second !== undefined} />}
      {backups.length > 0 ? (
        <KnownBackups backups={backups} />
      ) : (
        <EmptyState title="Er is nog geen reservekopie">Maak er een met Nu een reservekopie maken.</EmptyState>
      )}
      {useless.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Deze bestanden zijn niet te gebruiken:{' '}
            {useless.map(({ name, problem }) => `${name} (${problem})`).join('; ')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {safe ? null : (
        <div className={styles.buttons}>
          <Button icon={<HistoryRegular />} onClick={() => leave(() => setRestoring(true))}>
            Reservekopie terugzetten…
          </Button>
        </div>
      )}
    </div>
  );
}

function State() {
  const { data } = useOperation('backup.state', {});
  const now = useNow(30).toISOString();
  if (!data) return null;
  return (
    <>
      {data.problems.map((problem) => (
        <MessageBar key={problem} intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      ))}
      <Text role="status">
        {data.making
          ? 'Er wordt een reservekopie gemaakt en teruggelezen. U kunt doorwerken.'
          : data.lastAt
            ? `De laatste goede reservekopie is van ${momentOf(data.lastAt, now)}.`
            : 'Er is nog geen reservekopie van deze administratie.'}
      </Text>
    </>
  );
}

function Make() {
  const styles = useStyles();
  const notify = useNotify();
  const make = useAction('backup.make', {
    onSuccess: (made) => notify(`De reservekopie is gemaakt en gecontroleerd: ${pupilsIn(made)}.`),
  });
  const toFile = async () => {
    const { name } = await window.las
      .invoke('backup.targetName', {})
      .then((result) => (result.ok ? (result.value as { name: string }) : { name: 'bronwijs.reservekopie' }));
    const target = await window.las.host.chooseTarget({ name });
    if (!target) return;
    make.mutate({ target: target.token }, { onSuccess: () => void window.las.host.fileWritten(target) });
  };
  return (
    <>
      <FailureMessage failure={make.error?.failure} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          disabledFocusable={make.isPending}
          onClick={() => make.mutate({})}
        >
          {make.isPending ? 'Reservekopie wordt gemaakt…' : 'Nu een reservekopie maken'}
        </Button>
        <Button icon={<ArrowDownloadRegular />} disabledFocusable={make.isPending} onClick={() => void toFile()}>
          Opslaan als bestand…
        </Button>
      </div>
    </>
  );
}

function SecondPlace({ chosen }: { chosen: boolean }) {
  const styles = useStyles();
  const notify = useNotify();
  const set = useAction('backup.setSecondPlace', {
    onSuccess: (_, { folder }) =>
      notify(folder === undefined ? 'Er is geen tweede plaats meer.' : 'De tweede plaats is gekozen.'),
  });
  const choose = async () => {
    const folder = await window.las.host.chooseFolder({ title: 'Tweede plaats voor reservekopieën' });
    if (folder) set.mutate({ folder: folder.token });
  };
  return (
    <>
      <FailureMessage failure={set.error?.failure} />
      <div className={styles.buttons}>
        <Button disabledFocusable={set.isPending} onClick={() => void choose()}>
          {chosen ? 'Andere tweede plaats kiezen…' : 'Tweede plaats kiezen…'}
        </Button>
        {chosen ? (
          <Button disabledFocusable={set.isPending} onClick={() => set.mutate({})}>
            Geen tweede plaats
          </Button>
        ) : null}
      </div>
    </>
  );
}
