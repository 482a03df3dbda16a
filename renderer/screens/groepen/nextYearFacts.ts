import type { GroepRow, NextYearRow } from '../../../shared/api/groepen.ts';
import { lastLeerjaarOf } from '../../../shared/domain/leerjaren.ts';
import { groepFor, type NextYearOutcome } from '../../../shared/domain/nextYear.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { NextYearChoice } from './groepenState.ts';

export const outcomeTexts: Record<NextYearOutcome, { list: string; choice: string }> = {
  'moves up': { list: 'Gaat over', choice: 'gaat over' },
  repeats: { list: 'Blijft zitten', choice: 'blijft zitten' },
  leaves: { list: 'Verlaat de school', choice: 'verlaat de school' },
  none: { list: 'Er verandert niets', choice: 'niets doen' },
};

/** A pupil with what was chosen, or else is proposed. */
export interface Chosen extends NextYearRow {
  choice: NextYearChoice;
}

/** Whether a pupil stays at the school, and so needs a groep. */
export const stays = ({ outcome }: NextYearChoice): boolean => outcome === 'moves up' || outcome === 'repeats';

/** A choice with the groep that fits, where no groep was chosen yet: the groepen may have been made after the choice. */
function withFittingGroep(row: NextYearRow, choice: NextYearChoice, groepen: readonly GroepRow[]): NextYearChoice {
  if (!stays(choice) || choice.groepId !== undefined || choice.leerjaar === undefined) return choice;
  const fitting = groepFor(row, choice.leerjaar, groepen);
  return fitting ? { ...choice, groepId: fitting.id } : choice;
}

/** Every pupil with the choice that holds. */
export const withChoices = (
  rows: readonly NextYearRow[],
  choices: Readonly<Record<number, NextYearChoice>>,
  groepen: readonly GroepRow[],
): Chosen[] =>
  rows.map((row) => {
    const { remark: _remark, ...proposal } = row.proposal;
    return { ...row, choice: withFittingGroep(row, choices[row.inschrijvingId] ?? proposal, groepen) };
  });

/** What another outcome comes to: the leerjaar that goes with it, and the groep that fits. */
export function choiceFor(
  row: NextYearRow,
  outcome: NextYearOutcome,
  groepen: readonly GroepRow[],
  kind: InschrijvingKind,
): NextYearChoice {
  if (outcome === 'leaves' || outcome === 'none') return { outcome };
  const now = Number(row.leerjaar);
  const next = Math.min(now + (outcome === 'moves up' ? 1 : 0), lastLeerjaarOf(kind));
  const leerjaar = Number.isInteger(now) ? String(next) : undefined;
  return withFittingGroep(row, { outcome, ...(leerjaar === undefined ? {} : { leerjaar }) }, groepen);
}

/** The groepen with this leerjaar, those of the pupil's own vestiging first. */
export const groepenFor = ({ vestigingsvolgnummer, choice }: Chosen, groepen: readonly GroepRow[]): GroepRow[] =>
  groepen
    .filter(({ leerjaren }) => choice.leerjaar === undefined || leerjaren.includes(choice.leerjaar))
    .sort(
      (a, b) =>
        Number(b.vestigingsvolgnummer === vestigingsvolgnummer) -
        Number(a.vestigingsvolgnummer === vestigingsvolgnummer),
    );

/** The choice with another groep; one that lacks the leerjaar takes it along. */
export function withGroep(choice: NextYearChoice, groep: GroepRow | undefined): NextYearChoice {
  const { groepId: _groepId, ...rest } = choice;
  if (!groep) return rest;
  const leerjaar = choice.leerjaar ?? groep.leerjaren[0];
  return { ...rest, groepId: groep.id, ...(leerjaar === undefined ? {} : { leerjaar }) };
}

/** The pupils who stay and have no groep yet. */
export const withoutGroep = (rows: readonly Chosen[]): Chosen[] =>
  rows.filter(({ choice }) => stays(choice) && choice.groepId === undefined);

/** The pupils of one groep who move up to one leerjaar: those usually go to the same groep together. */
export interface Stream {
  key: string;
  groep: string;
  leerjaar: string;
  rows: Chosen[];
}

/** The pupils who move up, by the groep they are in and the leerjaar they go to. */
export function streamsOf(rows: readonly Chosen[]): Stream[] {
  const found = new Map<string, Stream>();
  for (const row of rows) {
    const { leerjaar } = row.choice;
    if (row.choice.outcome !== 'moves up' || leerjaar === undefined) continue;
    const key = [row.vestigingsvolgnummer, row.groep, leerjaar].join('|');
    const stream = found.get(key) ?? { key, groep: row.groep ?? 'geen groep', leerjaar, rows: [] };
    stream.rows.push(row);
    found.set(key, stream);
  }
  return [...found.values()].sort((a, b) => a.leerjaar.localeCompare(b.leerjaar) || a.groep.localeCompare(b.groep));
}
