import type { OverzichtDifference, OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import type { FieldElement, WaardelijstName } from '../../../shared/pve/gegevensset/types.ts';
import { shownValue, type ChoiceContext } from '../../texts/values.ts';

type Group = OverzichtRow['group'];

/** What the groups are called, and what a person can make of a row in them. */
export const groupTexts: Readonly<Record<Group, { title: string; meaning: string }>> = {
  onlyBron: {
    title: 'In BRON, niet hier',
    meaning: 'BRON heeft deze inschrijving en uw administratie niet. Neem haar over, met de leerling erbij.',
  },
  onlyHere: {
    title: 'Hier, niet in BRON',
    meaning: 'U hebt deze inschrijving en BRON niet. Ze gaat mee zodra u verstuurt.',
  },
  double: {
    title: 'Dubbel',
    meaning: 'BRON heeft van deze leerling op één dag meer dan één inschrijving op uw school. Bekijk welke juist is.',
  },
  uitgeschreven: {
    title: 'Hier uitgeschreven, in BRON ingeschreven',
    meaning: 'De uitschrijving is nog niet bij BRON, of BRON heeft een latere datum.',
  },
  future: {
    title: 'Hier toekomstig, in BRON al bekend',
    meaning: 'Bij u begint de inschrijving later dan BRON denkt.',
  },
  bekostiging: {
    title: 'Bekostiging verschilt',
    meaning: 'Hier niet bekostigd en in BRON wel, of andersom.',
  },
  ambulant: {
    title: 'Ambulant tegenover regulier',
    meaning: 'De ene kant heeft de leerling als ambulant begeleid, de andere als leerling in uw eigen klas.',
  },
  gegevens: { title: 'Verschil in gegevens', meaning: 'Een of meer gegevens zijn niet gelijk.' },
};

/** Whether a whole group can be taken over at once: of what is double a person has to look at each. */
export const takenTogether = (group: Group): boolean => group !== 'onlyHere' && group !== 'double';

/** The period of an inschrijving on one side, in words. */
export function periodText(period: OverzichtRow['here']): string {
  if (!period) return 'geen inschrijving';
  const { datumInschrijving, datumUitschrijving } = period;
  const from = datumInschrijving ? `vanaf ${formatDutchDate(datumInschrijving)}` : 'zonder datum';
  return datumUitschrijving ? `${from} tot en met ${formatDutchDate(datumUitschrijving)}` : from;
}

/** The gegevensgroepen that a gegeven stands in, with the date or the number of the voorkomen. */
export function placeText({ part, groups, occurrence }: OverzichtDifference): string {
  if (part === 'persoon') return 'Persoonsgegevens';
  const where = groups.length > 0 ? groups.join(', ') : 'Inschrijving';
  if (occurrence === undefined) return where;
  return `${where}, ${isDate(occurrence) ? formatDutchDate(occurrence) : occurrence}`;
}

/** A value of one side, with the meaning of its code. */
export function valueText(
  { name, format, waardelijst }: OverzichtDifference,
  value: string | undefined,
  context: ChoiceContext,
): string {
  const list = waardelijst as WaardelijstName | undefined;
  const element: FieldElement = {
    key: name,
    name,
    format,
    length: 0,
    required: false,
    ...(list ? { waardelijst: list } : {}),
  };
  return shownValue(element, value, context);
}
