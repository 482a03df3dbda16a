import { isOpenOn } from './brin.ts';
import type { Controle } from './controle.ts';
import { textOf } from './facts.ts';
import { dateHits, periodRows, valueHits } from './generic.ts';
import { validFrom } from './readings.ts';
import type { SchoolFacts, VestigingFacts } from './types.ts';

const normal = (volgnummer: string) => volgnummer.replace(/^0+(?=\d)/, '');

/** `04` is the same vestiging as `4` (PvE 4.1.3 and 7.2.1 differ in the format; compared as a number where it is one). */
export const sameVestiging = (a: string, b: string): boolean => normal(a) === normal(b);

/** The vestiging of a school with a volgnummer. */
export const findVestiging = (
  { vestigingen }: Pick<SchoolFacts, 'vestigingen'>,
  volgnummer: string | undefined,
): VestigingFacts | undefined =>
  vestigingen.find((item) => volgnummer !== undefined && sameVestiging(item.volgnummer, volgnummer));

/** Vestiging WPO or WEC (PvE 4.2.8.2 and 4.2.9.2). */
export function vestigingControles(section: string): Controle[] {
  const rows = { gegevensgroep: 'vestiging', section };
  const row = {
    ...rows,
    attribuut: 'vestigingsvolgnummer',
    ernst: 'A',
    needs: 'school',
    period: validFrom('voorkomen'),
  } as const;
  return [
    ...periodRows(rows),
    {
      ...row,
      code: '397',
      // A school of which no vestiging is known cannot be judged.
      check: (facts) =>
        facts.school.vestigingen.length === 0
          ? []
          : valueHits(rows, facts, 'vestigingsvolgnummer', (volgnummer) => {
              const vestiging = findVestiging(facts.school, volgnummer);
              return !vestiging || vestiging.inspectielocatie === true;
            }),
    },
    {
      ...row,
      code: '348',
      check: (facts) =>
        dateHits(rows, facts, (date, { item }) => {
          const vestiging = findVestiging(facts.school, textOf(item, 'vestigingsvolgnummer'));
          return vestiging !== undefined && !isOpenOn(vestiging, date);
        }),
    },
  ];
}
