import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { firstUnwritable } from '../../../shared/pve/berichten/characters.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { editionOn } from '../../../shared/pve/controles/readings.ts';
import type { ControleContext, Finding } from '../../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../../shared/pve/controles/voorcontrole.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { meldingContent } from './content.ts';

/** What {@link deliveryNow} gives. */
export type Delivery = Pick<ControleContext, 'school' | 'deliveredOn' | 'edition'>;

/** What a message is judged by, whatever it says: who delivers it, and when. */
export function deliveryNow(db: Connection, clock: Clock): Delivery {
  const deliveredOn = today(clock);
  return { school: schoolFactsOf(readSchool(db)), deliveredOn, edition: editionOn(deliveredOn) };
}

/** What the LAS itself can find wrong with a melding before it is sent. */
export const findingsOf = (delivery: Delivery, content: MeldingContent): Finding[] =>
  voorcontrole({ content, ...delivery });

/** Whether a voorkomen holds a character that no message can carry. */
export const holdsUnwritable = (voorkomen: Readonly<Record<string, string | undefined>>): boolean =>
  Object.values(voorkomen).some((value) => value !== undefined && firstUnwritable(value) !== undefined);

/** The same for gegevens that have not been saved. */
export const findingsOfGegevens = (
  db: Connection,
  clock: Clock,
  persoon: Persoonsgegevens,
  gegevens: InschrijvingGegevens,
): Finding[] => findingsOf(deliveryNow(db, clock), meldingContent(persoon, gegevens));

/** The findings because of which BRON would refuse the melding: those hold it back. */
export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter(({ ernst }) => ernst === 'A');
