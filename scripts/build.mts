// `npm run build`: the six bundles in out/. Does nothing when they are made of what stands here now.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build as viteBuild, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const fromRoot = (...parts: string[]) => join(root, ...parts);

/** Where the bundles are. */
export const outDir = fromRoot('out');
const stampFile = join(outDir, 'stamp.txt');
const bundles = ['main', 'preload', 'core', 'backup', 'web-preload', 'renderer'];
const sources = ['electron', 'shared', 'renderer', 'resources/handleiding', 'package.json', 'package-lock.json'];

function* filesIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const entry of readdirSync(path).sort()) yield* filesIn(join(path, entry));
}

/** Changes when a source file comes, goes or is written. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const path of [...sources.map((source) => fromRoot(source)), fileURLToPath(import.meta.url)]) {
    for (const file of filesIn(path)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function isUpToDate(stamp: string): boolean {
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  return built === stamp && bundles.every((name) => existsSync(join(outDir, name)));
}

const shared = (name: string, folder: string): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: { outDir: join(folder, name), emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 8_000 },
});

/**
 * A bundle for Node, in Electron or by itself: everything in one file but `external`. As ES modules, what is imported only when
 * it is needed stands in a file of its own: modules that await at top level and need each other would wait for ever in one.
 */
function forNode(name: string, folder: string, entry: string, format: 'cjs' | 'es', external: string[]): InlineConfig {
  const config = shared(name, folder);
  return {
    ...config,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ...config.build,
      ssr: fromRoot(entry),
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external,
        output:
          format === 'cjs'
            ? { format, entryFileNames: 'index.cjs', codeSplitting: false }
            : { format, entryFileNames: 'index.mjs', chunkFileNames: '[name].mjs' },
      },
    },
  };
}

function forBrowserPreload(folder: string): InlineConfig {
  const config = shared('web-preload', folder);
  return {
    ...config,
    resolve: { alias: [{ find: /^electron$/, replacement: fromRoot('electron/web/electronShim.ts') }] },
    build: {
      ...config.build,
      target: 'es2024',
      lib: { entry: fromRoot('electron/preload.ts'), formats: ['iife'], name: 'preload', fileName: () => 'preload.js' },
    },
  };
}

function forRenderer(folder: string): InlineConfig {
  const config = shared('renderer', folder);
  return {
    ...config,
    root: fromRoot('renderer'),
    base: './',
    plugins: [react()],
    // The polyfill would fetch, which the Content Security Policy of Electron forbids; no engine of ours needs it.
    build: { ...config.build, target: 'es2024', modulePreload: { polyfill: false } },
  };
}

/**
 * Builds what is out of date, into a folder beside `out/` that takes its place when all went well: a program that runs from
 * `out/` never sees half a build. Rejects when a bundle cannot be made.
 */
export async function build({ force = false } = {}): Promise<{ built: boolean; seconds: number }> {
  const begin = performance.now();
  const done = (built: boolean) => ({ built, seconds: (performance.now() - begin) / 1000 });
  const stamp = stampOfSources();
  if (!force && isUpToDate(stamp)) return done(false);

  const folder = fromRoot('node_modules/.cache', `build-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // A test runner sets another, and Vite would bundle React's development build.
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild(forNode('main', folder, 'electron/main.ts', 'cjs', ['electron']));
    await viteBuild(forNode('preload', folder, 'electron/preload.ts', 'cjs', ['electron']));
    // libxml2-wasm awaits at top level, which only an ES module can.
    await viteBuild(forNode('core', folder, 'electron/core/process.ts', 'es', ['better-sqlite3']));
    await viteBuild(forNode('backup', folder, 'electron/core/backup/worker.ts', 'es', ['better-sqlite3']));
    await viteBuild(forBrowserPreload(folder));
    await viteBuild(forRenderer(folder));
    writeFileSync(join(folder, 'stamp.txt'), stamp);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(folder, outDir);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
    rmSync(folder, { recursive: true, force: true });
  }
  return done(true);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { built, seconds } = await build({ force: process.argv.includes('--force') });
    console.log(built ? `Built in ${seconds.toFixed(1)} s.` : 'The build is up to date.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
