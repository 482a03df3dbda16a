// The entry of the core process: `utilityProcess` starts it in Electron, `child_process.fork` in the web host.
import { serveCore } from './serveCore.ts';

await serveCore(async () => (await import('./las.ts')).createLas);
