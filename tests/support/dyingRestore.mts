// A program that restores a backup and is killed at a given step: node dyingRestore.mts DATA_DIR BACKUP PASSWORD STEP.
import { BackupThread } from '../../electron/core/backup/thread.ts';
import { Restorer } from '../../electron/core/backup/restore.ts';
import { lockDataFolder, prepareDataFolder } from '../../electron/core/database/dataFolder.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { atEachStep } from './diskSteps.ts';

const [dataDir = '', backup = '', password = '', step = ''] = process.argv.slice(2);
const folder = prepareDataFolder(dataDir);
lockDataFolder(folder);
const thread = new BackupThread();
const clock = createClock(new Date('2009-11-02T09:00:00Z'));
const restorer = new Restorer({ thread, folder, clock, version: '0.0.0' });
const { draft } = restorer.inspect(backup);
await restorer.preview(draft, { password });
// What was done so far is only unpacked beside the administration.
atEachStep((count) => {
  if (count === Number(step)) process.kill(process.pid, 'SIGKILL');
});
const replace = await restorer.prepare(draft, { password });
replace();
await thread.stop();
