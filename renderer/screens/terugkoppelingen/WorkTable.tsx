import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { call } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { elementAt, placeName, placeOf } from '../leerlingen/card/places.ts';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';
import { shownValue } from '../../texts/values.ts';
import { TickOffForm } from './TickOffForm.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';

type WorkRow = Output<'terugkoppelingen.work'>['rows'][number];

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '8px 12px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& tr': { breakInside: 'avoid' },
  },
  name: { width: '20%' },
  group: { width: '4.5rem' },
  actions: { width: '7.5rem' },
  block: { display: 'block' },
  remedy: { display: 'block', marginTop: '4px' },
});

const kindText: Record<WorkRow['kind'], string> = {
  signaal: 'gemeld door BRON',
  voorcontrole: 'tegengehouden door de voorcontrole',
  geweigerd: 'geweigerd door BRON',
};

function values(row: WorkRow): string | undefined {
  const element = elementAt(placeOf(row));
  if (!element || (row.lasValue === undefined && row.bronValue === undefined)) return undefined;
  const bron = row.bronValue === undefined ? 'niet bekend' : shownValue(element, row.bronValue);
  return `Bij u: ${shownValue(element, row.lasValue)}. Bij BRON: ${bron}.`;
}

/** The rows of the work list; each leads to its field on the card. */
export function WorkTable({ rows, mayAct }: { rows: readonly WorkRow[]; mayAct: boolean }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const notify = useNotify();
  const [ticking, setTicking] = useState<number>();
  const open = ({ leerlingId, inschrijvingId, gegevensgroep, element, voorkomen, parent }: WorkRow) => {
    if (leerlingId === undefined) return;
    const focus = {
      ...(inschrijvingId === undefined ? {} : { inschrijvingId }),
      ...(gegevensgroep === undefined ? {} : { gegevensgroep }),
      ...(element === undefined ? {} : { element }),
      ...(voorkomen === undefined ? {} : { voorkomen }),
      ...(parent === undefined ? {} : { parent }),
    };
    go({ screen: 'leerling', id: leerlingId, focus });
  };
  return (
    <table className={styles.table} aria-label="Nog niet correct">
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            Leerling
          </th>
          <th scope="col" className={styles.group}>
            Groep
          </th>
          <th scope="col">Wat is er aan de hand, en wat te doen</th>
          {mayAct ? (
            <th scope="col" className={`${styles.actions} no-print`}>
              Actie
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { key, signaalId: id, kind, code, ernst, title, leerlingNaam, leerlingId, groep, remedy, omschrijving } = row;
          const compared = values(row);
          const isTicking = id !== undefined && ticking === id;
          return (
            <tr key={key}>
              <th scope="row">
                {leerlingId === undefined ? (
                  leerlingNaam
                ) : (
                  <TextLink onClick={() => open(row)}>{leerlingNaam}</TextLink>
                )}
                <Text size={200} className={styles.block}>
                  {row.gegevensgroep === undefined ? '' : placeName(placeOf(row))}
                </Text>
              </th>
              <td>{groep ?? '–'}</td>
              <td>
                <ErnstBadge ernst={ernst} />{' '}
                <Text weight="semibold">
                  {title} [{code}]
                </Text>
                {omschrijving && omschrijving !== title ? <Text className={styles.block}>{omschrijving}</Text> : null}
                {compared ? <Text className={styles.block}>{compared}</Text> : null}
                <Text className={styles.remedy}>{remedy || 'Open de leerling en controleer het gegeven.'}</Text>
                <Text size={200} className={styles.block}>
                  {kindText[kind]}
                </Text>
                {isTicking ? (
                  <TickOffForm
                    onTickOff={async (note) => {
                      await call('terugkoppelingen.tickOff', { signaalId: id, note });
                      notify(`Signaal ${code} van ${leerlingNaam} is afgevinkt.`);
                    }}
                    onCancel={() => setTicking(undefined)}
                  />
                ) : null}
              </td>
              {mayAct ? (
                <td className="no-print">
                  {id !== undefined && !isTicking ? (
                    <Button
                      size="small"
                      aria-label={`Afvinken: ${leerlingNaam}, ${code}`}
                      onClick={() => setTicking(id)}
                    >
                      Afvinken…
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
