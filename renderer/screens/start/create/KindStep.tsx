import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import type { CreateForm } from './createForm.ts';

const useStyles = makeStyles({
  group: { gap: '12px' },
  choice: {
    alignItems: 'flex-start',
    padding: '8px 12px 12px 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  words: { display: 'grid', gap: '2px' },
  more: { color: tokens.colorNeutralForeground2 },
});

const choices = [
  {
    value: 'oefen',
    title: 'Oefenadministratie',
    more: 'Om het programma te leren kennen, met verzonnen leerlingen en een oefen-BRON. Er gaat nooit iets naar het echte BRON.',
  },
  {
    value: 'echt',
    title: 'Echte administratie',
    more: 'Voor de leerlingen van uw school, met uitwisseling met BRON. Werkt altijd op de echte datum.',
  },
] as const;

/** Oefen or echt: for ever. */
export function KindStep({ control }: { control: Control<CreateForm> }) {
  const styles = useStyles();
  const { field } = useController({ control, name: 'kind' });
  return (
    <>
      <RadioGroup
        className={styles.group}
        aria-label="Soort administratie"
        value={field.value}
        onChange={(_, { value }) => field.onChange(value)}
      >
        {choices.map(({ value, title, more }) => (
          <Radio
            key={value}
            value={value}
            className={styles.choice}
            label={
              <span className={styles.words}>
                <Text weight="semibold">{title}</Text>
                <Text className={styles.more}>{more}</Text>
              </span>
            }
          />
        ))}
      </RadioGroup>
      <Text>De keuze geldt voor altijd: een oefenadministratie kan geen echte worden, en andersom.</Text>
    </>
  );
}
