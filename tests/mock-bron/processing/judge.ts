import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ControleContext, Finding } from '../../../shared/pve/controles/types.ts';

/** The controles of the PvE over one melding. */
export type Judge = (context: ControleContext) => Finding[];

const candidates = ['judge.ts', 'index.ts'].map(
  (name) => new URL(`../../../shared/pve/controles/${name}`, import.meta.url),
);

/** The file of shared that judges a melding; undefined as long as there is none. */
export const controlesFile = (): URL | undefined => candidates.find((file) => existsSync(fileURLToPath(file)));

const refusal = { code: '753', ernst: 'A', gegevensgroep: 'persoonMetPgn', section: '4.2.7' } as const;

/** The controles of shared. Until they are there only the person is judged. */
export async function loadJudge(): Promise<Judge> {
  const file = controlesFile();
  if (file) {
    const { judgeMelding } = (await import(file.href)) as { judgeMelding: Judge };
    return judgeMelding;
  }
  return ({ register }) =>
    register?.personFound === false
      ? [{ ...refusal, omschrijving: 'BSN, geboortedatum en geslacht horen niet bij elkaar.' }]
      : [];
}
