import type { InschrijvingGegevens, Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { ControleContext, Edition, Finding } from '../../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../../shared/pve/controles/voorcontrole.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { meldingContent } from './content.ts';

/** From this date of delivery on the edition of November 2015 judges. */
const EDITION_2015_FROM = '2015-11-29';

/** The edition of the PvE that judges a melding delivered on `date`. */
export const editionOn = (date: string): Edition => (date >= EDITION_2015_FROM ? '2015-11' : '2014-12');

/** What the LAS itself can find wrong with a melding before it is sent. */
export function findingsOf(db: Connection, clock: Clock, content: MeldingContent): Finding[] {
  const school = readSchool(db);
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
