import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Field,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ImportAction, ImportCandidateDetail } from '../../../shared/api/import.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { fieldName, fieldValue } from '../../texts/fields.ts';
import { actionTexts, lackingText } from './sentences.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '56rem' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '1.25rem' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '4px 12px 4px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

const matchTexts = {
  nummer: 'het nummer',
  leerlingnummer: 'het leerlingnummer',
  naam: 'naam en geboortedatum',
} as const;

function Differences({ detail }: { detail: ImportCandidateDetail }) {
  const styles = useStyles();
  if (detail.differences.length === 0) return null;
  return (
    <table className={styles.table} aria-label="Verschillen">
      <thead>
        <tr>
          <th scope="col">Gegeven</th>
          <th scope="col">Hier</th>
          <th scope="col">In het bestand</th>
        </tr>
      </thead>
      <tbody>
        {detail.differences.map(({ gegevensgroep, element, here, file }) => (
          <tr key={`${gegevensgroep} ${element}`}>
            <th scope="row">{fieldName(gegevensgroep, element)}</th>
            <td>{here === undefined ? '(leeg)' : fieldValue(gegevensgroep, element, here)}</td>
            <td>{fieldValue(gegevensgroep, element, file)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Persoon({ detail }: { detail: ImportCandidateDetail }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="Persoonsgegevens">
      <tbody>
        {Object.entries(detail.persoon).map(([element, value]) => (
          <tr key={element}>
            <th scope="row">{fieldName('persoon', element)}</th>
            <td>{fieldValue('persoon', element, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Detail({ detail, onChoose }: { detail: ImportCandidateDetail; onChoose: (action: ImportAction) => void }) {
  const styles = useStyles();
  const { row, problems, assumed, notes, line, allowed } = detail;
  return (
    <>
      <Text>
        {row.match
          ? `Herkend aan ${matchTexts[row.match.by]}: ${row.match.naam} staat al in deze administratie.`
          : 'Deze leerling staat nog niet in deze administratie.'}
        {line === undefined ? '' : ` In het bestand vanaf regel ${line}.`}
      </Text>
      <Field label="Wat gebeurt er met deze leerling">
        <RadioGroup layout="horizontal" value={row.action} onChange={(_, data) => onChoose(data.value as ImportAction)}>
          {allowed.map((action) => (
            <Radio key={action} value={action} label={actionTexts[action]} />
          ))}
        </RadioGroup>
      </Field>
      {row.lacking.length > 0 ? (
        <Text>
          Er ontbreekt: {lackingText(row.lacking)}. De leerling wordt opgeslagen en komt op de lijst Onvolledig.
        </Text>
      ) : null}
      {problems.length > 0 ? (
        <ul className={styles.list} aria-label="Opmerkingen">
          {problems.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {row.match && row.action !== 'nieuw' ? <Differences detail={detail} /> : <Persoon detail={detail} />}
      {assumed.length > 0 ? (
        <>
          <h3 className={styles.heading}>Aangenomen</h3>
          <ul className={styles.list}>
            {assumed.map(({ gegevensgroep, element, value }) => (
              <li key={`${gegevensgroep} ${element}`}>
                {fieldName(gegevensgroep, element)}: {fieldValue(gegevensgroep, element, value)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notes.length > 0 ? <Text>Als notitie bewaard: {notes.join('; ')}.</Text> : null}
    </>
  );
}

/** One pupil of the preview: what would be saved, what differs, and the choice what to do. */
export function CandidateDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const styles = useStyles();
  const query = useOperation('import.candidate', { number }, { keepPrevious: true });
  const choose = useAction('import.choose');
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{query.data ? query.data.row.naam : 'Leerling'}</DialogTitle>
          <DialogContent className={styles.content}>
            <Answer query={query}>
              {(detail) => <Detail detail={detail} onChoose={(action) => choose.mutate({ number, action })} />}
            </Answer>
            <FailureMessage failure={choose.error?.failure} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Sluiten
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
