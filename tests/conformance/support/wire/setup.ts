import { parseMoment } from '../../../mock-bron/dutchTime.ts';
import type { KnownPersonIn } from '../../../mock-bron/control/registerSchemas.ts';
import type { RegistersIn } from '../../../mock-bron/registers/live.ts';
import type { MockBron } from '../../../mock-bron/server.ts';
import type { BerichtCase } from '../berichtCases.ts';
import type { Batch } from './batches.ts';
import { registersOf, SOURCE } from './registers.ts';

/** What a mock is given before a case, over its control interface or in-process. */
export interface Setup {
  /** `yyyy-mm-ddThh:mm`, Dutch time: `POST /clock`. */
  clock: string;
  /** `PUT /registers`. */
  registers: RegistersIn;
  /** `POST /register`. */
  persons: readonly KnownPersonIn[];
}

const MORNING = 'T09:00';

/** What the cases of a batch ask for; they are of one day, and have the school and the registers in common. */
export function setupOfBatch({ placed, first: { context, registers } }: Batch): Setup {
  return {
    clock: `${context.deliveredOn}${MORNING}`,
    registers: {
      ...registersOf(context.school, registers),
      brp: { source: SOURCE, persons: placed.flatMap(({ pupil }) => pupil.citizens) },
    },
    persons: placed.flatMap(({ pupil }) => pupil.known),
  };
}

/** What a case about a message asks for. */
export const setupOfBericht = ({ deliveredOn, school, registers, brp, known }: BerichtCase): Setup => ({
  clock: `${deliveredOn}${MORNING}`,
  registers: { ...registersOf(school, registers), brp: { source: SOURCE, persons: [...brp] } },
  persons: known,
});

/** Empties a mock and gives it what a case asks for. */
export function setUp(mock: MockBron, { clock, registers, persons }: Setup): void {
  mock.reset();
  mock.setClock(parseMoment(clock));
  mock.replaceRegisters(registers);
  for (const person of persons) mock.knowPerson(person);
}
