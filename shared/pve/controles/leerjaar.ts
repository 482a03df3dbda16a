import type { Controle } from './controle.ts';
import { periodRows, valueHits, type GroupRows } from './generic.ts';
import { isVarend, validFrom } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'leerjaarGroep', section: '4.2.8.4' };
const row = { ...rows, attribuut: 'leerjaar', ernst: 'A' } as const;

/** Leerjaar/groep WPO (PvE 4.2.8.4). */
export const leerjaarControles: Controle[] = [
  ...periodRows(rows),
  {
    ...row,
    code: '322',
    needs: 'school',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'leerjaar', (leerjaar) => leerjaar === '0' && !isVarend(facts.school)),
  },
  {
    ...row,
    code: '742',
    check: (facts) => valueHits(rows, facts, 'leerjaar', (leerjaar) => !/^[0-8]$/.test(leerjaar)),
  },
];
