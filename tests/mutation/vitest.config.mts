import { defineConfig } from 'vitest/config';
import { subjectName, subjects } from './subjects.ts';

// What the mutants are held against.
export default defineConfig({
  cacheDir: 'node_modules/.cache/vite-mutation',
  test: {
    environment: 'node',
    include: subjects[subjectName].tests,
  },
});
