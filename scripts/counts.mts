/** What a stage of `npm test` came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; reason?: string | undefined }[];
  /** The rules of the Stappenplan (C-01 to C-78) that the titles of the passed tests name. */
  rules: string[];
}

/** The rules of the Stappenplan that a title names: "C-34: ..." or "C-01, C-02: ...". */
export const rulesIn = (title: string): string[] => [...title.matchAll(/\bC-\d{2}\b/g)].map(([rule]) => rule);

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
  const counts: Counts = { passed: 0, failed: report.errors.length, skipped: [], rules: [] };
  const walk = (suite: PlaywrightSuite) => {
    for (const spec of suite.specs) {
      for (const { status, annotations } of spec.tests) {
        if (status === 'skipped') {
          const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
          counts.skipped.push({ name: `${suite.title} > ${spec.title}`, reason });
        } else if (status === 'unexpected') counts.failed += 1;
        else {
          counts.passed += 1;
          counts.rules.push(...rulesIn(spec.title));
        }
      }
    }
    suite.suites?.forEach(walk);
  };
  report.suites.forEach(walk);
  return counts;
}
