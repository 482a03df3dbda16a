import { Button, Checkbox, makeStyles, Text } from '@fluentui/react-components';
import { PeopleSwapRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { useTableStyles } from './tableStyles.ts';
import { Pager } from '../../components/Pager.tsx';

const PAGE = 200;

const useStyles = makeStyles({
  tick: { width: '3rem' },
  target: { scrollMarginBlock: '1rem', ':focus': { outlineStyle: 'none' } },
});

interface Props {
  schooljaar: string;
  shown: number | 'none';
  groepen: readonly GroepRow[];
  mayEdit: boolean;
}

/** The pupils of a groep, or of none: tick some, and put them into another groep. */
export function GroepLeerlingen({ schooljaar, shown, groepen, mayEdit }: Props) {
  const tables = useTableStyles();
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const [offset, setOffset] = useState(0);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [placing, setPlacing] = useState(false);
  const target = useRef<HTMLDivElement>(null);
  const input = { schooljaar, ...(shown === 'none' ? {} : { groepId: shown }), offset, limit: PAGE };
  const query = useOperation('groepen.leerlingen', input, { keepPrevious: true });
  const groep = groepen.find(({ id }) => id === shown);
  // The list appears below the groep that was chosen: the keyboard goes to it.
  useEffect(() => {
    target.current?.focus({ preventScroll: true });
    target.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const toggle = (ids: readonly number[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setTicked(next);
  };
  return (
    <div ref={target} tabIndex={-1} className={styles.target}>
      <Section
        title={groep ? `Leerlingen van ${groep.naam}` : 'Leerlingen die in geen van deze groepen zitten'}
        actions={
          mayEdit && groepen.length > 0 ? (
            <Button icon={<PeopleSwapRegular />} disabledFocusable={ticked.size === 0} onClick={() => setPlacing(true)}>
              {ticked.size === 0
                ? 'In een groep plaatsen…'
                : `${countOf(ticked.size, 'leerling', 'leerlingen')} plaatsen…`}
            </Button>
          ) : undefined
        }
      >
        <Answer query={query} loading="De leerlingen worden opgehaald…">
          {({ rows, total, day }) =>
            total === 0 ? (
              <Text>Hier zitten op {formatDutchDate(day)} geen leerlingen in.</Text>
            ) : (
              <>
                <table
                  className={tables.table}
                  aria-label={groep ? `Leerlingen van ${groep.naam}` : 'Leerlingen zonder groep'}
                >
                  <thead>
                    <tr>
                      {mayEdit ? (
                        <th scope="col" className={styles.tick}>
                          <Checkbox
                            aria-label="Alle leerlingen kiezen"
                            checked={
                              ticked.size === 0
                                ? false
                                : rows.every(({ inschrijvingId }) => ticked.has(inschrijvingId)) || 'mixed'
                            }
                            onChange={(_, { checked }) =>
                              toggle(
                                rows.map(({ inschrijvingId }) => inschrijvingId),
                                checked === true,
                              )
                            }
                          />
                        </th>
                      ) : null}
                      <th scope="col">Leerling</th>
                      <th scope="col">Geboortedatum</th>
                      <th scope="col">Leerjaar</th>
                      <th scope="col">Groep</th>
                      <th scope="col">Sinds</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.inschrijvingId}>
                        {mayEdit ? (
                          <td>
                            <Checkbox
                              aria-label={`${row.naam} kiezen`}
                              checked={ticked.has(row.inschrijvingId)}
                              onChange={(_, { checked }) => toggle([row.inschrijvingId], checked === true)}
                            />
                          </td>
                        ) : null}
                        <th scope="row">
                          <TextLink onClick={() => go({ screen: 'leerling', id: row.leerlingId })}>{row.naam}</TextLink>
                        </th>
                        <td>{formatDutchDate(row.geboortedatum ?? '')}</td>
                        <td>{row.leerjaar ?? '–'}</td>
                        <td>{row.groep ?? '–'}</td>
                        <td>
                          {(row.datumInschrijving ?? '') > day
                            ? `komt op ${formatDutchDate(row.datumInschrijving ?? '')}`
                            : formatDutchDate(row.since ?? '')}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <Pager
                  label="Bladeren door de leerlingen"
                  total={total}
                  size={PAGE}
                  page={offset / PAGE}
                  onPage={(page) => setOffset(page * PAGE)}
                />
              </>
            )
          }
        </Answer>
      </Section>
      {placing ? (
        <PlaceDialog
          schooljaar={schooljaar}
          groepen={groepen}
          inschrijvingIds={[...ticked]}
          onClose={() => setPlacing(false)}
          onPlaced={() => {
            setPlacing(false);
            setTicked(new Set());
          }}
        />
      ) : null}
    </div>
  );
}
