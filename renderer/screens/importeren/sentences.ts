import type { ImportAction, ImportFilter, ImportProgress, ImportRow, OpenImport } from '../../../shared/api/import.ts';
import type { LackingFact } from '../../../shared/domain/import/lacking.ts';
import { countOf } from '../../texts/format.ts';

export const actionTexts: Readonly<Record<ImportAction, string>> = {
  nieuw: 'Nieuw',
  bijwerken: 'Bijwerken',
  overslaan: 'Overslaan',
};

export const lackingTexts: Readonly<Record<LackingFact, string>> = {
  naam: 'achternaam',
  geboortedatum: 'geboortedatum',
  geslacht: 'geslacht',
  nummer: 'burgerservicenummer of onderwijsnummer',
  adres: 'postcode of land',
};

/** "achternaam, geslacht en postcode of land". */
export const lackingText = (lacking: readonly LackingFact[]): string =>
  lacking
    .map((fact) => lackingTexts[fact])
    .join(', ')
    .replace(/, ([^,]*)$/, ' en $1');

export const filterTexts: Readonly<Record<ImportFilter, string>> = {
  alle: 'Alle leerlingen',
  nieuw: 'Nieuw',
  bijwerken: 'Bijwerken',
  overslaan: 'Overslaan',
  vervangt: 'Vervangt persoonsgegevens',
  onvolledig: 'Onvolledig',
  problemen: 'Met opmerkingen',
};

/** How many rows each filter has. */
export const filterCount = ({ counts }: OpenImport, filter: ImportFilter): number =>
  filter === 'alle' ? counts.total : counts[filter];

const stepTexts: Readonly<Record<ImportProgress['step'], string>> = {
  reading: 'Het bestand wordt gelezen',
  comparing: 'De leerlingen worden vergeleken met wie er al zijn',
  saving: 'De leerlingen worden opgeslagen',
  undoing: 'De import wordt teruggedraaid',
};

/** "De leerlingen worden opgeslagen: 120 van 240". Bytes are not counted aloud. */
export const progressText = ({ step, done, total }: ImportProgress): string =>
  step === 'reading' || total === undefined ? `${stepTexts[step]}…` : `${stepTexts[step]}: ${done} van ${total}`;

/** What will happen with one pupil, and what there is to know about it. */
export function rowSentence({ action, match, replaces, fills, lacking, problems }: ImportRow): string {
  const parts: string[] = [];
  if (match && action !== 'nieuw') parts.push(`is hier ${match.naam}`);
  if (match && action === 'overslaan' && replaces + fills === 0) parts.push('niets te wijzigen');
  if (replaces > 0) parts.push(`${countOf(replaces, 'gegeven', 'gegevens')} anders`);
  if (fills > 0) parts.push(`${countOf(fills, 'gegeven', 'gegevens')} erbij`);
  if (lacking.length > 0) parts.push(`mist ${lackingText(lacking)}`);
  if (problems > 0) parts.push(countOf(problems, 'opmerking', 'opmerkingen'));
  const text = parts.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** "12 nieuw, 3 bijwerken, 1 overslaan". */
export const planText = ({ counts }: OpenImport): string =>
  `${counts.nieuw} nieuw, ${counts.bijwerken} bijwerken, ${counts.overslaan} overslaan`;
