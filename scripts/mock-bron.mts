import { UsageError, parseOptions, usage } from '../tests/mock-bron/options.ts';
import { startMockBron } from '../tests/mock-bron/server.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('The mock BRON needs Node 24. Start it with: npm run -s mock-bron -- --data DIR');
  process.exit(1);
}

function readOptions() {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const options = readOptions();
if (!options) {
  console.log(usage);
  process.exit(0);
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
