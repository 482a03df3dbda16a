import { defineConfig } from 'vitest/config';

// What the mutants of shared/pve/controles are held against: only what runs in process.
export default defineConfig({
  cacheDir: 'node_modules/.cache/vite-mutation',
  test: {
    environment: 'node',
    include: ['tests/mutation/**/*.test.ts', 'tests/conformance/{requests,rows,voorcontrole}.test.ts'],
  },
});
