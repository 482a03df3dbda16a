import { pickGtbs, type Picked } from '../../../shared/domain/counts/pickGtb.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import type { Source } from '../mijnBron/keep.ts';
import { lastDeliveryDay } from './delivered.ts';

/** What is kept of a GTB, without the pupils that it names. */
export interface StoredGtb extends Omit<Gtb, 'notCounted' | 'attention'> {
  id: number;
  source: Source;
  receivedAt: string;
}

interface Row {
  id: number;
  kenmerk: string;
  vestigingsvolgnummer: string;
  peildatum: string;
  made_on: string;
  content: string;
  source: Source;
  received_at: string;
}

/** The newest GTB of each vestiging and peildatum, the newest peildatum first. */
export function newestGtbs(db: Connection): StoredGtb[] {
  const rows = db
    .prepare<[], Row>(
      `SELECT * FROM (SELECT g.*, row_number() OVER (PARTITION BY vestigingsvolgnummer, peildatum ORDER BY made_on DESC, id DESC) AS place FROM gtb g)
       WHERE place = 1 ORDER BY peildatum DESC, vestigingsvolgnummer`,
    )
    .all();
  return rows.map(({ id, kenmerk, vestigingsvolgnummer, peildatum, made_on, content, source, received_at }) => ({
    ...(JSON.parse(content) as Pick<Gtb, 'layout' | 'brinnummer' | 'naam' | 'soort' | 'processedUntil' | 'aantallen'>),
    ...{ id, kenmerk, vestigingsvolgnummer, peildatum, source },
    madeOn: made_on,
    receivedAt: received_at,
  }));
}

/** The GTB of each vestiging that the school judges, and why it is that one. */
export const pickedGtbs = ({ db }: Pick<Administration, 'db'>): Picked<StoredGtb>[] =>
  pickGtbs(newestGtbs(db), lastDeliveryDay(db));

interface NamedRow {
  leerling_id: number | null;
  counted: 0 | 1;
  content: string;
}

/** A pupil that a GTB names, and who it is here. */
export interface NamedInGtb {
  leerlingId: number | undefined;
  counted: boolean;
  named: Gtb['notCounted'][number];
}

/** The pupils that a GTB names. */
export const namedIn = (db: Connection, gtbId: number): NamedInGtb[] =>
  db
    .prepare<[number], NamedRow>('SELECT leerling_id, counted, content FROM gtb_leerling WHERE gtb_id = ? ORDER BY id')
    .all(gtbId)
    .map(({ leerling_id, counted, content }) => ({
      leerlingId: leerling_id ?? undefined,
      counted: counted === 1,
      named: JSON.parse(content) as Gtb['notCounted'][number],
    }));
