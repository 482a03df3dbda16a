/** What a stage of `npm test` came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; reason?: string | undefined }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    tests: { status: string; annotations: { type: string; description?: string }[] }[];
  }[];
}

/** The counts in a report of Playwright's JSON reporter. */
export function countsOfPlaywright(json: string): Counts {
  const report = JSON.parse(json) as { suites: PlaywrightSuite[]; errors: unknown[] };
  const counts: Counts = { passed: 0, failed: report.errors.length, skipped: [] };
  const walk = (suite: PlaywrightSuite) => {
    for (const spec of suite.specs) {
      for (const { status, annotations } of spec.tests) {
        if (status === 'skipped') {
          const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
          counts.skipped.push({ name: `${suite.title} > ${spec.title}`, reason });
        } else if (status === 'unexpected') counts.failed += 1;
        else counts.passed += 1;
      }
    }
    suite.suites?.forEach(walk);
  };
  report.suites.forEach(walk);
  return counts;
}
