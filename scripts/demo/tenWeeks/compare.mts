import type { Output } from '../../../shared/api/contract.ts';
import type { Walk } from './walk.mts';

type GtbLine = Output<'tellingen.gtbs'>['gtbs'][number];

/** How the counts of BRON compare with those of the program. */
export interface Compared {
  /** The last one of which every vestiging that the school judges has a GTB. */
  peildatum: string;
  /** What stands on those GTBs together. */
  totaal: number;
  /** Pupils of whom program, BRON and GTB say different things on that date. */
  different: number;
  /** Rows of the vergelijkingsoverzicht. */
  rows: number;
}

const sameDate = (gtbs: readonly GtbLine[], peildatum: string) => gtbs.filter((gtb) => gtb.peildatum === peildatum);

/** Fetches GTBs and vergelijkingsoverzicht, and compares. @throws Error when there is no GTB */
export async function compare({ las }: Walk): Promise<Compared> {
  await las.call('mijnBron.fetchGtbs', {});
  const { vergelijkingsoverzicht } = await las.call('mijnBron.fetchVergelijkingsoverzicht', {});
  // The newest first.
  const { gtbs } = await las.call('tellingen.gtbs', {});
  const judged = gtbs.filter(({ picked }) => picked !== undefined).length;
  const peildatum = gtbs.find((gtb) => sameDate(gtbs, gtb.peildatum).length === judged)?.peildatum;
  if (peildatum === undefined) throw new Error('there is no GTB of every vestiging');
  const { different } = await las.call('tellingen.count', { peildatum });
  const totaal = sameDate(gtbs, peildatum).reduce((sum, gtb) => sum + gtb.totaal, 0);
  return { peildatum, totaal, different, rows: vergelijkingsoverzicht?.rows ?? 0 };
}
