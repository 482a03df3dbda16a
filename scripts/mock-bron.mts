import { UsageError, parseOptions, usage } from '../tests/mock-bron/options.ts';
import { startMockBron } from '../tests/mock-bron/server.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('The mock BRON needs Node 24. Start it with: npm run -s mock-bron -- --data DIR');
  process.exit(1);
}

function readOptions(args: readonly string[]) {
  try {
    return parseOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

async function start(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) {
    console.log(usage);
    return;
  }
  try {
    const mock = await startMockBron(options);
    console.log(JSON.stringify({ ...mock.addresses, ca: mock.caPath }));
    const stop = () => {
      void mock.close().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    console.error(`The mock BRON could not start: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exit(1);
  }
}

async function list(args: readonly string[]): Promise<void> {
  // Only then the cases are read: a mock that runs does not need them.
  const { listSignalen } = await import('./mock-bron/listSignalen.mts');
  try {
    console.log(listSignalen(args));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'unknown option'}\n\n${usage}`);
    process.exitCode = 2;
  }
}

const args = process.argv.slice(2);
await (args.includes('--list-signalen') ? list(args) : start(args));
