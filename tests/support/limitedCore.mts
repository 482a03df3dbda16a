// A core whose files may not grow beyond a limit set by whoever starts it: node limitedCore.mts DATA_DIR PASSWORD CALLS.
// CALLS is JSON: [name, input] pairs. A text "read:PATH" or "write:PATH" in an input becomes a token. Writes the codes, "ok" for none.
import { randomUUID } from 'node:crypto';
import { createLas } from '../../electron/core/las.ts';
import { createClock } from '../../shared/domain/clock.ts';

const [dataDir = '', password = '', calls = '[]'] = process.argv.slice(2);
const las = await createLas({
  dataDir,
  clock: createClock(new Date('2009-11-02T09:00:00Z')),
  version: '0.0.0',
  resourcesDir: 'resources',
  host: 'none',
  kdfCost: { memoryKiB: 8, iterations: 1, parallelism: 1 },
  backupRotation: false,
  emit: () => undefined,
});

const withTokens = (input: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const [use, path] = typeof value === 'string' ? value.split(':') : [];
      if (path === undefined || (use !== 'read' && use !== 'write')) return [key, value];
      const token = randomUUID();
      las.grant(token, path, use);
      return [key, token];
    }),
  );

const codes: string[] = [];
let draft: string | undefined;
for (const [name, input] of [
  ['session.unlock', { password }],
  ...(JSON.parse(calls) as [string, Record<string, string>][]),
] as const) {
  const result = await las.invoke(name, {
    ...withTokens(input),
    ...(/preview|commit/.test(name) ? { draft } : {}),
  });
  if (name === 'restore.inspect' && result.ok) ({ draft } = result.value as { draft: string });
  codes.push(result.ok ? 'ok' : result.error.code);
}
await las.close();
process.stdout.write(JSON.stringify(codes));
