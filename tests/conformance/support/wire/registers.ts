import type {
  BrinFacts,
  ElementcodeFacts,
  SamenwerkingsverbandFacts,
  SchoolFacts,
} from '../../../../shared/pve/controles/types.ts';
import { brinFile } from '../../../mock-bron/registers/brin.ts';
import type { RegistersIn } from '../../../mock-bron/registers/live.ts';

/** What the registers say of themselves. */
export const SOURCE = 'The cases of tests/conformance';

const naam = 'Proefnaam';
const PRACTICE = { naam, plaats: 'Proefstad' };

/** What BRON has in its registers, beside the BRP. */
export interface RegisterFiles {
  brin: readonly BrinFacts[];
  samenwerkingsverbanden: readonly SamenwerkingsverbandFacts[];
  elementcodes: Readonly<Record<string, readonly ElementcodeFacts[]>>;
  postcodes: readonly string[] | null;
}

/** The registers as the mock takes them, with the school that delivers among the others. */
export function registersOf(
  school: SchoolFacts,
  { brin, samenwerkingsverbanden, elementcodes, postcodes }: RegisterFiles,
): Pick<RegistersIn, 'brin' | 'postcodes' | 'elementcodes'> {
  const of = (...kinds: string[]) => brin.filter(({ soort }) => kinds.includes(soort));
  const others = of('BAO', 'SBAO', 'TREKKEND', 'WEC').filter(({ brinnummer }) => brinnummer !== school.brinnummer);
  return {
    brin: brinFile.parse({
      source: SOURCE,
      schools: [
        ...others.map((facts) => ({ ...PRACTICE, vestigingen: [], aanleverpunten: [], ...facts })),
        {
          ...PRACTICE,
          ...brin.find(({ brinnummer }) => brinnummer === school.brinnummer),
          ...school,
          aanleverpunten: ['00'],
        },
      ],
      recs: of('REC').map(({ brinnummer, opened, closed }) => ({ naam, brinnummer, opened, closed })),
      instellingen: of('WVO', 'WEB').map((facts) => ({ naam, ...facts })),
      samenwerkingsverbanden: samenwerkingsverbanden.map((facts) => ({ naam, ...facts })),
    }),
    postcodes,
    elementcodes: Object.fromEntries(
      Object.entries(elementcodes).map(([code, list]) => [
        code,
        list.map((row) => ({ ...row, leerjaren: [...row.leerjaren] })),
      ]),
    ),
  };
}
