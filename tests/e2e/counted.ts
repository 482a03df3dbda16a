import type { Page } from '@playwright/test';
import { correctInschrijving } from '../support/pupils.ts';
import { ask } from './steps.ts';
import type { World } from './world.ts';

/** Calls the control interface of the mock. */
export async function control({ mock }: World, method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(new URL(path, mock.addresses.control), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
}

/** The school 99ZZ is on its way to BRON, and what was exchanged stands on the GTBs at once. */
export async function inFase(world: World): Promise<void> {
  const week = '2009-11-16';
  await control(world, 'POST', '/aansluitingen', {
    ...{ brinnummer: '99ZZ', plannedWeek: week, start: week, akkoordverklaring: '2009-10-05' },
  });
  await control(world, 'PUT', '/gtb-delay', { werkdagen: 0 });
}

/** The school asks no funding for a pupil any more. */
export async function makeUnfunded(page: Page, leerlingId: number): Promise<void> {
  const { inschrijvingen } = await ask(page, 'leerlingen.get', { id: leerlingId });
  const [inschrijving] = inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  const { id, version } = inschrijving;
  const indicatieBekostiging = [{ begindatum: '2009-08-01', indicatieBekostiging: 'false' }];
  const gegevens = correctInschrijving({ indicatieBekostiging });
  await ask(page, 'leerlingen.saveInschrijving', { leerlingId, id, version, gegevens });
}
