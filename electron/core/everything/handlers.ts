import { randomUUID } from 'node:crypto';
import { LasError } from '../../../shared/api/errors.ts';
import { dateInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import type { HeaderLine } from '../../../shared/domain/export/everything.ts';
import type { HandlersOf } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import { holdSending } from '../exchange/holdSending.ts';
import { raisePollId } from '../exchange/identification.ts';
import { withSnapshot, type Exporting } from '../export/handlers.ts';
import type { ExportRunner } from '../export/job.ts';
import { checkEndpoint, readSchool, readSettings } from '../school/settings.ts';
import { discard, stage, takeOver, type Staged } from './stage.ts';
import { isEmpty } from './tables.ts';
import { exportEverything } from './write.ts';

const LIFETIME_MS = 30 * 60_000;

/** The JSON export that was inspected and not yet imported; there is one at most. */
export class EverythingDraft {
  #draft: { id: string; staged: Staged; expires: number } | undefined;

  add(staged: Staged): string {
    this.clear();
    const id = randomUUID();
    this.#draft = { id, staged, expires: performance.now() + LIFETIME_MS };
    return id;
  }

  /** @throws LasError everything-draft-gone */
  get(id: string): Staged {
    const draft = this.#draft;
    if (!draft || draft.id !== id || draft.expires < performance.now()) throw new LasError('everything-draft-gone');
    return draft.staged;
  }

  clear(): void {
    if (this.#draft) discard(this.#draft.staged);
    this.#draft = undefined;
  }
}

/** The day of which an export is: its own, or today when a clock was wrong. */
function dayOf({ exportedAt }: HeaderLine, clock: Clock): string {
  const [day, now] = [dateInNetherlands(new Date(exportedAt)), today(clock)];
  return day < now ? day : now;
}

/** The operations on the administration as a whole. @param program version of this program */
export function everythingHandlers(
  administration: Exporting,
  runner: ExportRunner,
  draft: EverythingDraft,
  program: string,
): HandlersOf<'everything'> {
  const { db, clock, caller, emit, files } = administration;
  const demandEmpty = () => {
    if (!isEmpty(db)) throw new LasError('everything-not-empty');
  };
  return {
    'everything.export': ({ target }) => {
      const path = files.take(target, 'write');
      return withSnapshot(administration, runner, (context) => exportEverything(context, program, path));
    },
    'everything.inspect': async ({ token }) => {
      const path = files.take(token, 'read');
      demandEmpty();
      draft.clear();
      const staged = await runner.run((job) => stage(db, path, job));
      const { kind: _kind, format: _format, ...header } = staged.header;
      return { draft: draft.add(staged), header, counts: staged.counts };
    },
    'everything.import': ({ draft: id }) => {
      const staged = draft.get(id);
      demandEmpty();
      takeOver(db, staged, () => {
        checkEndpoint(readSchool(db).kind, readSettings(db).exchange.endpoint);
        // As after a restore: the administration that was exported may have gone on.
        raisePollId(db, clock);
        holdSending(db, clock, dayOf(staged.header, clock));
        appendChange(db, {
          at: clock.now().toISOString(),
          userId: caller.userId,
          entity: 'import',
          entityId: null,
          changes: [{ field: 'alles', old: null, new: `JSON van ${staged.header.exportedAt}` }],
        });
      });
      draft.clear();
      emit('session.changed', {});
      emit('data.changed', { topics: ['leerlingen', 'exchange', 'settings', 'certificate'] });
      return { counts: staged.counts };
    },
    'everything.discard': () => {
      draft.clear();
      return {};
    },
  };
}
