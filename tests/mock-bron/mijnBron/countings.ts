import { isDeepStrictEqual } from 'node:util';
import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { gtbOf } from '../../../shared/bekostiging/gtb.ts';
import { defaultParameters } from '../../../shared/bekostiging/parameters.ts';
import { gtbDates, isGtbMade } from '../../../shared/bekostiging/schedule.ts';
import type { CountedInschrijving, VestigingTelling } from '../../../shared/bekostiging/types.ts';
import { dateInNetherlands, startOfDay, today } from '../../../shared/domain/clock.ts';
import { firstSchoolDay, schooljaarOf, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { addWerkdagen } from '../../../shared/domain/werkdagen.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import { schoolFacts } from '../registers/brin.ts';
import type { Aansluiting } from './aansluitingen.ts';
import { compareGuidance, sameRows, type CfiLeerling } from './compareGuidance.ts';
import type { Core } from './core.ts';
import { createCounted, type CountedParts } from './counted.ts';
import { isInPhase } from './progress.ts';

/** GTBs go back to the school year in which the exchange begins (Stappenplan step 10). */
const FIRST_SCHOOLJAAR = '2008-2009';
/** Also counts what came in late (BBWPO 12a), as only BRON can. */
const parameters = { ...defaultParameters, deadlines: true };

/** What is counted at once: everything up to a day, and when that was due. */
interface Batch {
  until: string;
  /** Of the last thing that is in it. */
  moment: string;
  madeOn: string;
}

export interface Countings {
  /** Makes the GTBs and the vergelijkingsoverzicht that are due. */
  run(aansluiting: Aansluiting): void;
  /** What DUO-CFI has of a school from now on; compared at once when the school has exchanged before. */
  giveCfi(aansluiting: Aansluiting, leerlingen: readonly CfiLeerling[]): void;
}

const contentOf = ({ aantallen, notCounted, attention, naam, soort }: Omit<Gtb, 'kenmerk'>) => ({
  aantallen,
  notCounted,
  attention,
  naam,
  soort,
});

/** Gives what counts for schools: GTBs, and the comparison with DUO-CFI. `delay`: werkdagen that it takes. */
export function createCountings(core: Core, parts: Omit<CountedParts, 'brin'>, delay: () => number): Countings {
  const { register, brin, clock, gtbs, comparisons, registered, holidays } = core;
  const counted = createCounted({ ...parts, brin });
  const lastMoment = register.prepare<[string], { until: string }>('SELECT until FROM countings WHERE brinnummer = ?');
  const keepMoment = register.prepare<[string, string]>(
    'INSERT INTO countings VALUES (?, ?) ON CONFLICT (brinnummer) DO UPDATE SET until = excluded.until',
  );
  const cfiOf = register.prepare<[string], { content: string }>('SELECT content FROM cfi WHERE brinnummer = ?');
  const keepCfi = register.prepare<[string, string]>(
    'INSERT INTO cfi VALUES (?, ?) ON CONFLICT (brinnummer) DO UPDATE SET content = excluded.content',
  );

  /** What waits: the days on which something was registered, and the beginning of a school year, which has new teldata. */
  function waiting(brinnummer: string): string[] {
    const last = lastMoment.get(brinnummer)?.until;
    const moments = registered.moments(brinnummer, last ?? '');
    const year = last && `${shiftSchooljaar(schooljaarOf(dateInNetherlands(new Date(last))), 1).slice(0, 4)}-08-01`;
    const begin = year && year <= today(clock) ? [startOfDay(year).toISOString()] : [];
    return [...moments, ...begin].sort();
  }

  /** The last of what is due; what a clock that jumped has passed over is in it. */
  function dueBatch(brinnummer: string): Batch | undefined {
    const batches = waiting(brinnummer).map((moment): Batch => {
      const until = dateInNetherlands(new Date(moment));
      return { until, moment, madeOn: addWerkdagen(until, delay()) };
    });
    return batches.findLast(({ madeOn }) => madeOn <= today(clock));
  }

  function makeGtb(
    telling: VestigingTelling,
    counting: Parameters<typeof countOn>[0],
    batch: Batch,
    present?: Gtb,
  ): void {
    const { naam } = core.schoolOf(counting.school.brinnummer);
    const head = { kenmerk: '', naam, processedUntil: batch.until, madeOn: batch.madeOn };
    const made = gtbOf(telling, counting, head);
    if (present && isDeepStrictEqual(contentOf(present), contentOf(made))) gtbs.extend(present, batch.until);
    else gtbs.add(made);
  }

  /** The GTBs of all vestigingen, for every peildatum up to and including the present school year (Stappenplan step 12). */
  function makeGtbs(
    { brinnummer, vakantieregio }: Aansluiting,
    inschrijvingen: readonly CountedInschrijving[],
    batch: Batch,
  ): void {
    const school = schoolFacts(core.schoolOf(brinnummer));
    const keyOf = (vestigingsvolgnummer: string, peildatum: string) => `${vestigingsvolgnummer} ${peildatum}`;
    const present = new Map(
      gtbs.current(brinnummer).map((gtb) => [keyOf(gtb.vestigingsvolgnummer, gtb.peildatum), gtb]),
    );
    const lastNumbers = new Map<string, VestigingTelling['aantallen']>();
    const lastYear = schooljaarOf(batch.madeOn);
    for (let year = FIRST_SCHOOLJAAR; year <= lastYear; year = shiftSchooljaar(year, 1)) {
      const dates = gtbDates(kindOfSchool(school.soort), year, firstSchoolDay(holidays(vakantieregio), year));
      for (const { peildatum, when } of dates) {
        const counting = { school, inschrijvingen, peildatum, parameters, brin: brin.lookup };
        for (const telling of countOn(counting)) {
          const { vestigingsvolgnummer, aantallen } = telling;
          const known = present.get(keyOf(vestigingsvolgnummer, peildatum));
          if (!known && !isGtbMade(when, lastNumbers.get(vestigingsvolgnummer), aantallen)) continue;
          makeGtb(telling, counting, batch, known);
          lastNumbers.set(vestigingsvolgnummer, aantallen);
        }
      }
    }
  }

  /** Only WPO, only in the fase, and a new one only when something changed (Stappenplan step 12, C-12). */
  function compare(aansluiting: Aansluiting, until: string, madeOn: string): void {
    const { brinnummer } = aansluiting;
    const content = cfiOf.get(brinnummer)?.content;
    if (content === undefined || !core.isWpo(brinnummer) || !isInPhase(aansluiting)) return;
    const rows = compareGuidance(JSON.parse(content) as CfiLeerling[], registered.on(brinnummer, until), until);
    if (!sameRows(rows, comparisons.current(brinnummer)?.rows ?? [])) comparisons.add(brinnummer, madeOn, rows);
  }

  return {
    run: (aansluiting) => {
      const { brinnummer } = aansluiting;
      const batch = dueBatch(brinnummer);
      if (!batch) return;
      makeGtbs(aansluiting, counted(brinnummer, registered.on(brinnummer, batch.until), batch.until), batch);
      compare(aansluiting, batch.until, batch.madeOn);
      keepMoment.run(brinnummer, batch.moment);
    },
    giveCfi: (aansluiting, leerlingen) => {
      const { brinnummer } = aansluiting;
      keepCfi.run(brinnummer, JSON.stringify(leerlingen));
      const last = lastMoment.get(brinnummer);
      if (last) compare(aansluiting, dateInNetherlands(new Date(last.until)), today(clock));
    },
  };
}
