import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ControleContext, Finding } from '../../../shared/pve/controles/types.ts';

/** The controles of the PvE over one melding. */
export type Judge = (context: ControleContext) => Finding[];

/** The controles of shared. Until they are there only the person is judged. */
export async function loadJudge(): Promise<Judge> {
  const file = new URL('../../../shared/pve/controles/judge.ts', import.meta.url);
  if (existsSync(fileURLToPath(file))) {
    const { judgeMelding } = (await import(file.href)) as { judgeMelding: Judge };
    return judgeMelding;
  }
  return ({ register }) =>
    register?.personFound === false
      ? [
          {
            code: '753',
            ernst: 'A',
            gegevensgroep: 'persoonMetPgn',
            omschrijving: 'BSN, geboortedatum en geslacht horen niet bij elkaar.',
            section: '4.2.7',
          },
        ]
      : [];
}
