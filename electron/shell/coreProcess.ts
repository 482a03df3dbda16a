import { utilityProcess } from 'electron';
import type { FromCore } from '../../shared/api/bridge.ts';
import { encodeArguments, type CoreArguments } from '../core/coreArguments.ts';
import { coreEnvironment, type CoreChild } from '../core/processClient.ts';

/** Starts the core as a utility process of Electron, which the list of processes shows as of `program`. */
export function forkUtility(module: string, program: string, options: CoreArguments): CoreChild {
  const child = utilityProcess.fork(module, [encodeArguments(options)], {
    serviceName: `${program} rekenhart`,
    env: coreEnvironment(process.env),
    stdio: 'inherit',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => {
      // kill() of Electron asks, which a core that hangs does not hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
