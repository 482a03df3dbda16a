import { UsageError, parseOptions, usage } from '../tests/mock-bron/options.ts';
import { startMockBron } from '../tests/mock-bron/server.ts';
import { runWithMock, splitCommand } from './mock-bron/command.mts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('The mock BRON needs Node 24. Start it with: npm run -s mock-bron -- --data DIR');
  process.exit(1);
}

/** The options, or undefined after the usage was asked for and printed. */
function readOptions(args: readonly string[]) {
  const options = parseOptions(args);
  if (!options) console.log(usage);
  return options;
}

/** Tells a person why nothing was started, and ends. */
function giveUp(error: unknown): never {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
  console.error(`The mock BRON could not start: ${error instanceof Error ? error.message : 'unknown error'}`);
  process.exit(1);
}

async function start(args: readonly string[]): Promise<void> {
  try {
    const options = readOptions(args);
    if (!options) return;
    const mock = await startMockBron(options);
    console.log(JSON.stringify({ ...mock.addresses, ca: mock.caPath }));
    const stop = () => {
      void mock.close().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    giveUp(error);
  }
}

async function startAround(command: readonly string[], args: readonly string[]): Promise<void> {
  try {
    if (command.length === 0) throw new UsageError('After -- comes a command');
    process.exitCode = await runWithMock(command, args, readOptions);
  } catch (error) {
    giveUp(error);
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

const { args, command } = splitCommand(process.argv.slice(2));
if (args.includes('--list-signalen')) await list(args);
else if (command) await startAround(command, args);
else await start(args);
