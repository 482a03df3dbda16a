import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Input } from '../../../shared/api/contract.ts';
import type { GroepChoice } from '../../../shared/api/export.ts';
import { groepText } from './sentences.ts';

export type Choice = Required<Pick<Input<'export.list'>, 'show' | 'withNumbers' | 'withSecretAddresses'>> & {
  groep: GroepChoice | undefined;
};

/** What a person starts with: who is here today, and nothing that has to be asked for. */
export const firstChoice: Choice = {
  show: 'actueel',
  groep: undefined,
  withNumbers: false,
  withSecretAddresses: false,
};

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  permissions: { display: 'grid', justifyItems: 'start' },
  selects: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
});

interface Props {
  choice: Choice;
  onChange: (choice: Choice) => void;
  groepen: readonly GroepChoice[];
  /** What there is to choose: everything, all but those who left, or only whether numbers go along. */
  about: 'everything' | 'current' | 'numbers';
}

const showTexts = [
  ['actueel', 'Actuele leerlingen'],
  ['uitgeschreven', 'Uitgeschreven leerlingen'],
  ['alle', 'Alle leerlingen'],
] as const;

/** Which pupils go into a file, and whether what is sensitive goes along. */
export function PupilChoice({ choice, onChange, groepen, about }: Props) {
  const styles = useStyles();
  const several = new Set(groepen.map(({ vestigingsvolgnummer }) => vestigingsvolgnummer)).size > 1;
  const texts = groepen.map((groep) => groepText(groep, several));
  const change = (changes: Partial<Choice>) => onChange({ ...choice, ...changes });
  return (
    <div className={styles.root}>
      {about === 'numbers' ? null : (
        <div className={styles.selects}>
          {about === 'everything' ? (
            <Field label="Welke leerlingen">
              <Select
                value={choice.show}
                onChange={(_, { value }) => change({ show: value as Choice['show'], groep: undefined })}
              >
                {showTexts.map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
          <Field label="Groep">
            <Select
              value={choice.groep ? groepText(choice.groep, several) : ''}
              onChange={(_, { value }) => change({ groep: groepen[texts.indexOf(value)] })}
            >
              <option value="">Alle groepen</option>
              {texts.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <div className={styles.permissions}>
        <Checkbox
          label="Met burgerservicenummer en onderwijsnummer"
          checked={choice.withNumbers}
          onChange={(_, { checked }) => change({ withNumbers: checked === true })}
        />
        {about === 'numbers' ? null : (
          <Checkbox
            label="Met adressen die geheim zijn"
            checked={choice.withSecretAddresses}
            onChange={(_, { checked }) => change({ withSecretAddresses: checked === true })}
          />
        )}
      </div>
    </div>
  );
}
