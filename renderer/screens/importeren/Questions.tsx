import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportAnswers, OpenImport } from '../../../shared/api/import.ts';
import type { School } from '../../../shared/api/session.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { nncaListOf } from '../../../shared/domain/schoolSoort.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';
import { useSchool } from '../../app/useSchool.ts';
import { DateField } from '../../components/DateField.tsx';
import { countOf } from '../../texts/format.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  // The longest choice does not make the field wider than its column.
  control: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
});

interface Props {
  open: OpenImport;
  vestigingen: School['vestigingen'];
  onAnswer: (answers: ImportAnswers) => void;
}

const leerlingen = (count: number) => countOf(count, 'leerling', 'leerlingen');

/** The questions about school facts that the file lacks, once for all pupils. */
export function Questions({ open, vestigingen, onAnswer }: Props) {
  const styles = useStyles();
  const { answers, questions, header } = open;
  const school = useSchool();
  const nncaValues = waarden('nnca', undefined, { within: nncaListOf(school?.soort ?? 'BAO') });
  const [date, setDate] = useState(answers.datumInschrijving ?? '');
  const answerDate = () => {
    const { datumInschrijving: _before, ...others } = answers;
    onAnswer(isDate(date) ? { ...others, datumInschrijving: date } : others);
  };
  const answer = (changes: Partial<ImportAnswers>) => onAnswer({ ...answers, ...changes });
  const vestigingOptions = vestigingen.map(({ volgnummer, naam }) => (
    <option key={volgnummer} value={volgnummer}>
      {volgnummer} {naam}
    </option>
  ));
  return (
    <div className={styles.root}>
      {open.otherSchool ? (
        <Checkbox
          className={styles.wide}
          checked={answers.otherSchool}
          onChange={(_, data) => answer({ otherSchool: data.checked === true })}
          label={`Het bestand is van school ${header.brinnummer ?? ''}. Het gaat toch om leerlingen van deze administratie.`}
        />
      ) : null}
      {questions.withoutInstroomdatum > 0 ? (
        <DateField
          label="Datum inschrijving zonder instroomdatum"
          hint={`${leerlingen(questions.withoutInstroomdatum)}. Leeg: 1 augustus van het schooljaar, of de vierde verjaardag als die later is.`}
          value={date}
          onChange={setDate}
          onBlur={answerDate}
        />
      ) : null}
      {questions.leerjaar > 0 ? (
        <Field label="Leerjaar" hint={`${leerlingen(questions.leerjaar)} met een jaargroep die geen leerjaar is.`}>
          <Select
            className={styles.control}
            value={answers.leerjaar}
            onChange={(_, data) => answer({ leerjaar: data.value as ImportAnswers['leerjaar'] })}
          >
            <option value="leeftijd">Naar leeftijd</option>
            {['1', '2', '3', '4', '5', '6', '7', '8'].map((leerjaar) => (
              <option key={leerjaar} value={leerjaar}>
                Leerjaar {leerjaar}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label="Vestiging" hint="Voor leerlingen zonder vestiging in het bestand.">
        <Select
          className={styles.control}
          value={answers.vestiging}
          onChange={(_, data) => answer({ vestiging: data.value })}
        >
          {vestigingOptions}
        </Select>
      </Field>
      {header.vestigingen.map(({ key, naam }) => (
        <Field key={key} label={`Vestiging ${naam ?? key} in het bestand`}>
          <Select
            className={styles.control}
            value={answers.vestigingen[key] ?? answers.vestiging}
            onChange={(_, data) => answer({ vestigingen: { ...answers.vestigingen, [key]: data.value } })}
          >
            {vestigingOptions}
          </Select>
        </Field>
      ))}
      <Field label="Indicatie bekostiging" hint="Vraagt de school bekostiging voor deze leerlingen?">
        <Select
          className={styles.control}
          value={answers.indicatieBekostiging}
          onChange={(_, data) => answer({ indicatieBekostiging: data.value as ImportAnswers['indicatieBekostiging'] })}
        >
          <option value="true">Ja</option>
          <option value="false">Nee</option>
        </Select>
      </Field>
      <Field label="Aanduiding NNCA">
        <Select
          className={styles.control}
          value={answers.aanduidingNnca}
          onChange={(_, data) => answer({ aanduidingNnca: data.value as ImportAnswers['aanduidingNnca'] })}
        >
          {nncaValues.map(({ code, label }) => (
            <option key={code} value={code}>
              {code}: {label}
            </option>
          ))}
        </Select>
      </Field>
      <Text className={styles.wide}>
        {questions.gewicht > 0 ? `Gewicht 0 voor ${leerlingen(questions.gewicht)} zonder geldig gewicht. ` : ''}
        {questions.groep > 0 ? `De groep heet als het leerjaar voor ${leerlingen(questions.groep)} zonder groep. ` : ''}
        Wat hier wordt ingevuld, is aangenomen tot u het bevestigt: op de kaart of in de lijst Aangenomen.
      </Text>
    </div>
  );
}
