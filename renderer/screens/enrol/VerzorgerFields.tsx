import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Section } from '../../components/Section.tsx';
import { countries, opleidingen, type VerzorgerInput } from './verzorgers.ts';

const useStyles = makeStyles({
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  person: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  name: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  choice: { minWidth: 0, width: '100%' },
});

interface Props {
  verzorgers: readonly VerzorgerInput[];
  /** The gewicht rests on the opleiding; without gewicht it is not asked. */
  withOpleiding: boolean;
  onChange: (verzorgers: VerzorgerInput[]) => void;
}

/** What the proposals for NNCA and gewicht rest on. */
export function VerzorgerFields({ verzorgers, withOpleiding, onChange }: Props) {
  const styles = useStyles();
  const change = (index: number, next: Partial<VerzorgerInput>) =>
    onChange(verzorgers.map((item, at) => (at === index ? { ...item, ...next } : item)));
  return (
    <Section
      title="Verzorgers"
      description="Voor de voorstellen hieronder. Is er één verzorger, laat de tweede dan leeg."
    >
      <div className={styles.people}>
        {verzorgers.map(({ opleiding, geboorteland }, index) => (
          <fieldset key={index} className={styles.person}>
            <legend className={styles.name}>Verzorger {index + 1}</legend>
            {withOpleiding ? (
              <Field label="Opleiding (ouderverklaring)">
                <Select
                  className={styles.choice}
                  value={opleiding}
                  onChange={(_, data) => change(index, { opleiding: data.value as VerzorgerInput['opleiding'] })}
                >
                  <option value="">(niet bekend)</option>
                  {opleidingen.map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : null}
            <Field label="Geboorteland">
              <Select
                className={styles.choice}
                value={geboorteland}
                onChange={(_, data) => change(index, { geboorteland: data.value })}
              >
                <option value="">(niet bekend)</option>
                {countries.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}
