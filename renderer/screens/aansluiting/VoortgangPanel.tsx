import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { KeptVoortgang, Path } from '../../../shared/api/aansluiting.ts';
import { call, useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { MijnBronTools } from '../../components/MijnBronTools.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { VoortgangChart } from './VoortgangChart.tsx';
import { VoortgangTable } from './VoortgangTable.tsx';
import { scoreText } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '16px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  charts: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', gap: '16px' },
});

/** The normaantallen against what BRON has, week by week (Stappenplan step 11); what was told before is there without connection. */
export function VoortgangPanel({ path }: { path: Path }) {
  const styles = useStyles();
  const query = useOperation('aansluiting.voortgang', {});
  const fetch = async () => {
    await call('mijnBron.voortgang', {});
    // The voortgangsmails stand in the list of documents.
    await call('mijnBron.documenten', {});
    return 'De voortgang is opgehaald.';
  };
  return (
    <div className={styles.root}>
      <h3 className={styles.heading}>Voortgang per week</h3>
      <MijnBronTools
        kind="voortgang"
        name="de voortgang"
        onFetch={fetch}
        onRead={({ madeOn }) => `De voortgang van ${longDate(madeOn)} is ingelezen.`}
      />
      <Answer query={query}>
        {({ kept }) =>
          kept ? <Kept kept={kept} path={path} /> : <Text>De voortgang is nog niet opgehaald of ingelezen.</Text>
        }
      </Answer>
    </div>
  );
}

function Kept({ kept, path: { kind } }: { kept: KeptVoortgang; path: Path }) {
  const styles = useStyles();
  const { voortgang, madeOn, source, weeks } = kept;
  const { norm, leerlingen, ambulant } = voortgang;
  const behind = norm && !(leerlingen.onSchedule && ambulant.onSchedule);
  return (
    <>
      <MessageBar intent={behind ? 'warning' : 'info'} layout="multiline" data-voortgang={madeOn}>
        <MessageBarBody>
          Stand van {longDate(madeOn)}, {source === 'file' ? 'uit een bestand' : 'uit Mijn BRON'}.{' '}
          {norm
            ? `${scoreText('leerlingen', leerlingen, norm.leerlingen)} ${scoreText('ambulant begeleide leerlingen', ambulant, norm.ambulant)}`
            : 'Er zijn nog geen aantallen doorgegeven, dus er is nog geen normaantal.'}
          {behind ? ' U loopt achter op het schema: kijk bij stap 10 welke leerlingen nog naar BRON moeten.' : ''}
        </MessageBarBody>
      </MessageBar>
      {weeks.length > 0 ? (
        <div className={styles.charts}>
          <VoortgangChart title="Leerlingen" of="leerlingen" kept={kept} />
          <VoortgangChart title="Ambulant begeleid" of="ambulant" kept={kept} />
        </div>
      ) : (
        <Text>Na de eerste werkweek staat hier elke week hoeveel leerlingen in BRON staan.</Text>
      )}
      <VoortgangTable kept={kept} kind={kind} />
    </>
  );
}
