import type { Controle } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { dateHits, periodRows, valueHits, type GroupRows } from './generic.ts';
import { validFrom } from './readings.ts';
import type { VestigingFacts } from './types.ts';

const rows: GroupRows = { gegevensgroep: 'vestiging', section: '4.2.8.2' };
const row = {
  ...rows,
  attribuut: 'vestigingsvolgnummer',
  ernst: 'A',
  needs: 'school',
  period: validFrom('voorkomen'),
} as const;

/** `04` is the same vestiging as `4` (PvE 4.1.3 and 7.2.1 differ in the format; compared as a number where it is one). */
const normal = (volgnummer: string) => volgnummer.replace(/^0+(?=\d)/, '');

const find = ({ school }: Facts, volgnummer: string | undefined): VestigingFacts | undefined =>
  school.vestigingen.find((item) => volgnummer !== undefined && normal(item.volgnummer) === normal(volgnummer));

/** Vestiging WPO (PvE 4.2.8.2). */
export const vestigingControles: Controle[] = [
  ...periodRows(rows),
  {
    ...row,
    code: '397',
    // A school of which no vestiging is known cannot be judged.
    check: (facts) =>
      facts.school.vestigingen.length === 0
        ? []
        : valueHits(rows, facts, 'vestigingsvolgnummer', (volgnummer) => {
            const vestiging = find(facts, volgnummer);
            return !vestiging || vestiging.inspectielocatie === true;
          }),
  },
  {
    ...row,
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (date, index) => {
        const vestiging = find(facts, textOf(voorkomensOf(facts, 'vestiging')[index], 'vestigingsvolgnummer'));
        const { opened, closed } = vestiging ?? {};
        return (opened !== undefined && date < opened) || (closed !== undefined && date >= closed);
      }),
  },
];
