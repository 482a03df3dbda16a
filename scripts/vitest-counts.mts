import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { rulesIn, type Counts } from './counts.mts';

/** Whether a beforeAll around the test failed, so that Vitest calls it skipped. */
function lostToHook(test: TestCase): boolean {
  for (let around = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return true;
    if (around.type === 'module') return false;
  }
}

/** Writes the counts of a Vitest run, with the reason of every skipped test, to the file named by VITEST_COUNTS. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: [], rules: [] };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') {
          counts.passed += 1;
          counts.rules.push(...rulesIn(test.fullName));
        } else if (result.state === 'failed' || lostToHook(test)) counts.failed += 1;
        else counts.skipped.push({ name: test.fullName, reason: result.state === 'skipped' ? result.note : undefined });
      }
      // A file that could not be loaded has no tests that could fail.
      if (module.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    const file = process.env.VITEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
