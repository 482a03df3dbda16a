/** The https origins that the program opens in the person's browser, spelt out: no wildcards, no subdomains. */
const origins: ReadonlySet<string> = new Set([
  'https://duo.nl',
  'https://www.duo.nl',
  'https://wetten.overheid.nl',
  'https://www.rijksoverheid.nl',
]);

/** The address as it may be opened, or undefined when its origin is not on the list. Judged as parsed, never as text. */
export function allowedLink(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  return origins.has(parsed.origin) ? parsed.href : undefined;
}
