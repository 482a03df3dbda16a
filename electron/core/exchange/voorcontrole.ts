import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { editionOn } from '../../../shared/pve/controles/readings.ts';
import type { ControleContext, Finding } from '../../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../../shared/pve/controles/voorcontrole.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { meldingContent } from './content.ts';

/** What the LAS itself can find wrong with a melding before it is sent. */
export function findingsOf(db: Connection, clock: Clock, content: MeldingContent): Finding[] {
  const school = schoolFactsOf(readSchool(db));
  const deliveredOn = today(clock);
  const context: ControleContext = { content, school, deliveredOn, edition: editionOn(deliveredOn) };
  return voorcontrole(context);
}

/** The same for gegevens that have not been saved. */
export const findingsOfGegevens = (
  db: Connection,
  clock: Clock,
  persoon: Persoonsgegevens,
  gegevens: InschrijvingGegevens,
): Finding[] => findingsOf(db, clock, meldingContent(persoon, gegevens));

/** The findings because of which BRON would refuse the melding: those hold it back. */
export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter(({ ernst }) => ernst === 'A');
