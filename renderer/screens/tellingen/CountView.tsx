import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { CountTable } from './CountTable.tsx';
import { ShownPupils } from './ShownPupils.tsx';
import { openerId, useTellingenState, type Asked, type Shown } from './tellingenState.ts';
import { differenceText, numberText } from './texts.ts';

type Counts = Output<'tellingen.count'>;

const useStyles = makeStyles({
  notices: { display: 'grid', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px', maxWidth: '90ch' },
});

/** The numbers of a date in a table, or the pupils behind one of them. */
export function CountView({ asked }: { asked: Asked }) {
  const { shown, choose } = useTellingenState();
  const query = useOperation('tellingen.count', asked, { keepPrevious: true });
  return (
    <Answer query={query} loading="De telling wordt gemaakt…">
      {(counts) =>
        shown ? (
          <ShownPupils asked={asked} shown={shown} onBack={() => choose({ shown: undefined })} />
        ) : (
          <Numbers counts={counts} busy={query.isPlaceholderData} onShow={(wanted) => choose({ shown: wanted })} />
        )
      }
    </Answer>
  );
}

function summaryOf({ peildatum, rows, bronKnown }: Counts): string {
  const total = rows.find(({ code }) => code === 'totaal');
  if (!total) return '';
  const own = `Op ${longDate(peildatum)} tellen volgens uw administratie ${countOf(total.own, 'leerling', 'leerlingen')} mee`;
  if (!bronKnown) return `${own}. Van BRON is nog niets bekend.`;
  const gtb = total.gtb === undefined ? '' : ` Op de GTB staan er ${numberText(total, total.gtb)}.`;
  return `${own}, en volgens wat BRON heeft ${numberText(total, total.bron)} (verschil: ${differenceText(total, total.own, total.bron)}).${gtb}`;
}

function Numbers({ counts, busy, onShow }: { counts: Counts; busy: boolean; onShow: (shown: Shown) => void }) {
  const styles = useStyles();
  const { different, notCounted, attention, assumptions } = counts;
  const list = (name: 'different' | 'notCounted' | 'attention', text: string, count: number) => (
    <Button id={openerId({ list: name })} disabled={count === 0} onClick={() => onShow({ list: name })}>
      {text} ({count})
    </Button>
  );
  return (
    <>
      <Notices counts={counts} />
      <Section title={`Telling op ${longDate(counts.peildatum)}`}>
        <Text role="status" block>
          {summaryOf(counts)}
        </Text>
        <div className={styles.buttons} role="group" aria-label="Leerlingen om naar te kijken">
          {list('different', 'Verschillen', different)}
          {list('notCounted', 'Tellen niet mee', notCounted)}
          {list('attention', 'Attentie', attention)}
        </div>
        <CountTable counts={counts} busy={busy} onShow={onShow} />
      </Section>
      <Section
        title="Waar deze telling van uitgaat"
        description="De wet zegt niet alles. Wat hieronder staat, is aangenomen."
      >
        <ul className={styles.list}>
          {assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** What stands in the way of comparing the numbers. */
function Notices({ counts: { bronKnown, toSend } }: { counts: Counts }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const texts = [
    ...(bronKnown
      ? []
      : [
          'Van BRON is nog niets bekend. Verstuur de leerlingen, of vraag bij Uitwisselen een registratieoverzicht op als BRON ze al heeft.',
        ]),
    ...(toSend > 0
      ? [
          `Van ${countOf(toSend, 'leerling', 'leerlingen')} die hier anders ${toSend === 1 ? 'telt' : 'tellen'} dan in BRON, moet nog iets worden verstuurd.`,
        ]
      : []),
  ];
  if (texts.length === 0) return null;
  return (
    <div className={styles.notices}>
      {texts.map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => go({ screen: 'uitwisselen' })}>Naar Uitwisselen</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
