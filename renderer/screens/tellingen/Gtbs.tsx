import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { call, useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { BackButton } from './BackButton.tsx';
import { CountView } from './CountView.tsx';
import { gtbOpenerId, GtbTable } from './GtbTable.tsx';
import { MijnBronTools, type FileOf } from '../../components/MijnBronTools.tsx';
import { useTellingenState } from './tellingenState.ts';

const useStyles = makeStyles({
  notice: { marginTop: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalM },
  text: { maxWidth: '90ch', marginTop: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalM },
});

async function fetchGtbs(): Promise<string> {
  const { total, fetched } = await call('mijnBron.fetchGtbs', {});
  if (total === 0) return 'Mijn BRON heeft nog geen GTB van uw school.';
  if (fetched.length === 0) return 'Er zijn geen nieuwe GTB’s.';
  return `${countOf(fetched.length, 'GTB', 'GTB’s')} opgehaald.`;
}

function readText(content: FileOf<'gtb'>): string {
  const { peildatum, vestigingsvolgnummer, known, outdated } = content.gtb;
  const which = `De GTB van ${formatDutchDate(peildatum)}, vestiging ${vestigingsvolgnummer},`;
  if (outdated) return `${which} is bewaard. Er is hier al een nieuwere van dezelfde dag; die geldt.`;
  return known ? `${which} was hier al.` : `${which} is ingelezen.`;
}

/** The GTBs of BRON: fetched or read, the ones to judge, and one of them beside the own count (Stappenplan step 12). */
export function Gtbs() {
  const styles = useStyles();
  const { gtb, choose } = useTellingenState();
  const query = useOperation('tellingen.gtbs', {});
  if (gtb)
    return (
      <>
        <BackButton opener={gtbOpenerId(gtb)} onBack={() => choose({ gtb: undefined, shown: undefined })}>
          Terug naar de GTB’s
        </BackButton>
        <Text block className={styles.text}>
          Komen de aantallen of signalen niet overeen met wat u verwacht, wijzig dan de gegevens en wissel opnieuw uit.
          Binnen zeven werkdagen maakt BRON een nieuwe GTB. Klopt de GTB en klopt uw administratie niet, verbeter dan
          alleen die.
        </Text>
        <CountView asked={gtb} />
      </>
    );
  return (
    <Section
      title="GTB’s van BRON"
      description="De Geconsolideerde Tellingen Bekostiging: per vestiging en teldatum hoeveel leerlingen BRON meetelt. Lees het bestand in als u geen certificaat hebt."
    >
      <Answer query={query}>
        {(found) => (
          <>
            <MijnBronTools
              kind="gtb"
              name="de GTB"
              fetchedAt={found.fetchedAt ?? null}
              onFetch={fetchGtbs}
              onRead={readText}
            />
            <Found found={found} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function Found({ found: { gtbs, exchangedOn, newBy } }: { found: Output<'tellingen.gtbs'> }) {
  const styles = useStyles();
  return (
    <>
      {newBy && exchangedOn ? (
        <MessageBar intent="info" className={styles.notice} layout="multiline">
          <MessageBarBody>
            Op {longDate(exchangedOn)} hebt u het laatst uitgewisseld. Tot en met {longDate(newBy)} kan er nog een GTB
            komen waarin dat is verwerkt.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {gtbs.length === 0 ? (
        <EmptyState title="Er is nog geen GTB">
          Binnen zeven werkdagen na het uitwisselen staat er een in Mijn BRON. Haal hem op, of download hem daar en lees
          het bestand in.
        </EmptyState>
      ) : (
        <GtbTable gtbs={gtbs} />
      )}
    </>
  );
}
