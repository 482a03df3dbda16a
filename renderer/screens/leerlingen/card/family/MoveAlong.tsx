import { Checkbox, makeStyles, Text } from '@fluentui/react-components';
import type { Output } from '../../../../../shared/api/contract.ts';
import { countOf } from '../../../../texts/format.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  legend: { padding: 0 },
});

type Preview = Output<'gezin.previewMove'>;

/** The ids of who moves along. */
export interface Along {
  leerlingen: readonly number[];
  verzorgers: readonly number[];
}

const toggled = (ids: readonly number[], id: number, on: boolean) =>
  on ? [...ids, id] : ids.filter((one) => one !== id);

const messagesText = (messages: number) =>
  messages === 0 ? 'geen melding aan BRON' : `${countOf(messages, 'melding', 'meldingen')} aan BRON`;

interface Props {
  preview: Preview;
  along: Along;
  onChange: (along: Along) => void;
}

/** A tick per person of the family, with what changes and what BRON gets. */
export function MoveAlong({ preview, along, onChange }: Props) {
  const styles = useStyles();
  const { leerling, leerlingen, verzorgers } = preview;
  return (
    <>
      <Text>
        {leerling.naam}: {messagesText(leerling.messages)}.
      </Text>
      {leerlingen.length > 0 ? (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            <Text weight="semibold">Broers en zussen</Text>
          </legend>
          {leerlingen.map(({ id, naam, from, together, messages }) => (
            <Checkbox
              key={id}
              checked={along.leerlingen.includes(id)}
              onChange={(_, { checked }) =>
                onChange({ ...along, leerlingen: toggled(along.leerlingen, id, checked === true) })
              }
              label={`${naam} (${together ? 'zelfde adres' : `nu: ${from || 'adres onbekend'}`}; ${messagesText(messages)})`}
            />
          ))}
        </fieldset>
      ) : null}
      {verzorgers.length > 0 ? (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            <Text weight="semibold">Verzorgers</Text>
          </legend>
          {verzorgers.map(({ id, naam, together }) => (
            <Checkbox
              key={id}
              checked={along.verzorgers.includes(id)}
              onChange={(_, { checked }) =>
                onChange({ ...along, verzorgers: toggled(along.verzorgers, id, checked === true) })
              }
              label={`${naam} (${together ? 'woont nu op dit adres' : 'woont nu ergens anders'})`}
            />
          ))}
          <Text size={200}>Wie niet meeverhuist en bij de leerling woonde, houdt het oude adres.</Text>
        </fieldset>
      ) : null}
      {leerlingen.length + verzorgers.length === 0 ? (
        <Text>Er zijn geen broers, zussen of verzorgers bekend.</Text>
      ) : null}
    </>
  );
}
