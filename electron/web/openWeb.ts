import type { CoreArguments } from '../core/coreArguments.ts';
import { startCore } from '../core/processClient.ts';
import { forkCore } from './forkCore.ts';
import { startWebHost, type WebHost } from './host.ts';

export interface OpenWebOptions extends Omit<CoreArguments, 'host'> {
  /** The build: `renderer/`, `web-preload/` and `core/index.mjs` in it. */
  outDir: string;
  /** Another entry of the core than the bundle. */
  coreModule?: string;
  port?: number;
  env?: NodeJS.ProcessEnv;
}

/** The web host with a core of its own on a data folder. Closing it closes both. */
export async function openWeb(options: OpenWebOptions): Promise<WebHost> {
  const { outDir, coreModule = `${outDir}/core/index.mjs`, port, env, ...rest } = options;
  const core = startCore({
    spawn: () => forkCore({ module: coreModule, arguments: { ...rest, host: 'web' }, ...(env ? { env } : {}) }),
  });
  try {
    const host = await startWebHost({
      rendererDir: `${outDir}/renderer`,
      preloadDir: `${outDir}/web-preload`,
      core,
      ...(port === undefined ? {} : { port }),
    });
    return {
      ...host,
      async close() {
        await host.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}
