import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { LeerlingPicker } from '../logboek/LeerlingPicker.tsx';
import { counted } from './sentences.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '9rem', overflow: 'auto' },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', justifyContent: 'space-between' },
});

export interface Pupil {
  id: number;
  naam: string;
}

interface Props {
  pupils: readonly Pupil[];
  onChange: (pupils: Pupil[]) => void;
}

/** Picks pupils one by one, and takes them out again. */
export function SeveralPupils({ pupils, onChange }: Props) {
  const styles = useStyles();
  return (
    <>
      <LeerlingPicker
        value={undefined}
        onChange={(picked) => {
          if (picked && !pupils.some(({ id }) => id === picked.id)) onChange([...pupils, picked]);
        }}
      />
      <Text role="status">
        {pupils.length === 0 ? 'Nog niemand gekozen.' : `${counted(pupils.length, 'leerling', 'leerlingen')} gekozen:`}
      </Text>
      <ul className={styles.list} aria-label="Gekozen leerlingen">
        {pupils.map(({ id, naam }) => (
          <li key={id} className={styles.item}>
            {naam}
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={`${naam} weghalen`}
              onClick={() => onChange(pupils.filter((one) => one.id !== id))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
