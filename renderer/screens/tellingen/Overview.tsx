import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import { recoveryRisk } from '../../../shared/domain/counts/comparisonKinds.ts';
import { call, useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { MijnBronTools, type FileOf } from '../../components/MijnBronTools.tsx';
import { OverviewItem } from './OverviewItem.tsx';
import { judgeTexts, stateTexts } from './overviewTexts.ts';

type Page = Output<'tellingen.vergelijkingsoverzicht'>;

const useStyles = makeStyles({
  notices: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM },
  rules: { margin: '0 0 8px', paddingLeft: '20px', display: 'grid', gap: '4px', maxWidth: '90ch' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

async function fetchOverview(): Promise<string> {
  const { vergelijkingsoverzicht: found } = await call('mijnBron.fetchVergelijkingsoverzicht', {});
  if (!found) return 'Mijn BRON heeft geen vergelijkingsoverzicht van uw school.';
  return found.known ? 'Er is geen nieuw vergelijkingsoverzicht.' : 'Het vergelijkingsoverzicht is opgehaald.';
}

function readText(content: FileOf<'vergelijkingsoverzicht'>): string {
  const { known, outdated } = content.vergelijkingsoverzicht;
  if (outdated) return 'Dit vergelijkingsoverzicht is bewaard. Er is hier al een nieuwer; dat geldt.';
  return known ? 'Dit vergelijkingsoverzicht was hier al.' : 'Het vergelijkingsoverzicht is ingelezen.';
}

/** Where BRON and DUO-CFI differ about the ambulant begeleide leerlingen, and what to do about it (Stappenplan step 12). */
export function Overview() {
  const query = useOperation('tellingen.vergelijkingsoverzicht', {});
  return (
    <Answer query={query}>
      {(page) => (
        <>
          <Section
            title="Vergelijkingsoverzicht ambulant begeleide leerlingen"
            description="Waar BRON en DUO-CFI van elkaar verschillen. Het is er alleen in de fase aansluiting, en alleen als er iets verschilt."
          >
            <MijnBronTools
              kind="vergelijkingsoverzicht"
              name="het vergelijkingsoverzicht"
              fetchedAt={page.fetchedAt ?? null}
              onFetch={fetchOverview}
              onRead={readText}
            />
            <Notices page={page} />
          </Section>
          {page.overview ? <Rows overview={page.overview} /> : null}
        </>
      )}
    </Answer>
  );
}

function Notices({ page }: { page: Page }) {
  const styles = useStyles();
  const { title, text } = stateTexts(page);
  const risk = page.state !== 'agreed' && (page.overview?.rows ?? []).some(({ recovery }) => recovery);
  const settled = page.state === 'none' || page.state === 'agreed';
  return (
    <div className={styles.notices}>
      <MessageBar intent={settled ? 'success' : 'info'} layout="multiline" data-overview={page.state}>
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {text}
        </MessageBarBody>
      </MessageBar>
      {risk ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>U loopt het risico dat bekostiging wordt teruggevorderd.</MessageBarTitle> {recoveryRisk}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}

function Rows({ overview: { kenmerk, madeOn, rows } }: { overview: NonNullable<Page['overview']> }) {
  const styles = useStyles();
  return (
    <Section
      title={countOf(rows.length, 'verschil', 'verschillen')}
      description={`Gemaakt op ${longDate(madeOn)}, kenmerk ${kenmerk}.`}
    >
      <ul className={styles.rules}>
        {judgeTexts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ul className={styles.list} aria-label="Verschillen op het vergelijkingsoverzicht">
        {rows.map((row) => (
          <OverviewItem key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}
