/** Days before the end from which the program warns. */
const WARN_FROM_DAYS = 60;

/** What to say about the end of a certificate; undefined while that is far away. @param daysLeft whole days, negative once expired */
export function expiryWarning(daysLeft: number): { expired: boolean; title: string; remedy: string } | undefined {
  if (daysLeft > WARN_FROM_DAYS) return undefined;
  const remedy = 'Vraag bij de Helpdesk BRON een nieuw certificaat aan.';
  if (daysLeft < 0) return { expired: true, title: 'Dit certificaat is verlopen.', remedy };
  const when = daysLeft === 0 ? 'vandaag' : daysLeft === 1 ? 'morgen' : `over ${daysLeft} dagen`;
  return { expired: false, title: `Dit certificaat verloopt ${when}.`, remedy };
}
