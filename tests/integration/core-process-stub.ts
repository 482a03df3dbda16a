// The core process with a stand-in for the program: what it does is what the tests of the process itself ask of it.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveCore } from '../../electron/core/serveCore.ts';

await serveCore(async () => async ({ dataDir, emit, clock, resolveProxy, ...rest }) => {
  if (process.env['STUB_FAILS']) throw new Error('the stub was asked to fail.');
  const note = (word: string) => appendFileSync(join(dataDir, 'notes.txt'), `${word}\n`);
  note(`start ${process.pid}`);
  return {
    async invoke(name, input) {
      if (name === 'hang') await new Promise(() => undefined);
      if (name === 'block') for (;;);
      if (name === 'crash') process.exit(7);
      if (name === 'emit') emit('exchange.progress', input);
      const proxy = name === 'proxy' ? await resolveProxy?.('https://bron.example/') : undefined;
      const environment = Object.keys(process.env);
      const { argv, pid } = process;
      return { ok: true, value: { name, input, now: clock.now().toISOString(), environment, argv, pid, rest, proxy } };
    },
    grant: (token, path, use) => note(`grant ${use} ${path} ${token}`),
    async close() {
      note('closed');
    },
  };
});
