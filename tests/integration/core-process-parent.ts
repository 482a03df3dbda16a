// A host that starts the stub core and does nothing more, for tests that end it roughly.
import { fileURLToPath } from 'node:url';
import { startCore } from '../../electron/core/processClient.ts';
import { forkCore } from '../../electron/web/forkCore.ts';

const core = startCore({
  spawn: () =>
    forkCore({
      module: fileURLToPath(new URL('core-process-stub.ts', import.meta.url)),
      arguments: { dataDir: process.argv[2] ?? '', version: '0', resourcesDir: 'resources', host: 'web' },
    }),
});
await core.invoke('any', {});
console.log('ready');
setInterval(() => undefined, 1_000);
