import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkCode } from '../../../shared/api/work.ts';
import { SignaalLink } from '../handleiding/SignaalLink.tsx';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { TickOffAllDialog } from './TickOffAllDialog.tsx';

const useStyles = makeStyles({
  row: { backgroundColor: tokens.colorNeutralBackground3, breakAfter: 'avoid' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  title: { flex: '1 1 20rem' },
  text: { display: 'block', marginTop: '4px', fontWeight: tokens.fontWeightRegular },
});

interface Props {
  title: string;
  count: number;
  columns: number;
  /** The part began on an earlier page. */
  continued: boolean;
  /** Of a part by what is the matter: its explanation, and ticking off all of it. */
  code?: WorkCode | undefined;
  groep?: string | undefined;
  mayAct: boolean;
}

/** The head of a part of the work list: what it is and how many, and once what its rows have in common. */
export function PartHead({ title, count, columns, continued, code, groep, mayAct }: Props) {
  const styles = useStyles();
  const [ticking, setTicking] = useState(false);
  return (
    <tr className={styles.row}>
      <th scope="rowgroup" colSpan={columns}>
        <div className={styles.head}>
          {code ? <ErnstBadge ernst={code.ernst} /> : null}
          <Text weight="semibold" size={400} className={styles.title}>
            {title}
            {continued ? ' (vervolg)' : ''}
          </Text>
          <Text>{counted(count, 'punt', 'punten')}</Text>
          {mayAct && code && code.tickable > 1 ? (
            <Button size="small" className="no-print" onClick={() => setTicking(true)}>
              Alle {code.tickable} afvinken…
            </Button>
          ) : null}
        </div>
        {code ? (
          <>
            <Text className={styles.text}>{code.meaning}</Text>
            <Text className={styles.text}>
              <strong>Wat te doen:</strong> {code.remedy} <SignaalLink code={code.code} />
            </Text>
          </>
        ) : null}
        {ticking && code ? <TickOffAllDialog part={code} groep={groep} onClose={() => setTicking(false)} /> : null}
      </th>
    </tr>
  );
}
