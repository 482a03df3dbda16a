import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { DateField } from '../../components/DateField.tsx';
import { nothingChosen, useFilter } from './filterState.ts';
import { LeerlingPicker } from './LeerlingPicker.tsx';

const TYPING_PAUSE_MS = 300;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    marginBottom: tokens.spacingVerticalL,
  },
  date: { width: '9.5rem' },
  search: { flex: '1 1 14rem', maxWidth: '24rem' },
  box: { width: '100%', maxWidth: 'none' },
  clear: { alignSelf: 'flex-end' },
});

/** Which lines of the log: period, person, pupil, kind and words. */
export function Filters({ facets }: { facets: Output<'changes.facets'> | undefined }) {
  const styles = useStyles();
  const { chosen, choose } = useFilter();
  const [typed, setTyped] = useState(chosen.search);
  useEffect(() => {
    if (typed === chosen.search) return;
    const timer = setTimeout(() => choose({ search: typed }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, chosen.search, choose]);
  const kinds = (facets?.kinds ?? [])
    .map((kind) => ({ kind, name: changeKindName(kind) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  const narrowed = JSON.stringify(chosen) !== JSON.stringify(nothingChosen);
  return (
    <div className={styles.root} role="search" aria-label="Regels zoeken">
      <DateField label="Van" className={styles.date} value={chosen.from} onChange={(from) => choose({ from })} />
      <DateField label="Tot en met" className={styles.date} value={chosen.to} onChange={(to) => choose({ to })} />
      <Field label="Gebruiker">
        <Select value={chosen.userId} onChange={(_, data) => choose({ userId: data.value })}>
          <option value="">Iedereen</option>
          {facets?.users.map(({ id, naam }) => (
            <option key={id} value={id}>
              {naam}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Soort">
        <Select value={chosen.kind} onChange={(_, data) => choose({ kind: data.value })}>
          <option value="">Alles</option>
          {kinds.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <LeerlingPicker value={chosen.leerling} onChange={(leerling) => choose({ leerling })} />
      <Field label="Woorden" className={styles.search}>
        <SearchBox
          className={styles.box}
          value={typed}
          maxLength={100}
          placeholder="In gegeven, oude of nieuwe waarde"
          dismiss={{ 'aria-label': 'Woorden wissen' }}
          onChange={(_, data) => setTyped(data.value)}
        />
      </Field>
      {narrowed ? (
        <Button
          className={styles.clear}
          onClick={() => {
            setTyped('');
            choose(nothingChosen);
          }}
        >
          Alles tonen
        </Button>
      ) : null}
    </div>
  );
}
