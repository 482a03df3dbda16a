import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Cause, DifferentPupil, Said } from '../../../shared/api/counting.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSchool } from '../../app/useSchool.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { placeText, valueText } from '../registratieoverzicht/texts.ts';
import { FieldLink } from './FieldLink.tsx';
import { PupilName } from './PupilName.tsx';
import { sideTexts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: '16px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    '& button': { font: 'inherit' },
  },
  causes: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '6px', maxWidth: '90ch' },
  sides: { tableLayout: 'fixed' },
});

/** What a side says of a pupil, in words. */
function saidText(said: Said | undefined): string {
  if (!said) return 'Kent deze leerling niet';
  const { counted, signalen, rows } = said;
  return [
    `${counted ? 'Telt mee' : 'Telt niet mee'} (vestiging ${said.vestigingsvolgnummer}).`,
    ...signalen.map((text) => `${text}.`),
    ...(rows.length > 0 ? [`Alleen hier in: ${rows.join('; ')}.`] : []),
  ].join(' ');
}

/** A pupil who is not the same everywhere: what each side says, why, and where it is mended. */
export function DifferentItem({ pupil }: { pupil: DifferentPupil }) {
  const styles = useStyles();
  const { naam, own, bron, gtb, causes, differences } = pupil;
  return (
    <li className={styles.root} data-pupil={pupil.key}>
      <h3 className={styles.title}>
        <PupilName who={pupil} />
      </h3>
      <ul className={styles.causes} aria-label={`Oorzaak bij ${naam}`}>
        {causes.map((cause) => (
          <CauseLine key={cause.text} pupil={pupil} cause={cause} />
        ))}
      </ul>
      <LineTable label={`Wat van ${naam} wordt gezegd`} minWidth="30rem" className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">{sideTexts.own}</th>
            <th scope="col">{sideTexts.bron}</th>
            {gtb ? <th scope="col">{sideTexts.gtb}</th> : null}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{saidText(own)}</td>
            <td>{saidText(bron)}</td>
            {gtb ? <td>{saidText(gtb)}</td> : null}
          </tr>
        </tbody>
      </LineTable>
      {differences.length > 0 ? <Differences pupil={pupil} /> : null}
    </li>
  );
}

const screenTexts = { uitwisselen: 'Naar Uitwisselen', registratieoverzicht: 'Vergelijken met BRON' } as const;

function CauseLine({ pupil, cause }: { pupil: DifferentPupil; cause: Cause }) {
  const go = useNavigation((state) => state.go);
  const { text, remedy, screen, place } = cause;
  return (
    <li>
      <Text weight="semibold">{text}</Text> {remedy}{' '}
      {screen ? (
        <Button
          size="small"
          className="no-print"
          aria-label={`${screenTexts[screen]}: ${pupil.naam}`}
          onClick={() => go({ screen })}
        >
          {screenTexts[screen]}
        </Button>
      ) : null}
      {place ? <FieldLink who={pupil} place={place} /> : null}
    </li>
  );
}

/** The gegevens that matter to the count and are not the same here and in BRON. */
function Differences({ pupil }: { pupil: DifferentPupil }) {
  const styles = useStyles();
  const school = useSchool();
  const context = school ? { vestigingen: school.vestigingen } : {};
  return (
    <LineTable label={`Gegevens van ${pupil.naam} die verschillen`} minWidth="36rem" className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">Gegeven dat verschilt</th>
          <th scope="col">{sideTexts.own}</th>
          <th scope="col">{sideTexts.bron}</th>
          <th scope="col">Waar u het vindt</th>
        </tr>
      </thead>
      <tbody>
        {pupil.differences.map(({ difference, place }) => (
          <tr key={`${difference.path} ${difference.name} ${difference.occurrence ?? ''}`}>
            <th scope="row">
              {placeText(difference)}: {difference.name}
            </th>
            <td>{valueText(difference, difference.here, context)}</td>
            <td>{valueText(difference, difference.bron, context)}</td>
            <td>
              <FieldLink who={pupil} place={place} />
            </td>
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
