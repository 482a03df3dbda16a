import type { Message } from '../../pve/berichten/messages.ts';
import { isDate } from '../dates.ts';

type Told = Pick<NonNullable<Message<15>['situatieNieuw']>[number], 'datumOverlijden' | 'migratie'>;
type Migration = NonNullable<Told['migratie']>[number];

const dayOf = ({ datumVestigingInNederland: arrival = '', datumVertrekUitNederland: departure = '' }: Migration) =>
  arrival > departure ? arrival : departure;

/** The voorkomen of migration that tells the last thing that happened; a date of which part is not known counts from its beginning. */
export const lastMigration = (migratie: readonly Migration[] = []): Migration | undefined =>
  migratie.reduce<Migration | undefined>(
    (last, next) => (last === undefined || dayOf(next) >= dayOf(last) ? next : last),
    undefined,
  );

/** Why the BRP has a person leave, and the last day `yyyy-mm-dd` when the whole date of it is known. */
export interface ToldLeaving {
  leavingReason: 'deceased' | 'abroad';
  lastDay?: string;
}

/**
 * What the BRP tells of a person that may end the inschrijving (PvE 5.6.14): death, or a departure from the Netherlands after which
 * there was no vestiging. Who lives abroad may go on coming to school: of a departure no last day is told.
 */
export function toldLeaving({ datumOverlijden, migratie }: Told): ToldLeaving | undefined {
  if (datumOverlijden)
    return { leavingReason: 'deceased', ...(isDate(datumOverlijden) ? { lastDay: datumOverlijden } : {}) };
  const last = lastMigration(migratie);
  return last?.datumVertrekUitNederland && dayOf(last) === last.datumVertrekUitNederland
    ? { leavingReason: 'abroad' }
    : undefined;
}
