/** A day, a week (Monday to Sunday) and a month of a date `yyyy-mm-dd`, each as a text that is equal within it and sorts by time. */
function week(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
const month = (date: string): string => date.slice(0, 7);
const same = (date: string): string => date;

const generations = [
  { period: same, count: 7 },
  { period: week, count: 5 },
  { period: month, count: 12 },
] as const;

/**
 * Which backups rotation keeps: the newest of each of the last seven days, five weeks and twelve months that have one. Those from
 * after `today` stay untouched and take no place: a clock that was set back must not cost what was made since.
 * @param backups with the date `yyyy-mm-dd` and the instant of each @returns those to keep
 */
export function kept<T extends { date: string; madeAt: string }>(backups: readonly T[], today: string): Set<T> {
  const keep = new Set(backups.filter(({ date }) => date > today));
  const past = backups.filter(({ date }) => date <= today).sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  for (const { period, count } of generations) {
    const seen = new Set<string>();
    for (const backup of past) {
      const name = period(backup.date);
      if (seen.has(name)) continue;
      if (seen.size === count) break;
      seen.add(name);
      keep.add(backup);
    }
  }
  return keep;
}
