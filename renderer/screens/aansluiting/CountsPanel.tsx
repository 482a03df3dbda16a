import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { reactieTexts } from '../../../shared/mijnBron/reactieTexts.ts';
import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { stateTexts } from '../tellingen/overviewTexts.ts';
import { showTellingen, type Part } from '../tellingen/tellingenState.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import type { PanelProps } from './panels.ts';

const useStyles = makeStyles({
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '8px', maxWidth: '80ch' },
});

function gtbText({ gtbs }: Output<'tellingen.gtbs'>): string {
  const picked = gtbs.filter((gtb) => gtb.picked !== undefined);
  if (picked.length === 0) return 'Er is nog geen GTB.';
  return picked
    .map(({ vestigingsvolgnummer, totaal, picked: why = '' }) => `Vestiging ${vestigingsvolgnummer}: ${totaal}. ${why}`)
    .join(' ');
}

function reactieText({ given: [last] }: Output<'tellingen.reactie'>): string {
  if (!last) return 'Er is nog geen reactie gegeven.';
  return `${reactieTexts[last.choice].title}, op ${longDate(last.receivedOn)}.`;
}

/** How far the school is with GTB, vergelijkingsoverzicht and reactie, and the way to each (Stappenplan step 12). */
export function CountsPanel({ path: { kind } }: PanelProps) {
  const styles = useStyles();
  const gtbs = useOperation('tellingen.gtbs', {});
  const overview = useOperation('tellingen.vergelijkingsoverzicht', {});
  const reactie = useOperation('tellingen.reactie', {});
  return (
    <section aria-labelledby="tellingen">
      <h3 id="tellingen" className={styles.heading}>
        Bij Tellingen
      </h3>
      <ul className={styles.list}>
        <Line part="gtb" name="GTB">
          <Answer query={gtbs}>{(data) => gtbText(data)}</Answer>
        </Line>
        {kind === 'WPO' ? (
          <Line part="vergelijkingsoverzicht" name="Vergelijkingsoverzicht">
            <Answer query={overview}>{(data) => stateTexts(data).title}</Answer>
          </Line>
        ) : null}
        <Line part="reactie" name="Reactie">
          <Answer query={reactie}>{(data) => reactieText(data)}</Answer>
        </Line>
      </ul>
    </section>
  );
}

function Line({ part, name, children }: { part: Part; name: string; children: ReactNode }) {
  return (
    <li data-counts={part}>
      <TextLink onClick={() => showTellingen(part)}>{name}</TextLink>
      <Text>: {children}</Text>
    </li>
  );
}
