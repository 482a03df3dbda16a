import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Sibling } from '../../../../../shared/api/gezin.ts';
import { formatDutchDate } from '../../../../../shared/domain/dates.ts';
import { useAction } from '../../../../app/api.ts';
import { useNavigation } from '../../../../app/navigation.ts';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { Section } from '../../../../components/Section.tsx';
import { TextLink } from '../../../uitwisselen/TextLink.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  item: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** Why this pupil is in the list. */
function reason({ state, because }: Sibling): string {
  if (because.includes('verzorger')) return 'heeft dezelfde verzorger';
  if (because.includes('address')) return 'woont op hetzelfde adres en heeft dezelfde achternaam';
  return state === 'sibling' ? 'door de school opgegeven' : '';
}

interface Props {
  leerlingId: number;
  siblings: readonly Sibling[];
  readOnly: boolean;
}

/** Brothers and sisters, with a question where the program only thinks so. */
export function SiblingSection({ leerlingId, siblings, readOnly }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const decide = useAction('gezin.decideSiblings');
  const say = (otherId: number, answer: boolean) => decide.mutate({ leerlingId, otherId, siblings: answer });
  return (
    <Section
      title="Broers en zussen"
      description="Leerlingen met dezelfde verzorger. Bij hetzelfde adres en dezelfde achternaam vraagt het programma of het klopt."
    >
      <FailureMessage failure={decide.error?.failure} />
      {siblings.length === 0 ? <Text>Geen broers of zussen bekend op deze school.</Text> : null}
      <ul className={styles.list} aria-label="Broers en zussen">
        {siblings.map((sibling) => {
          const { leerlingId: otherId, naam, geboortedatum, groep, state } = sibling;
          const facts = [geboortedatum && formatDutchDate(geboortedatum), groep && `groep ${groep}`, reason(sibling)];
          return (
            <li key={otherId} className={styles.item}>
              <TextLink onClick={() => go({ screen: 'leerling', id: otherId })}>{naam}</TextLink>
              {state === 'maybe' ? <Badge color="warning">Misschien</Badge> : null}
              {state === 'not' ? <Badge appearance="outline">Geen broer of zus</Badge> : null}
              <Text className={styles.quiet}>{facts.filter(Boolean).join(', ')}</Text>
              {readOnly ? null : (
                <span className={styles.actions}>
                  {state === 'sibling' ? null : (
                    <Button size="small" aria-label={`${naam} is broer of zus`} onClick={() => say(otherId, true)}>
                      {state === 'not' ? 'Toch wel' : 'Is broer of zus'}
                    </Button>
                  )}
                  {state === 'not' ? null : (
                    <Button
                      size="small"
                      appearance={state === 'maybe' ? 'secondary' : 'subtle'}
                      aria-label={`${naam} is geen broer of zus`}
                      onClick={() => say(otherId, false)}
                    >
                      Is geen broer of zus
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
