import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const full = process.env.LAS_FULL === '1';
const seconds = (normal: number, long: number) => (full ? long : normal) * 1000;
const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  cacheDir: 'node_modules/.cache/vite',
  test: {
    environment: 'node',
    pool: 'forks',
    allowOnly: false,
    coverage: { provider: 'v8', include: ['shared/**/*.ts', 'electron/core/**/*.ts', 'tests/mock-bron/**/*.ts'] },
    projects: [
      {
        extends: true,
        resolve: { alias: [{ find: /^electron$/, replacement: fromRoot('./tests/fakes/electron.ts') }] },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: seconds(10, 300) },
      },
      {
        extends: true,
        test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], testTimeout: seconds(30, 600) },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: seconds(60, 900),
          hookTimeout: seconds(60, 300),
        },
      },
    ],
  },
});
